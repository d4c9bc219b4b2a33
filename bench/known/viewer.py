"""A guest at a real browser, whose page is listened to and looked at."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.known.heard import Given, clock_of, given, reading
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
)
LISTENER = (Path(__file__).parent / "listener.js").read_text(encoding="utf-8")
PATIENCE_MS = 30_000
SOUNDING = "from => /[0-7]{20}$/.test(hemicycleListener.since(from).windows)"
WIDE = "([from, width]) => hemicycleListener.since(from).drawn.slice(-5).some(one => one[2] === width)"
MOVING = "from => hemicycleListener.since(from).drawn.length > 5"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium without a window; its microphone and camera are programs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*ARGUMENTS])
        try:
            yield browser
        finally:
            browser.close()


class Viewer:
    """A page in a context of its own, opened by a personal link.

    Args:
        browser: Where.
        script: Runs in the page before everything else.
    """

    def __init__(self, browser: Browser, script: str = "") -> None:
        self.context: BrowserContext = browser.new_context(
            locale="en-GB",
            # A proxy's certificate may be one that nobody vouches for.
            ignore_https_errors=True,
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.add_init_script(LISTENER + script)
        self.page: Page = self.context.new_page()
        self.opened = 0.0
        self._from = 0.0

    def open(self, link: str) -> None:
        """Opens a personal link."""
        self.opened = time.monotonic()
        self.page.goto(link, wait_until="commit")

    def now(self) -> float:
        """The page's clock, ms."""
        return float(self.page.evaluate("performance.now()"))

    def wait_for_sound(self) -> None:
        """Until 100 ms of the known sound came, from now on."""
        self.page.wait_for_function(SOUNDING, arg=self.now(), polling=50)

    def wait_for_picture(self) -> None:
        """Until some pictures came, from now on."""
        self.page.wait_for_function(MOVING, arg=self.now(), polling=50)

    def wait_for_level(self, width: int, timeout_ms: float = 2 * PATIENCE_MS) -> None:
        """Until pictures come that are so many pixels wide, from now on."""
        self.page.wait_for_function(WIDE, arg=[self.now(), width], polling=100, timeout=timeout_ms)

    def mark(self, name: str) -> float | None:
        """When the page's User Timing mark was made, ms since the page was asked for; None: it was not."""
        entry = self.page.evaluate(
            "name => performance.getEntriesByName(name)[0]?.startTime ?? null", f"hemicycle:{name}"
        )
        return None if entry is None else float(entry)

    def begin(self) -> None:
        """What is taken down counts from now on."""
        self._from = self.now()

    def taken(self, numbers: Sequence[tuple[str, int, int]] = ()) -> Given:
        """What the page gave out since `begin`."""
        raw: dict[str, Any] = self.page.evaluate("from => hemicycleListener.since(from)", self._from)
        return given(raw, clock_of([reading(self.now) for _ in range(8)]), numbers)

    def close(self) -> None:
        """Closes the page."""
        self.context.close()

"""A guest at a real Chromium, whose page is listened to and looked at."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.known.page import LISTENER, PATIENCE_MS, KnownPage
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium without a window; its microphone and camera are programs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*ARGUMENTS])
        try:
            yield browser
        finally:
            browser.close()


class Viewer(KnownPage):
    """A page in a context of its own.

    Args:
        browser: Where.
        script: Runs in the page before everything else.
    """

    def __init__(self, browser: Browser, script: str = "") -> None:
        super().__init__()
        self.context: BrowserContext = browser.new_context(
            locale="en-GB",
            # A proxy's certificate may be one that nobody vouches for.
            ignore_https_errors=True,
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.add_init_script(LISTENER + script)
        self.page: Page = self.context.new_page()
        self.opened = 0.0

    def open(self, link: str) -> None:
        """Opens a personal link."""
        self.opened = time.monotonic()
        self.page.goto(link, wait_until="commit")

    def ask(self, function: str, argument: Any = None) -> Any:
        """What a function of JavaScript says of a JSON argument."""
        return self.page.evaluate(function, argument)

    def wait_until(self, function: str, argument: Any = None, timeout_ms: float = PATIENCE_MS) -> None:
        """Until a function of JavaScript says so."""
        try:
            self.page.wait_for_function(function, arg=argument, polling=50, timeout=timeout_ms)
        except PlaywrightTimeoutError as error:
            raise TimeoutError(f"{function} of {argument}: not so within {timeout_ms} ms") from error

    def press(self, name: str) -> None:
        """Clicks the button of that name, once it is there."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def close(self) -> None:
        """Closes the page."""
        self.context.close()

"""A guest at a real Firefox, whose page is listened to and looked at as Chromium's is in `viewer`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.known.heard import Given, clock_of, given, reading
from bench.known.viewer import LISTENER
from tests.browser.firefox.bidi import Bidi, Firefox, Tab
from tests.browser.firefox.preferences import PREFERENCES
from tests.browser.firefox.sound import loudspeaker


@contextmanager
def firefox() -> Iterator[Bidi]:
    """Firefox without a window, whose sound goes to a loudspeaker that is a program."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        raise RuntimeError("Firefox is not installed: run .ci/services")
    with ExitStack() as stack:
        # The path of a socket has to be short.
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="hemicycle-", ignore_cleanup_errors=True))
        )
        sound = stack.enter_context(loudspeaker(folder))
        running = Firefox(program, folder, PREFERENCES, sound)
        stack.callback(running.stop)
        bidi = Bidi(running.url, lambda _name, _event: None)
        stack.callback(bidi.close)
        yield bidi


class FirefoxViewer:
    """A page with cookies of its own, opened by a personal link."""

    def __init__(self, bidi: Bidi) -> None:
        """Opens an empty page."""
        self._bidi = bidi
        self._cookies = bidi.command("browser.createUserContext")["userContext"]
        bidi.command(
            "script.addPreloadScript",
            functionDeclaration=f"() => {{ {LISTENER} }}",
            userContexts=[self._cookies],
        )
        opened = bidi.command("browsingContext.create", type="tab", userContext=self._cookies)
        self._tab = Tab(bidi, opened["context"])
        self._tab.activate()
        self._from = 0.0

    def open(self, link: str) -> None:
        """Opens a personal link."""
        self._tab.goto(link)

    def now(self) -> float:
        """The page's clock, ms."""
        return float(self._tab.evaluate("() => performance.now()"))

    def mark(self, name: str) -> float | None:
        """When the page's User Timing mark was made, ms since the page was asked for; None: it was not."""
        entry = self._tab.evaluate(
            "name => performance.getEntriesByName(name)[0]?.startTime ?? null", f"hemicycle:{name}"
        )
        return None if entry is None else float(entry)

    def begin(self) -> None:
        """What is taken down counts from now on."""
        self._from = self.now()

    def taken(self, numbers: Sequence[tuple[str, int, int]] = ()) -> Given:
        """What the page gave out since `begin`."""
        raw = self._tab.evaluate("from => hemicycleListener.since(from)", self._from)
        return given(raw, clock_of([reading(self.now) for _ in range(8)]), numbers)

    def close(self) -> None:
        """Closes the page."""
        self._bidi.command("browser.removeUserContext", userContext=self._cookies)

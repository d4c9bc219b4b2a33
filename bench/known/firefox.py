"""A guest at a real Firefox, whose page is listened to and looked at as Chromium's is in `viewer`."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bench.known.page import LISTENER, PATIENCE_MS, KnownPage
from tests.browser.firefox.bidi import Bidi, Firefox, Tab
from tests.browser.firefox.preferences import PREFERENCES
from tests.browser.firefox.sound import loudspeaker

LOOK_SECONDS = 0.1


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


class FirefoxViewer(KnownPage):
    """A page with cookies of its own.

    Args:
        bidi: The session with a Firefox.
        script: Runs in the page before everything else.
    """

    def __init__(self, bidi: Bidi, script: str = "") -> None:
        super().__init__()
        self._bidi = bidi
        self._cookies = bidi.command("browser.createUserContext")["userContext"]
        bidi.command(
            "script.addPreloadScript",
            functionDeclaration=f"() => {{ {LISTENER}\n{script} }}",
            userContexts=[self._cookies],
        )
        opened = bidi.command("browsingContext.create", type="tab", userContext=self._cookies)
        self._tab = Tab(bidi, opened["context"])
        self._tab.activate()

    def open(self, link: str) -> None:
        """Opens a personal link."""
        self._tab.goto(link)

    def ask(self, function: str, argument: Any = None) -> Any:
        """What a function of JavaScript says of a JSON argument."""
        return self._tab.evaluate(function, argument)

    def wait_until(self, function: str, argument: Any = None, timeout_ms: float = PATIENCE_MS) -> None:
        """Until a function of JavaScript says so."""
        until = time.monotonic() + timeout_ms / 1000
        while not self.ask(function, argument):
            if time.monotonic() > until:
                raise TimeoutError(f"{function} of {argument}: not so within {timeout_ms} ms")
            time.sleep(LOOK_SECONDS)

    def press(self, name: str) -> None:
        """Clicks the button of that name, once it is there."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while (button := self._tab.find("button", name)) is None:
            if time.monotonic() > until:
                raise TimeoutError(f"no button {name!r}")
            time.sleep(LOOK_SECONDS)
        self._tab.click(button)

    def close(self) -> None:
        """Closes the page."""
        self._bidi.command("browser.removeUserContext", userContext=self._cookies)

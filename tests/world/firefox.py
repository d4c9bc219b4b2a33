"""People at a Firefox: each with cookies of their own, doing and seeing what those at a Chromium
do."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from tests.world.bidi import Bidi, BidiError, Firefox, Json, Tab
from tests.world.loudspeaker import loudspeaker
from tests.world.person import EAR, IN_SIGHT, PATIENCE_MS, Person
from tests.world.preferences import PREFERENCES

EVENTS = (
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.fetchError",
    "network.responseCompleted",
)
SOCKETS = """
globalThis.sockets = [];
globalThis.WebSocket = class extends WebSocket {
    constructor(url, ...rest) {
        super(url, ...rest);
        sockets.push(String(url));
    }
};"""
BY = """
if (location.pathname.includes("/seats/")) history.replaceState(null, "", "?way=%s");
"""
"""A script by which pages reach the media by one way alone: `udp` or `tcp`."""
LOOK_SECONDS = 0.1


class Watched:
    """A session with a Firefox, and those who are told what its pages do."""

    def __init__(self, firefox: Firefox) -> None:
        """Begins the session."""
        self.visitors: list[FirefoxVisitor] = []
        self.bidi = Bidi(firefox.url, self._tell)
        self.bidi.command("session.subscribe", events=[*EVENTS])

    def visitor(self, url: str, script: str = "", *, ear: str = EAR) -> FirefoxVisitor:
        """Somebody whose pages may talk to the server at that address alone.

        Args:
            url: of the server.
            script: runs in each of their pages before any of its own.
            ear: the script that listens to the page.
        """
        self.visitors.append(FirefoxVisitor(self.bidi, urlsplit(url).netloc, script, ear))
        return self.visitors[-1]

    def leave(self) -> None:
        """Closes the pages of everybody."""
        for visitor in self.visitors:
            visitor.close()
        self.visitors.clear()

    def _tell(self, name: str, event: Json) -> None:
        for visitor in [*self.visitors]:
            visitor.on_event(name, event)


@contextmanager
def firefox() -> Iterator[Watched]:
    """Firefox without a window, whose sound goes to a loudspeaker that is a program."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program, "Firefox is not installed: run .ci/services"
    with ExitStack() as stack:
        # Not a folder of pytest's: the path of a socket has to be short.
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="hemicycle-", ignore_cleanup_errors=True))
        )
        sound = stack.enter_context(loudspeaker(folder))
        running = Firefox(program, folder, PREFERENCES, sound)
        stack.callback(running.stop)
        watched = Watched(running)
        stack.callback(watched.bidi.close)
        yield watched


class FirefoxVisitor(Person):
    """Somebody at a Firefox, through WebDriver BiDi.

    Args:
        bidi: the session with the browser.
        host: `name:port` of the only server that their pages may talk to.
        script: runs in each page before any of its own.
        ear: the script that listens to the page.
    """

    def __init__(self, bidi: Bidi, host: str, script: str, ear: str = EAR) -> None:
        super().__init__(host)
        self._bidi = bidi
        # Of two ways to the media the slower is given up, which Firefox tells as an error of it.
        self.expects(r"ws://\S+/media\?ticket=")
        self._cookies = bidi.command("browser.createUserContext")["userContext"]
        bidi.command(
            "script.addPreloadScript",
            functionDeclaration=f"() => {{ {ear}\n{SOCKETS}\n{script} }}",
            userContexts=[self._cookies],
        )
        opened = bidi.command("browsingContext.create", type="tab", userContext=self._cookies)
        self.tab = Tab(bidi, opened["context"])
        self.tab.activate()

    def close(self) -> None:
        """Closes the page and forgets the cookies."""
        self._bidi.command("browser.removeUserContext", userContext=self._cookies)

    def open(self, url: str) -> None:
        """Opens an address, such as a personal link."""
        self.tab.goto(url)

    def ask(self, function: str, argument: Any = None) -> Any:
        """What a function of JavaScript says of a JSON argument."""
        return self.tab.evaluate(function, argument)

    def wait_until(self, function: str, argument: Any = None, timeout_ms: float = PATIENCE_MS) -> None:
        """Until a function of JavaScript says so."""
        until = time.monotonic() + timeout_ms / 1000
        while not self.ask(function, argument):
            if time.monotonic() > until:
                raise TimeoutError(
                    f"{function} of {argument}: not so within {timeout_ms} ms; {self._state()}"
                )
            time.sleep(LOOK_SECONDS)

    def went_by(self) -> str:
        """By which way the page has reached the media."""
        return "tcp" if self.ask("() => sockets.some(url => url.includes('/media?'))") else "udp"

    def press(self, name: str) -> None:
        """Clicks the button of that name, once it is there."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while True:
            try:
                if button := self.tab.find("button", name):
                    self.tab.click(button)
                    return
            except BidiError:
                # It went away, or another was drawn in its place: looked for anew.
                if time.monotonic() > until:
                    raise
            assert time.monotonic() < until, f"no button {name!r}; {self._state()}"
            time.sleep(LOOK_SECONDS)

    def has_button(self, name: str) -> bool:
        """Whether there is a button of that name now."""
        return self.tab.find("button", name) is not None

    def reads(self, text: str) -> None:
        """Words that come in sight."""
        self.wait_until(IN_SIGHT, re.escape(text))

    def _state(self) -> str:
        words = self.ask("() => document.body.innerText")
        return f"the page says:\n{words}\nits problems: {self.problems}"

    def on_event(self, name: str, event: Json) -> None:
        """Notes what a page must not do; events of other pages are left out."""
        if (event.get("context") or event.get("source", {}).get("context")) != self.tab.context:
            return
        if name == "log.entryAdded":
            if event["level"] == "error":
                self.problems.append(f"{event['type']}: {event['text']}")
            return
        url = event["request"]["url"]
        if name == "network.fetchError":
            self.problems.append(f"request failed: {url}: {event['errorText']}")
        elif name == "network.responseCompleted" and event["response"]["status"] >= 400:
            self.problems.append(f"status {event['response']['status']}: {url}")
        else:
            self._look_at(url)


class FirefoxVisit(Protocol):
    """Makes a visitor at a Firefox."""

    def __call__(self, script: str = "") -> FirefoxVisitor:
        """A visitor with cookies of their own.

        Args:
            script: runs in each of their pages before any of its own.
        """

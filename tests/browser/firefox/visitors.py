"""People at a Firefox: each with cookies of their own, watched for whatever a page must not do."""

from __future__ import annotations

import re
import time
from typing import Protocol
from urllib.parse import urlsplit

from tests.browser.firefox.bidi import Bidi, BidiError, Json, Tab
from tests.browser.visitors import DIFFERENT, EAR, PICTURE, QUIET_MS, WITHIN_MS

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
LOOK_SECONDS = 0.15
IN_SIGHT = """text => [...document.querySelectorAll("body *")].some(element =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && (element.innerText ?? "").replace(/\\s+/g, " ").includes(text))"""


class FirefoxVisitor:
    """Somebody at a Firefox: does and sees what `Visitor` does, through WebDriver BiDi."""

    def __init__(self, bidi: Bidi, host: str, script: str) -> None:
        """Opens an empty page.

        Args:
            bidi: the session with the browser.
            host: `name:port` of the only server that their pages may talk to.
            script: runs in each page before any of its own.
        """
        self.problems: list[str] = []
        self._bidi = bidi
        self._host = host
        self._expected: list[re.Pattern[str]] = []
        # Of two ways to the media the slower is given up, which Firefox tells as an error of it.
        self.expects(r"ws://\S+/media\?ticket=")
        self._cookies = bidi.command("browser.createUserContext")["userContext"]
        bidi.command(
            "script.addPreloadScript",
            functionDeclaration=f"() => {{ {EAR}\n{SOCKETS}\n{script} }}",
            userContexts=[self._cookies],
        )
        opened = bidi.command("browsingContext.create", type="tab", userContext=self._cookies)
        self.tab = Tab(bidi, opened["context"])

    def close(self) -> None:
        """Closes the page and forgets the cookies."""
        self._bidi.command("browser.removeUserContext", userContext=self._cookies)

    def expects(self, *patterns: str) -> None:
        """Problems that belong to what is being tested."""
        self._expected += map(re.compile, patterns)

    def unexpected(self) -> list[str]:
        """What the page did that it must not do."""
        return [one for one in self.problems if not any(pattern.search(one) for pattern in self._expected)]

    def open(self, url: str) -> None:
        """Opens an address, such as a personal link."""
        self.tab.goto(url)

    def went_by(self) -> str:
        """By which way the page has reached the media."""
        return "tcp" if self.tab.evaluate("() => sockets.some(url => url.includes('/media?'))") else "udp"

    def press(self, name: str) -> None:
        """Clicks the button of that name, once it is there."""
        until = _deadline()
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
        self.waits_for(IN_SIGHT, text)

    def sees(self, seat: str, source: str = "camera") -> None:
        """Moving pictures of a seat, not black ones."""
        look = PICTURE[PICTURE.index("async (") :].rstrip().rstrip(";")
        asked = {"seat": seat, "source": source, "different": DIFFERENT, "within": WITHIN_MS}
        found = self.tab.evaluate(look, asked)
        assert min(found["seen"], found["drawn"]) >= DIFFERENT, f"{source} of {seat}: {found}"

    def hears(self) -> None:
        """Sound, from now on."""
        now = self.tab.evaluate("() => performance.now()")
        self.waits_for("from => hemicycleEar.loudAt > from", now)

    def hears_nothing(self) -> None:
        """Silence, for longer than a fake microphone is ever silent."""
        self.waits_for(f"() => performance.now() - hemicycleEar.loudAt > {QUIET_MS}")

    def waits_for(self, function: str, *arguments: str | float) -> None:
        """Until a function of JavaScript says so."""
        until = _deadline()
        while not self.tab.evaluate(function, *arguments):
            assert time.monotonic() < until, f"{function} {arguments}: not so; {self._state()}"
            time.sleep(LOOK_SECONDS)

    def _state(self) -> str:
        words = self.tab.evaluate("() => document.body.innerText")
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
        parts = urlsplit(url)
        if name == "network.fetchError":
            self.problems.append(f"request failed: {url}: {event['errorText']}")
        elif name == "network.responseCompleted" and event["response"]["status"] >= 400:
            self.problems.append(f"status {event['response']['status']}: {url}")
        elif parts.scheme not in ("about", "data", "blob") and parts.netloc != self._host:
            self.problems.append(f"another host: {url}")


def _deadline() -> float:
    return time.monotonic() + WITHIN_MS / 1000


class FirefoxVisit(Protocol):
    """Makes a visitor at a Firefox."""

    def __call__(self, script: str = "") -> FirefoxVisitor:
        """A visitor with cookies of their own.

        Args:
            script: runs in each of their pages before any of its own.
        """

"""People at browsers: each in a context of their own, watched for whatever a page must not do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError, expect

HERE = Path(__file__).parent
EAR = (HERE / "ear.js").read_text()
TONE_MICROPHONE = (HERE / "tone-microphone.js").read_text()
"""Makes each microphone of a page say one tone: `TONE_MICROPHONE % HZ`."""
PICTURE = (HERE / "picture.js").read_text()
WITHIN_MS = 20_000
"""How long anything may take: the machine may be slow, and runs several browsers at once."""
QUIET_MS = 2_500
"""So long without a sound is silence: the fake microphone beeps every second."""
DIFFERENT = 8


SESSION_ENDED = re.compile(
    "console: fatal error running connection (WebTransportError: The session is closed|InvalidStateError)"
)
"""What `@moq/net` says of itself when the server ends a session, or the page does while one begins."""


class Visitor:
    """Somebody at a browser: a context of their own, and the page in it."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        """Opens an empty page.

        Args:
            context: theirs alone.
            host: `name:port` of the only server that their pages may talk to.
        """
        self.context = context
        self.problems: list[str] = []
        self._host = host
        self._expected: list[re.Pattern[str]] = [SESSION_ENDED]
        context.set_default_timeout(WITHIN_MS)
        context.add_init_script(EAR)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failed)
        context.on("response", self._on_response)
        context.on("page", self._on_page)
        self.page = context.new_page()

    def expects(self, *patterns: str) -> None:
        """Problems that belong to what is being tested."""
        self._expected += map(re.compile, patterns)

    def unexpected(self) -> list[str]:
        """What the pages did that they must not do."""
        return [one for one in self.problems if not any(pattern.search(one) for pattern in self._expected)]

    def open(self, url: str, page: Page | None = None) -> Page:
        """Opens an address, such as a personal link."""
        page = page or self.page
        page.goto(url)
        return page

    def sees(self, seat: str, source: str = "camera") -> None:
        """Moving pictures of a seat, not black ones."""
        found = self.page.evaluate(
            PICTURE, {"seat": seat, "source": source, "different": DIFFERENT, "within": WITHIN_MS}
        )
        assert min(found["seen"], found["drawn"]) >= DIFFERENT, f"{source} of {seat}: {found}"

    def hears(self, for_ms: float = 0) -> None:
        """Sound, from now on, and again after as many ms."""
        self.page.wait_for_function(
            "from => hemicycleEar.loudAt > from", arg=self.page.evaluate("performance.now()") + for_ms
        )

    def hears_nothing(self) -> None:
        """Silence, for longer than the fake microphone is ever silent."""
        self.page.wait_for_function(
            f"from => performance.now() - Math.max(from, hemicycleEar.loudAt) > {QUIET_MS}",
            arg=self.page.evaluate("performance.now()"),
        )

    def reads(self, text: str | re.Pattern[str]) -> None:
        """Words that are in sight."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text} ({message.location['url']})")

    def _on_error(self, error: WebError) -> None:
        self.problems.append(f"uncaught: {error.error}")

    def _on_request(self, request: Request) -> None:
        self._look_at(request.url)

    def _on_failed(self, request: Request) -> None:
        # What is left unfinished when a page is left was not refused by anybody.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"request failed: {request.url}: {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"status {response.status}: {response.url}")

    def _on_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._look_at(socket.url))
        page.on("crash", lambda _: self.problems.append("the page crashed"))

    def _look_at(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self._host:
            self.problems.append(f"another host: {url}")


class Visit(Protocol):
    """Makes a visitor."""

    def __call__(self, lacking: str | None = None, **options: Any) -> Visitor:
        """A visitor at a browser.

        Args:
            lacking: a script that takes something away from the browser before any page's own runs.
            options: as `Browser.new_context` takes them; English is spoken if they say nothing of it.
        """

"""People at a Chromium: each with cookies of their own, watched for whatever a page must not do."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
    WebError,
    expect,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from tests.world.person import EAR, LISTENER, PATIENCE_MS, Person

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # Fewer pictures than it makes by itself: drawing them takes most of a machine without a
    # graphics card.
    "--use-fake-device-for-media-stream=fps=12",
    "--use-fake-ui-for-media-stream",
)
FREE_SOUND = "--autoplay-policy=no-user-gesture-required"
SESSION_ENDED = (
    "console: fatal error running connection (WebTransportError: The session is closed|InvalidStateError)"
)
"""What `@moq/net` says of itself when the server ends a session, or the page does while one
begins."""


def launch(playwright: Playwright, *arguments: str) -> Browser:
    """A Chromium without a window; its camera moves, its microphone beeps each second: both are
    programs."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*ARGUMENTS, *arguments])


@contextmanager
def chromium() -> Iterator[Browser]:
    """One that plays sound before anybody has touched the page."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright, launch(playwright, FREE_SOUND) as browser:
        yield browser


class Visitor(Person):
    """Somebody at a Chromium: a context of their own, and the page in it.

    Args:
        context: theirs alone.
        host: `name:port` of the only server that their pages may talk to.
        ear: the script that listens to the page.
    """

    def __init__(self, context: BrowserContext, host: str, ear: str = EAR) -> None:
        super().__init__(host)
        self.context = context
        self.opened = 0.0
        self.expects(SESSION_ENDED)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(ear)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failed)
        context.on("response", self._on_response)
        context.on("page", self._on_page)
        self.page = context.new_page()

    def open(self, url: str, page: Page | None = None) -> Page:
        """Opens an address, such as a personal link, in that page of theirs or the first."""
        page = page or self.page
        self.opened = time.monotonic()
        page.goto(url)
        return page

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
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def reads(self, text: str | re.Pattern[str]) -> None:
        """Words that come in sight."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def close(self) -> None:
        """Closes the page and forgets its cookies."""
        self.context.close()

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


class Visit(Protocol):
    """Makes a visitor at a Chromium."""

    def __call__(self, lacking: str | None = None, **options: Any) -> Visitor:
        """A visitor with cookies of their own.

        Args:
            lacking: runs in each of their pages before any of its own.
            options: what `Browser.new_context` takes.
        """


def visitor_at(
    browser: Browser, url: str, script: str | None = None, *, ear: str = EAR, **options: Any
) -> Visitor:
    """Somebody at a browser whose pages may talk to the server at that address alone.

    Args:
        browser: where.
        url: of the server.
        script: runs in each of their pages before any of its own.
        ear: the script that listens to the page.
        options: what `Browser.new_context` takes.
    """
    context = browser.new_context(**{"locale": "en-GB", **options})
    if script:
        context.add_init_script(script)
    return Visitor(context, urlsplit(url).netloc, ear)


def viewer_at(browser: Browser, url: str, script: str = "") -> Visitor:
    """Somebody who takes down the known sound and picture."""
    # A proxy's certificate may be one that nobody vouches for.
    return visitor_at(browser, url, script, ear=LISTENER, ignore_https_errors=True)


@contextmanager
def visitors_of(browser: Browser, url: str) -> Iterator[tuple[Visit, list[Visitor]]]:
    """Makes visitors of the server at an address, whatever their pages do, and who they are so
    far."""
    visitors: list[Visitor] = []
    with ExitStack() as stack:

        def visit(lacking: str | None = None, **options: Any) -> Visitor:
            visitors.append(visitor_at(browser, url, lacking, **options))
            stack.callback(visitors[-1].close)
            return visitors[-1]

        yield visit, visitors


@contextmanager
def visiting(browser: Browser, url: str) -> Iterator[Visit]:
    """Makes visitors whose pages must have done nothing wrong when the block ends."""
    with visitors_of(browser, url) as (visit, visitors):
        yield visit
        problems = [one for visitor in visitors for one in visitor.unexpected()]
    assert problems == []

"""A server, two browsers and as many visitors as a test wants; whatever their pages do wrong fails it."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from tests.browser.served import WITH_BOOTHS, Planned, Server
from tests.browser.visitors import WITHIN_MS, Visit, Visitor

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
FREE_SOUND = "--autoplay-policy=no-user-gesture-required"
numbers = itertools.count(1)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=WITHIN_MS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium with a camera and a microphone that are programs: a moving picture, a beep each second."""
    with launch(playwright, *ARGUMENTS, FREE_SOUND) as browser:
        yield browser


@pytest.fixture(scope="session")
def strict_browser(playwright: Playwright) -> Iterator[Browser]:
    """As `browser`, but it makes no sound before somebody has touched the page."""
    with launch(playwright, *ARGUMENTS) as browser:
        yield browser


def launch(playwright: Playwright, *arguments: str) -> Browser:
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*arguments])


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One that runs through all tests but those that kill theirs.

    It records nothing: the meetings that tests leave open would each have their video composed until the end.
    """
    server = Server(tmp_path_factory.mktemp("data"), "--no-record")
    yield server
    server.stop()
    assert "Traceback" not in server.log()


@pytest.fixture
def meeting(server: Server) -> Planned:
    """A meeting of this test's own."""
    return server.plan(f"small-{next(numbers)}")


@pytest.fixture
def interpreted(server: Server) -> Planned:
    """A meeting of this test's own, with booths."""
    return server.plan(f"booths-{next(numbers)}", WITH_BOOTHS)


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Makes visitors; at the end of the test, their pages must have done nothing wrong."""
    with visiting(browser, server) as visit:
        yield visit


@contextmanager
def visiting(browser: Browser, server: Server) -> Iterator[Visit]:
    """Visitors of one server, in one browser."""
    with visitors_of(browser, server.url) as (visit, visitors):
        yield visit
        problems = [one for visitor in visitors for one in visitor.unexpected()]
    assert problems == []


@contextmanager
def visitors_of(browser: Browser, url: str) -> Iterator[tuple[Visit, list[Visitor]]]:
    """Makes visitors of the server at an address, whatever their pages do, and who they are so far."""
    visitors: list[Visitor] = []
    with ExitStack() as stack:

        def visit(lacking: str | None = None, **options: Any) -> Visitor:
            context = browser.new_context(**{"locale": "en-GB", **options})
            stack.callback(context.close)
            if lacking is not None:
                context.add_init_script(lacking)
            visitors.append(Visitor(context, urlsplit(url).netloc))
            return visitors[-1]

        yield visit, visitors

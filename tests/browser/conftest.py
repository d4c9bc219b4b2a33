"""A server, two browsers and as many visitors as a test wants; whatever their pages do wrong fails
it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright
from tests.world.chromium import Visit, launch, visiting
from tests.world.clients import Client, Clients
from tests.world.firefox import FirefoxVisit, FirefoxVisitor, Watched
from tests.world.programmes import BOOTHS
from tests.world.server import Planned, Server

numbers = itertools.count(1)


@pytest.fixture(scope="session")
def strict_browser(playwright: Playwright) -> Iterator[Browser]:
    """As `browser`, but it makes no sound before somebody has touched the page."""
    with launch(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One that runs through all tests but those that kill theirs.

    It records nothing: the meetings that tests leave open would each have their video composed
    until the end.
    """
    with Server(tmp_path_factory.mktemp("data"), "--no-record") as server:
        yield server
    assert "Traceback" not in server.log()


@pytest.fixture
def meeting(server: Server) -> Planned:
    """A meeting of this test's own."""
    return server.plan(f"small-{next(numbers)}")


@pytest.fixture
def interpreted(server: Server) -> Planned:
    """A meeting of this test's own, with booths."""
    return server.plan(f"booths-{next(numbers)}", BOOTHS)


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Makes visitors; at the end of the test, their pages must have done nothing wrong."""
    with visiting(browser, server.url) as visit:
        yield visit


@pytest.fixture
def visit_firefox(watched: Watched, server: Server) -> Iterator[FirefoxVisit]:
    """Makes visitors at a Firefox; their pages must have done nothing wrong either."""

    def visit(script: str = "") -> FirefoxVisitor:
        return watched.visitor(server.url, script)

    yield visit
    problems = [one for visitor in watched.visitors for one in visitor.unexpected()]
    watched.leave()
    assert problems == []


@pytest.fixture
def chair(clients: Clients, meeting: Planned) -> Iterator[Client]:
    """Whoever presides, by a client, and has opened the meeting."""
    with clients.seat(meeting.links["chair"]) as chair:
        chair.ask("meeting.open")
        yield chair

"""One server behind one relay, one known speaker, both browsers; each test makes the network as it wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from bench.known.firefox import FirefoxViewer, firefox
from bench.known.page import PATIENCE_MS, KnownPage
from bench.known.served import KnownSpeaker, Served
from bench.known.viewer import Viewer, chromium
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from playwright.sync_api import Browser, expect
from tests.browser.firefox.bidi import Bidi

GOOD = Conditions(delay_ms=40, jitter_ms=10)
Open = Callable[..., KnownPage]
"""Opens the page of a seat: `open_page(seat="guest-1", script="")`."""
New = Callable[[str], KnownPage]
"""An empty page in which a script runs before everything else."""


@pytest.fixture(scope="session")
def running_relay() -> Iterator[Relay]:
    with Relay() as relay:
        yield relay


@pytest.fixture(scope="session")
def served(running_relay: Relay, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose guests come through the relay."""
    with Served(tmp_path_factory.mktemp("data"), running_relay.port) as served:
        running_relay.target(served.port)
        yield served
        assert "Traceback" not in served.log()


@pytest.fixture(scope="session")
def paths(served: Served) -> dict[str, str]:
    """The meeting's personal links."""
    return served.plan("small")


@pytest.fixture(scope="session")
def speaker(served: Served, paths: dict[str, str]) -> Iterator[KnownSpeaker]:
    """Speaks over a good network."""
    base = f"http://localhost:{served.port}"
    with KnownSpeaker(base, paths, media_port=served.port) as speaker:
        yield speaker


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with chromium() as browser:
        yield browser


@pytest.fixture
def relay(running_relay: Relay) -> Iterator[Relay]:
    """The network of the test's guests; a good one at first."""
    running_relay.become(GOOD)
    yield running_relay
    running_relay.become(Conditions())


@pytest.fixture(scope="session")
def bidi() -> Iterator[Bidi]:
    with firefox() as bidi:
        yield bidi


@pytest.fixture(params=["chromium", "firefox"])
def new_page(request: pytest.FixtureRequest) -> New:
    """Of either browser."""
    if request.param == "firefox":
        return partial(FirefoxViewer, request.getfixturevalue("bidi"))
    return partial(Viewer, request.getfixturevalue("browser"))


@pytest.fixture
def open_page(new_page: New, relay: Relay, served: Served, paths: dict[str, str]) -> Iterator[Open]:
    """Opens pages, which are closed at the end."""
    pages: list[KnownPage] = []

    def open_page(seat: str = "guest-1", script: str = "") -> KnownPage:
        pages.append(new_page(script))
        pages[-1].open(served.url + paths[seat])
        return pages[-1]

    yield open_page
    for page in pages:
        page.close()

"""One server, one known speaker, and guests at all browsers, each behind a relay of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from bench.known.speaker import KnownSpeaker
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from playwright.sync_api import Browser
from tests.world.chromium import viewer_at
from tests.world.firefox import Watched
from tests.world.network import GOOD, Guests, Network, through
from tests.world.person import LISTENER
from tests.world.programmes import known
from tests.world.server import Planned, Server

FIRST, SECOND = "chromium", "firefox"
Come = Callable[..., Guests]
"""Guests open the pages of their seats: `come(script="")`, a script that runs before everything
else."""


@pytest.fixture(scope="session")
def running() -> Iterator[Network]:
    with Relay() as first, Relay() as second:
        yield Network({FIRST: first, SECOND: second})


@pytest.fixture(scope="session")
def served(running: Network, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose guests come through relays; it takes all for the first one's."""
    port = running.relays[FIRST].port
    with Server(tmp_path_factory.mktemp("data"), "--no-record", public_port=port) as served:
        for relay in running.relays.values():
            relay.target(served.port)
        yield served
    assert "Traceback" not in served.log()


@pytest.fixture(scope="session")
def small(served: Server) -> Planned:
    """The meeting, in which the known speaker has the floor."""
    return served.add("small", known("small"))


@pytest.fixture(scope="session")
def speaker(served: Server, small: Planned) -> Iterator[KnownSpeaker]:
    """Speaks over a good network."""
    with KnownSpeaker(small.at(served.own_url).links, media_port=served.port) as speaker:
        yield speaker


@pytest.fixture
def network(running: Network) -> Iterator[Network]:
    """The network of the test's guests; a good one at first."""
    running.become(GOOD)
    yield running
    running.become(Conditions())


@pytest.fixture
def relay(network: Network) -> Relay:
    """The network of a guest who comes alone, at Chromium."""
    return network.relays[FIRST]


@pytest.fixture
def come(
    browser: Browser, watched: Watched, network: Network, served: Server, small: Planned
) -> Iterator[Come]:
    """Guests at all browsers, who leave at the end."""
    with ExitStack() as stack:

        def come(script: str = "") -> Guests:
            url = f"http://localhost:{network.relays[SECOND].port}"
            first = viewer_at(browser, served.url, script)
            stack.callback(first.close)
            own = script + through(served, network.relays[SECOND].port)
            second = watched.visitor(url, own, ear=LISTENER)
            stack.callback(watched.leave)
            first.open(small.links["guest-1"])
            second.open(small.at(url).links["guest-2"])
            return Guests({FIRST: first, SECOND: second})

        yield come

"""Where UDP is blocked: everything over one WebSocket, found by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.known.speaker import SMALL, KnownSpeaker
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from playwright.sync_api import Browser
from tests.network.conftest import Come
from tests.world.acts import give_floor, opened, press, seated, went_in
from tests.world.chromium import viewer_at, visitors_of
from tests.world.network import Network
from tests.world.programmes import known
from tests.world.proxies import certificate, free_port, nginx
from tests.world.server import Planned, Server

pytestmark = pytest.mark.realtime

FRAMES = "hemicycle_frames_copied_total"
SPEAKER = "Ku Hong-seok"


def over_tcp(served: Server, meeting: Planned) -> float:
    """How many viewers take over TCP."""
    return served.figure("hemicycle_viewers", meeting, way="tcp")


def test_udp_blocked_from_the_start(
    come: Come, network: Network, served: Server, small: Planned, speaker: KnownSpeaker
) -> None:
    network.change(udp=False)
    guests = come()
    guests.wait_for_sound()
    guests.wait_for_picture()
    assert over_tcp(served, small) >= 2


def test_udp_blocked_in_the_middle(
    come: Come, network: Network, served: Server, small: Planned, speaker: KnownSpeaker
) -> None:
    guests = come()
    guests.wait_for_sound()
    guests.wait_for_picture()
    network.change(udp=False)
    time.sleep(2)
    guests.wait_for_sound()
    guests.wait_for_picture()
    assert over_tcp(served, small) >= 2


def test_a_browser_without_webtransport(
    come: Come, network: Network, served: Server, small: Planned, speaker: KnownSpeaker
) -> None:
    network.become(Conditions(delay_ms=40, jitter_ms=10, loss=0.02))
    guests = come(script="delete globalThis.WebTransport;")
    guests.wait_for_sound()
    guests.wait_for_picture()
    assert over_tcp(served, small) >= 2
    # Such loss leaves TCP some 1.2 Mbit/s: the page has to find out that it is less than the
    # picture wants.
    guests.wait_for_level(SMALL[0])
    for browser, given in guests.listen(8):
        assert given.silent < 0.1, browser


def test_through_nginx(browser: Browser, tmp_path: Path) -> None:
    """With the configuration that the documentation shows; UDP does not pass through it."""
    public = free_port()
    (tmp_path / "data").mkdir()
    with (
        Server(tmp_path / "data", "--no-record", public_port=public, secure=True) as served,
        nginx(tmp_path, certificate(tmp_path), public, served.port),
    ):
        small = served.add("small", known("small"))
        with KnownSpeaker(small.at(served.own_url).links, media_port=served.port):
            viewer = viewer_at(browser, served.url)
            try:
                viewer.open(small.links["guest-1"])
                viewer.wait_for_sound()
                viewer.wait_for_picture()
                assert over_tcp(served, small) == 1
            finally:
                viewer.close()


@pytest.fixture
def speaker_over_tcp(relay: Relay, served: Server) -> Iterator[tuple[KnownSpeaker, Planned]]:
    """A speaker whose UDP is blocked, in a meeting of their own; the guests' is not."""
    relay.change(udp=False)
    meeting = served.add("blocked", known("blocked"))
    with KnownSpeaker(meeting.links, tcp=True) as speaker:
        relay.change(udp=True)
        yield speaker, meeting


def test_the_chair_closes_a_microphone_that_comes_over_tcp(
    speaker_over_tcp: tuple[KnownSpeaker, Planned], browser: Browser, served: Server
) -> None:
    """Not one frame reaches the room after the fact, and the microphone is back when it is opened
    again."""
    speaker, meeting = speaker_over_tcp

    def frames() -> float:
        return served.figure(FRAMES, meeting)

    viewer = viewer_at(browser, served.url)
    try:
        viewer.open(meeting.links["guest-1"])
        viewer.wait_for_sound()
        assert speaker.order("hide") is None
        for _ in range(3):
            assert speaker.order("close") is None
            closed = frames()
            time.sleep(1.5)
            assert frames() == closed
            assert viewer.listen(1).silent == 1.0
            assert speaker.order("open") is None
            viewer.wait_for_sound()
            assert frames() > closed
    finally:
        viewer.close()


def test_a_speaker_at_a_browser_without_udp(browser: Browser, relay: Relay, served: Server) -> None:
    """Seen and heard by a guest whose UDP is blocked too, while the chair lets them."""
    relay.change(udp=False)
    meeting = served.add("guests", known("guests"))
    with visitors_of(browser, served.url) as (visit, _):
        chair = opened(visit, meeting)
        guest = seated(visit, meeting, "guest-1")
        went_in(visit, meeting, "speaker")
        give_floor(chair, SPEAKER)
        guest.hears()
        guest.sees("speaker")
        press(chair, f"Close the microphone of {SPEAKER}")
        guest.hears_nothing()
        press(chair, f"Open the microphone of {SPEAKER}")
        guest.hears()

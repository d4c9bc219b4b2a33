"""Where UDP is blocked: everything over one WebSocket, found by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from bench.known.served import KnownSpeaker, Served
from bench.known.speaker import SMALL
from bench.known.viewer import Viewer
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from playwright.sync_api import Browser
from tests.browser.acts import give_floor, opened, press, seated, went_in
from tests.browser.served import Planned
from tests.browser.visitors import Visitor
from tests.network.conftest import Open
from tests.service.deploy.proxies import certificate, free_port, nginx

FRAMES = "hemicycle_frames_copied_total"
SPEAKER = "Ku Hong-seok"


def over_tcp(served: Served, slug: str = "small") -> float:
    """How many viewers take over TCP."""
    return served.figure("hemicycle_viewers", slug, way="tcp")


def test_udp_blocked_from_the_start(
    open_page: Open, relay: Relay, served: Served, speaker: KnownSpeaker
) -> None:
    relay.change(udp=False)
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    assert over_tcp(served) >= 1


def test_udp_blocked_in_the_middle(
    open_page: Open, relay: Relay, served: Served, speaker: KnownSpeaker
) -> None:
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    relay.change(udp=False)
    time.sleep(2)
    guest.wait_for_sound()
    guest.wait_for_picture()
    assert over_tcp(served) >= 1


def test_a_browser_without_webtransport(
    open_page: Open, relay: Relay, served: Served, speaker: KnownSpeaker
) -> None:
    relay.become(Conditions(delay_ms=40, jitter_ms=10, loss=0.02))
    guest = open_page(script="delete globalThis.WebTransport;")
    guest.wait_for_sound()
    guest.wait_for_picture()
    assert over_tcp(served) >= 1
    # Such loss leaves TCP some 1.2 Mbit/s: the page has to find out that it is less than the picture wants.
    guest.wait_for_level(SMALL[0])
    assert guest.listen(8).silent < 0.1


def test_through_nginx(browser: Browser, tmp_path: Path) -> None:
    """With the configuration that the documentation shows; UDP does not pass through it."""
    public = free_port()
    (tmp_path / "data").mkdir()
    with (
        Served(tmp_path / "data", public, secure=True) as served,
        nginx(tmp_path, certificate(tmp_path), public, served.port),
    ):
        paths = served.plan("small")
        with KnownSpeaker(f"http://localhost:{served.port}", paths, media_port=served.port):
            viewer = Viewer(browser)
            try:
                viewer.open(served.url + paths["guest-1"])
                viewer.wait_for_sound()
                viewer.wait_for_picture()
                assert over_tcp(served) == 1
            finally:
                viewer.close()


@pytest.fixture
def speaker_over_tcp(relay: Relay, served: Served) -> Iterator[tuple[KnownSpeaker, dict[str, str]]]:
    """A speaker whose UDP is blocked, in a meeting of their own; the guests' is not."""
    relay.change(udp=False)
    paths = served.plan("blocked")
    with KnownSpeaker(served.url, paths, tcp=True) as speaker:
        relay.change(udp=True)
        yield speaker, paths


def test_the_chair_closes_a_microphone_that_comes_over_tcp(
    speaker_over_tcp: tuple[KnownSpeaker, dict[str, str]], browser: Browser, served: Served
) -> None:
    """Not one frame reaches the room after the fact, and the microphone is back when it is opened again."""
    speaker, paths = speaker_over_tcp

    def frames() -> float:
        return served.figure(FRAMES, "blocked")

    viewer = Viewer(browser)
    try:
        viewer.open(served.url + paths["guest-1"])
        viewer.wait_for_sound()
        assert speaker.ask("hide") is None
        for _ in range(3):
            assert speaker.ask("close") is None
            closed = frames()
            time.sleep(1.5)
            assert frames() == closed
            assert viewer.listen(1).silent == 1.0
            assert speaker.ask("open") is None
            viewer.wait_for_sound()
            assert frames() > closed
    finally:
        viewer.close()


def test_a_speaker_at_a_browser_without_udp(browser: Browser, relay: Relay, served: Served) -> None:
    """Seen and heard by a guest whose UDP is blocked too, while the chair lets them."""
    relay.change(udp=False)
    paths = served.plan("guests")
    meeting = Planned("guests", {seat: served.url + path for seat, path in paths.items()})
    with ExitStack() as stack:

        def visit(lacking: str | None = None, **options: Any) -> Visitor:
            context = browser.new_context(**{"locale": "en-GB", **options})
            stack.callback(context.close)
            return Visitor(context, f"localhost:{relay.port}")

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

"""A speaker who drops out and comes back has the microphone as the chair left it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import pytest
from bench.known.page_speaker import known_through
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from playwright.sync_api import Browser
from tests.world.acts import went_in
from tests.world.chromium import Visit, viewer_at, visitors_of
from tests.world.clients import Clients
from tests.world.programmes import known
from tests.world.server import Server

pytestmark = pytest.mark.realtime

FRAMES = "hemicycle_frames_copied_total"
AWAY_SECONDS = 6.0
BACK_WITHIN_MS = 110_000
"""A page on a busy machine takes what does not come for a weak link, and is content with little
then."""


@pytest.fixture
def uplink(served: Server) -> Iterator[Relay]:
    """The speaker's own network."""
    with Relay() as relay:
        relay.become(Conditions(delay_ms=40, jitter_ms=10))
        relay.target(served.port)
        yield relay


@pytest.fixture
def visit(browser: Browser, served: Server) -> Iterator[Visit]:
    with visitors_of(browser, served.url) as (visit, _):
        yield visit


@pytest.mark.timeout(300)
@pytest.mark.parametrize("udp", [True, False])
def test_who_drops_out_and_returns(
    visit: Visit,
    browser: Browser,
    clients: Clients,
    relay: Relay,
    uplink: Relay,
    served: Server,
    udp: bool,
) -> None:
    """Left open, all is as before; closed by the chair meanwhile, not one frame is heard."""
    uplink.change(udp=udp)
    slug = f"drops-{udp}".lower()
    meeting = served.add(slug, known(slug))
    own = meeting.at(f"http://localhost:{uplink.port}")
    with ExitStack() as stack:
        chair = stack.enter_context(clients.seat(meeting.links["chair"]))
        chair.ask("meeting.open")
        speaker = went_in(partial(visit, known_through(served, uplink.port)), own, "speaker")
        chair.give_floor("speaker")
        guest = viewer_at(browser, served.url)
        stack.callback(guest.close)
        guest.open(meeting.links["guest-1"])
        for left_open in (True, False):
            guest.wait_for_sound()
            guest.wait_for_picture(BACK_WITHIN_MS)

            uplink.change(udp=False, tcp=False)
            speaker.reads("The connection is interrupted. It is not certain that anybody hears you.")
            assert guest.listen(1).silent == 1.0
            if not left_open:
                chair.close_microphone("speaker")
            time.sleep(AWAY_SECONDS)

            uplink.change(udp=udp, tcp=True)
            guest.wait_for_picture(BACK_WITHIN_MS)
            if left_open:
                speaker.reads("The chair has given you the floor. Everybody hears you.")
            else:
                speaker.reads("You have the floor. Your microphone is closed by the chair.")
                chair.ask("picture.hide", seat="speaker", source="camera")
                sent = served.figure(FRAMES, meeting)
                assert guest.listen(3).silent == 1.0
                assert served.figure(FRAMES, meeting) == sent
                chair.open_microphone("speaker")
            guest.wait_for_sound()

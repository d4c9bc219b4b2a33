"""Sound and picture where packets are lost, and where there is no room for all of them."""

from __future__ import annotations

import re

import pytest
from bench.known.heard import Given
from bench.known.served import KnownSpeaker
from bench.known.speaker import FULL, SMALL
from bench.known.viewer import PATIENCE_MS, Viewer
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from playwright.sync_api import expect
from tests.network.conftest import GOOD, Open

LISTENED_MS = 8_000
NO_FILM = re.compile(r"^(Sound only|Still pictures): the connection is weak$")
BACK_WITHIN_MS = 110_000
"""For half a minute a page is content with little; a try that a busy machine spoils doubles that."""


def listen(viewer: Viewer, milliseconds: int = LISTENED_MS) -> Given:
    viewer.begin()
    viewer.page.wait_for_timeout(milliseconds)
    return viewer.taken()


def test_lost_packets_are_waited_for(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    """Without that, a third of the sound is missing at 10 %, on any machine."""
    relay.become(Conditions(delay_ms=40, jitter_ms=10, loss=0.03))
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    guest.page.wait_for_timeout(3_000)
    given = listen(guest)
    assert given.silent < 0.05
    assert given.fps > 5
    assert given.unreadable == 0

    relay.change(loss=0.1)
    guest.page.wait_for_timeout(3_000)
    # So much loss leaves some 250 kbit/s, which is too little for any picture that moves.
    assert listen(guest).silent < 0.1


def test_a_burst_is_heard_no_longer_than_it_is(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    guest = open_page()
    guest.wait_for_sound()
    relay.become(Conditions(delay_ms=40, jitter_ms=10, outage_ms=300, outage_every_ms=3_000))
    given = listen(guest, 13_000)
    # Four bursts: what is lost in one comes again while its buffer lasts.
    assert given.silent < 4 * 0.3 / 13 + 0.05


@pytest.mark.timeout(240)
def test_a_narrow_link_gets_less_picture_and_all_of_the_sound(
    open_page: Open, relay: Relay, speaker: KnownSpeaker
) -> None:
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_level(FULL[0])

    relay.become(Conditions(delay_ms=40, jitter_ms=10, down_kbit=1000))
    guest.wait_for_level(SMALL[0])
    guest.page.wait_for_timeout(2_000)
    given = listen(guest)
    assert given.silent < 0.05
    assert given.fps > 3

    relay.become(GOOD)
    guest.wait_for_level(FULL[0], BACK_WITHIN_MS)


def test_the_narrowest_link_gets_the_sound(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    relay.become(Conditions(delay_ms=40, jitter_ms=10, down_kbit=150))
    expect(guest.page.get_by_text(NO_FILM).first).to_be_visible(timeout=PATIENCE_MS)
    # Until what filled the queue is through.
    guest.wait_for_sound()
    given = listen(guest)
    assert given.silent < 0.05
    assert given.fps < 1

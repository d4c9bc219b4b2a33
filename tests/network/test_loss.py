"""Sound and picture where packets are lost, and where there is no room for all of them."""

from __future__ import annotations

import time

import pytest
from bench.known.speaker import FULL, SMALL, KnownSpeaker
from bench.relay.conditions import Conditions
from tests.network.conftest import Come
from tests.world.counting import counting
from tests.world.network import GOOD, Network

pytestmark = pytest.mark.realtime

LISTENED = 8.0
NO_FILM = r"^(Sound only|Still pictures): the connection is weak$"
BACK_WITHIN_MS = 110_000
"""For half a minute a page is content with little; a try that a busy machine spoils doubles
that."""


def test_lost_packets_are_waited_for(come: Come, network: Network, speaker: KnownSpeaker) -> None:
    """Without that, a third of the sound is missing at 10 %, on any machine."""
    network.become(Conditions(delay_ms=40, jitter_ms=10, loss=0.03))
    guests = come()
    guests.wait_for_sound()
    guests.wait_for_picture()
    time.sleep(3)
    for browser, given in guests.listen(LISTENED):
        assert given.silent < 0.05, browser
        assert given.fps > 5, browser
        assert given.unreadable == 0, browser

    network.change(loss=0.1)
    time.sleep(3)
    # So much loss leaves some 250 kbit/s, which is too little for any picture that moves.
    for browser, given in guests.listen(LISTENED):
        assert given.silent < 0.1, browser


def test_pictures_come_apart_from_the_sound_where_packets_are_lost(
    come: Come, network: Network, speaker: KnownSpeaker
) -> None:
    guests = come(script=counting("WebTransport"))
    guests.wait_for_sound()
    guests.wait_for_picture()
    assert set(guests.ask("() => hemicycleMade").values()) == {1}
    network.become(Conditions(delay_ms=40, jitter_ms=10, loss=0.05))
    guests.wait_until("() => hemicycleMade > 1")
    for browser, given in guests.listen(LISTENED):
        assert given.silent < 0.05, browser
        assert given.fps > 5, browser
        assert given.unreadable == 0, browser


def test_a_burst_is_heard_no_longer_than_it_is(come: Come, network: Network, speaker: KnownSpeaker) -> None:
    guests = come()
    guests.wait_for_sound()
    network.become(Conditions(delay_ms=40, jitter_ms=10, outage_ms=300, outage_every_ms=3_000))
    # Four bursts: what is lost in one comes again while its buffer lasts.
    for browser, given in guests.listen(13):
        assert given.silent < 4 * 0.3 / 13 + 0.05, browser


@pytest.mark.timeout(240)
def test_a_narrow_link_gets_less_picture_and_all_of_the_sound(
    come: Come, network: Network, speaker: KnownSpeaker
) -> None:
    guests = come()
    guests.wait_for_sound()
    guests.wait_for_level(FULL[0])

    network.become(Conditions(delay_ms=40, jitter_ms=10, down_kbit=1000))
    guests.wait_for_level(SMALL[0])
    time.sleep(2)
    for browser, given in guests.listen(LISTENED):
        assert given.silent < 0.05, browser
        assert given.fps > 3, browser

    network.become(GOOD)
    guests.wait_for_level(FULL[0], BACK_WITHIN_MS)


def test_the_narrowest_link_gets_the_sound(come: Come, network: Network, speaker: KnownSpeaker) -> None:
    guests = come()
    guests.wait_for_sound()
    guests.wait_for_picture()
    network.become(Conditions(delay_ms=40, jitter_ms=10, down_kbit=150))
    guests.wait_for_words(NO_FILM)
    # Until what filled the queue is through.
    guests.wait_for_sound()
    for browser, given in guests.listen(LISTENED):
        assert given.silent < 0.05, browser
        assert given.fps < 1, browser

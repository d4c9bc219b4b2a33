"""Sound and picture where packets are lost, and where there is no room for all of them."""

from __future__ import annotations

import time

import pytest
from bench.known.served import KnownSpeaker
from bench.known.speaker import FULL, SMALL
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from tests.network.conftest import GOOD, Open
from tests.network.counting import counting

LISTENED = 8.0
NO_FILM = r"^(Sound only|Still pictures): the connection is weak$"
BACK_WITHIN_MS = 110_000
"""For half a minute a page is content with little; a try that a busy machine spoils doubles that."""


def test_lost_packets_are_waited_for(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    """Without that, a third of the sound is missing at 10 %, on any machine."""
    relay.become(Conditions(delay_ms=40, jitter_ms=10, loss=0.03))
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    time.sleep(3)
    given = guest.listen(LISTENED)
    assert given.silent < 0.05
    assert given.fps > 5
    assert given.unreadable == 0

    relay.change(loss=0.1)
    time.sleep(3)
    # So much loss leaves some 250 kbit/s, which is too little for any picture that moves.
    assert guest.listen(LISTENED).silent < 0.1


def test_pictures_come_apart_from_the_sound_where_packets_are_lost(
    open_page: Open, relay: Relay, speaker: KnownSpeaker
) -> None:
    guest = open_page(script=counting("WebTransport"))
    guest.wait_for_sound()
    guest.wait_for_picture()
    assert guest.ask("() => hemicycleMade") == 1
    relay.become(Conditions(delay_ms=40, jitter_ms=10, loss=0.05))
    guest.wait_until("() => hemicycleMade > 1")
    given = guest.listen(LISTENED)
    assert given.silent < 0.05
    assert given.fps > 5
    assert given.unreadable == 0


def test_a_burst_is_heard_no_longer_than_it_is(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    guest = open_page()
    guest.wait_for_sound()
    relay.become(Conditions(delay_ms=40, jitter_ms=10, outage_ms=300, outage_every_ms=3_000))
    given = guest.listen(13)
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
    time.sleep(2)
    given = guest.listen(LISTENED)
    assert given.silent < 0.05
    assert given.fps > 3

    relay.become(GOOD)
    guest.wait_for_level(FULL[0], BACK_WITHIN_MS)


def test_the_narrowest_link_gets_the_sound(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    relay.become(Conditions(delay_ms=40, jitter_ms=10, down_kbit=150))
    guest.wait_for_words(NO_FILM)
    # Until what filled the queue is through.
    guest.wait_for_sound()
    given = guest.listen(LISTENED)
    assert given.silent < 0.05
    assert given.fps < 1

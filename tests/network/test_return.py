"""A network that goes away and comes back: the page says so, keeps its picture, and goes on by itself."""

from __future__ import annotations

import time

import pytest
from bench.known.asleep import asleep
from bench.known.served import KnownSpeaker
from bench.relay.control import Relay
from tests.network.conftest import Open
from tests.network.counting import counting

LOST = r"The connection has been lost since \d\d:\d\d:\d\d\."


@pytest.mark.parametrize("seconds", [3, 12])
def test_after_a_black_hole(open_page: Open, relay: Relay, speaker: KnownSpeaker, seconds: int) -> None:
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    relay.change(udp=False, tcp=False)
    time.sleep(2)
    assert guest.listen(1).fps == 0
    assert guest.brightness("speaker") > 0
    if seconds > 3:
        guest.wait_for_words(LOST)
        time.sleep(seconds - 3)
        assert guest.brightness("speaker") > 0

    relay.change(udp=True, tcp=True)
    guest.wait_for_sound()
    guest.wait_for_picture()
    guest.wait_without_words(LOST)
    # What the page gave up meanwhile may reach the server only now.
    assert guest.listen(5).silent < 0.2


def test_with_a_new_address(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    for _ in range(2):
        relay.move()
        time.sleep(1)
        guest.wait_for_sound()
        guest.wait_for_picture()
    guest.wait_without_words(LOST)
    guest.press("Raise hand")
    guest.wait_for_words("1st in the list")
    guest.press("Lower hand")


def test_after_a_laptop_slept(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    """Whoever was connected to it may have given it up meanwhile."""
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    with asleep():
        time.sleep(20)
    guest.wait_for_sound()
    guest.wait_for_picture()
    guest.wait_without_words(LOST)


def test_a_long_cut_is_not_filled_with_websockets(
    open_page: Open, relay: Relay, speaker: KnownSpeaker
) -> None:
    """Browsers make a page wait for its next WebSocket the longer, the more of them have failed."""
    guest = open_page(script=counting("WebSocket"))
    guest.wait_for_sound()
    before = guest.ask("() => hemicycleMade")
    assert before > 0
    relay.change(udp=False, tcp=False)
    guest.wait_for_words(LOST)
    # Longer than the idle connections of both ways last.
    time.sleep(45)
    # Three of the seat's, and the media's: some until the seat's loss was known, three after it.
    assert guest.ask("() => hemicycleMade") - before <= 12
    relay.change(udp=True, tcp=True)
    guest.wait_without_words(LOST)
    guest.wait_for_sound()
    guest.wait_for_picture()

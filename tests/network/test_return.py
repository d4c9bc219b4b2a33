"""A network that goes away and comes back: the page says so, keeps its picture, and goes on by
itself."""

from __future__ import annotations

import time

import pytest
from bench.known.asleep import asleep
from bench.known.speaker import KnownSpeaker
from tests.network.conftest import Come
from tests.world.counting import counting
from tests.world.network import Guests, Network

pytestmark = pytest.mark.realtime

LOST = r"The connection has been lost since \d\d:\d\d:\d\d\."


def keep_their_picture(guests: Guests) -> None:
    for browser, person in guests.people.items():
        assert person.brightness("speaker") > 0, browser


@pytest.mark.parametrize("seconds", [3, 12])
def test_after_a_black_hole(come: Come, network: Network, speaker: KnownSpeaker, seconds: int) -> None:
    guests = come()
    guests.wait_for_sound()
    guests.wait_for_picture()
    network.change(udp=False, tcp=False)
    time.sleep(2)
    for browser, given in guests.listen(1):
        assert given.fps == 0, browser
    keep_their_picture(guests)
    if seconds > 3:
        guests.wait_for_words(LOST)
        time.sleep(seconds - 3)
        keep_their_picture(guests)

    network.change(udp=True, tcp=True)
    guests.wait_for_sound()
    guests.wait_for_picture()
    guests.wait_without_words(LOST)
    # What the page gave up meanwhile may reach the server only now.
    for browser, given in guests.listen(5):
        assert given.silent < 0.2, browser


def test_with_a_new_address(come: Come, network: Network, speaker: KnownSpeaker) -> None:
    guests = come()
    guests.wait_for_sound()
    guests.wait_for_picture()
    for _ in range(2):
        network.move()
        time.sleep(1)
        guests.wait_for_sound()
        guests.wait_for_picture()
    guests.wait_without_words(LOST)
    for person in guests.people.values():
        person.press("Raise hand")
        person.wait_for_words("1st in the list")
        person.press("Lower hand")
        person.wait_without_words("1st in the list")


def test_after_a_laptop_slept(come: Come, network: Network, speaker: KnownSpeaker) -> None:
    """Whoever was connected to it may have given it up meanwhile."""
    guests = come()
    guests.wait_for_sound()
    guests.wait_for_picture()
    with asleep():
        time.sleep(20)
    guests.wait_for_sound()
    guests.wait_for_picture()
    guests.wait_without_words(LOST)


@pytest.mark.parametrize("seconds", [20, pytest.param(45, marks=pytest.mark.deep)])
def test_a_long_cut_is_not_filled_with_websockets(
    come: Come, network: Network, speaker: KnownSpeaker, seconds: int
) -> None:
    """Browsers make a page wait for its next WebSocket the longer, the more of them have failed."""
    guests = come(script=counting("WebSocket"))
    guests.wait_for_sound()
    before = guests.ask("() => hemicycleMade")
    assert min(before.values()) > 0
    network.change(udp=False, tcp=False)
    guests.wait_for_words(LOST)
    # 45 s are longer than the idle connections of both ways last.
    time.sleep(seconds)
    # Three of the seat's, and the media's: some until the seat's loss was known, three after it.
    for browser, made in guests.ask("() => hemicycleMade").items():
        assert made - before[browser] <= 12, browser
    network.change(udp=True, tcp=True)
    guests.wait_without_words(LOST)
    guests.wait_for_sound()
    guests.wait_for_picture()

"""A network that goes away and comes back: the page says so, keeps its picture, and goes on by itself."""

from __future__ import annotations

import re

import pytest
from bench.known.served import KnownSpeaker
from bench.relay.control import Relay
from playwright.sync_api import expect
from tests.network.conftest import Open

WITHIN_MS = 30_000
PIXELS = """() => {
	const canvas = document.querySelector('canvas[data-seat="speaker"][data-source="camera"]');
	const small = new OffscreenCanvas(16, 9).getContext("2d");
	small.drawImage(canvas, 0, 0, 16, 9);
	return small.getImageData(0, 0, 16, 9).data.reduce((sum, value, at) => sum + (at % 4 < 3 ? value : 0), 0);
}"""
LOST = re.compile(r"The connection has been lost since \d\d:\d\d:\d\d\.")


@pytest.mark.parametrize("seconds", [3, 12])
def test_after_a_black_hole(open_page: Open, relay: Relay, speaker: KnownSpeaker, seconds: int) -> None:
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    relay.change(udp=False, tcp=False)
    guest.page.wait_for_timeout(2_000)
    guest.begin()
    guest.page.wait_for_timeout(1_000)
    assert guest.taken().fps == 0
    assert guest.page.evaluate(PIXELS) > 0
    if seconds > 3:
        expect(guest.page.get_by_text(LOST).first).to_be_visible(timeout=WITHIN_MS)
        guest.page.wait_for_timeout(1000 * (seconds - 3))
        assert guest.page.evaluate(PIXELS) > 0

    relay.change(udp=True, tcp=True)
    guest.wait_for_sound()
    guest.wait_for_picture()
    expect(guest.page.get_by_text(LOST)).to_have_count(0, timeout=WITHIN_MS)


def test_with_a_new_address(open_page: Open, relay: Relay, speaker: KnownSpeaker) -> None:
    guest = open_page()
    guest.wait_for_sound()
    guest.wait_for_picture()
    for _ in range(2):
        relay.move()
        guest.page.wait_for_timeout(1_000)
        guest.wait_for_sound()
        guest.wait_for_picture()
    expect(guest.page.get_by_text(LOST)).to_have_count(0, timeout=WITHIN_MS)
    guest.page.get_by_role("button", name="Raise hand").click()
    expect(guest.page.get_by_text("1st in the list").first).to_be_visible(timeout=WITHIN_MS)
    guest.page.get_by_role("button", name="Lower hand").click()

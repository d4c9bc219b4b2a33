"""A browser that makes no sound by itself is unlocked by one clear button."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.world.acts import button, press, seated, went_in
from tests.world.chromium import Visit, visiting
from tests.world.clients import Client
from tests.world.server import Planned, Server


@pytest.fixture
def strictly(strict_browser: Browser, server: Server) -> Iterator[Visit]:
    with visiting(strict_browser, server.url) as visit:
        yield visit


def test_one_button_turns_on_the_sound(
    visit: Visit, chair: Client, strictly: Visit, meeting: Planned
) -> None:
    went_in(visit, meeting)
    guest = seated(strictly, meeting, "france")
    chair.give_floor("ambassador")
    guest.sees("ambassador")
    expect(button(guest, "Turn on the sound")).to_be_visible()
    guest.hears_nothing()
    press(guest, "Turn on the sound")
    guest.hears()
    expect(button(guest, "Turn on the sound")).to_have_count(0)

    press(guest, "Mute")
    guest.hears_nothing()
    press(guest, "Unmute")
    guest.hears()
    guest.page.get_by_role("slider", name="Volume").fill("0")
    guest.hears_nothing()

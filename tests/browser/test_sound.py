"""A browser that makes no sound by itself is unlocked by one clear button."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.acts import AMBASSADOR, button, give_floor, opened, press, seated, went_in
from tests.browser.conftest import visiting
from tests.browser.served import Planned, Server
from tests.browser.visitors import Visit


@pytest.fixture
def strictly(strict_browser: Browser, server: Server) -> Iterator[Visit]:
    with visiting(strict_browser, server) as visit:
        yield visit


def test_one_button_turns_on_the_sound(visit: Visit, strictly: Visit, meeting: Planned) -> None:
    chair = opened(visit, meeting)
    went_in(visit, meeting)
    guest = seated(strictly, meeting, "france")
    give_floor(chair, AMBASSADOR)
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

"""From a raised hand to speaking from one's seat."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.world.acts import FRANCE, PRESS, button, opened, press, seated, went_in
from tests.world.chromium import Visit
from tests.world.server import Planned


def test_from_a_hand_to_the_floor_to_speaking_from_the_seat(visit: Visit, meeting: Planned) -> None:
    chair = opened(visit, meeting)
    speaker = went_in(visit, meeting)
    guest = seated(visit, meeting, "kazan")
    asker = seated(visit, meeting, "france")
    hands = chair.page.get_by_role("list", name="Raised hands").get_by_role("listitem")
    expect(button(asker, "Turn on microphone")).to_have_count(0)

    press(guest, "Raise hand")
    guest.reads("1st in the list")
    press(asker, "Raise hand")
    asker.reads("2nd in the list")
    expect(hands).to_have_count(2)
    expect(hands.nth(0)).to_contain_text("Rustam Galeev")
    expect(hands.nth(1)).to_contain_text("Claire Martin")
    press(guest, "Lower hand")
    asker.reads("1st in the list")
    expect(hands).to_have_count(1)

    hands.get_by_role("button", name=f"Give the floor to {FRANCE}").click()
    asker.reads("You have the floor.")
    expect(hands).to_have_count(0)
    press(asker, "Turn on microphone")
    asker.reads("Your microphone is open. Everybody hears you.")
    guest.hears()
    speaker.hears()
    chair.hears()
    plate = guest.page.get_by_role("region", name="Has the floor")
    expect(plate).to_contain_text("Claire Martin")
    expect(plate).to_contain_text("Counsellor · Embassy of France")

    press(asker, "Turn on camera")
    guest.sees("france")
    asker.hears_nothing()

    press(chair, f"Take the floor back from {FRANCE}")
    asker.reads("Your floor has ended. Your microphone is closed.")
    expect(button(asker, "Mute")).to_have_count(1)
    guest.hears_nothing()
    speaker.hears_nothing()
    guest.reads("Nobody has the floor at the moment.")


def test_an_observer_has_no_hand_and_no_floor(visit: Visit, meeting: Planned) -> None:
    chair = opened(visit, meeting)
    observer = seated(visit, meeting, "press")
    expect(observer.page.get_by_role("region", name="Controls")).to_be_visible()
    expect(button(observer, "Raise hand")).to_have_count(0)
    chair.page.get_by_role("list", name="Room").get_by_role("button", name=PRESS).click()
    give = button(chair, f"Give the floor to {PRESS}")
    expect(give).to_be_disabled()
    expect(give).to_have_attribute(
        "aria-description", "Observers follow the meeting without taking the floor."
    )
    give.press("Enter")
    chair.reads("Nobody has the floor.")
    expect(give).to_be_disabled()

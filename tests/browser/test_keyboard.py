"""The chair's whole work by keyboard: no mouse in this file."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.world.acts import AMBASSADOR, FRANCE, button, seated
from tests.world.chromium import Visit, Visitor
from tests.world.server import Planned

MOST_TABS = 60


@pytest.fixture
def keyboard_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any click by mouse in this test is a fault of the test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a mouse was used")

    for name in ("click", "dblclick", "check", "focus", "press", "hover", "tap", "set_checked"):
        monkeypatch.setattr(Locator, name, refuse)


def tab_to(page: Page, target: Locator) -> None:
    """Presses Tab until the focus is there, and sees that it can be seen."""
    expect(target).to_be_visible()
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(target).to_be_focused()
    shown = target.evaluate(
        "element => { const { outlineStyle, boxShadow } = getComputedStyle(element);"
        " return element.matches(':focus-visible') && (outlineStyle !== 'none' || boxShadow !== 'none') }"
    )
    assert shown, "the focus is not to be seen"


@pytest.mark.usefixtures("keyboard_alone")
def test_by_tab_arrows_and_enter(visit: Visit, meeting: Planned) -> None:
    chair = visit()
    chair.open(meeting.links["chair"])
    page, keys = chair.page, chair.page.keyboard

    tab_to(page, button(chair, "Open the meeting"))
    keys.press("Enter")
    expect(button(chair, "Close the meeting")).to_be_focused()
    tab_to(page, button(chair, "Begin: Opening"))
    keys.press("Enter")
    expect(button(chair, "Next: Discussion")).to_be_visible()
    focus_is_kept(page)


def focus_is_kept(page: Page) -> None:
    """Sees that the focus does not stay at the top of the page, once what it was on has gone."""
    expect(page.locator(":focus")).to_have_count(1)


@pytest.mark.usefixtures("keyboard_alone")
def test_a_whole_meeting_by_keyboard(visit: Visit, meeting: Planned) -> None:
    guest = seated(visit, meeting, "france")
    speaker = visit()
    speaker.open(meeting.links["ambassador"])
    go_in_by_keyboard(speaker)
    chair = visit()
    chair.open(meeting.links["chair"])
    page, keys = chair.page, chair.page.keyboard

    tab_to(page, button(chair, "Open the meeting"))
    keys.press("Space")
    expect(button(chair, "Close the meeting")).to_be_focused()
    guest.reads("Nobody is on the stage at the moment.")

    keys.press("n")
    chair.reads("Present item")
    keys.press("n")
    expect(page.locator('[aria-current="step"]')).to_contain_text("Discussion")
    expect(guest.page.locator('[aria-current="step"]')).to_contain_text("Discussion")

    keys.press("1")
    expect(page.get_by_role("list", name="Speakers").locator(":focus")).to_have_count(1)
    keys.press("Home")
    give = button(chair, f"Give the floor to {AMBASSADOR}")
    walk_to(page, give)
    keys.press("Enter")
    speaker.reads("The chair has given you the floor. Everybody hears you.")
    expect(button(chair, f"Take the floor back from {AMBASSADOR}")).to_be_focused()
    guest.hears()

    keys.press("c")
    speaker.reads("You have the floor. Your microphone is closed by the chair.")
    guest.hears_nothing()
    keys.press("t")
    speaker.reads("You no longer have the floor. Nobody hears you.")
    focus_is_kept(page)

    guest.page.keyboard.press("h")
    guest.reads("1st in the list")
    keys.press("2")
    expect(page.get_by_role("list", name="Raised hands").locator(":focus")).to_have_count(1)
    keys.press("f")
    guest.reads("You have the floor.")
    keys.press("u")
    keys.press("4")
    expect(page.get_by_role("list", name="Room").locator(":focus")).to_have_count(1)
    seat = page.get_by_role("list", name="Room").get_by_role("button", name=FRANCE)
    for _ in range(10):
        if seat.evaluate("element => element === document.activeElement"):
            break
        keys.press("ArrowDown")
    expect(seat).to_be_focused()
    keys.press("t")
    guest.reads("Your floor has ended. Your microphone is closed.")

    keys.press("o")
    question = f"Send out {FRANCE}? Their page will say so, and they cannot come back until you let them in."
    expect(page.get_by_role("group", name=question)).to_be_visible()
    keys.press("Escape")
    expect(page.get_by_role("group", name=question)).to_have_count(0)
    focus_is_kept(page)
    keys.press("o")
    expect(page.get_by_role("group", name=question).get_by_role("button").first).to_be_focused()
    keys.press("Enter")
    guest.reads("The chair has sent you out of the meeting.")
    focus_is_kept(page)
    keys.press("i")
    expect(button(guest, "Raise hand")).to_be_visible()

    keys.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    keys.press("Escape")
    expect(page.get_by_role("dialog", name="Keyboard")).to_have_count(0)

    tab_to(page, button(chair, "Close the meeting"))
    keys.press("Enter")
    expect(button(chair, "Yes, close the meeting")).to_be_focused()
    keys.press("Enter")
    guest.reads("The meeting is closed.")
    speaker.reads("The meeting is closed.")
    expect(button(chair, "Open the meeting again")).to_be_focused()


def walk_to(page: Page, target: Locator) -> None:
    """Goes through a row by the right arrow until the focus is there."""
    expect(target).to_be_visible()
    for _ in range(10):
        if target.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("ArrowRight")
    expect(target).to_be_focused()


def go_in_by_keyboard(speaker: Visitor) -> None:
    """Through the check with nothing but keys."""
    speaker.reads("We hear you.")
    tab_to(speaker.page, button(speaker, "Go in"))
    speaker.page.keyboard.press("Enter")
    speaker.reads("The chair has not opened the meeting yet.")

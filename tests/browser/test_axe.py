"""What axe finds wrong with the pages, in light and in dark: nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import expect
from tests.world.acts import AMBASSADOR, FRANCE, button, check, give_floor, opened, press, seated
from tests.world.chromium import Visit, Visitor
from tests.world.server import Planned, Server

AXE = (Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js").read_text()
RUN = """async () => {
  const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
  return { checked: passes.length, found: violations.map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target}: ${failureSummary}`),
  })) };
}"""


Scheme = Literal["light", "dark"]


def clean(visitor: Visitor, state: str, schemes: tuple[Scheme, ...] = ("light", "dark")) -> None:
    """Nothing is wrong with the page as it stands, in light and in dark."""
    for scheme in schemes:
        visitor.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        visitor.page.evaluate("getComputedStyle(document.body).color")
        result = visitor.page.evaluate(RUN)
        assert result["checked"] > 10, "axe has looked at next to nothing"
        assert result["found"] == [], f"{state}, {scheme}"


@pytest.fixture
def looked_at(visit: Visit) -> Visit:
    """Makes visitors whose pages have axe in them."""

    def visit_with_axe(lacking: str | None = None, **options: Any) -> Visitor:
        visitor = visit(lacking, **options)
        visitor.context.add_init_script(AXE)
        return visitor

    return visit_with_axe


def test_the_programme_and_the_notices(looked_at: Visit, meeting: Planned, server: Server) -> None:
    visitor = looked_at()
    visitor.open(f"{server.url}/m/{meeting.slug}")
    visitor.reads("Water and the steppe")
    clean(visitor, "programme, planned")
    visitor.expects("status 404: ", "console: .*404")
    for path in ("/", "/s/unknown", "/m/nowhere"):
        visitor.open(server.url + path)
        expect(visitor.page.get_by_role("heading").first).to_be_visible()
        clean(visitor, path)


def test_the_hall_the_stage_and_the_desk_through_a_meeting(looked_at: Visit, meeting: Planned) -> None:
    guest = seated(looked_at, meeting, "france")
    guest.reads("The meeting has not been opened yet.")
    clean(guest, "hall, planned")
    speaker = looked_at()
    speaker.open(meeting.links["ambassador"])
    check(speaker)
    clean(speaker, "stage, check")
    press(speaker, "Go in")
    speaker.reads("The chair has not opened the meeting yet.")
    clean(speaker, "stage, planned")
    chair = looked_at()
    chair.open(meeting.links["chair"])
    expect(button(chair, "Open the meeting")).to_be_visible()
    clean(chair, "chair, planned")

    press(chair, "Open the meeting")
    guest.reads("Nobody is on the stage at the moment.")
    press(guest, "Raise hand")
    guest.reads("1st in the list")
    clean(guest, "hall, open")
    clean(chair, "chair, open")

    give_floor(chair, AMBASSADOR)
    speaker.reads("The chair has given you the floor. Everybody hears you.")
    clean(speaker, "stage, with the floor")
    guest.page.get_by_text("Show the seats as a list").click()
    clean(guest, "hall, somebody speaks, the seats as a list")

    give_floor(chair, FRANCE)
    press(guest, "Turn on microphone")
    guest.reads("Your microphone is open. Everybody hears you.")
    clean(guest, "hall, with the floor")

    chair.page.get_by_role("list", name="Room").get_by_role("button", name=FRANCE).click()
    expect(chair.page.get_by_role("region", name=f"Selected seat: {FRANCE}")).to_be_visible()
    clean(chair, "chair, a seat selected")
    press(chair, f"Send out {FRANCE}")
    expect(chair.page.get_by_role("group", name=f"Send out {FRANCE}")).to_be_visible()
    clean(chair, "chair, a question")
    press(chair, "Send out")
    guest.reads("The chair has sent you out of the meeting.")
    clean(guest, "hall, sent out")
    press(chair, f"Let in {FRANCE}")
    press(chair, "Speak yourself")
    expect(button(chair, "Take the floor myself")).to_be_visible()
    clean(chair, "chair, about to speak")
    chair.page.keyboard.press("?")
    expect(chair.page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    clean(chair, "chair, the keys")
    chair.page.keyboard.press("Escape")

    press(chair, "Close the meeting")
    press(chair, "Yes, close the meeting")
    guest.reads("The meeting is closed.")
    clean(guest, "hall, closed")
    speaker.reads("The meeting is closed.")
    clean(speaker, "stage, closed")
    clean(chair, "chair, closed")


def test_the_choice_of_a_language_and_the_booths(looked_at: Visit, interpreted: Planned) -> None:
    meeting = interpreted
    chair = opened(looked_at, meeting)
    speaker = looked_at()
    speaker.open(meeting.links["ambassador"])
    check(speaker)
    press(speaker, "Go in")
    give_floor(chair, AMBASSADOR)
    guest = seated(looked_at, meeting, "france", viewport={"width": 320, "height": 640})
    guest.reads("What would you like to hear?")
    clean(guest, "hall, narrow, a language is offered")
    press(guest, "Listen to English")
    guest.reads("You hear the original: nobody is in the booth (English).")
    press(guest, "Listen to: English")
    expect(guest.page.get_by_role("radio", name="English")).to_be_checked()
    clean(guest, "hall, narrow, the choice of a language")
    wider = guest.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, "it must be scrolled sideways"
    press(speaker, "Listen to: Original")
    clean(speaker, "stage, the choice of a language")
    booth = chair.page.locator("[data-booth=en]")
    expect(booth).to_contain_text("Nobody is in the booth, and the floor speaks another language.")
    clean(chair, "chair, a booth in trouble")


def test_the_hall_on_a_phone(looked_at: Visit, meeting: Planned) -> None:
    opened(looked_at, meeting)
    guest = seated(looked_at, meeting, "france", viewport={"width": 320, "height": 640})
    press(guest, "Programme and speakers")
    expect(guest.page.get_by_role("dialog", name="Programme and speakers")).to_be_visible()
    clean(guest, "hall, narrow, the sheet")
    press(guest, "Close")
    clean(guest, "hall, narrow")
    wider = guest.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, "it must be scrolled sideways"

"""What people do on the pages, by clicking what they see."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, expect
from tests.world.chromium import Visit, Visitor
from tests.world.server import Planned

AMBASSADOR, FRANCE, PRESS = (
    "Ku Hong-seok",
    "Claire Martin, Embassy of France",
    "Aigerim Serikova, News agency",
)
"""What the chair's page calls the seats `ambassador`, `france` and `press` of the small meeting."""


def press(visitor: Visitor, name: str) -> None:
    """Presses the button of that name."""
    button(visitor, name).click()


def button(visitor: Visitor, name: str | re.Pattern[str]) -> Locator:
    """The button of exactly that name, or of a name like that; of several, the first."""
    return visitor.page.get_by_role("button", name=name, exact=True).first


def opened(visit: Visit, meeting: Planned) -> Visitor:
    """A chair who has opened the meeting."""
    chair = visit()
    chair.open(meeting.links["chair"])
    press(chair, "Open the meeting")
    expect(button(chair, "Close the meeting")).to_be_visible()
    return chair


def seated(visit: Visit, meeting: Planned, seat: str, **options: Any) -> Visitor:
    """A guest in the hall."""
    guest = visit(**options)
    guest.open(meeting.links[seat])
    expect(guest.page.get_by_role("main")).to_be_visible()
    return guest


def went_in(visit: Visit, meeting: Planned, seat: str = "ambassador") -> Visitor:
    """A speaker who has checked sound and picture, and gone in."""
    speaker = visit()
    speaker.open(meeting.links[seat])
    check(speaker)
    press(speaker, "Go in")
    return speaker


def check(speaker: Visitor) -> None:
    """Goes through the check of a browser that need not ask: picture and sound come by
    themselves."""
    speaker.reads("Before you go in")
    speaker.reads("We see you.")
    speaker.reads("We hear you.")
    expect(button(speaker, "Go in")).to_be_visible()


def give_floor(chair: Visitor, name: str) -> None:
    """Gives somebody the floor from the list of speakers, or of hands."""
    press(chair, f"Give the floor to {name}")
    expect(button(chair, f"Take the floor back from {name}")).to_be_visible()

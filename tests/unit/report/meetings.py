"""A meeting in few words, and its log, for the tests of the report."""

from __future__ import annotations

from collections.abc import Sequence

from hemicycle.room.log import Entry, chain
from hemicycle.room.opening import MeetingPlanned
from hemicycle.room.state import PlannedSeat
from hemicycle.room.subjects import Fact
from hemicycle.wire.ids import Role
from hemicycle.wire.meeting import Meeting, Seat

START = 1606294800000
"""2020-11-25T09:00:00Z, 15:00 in Almaty."""


def seat(name: str, role: Role, category: str | None = None) -> Seat:
    """A seat of that name."""
    made = Seat(name=name, title=f"{name}'s title", organisation=f"{name}'s house", role=role, language="en")
    if category is not None:
        made["category"] = category
    return made


def meeting() -> Meeting:
    """A chair, two speakers, three invited of two categories, an observer of none."""
    return Meeting(
        slug="peace",
        title="Peace",
        organiser="Embassy",
        city="Nur-Sultan",
        starts=START,
        timezone="Asia/Almaty",
        minutes=60,
        languages=["en"],
        on_record=True,
        categories=[{"key": "diplomatic", "name": "Diplomatic missions"}, {"key": "press", "name": "Press"}],
        items=[
            {"key": "opening", "title": "Opening", "minutes": 10},
            {"key": "debate", "title": "Debate", "minutes": 20},
        ],
        seats={
            "ku": seat("Ku", Role.SPEAKER),
            "cheon": seat("Cheon", Role.SPEAKER),
            "chair": seat("Chair", Role.CHAIR),
            "diplomatic-1": seat("France", Role.PARTICIPANT, "diplomatic"),
            "diplomatic-2": seat("Japan", Role.PARTICIPANT, "diplomatic"),
            "press-1": seat("Daily", Role.PARTICIPANT, "press"),
            "guest": seat("Guest", Role.OBSERVER),
        },
    )


def log(happened: Sequence[tuple[float, Fact]], of: Meeting | None = None) -> list[Entry]:
    """The log of facts that happened so many seconds after the start, the plan first."""
    of = of or meeting()
    seats = {key: PlannedSeat(found["role"], found.get("category")) for key, found in of["seats"].items()}
    entries = chain([MeetingPlanned(seats, tuple(item["key"] for item in of["items"]))], START - 1000, None)
    for after, fact in happened:
        entries += chain([fact], START + round(after * 1000), entries[-1])
    return entries

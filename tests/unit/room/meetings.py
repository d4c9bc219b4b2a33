"""A meeting in few words, for the tests of the rules."""

from __future__ import annotations

from hemicycle.room.booths import BoothsPlanned
from hemicycle.room.doors import SeatEntered
from hemicycle.room.languages import LanguagesPlanned
from hemicycle.room.opening import MeetingOpened, MeetingPlanned
from hemicycle.room.rules import apply
from hemicycle.room.state import PlannedSeat, State
from hemicycle.room.subject import AnyCommand
from hemicycle.room.subjects import Fact
from hemicycle.wire.ids import Role
from hemicycle.wire.protocol import RefusalCode

SEATS = {
    "chair": PlannedSeat(Role.CHAIR),
    "ambassador": PlannedSeat(Role.SPEAKER),
    "minister": PlannedSeat(Role.SPEAKER),
    "france": PlannedSeat(Role.PARTICIPANT, "diplomatic"),
    "institute": PlannedSeat(Role.PARTICIPANT, "academic"),
    "press": PlannedSeat(Role.OBSERVER),
    "writer": PlannedSeat(Role.CAPTIONER),
    "smith": PlannedSeat(Role.INTERPRETER),
    "lee": PlannedSeat(Role.INTERPRETER),
    "omarov": PlannedSeat(Role.INTERPRETER),
}
INTERPRETERS = {"smith": ("en",), "lee": ("en", "ru"), "omarov": ("kk",)}
"""Two in one booth, and one of them in two."""
BOOTHS = ("en", "kk", "ru")
ITEMS = ("opening", "discussion")
PLANNED = MeetingPlanned(SEATS, ITEMS)
Cases = list[tuple[State, str, AnyCommand, list[Fact] | RefusalCode]]
"""The rules of a subject as a table: state, who asks for what, and what comes of it: facts, or why
not."""

BEGINNING: list[Fact] = [
    PLANNED,
    LanguagesPlanned({"chair": "kk", "ambassador": "ko", "minister": "ru"}),
    BoothsPlanned(BOOTHS, INTERPRETERS),
]
"""What the log begins with."""


def after(*facts: Fact, state: State | None = None) -> State:
    """The state after facts that happened at 1, 2, 3, … ms, from the planned meeting on."""
    if state is None:
        state = State()
        for fact in BEGINNING:
            state = apply(state, fact, 0)
    for at, fact in enumerate(facts, 1):
        state = apply(state, fact, at)
    return state


def everybody_in(*facts: Fact) -> State:
    """An open meeting with everybody present, after these facts."""
    return after(*(SeatEntered(seat) for seat in SEATS), MeetingOpened("chair"), *facts)

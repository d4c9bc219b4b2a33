"""A meeting in few words, for the tests of the rules."""

from __future__ import annotations

from hemicycle.room.facts import Fact, MeetingOpened, MeetingPlanned, PlannedSeat, SeatEntered
from hemicycle.room.rules import apply
from hemicycle.room.state import State
from hemicycle.wire.ids import Role

SEATS = {
    "chair": PlannedSeat(Role.CHAIR),
    "ambassador": PlannedSeat(Role.SPEAKER),
    "minister": PlannedSeat(Role.SPEAKER),
    "france": PlannedSeat(Role.PARTICIPANT, "diplomatic"),
    "institute": PlannedSeat(Role.PARTICIPANT, "academic"),
    "press": PlannedSeat(Role.OBSERVER),
}
ITEMS = ("opening", "discussion")
PLANNED = MeetingPlanned(SEATS, ITEMS)


def after(*facts: Fact, state: State | None = None) -> State:
    """The state after facts that happened at 1, 2, 3, … ms, from the planned meeting on."""
    state = state or apply(State(), PLANNED, 0)
    for at, fact in enumerate(facts, 1):
        state = apply(state, fact, at)
    return state


def everybody_in(*facts: Fact) -> State:
    """An open meeting with everybody present, after these facts."""
    return after(*(SeatEntered(seat) for seat in SEATS), MeetingOpened("chair"), *facts)

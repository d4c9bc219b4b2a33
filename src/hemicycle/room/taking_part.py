"""Who can be heard and seen, and why a seat cannot."""

from __future__ import annotations

from collections.abc import Mapping

from hemicycle.room.doors import Doors
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.floor import FloorRefusal
from hemicycle.wire.ids import Key, Phase, Role
from hemicycle.wire.opening import OpeningRefusal

LISTENERS: Mapping[Role | None, FloorRefusal] = {
    Role.OBSERVER: FloorRefusal.OBSERVERS_LISTEN,
    Role.INTERPRETER: FloorRefusal.INTERPRETERS_INTERPRET,
    Role.CAPTIONER: FloorRefusal.CAPTIONERS_WRITE,
}
"""The roles that never have the floor, and the refusal that says so."""


def may_take_part(state: State, seat: Key) -> Refusal | None:
    """Why the seat cannot be heard or seen now; None where it can."""
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if (role := state.role(seat)) in LISTENERS:
        return Refusal(LISTENERS[role])
    if seat in state[Doors].sent_out:
        return Refusal(DoorRefusal.SEAT_SENT_OUT)
    if seat not in state.present:
        return Refusal(DoorRefusal.SEAT_ABSENT)
    return None

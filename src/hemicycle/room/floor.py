"""The floor: the right to speak, which only the chair gives and takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hemicycle.room.facts import (
    Fact,
    FloorGiven,
    FloorTaken,
    HandLowered,
    MicrophoneClosed,
    MicrophoneOpened,
    PictureHidden,
    PictureShown,
)
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import MAX_ON_STAGE, Floor, Shown, State, without
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.floor import CloseMicrophone, FloorRefusal, GiveFloor, OpenMicrophone, TakeFloor
from hemicycle.wire.ids import Key, Phase, Role, Source
from hemicycle.wire.opening import OpeningRefusal
from hemicycle.wire.protocol import RefusalCode

LISTENERS: Mapping[Role | None, RefusalCode] = {
    Role.OBSERVER: FloorRefusal.OBSERVERS_LISTEN,
    Role.INTERPRETER: FloorRefusal.INTERPRETERS_INTERPRET,
    Role.CAPTIONER: FloorRefusal.CAPTIONERS_WRITE,
}
"""Who never has the floor, and why."""


def may_take_part(state: State, seat: Key) -> Refusal | None:
    """Why the seat cannot be heard or seen now; None where it can."""
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if (role := state.role(seat)) in LISTENERS:
        return Refusal(LISTENERS[role])
    if seat in state.sent_out:
        return Refusal(DoorRefusal.SEAT_SENT_OUT)
    if seat not in state.present:
        return Refusal(DoorRefusal.SEAT_ABSENT)
    return None


def give(state: State, command: GiveFloor, by: Key) -> list[Fact] | Refusal:
    """The hand is answered, the microphone is open, and the camera is put on the stage if it fits."""
    seat = command.seat
    if refusal := may_take_part(state, seat):
        return refusal
    if seat in state.floor:
        return Refusal(FloorRefusal.HAS_FLOOR)
    fits = len(state.stage) < MAX_ON_STAGE and Shown(seat, Source.CAMERA) not in state.stage
    return [
        *([HandLowered(seat)] if seat in state.hands else []),
        FloorGiven(seat, by),
        *([PictureShown(seat, Source.CAMERA, by)] if fits else []),
    ]


def take(state: State, command: TakeFloor, by: Key) -> list[Fact] | Refusal:
    """A speaker stays in the picture, as on a panel; a participant goes back to the hall."""
    seat = command.seat
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if seat not in state.floor:
        return Refusal(FloorRefusal.HAS_NO_FLOOR)
    leaves = state.role(seat) is Role.PARTICIPANT
    return [
        FloorTaken(seat, by),
        *(PictureHidden(seat, s.source, by) for s in state.stage if leaves and s.seat == seat),
    ]


def _microphone(state: State, seat: Key) -> Floor | Refusal:
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    return state.floor.get(seat) or Refusal(FloorRefusal.HAS_NO_FLOOR)


def open_microphone(state: State, command: OpenMicrophone, by: Key) -> list[Fact] | Refusal:
    """Only of a seat that has the floor."""
    floor = _microphone(state, command.seat)
    if isinstance(floor, Refusal):
        return floor
    if floor.microphone:
        return Refusal(FloorRefusal.MICROPHONE_ALREADY_OPEN)
    return [MicrophoneOpened(command.seat, by)]


def close_microphone(state: State, command: CloseMicrophone, by: Key) -> list[Fact] | Refusal:
    """The seat keeps the floor."""
    floor = _microphone(state, command.seat)
    if isinstance(floor, Refusal):
        return floor
    return (
        [MicrophoneClosed(command.seat, by)]
        if floor.microphone
        else Refusal(FloorRefusal.MICROPHONE_ALREADY_CLOSED)
    )


def given(state: State, fact: FloorGiven, at: int) -> State:
    """Behind those who have the floor already."""
    return replace(state, floor={**state.floor, fact.seat: Floor(at, microphone=True)})


def taken(state: State, fact: FloorTaken, at: int) -> State:
    """The others keep it."""
    return replace(state, floor=without(state.floor, fact.seat))


def microphone_set(state: State, fact: MicrophoneOpened | MicrophoneClosed, at: int) -> State:
    """How long the seat has had the floor stays what it was."""
    is_open = isinstance(fact, MicrophoneOpened)
    floor = replace(state.floor[fact.seat], microphone=is_open)
    return replace(state, floor={**state.floor, fact.seat: floor})

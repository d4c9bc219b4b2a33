"""The floor: the right to speak, which only the chair gives and takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from hemicycle.room.languages import language_of
from hemicycle.room.opening import MeetingClosed
from hemicycle.room.parts import EMPTY
from hemicycle.room.refusal import Refusal
from hemicycle.room.stage import MAX_ON_STAGE, PictureShown, Shown, Stage, hidden_all
from hemicycle.room.state import State, without
from hemicycle.room.subject import CHAIR, FactModel, Signals, Subject, from_room
from hemicycle.room.taking_part import may_take_part
from hemicycle.wire.doors import DoorRefusal, SendOut
from hemicycle.wire.floor import (
    CloseMicrophone,
    FloorRefusal,
    FloorView,
    GiveFloor,
    OpenMicrophone,
    TakeFloor,
)
from hemicycle.wire.ids import Audience, Key, Role, Source
from hemicycle.wire.opening import CloseMeeting


@dataclass(frozen=True, slots=True)
class FloorGiven(FactModel):
    """The seat has the floor from now on, its microphone open."""

    type: ClassVar[str] = "floor.given"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class FloorTaken(FactModel):
    """The seat has the floor no more, its microphone closed."""

    type: ClassVar[str] = "floor.taken"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class MicrophoneOpened(FactModel):
    """The microphone of a seat that has the floor was opened again."""

    type: ClassVar[str] = "microphone.opened"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class MicrophoneClosed(FactModel):
    """The microphone of a seat that keeps the floor was closed."""

    type: ClassVar[str] = "microphone.closed"
    seat: Key
    by: Key


Facts = FloorGiven | FloorTaken | MicrophoneOpened | MicrophoneClosed


@dataclass(frozen=True, slots=True)
class HasFloor:
    """That a seat has the floor: since when (ms), and whether its microphone is open."""

    since: int
    microphone: bool


@dataclass(frozen=True, slots=True)
class Floor:
    """The seats that have the right to speak."""

    seats: Mapping[Key, HasFloor] = field(default_factory=lambda: EMPTY)
    """Who has the floor, the first given first."""


def give(state: State, command: GiveFloor, by: Key) -> list[FactModel] | Refusal:
    """The microphone is open, and the camera is put on the stage if it fits."""
    seat = command.seat
    if refusal := may_take_part(state, seat):
        return refusal
    if seat in state[Floor].seats:
        return Refusal(FloorRefusal.HAS_FLOOR)
    pictures = state[Stage].pictures
    fits = len(pictures) < MAX_ON_STAGE and Shown(seat, Source.CAMERA) not in pictures
    return [FloorGiven(seat, by), *([PictureShown(seat, Source.CAMERA, by)] if fits else [])]


def take(state: State, command: TakeFloor, by: Key) -> list[FactModel] | Refusal:
    """A speaker stays in the picture, as on a panel; a participant goes back to the hall."""
    seat = command.seat
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if seat not in state[Floor].seats:
        return Refusal(FloorRefusal.HAS_NO_FLOOR)
    leaves = state.role(seat) is Role.PARTICIPANT
    return [FloorTaken(seat, by), *(hidden_all(state[Stage].of(seat), by) if leaves else [])]


def _has_floor(state: State, seat: Key) -> HasFloor | Refusal:
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    return state[Floor].seats.get(seat) or Refusal(FloorRefusal.HAS_NO_FLOOR)


def open_microphone(state: State, command: OpenMicrophone, by: Key) -> list[FactModel] | Refusal:
    """Only a seat that has the floor has a microphone to open."""
    found = _has_floor(state, command.seat)
    if isinstance(found, Refusal):
        return found
    if found.microphone:
        return Refusal(FloorRefusal.MICROPHONE_ALREADY_OPEN)
    return [MicrophoneOpened(command.seat, by)]


def close_microphone(state: State, command: CloseMicrophone, by: Key) -> list[FactModel] | Refusal:
    """Closing its microphone does not take the floor from a seat."""
    found = _has_floor(state, command.seat)
    if isinstance(found, Refusal):
        return found
    if not found.microphone:
        return Refusal(FloorRefusal.MICROPHONE_ALREADY_CLOSED)
    return [MicrophoneClosed(command.seat, by)]


def given(state: State, fact: FloorGiven, at: int) -> State:
    """The seat comes after those who have the floor already."""
    return _with(state, fact.seat, HasFloor(at, microphone=True))


def taken(state: State, fact: FloorTaken, at: int) -> State:
    """The other seats keep the floor."""
    return state.having(Floor(without(state[Floor].seats, fact.seat)))


def microphone_set(state: State, fact: MicrophoneOpened | MicrophoneClosed, at: int) -> State:
    """Since when the seat has the floor does not change."""
    is_open = isinstance(fact, MicrophoneOpened)
    return _with(state, fact.seat, replace(state[Floor].seats[fact.seat], microphone=is_open))


def _with(state: State, seat: Key, has: HasFloor) -> State:
    return state.having(Floor({**state[Floor].seats, seat: has}))


def view(state: State, audience: Audience, signals: Signals) -> FloorView:
    """Everybody knows who has the floor, and in which language."""
    return {
        "floor": [
            {
                "seat": seat,
                "since": has.since,
                "microphone": has.microphone,
                "language": language_of(state, seat),
            }
            for seat, has in state[Floor].seats.items()
        ]
    }


def permits(state: State) -> Iterator[tuple[Key, Source]]:
    """The microphones that are open."""
    return ((seat, Source.MICROPHONE) for seat, has in state[Floor].seats.items() if has.microphone)


SUBJECT = Subject(
    commands={
        GiveFloor: from_room(CHAIR, give),
        TakeFloor: from_room(CHAIR, take),
        OpenMicrophone: from_room(CHAIR, open_microphone),
        CloseMicrophone: from_room(CHAIR, close_microphone),
    },
    readings={
        FloorGiven: given,
        FloorTaken: taken,
        MicrophoneOpened: microphone_set,
        MicrophoneClosed: microphone_set,
        MeetingClosed: lambda state, fact, at: state.having(Floor()),
    },
    consequences={
        SendOut: lambda state, command, by: (
            [FloorTaken(command.seat, by)] if command.seat in state[Floor].seats else []
        ),
        CloseMeeting: lambda state, command, by: [FloorTaken(seat, by) for seat in state[Floor].seats],
    },
    view=view,
    permits=permits,
)

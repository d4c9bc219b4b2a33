"""Taking out a person, where the law demands it (GDPR, article 17), and the end of keeping."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from hemicycle.room.opening import MeetingOpened
from hemicycle.room.operator import OperatorActed
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import FactModel, InternalCommand, Subject, from_server
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.opening import OpeningRefusal


@dataclass(frozen=True, slots=True)
class SeatErased(FactModel):
    """The name and the words of whoever had the seat were taken out of everything that is kept."""

    type: ClassVar[str] = "seat.erased"
    seat: Key


@dataclass(frozen=True, slots=True)
class KeepingEnded(FactModel):
    """So many days after the close, the recording and the guests' personal data were deleted."""

    type: ClassVar[str] = "keeping.ended"
    days: int


Facts = SeatErased | KeepingEnded


@dataclass(frozen=True, slots=True)
class EraseSeat(InternalCommand):
    """The operator asks, at the command line, about this seat."""


@dataclass(frozen=True, slots=True)
class EndKeeping(InternalCommand):
    """The server asks, when the days are over for which recordings are kept."""

    days: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was taken out of what is kept."""

    seats: frozenset[Key] = frozenset()
    """The seats whose names and words were taken out."""
    keeping_ended: bool = False
    """Whether the time is over for which everything else was kept."""


def erase(state: State, command: EraseSeat, by: Key) -> list[FactModel] | Refusal:
    """The key of the seat stays in the log; what it stood for is in rows that go."""
    if by not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if state.phase is Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_ALREADY_OPEN)
    return [OperatorActed("seat.erase"), SeatErased(by)]


def end_keeping(state: State, command: EndKeeping, by: Key) -> list[FactModel] | Refusal:
    """Keeping ends once, and never for an open meeting: opening it again begins its time anew."""
    if state.phase is Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_ALREADY_OPEN)
    is_due = state.phase is Phase.CLOSED and not state[Erasure].keeping_ended
    return [KeepingEnded(command.days)] if is_due else []


def erased(state: State, fact: SeatErased, at: int) -> State:
    """The seat has no name any more."""
    return state.having(replace(state[Erasure], seats=state[Erasure].seats | {fact.seat}))


def keeping_ended(state: State, fact: KeepingEnded, at: int) -> State:
    """The log, the speakers' names, the verbatim and the communiqué stay: they are the record."""
    return state.having(replace(state[Erasure], keeping_ended=True))


def opened(state: State, fact: MeetingOpened, at: int) -> State:
    """What is recorded from now on is kept for its own time."""
    return state.having(replace(state[Erasure], keeping_ended=False))


SUBJECT = Subject(
    commands={EraseSeat: from_server(erase), EndKeeping: from_server(end_keeping)},
    readings={SeatErased: erased, KeepingEnded: keeping_ended, MeetingOpened: opened},
)

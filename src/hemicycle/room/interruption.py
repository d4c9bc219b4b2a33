"""The holes in the record of a meeting: between a server that ended and the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import FactModel, InternalCommand, Subject, from_server
from hemicycle.wire.ids import Key, Milliseconds, Phase


@dataclass(frozen=True, slots=True)
class MeetingInterrupted(FactModel):
    """No server held the open meeting between `since` and the instant of this fact."""

    type: ClassVar[str] = "meeting.interrupted"
    since: Milliseconds
    """The last instant at which the server before is known to have run."""


Facts = MeetingInterrupted


@dataclass(frozen=True, slots=True)
class MarkInterruption(InternalCommand):
    """The server asks, when it goes on with a meeting that the one before left open."""

    since: Milliseconds


@dataclass(frozen=True, slots=True)
class Hole:
    """A time of which nothing is kept, as no server held the meeting."""

    since: Milliseconds
    until: Milliseconds


@dataclass(frozen=True, slots=True)
class Interruptions:
    """Every hole in the record so far."""

    holes: tuple[Hole, ...] = ()
    """In the order in which they were."""


def mark(state: State, command: MarkInterruption, by: Key) -> list[FactModel] | Refusal:
    """Only an open meeting can be interrupted."""
    return [MeetingInterrupted(command.since)] if state.phase is Phase.OPEN else []


def interrupted(state: State, fact: MeetingInterrupted, at: int) -> State:
    """The hole ends where the fact is. A clock that was set back makes none that ends before it
    begins."""
    hole = Hole(min(fact.since, at), at)
    return state.having(Interruptions((*state[Interruptions].holes, hole)))


SUBJECT = Subject(
    commands={MarkInterruption: from_server(mark)},
    readings={MeetingInterrupted: interrupted},
)

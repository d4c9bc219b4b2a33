"""On and off the record: whether what is said and shown may be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import CHAIR, FactModel, Signals, Subject, from_room
from hemicycle.wire.ids import Audience, Key, Phase
from hemicycle.wire.record import RecordRefusal, RecordView, ResumeRecord, StopRecord


@dataclass(frozen=True, slots=True)
class RecordStopped(FactModel):
    """From now on nothing is kept of what is said and shown."""

    type: ClassVar[str] = "record.stopped"
    by: Key | None = None
    """None: the programme planned it so."""


@dataclass(frozen=True, slots=True)
class RecordResumed(FactModel):
    """What is said and shown is kept again."""

    type: ClassVar[str] = "record.resumed"
    by: Key


Facts = RecordStopped | RecordResumed


@dataclass(frozen=True, slots=True)
class Record:
    """Whether what is said and shown may be kept."""

    off_since: int | None = None
    """Since when nothing is kept (ms); None: the meeting is on the record."""


def is_kept(state: State) -> bool:
    """Whether what is said and shown now is kept: the meeting is open, and on the record."""
    return state.phase is Phase.OPEN and state[Record].off_since is None


def stop(state: State, command: StopRecord, by: Key) -> list[FactModel] | Refusal:
    """It can be done before the meeting is opened: a meeting can begin off the record."""
    if state[Record].off_since is not None:
        return Refusal(RecordRefusal.OFF_THE_RECORD)
    return [RecordStopped(by)]


def resume(state: State, command: ResumeRecord, by: Key) -> list[FactModel] | Refusal:
    """What was said while the meeting was off the record is kept nowhere."""
    if state[Record].off_since is None:
        return Refusal(RecordRefusal.ON_THE_RECORD)
    return [RecordResumed(by)]


def stopped(state: State, fact: RecordStopped, at: int) -> State:
    """Nothing is kept from the instant of this fact on."""
    return state.having(Record(at))


def resumed(state: State, fact: RecordResumed, at: int) -> State:
    """Everything is kept from the instant of this fact on."""
    return state.having(Record())


def view(state: State, audience: Audience, signals: Signals) -> RecordView:
    """Every audience is told since when nothing is kept."""
    since = state[Record].off_since
    return {} if since is None else {"off_record": since}


SUBJECT = Subject(
    commands={StopRecord: from_room(CHAIR, stop), ResumeRecord: from_room(CHAIR, resume)},
    readings={RecordStopped: stopped, RecordResumed: resumed},
    view=view,
)

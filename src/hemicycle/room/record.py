"""On and off the record."""

from __future__ import annotations

from dataclasses import replace

from hemicycle.room.facts import Fact, RecordResumed, RecordStopped
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.ids import Key
from hemicycle.wire.record import RecordRefusal, ResumeRecord, StopRecord


def stop(state: State, command: StopRecord, by: Key) -> list[Fact] | Refusal:
    """At any time: a meeting can begin off the record."""
    return [RecordStopped(by)] if state.off_record is None else Refusal(RecordRefusal.OFF_THE_RECORD)


def resume(state: State, command: ResumeRecord, by: Key) -> list[Fact] | Refusal:
    """What was said meanwhile stays unsaid."""
    return Refusal(RecordRefusal.ON_THE_RECORD) if state.off_record is None else [RecordResumed(by)]


def stopped(state: State, fact: RecordStopped, at: int) -> State:
    """From this instant on."""
    return replace(state, off_record=at)


def resumed(state: State, fact: RecordResumed, at: int) -> State:
    """From this instant on."""
    return replace(state, off_record=None)

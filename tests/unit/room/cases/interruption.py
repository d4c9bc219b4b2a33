"""Interruptions: state, who asks for what, and what comes of it."""

from __future__ import annotations

from tests.unit.room.meetings import Cases, after, everybody_in

from hemicycle.room.interruption import MarkInterruption, MeetingInterrupted
from hemicycle.room.opening import MeetingClosed

CASES: Cases = [
    (everybody_in(), "", MarkInterruption(5), [MeetingInterrupted(5)]),
    (everybody_in(MeetingClosed("chair")), "", MarkInterruption(5), []),
    (after(), "", MarkInterruption(5), []),
]

"""Erasing, and the end of keeping: state, who asks for what, and what comes of it."""

from __future__ import annotations

from tests.unit.room.meetings import Cases, after, everybody_in

from hemicycle.room.erasure import EndKeeping, EraseSeat, KeepingEnded, SeatErased
from hemicycle.room.opening import MeetingClosed
from hemicycle.room.operator import OperatorActed
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.opening import OpeningRefusal

CASES: Cases = [
    (after(), "ambassador", EraseSeat(), [OperatorActed("seat.erase"), SeatErased("ambassador")]),
    (everybody_in(), "ambassador", EraseSeat(), OpeningRefusal.MEETING_ALREADY_OPEN),
    (after(), "nobody", EraseSeat(), DoorRefusal.NO_SUCH_SEAT),
    (everybody_in(MeetingClosed("chair")), "chair", EndKeeping(30), [KeepingEnded(30)]),
    (everybody_in(MeetingClosed("chair"), KeepingEnded(30)), "chair", EndKeeping(30), []),
    (everybody_in(), "chair", EndKeeping(30), OpeningRefusal.MEETING_ALREADY_OPEN),
    (after(), "chair", EndKeeping(30), []),
]  # fmt: skip

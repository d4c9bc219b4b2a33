"""On and off the record: state, who asks for what, and what comes of it."""

from __future__ import annotations

from tests.unit.room.meetings import Cases, after
from tests.unit.room.states import OFF, OPEN, PLANNED

from hemicycle.room.doors import SeatEntered
from hemicycle.room.record import RecordResumed, RecordStopped
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.record import RecordRefusal, ResumeRecord, StopRecord

CASES: Cases = [
    (OPEN, "chair", StopRecord(), [RecordStopped("chair")]),
    (PLANNED, "chair", StopRecord(), [RecordStopped("chair")]),
    (OFF, "chair", StopRecord(), RecordRefusal.OFF_THE_RECORD),
    (OFF, "chair", ResumeRecord(), [RecordResumed("chair")]),
    (OPEN, "chair", ResumeRecord(), RecordRefusal.ON_THE_RECORD),
    (after(RecordStopped(), SeatEntered("chair")), "chair", ResumeRecord(), [RecordResumed("chair")]),
    (OPEN, "ambassador", StopRecord(), RequestRefusal.NOT_ALLOWED),
    (OFF, "smith", ResumeRecord(), RequestRefusal.NOT_ALLOWED),
]  # fmt: skip

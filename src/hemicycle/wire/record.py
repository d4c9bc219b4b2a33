"""On and off the record: whether what is said and shown may be kept."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Milliseconds
from hemicycle.wire.models import CommandModel, RefusalCodes


class StopRecord(CommandModel):
    """The chair goes off the record: nothing that is said or shown is kept until it goes on."""

    type: Literal["record.stop"] = "record.stop"


class ResumeRecord(CommandModel):
    """The chair goes on the record again."""

    type: Literal["record.resume"] = "record.resume"


Commands = StopRecord | ResumeRecord


class RecordRefusal(RefusalCodes):
    """What the state of the record does not permit."""

    OFF_THE_RECORD = "off_the_record", "The meeting is already off the record."
    ON_THE_RECORD = "on_the_record", "The meeting is already on the record."


class RecordView(TypedDict):
    """Whether the meeting is off the record."""

    off_record: NotRequired[Milliseconds]
    """Since when nothing is kept of what is said and shown."""

"""Opening and closing the meeting, and its agenda."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Milliseconds, Phase
from hemicycle.wire.models import CommandModel, RefusalCodes


class OpenMeeting(CommandModel):
    """The chair opens the meeting, or opens it again after closing it."""

    type: Literal["meeting.open"] = "meeting.open"


class CloseMeeting(CommandModel):
    """The chair closes the meeting: the floor is taken from everybody and the stage is emptied."""

    type: Literal["meeting.close"] = "meeting.close"


class BeginItem(CommandModel):
    """The chair calls an agenda item. It names the item, so pressing "next" twice moves on once."""

    type: Literal["item.begin"] = "item.begin"
    item: Key


Commands = OpenMeeting | CloseMeeting | BeginItem


class OpeningRefusal(RefusalCodes):
    """What the phase or the agenda does not permit."""

    MEETING_NOT_OPEN = "meeting_not_open", "The meeting is not open."
    MEETING_ALREADY_OPEN = "meeting_already_open", "The meeting is already open."
    NO_SUCH_ITEM = "no_such_item", "There is no such item on the agenda."
    ITEM_ALREADY_BEGUN = "item_already_begun", "The meeting is already at this item."


class OpeningView(TypedDict):
    """The phase of the meeting, and the agenda item that it is at."""

    phase: Phase
    opened: NotRequired[Milliseconds]
    closed: NotRequired[Milliseconds]
    item: NotRequired[Key]
    item_since: NotRequired[Milliseconds]

"""Opening, closing and the agenda: state, who asks for what, and what comes of it."""

# ruff: noqa: E501 -- a table reads by the line

from __future__ import annotations

from tests.unit.room.meetings import Cases, after, everybody_in
from tests.unit.room.states import ASKED, OPEN, PLANNED, SCREEN

from hemicycle.room.booths import BoothLeft
from hemicycle.room.floor import FloorGiven, FloorTaken
from hemicycle.room.hands import HandLowered, HandRaised
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.stage import PictureHidden, PictureShown
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpeningRefusal, OpenMeeting

CASES: Cases = [
    (PLANNED, "chair", OpenMeeting(), [MeetingOpened("chair")]),
    (PLANNED, "ambassador", OpenMeeting(), RequestRefusal.NOT_ALLOWED),
    (after(), "chair", OpenMeeting(), RequestRefusal.NOT_ALLOWED),  # a chair that is not there
    (OPEN, "chair", OpenMeeting(), OpeningRefusal.MEETING_ALREADY_OPEN),
    (PLANNED, "chair", CloseMeeting(), OpeningRefusal.MEETING_NOT_OPEN),
    (OPEN, "chair", CloseMeeting(), [MeetingClosed("chair")]),
    (
        everybody_in(FloorGiven("ambassador", "chair"), PictureShown("minister", SCREEN, "chair"), HandRaised("france")),
        "chair",
        CloseMeeting(),
        [
            FloorTaken("ambassador", "chair"),
            PictureHidden("minister", SCREEN, "chair"),
            HandLowered("france"),
            MeetingClosed("chair"),
        ],
    ),
    (everybody_in(MeetingClosed("chair")), "chair", OpenMeeting(), [MeetingOpened("chair")]),
    (OPEN, "chair", BeginItem(item="opening"), [ItemBegun("opening", "chair")]),
    (OPEN, "chair", BeginItem(item="lunch"), OpeningRefusal.NO_SUCH_ITEM),
    (PLANNED, "chair", BeginItem(item="opening"), OpeningRefusal.MEETING_NOT_OPEN),
    (everybody_in(ItemBegun("opening", "chair")), "chair", BeginItem(item="opening"), OpeningRefusal.ITEM_ALREADY_BEGUN),
    (everybody_in(ItemBegun("discussion", "chair")), "chair", BeginItem(item="opening"), [ItemBegun("opening", "chair")]),
    (OPEN, "france", BeginItem(item="opening"), RequestRefusal.NOT_ALLOWED),
    (ASKED, "chair", CloseMeeting(), [BoothLeft("en", "smith"), MeetingClosed("chair")]),
]  # fmt: skip

"""The floor and its microphones: state, who asks for what, and what comes of it."""

# ruff: noqa: E501 -- a table reads by the line

from __future__ import annotations

from tests.unit.room.meetings import Cases, everybody_in
from tests.unit.room.states import (
    CAMERA,
    CLOSED_MICROPHONE,
    FROM_SEAT,
    FULL,
    HANDS,
    OPEN,
    OUT,
    PLANNED,
    SPEAKING,
)

from hemicycle.room.doors import SeatLeft
from hemicycle.room.floor import FloorGiven, FloorTaken, MicrophoneClosed, MicrophoneOpened
from hemicycle.room.hands import HandLowered
from hemicycle.room.stage import PictureHidden, PictureShown
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.floor import CloseMicrophone, FloorRefusal, GiveFloor, OpenMicrophone, TakeFloor
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import OpeningRefusal

CASES: Cases = [
    (OPEN, "chair", GiveFloor(seat="ambassador"), [FloorGiven("ambassador", "chair"), PictureShown("ambassador", CAMERA, "chair")]),
    (OPEN, "chair", GiveFloor(seat="chair"), [FloorGiven("chair", "chair"), PictureShown("chair", CAMERA, "chair")]),
    (SPEAKING, "chair", GiveFloor(seat="minister"), [FloorGiven("minister", "chair"), PictureShown("minister", CAMERA, "chair")]),
    (HANDS, "chair", GiveFloor(seat="institute"), [HandLowered("institute"), FloorGiven("institute", "chair"), PictureShown("institute", CAMERA, "chair")]),
    (everybody_in(PictureShown("minister", CAMERA, "chair")), "chair", GiveFloor(seat="minister"), [FloorGiven("minister", "chair")]),
    (FULL, "chair", GiveFloor(seat="minister"), [FloorGiven("minister", "chair")]),
    (SPEAKING, "chair", GiveFloor(seat="ambassador"), FloorRefusal.HAS_FLOOR),
    (OPEN, "chair", GiveFloor(seat="press"), FloorRefusal.OBSERVERS_LISTEN),
    (OPEN, "chair", GiveFloor(seat="smith"), FloorRefusal.INTERPRETERS_INTERPRET),
    (OPEN, "chair", GiveFloor(seat="writer"), FloorRefusal.CAPTIONERS_WRITE),
    (OPEN, "chair", GiveFloor(seat="nobody"), DoorRefusal.NO_SUCH_SEAT),
    (OUT, "chair", GiveFloor(seat="france"), DoorRefusal.SEAT_SENT_OUT),
    (everybody_in(SeatLeft("minister")), "chair", GiveFloor(seat="minister"), DoorRefusal.SEAT_ABSENT),
    (PLANNED, "chair", GiveFloor(seat="ambassador"), OpeningRefusal.MEETING_NOT_OPEN),
    (OPEN, "ambassador", GiveFloor(seat="ambassador"), RequestRefusal.NOT_ALLOWED),
    (SPEAKING, "chair", TakeFloor(seat="ambassador"), [FloorTaken("ambassador", "chair")]),
    (FROM_SEAT, "chair", TakeFloor(seat="france"), [FloorTaken("france", "chair"), PictureHidden("france", CAMERA, "chair")]),
    (OPEN, "chair", TakeFloor(seat="ambassador"), FloorRefusal.HAS_NO_FLOOR),
    (OPEN, "chair", TakeFloor(seat="nobody"), DoorRefusal.NO_SUCH_SEAT),
    (SPEAKING, "ambassador", TakeFloor(seat="ambassador"), RequestRefusal.NOT_ALLOWED),
    (SPEAKING, "chair", CloseMicrophone(seat="ambassador"), [MicrophoneClosed("ambassador", "chair")]),
    (SPEAKING, "chair", OpenMicrophone(seat="ambassador"), FloorRefusal.MICROPHONE_ALREADY_OPEN),
    (CLOSED_MICROPHONE, "chair", OpenMicrophone(seat="ambassador"), [MicrophoneOpened("ambassador", "chair")]),
    (CLOSED_MICROPHONE, "chair", CloseMicrophone(seat="ambassador"), FloorRefusal.MICROPHONE_ALREADY_CLOSED),
    (OPEN, "chair", OpenMicrophone(seat="ambassador"), FloorRefusal.HAS_NO_FLOOR),
    (OPEN, "chair", CloseMicrophone(seat="ambassador"), FloorRefusal.HAS_NO_FLOOR),
    (OPEN, "chair", OpenMicrophone(seat="nobody"), DoorRefusal.NO_SUCH_SEAT),
    (CLOSED_MICROPHONE, "ambassador", OpenMicrophone(seat="ambassador"), RequestRefusal.NOT_ALLOWED),
]  # fmt: skip

"""The stage: state, who asks for what, and what comes of it."""

# ruff: noqa: E501 -- a table reads by the line

from __future__ import annotations

from tests.unit.room.meetings import Cases
from tests.unit.room.states import CAMERA, FULL, OPEN, SCREEN, SPEAKING

from hemicycle.room.stage import PictureHidden, PictureShown
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.floor import FloorRefusal
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.stage import HidePicture, ShowPicture, StageRefusal

CASES: Cases = [
    (OPEN, "chair", ShowPicture(seat="minister", source=SCREEN), [PictureShown("minister", SCREEN, "chair")]),
    (SPEAKING, "chair", ShowPicture(seat="ambassador", source=CAMERA), StageRefusal.ON_STAGE),
    (FULL, "chair", ShowPicture(seat="minister", source=CAMERA), StageRefusal.STAGE_FULL),
    (OPEN, "chair", ShowPicture(seat="press", source=CAMERA), FloorRefusal.OBSERVERS_LISTEN),
    (OPEN, "minister", ShowPicture(seat="minister", source=CAMERA), RequestRefusal.NOT_ALLOWED),
    (SPEAKING, "chair", HidePicture(seat="ambassador", source=CAMERA), [PictureHidden("ambassador", CAMERA, "chair")]),
    (SPEAKING, "chair", HidePicture(seat="ambassador", source=SCREEN), StageRefusal.NOT_ON_STAGE),
    (SPEAKING, "chair", HidePicture(seat="nobody", source=SCREEN), DoorRefusal.NO_SUCH_SEAT),
]  # fmt: skip

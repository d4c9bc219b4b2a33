"""Coming in, leaving, being sent out and let in: state, who asks for what, and what comes of it."""

# ruff: noqa: E501 -- a table reads by the line

from __future__ import annotations

from tests.unit.room.meetings import Cases, after
from tests.unit.room.states import CAMERA, FROM_SEAT, HANDS, LIVE, OPEN, OUT, SPEAKING

from hemicycle.room.booths import BoothLeft
from hemicycle.room.doors import Enter, Leave, SeatEntered, SeatLeft, SeatLetIn, SeatSentOut
from hemicycle.room.floor import FloorTaken
from hemicycle.room.hands import HandLowered
from hemicycle.room.stage import PictureHidden
from hemicycle.wire.doors import DoorRefusal, LetIn, SendOut
from hemicycle.wire.models import RequestRefusal

CASES: Cases = [
    (after(), "france", Enter(), [SeatEntered("france")]),
    (OPEN, "france", Enter(), []),
    (after(), "nobody", Enter(), DoorRefusal.NO_SUCH_SEAT),
    (OUT, "france", Enter(), DoorRefusal.SEAT_SENT_OUT),
    (OPEN, "france", Leave(), [SeatLeft("france")]),
    (HANDS, "france", Leave(), [HandLowered("france"), SeatLeft("france")]),
    (SPEAKING, "ambassador", Leave(), [SeatLeft("ambassador")]),
    (after(), "france", Leave(), []),
    (OPEN, "chair", SendOut(seat="press"), [SeatLeft("press"), SeatSentOut("press", "chair")]),
    (after(SeatEntered("chair")), "chair", SendOut(seat="press"), [SeatSentOut("press", "chair")]),
    (
        FROM_SEAT,
        "chair",
        SendOut(seat="france"),
        [
            FloorTaken("france", "chair"),
            PictureHidden("france", CAMERA, "chair"),
            SeatLeft("france"),
            SeatSentOut("france", "chair"),
        ],
    ),
    (HANDS, "chair", SendOut(seat="france"), [HandLowered("france"), SeatLeft("france"), SeatSentOut("france", "chair")]),
    (OPEN, "chair", SendOut(seat="chair"), DoorRefusal.CHAIR_STAYS),
    (OPEN, "chair", SendOut(seat="nobody"), DoorRefusal.NO_SUCH_SEAT),
    (OUT, "chair", SendOut(seat="france"), DoorRefusal.SEAT_SENT_OUT),
    (OPEN, "france", SendOut(seat="press"), RequestRefusal.NOT_ALLOWED),
    (OUT, "chair", LetIn(seat="france"), [SeatLetIn("france", "chair")]),
    (OPEN, "chair", LetIn(seat="france"), DoorRefusal.SEAT_NOT_SENT_OUT),
    (OPEN, "chair", LetIn(seat="nobody"), DoorRefusal.NO_SUCH_SEAT),
    (OUT, "press", LetIn(seat="france"), RequestRefusal.NOT_ALLOWED),
    (LIVE, "smith", Leave(), [BoothLeft("en", "smith"), SeatLeft("smith")]),
    (LIVE, "chair", SendOut(seat="smith"), [BoothLeft("en", "smith"), SeatLeft("smith"), SeatSentOut("smith", "chair")]),
]  # fmt: skip

"""Hands: state, who asks for what, and what comes of it."""

from __future__ import annotations

from tests.unit.room.meetings import Cases
from tests.unit.room.states import FROM_SEAT, HANDS, OPEN, OUT, PLANNED

from hemicycle.room.hands import HandLowered, HandRaised
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.floor import FloorRefusal
from hemicycle.wire.hands import HandRefusal, LowerHand, RaiseHand
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import OpeningRefusal

CASES: Cases = [
    (OPEN, "france", RaiseHand(), [HandRaised("france")]),
    (OPEN, "ambassador", RaiseHand(), [HandRaised("ambassador")]),
    (HANDS, "france", RaiseHand(), HandRefusal.HAND_IS_UP),
    (FROM_SEAT, "france", RaiseHand(), FloorRefusal.HAS_FLOOR),
    (OPEN, "press", RaiseHand(), FloorRefusal.OBSERVERS_LISTEN),
    (OPEN, "smith", RaiseHand(), FloorRefusal.INTERPRETERS_INTERPRET),
    (OPEN, "writer", RaiseHand(), FloorRefusal.CAPTIONERS_WRITE),
    (OPEN, "chair", RaiseHand(), RequestRefusal.NOT_ALLOWED),
    (PLANNED, "france", RaiseHand(), OpeningRefusal.MEETING_NOT_OPEN),
    (HANDS, "france", LowerHand(), [HandLowered("france")]),
    (HANDS, "france", LowerHand(seat="france"), [HandLowered("france")]),
    (HANDS, "chair", LowerHand(seat="institute"), [HandLowered("institute")]),
    (HANDS, "france", LowerHand(seat="institute"), RequestRefusal.NOT_ALLOWED),
    (OPEN, "france", LowerHand(), HandRefusal.HAND_IS_DOWN),
    (OPEN, "chair", LowerHand(seat="nobody"), DoorRefusal.NO_SUCH_SEAT),
    (OUT, "france", RaiseHand(), RequestRefusal.NOT_ALLOWED),  # whoever was sent out asks for nothing
]  # fmt: skip

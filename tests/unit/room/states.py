"""States of a meeting that the tables of cases begin from."""

from __future__ import annotations

from typing import Literal

from tests.unit.room.meetings import SEATS, after, everybody_in

from hemicycle.room.booths import Booths, BoothTaken, HandoverAsked, PivotSet
from hemicycle.room.doors import SeatEntered, SeatLeft, SeatSentOut
from hemicycle.room.floor import FloorGiven, MicrophoneClosed
from hemicycle.room.hands import HandRaised
from hemicycle.room.record import RecordStopped
from hemicycle.room.stage import MAX_ON_STAGE, PictureShown
from hemicycle.wire.ids import Source

CAMERA: Literal[Source.CAMERA] = Source.CAMERA
SCREEN: Literal[Source.SCREEN] = Source.SCREEN
PLANNED = after(*(SeatEntered(seat) for seat in SEATS))
OPEN = everybody_in()
SPEAKING = everybody_in(FloorGiven("ambassador", "chair"), PictureShown("ambassador", CAMERA, "chair"))
FROM_SEAT = everybody_in(FloorGiven("france", "chair"), PictureShown("france", CAMERA, "chair"))
HANDS = everybody_in(HandRaised("france"), HandRaised("institute"))
CLOSED_MICROPHONE = everybody_in(FloorGiven("ambassador", "chair"), MicrophoneClosed("ambassador", "chair"))
OUT = everybody_in(SeatLeft("france"), SeatSentOut("france", "chair"))
LIVE = everybody_in(BoothTaken("en", "smith"))
ASKED = everybody_in(BoothTaken("en", "smith"), HandoverAsked("en", "smith"))
WHEN_ASKED = ASKED[Booths].by_language["en"].asked or 0
PIVOT = everybody_in(PivotSet("kk", "omarov", "en"), PivotSet("en", "lee", "ru"))
OFF = everybody_in(RecordStopped("chair"))
FULL = everybody_in(*(PictureShown(f"seat-{n}", CAMERA, "chair") for n in range(MAX_ON_STAGE)))

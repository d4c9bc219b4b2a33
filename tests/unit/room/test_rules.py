"""The rules as a table: state, who asks for what, and what comes of it."""

# ruff: noqa: E501 -- a table reads by the line

from __future__ import annotations

from typing import Literal

import pytest
from tests.unit.room.meetings import SEATS, after, everybody_in
from tests.unit.room.quote_cases import QUOTE_CASES

from hemicycle.room.booths import (
    BoothLeft,
    Booths,
    BoothTaken,
    HandoverAsked,
    HandoverWithdrawn,
    LapseHandover,
    PivotSet,
    TakeOver,
)
from hemicycle.room.channels import ChannelChosen
from hemicycle.room.doors import Enter, Leave, SeatEntered, SeatLeft, SeatLetIn, SeatSentOut
from hemicycle.room.floor import Floor, FloorGiven, FloorTaken, MicrophoneClosed, MicrophoneOpened
from hemicycle.room.hands import HandLowered, HandRaised
from hemicycle.room.languages import LanguageSet
from hemicycle.room.opening import Agenda, ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.record import RecordResumed, RecordStopped
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import COMMANDS, decide
from hemicycle.room.stage import MAX_ON_STAGE, PictureHidden, PictureShown
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand
from hemicycle.room.subjects import Fact
from hemicycle.wire.booths import AskHandover, BoothRefusal, LeaveBooth, SetPivot, TakeBooth, WithdrawHandover
from hemicycle.wire.channels import ChooseChannel
from hemicycle.wire.doors import DoorRefusal, LetIn, SendOut
from hemicycle.wire.floor import CloseMicrophone, FloorRefusal, GiveFloor, OpenMicrophone, TakeFloor
from hemicycle.wire.hands import HandRefusal, LowerHand, RaiseHand
from hemicycle.wire.ids import Source
from hemicycle.wire.languages import SetLanguage
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpeningRefusal, OpenMeeting
from hemicycle.wire.protocol import RefusalCode
from hemicycle.wire.record import RecordRefusal, ResumeRecord, StopRecord
from hemicycle.wire.stage import HidePicture, ShowPicture, StageRefusal

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

CASES: list[tuple[State, str, AnyCommand, list[Fact] | RefusalCode]] = [
    # opening and closing
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
    # the agenda
    (OPEN, "chair", BeginItem(item="opening"), [ItemBegun("opening", "chair")]),
    (OPEN, "chair", BeginItem(item="lunch"), OpeningRefusal.NO_SUCH_ITEM),
    (PLANNED, "chair", BeginItem(item="opening"), OpeningRefusal.MEETING_NOT_OPEN),
    (everybody_in(ItemBegun("opening", "chair")), "chair", BeginItem(item="opening"), OpeningRefusal.ITEM_ALREADY_BEGUN),
    (everybody_in(ItemBegun("discussion", "chair")), "chair", BeginItem(item="opening"), [ItemBegun("opening", "chair")]),
    (OPEN, "france", BeginItem(item="opening"), RequestRefusal.NOT_ALLOWED),
    # the floor
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
    # microphones
    (SPEAKING, "chair", CloseMicrophone(seat="ambassador"), [MicrophoneClosed("ambassador", "chair")]),
    (SPEAKING, "chair", OpenMicrophone(seat="ambassador"), FloorRefusal.MICROPHONE_ALREADY_OPEN),
    (CLOSED_MICROPHONE, "chair", OpenMicrophone(seat="ambassador"), [MicrophoneOpened("ambassador", "chair")]),
    (CLOSED_MICROPHONE, "chair", CloseMicrophone(seat="ambassador"), FloorRefusal.MICROPHONE_ALREADY_CLOSED),
    (OPEN, "chair", OpenMicrophone(seat="ambassador"), FloorRefusal.HAS_NO_FLOOR),
    (OPEN, "chair", CloseMicrophone(seat="ambassador"), FloorRefusal.HAS_NO_FLOOR),
    (OPEN, "chair", OpenMicrophone(seat="nobody"), DoorRefusal.NO_SUCH_SEAT),
    (CLOSED_MICROPHONE, "ambassador", OpenMicrophone(seat="ambassador"), RequestRefusal.NOT_ALLOWED),
    # the stage
    (OPEN, "chair", ShowPicture(seat="minister", source=SCREEN), [PictureShown("minister", SCREEN, "chair")]),
    (SPEAKING, "chair", ShowPicture(seat="ambassador", source=CAMERA), StageRefusal.ON_STAGE),
    (FULL, "chair", ShowPicture(seat="minister", source=CAMERA), StageRefusal.STAGE_FULL),
    (OPEN, "chair", ShowPicture(seat="press", source=CAMERA), FloorRefusal.OBSERVERS_LISTEN),
    (OPEN, "minister", ShowPicture(seat="minister", source=CAMERA), RequestRefusal.NOT_ALLOWED),
    (SPEAKING, "chair", HidePicture(seat="ambassador", source=CAMERA), [PictureHidden("ambassador", CAMERA, "chair")]),
    (SPEAKING, "chair", HidePicture(seat="ambassador", source=SCREEN), StageRefusal.NOT_ON_STAGE),
    (SPEAKING, "chair", HidePicture(seat="nobody", source=SCREEN), DoorRefusal.NO_SUCH_SEAT),
    # hands
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
    # the doors
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
    (OUT, "france", RaiseHand(), RequestRefusal.NOT_ALLOWED),  # whoever was sent out asks for nothing
    (OUT, "chair", LetIn(seat="france"), [SeatLetIn("france", "chair")]),
    (OPEN, "chair", LetIn(seat="france"), DoorRefusal.SEAT_NOT_SENT_OUT),
    (OPEN, "chair", LetIn(seat="nobody"), DoorRefusal.NO_SUCH_SEAT),
    (OUT, "press", LetIn(seat="france"), RequestRefusal.NOT_ALLOWED),
    # what is spoken, and what is listened to
    (OPEN, "chair", SetLanguage(seat="minister", language="kk"), [LanguageSet("minister", "kk", "chair")]),
    (OPEN, "smith", SetLanguage(seat="france", language="zh-Hant"), [LanguageSet("france", "zh-Hant", "smith")]),
    (OPEN, "chair", SetLanguage(seat="minister", language="ru"), []),
    (OPEN, "chair", SetLanguage(seat="nobody", language="ru"), DoorRefusal.NO_SUCH_SEAT),
    (OPEN, "minister", SetLanguage(seat="minister", language="kk"), RequestRefusal.NOT_ALLOWED),
    (OPEN, "press", ChooseChannel(booth="kk"), [ChannelChosen("press", "kk")]),
    (PLANNED, "france", ChooseChannel(booth="en"), [ChannelChosen("france", "en")]),
    (everybody_in(ChannelChosen("press", "kk")), "press", ChooseChannel(booth="kk"), []),
    (everybody_in(ChannelChosen("press", "kk")), "press", ChooseChannel(booth=None), [ChannelChosen("press")]),
    (OPEN, "press", ChooseChannel(booth=None), []),
    (OPEN, "press", ChooseChannel(booth="ko"), BoothRefusal.NO_SUCH_BOOTH),
    (OUT, "france", ChooseChannel(booth="en"), RequestRefusal.NOT_ALLOWED),
    # the booths
    (OPEN, "smith", TakeBooth(booth="en"), [BoothTaken("en", "smith")]),
    (PLANNED, "smith", TakeBooth(booth="en"), OpeningRefusal.MEETING_NOT_OPEN),
    (OPEN, "smith", TakeBooth(booth="kk"), BoothRefusal.NOT_YOUR_BOOTH),
    (OPEN, "smith", TakeBooth(booth="ko"), BoothRefusal.NO_SUCH_BOOTH),
    (OPEN, "france", TakeBooth(booth="en"), RequestRefusal.NOT_ALLOWED),
    (OPEN, "chair", TakeBooth(booth="en"), RequestRefusal.NOT_ALLOWED),
    (everybody_in(SeatLeft("smith")), "smith", TakeBooth(booth="en"), RequestRefusal.NOT_ALLOWED),
    (LIVE, "smith", TakeBooth(booth="en"), BoothRefusal.BOOTH_IS_YOURS),
    (LIVE, "lee", TakeBooth(booth="en"), BoothRefusal.BOOTH_TAKEN),
    (ASKED, "lee", TakeBooth(booth="en"), [BoothLeft("en", "smith"), BoothTaken("en", "lee")]),
    (everybody_in(BoothTaken("ru", "lee")), "lee", TakeBooth(booth="en"), [BoothLeft("ru", "lee"), BoothTaken("en", "lee")]),
    (
        everybody_in(BoothTaken("ru", "lee"), BoothTaken("en", "smith"), HandoverAsked("en", "smith")),
        "lee",
        TakeBooth(booth="en"),
        [BoothLeft("ru", "lee"), BoothLeft("en", "smith"), BoothTaken("en", "lee")],
    ),
    (LIVE, "lee", TakeOver("en", "smith"), [BoothLeft("en", "smith"), BoothTaken("en", "lee")]),
    (LIVE, "lee", TakeOver("en", "somebody"), BoothRefusal.BOOTH_TAKEN),  # another is live there by now
    (LIVE, "omarov", TakeOver("en", "smith"), BoothRefusal.NOT_YOUR_BOOTH),
    (LIVE, "france", TakeOver("en", "smith"), RequestRefusal.NOT_ALLOWED),
    (everybody_in(BoothTaken("en", "smith"), SeatLeft("lee")), "lee", TakeOver("en", "smith"), RequestRefusal.NOT_ALLOWED),
    (LIVE, "smith", LeaveBooth(booth="en"), [BoothLeft("en", "smith")]),
    (LIVE, "chair", LeaveBooth(booth="en"), [BoothLeft("en", "smith", "chair")]),
    (LIVE, "lee", LeaveBooth(booth="en"), BoothRefusal.BOOTH_NOT_LIVE),
    (OPEN, "chair", LeaveBooth(booth="en"), BoothRefusal.BOOTH_NOT_LIVE),
    (OPEN, "chair", LeaveBooth(booth="ko"), BoothRefusal.NO_SUCH_BOOTH),
    (LIVE, "france", LeaveBooth(booth="en"), RequestRefusal.NOT_ALLOWED),
    (LIVE, "smith", AskHandover(booth="en"), [HandoverAsked("en", "smith")]),
    (LIVE, "lee", AskHandover(booth="en"), BoothRefusal.BOOTH_NOT_LIVE),
    (LIVE, "omarov", AskHandover(booth="en"), BoothRefusal.NOT_YOUR_BOOTH),
    (LIVE, "chair", AskHandover(booth="en"), RequestRefusal.NOT_ALLOWED),
    (ASKED, "smith", AskHandover(booth="en"), BoothRefusal.HANDOVER_ASKED),
    (everybody_in(BoothTaken("kk", "omarov")), "omarov", AskHandover(booth="kk"), BoothRefusal.NO_PARTNER),
    (everybody_in(BoothTaken("en", "smith"), SeatLeft("lee")), "smith", AskHandover(booth="en"), BoothRefusal.NO_PARTNER),
    (ASKED, "smith", WithdrawHandover(booth="en"), [HandoverWithdrawn("en", "smith")]),
    (ASKED, "lee", WithdrawHandover(booth="en"), BoothRefusal.HANDOVER_NOT_ASKED),
    (LIVE, "smith", WithdrawHandover(booth="en"), BoothRefusal.HANDOVER_NOT_ASKED),
    (ASKED, "smith", LapseHandover("en", WHEN_ASKED), [HandoverWithdrawn("en", "smith")]),
    (ASKED, "smith", LapseHandover("en", WHEN_ASKED - 1), []),  # asked anew meanwhile
    (LIVE, "smith", LapseHandover("en", WHEN_ASKED), []),
    (OPEN, "omarov", SetPivot(booth="kk", pivot="en"), [PivotSet("kk", "omarov", "en")]),
    (PIVOT, "omarov", SetPivot(booth="kk", pivot="en"), []),
    (PIVOT, "omarov", SetPivot(booth="kk", pivot=None), [PivotSet("kk", "omarov")]),
    (OPEN, "omarov", SetPivot(booth="kk", pivot="kk"), BoothRefusal.PIVOT_CIRCLE),
    (PIVOT, "lee", SetPivot(booth="ru", pivot="kk"), BoothRefusal.PIVOT_CIRCLE),  # over two that stand between
    (OPEN, "omarov", SetPivot(booth="kk", pivot="ko"), BoothRefusal.NO_SUCH_BOOTH),
    (OPEN, "smith", SetPivot(booth="kk", pivot="en"), BoothRefusal.NOT_YOUR_BOOTH),
    (OPEN, "chair", SetPivot(booth="kk", pivot="en"), RequestRefusal.NOT_ALLOWED),
    (LIVE, "smith", Leave(), [BoothLeft("en", "smith"), SeatLeft("smith")]),
    (LIVE, "chair", SendOut(seat="smith"), [BoothLeft("en", "smith"), SeatLeft("smith"), SeatSentOut("smith", "chair")]),
    (ASKED, "chair", CloseMeeting(), [BoothLeft("en", "smith"), MeetingClosed("chair")]),
    # the record
    (OPEN, "chair", StopRecord(), [RecordStopped("chair")]),
    (PLANNED, "chair", StopRecord(), [RecordStopped("chair")]),
    (OFF, "chair", StopRecord(), RecordRefusal.OFF_THE_RECORD),
    (OFF, "chair", ResumeRecord(), [RecordResumed("chair")]),
    (OPEN, "chair", ResumeRecord(), RecordRefusal.ON_THE_RECORD),
    (after(RecordStopped(), SeatEntered("chair")), "chair", ResumeRecord(), [RecordResumed("chair")]),
    (OPEN, "ambassador", StopRecord(), RequestRefusal.NOT_ALLOWED),
    (OFF, "smith", ResumeRecord(), RequestRefusal.NOT_ALLOWED),
    *QUOTE_CASES,
]  # fmt: skip


@pytest.mark.parametrize(("state", "seat", "command", "outcome"), CASES)
def test_what_comes_of_a_command(
    state: State, seat: str, command: AnyCommand, outcome: list[Fact] | RefusalCode
) -> None:
    expected = outcome if isinstance(outcome, list) else Refusal(outcome)
    assert decide(state, command, seat) == expected


def test_the_table_covers_every_command() -> None:
    assert {type(command) for _, _, command, _ in CASES} == set(COMMANDS)


def test_giving_the_floor_takes_it_from_nobody() -> None:
    both = everybody_in(FloorGiven("ambassador", "chair"), FloorGiven("minister", "chair"))
    assert list(both[Floor].seats) == ["ambassador", "minister"]


def test_opening_again_keeps_the_first_opening() -> None:
    reopened = everybody_in(MeetingClosed("chair"), MeetingOpened("chair"))
    assert (reopened[Agenda].opened, reopened[Agenda].closed) == (len(SEATS) + 1, None)

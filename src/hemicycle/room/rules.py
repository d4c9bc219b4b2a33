"""The law of a meeting: `decide`, `apply` and `replay`.

Each rule is a function in the file of its subject; this file only says which rule answers which
command, who may ask, and which function takes up which fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hemicycle.room import (
    archive,
    booths,
    doors,
    erasure,
    floor,
    hands,
    languages,
    opening,
    quotes,
    record,
    stage,
)
from hemicycle.room.archive import CloseArchive, OpenArchive
from hemicycle.room.booths import LapseHandover, TakeOver
from hemicycle.room.desk import DeskCommand
from hemicycle.room.doors import Enter, Leave
from hemicycle.room.erasure import EndKeeping, EraseSeat
from hemicycle.room.facts import (
    ArchiveClosed,
    ArchiveOpened,
    BoothLeft,
    BoothsPlanned,
    BoothTaken,
    ChannelChosen,
    CommuniquePublished,
    CommuniqueWithdrawn,
    Fact,
    FloorGiven,
    FloorTaken,
    HandLowered,
    HandoverAsked,
    HandoverWithdrawn,
    HandRaised,
    ItemBegun,
    KeepingEnded,
    LanguageSet,
    LanguagesPlanned,
    MeetingClosed,
    MeetingOpened,
    MeetingPlanned,
    MicrophoneClosed,
    MicrophoneOpened,
    PictureHidden,
    PictureShown,
    PivotSet,
    QuoteAmended,
    QuoteApproved,
    QuoteAsked,
    QuoteMade,
    QuoteOverridden,
    QuoteRefused,
    QuoteWithdrawn,
    RecordResumed,
    RecordStopped,
    SeatEntered,
    SeatErased,
    SeatLeft,
    SeatLetIn,
    SeatSentOut,
)
from hemicycle.room.log import Entry
from hemicycle.room.quotes import (
    AmendQuote,
    ApproveQuote,
    AskQuote,
    MakeQuote,
    OverrideQuote,
    PublishCommunique,
    RefuseQuote,
    WithdrawCommunique,
    WithdrawQuote,
)
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.booths import AskHandover, LeaveBooth, SetPivot, TakeBooth, WithdrawHandover
from hemicycle.wire.doors import LetIn, SendOut
from hemicycle.wire.floor import CloseMicrophone, GiveFloor, OpenMicrophone, TakeFloor
from hemicycle.wire.hands import LowerHand, RaiseHand
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.languages import ChooseChannel, SetLanguage
from hemicycle.wire.models import CommandModel, RequestRefusal
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpenMeeting
from hemicycle.wire.record import ResumeRecord, StopRecord
from hemicycle.wire.stage import HidePicture, ShowPicture

Asked = CommandModel | Enter | Leave | TakeOver | LapseHandover | EraseSeat | EndKeeping | DeskCommand
"""What can be decided: what seats ask for, and what the server asks for on their behalf."""

Rule = Callable[[State, Any, Key], list[Fact] | Refusal]
Reading = Callable[[State, Any, int], State]

CHAIR = frozenset({Role.CHAIR})
INTERPRETER = frozenset({Role.INTERPRETER})
EVERYBODY = frozenset(Role)

COMMANDS: Mapping[type[Asked], tuple[frozenset[Role], Rule]] = {
    OpenMeeting: (CHAIR, opening.open_meeting),
    CloseMeeting: (CHAIR, opening.close_meeting),
    BeginItem: (CHAIR, opening.begin_item),
    GiveFloor: (CHAIR, floor.give),
    TakeFloor: (CHAIR, floor.take),
    OpenMicrophone: (CHAIR, floor.open_microphone),
    CloseMicrophone: (CHAIR, floor.close_microphone),
    ShowPicture: (CHAIR, stage.show),
    HidePicture: (CHAIR, stage.hide),
    RaiseHand: (EVERYBODY - CHAIR, hands.raise_hand),
    LowerHand: (EVERYBODY, hands.lower_hand),
    SendOut: (CHAIR, doors.send_out),
    LetIn: (CHAIR, doors.let_in),
    Enter: (EVERYBODY, doors.enter),
    Leave: (EVERYBODY, doors.leave),
    SetLanguage: (CHAIR | INTERPRETER, languages.set_language),
    ChooseChannel: (EVERYBODY, languages.choose_channel),
    TakeBooth: (INTERPRETER, booths.take),
    LeaveBooth: (CHAIR | INTERPRETER, booths.leave),
    AskHandover: (INTERPRETER, booths.ask_handover),
    WithdrawHandover: (INTERPRETER, booths.withdraw_handover),
    SetPivot: (INTERPRETER, booths.set_pivot),
    TakeOver: (INTERPRETER, booths.take_over),
    LapseHandover: (EVERYBODY, booths.lapse_handover),
    EraseSeat: (EVERYBODY, erasure.erase),
    EndKeeping: (EVERYBODY, erasure.end_keeping),
    OpenArchive: (CHAIR, archive.open_archive),
    CloseArchive: (CHAIR, archive.close_archive),
    StopRecord: (CHAIR, record.stop),
    ResumeRecord: (CHAIR, record.resume),
    MakeQuote: (CHAIR, quotes.make),
    AskQuote: (CHAIR, quotes.ask),
    ApproveQuote: (EVERYBODY, quotes.approve),
    AmendQuote: (EVERYBODY, quotes.amend),
    RefuseQuote: (EVERYBODY, quotes.refuse),
    WithdrawQuote: (CHAIR, quotes.withdraw),
    OverrideQuote: (CHAIR, quotes.override),
    PublishCommunique: (CHAIR, quotes.publish),
    WithdrawCommunique: (CHAIR, quotes.unpublish),
}
"""Who may ask for it, and the rule that answers."""

READINGS: Mapping[type[Fact], Reading] = {
    MeetingPlanned: opening.planned,
    MeetingOpened: opening.opened,
    MeetingClosed: opening.closed,
    ItemBegun: opening.item_begun,
    SeatEntered: doors.entered,
    SeatLeft: doors.left,
    SeatSentOut: doors.sent_out,
    SeatLetIn: doors.let_back_in,
    HandRaised: hands.raised,
    HandLowered: hands.lowered,
    FloorGiven: floor.given,
    FloorTaken: floor.taken,
    MicrophoneOpened: floor.microphone_set,
    MicrophoneClosed: floor.microphone_set,
    PictureShown: stage.shown,
    PictureHidden: stage.hidden,
    BoothsPlanned: booths.planned,
    LanguagesPlanned: languages.planned,
    LanguageSet: languages.language_set,
    ChannelChosen: languages.channel_chosen,
    BoothTaken: booths.taken,
    BoothLeft: booths.left,
    HandoverAsked: booths.asked,
    HandoverWithdrawn: booths.withdrawn,
    PivotSet: booths.pivot_set,
    RecordStopped: record.stopped,
    RecordResumed: record.resumed,
    QuoteMade: quotes.made,
    QuoteAsked: quotes.asked,
    QuoteApproved: quotes.approved,
    QuoteAmended: quotes.amended,
    QuoteRefused: quotes.refused,
    QuoteWithdrawn: quotes.withdrawn,
    QuoteOverridden: quotes.overridden,
    CommuniquePublished: quotes.published,
    CommuniqueWithdrawn: quotes.unpublished,
    SeatErased: erasure.erased,
    KeepingEnded: erasure.keeping_ended,
    ArchiveOpened: archive.opened,
    ArchiveClosed: archive.closed,
}
"""What each fact does to the state."""


def decide(state: State, command: Asked, seat: Key) -> list[Fact] | Refusal:
    """What comes of a seat's asking: facts in their order (none: it is so already), or a refusal.

    A seat that is not in the room has no say in it, whatever its role; at a desk it need not be in the room.
    """
    roles, rule = COMMANDS[type(command)]
    if isinstance(command, CommandModel) and (state.role(seat) not in roles or seat not in state.present):
        return Refusal(RequestRefusal.NOT_ALLOWED)
    if isinstance(command, DeskCommand) and state.role(seat) not in roles:
        return Refusal(RequestRefusal.NOT_ALLOWED)
    return rule(state, command, seat)


def apply(state: State, fact: Fact, at: int) -> State:
    """The state after a fact that happened at `at` (ms)."""
    return READINGS[type(fact)](state, fact, at)


def replay(entries: Iterable[Entry]) -> State:
    """The state that a log comes to."""
    state = State()
    for entry in entries:
        state = apply(state, entry.fact, entry.at)
    return state

"""Quotes and the communiqué as a table: state, who asks for what, and what comes of it."""

from __future__ import annotations

from tests.unit.room.meetings import after, everybody_in

from hemicycle.room.archive import ArchiveClosed, ArchiveOpened, CloseArchive, OpenArchive
from hemicycle.room.communique import (
    CommuniquePublished,
    CommuniqueWithdrawn,
    PublishCommunique,
    WithdrawCommunique,
)
from hemicycle.room.erasure import EndKeeping, EraseSeat, KeepingEnded, SeatErased
from hemicycle.room.opening import MeetingClosed
from hemicycle.room.quotes import (
    AmendQuote,
    ApproveQuote,
    AskQuote,
    MakeQuote,
    OverrideQuote,
    QuoteAmended,
    QuoteApproved,
    QuoteAsked,
    QuoteMade,
    QuoteOverridden,
    QuoteRefused,
    QuoteWithdrawn,
    RefuseQuote,
    WithdrawQuote,
)
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand
from hemicycle.room.subjects import Fact
from hemicycle.wire.archive import Readers
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import OpeningRefusal
from hemicycle.wire.protocol import RefusalCode
from hemicycle.wire.quotes import QuoteRefusal

MADE = QuoteMade(1, "ambassador", "chair")
ASKED = QuoteAsked(1, "chair")
# Nobody is in the room in any of these but one: quotes are made and answered after it was left.
NEW = after(MADE)
OPEN = after(MADE, ASKED)
APPROVED = after(MADE, ASKED, QuoteApproved(1, "ambassador"))
AMENDED = after(MADE, ASKED, QuoteAmended(1, 1, "ambassador"))
REFUSED = after(MADE, ASKED, QuoteRefused(1, 1, "ambassador"))
WITHDRAWN = after(MADE, QuoteWithdrawn(1, "chair"))
OVERRIDDEN = after(MADE, QuoteOverridden(1, "chair"))
OPENED = after(ArchiveOpened(Readers.SEATS, "chair"))
PUBLISHED = after(CommuniquePublished("en", 2, "chair"))

QUOTE_CASES: list[tuple[State, str, AnyCommand, list[Fact] | RefusalCode]] = [
    (after(), "chair", MakeQuote(1, "ambassador"), [MADE]),
    (everybody_in(MeetingClosed("chair")), "chair", MakeQuote(1, "chair"), [QuoteMade(1, "chair", "chair")]),
    (NEW, "chair", MakeQuote(1, "ambassador"), []),
    (after(), "chair", MakeQuote(1, "nobody"), DoorRefusal.NO_SUCH_SEAT),
    (after(), "ambassador", MakeQuote(1, "ambassador"), RequestRefusal.NOT_ALLOWED),
    (after(), "nobody", MakeQuote(1, "ambassador"), RequestRefusal.NOT_ALLOWED),
    # asking
    (NEW, "chair", AskQuote(1), [ASKED]),
    (OPEN, "chair", AskQuote(1), []),
    (REFUSED, "chair", AskQuote(1), [ASKED]),
    (APPROVED, "chair", AskQuote(1), QuoteRefusal.QUOTE_ANSWERED),
    (AMENDED, "chair", AskQuote(1), QuoteRefusal.QUOTE_ANSWERED),
    (WITHDRAWN, "chair", AskQuote(1), QuoteRefusal.QUOTE_WITHDRAWN),
    (NEW, "chair", AskQuote(2), QuoteRefusal.NO_SUCH_QUOTE),
    (NEW, "ambassador", AskQuote(1), RequestRefusal.NOT_ALLOWED),
    # answering
    (OPEN, "ambassador", ApproveQuote(1), [QuoteApproved(1, "ambassador")]),
    (APPROVED, "ambassador", ApproveQuote(1), []),
    (AMENDED, "ambassador", ApproveQuote(1), [QuoteApproved(1, "ambassador")]),
    (REFUSED, "ambassador", ApproveQuote(1), [QuoteApproved(1, "ambassador")]),
    (NEW, "ambassador", ApproveQuote(1), QuoteRefusal.QUOTE_NOT_ASKED),
    (WITHDRAWN, "ambassador", ApproveQuote(1), QuoteRefusal.QUOTE_WITHDRAWN),
    (OPEN, "minister", ApproveQuote(1), QuoteRefusal.NOT_YOUR_QUOTE),
    (OPEN, "chair", ApproveQuote(1), QuoteRefusal.NOT_YOUR_QUOTE),
    (OPEN, "ambassador", ApproveQuote(9), QuoteRefusal.NO_SUCH_QUOTE),
    (OPEN, "ambassador", AmendQuote(1, 1), [QuoteAmended(1, 1, "ambassador")]),
    (OPEN, "minister", AmendQuote(1, 1), QuoteRefusal.NOT_YOUR_QUOTE),
    (OPEN, "ambassador", RefuseQuote(1, 1), [QuoteRefused(1, 1, "ambassador")]),
    (APPROVED, "ambassador", RefuseQuote(1, 2), [QuoteRefused(1, 2, "ambassador")]),
    (OPEN, "minister", RefuseQuote(1, 1), QuoteRefusal.NOT_YOUR_QUOTE),
    # what the organiser decides
    (OPEN, "chair", WithdrawQuote(1), [QuoteWithdrawn(1, "chair")]),
    (WITHDRAWN, "chair", WithdrawQuote(1), []),
    (OPEN, "chair", WithdrawQuote(2), QuoteRefusal.NO_SUCH_QUOTE),
    (OPEN, "ambassador", WithdrawQuote(1), RequestRefusal.NOT_ALLOWED),
    (OPEN, "chair", OverrideQuote(1), [QuoteOverridden(1, "chair")]),
    (REFUSED, "chair", OverrideQuote(1), [QuoteOverridden(1, "chair")]),
    (OVERRIDDEN, "chair", OverrideQuote(1), []),
    (APPROVED, "chair", OverrideQuote(1), []),
    (WITHDRAWN, "chair", OverrideQuote(1), QuoteRefusal.QUOTE_WITHDRAWN),
    (OPEN, "chair", OverrideQuote(2), QuoteRefusal.NO_SUCH_QUOTE),
    (OPEN, "ambassador", OverrideQuote(1), RequestRefusal.NOT_ALLOWED),
    # publishing
    (after(), "chair", PublishCommunique("en", 2), [CommuniquePublished("en", 2, "chair")]),
    (PUBLISHED, "chair", PublishCommunique("en", 2), []),
    (PUBLISHED, "chair", PublishCommunique("en", 3), [CommuniquePublished("en", 3, "chair")]),
    (after(), "minister", PublishCommunique("en", 2), RequestRefusal.NOT_ALLOWED),
    (PUBLISHED, "chair", WithdrawCommunique("en"), [CommuniqueWithdrawn("en", "chair")]),
    (PUBLISHED, "chair", WithdrawCommunique("ko"), []),
    (PUBLISHED, "minister", WithdrawCommunique("en"), RequestRefusal.NOT_ALLOWED),
    # erasing
    (after(), "ambassador", EraseSeat(), [SeatErased("ambassador")]),
    (everybody_in(), "ambassador", EraseSeat(), OpeningRefusal.MEETING_ALREADY_OPEN),
    (after(), "nobody", EraseSeat(), DoorRefusal.NO_SUCH_SEAT),
    # keeping
    (everybody_in(MeetingClosed("chair")), "chair", EndKeeping(30), [KeepingEnded(30)]),
    (everybody_in(MeetingClosed("chair"), KeepingEnded(30)), "chair", EndKeeping(30), []),
    (everybody_in(), "chair", EndKeeping(30), OpeningRefusal.MEETING_ALREADY_OPEN),
    (after(), "chair", EndKeeping(30), []),
    # opening the archive
    (after(), "chair", OpenArchive(Readers.SEATS), [ArchiveOpened(Readers.SEATS, "chair")]),
    (OPENED, "chair", OpenArchive(Readers.PUBLIC), [ArchiveOpened(Readers.PUBLIC, "chair")]),
    (OPENED, "chair", OpenArchive(Readers.SEATS), []),
    (OPENED, "minister", OpenArchive(Readers.PUBLIC), RequestRefusal.NOT_ALLOWED),
    (OPENED, "chair", CloseArchive(), [ArchiveClosed("chair")]),
    (after(), "chair", CloseArchive(), []),
    (OPENED, "press", CloseArchive(), RequestRefusal.NOT_ALLOWED),
]  # fmt: skip

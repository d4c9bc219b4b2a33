"""Quotes. Nobody is in the room in any of these but one: quotes are made and answered after it was
left: state, who asks for what, and what comes of it."""

from __future__ import annotations

from tests.unit.room.meetings import Cases, after, everybody_in

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
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.quotes import QuoteRefusal

MADE = QuoteMade(1, "ambassador", "chair")
ASKED = QuoteAsked(1, "chair")
NEW = after(MADE)
OPEN = after(MADE, ASKED)
APPROVED = after(MADE, ASKED, QuoteApproved(1, "ambassador"))
AMENDED = after(MADE, ASKED, QuoteAmended(1, 1, "ambassador"))
REFUSED = after(MADE, ASKED, QuoteRefused(1, 1, "ambassador"))
WITHDRAWN = after(MADE, QuoteWithdrawn(1, "chair"))
OVERRIDDEN = after(MADE, QuoteOverridden(1, "chair"))

CASES: Cases = [
    (after(), "chair", MakeQuote(1, "ambassador"), [MADE]),
    (everybody_in(MeetingClosed("chair")), "chair", MakeQuote(1, "chair"), [QuoteMade(1, "chair", "chair")]),
    (NEW, "chair", MakeQuote(1, "ambassador"), []),
    (after(), "chair", MakeQuote(1, "nobody"), DoorRefusal.NO_SUCH_SEAT),
    (after(), "ambassador", MakeQuote(1, "ambassador"), RequestRefusal.NOT_ALLOWED),
    (after(), "nobody", MakeQuote(1, "ambassador"), RequestRefusal.NOT_ALLOWED),
    (NEW, "chair", AskQuote(1), [ASKED]),
    (OPEN, "chair", AskQuote(1), []),
    (REFUSED, "chair", AskQuote(1), [ASKED]),
    (APPROVED, "chair", AskQuote(1), QuoteRefusal.QUOTE_ANSWERED),
    (AMENDED, "chair", AskQuote(1), QuoteRefusal.QUOTE_ANSWERED),
    (WITHDRAWN, "chair", AskQuote(1), QuoteRefusal.QUOTE_WITHDRAWN),
    (NEW, "chair", AskQuote(2), QuoteRefusal.NO_SUCH_QUOTE),
    (NEW, "ambassador", AskQuote(1), RequestRefusal.NOT_ALLOWED),
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
]  # fmt: skip

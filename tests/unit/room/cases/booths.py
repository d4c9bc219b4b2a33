"""The booths: state, who asks for what, and what comes of it."""

# ruff: noqa: E501 -- a table reads by the line

from __future__ import annotations

from tests.unit.room.meetings import Cases, everybody_in
from tests.unit.room.states import ASKED, LIVE, OPEN, PIVOT, PLANNED, WHEN_ASKED

from hemicycle.room.booths import (
    BoothLeft,
    BoothTaken,
    HandoverAsked,
    HandoverWithdrawn,
    LapseHandover,
    PivotSet,
    TakeOver,
)
from hemicycle.room.doors import SeatLeft
from hemicycle.wire.booths import AskHandover, BoothRefusal, LeaveBooth, SetPivot, TakeBooth, WithdrawHandover
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import OpeningRefusal

CASES: Cases = [
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
]  # fmt: skip

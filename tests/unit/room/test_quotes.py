"""What a quote's facts come to."""

from __future__ import annotations

from tests.unit.room.cases.communique import PUBLISHED
from tests.unit.room.cases.quotes import APPROVED, ASKED, MADE, OVERRIDDEN
from tests.unit.room.meetings import after

from hemicycle.room.communique import Communiques, CommuniqueWithdrawn
from hemicycle.room.quotes import (
    QuoteAmended,
    QuoteApproved,
    QuoteOverridden,
    QuoteRefused,
    Quotes,
    QuoteState,
    QuoteWithdrawn,
)
from hemicycle.room.rules import apply
from hemicycle.wire.quotes import QuoteStage


def test_the_last_answer_counts() -> None:
    amended = QuoteAmended(1, 1, "ambassador")
    state = after(MADE, ASKED, amended)
    assert state[Quotes].by_number[1] == QuoteState("ambassador", QuoteStage.AMENDED, 1)
    approved = apply(state, QuoteApproved(1, "ambassador"), 9)
    assert approved[Quotes].by_number[1] == QuoteState("ambassador", QuoteStage.APPROVED)


def test_a_refusal_ends_an_override_and_a_withdrawal_everything() -> None:
    assert OVERRIDDEN[Quotes].by_number[1].overridden
    refused = apply(OVERRIDDEN, QuoteRefused(1, 1, "ambassador"), 9)
    assert (refused[Quotes].by_number[1].stage, refused[Quotes].by_number[1].overridden) == (
        QuoteStage.REFUSED,
        False,
    )
    again = apply(refused, QuoteOverridden(1, "chair"), 9)
    assert again[Quotes].by_number[1].overridden
    withdrawn = apply(again, QuoteWithdrawn(1, "chair"), 9)
    assert (withdrawn[Quotes].by_number[1].stage, withdrawn[Quotes].by_number[1].overridden) == (
        QuoteStage.WITHDRAWN,
        False,
    )


def test_one_version_of_a_language_is_public() -> None:
    assert PUBLISHED[Communiques].published == {"en": 2}
    assert apply(PUBLISHED, CommuniqueWithdrawn("en", "chair"), 9)[Communiques].published == {}
    assert APPROVED[Communiques].published == {}

"""Quotes and their approval. The words lie in rows; the log says what was decided about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from hemicycle.room.erasure import SeatErased
from hemicycle.room.parts import EMPTY
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import CHAIR, EVERYBODY, FactModel, InternalCommand, Subject, from_page
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.quotes import USABLE, QuoteRefusal, QuoteStage


@dataclass(frozen=True, slots=True)
class QuoteMade(FactModel):
    """Words of a seat were marked to be quoted. The words lie in the row of this number."""

    type: ClassVar[str] = "quote.made"
    quote: int
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteAsked(FactModel):
    """The speaker was asked to approve the quote."""

    type: ClassVar[str] = "quote.asked"
    quote: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteApproved(FactModel):
    """The speaker approved the words as they were said."""

    type: ClassVar[str] = "quote.approved"
    quote: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteAmended(FactModel):
    """The speaker approved other words, which lie in the row of this answer."""

    type: ClassVar[str] = "quote.amended"
    quote: int
    answer: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteRefused(FactModel):
    """The speaker does not want to be quoted with these words."""

    type: ClassVar[str] = "quote.refused"
    quote: int
    answer: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteWithdrawn(FactModel):
    """The organiser took the quote back."""

    type: ClassVar[str] = "quote.withdrawn"
    quote: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteOverridden(FactModel):
    """The organiser decided that the quote may be printed without the speaker's approval."""

    type: ClassVar[str] = "quote.overridden"
    quote: int
    by: Key


Facts = (
    QuoteMade | QuoteAsked | QuoteApproved | QuoteAmended | QuoteRefused | QuoteWithdrawn | QuoteOverridden
)


@dataclass(frozen=True, slots=True)
class MakeQuote(InternalCommand):
    """Words of a seat were marked; they lie in the row of this number."""

    quote: int
    seat: Key


@dataclass(frozen=True, slots=True)
class AskQuote(InternalCommand):
    """The organiser asks the speaker to approve."""

    quote: int


@dataclass(frozen=True, slots=True)
class ApproveQuote(InternalCommand):
    """The speaker approves the words as they were said."""

    quote: int


@dataclass(frozen=True, slots=True)
class AmendQuote(InternalCommand):
    """The speaker approves other words, which lie in the row of this answer."""

    quote: int
    answer: int


@dataclass(frozen=True, slots=True)
class RefuseQuote(InternalCommand):
    """The speaker does not want to be quoted; a remark may lie in the row of this answer."""

    quote: int
    answer: int


@dataclass(frozen=True, slots=True)
class WithdrawQuote(InternalCommand):
    """The organiser takes the quote back."""

    quote: int


@dataclass(frozen=True, slots=True)
class OverrideQuote(InternalCommand):
    """The organiser prints the quote without the speaker's approval."""

    quote: int


@dataclass(frozen=True, slots=True)
class QuoteState:
    """A quote: whose words, where it stands with the speaker, and in which answer's wording."""

    seat: Key
    stage: QuoteStage
    answer: int | None = None
    overridden: bool = False


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotes of the meeting."""

    by_number: Mapping[int, QuoteState] = field(default_factory=lambda: EMPTY)
    """In the order in which they were made."""


def make(state: State, command: MakeQuote, by: Key) -> list[FactModel] | Refusal:
    """Whoever spoke can be quoted, the chair too."""
    if command.seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    return [] if command.quote in state[Quotes].by_number else [QuoteMade(command.quote, command.seat, by)]


def ask(state: State, command: AskQuote, by: Key) -> list[FactModel] | Refusal:
    """A speaker can be asked again after a refusal, for instance with a translation; not
    after a consent."""
    quote = state[Quotes].by_number.get(command.quote)
    if quote is None:
        return Refusal(QuoteRefusal.NO_SUCH_QUOTE)
    match quote.stage:
        case QuoteStage.MADE | QuoteStage.REFUSED:
            return [QuoteAsked(command.quote, by)]
        case QuoteStage.ASKED:
            return []
        case QuoteStage.WITHDRAWN:
            return Refusal(QuoteRefusal.QUOTE_WITHDRAWN)
        case _:
            return Refusal(QuoteRefusal.QUOTE_ANSWERED)


def approve(state: State, command: ApproveQuote, by: Key) -> list[FactModel] | Refusal:
    """Only the seat whose words they are can approve them."""
    if refusal := _not_answerable(state, command.quote, by):
        return refusal
    approved = state[Quotes].by_number[command.quote].stage is QuoteStage.APPROVED
    return [] if approved else [QuoteApproved(command.quote, by)]


def amend(state: State, command: AmendQuote, by: Key) -> list[FactModel] | Refusal:
    """The words as they were said are kept beside the speaker's own."""
    return _not_answerable(state, command.quote, by) or [QuoteAmended(command.quote, command.answer, by)]


def refuse(state: State, command: RefuseQuote, by: Key) -> list[FactModel] | Refusal:
    """A consent can be taken back; what was printed before was printed."""
    return _not_answerable(state, command.quote, by) or [QuoteRefused(command.quote, command.answer, by)]


def withdraw(state: State, command: WithdrawQuote, by: Key) -> list[FactModel] | Refusal:
    """A quote can be withdrawn at every stage."""
    quote = state[Quotes].by_number.get(command.quote)
    if quote is None:
        return Refusal(QuoteRefusal.NO_SUCH_QUOTE)
    return [] if quote.stage is QuoteStage.WITHDRAWN else [QuoteWithdrawn(command.quote, by)]


def override(state: State, command: OverrideQuote, by: Key) -> list[FactModel] | Refusal:
    """The fact says who decided it, and answers for it."""
    quote = state[Quotes].by_number.get(command.quote)
    if quote is None:
        return Refusal(QuoteRefusal.NO_SUCH_QUOTE)
    if quote.stage is QuoteStage.WITHDRAWN:
        return Refusal(QuoteRefusal.QUOTE_WITHDRAWN)
    return [] if quote.overridden or quote.stage in USABLE else [QuoteOverridden(command.quote, by)]


def _not_answerable(state: State, number: int, by: Key) -> Refusal | None:
    quote = state[Quotes].by_number.get(number)
    if quote is None:
        return Refusal(QuoteRefusal.NO_SUCH_QUOTE)
    if quote.seat != by:
        return Refusal(QuoteRefusal.NOT_YOUR_QUOTE)
    if quote.stage is QuoteStage.WITHDRAWN:
        return Refusal(QuoteRefusal.QUOTE_WITHDRAWN)
    return Refusal(QuoteRefusal.QUOTE_NOT_ASKED) if quote.stage is QuoteStage.MADE else None


def _with(state: State, number: int, quote: QuoteState) -> State:
    return state.having(Quotes({**state[Quotes].by_number, number: quote}))


def _changed(state: State, number: int, **changes: Any) -> State:
    return _with(state, number, replace(state[Quotes].by_number[number], **changes))


def made(state: State, fact: QuoteMade, at: int) -> State:
    """The speaker has not been asked yet."""
    return _with(state, fact.quote, QuoteState(fact.seat, QuoteStage.MADE))


def asked(state: State, fact: QuoteAsked, at: int) -> State:
    """The speaker has to answer."""
    return _changed(state, fact.quote, stage=QuoteStage.ASKED)


def approved(state: State, fact: QuoteApproved, at: int) -> State:
    """The words stand as they were said: an earlier amendment counts no more."""
    return _changed(state, fact.quote, stage=QuoteStage.APPROVED, answer=None)


def amended(state: State, fact: QuoteAmended, at: int) -> State:
    """The words stand as that answer words them."""
    return _changed(state, fact.quote, stage=QuoteStage.AMENDED, answer=fact.answer)


def refused(state: State, fact: QuoteRefused, at: int) -> State:
    """An override was of an open question: after a refusal it has to be decided anew."""
    return _changed(state, fact.quote, stage=QuoteStage.REFUSED, answer=fact.answer, overridden=False)


def withdrawn(state: State, fact: QuoteWithdrawn, at: int) -> State:
    """The quote is out for good; the same words can be marked again."""
    return _changed(state, fact.quote, stage=QuoteStage.WITHDRAWN, overridden=False)


def overridden(state: State, fact: QuoteOverridden, at: int) -> State:
    """The speaker can still answer."""
    return _changed(state, fact.quote, overridden=True)


def erased(state: State, fact: SeatErased, at: int) -> State:
    """Nothing that the person said can be quoted any more."""
    for number, quote in state[Quotes].by_number.items():
        if quote.seat == fact.seat:
            state = _changed(state, number, stage=QuoteStage.WITHDRAWN, overridden=False)
    return state


SUBJECT = Subject(
    commands={
        MakeQuote: from_page(CHAIR, make),
        AskQuote: from_page(CHAIR, ask),
        ApproveQuote: from_page(EVERYBODY, approve),
        AmendQuote: from_page(EVERYBODY, amend),
        RefuseQuote: from_page(EVERYBODY, refuse),
        WithdrawQuote: from_page(CHAIR, withdraw),
        OverrideQuote: from_page(CHAIR, override),
    },
    readings={
        QuoteMade: made,
        QuoteAsked: asked,
        QuoteApproved: approved,
        QuoteAmended: amended,
        QuoteRefused: refused,
        QuoteWithdrawn: withdrawn,
        QuoteOverridden: overridden,
        SeatErased: erased,
    },
)

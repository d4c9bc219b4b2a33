"""Quotes with their speakers, and what is published. The words lie in rows; the log says what was decided."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hemicycle.room.desk import DeskCommand
from hemicycle.room.facts import (
    CommuniquePublished,
    CommuniqueWithdrawn,
    Fact,
    QuoteAmended,
    QuoteApproved,
    QuoteAsked,
    QuoteMade,
    QuoteOverridden,
    QuoteRefused,
    QuoteWithdrawn,
)
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import QuoteState, State, without
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.quotes import USABLE, QuoteRefusal, QuoteStage


@dataclass(frozen=True, slots=True)
class MakeQuote(DeskCommand):
    """Words of a seat were marked; they lie in the row of this number."""

    quote: int
    seat: Key


@dataclass(frozen=True, slots=True)
class AskQuote(DeskCommand):
    """The organiser asks the speaker to approve."""

    quote: int


@dataclass(frozen=True, slots=True)
class ApproveQuote(DeskCommand):
    """The speaker approves the words as they were said."""

    quote: int


@dataclass(frozen=True, slots=True)
class AmendQuote(DeskCommand):
    """The speaker approves other words, which lie in the row of this answer."""

    quote: int
    answer: int


@dataclass(frozen=True, slots=True)
class RefuseQuote(DeskCommand):
    """The speaker does not want to be quoted; a remark may lie in the row of this answer."""

    quote: int
    answer: int


@dataclass(frozen=True, slots=True)
class WithdrawQuote(DeskCommand):
    """The organiser takes the quote back."""

    quote: int


@dataclass(frozen=True, slots=True)
class OverrideQuote(DeskCommand):
    """The organiser prints the quote without the speaker's approval."""

    quote: int


@dataclass(frozen=True, slots=True)
class PublishCommunique(DeskCommand):
    """The organiser publishes a version of the communiqué in one language."""

    language: str
    version: int


@dataclass(frozen=True, slots=True)
class WithdrawCommunique(DeskCommand):
    """The organiser takes the communiqué of one language off the public page."""

    language: str


def make(state: State, command: MakeQuote, by: Key) -> list[Fact] | Refusal:
    """Whoever spoke can be quoted, the chair too."""
    if command.seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    return [] if command.quote in state.quotes else [QuoteMade(command.quote, command.seat, by)]


def ask(state: State, command: AskQuote, by: Key) -> list[Fact] | Refusal:
    """Again after a refusal, for instance with a translation; not after a consent."""
    quote = state.quotes.get(command.quote)
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


def approve(state: State, command: ApproveQuote, by: Key) -> list[Fact] | Refusal:
    """Only whose words they are."""
    if refusal := _not_answerable(state, command.quote, by):
        return refusal
    approved = state.quotes[command.quote].stage is QuoteStage.APPROVED
    return [] if approved else [QuoteApproved(command.quote, by)]


def amend(state: State, command: AmendQuote, by: Key) -> list[Fact] | Refusal:
    """Both wordings are kept."""
    return _not_answerable(state, command.quote, by) or [QuoteAmended(command.quote, command.answer, by)]


def refuse(state: State, command: RefuseQuote, by: Key) -> list[Fact] | Refusal:
    """A consent can be taken back; what was printed before was printed."""
    return _not_answerable(state, command.quote, by) or [QuoteRefused(command.quote, command.answer, by)]


def withdraw(state: State, command: WithdrawQuote, by: Key) -> list[Fact] | Refusal:
    """From whatever stage."""
    quote = state.quotes.get(command.quote)
    if quote is None:
        return Refusal(QuoteRefusal.NO_SUCH_QUOTE)
    return [] if quote.stage is QuoteStage.WITHDRAWN else [QuoteWithdrawn(command.quote, by)]


def override(state: State, command: OverrideQuote, by: Key) -> list[Fact] | Refusal:
    """Whoever does it answers for it: the fact says who."""
    quote = state.quotes.get(command.quote)
    if quote is None:
        return Refusal(QuoteRefusal.NO_SUCH_QUOTE)
    if quote.stage is QuoteStage.WITHDRAWN:
        return Refusal(QuoteRefusal.QUOTE_WITHDRAWN)
    return [] if quote.overridden or quote.stage in USABLE else [QuoteOverridden(command.quote, by)]


def publish(state: State, command: PublishCommunique, by: Key) -> list[Fact] | Refusal:
    """One version of each language is public at a time."""
    if state.published.get(command.language) == command.version:
        return []
    return [CommuniquePublished(command.language, command.version, by)]


def unpublish(state: State, command: WithdrawCommunique, by: Key) -> list[Fact] | Refusal:
    """What was public once, the log still says."""
    return [CommuniqueWithdrawn(command.language, by)] if command.language in state.published else []


def _not_answerable(state: State, number: int, by: Key) -> Refusal | None:
    quote = state.quotes.get(number)
    if quote is None:
        return Refusal(QuoteRefusal.NO_SUCH_QUOTE)
    if quote.seat != by:
        return Refusal(QuoteRefusal.NOT_YOUR_QUOTE)
    if quote.stage is QuoteStage.WITHDRAWN:
        return Refusal(QuoteRefusal.QUOTE_WITHDRAWN)
    return Refusal(QuoteRefusal.QUOTE_NOT_ASKED) if quote.stage is QuoteStage.MADE else None


def _with(state: State, number: int, quote: QuoteState) -> State:
    return replace(state, quotes={**state.quotes, number: quote})


def made(state: State, fact: QuoteMade, at: int) -> State:
    """Nobody has been asked yet."""
    return _with(state, fact.quote, QuoteState(fact.seat, QuoteStage.MADE))


def asked(state: State, fact: QuoteAsked, at: int) -> State:
    """The speaker has the word."""
    return _with(state, fact.quote, replace(state.quotes[fact.quote], stage=QuoteStage.ASKED))


def approved(state: State, fact: QuoteApproved, at: int) -> State:
    """As they were said: an earlier amendment counts no more."""
    before = state.quotes[fact.quote]
    return _with(state, fact.quote, replace(before, stage=QuoteStage.APPROVED, answer=None))


def amended(state: State, fact: QuoteAmended, at: int) -> State:
    """In the wording of that answer."""
    before = state.quotes[fact.quote]
    return _with(state, fact.quote, replace(before, stage=QuoteStage.AMENDED, answer=fact.answer))


def refused(state: State, fact: QuoteRefused, at: int) -> State:
    """An override was of an open question: after a refusal it has to be decided anew."""
    before = state.quotes[fact.quote]
    after = replace(before, stage=QuoteStage.REFUSED, answer=fact.answer, overridden=False)
    return _with(state, fact.quote, after)


def withdrawn(state: State, fact: QuoteWithdrawn, at: int) -> State:
    """For good; the same words can be marked again."""
    after = replace(state.quotes[fact.quote], stage=QuoteStage.WITHDRAWN, overridden=False)
    return _with(state, fact.quote, after)


def overridden(state: State, fact: QuoteOverridden, at: int) -> State:
    """The speaker can still answer."""
    return _with(state, fact.quote, replace(state.quotes[fact.quote], overridden=True))


def published(state: State, fact: CommuniquePublished, at: int) -> State:
    """In place of the version before."""
    return replace(state, published={**state.published, fact.language: fact.version})


def unpublished(state: State, fact: CommuniqueWithdrawn, at: int) -> State:
    """The public page shows the programme alone."""
    return replace(state, published=without(state.published, fact.language))

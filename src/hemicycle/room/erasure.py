"""Taking a person out of the record, where the law demands it (such as GDPR, article 17)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hemicycle.room.facts import Fact, KeepingEnded, SeatErased
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.opening import OpeningRefusal
from hemicycle.wire.quotes import QuoteStage


@dataclass(frozen=True, slots=True)
class EraseSeat:
    """The organiser asks, at the command line. No seat can send this."""


def erase(state: State, command: EraseSeat, by: Key) -> list[Fact] | Refusal:
    """Whose seat it was stays in the log as a key; what the key stood for is in rows that go."""
    if by not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if state.phase is Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_ALREADY_OPEN)
    return [SeatErased(by)]


@dataclass(frozen=True, slots=True)
class EndKeeping:
    """The server asks, when the days are over. No seat can send this."""

    days: int


def end_keeping(state: State, command: EndKeeping, by: Key) -> list[Fact] | Refusal:
    """Once, and never of an open meeting: whoever opens it again begins its time anew."""
    if state.phase is Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_ALREADY_OPEN)
    return [KeepingEnded(command.days)] if state.kept and state.phase is Phase.CLOSED else []


def keeping_ended(state: State, fact: KeepingEnded, at: int) -> State:
    """The log, the speakers' names, the verbatim and the communiqué stay: they are the record."""
    return replace(state, kept=False)


def erased(state: State, fact: SeatErased, at: int) -> State:
    """Nothing of the person can be quoted any more."""
    quotes = {
        number: replace(quote, stage=QuoteStage.WITHDRAWN, overridden=False)
        if quote.seat == fact.seat
        else quote
        for number, quote in state.quotes.items()
    }
    return replace(state, quotes=quotes, erased=state.erased | {fact.seat})

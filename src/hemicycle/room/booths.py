"""The booths: interpretation into one language each, with at most one live interpreter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hemicycle.room.facts import (
    BoothLeft,
    BoothsPlanned,
    BoothTaken,
    Fact,
    HandoverAsked,
    HandoverWithdrawn,
    PivotSet,
)
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import Booth, State
from hemicycle.wire.booths import AskHandover, BoothRefusal, LeaveBooth, SetPivot, TakeBooth, WithdrawHandover
from hemicycle.wire.ids import Key, Phase, Role
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import OpeningRefusal


@dataclass(frozen=True, slots=True)
class TakeOver:
    """The server asks for an interpreter: the live partner's connection or sound is gone.

    No seat can send this; the server puts it in the place of a seat's `booth.take`.
    """

    booth: str
    gone: Key
    """Who is live there, as far as the server knows; where it is another by now, this is a `booth.take`."""


@dataclass(frozen=True, slots=True)
class LapseHandover:
    """The server asks: nobody took over in time. No seat can send this."""

    booth: str
    asked: int
    """Which asking is over (ms): one that was withdrawn and asked again meanwhile has its own time."""


def live_in(state: State, seat: Key) -> str | None:
    """The booth in which the seat is live."""
    return next((language for language, booth in state.booths.items() if booth.live == seat), None)


def leaving(state: State, seat: Key) -> list[Fact]:
    """What it means for the booths that the seat goes."""
    booth = live_in(state, seat)
    return [] if booth is None else [BoothLeft(booth, seat)]


def _own_booth(state: State, seat: Key, booth: str) -> Booth | Refusal:
    if booth not in state.booths:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    if booth not in state.interpreters.get(seat, ()):
        return Refusal(BoothRefusal.NOT_YOUR_BOOTH)
    return state.booths[booth]


def _take(state: State, language: str, by: Key, gone: Key | None) -> list[Fact] | Refusal:
    booth = _own_booth(state, by, language)
    if isinstance(booth, Refusal):
        return booth
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    if booth.live == by:
        return Refusal(BoothRefusal.BOOTH_IS_YOURS)
    if booth.live is not None and booth.asked is None and booth.live != gone:
        return Refusal(BoothRefusal.BOOTH_TAKEN)
    return [
        *leaving(state, by),
        *([BoothLeft(language, booth.live)] if booth.live is not None else []),
        BoothTaken(language, by),
    ]


def take(state: State, command: TakeBooth, by: Key) -> list[Fact] | Refusal:
    """The partner leaves by the same decision, so there is no moment with two, and none with nobody."""
    return _take(state, command.booth, by, None)


def take_over(state: State, command: TakeOver, by: Key) -> list[Fact] | Refusal:
    """Without waiting for the partner's seat to count as left. It opens no booth that is not one's own."""
    if by not in state.present or state.role(by) is not Role.INTERPRETER:
        return Refusal(RequestRefusal.NOT_ALLOWED)
    return _take(state, command.booth, by, command.gone)


def leave(state: State, command: LeaveBooth, by: Key) -> list[Fact] | Refusal:
    """An interpreter leaves for itself, the chair for anybody."""
    booth = state.booths.get(command.booth)
    if booth is None:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    if booth.live is None or (booth.live != by and state.role(by) is not Role.CHAIR):
        return Refusal(BoothRefusal.BOOTH_NOT_LIVE)
    return [BoothLeft(command.booth, booth.live, None if booth.live == by else by)]


def ask_handover(state: State, command: AskHandover, by: Key) -> list[Fact] | Refusal:
    """A partner has to be there to be asked."""
    booth = _own_booth(state, by, command.booth)
    if isinstance(booth, Refusal):
        return booth
    if booth.live != by:
        return Refusal(BoothRefusal.BOOTH_NOT_LIVE)
    if booth.asked is not None:
        return Refusal(BoothRefusal.HANDOVER_ASKED)
    partners = (seat for seat, booths in state.interpreters.items() if command.booth in booths and seat != by)
    if not any(seat in state.present for seat in partners):
        return Refusal(BoothRefusal.NO_PARTNER)
    return [HandoverAsked(command.booth, by)]


def withdraw_handover(state: State, command: WithdrawHandover, by: Key) -> list[Fact] | Refusal:
    """Only who asked can take it back."""
    booth = _own_booth(state, by, command.booth)
    if isinstance(booth, Refusal):
        return booth
    if booth.live != by or booth.asked is None:
        return Refusal(BoothRefusal.HANDOVER_NOT_ASKED)
    return [HandoverWithdrawn(command.booth, by)]


def lapse_handover(state: State, command: LapseHandover, by: Key) -> list[Fact] | Refusal:
    """A partner who did not see it in time has to be asked again."""
    booth = state.booths[command.booth]
    if booth.live is None or booth.asked != command.asked:
        return []
    return [HandoverWithdrawn(command.booth, booth.live)]


def set_pivot(state: State, command: SetPivot, by: Key) -> list[Fact] | Refusal:
    """No booth can listen to itself, however many stand between."""
    booth = _own_booth(state, by, command.booth)
    if isinstance(booth, Refusal):
        return booth
    source = command.pivot
    if source is not None and source not in state.booths:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    while source is not None:
        if source == command.booth:
            return Refusal(BoothRefusal.PIVOT_CIRCLE)
        source = state.booths[source].pivot
    return [] if booth.pivot == command.pivot else [PivotSet(command.booth, by, command.pivot)]


def planned(state: State, fact: BoothsPlanned, at: int) -> State:
    """Booths stand empty at first, and interpret from the original."""
    return replace(
        state,
        booths={language: Booth() for language in fact.booths},
        interpreters={seat: tuple(booths) for seat, booths in fact.interpreters.items()},
    )


def _with(state: State, language: str, booth: Booth) -> State:
    booths: Mapping[str, Booth] = {**state.booths, language: booth}
    return replace(state, booths=booths)


def taken(state: State, fact: BoothTaken, at: int) -> State:
    """Whatever was asked for is answered."""
    return _with(state, fact.booth, replace(state.booths[fact.booth], live=fact.seat, since=at, asked=None))


def left(state: State, fact: BoothLeft, at: int) -> State:
    """The booth keeps its pivot: it is the booth's, not the interpreter's."""
    return _with(state, fact.booth, replace(state.booths[fact.booth], live=None, since=None, asked=None))


def asked(state: State, fact: HandoverAsked, at: int) -> State:
    """The partner can take over from now on."""
    return _with(state, fact.booth, replace(state.booths[fact.booth], asked=at))


def withdrawn(state: State, fact: HandoverWithdrawn, at: int) -> State:
    """The partner cannot take over any more."""
    return _with(state, fact.booth, replace(state.booths[fact.booth], asked=None))


def pivot_set(state: State, fact: PivotSet, at: int) -> State:
    """From now on."""
    return _with(state, fact.booth, replace(state.booths[fact.booth], pivot=fact.pivot))

"""The booths: interpretation into one language each, with at most one live interpreter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from hemicycle.room.doors import Leave
from hemicycle.room.floor import Floor
from hemicycle.room.parts import EMPTY
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import (
    CHAIR,
    INTERPRETER,
    FactModel,
    InternalCommand,
    Signals,
    Subject,
    from_room,
    from_server,
)
from hemicycle.wire.booths import (
    AskHandover,
    BoothRefusal,
    BoothsView,
    LeaveBooth,
    SetPivot,
    TakeBooth,
    WithdrawHandover,
)
from hemicycle.wire.booths import Booth as BoothView
from hemicycle.wire.doors import SendOut
from hemicycle.wire.ids import Audience, Key, Phase, Role, Source, audience_of
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import CloseMeeting, OpeningRefusal


@dataclass(frozen=True, slots=True)
class BoothsPlanned(FactModel):
    """The meeting is interpreted: follows `meeting.planned` in the log of such a meeting."""

    type: ClassVar[str] = "booths.planned"
    booths: tuple[str, ...]
    """The languages that are interpreted into, in the programme's order."""
    interpreters: Mapping[Key, tuple[str, ...]]
    """Each interpreter's booths."""


@dataclass(frozen=True, slots=True)
class BoothTaken(FactModel):
    """The seat is the booth's live interpreter from now on."""

    type: ClassVar[str] = "booth.taken"
    booth: str
    seat: Key


@dataclass(frozen=True, slots=True)
class BoothLeft(FactModel):
    """The seat is the booth's live interpreter no more."""

    type: ClassVar[str] = "booth.left"
    booth: str
    seat: Key
    by: Key | None = None
    """The chair that stopped it; None: it left by itself, or by something that has a fact of
    its own."""


@dataclass(frozen=True, slots=True)
class HandoverAsked(FactModel):
    """The live interpreter asked a partner to take over."""

    type: ClassVar[str] = "handover.asked"
    booth: str
    seat: Key


@dataclass(frozen=True, slots=True)
class HandoverWithdrawn(FactModel):
    """The live interpreter goes on: nobody took over in time, or it changed its mind."""

    type: ClassVar[str] = "handover.withdrawn"
    booth: str
    seat: Key


@dataclass(frozen=True, slots=True)
class PivotSet(FactModel):
    """The booth interprets from another one from now on; None: from the original."""

    type: ClassVar[str] = "pivot.set"
    booth: str
    by: Key
    pivot: str | None = None


Facts = BoothsPlanned | BoothTaken | BoothLeft | HandoverAsked | HandoverWithdrawn | PivotSet


@dataclass(frozen=True, slots=True)
class TakeOver(InternalCommand):
    """The server asks in the place of a seat's `booth.take`: the live partner is not heard
    any more."""

    booth: str
    gone: Key
    """The partner who is not heard; where another is live by now, this is a mere `booth.take`."""


@dataclass(frozen=True, slots=True)
class LapseHandover(InternalCommand):
    """The server asks: nobody took over in time."""

    booth: str
    asked: int
    """When the handover was asked for that is over (ms): a later one has a time of its own."""


@dataclass(frozen=True, slots=True)
class Booth:
    """A booth: who is live since when (ms), whether a handover was asked for, and the source."""

    live: Key | None = None
    since: int | None = None
    asked: int | None = None
    pivot: str | None = None
    """Another booth's language; None: the original."""


@dataclass(frozen=True, slots=True)
class Booths:
    """The booths of the meeting, and who works in them."""

    by_language: Mapping[str, Booth] = field(default_factory=lambda: EMPTY)
    """In the programme's order."""
    interpreters: Mapping[Key, tuple[str, ...]] = field(default_factory=lambda: EMPTY)
    """The booths of each interpreter."""


@dataclass(frozen=True, slots=True)
class SlowDowns:
    """The signal by which booths ask the floor to speak more slowly."""

    asked: Mapping[str, int] = field(default_factory=lambda: EMPTY)
    """Which booths asked, and when (ms)."""


def leaving(state: State, seat: Key) -> list[FactModel]:
    """What it takes for the seat to be live in no booth."""
    booths = state[Booths].by_language.items()
    return [BoothLeft(language, seat) for language, booth in booths if booth.live == seat]


def _own_booth(state: State, seat: Key, booth: str) -> Booth | Refusal:
    if booth not in state[Booths].by_language:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    if booth not in state[Booths].interpreters.get(seat, ()):
        return Refusal(BoothRefusal.NOT_YOUR_BOOTH)
    return state[Booths].by_language[booth]


def _take(state: State, language: str, by: Key, gone: Key | None) -> list[FactModel] | Refusal:
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


def take(state: State, command: TakeBooth, by: Key) -> list[FactModel] | Refusal:
    """The partner leaves by the same decision, so that at each moment exactly one is live."""
    return _take(state, command.booth, by, None)


def take_over(state: State, command: TakeOver, by: Key) -> list[FactModel] | Refusal:
    """The partner's seat need not count as left; all other conditions of `booth.take` hold."""
    if by not in state.present or state.role(by) is not Role.INTERPRETER:
        return Refusal(RequestRefusal.NOT_ALLOWED)
    return _take(state, command.booth, by, command.gone)


def leave(state: State, command: LeaveBooth, by: Key) -> list[FactModel] | Refusal:
    """An interpreter leaves for itself, the chair for anybody."""
    booth = state[Booths].by_language.get(command.booth)
    if booth is None:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    if booth.live is None or (booth.live != by and state.role(by) is not Role.CHAIR):
        return Refusal(BoothRefusal.BOOTH_NOT_LIVE)
    return [BoothLeft(command.booth, booth.live, None if booth.live == by else by)]


def ask_handover(state: State, command: AskHandover, by: Key) -> list[FactModel] | Refusal:
    """A partner has to be in the room to be asked."""
    booth = _own_booth(state, by, command.booth)
    if isinstance(booth, Refusal):
        return booth
    if booth.live != by:
        return Refusal(BoothRefusal.BOOTH_NOT_LIVE)
    if booth.asked is not None:
        return Refusal(BoothRefusal.HANDOVER_ASKED)
    partners = (
        seat for seat, booths in state[Booths].interpreters.items() if command.booth in booths and seat != by
    )
    if not any(seat in state.present for seat in partners):
        return Refusal(BoothRefusal.NO_PARTNER)
    return [HandoverAsked(command.booth, by)]


def withdraw_handover(state: State, command: WithdrawHandover, by: Key) -> list[FactModel] | Refusal:
    """Only the live interpreter, who asked for it, can take it back."""
    booth = _own_booth(state, by, command.booth)
    if isinstance(booth, Refusal):
        return booth
    if booth.live != by or booth.asked is None:
        return Refusal(BoothRefusal.HANDOVER_NOT_ASKED)
    return [HandoverWithdrawn(command.booth, by)]


def lapse_handover(state: State, command: LapseHandover, by: Key) -> list[FactModel] | Refusal:
    """A handover that nobody took over in time is withdrawn; one that was asked later is not."""
    booth = state[Booths].by_language[command.booth]
    if booth.live is None or booth.asked != command.asked:
        return []
    return [HandoverWithdrawn(command.booth, booth.live)]


def set_pivot(state: State, command: SetPivot, by: Key) -> list[FactModel] | Refusal:
    """No booth can listen to itself, not even through other booths."""
    booth = _own_booth(state, by, command.booth)
    if isinstance(booth, Refusal):
        return booth
    source = command.pivot
    if source is not None and source not in state[Booths].by_language:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    while source is not None:
        if source == command.booth:
            return Refusal(BoothRefusal.PIVOT_CIRCLE)
        source = state[Booths].by_language[source].pivot
    return [] if booth.pivot == command.pivot else [PivotSet(command.booth, by, command.pivot)]


def planned(state: State, fact: BoothsPlanned, at: int) -> State:
    """Booths stand empty at first, and interpret from the original."""
    booths = {language: Booth() for language in fact.booths}
    return state.having(Booths(booths, {seat: tuple(of) for seat, of in fact.interpreters.items()}))


def _changed(state: State, language: str, **changes: Any) -> State:
    booths = state[Booths]
    booth = replace(booths.by_language[language], **changes)
    return state.having(replace(booths, by_language={**booths.by_language, language: booth}))


def taken(state: State, fact: BoothTaken, at: int) -> State:
    """A handover that was asked for is carried out by it."""
    return _changed(state, fact.booth, live=fact.seat, since=at, asked=None)


def left(state: State, fact: BoothLeft, at: int) -> State:
    """The booth keeps its pivot: it is the booth's, not the interpreter's."""
    return _changed(state, fact.booth, live=None, since=None, asked=None)


def asked(state: State, fact: HandoverAsked, at: int) -> State:
    """The partner can take over from now on."""
    return _changed(state, fact.booth, asked=at)


def withdrawn(state: State, fact: HandoverWithdrawn, at: int) -> State:
    """The partner cannot take over any more."""
    return _changed(state, fact.booth, asked=None)


def pivot_set(state: State, fact: PivotSet, at: int) -> State:
    """The booth interprets from this source from now on."""
    return _changed(state, fact.booth, pivot=fact.pivot)


def view(state: State, audience: Audience, signals: Signals) -> BoothsView:
    """Everybody knows the booths; handovers are for the chair and the booths.

    That a booth asks for slower speech is for those who speak; for the hall while one of it does.
    """
    booths = state[Booths]
    shown: BoothsView = {
        "booths": {language: _booth(booths, language, audience) for language in booths.by_language}
    }
    if audience is not Audience.HALL or _hall_speaks(state):
        shown["slow"] = dict(signals[SlowDowns].asked)
    return shown


def _hall_speaks(state: State) -> bool:
    return any(audience_of(state.seats[seat].role) is Audience.HALL for seat in state[Floor].seats)


def _booth(booths: Booths, language: str, audience: Audience) -> BoothView:
    booth = booths.by_language[language]
    shown: BoothView = {
        "interpreters": [seat for seat, works_in in booths.interpreters.items() if language in works_in]
    }
    if booth.live is not None and booth.since is not None:
        shown["live"] = booth.live
        shown["since"] = booth.since
    if booth.asked is not None and audience in (Audience.CHAIR, Audience.BOOTH):
        shown["asked"] = booth.asked
    if booth.pivot is not None:
        shown["pivot"] = booth.pivot
    return shown


def permits(state: State) -> Iterator[tuple[Key, Source]]:
    """The microphone of each booth's live interpreter."""
    live = (booth.live for booth in state[Booths].by_language.values())
    return ((seat, Source.MICROPHONE) for seat in live if seat is not None)


SUBJECT = Subject(
    commands={
        TakeBooth: from_room(INTERPRETER, take),
        LeaveBooth: from_room(CHAIR | INTERPRETER, leave),
        AskHandover: from_room(INTERPRETER, ask_handover),
        WithdrawHandover: from_room(INTERPRETER, withdraw_handover),
        SetPivot: from_room(INTERPRETER, set_pivot),
        TakeOver: from_server(take_over),
        LapseHandover: from_server(lapse_handover),
    },
    readings={
        BoothsPlanned: planned,
        BoothTaken: taken,
        BoothLeft: left,
        HandoverAsked: asked,
        HandoverWithdrawn: withdrawn,
        PivotSet: pivot_set,
    },
    consequences={
        Leave: lambda state, command, by: leaving(state, by),
        SendOut: lambda state, command, by: leaving(state, command.seat),
        CloseMeeting: lambda state, command, by: [
            BoothLeft(language, booth.live)
            for language, booth in state[Booths].by_language.items()
            if booth.live is not None
        ],
    },
    view=view,
    permits=permits,
)

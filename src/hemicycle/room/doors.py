"""Coming in, leaving, being sent out and let in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from hemicycle.room.parts import EMPTY
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State, without
from hemicycle.room.subject import CHAIR, FactModel, InternalCommand, Signals, Subject, from_room, from_server
from hemicycle.wire.doors import DoorRefusal, DoorsView, LetIn, SendOut
from hemicycle.wire.ids import Audience, Key, Role


@dataclass(frozen=True, slots=True)
class Enter(InternalCommand):
    """The server asks: somebody opened the seat's link."""


@dataclass(frozen=True, slots=True)
class Leave(InternalCommand):
    """The server asks: the seat has had no connection for too long."""


@dataclass(frozen=True, slots=True)
class SeatEntered(FactModel):
    """Somebody took the seat."""

    type: ClassVar[str] = "seat.entered"
    seat: Key


@dataclass(frozen=True, slots=True)
class SeatLeft(FactModel):
    """The seat has been without a connection for longer than a reconnection takes."""

    type: ClassVar[str] = "seat.left"
    seat: Key


@dataclass(frozen=True, slots=True)
class SeatSentOut(FactModel):
    """The chair sent the seat out."""

    type: ClassVar[str] = "seat.sent_out"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class SeatLetIn(FactModel):
    """The chair let the seat back in."""

    type: ClassVar[str] = "seat.let_in"
    seat: Key
    by: Key


Facts = SeatEntered | SeatLeft | SeatSentOut | SeatLetIn


@dataclass(frozen=True, slots=True)
class Doors:
    """The seats that may not come in."""

    sent_out: Mapping[Key, int] = field(default_factory=lambda: EMPTY)
    """The seats that were sent out, and when (ms)."""


def enter(state: State, command: Enter, by: Key) -> list[FactModel] | Refusal:
    """A seat that was sent out stays out, in whatever window it comes."""
    if by not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if by in state[Doors].sent_out:
        return Refusal(DoorRefusal.SEAT_SENT_OUT)
    return [] if by in state.present else [SeatEntered(by)]


def leave(state: State, command: Leave, by: Key) -> list[FactModel] | Refusal:
    """A seat that is not in the room has left already."""
    return [SeatLeft(by)] if by in state.present else []


def send_out(state: State, command: SendOut, by: Key) -> list[FactModel] | Refusal:
    """Anybody but a chair can be sent out, also before coming in."""
    seat = command.seat
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if state.role(seat) is Role.CHAIR:
        return Refusal(DoorRefusal.CHAIR_STAYS)
    if seat in state[Doors].sent_out:
        return Refusal(DoorRefusal.SEAT_SENT_OUT)
    return [*([SeatLeft(seat)] if seat in state.present else []), SeatSentOut(seat, by)]


def let_in(state: State, command: LetIn, by: Key) -> list[FactModel] | Refusal:
    """The seat may enter again; it enters by itself."""
    if command.seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if command.seat not in state[Doors].sent_out:
        return Refusal(DoorRefusal.SEAT_NOT_SENT_OUT)
    return [SeatLetIn(command.seat, by)]


def entered(state: State, fact: SeatEntered, at: int) -> State:
    """The seat is in the room."""
    return replace(state, present=state.present | {fact.seat})


def left(state: State, fact: SeatLeft, at: int) -> State:
    """The seat is in the room no more."""
    return replace(state, present=state.present - {fact.seat})


def sent_out(state: State, fact: SeatSentOut, at: int) -> State:
    """The seat cannot enter any more."""
    return state.having(Doors({**state[Doors].sent_out, fact.seat: at}))


def let_back_in(state: State, fact: SeatLetIn, at: int) -> State:
    """The seat can enter again."""
    return state.having(Doors(without(state[Doors].sent_out, fact.seat)))


def view(state: State, audience: Audience, signals: Signals) -> DoorsView:
    """Everybody knows who is in the room, the chair alone who was sent out."""
    shown: DoorsView = {"present": dict.fromkeys(sorted(state.present), True)}
    if audience is Audience.CHAIR:
        shown["sent_out"] = dict(state[Doors].sent_out)
    return shown


SUBJECT = Subject(
    commands={
        Enter: from_server(enter),
        Leave: from_server(leave),
        SendOut: from_room(CHAIR, send_out),
        LetIn: from_room(CHAIR, let_in),
    },
    readings={SeatEntered: entered, SeatLeft: left, SeatSentOut: sent_out, SeatLetIn: let_back_in},
    view=view,
)

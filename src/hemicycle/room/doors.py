"""Coming in, leaving, being sent out and let in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hemicycle.room import booths
from hemicycle.room.facts import (
    Fact,
    FloorTaken,
    HandLowered,
    PictureHidden,
    SeatEntered,
    SeatLeft,
    SeatLetIn,
    SeatSentOut,
)
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State, without
from hemicycle.wire.doors import DoorRefusal, LetIn, SendOut
from hemicycle.wire.ids import Key, Role


@dataclass(frozen=True, slots=True)
class Enter:
    """The server asks: somebody opened the seat's link. No seat can send this."""


@dataclass(frozen=True, slots=True)
class Leave:
    """The server asks: the seat has had no connection for too long. No seat can send this."""


def enter(state: State, command: Enter, by: Key) -> list[Fact] | Refusal:
    """A seat that was sent out stays out, in whatever window it comes."""
    if by not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if by in state.sent_out:
        return Refusal(DoorRefusal.SEAT_SENT_OUT)
    return [] if by in state.present else [SeatEntered(by)]


def leave(state: State, command: Leave, by: Key) -> list[Fact] | Refusal:
    """A hand does not stay up in an empty seat, nor a booth live; the floor stays as the chair left it."""
    if by not in state.present:
        return []
    return [
        *([HandLowered(by)] if by in state.hands else []),
        *booths.leaving(state, by),
        SeatLeft(by),
    ]


def send_out(state: State, command: SendOut, by: Key) -> list[Fact] | Refusal:
    """Whoever is sent out keeps nothing: no floor, no picture, no hand up, no booth."""
    seat = command.seat
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if state.role(seat) is Role.CHAIR:
        return Refusal(DoorRefusal.CHAIR_STAYS)
    if seat in state.sent_out:
        return Refusal(DoorRefusal.SEAT_SENT_OUT)
    return [
        *([FloorTaken(seat, by)] if seat in state.floor else []),
        *(PictureHidden(seat, shown.source, by) for shown in state.stage if shown.seat == seat),
        *([HandLowered(seat)] if seat in state.hands else []),
        *booths.leaving(state, seat),
        *([SeatLeft(seat)] if seat in state.present else []),
        SeatSentOut(seat, by),
    ]


def let_in(state: State, command: LetIn, by: Key) -> list[Fact] | Refusal:
    """The way back in is open; entering is then the seat's own."""
    if command.seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if command.seat not in state.sent_out:
        return Refusal(DoorRefusal.SEAT_NOT_SENT_OUT)
    return [SeatLetIn(command.seat, by)]


def entered(state: State, fact: SeatEntered, at: int) -> State:
    """The seat is taken."""
    return replace(state, present=state.present | {fact.seat})


def left(state: State, fact: SeatLeft, at: int) -> State:
    """The seat is empty."""
    return replace(state, present=state.present - {fact.seat})


def sent_out(state: State, fact: SeatSentOut, at: int) -> State:
    """The seat is barred."""
    return replace(state, sent_out={**state.sent_out, fact.seat: at})


def let_back_in(state: State, fact: SeatLetIn, at: int) -> State:
    """The seat is barred no more."""
    return replace(state, sent_out=without(state.sent_out, fact.seat))

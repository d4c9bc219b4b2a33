"""Hands: how a seat asks for the floor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from hemicycle.room.doors import Leave
from hemicycle.room.floor import Floor
from hemicycle.room.opening import MeetingClosed
from hemicycle.room.parts import EMPTY
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State, without
from hemicycle.room.subject import CHAIR, EVERYBODY, FactModel, Signals, Subject, from_room
from hemicycle.room.taking_part import LISTENERS
from hemicycle.wire.doors import DoorRefusal, SendOut
from hemicycle.wire.floor import FloorRefusal, GiveFloor
from hemicycle.wire.hands import HandRefusal, HandsView, LowerHand, RaiseHand
from hemicycle.wire.ids import Audience, Key, Phase, Role
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import CloseMeeting, OpeningRefusal


@dataclass(frozen=True, slots=True)
class HandRaised(FactModel):
    """The seat asked for the floor."""

    type: ClassVar[str] = "hand.raised"
    seat: Key


@dataclass(frozen=True, slots=True)
class HandLowered(FactModel):
    """The seat's hand went down: by itself, by the chair, or because the seat got the floor
    or left."""

    type: ClassVar[str] = "hand.lowered"
    seat: Key


Facts = HandRaised | HandLowered


@dataclass(frozen=True, slots=True)
class Hands:
    """The seats that ask for the floor."""

    raised: Mapping[Key, int] = field(default_factory=lambda: EMPTY)
    """Raised hands and when they went up (ms), the first raised first."""


def raise_hand(state: State, command: RaiseHand, by: Key) -> list[FactModel] | Refusal:
    """Whoever may have the floor and does not have it may ask for it; a chair simply takes it."""
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    if (role := state.role(by)) in LISTENERS:
        return Refusal(LISTENERS[role])
    if by in state[Floor].seats:
        return Refusal(FloorRefusal.HAS_FLOOR)
    if by in state[Hands].raised:
        return Refusal(HandRefusal.HAND_IS_UP)
    return [HandRaised(by)]


def lower_hand(state: State, command: LowerHand, by: Key) -> list[FactModel] | Refusal:
    """A seat lowers its own hand, the chair anybody's."""
    seat = command.seat if command.seat is not None else by
    if seat != by and state.role(by) is not Role.CHAIR:
        return Refusal(RequestRefusal.NOT_ALLOWED)
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    return _lowered(state, seat) or Refusal(HandRefusal.HAND_IS_DOWN)


def _lowered(state: State, seat: Key) -> list[FactModel]:
    """What it takes for the seat's hand to be down."""
    return [HandLowered(seat)] if seat in state[Hands].raised else []


def raised(state: State, fact: HandRaised, at: int) -> State:
    """The hand is the last one of the list."""
    return state.having(Hands({**state[Hands].raised, fact.seat: at}))


def lowered(state: State, fact: HandLowered, at: int) -> State:
    """The hand is off the list."""
    return state.having(Hands(without(state[Hands].raised, fact.seat)))


def view(state: State, audience: Audience, signals: Signals) -> HandsView:
    """Everybody sees the raised hands, the chair also since when each is up."""
    shown: HandsView = {"hands": list(state[Hands].raised)}
    if audience is Audience.CHAIR:
        shown["raised"] = dict(state[Hands].raised)
    return shown


SUBJECT = Subject(
    commands={
        RaiseHand: from_room(EVERYBODY - CHAIR, raise_hand),
        LowerHand: from_room(EVERYBODY, lower_hand),
    },
    readings={
        HandRaised: raised,
        HandLowered: lowered,
        MeetingClosed: lambda state, fact, at: state.having(Hands()),
    },
    consequences={
        GiveFloor: lambda state, command, by: _lowered(state, command.seat),
        Leave: lambda state, command, by: _lowered(state, by),
        SendOut: lambda state, command, by: _lowered(state, command.seat),
        CloseMeeting: lambda state, command, by: map(HandLowered, state[Hands].raised),
    },
    view=view,
)

"""Hands: how a seat asks for the floor."""

from __future__ import annotations

from dataclasses import replace

from hemicycle.room.facts import Fact, HandLowered, HandRaised
from hemicycle.room.floor import LISTENERS
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State, without
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.floor import FloorRefusal
from hemicycle.wire.hands import HandRefusal, LowerHand, RaiseHand
from hemicycle.wire.ids import Key, Phase, Role
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import OpeningRefusal


def raise_hand(state: State, command: RaiseHand, by: Key) -> list[Fact] | Refusal:
    """Whoever may have the floor and does not have it may ask for it; a chair simply takes it."""
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    if (role := state.role(by)) in LISTENERS:
        return Refusal(LISTENERS[role])
    if by in state.floor:
        return Refusal(FloorRefusal.HAS_FLOOR)
    if by in state.hands:
        return Refusal(HandRefusal.HAND_IS_UP)
    return [HandRaised(by)]


def lower_hand(state: State, command: LowerHand, by: Key) -> list[Fact] | Refusal:
    """A seat lowers its own hand, the chair anybody's."""
    seat = command.seat if command.seat is not None else by
    if seat != by and state.role(by) is not Role.CHAIR:
        return Refusal(RequestRefusal.NOT_ALLOWED)
    if seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if seat not in state.hands:
        return Refusal(HandRefusal.HAND_IS_DOWN)
    return [HandLowered(seat)]


def raised(state: State, fact: HandRaised, at: int) -> State:
    """At the end of the list."""
    return replace(state, hands={**state.hands, fact.seat: at})


def lowered(state: State, fact: HandLowered, at: int) -> State:
    """Off the list."""
    return replace(state, hands=without(state.hands, fact.seat))

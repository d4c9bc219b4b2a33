"""Opening and closing the meeting, and its agenda."""

from __future__ import annotations

from dataclasses import replace

from hemicycle.room.facts import (
    BoothLeft,
    Fact,
    FloorTaken,
    HandLowered,
    ItemBegun,
    MeetingClosed,
    MeetingOpened,
    MeetingPlanned,
    PictureHidden,
)
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import EMPTY, State
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpeningRefusal, OpenMeeting


def open_meeting(state: State, command: OpenMeeting, by: Key) -> list[Fact] | Refusal:
    """A planned or a closed meeting can be opened."""
    if state.phase is Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_ALREADY_OPEN)
    return [MeetingOpened(by)]


def close_meeting(state: State, command: CloseMeeting, by: Key) -> list[Fact] | Refusal:
    """Nobody keeps the floor, a booth, a hand up or a picture on the stage of a closed meeting."""
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    return [
        *(FloorTaken(seat, by) for seat in state.floor),
        *(PictureHidden(shown.seat, shown.source, by) for shown in state.stage),
        *(HandLowered(seat) for seat in state.hands),
        *(BoothLeft(language, booth.live) for language, booth in state.booths.items() if booth.live),
        MeetingClosed(by),
    ]


def begin_item(state: State, command: BeginItem, by: Key) -> list[Fact] | Refusal:
    """Items can be called in any order, and again."""
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    if command.item not in state.items:
        return Refusal(OpeningRefusal.NO_SUCH_ITEM)
    if command.item == state.item:
        return Refusal(OpeningRefusal.ITEM_ALREADY_BEGUN)
    return [ItemBegun(command.item, by)]


def planned(state: State, fact: MeetingPlanned, at: int) -> State:
    """The seats and the items are known."""
    return replace(state, seats=fact.seats, items=fact.items)


def opened(state: State, fact: MeetingOpened, at: int) -> State:
    """The first opening is the one that counts; one after a close takes the close back."""
    return replace(
        state,
        phase=Phase.OPEN,
        opened=at if state.opened is None else state.opened,
        closed=None,
        kept=True,
    )


def closed(state: State, fact: MeetingClosed, at: int) -> State:
    """The present item ends with the meeting."""
    return replace(
        state, phase=Phase.CLOSED, closed=at, item=None, item_since=None, hands=EMPTY, floor=EMPTY, stage=()
    )


def item_begun(state: State, fact: ItemBegun, at: int) -> State:
    """The item before it has ended."""
    return replace(state, item=fact.item, item_since=at)

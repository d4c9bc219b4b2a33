"""The stage: whose camera or screen everybody sees."""

from __future__ import annotations

from dataclasses import replace

from hemicycle.room.facts import Fact, PictureHidden, PictureShown
from hemicycle.room.floor import may_take_part
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import MAX_ON_STAGE, Shown, State
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.stage import HidePicture, ShowPicture, StageRefusal


def show(state: State, command: ShowPicture, by: Key) -> list[Fact] | Refusal:
    """A picture can be on the stage without the floor: a panel is seen while one of it speaks."""
    if refusal := may_take_part(state, command.seat):
        return refusal
    if Shown(command.seat, command.source) in state.stage:
        return Refusal(StageRefusal.ON_STAGE)
    if len(state.stage) >= MAX_ON_STAGE:
        return Refusal(StageRefusal.STAGE_FULL)
    return [PictureShown(command.seat, command.source, by)]


def hide(state: State, command: HidePicture, by: Key) -> list[Fact] | Refusal:
    """It is gone for everybody; the seat's camera itself is the seat's own matter."""
    if command.seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if Shown(command.seat, command.source) not in state.stage:
        return Refusal(StageRefusal.NOT_ON_STAGE)
    return [PictureHidden(command.seat, command.source, by)]


def shown(state: State, fact: PictureShown, at: int) -> State:
    """Behind those that are there already."""
    return replace(state, stage=(*state.stage, Shown(fact.seat, fact.source)))


def hidden(state: State, fact: PictureHidden, at: int) -> State:
    """The others stay in their order."""
    gone = Shown(fact.seat, fact.source)
    return replace(state, stage=tuple(s for s in state.stage if s != gone))

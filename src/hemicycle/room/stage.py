"""The stage: whose camera or screen everybody sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from hemicycle.room.opening import MeetingClosed
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import CHAIR, FactModel, Signals, Subject, from_room
from hemicycle.room.taking_part import may_take_part
from hemicycle.wire.doors import DoorRefusal, SendOut
from hemicycle.wire.ids import SMALL, Audience, Key, Source
from hemicycle.wire.opening import CloseMeeting
from hemicycle.wire.stage import HidePicture, ShowPicture, StageRefusal, StageView

Picture = Literal[Source.CAMERA, Source.SCREEN]

MAX_ON_STAGE = 12
"""How many pictures fit the stage: each costs every viewer its bitrate."""


@dataclass(frozen=True, slots=True)
class PictureShown(FactModel):
    """A camera or a screen was put on the stage."""

    type: ClassVar[str] = "picture.shown"
    seat: Key
    source: Picture
    by: Key


@dataclass(frozen=True, slots=True)
class PictureHidden(FactModel):
    """A camera or a screen was taken off the stage."""

    type: ClassVar[str] = "picture.hidden"
    seat: Key
    source: Picture
    by: Key


Facts = PictureShown | PictureHidden


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on the stage."""

    seat: Key
    source: Picture


@dataclass(frozen=True, slots=True)
class Stage:
    """The pictures that everybody sees."""

    pictures: tuple[Shown, ...] = ()
    """In the order in which they were shown."""

    def of(self, seat: Key) -> Iterator[Shown]:
        """The pictures of one seat."""
        return (shown for shown in self.pictures if shown.seat == seat)


def show(state: State, command: ShowPicture, by: Key) -> list[FactModel] | Refusal:
    """A picture can be on the stage without the floor: a panel is seen while one of it speaks."""
    if refusal := may_take_part(state, command.seat):
        return refusal
    if Shown(command.seat, command.source) in state[Stage].pictures:
        return Refusal(StageRefusal.ON_STAGE)
    if len(state[Stage].pictures) >= MAX_ON_STAGE:
        return Refusal(StageRefusal.STAGE_FULL)
    return [PictureShown(command.seat, command.source, by)]


def hide(state: State, command: HidePicture, by: Key) -> list[FactModel] | Refusal:
    """The picture is gone for everybody; the seat's camera itself is the seat's own matter."""
    if command.seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if Shown(command.seat, command.source) not in state[Stage].pictures:
        return Refusal(StageRefusal.NOT_ON_STAGE)
    return [PictureHidden(command.seat, command.source, by)]


def hidden_all(pictures: Iterable[Shown], by: Key) -> list[FactModel]:
    """The facts by which several pictures leave the stage."""
    return [PictureHidden(shown.seat, shown.source, by) for shown in pictures]


def shown(state: State, fact: PictureShown, at: int) -> State:
    """The picture comes after those that are there already."""
    return state.having(Stage((*state[Stage].pictures, Shown(fact.seat, fact.source))))


def hidden(state: State, fact: PictureHidden, at: int) -> State:
    """The others stay in their order."""
    gone = Shown(fact.seat, fact.source)
    return state.having(Stage(tuple(s for s in state[Stage].pictures if s != gone)))


def view(state: State, audience: Audience, signals: Signals) -> StageView:
    """Every audience is told what is on the stage."""
    return {"stage": [{"seat": shown.seat, "source": shown.source} for shown in state[Stage].pictures]}


def permits(state: State) -> Iterator[tuple[Key, Source]]:
    """The pictures on the stage, each in both its sizes."""
    for shown in state[Stage].pictures:
        yield shown.seat, shown.source
        yield shown.seat, SMALL[shown.source]


SUBJECT = Subject(
    commands={ShowPicture: from_room(CHAIR, show), HidePicture: from_room(CHAIR, hide)},
    readings={
        PictureShown: shown,
        PictureHidden: hidden,
        MeetingClosed: lambda state, fact, at: state.having(Stage()),
    },
    consequences={
        SendOut: lambda state, command, by: hidden_all(state[Stage].of(command.seat), by),
        CloseMeeting: lambda state, command, by: hidden_all(state[Stage].pictures, by),
    },
    view=view,
    permits=permits,
)

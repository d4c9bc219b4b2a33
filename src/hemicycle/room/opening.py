"""Opening and closing the meeting, and its agenda."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from hemicycle.room.refusal import Refusal
from hemicycle.room.state import PlannedSeat, State
from hemicycle.room.subject import CHAIR, FactModel, Signals, Subject, from_room
from hemicycle.wire.ids import Audience, Key, Phase
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpeningRefusal, OpeningView, OpenMeeting


@dataclass(frozen=True, slots=True)
class MeetingPlanned(FactModel):
    """The meeting was added: always the first fact, and the only one with a sequence number
    of 0."""

    type: ClassVar[str] = "meeting.planned"
    seats: Mapping[Key, PlannedSeat]
    items: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class MeetingOpened(FactModel):
    """The chair opened the meeting."""

    type: ClassVar[str] = "meeting.opened"
    by: Key


@dataclass(frozen=True, slots=True)
class MeetingClosed(FactModel):
    """The chair closed the meeting. It may be opened again."""

    type: ClassVar[str] = "meeting.closed"
    by: Key


@dataclass(frozen=True, slots=True)
class ItemBegun(FactModel):
    """An agenda item was called; it ends when another is, or when the meeting closes."""

    type: ClassVar[str] = "item.begun"
    item: Key
    by: Key


Facts = MeetingPlanned | MeetingOpened | MeetingClosed | ItemBegun


@dataclass(frozen=True, slots=True)
class Agenda:
    """When the meeting was opened and closed, and where it is on its agenda."""

    items: tuple[Key, ...] = ()
    opened: int | None = None
    """When it was opened for the first time, in ms."""
    closed: int | None = None
    """When it was closed, in ms; None: it is not."""
    item: Key | None = None
    item_since: int | None = None
    """When the present item was called, in ms."""


def open_meeting(state: State, command: OpenMeeting, by: Key) -> list[FactModel] | Refusal:
    """A planned meeting can be opened, and a closed one opened again."""
    if state.phase is Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_ALREADY_OPEN)
    return [MeetingOpened(by)]


def close_meeting(state: State, command: CloseMeeting, by: Key) -> list[FactModel] | Refusal:
    """Only an open meeting can be closed. Other subjects add what ends with it (`consequences`)."""
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    return [MeetingClosed(by)]


def begin_item(state: State, command: BeginItem, by: Key) -> list[FactModel] | Refusal:
    """Items can be called in any order, and again."""
    if state.phase is not Phase.OPEN:
        return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
    if command.item not in state[Agenda].items:
        return Refusal(OpeningRefusal.NO_SUCH_ITEM)
    if command.item == state[Agenda].item:
        return Refusal(OpeningRefusal.ITEM_ALREADY_BEGUN)
    return [ItemBegun(command.item, by)]


def planned(state: State, fact: MeetingPlanned, at: int) -> State:
    """The seats and the agenda are known."""
    return replace(state, seats=fact.seats).having(Agenda(fact.items))


def opened(state: State, fact: MeetingOpened, at: int) -> State:
    """The first opening is the one that counts; a later one takes the close back."""
    agenda = state[Agenda]
    first = at if agenda.opened is None else agenda.opened
    return replace(state, phase=Phase.OPEN).having(replace(agenda, opened=first, closed=None))


def closed(state: State, fact: MeetingClosed, at: int) -> State:
    """The present item ends with the meeting."""
    agenda = replace(state[Agenda], closed=at, item=None, item_since=None)
    return replace(state, phase=Phase.CLOSED).having(agenda)


def item_begun(state: State, fact: ItemBegun, at: int) -> State:
    """The item takes the place of the one before it."""
    return state.having(replace(state[Agenda], item=fact.item, item_since=at))


def view(state: State, audience: Audience, signals: Signals) -> OpeningView:
    """Every audience is told the phase and the present agenda item."""
    agenda = state[Agenda]
    shown: OpeningView = {"phase": state.phase}
    if agenda.opened is not None:
        shown["opened"] = agenda.opened
    if agenda.closed is not None:
        shown["closed"] = agenda.closed
    if agenda.item is not None and agenda.item_since is not None:
        shown["item"] = agenda.item
        shown["item_since"] = agenda.item_since
    return shown


SUBJECT = Subject(
    commands={
        OpenMeeting: from_room(CHAIR, open_meeting),
        CloseMeeting: from_room(CHAIR, close_meeting),
        BeginItem: from_room(CHAIR, begin_item),
    },
    readings={
        MeetingPlanned: planned,
        MeetingOpened: opened,
        MeetingClosed: closed,
        ItemBegun: item_begun,
    },
    view=view,
)

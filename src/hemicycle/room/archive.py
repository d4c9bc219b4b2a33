"""Who may hear, see and read what is kept of a meeting that is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import CHAIR, FactModel, InternalCommand, Signals, Subject, from_page
from hemicycle.wire.archive import ArchiveView, Readers
from hemicycle.wire.ids import Audience, Key


@dataclass(frozen=True, slots=True)
class ArchiveOpened(FactModel):
    """The record of the meeting may be heard, seen and read by these, too."""

    type: ClassVar[str] = "archive.opened"
    to: Readers
    by: Key


@dataclass(frozen=True, slots=True)
class ArchiveClosed(FactModel):
    """The record of the meeting is the organiser's alone again."""

    type: ClassVar[str] = "archive.closed"
    by: Key


Facts = ArchiveOpened | ArchiveClosed


@dataclass(frozen=True, slots=True)
class OpenArchive(InternalCommand):
    """The organiser opens the record to the seats, or to everybody."""

    to: Readers


@dataclass(frozen=True, slots=True)
class CloseArchive(InternalCommand):
    """The organiser keeps the record to itself again."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Who may read what is kept, beside the organiser."""

    readers: Readers | None = None


def open_archive(state: State, command: OpenArchive, by: Key) -> list[FactModel] | Refusal:
    """It can be opened at any time, and is read once the meeting is closed."""
    return [] if state[Archive].readers is command.to else [ArchiveOpened(command.to, by)]


def close_archive(state: State, command: CloseArchive, by: Key) -> list[FactModel] | Refusal:
    """What was read before cannot be taken back."""
    return [] if state[Archive].readers is None else [ArchiveClosed(by)]


def opened(state: State, fact: ArchiveOpened, at: int) -> State:
    """These readers take the place of those before."""
    return state.having(Archive(fact.to))


def closed(state: State, fact: ArchiveClosed, at: int) -> State:
    """Only the organiser may read it from now on."""
    return state.having(Archive())


def view(state: State, audience: Audience, signals: Signals) -> ArchiveView:
    """Everybody knows to whom it is open."""
    readers = state[Archive].readers
    return {} if readers is None else {"readers": readers}


SUBJECT = Subject(
    commands={OpenArchive: from_page(CHAIR, open_archive), CloseArchive: from_page(CHAIR, close_archive)},
    readings={ArchiveOpened: opened, ArchiveClosed: closed},
    view=view,
)

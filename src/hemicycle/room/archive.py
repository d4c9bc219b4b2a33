"""Who may hear, see and read the record of a meeting that is over."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hemicycle.room.desk import DeskCommand
from hemicycle.room.facts import ArchiveClosed, ArchiveOpened, Fact
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.archive import Readers
from hemicycle.wire.ids import Key


@dataclass(frozen=True, slots=True)
class OpenArchive(DeskCommand):
    """The organiser opens the record to the seats, or to everybody."""

    to: Readers


@dataclass(frozen=True, slots=True)
class CloseArchive(DeskCommand):
    """The organiser keeps the record to itself again."""


def open_archive(state: State, command: OpenArchive, by: Key) -> list[Fact] | Refusal:
    """At any time: it is read once the meeting is closed."""
    return [] if state.archive is command.to else [ArchiveOpened(command.to, by)]


def close_archive(state: State, command: CloseArchive, by: Key) -> list[Fact] | Refusal:
    """What was read before cannot be taken back."""
    return [] if state.archive is None else [ArchiveClosed(by)]


def opened(state: State, fact: ArchiveOpened, at: int) -> State:
    """In place of what was said before."""
    return replace(state, archive=fact.to)


def closed(state: State, fact: ArchiveClosed, at: int) -> State:
    """The organiser's alone."""
    return replace(state, archive=None)

"""What the page of a meeting's record shows, to whoever it is open to."""

from __future__ import annotations

from enum import StrEnum
from typing import NotRequired

from pydantic import BaseModel, ConfigDict
from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds, Phase
from hemicycle.wire.meeting import Announced, Seat


class Readers(StrEnum):
    """To whom the organiser has opened a meeting's record."""

    SEATS = "seats"
    """Everybody who has a seat."""
    PUBLIC = "public"


class ArchiveReaders(BaseModel):
    """To whom the organiser opens the record; null: to nobody else."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    to: Readers | None


class ArchiveChapter(TypedDict):
    """A part of the video that can be gone to by name."""

    at: int
    """In ms of the video."""
    title: str


class ArchiveTurn(TypedDict):
    """That a seat had the floor, for as long as the video shows it."""

    seat: Key
    at: int
    """In ms of the video."""
    until: int


class ArchiveLine(TypedDict):
    """A line of the verbatim, in step with the video."""

    id: int
    seat: Key
    item: NotRequired[Key]
    at: NotRequired[int]
    """In ms of the video; missing where the video has nothing of it."""
    until: NotRequired[int]
    language: Language
    text: str
    translations: dict[Language, str]


class ArchiveContents(TypedDict):
    """All that the record's page shows beside the video."""

    meeting: Announced
    seats: dict[Key, Seat]
    """Who spoke; nobody else is named."""
    phase: Phase
    opened: NotRequired[Milliseconds]
    closed: NotRequired[Milliseconds]
    readers: NotRequired[Readers]
    """To whom the record is open; missing: to the organiser only."""
    organiser: bool
    """Whether this is the organiser's own page, which may change that."""
    kept: bool
    """Whether anything of sound and picture was recorded."""
    records: bool
    """Whether this server records meetings; what an earlier one recorded is shown all the same."""
    percent: int
    """How much of the video is made; 100: it is there."""
    duration: int
    """Of the video, in ms."""
    sounds: list[str]
    """`original`, then the booths' languages."""
    captions: list[Language]
    chapters: list[ArchiveChapter]
    turns: list[ArchiveTurn]
    lines: list[ArchiveLine]
    spoke: dict[Key, int]
    """How long each seat had the floor, in s, the longest first."""
    communiques: list[Language]
    """Which are published."""


class ArchiveFound(TypedDict):
    """The lines that hold what was asked for."""

    lines: list[int]


class ArchiveView(TypedDict):
    """To whom the record is open."""

    readers: NotRequired[Readers]
    """Whom the organiser has opened the record to."""


DOCUMENTS = (ArchiveContents, ArchiveFound, ArchiveReaders)

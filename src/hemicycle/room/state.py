"""The state of a meeting: what the facts so far come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from hemicycle.room.facts import Picture, PlannedSeat
from hemicycle.wire.archive import Readers
from hemicycle.wire.ids import Key, Phase, Role
from hemicycle.wire.quotes import QuoteStage

EMPTY: Mapping[Any, Any] = MappingProxyType({})

MAX_ON_STAGE = 12
"""How many pictures fit the stage: each costs every viewer its bitrate."""


@dataclass(frozen=True, slots=True)
class Booth:
    """A booth: who is live since when (ms), when a handover was asked for, and what it interprets from."""

    live: Key | None = None
    since: int | None = None
    asked: int | None = None
    pivot: str | None = None
    """Another booth's language; None: the original."""


@dataclass(frozen=True, slots=True)
class Floor:
    """That a seat has the floor: since when (ms), and whether its microphone is open."""

    since: int
    microphone: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture on the stage."""

    seat: Key
    source: Picture


@dataclass(frozen=True, slots=True)
class QuoteState:
    """A quote: whose words, where it stands with the speaker, and in which answer's wording."""

    seat: Key
    stage: QuoteStage
    answer: int | None = None
    overridden: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A meeting as it stands. Never changed: `apply` makes the next one."""

    phase: Phase = Phase.PLANNED
    seats: Mapping[Key, PlannedSeat] = field(default_factory=lambda: EMPTY)
    items: tuple[Key, ...] = ()
    opened: int | None = None
    """When it was opened first, in ms."""
    closed: int | None = None
    item: Key | None = None
    item_since: int | None = None
    present: frozenset[Key] = frozenset()
    sent_out: Mapping[Key, int] = field(default_factory=lambda: EMPTY)
    hands: Mapping[Key, int] = field(default_factory=lambda: EMPTY)
    """Raised hands and when they went up, the first raised first."""
    floor: Mapping[Key, Floor] = field(default_factory=lambda: EMPTY)
    """Who has the floor, the first given first."""
    stage: tuple[Shown, ...] = ()
    languages: Mapping[Key, str] = field(default_factory=lambda: EMPTY)
    """What each seat speaks."""
    booths: Mapping[str, Booth] = field(default_factory=lambda: EMPTY)
    """In the programme's order."""
    interpreters: Mapping[Key, tuple[str, ...]] = field(default_factory=lambda: EMPTY)
    """The booths of each interpreter."""
    channels: Mapping[Key, str] = field(default_factory=lambda: EMPTY)
    """The booth that each seat listens to; the others listen to the original."""
    quotes: Mapping[int, QuoteState] = field(default_factory=lambda: EMPTY)
    """By number, the first made first."""
    published: Mapping[str, int] = field(default_factory=lambda: EMPTY)
    """Which version of the communiqué is public, by language."""
    off_record: int | None = None
    """Since when nothing is kept; None: on the record."""

    archive: Readers | None = None
    """Who may have the record beside the organiser."""
    kept: bool = True
    """Whether the time of keeping is not over."""
    erased: frozenset[Key] = frozenset()
    """Whose names and words were taken out."""

    def role(self, seat: Key) -> Role | None:
        """The seat's role; None where there is no such seat."""
        planned = self.seats.get(seat)
        return planned.role if planned else None


def without(mapping: Mapping[Key, Any], key: Key) -> Mapping[Key, Any]:
    """The mapping less one key."""
    return {k: v for k, v in mapping.items() if k != key}

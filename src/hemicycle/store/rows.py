"""What the store gives back where it isn't a meeting or a log."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.wire.checks import CheckResult
from hemicycle.wire.ids import Key, Milliseconds, Role


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list of meetings."""

    slug: Key
    title: str
    organiser: str
    starts: Milliseconds
    timezone: str
    seats: int


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Whose door a personal link opens."""

    slug: Key
    key: Key
    role: Role
    revoked: bool
    """The link was this seat's once, and is no longer valid."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The valid link of a seat, as far as the store knows it."""

    key: Key
    generation: int
    """How many links the seat had before this one."""
    token_hash: str


@dataclass(frozen=True, slots=True)
class Person:
    """Whose name and words are taken out of a meeting."""

    meeting_id: int
    key: Key
    """The seat's key."""
    name: str
    """As it stands in the seat's row."""


ERASED = "—"
"""What stands in the place of a name."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """What somebody found out who asked whether they can take part."""

    at: Milliseconds
    seat: Key | None
    """None: a guest without a seat, who may have given a name (`result.name`)."""
    browser: str
    """The browser and its system in words, such as "Firefox 153 on Windows"."""
    result: CheckResult

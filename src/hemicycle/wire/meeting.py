"""The meeting as planned: its programme, its seats, and what the public may know of it."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds, Phase, Role


class Category(TypedDict):
    """A kind of body that is represented, as a press report would name it."""

    key: Key
    name: str


class Item(TypedDict):
    """An agenda item."""

    key: Key
    title: str
    minutes: int
    speaker: NotRequired[Key]


class Seat(TypedDict):
    """Whose seat it is, as the nameplate says it."""

    name: str
    title: str
    organisation: str
    role: Role
    language: str
    category: NotRequired[Key]
    precedence: NotRequired[int]
    into: NotRequired[list[Language]]
    """The booths that an interpreter works in, by the language they interpret into."""
    out_of: NotRequired[list[Language]]
    """The languages that an interpreter understands."""


class Announced(TypedDict):
    """What everybody may know of a meeting as planned."""

    slug: Key
    title: str
    organiser: str
    city: str
    starts: Milliseconds
    timezone: str
    minutes: int
    languages: list[str]
    on_record: bool
    categories: list[Category]
    items: list[Item]


class Programme(Announced):
    """The meeting as planned, for everybody: speakers by name, the others as a number by
    category."""

    speakers: dict[str, Seat]
    expected: dict[str, int]
    """Seats by category, those without one left out."""
    phase: Phase
    readers: NotRequired[Literal["public"]]
    """There where everybody may have the record."""


class Meeting(Announced):
    """The meeting as planned, for those who have a seat in it."""

    seats: dict[str, Seat]
    """In the order in which they sit: by precedence, then as planned."""


DOCUMENTS = (Programme,)

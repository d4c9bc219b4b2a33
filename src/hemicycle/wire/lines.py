"""Lines: who said what, when. Captions, verbatim and communiqué are made of them."""

from __future__ import annotations

from enum import StrEnum
from typing import NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds

MAX_LINE_CHARS = 2000
"""The longest text of a line."""


class Writer(StrEnum):
    """Who wrote a text down."""

    MACHINE = "machine"
    CAPTIONER = "captioner"
    """A person, while the meeting went on."""
    EDITOR = "editor"
    """A person who corrected it at the desk."""


class LineVersion(TypedDict):
    """A line as somebody wrote it down.

    Versions are never changed; a correction is the next one.
    """

    version: int
    """Counts from 1."""
    at: Milliseconds
    """When it was written down."""
    writer: Writer
    by: NotRequired[Key]
    """The seat of the captioner or the editor."""
    seat: Key
    """The seat that spoke."""
    language: Language
    """The language that was spoken."""
    text: str
    """Empty: the line was struck out."""
    translations: NotRequired[dict[Language, str]]
    """The machine's, of this very text."""


class Line(LineVersion):
    """A final line in its newest version."""

    id: int
    """Counted up from 1 in each meeting."""
    item: NotRequired[Key]
    """The agenda item that the meeting was at."""
    since: Milliseconds
    """When the first word began, by the server's clock."""
    until: Milliseconds
    """When the last word had been said."""


DOCUMENTS = (LineVersion,)

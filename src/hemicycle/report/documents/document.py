"""A document, whatever it is written as."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hemicycle.wire.ids import Key


class Kind(StrEnum):
    """The role of a block in its document, which decides how each format sets it."""

    HEADING = "heading"
    SPEAKER = "speaker"
    """A heading that names the speaker of the blocks below it."""
    TEXT = "text"
    NOTE = "note"
    """About the text, not of it."""


class Style(StrEnum):
    """How a run of characters stands."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"
    ADDED = "added"
    """Said, and not in the text that was given."""
    LEFT_OUT = "left_out"
    """In the text that was given, and not said."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound of one seat, by the server's clock (ms)."""

    seat: Key
    since: int
    until: int
    label: str
    """What a player of it is called."""

    def address(self, base: str) -> str:
        """The clip's URL.

        Args:
            base: the address of the recording's clips, without a query.
        """
        return f"{base}?seat={self.seat}&since={self.since}&until={self.until}"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style, and the clips that are played after them."""

    text: str
    style: Style = Style.PLAIN
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a line that heads some."""

    kind: Kind
    runs: tuple[Run, ...]
    time: str = ""
    """When it was said, as a clock shows it."""

    @property
    def text(self) -> str:
        """The block's text without its marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Document:
    """A title and what stands under it."""

    language: str
    title: str
    blocks: tuple[Block, ...]
    under: tuple[str, ...] = ()
    """Lines that are set under the title, such as the organiser and the date."""

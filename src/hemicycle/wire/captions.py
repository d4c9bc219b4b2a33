"""Captions: what is said, in writing, as it is said."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field, StringConstraints
from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.lines import MAX_LINE_CHARS, Writer
from hemicycle.wire.models import DownModel, RefusalCodes, UpModel


class CaptionRefusal(RefusalCodes):
    """What the state of the record or of a line does not permit."""

    NOTHING_WRITTEN = (
        "nothing_written",
        "Nothing is written down now: the meeting is not open, or off the record.",
    )
    NO_SUCH_LINE = "no_such_line", "There is no such line."
    LINE_CHANGED = "line_changed", "Somebody else has corrected this line in the meantime. Look at it again."


class WantCaptions(UpModel):
    """Which captions the seat wants. After it the latest lines come, then each line as it is
    written.

    To be said again on each new connection.
    """

    type: Literal["captions"] = "captions"
    wanted: Literal["original"] | Language | None
    """`original`: what is spoken, in its own language; a language: in that; null: none."""


class Captioning(UpModel):
    """A captioner writes a language by hand from now on, so that the machine does not; null:
    no more."""

    type: Literal["captioning"] = "captioning"
    language: Language | None


class WriteLine(UpModel):
    """A captioner's line. Answered by `done` once it is stored, or `refused`, with the same id."""

    type: Literal["write"] = "write"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]
    seat: Key
    """The seat that said it."""
    language: Language
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class CorrectLine(UpModel):
    """A captioner or the chair corrects a line.

    Answered by `done` once it is stored, or `refused`.
    """

    type: Literal["correct"] = "correct"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]
    line: Annotated[int, Field(ge=1, le=2**31 - 1)]
    after: Annotated[int, Field(ge=1, le=2**31 - 1)]
    """The version that is corrected."""
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE_CHARS)]
    """Empty: the line is struck out."""


Up = WantCaptions | Captioning | WriteLine | CorrectLine


class Caption(DownModel):
    """A line of captions, for the seats that want it.

    A later one of the same id takes its place.
    """

    type: Literal["caption"] = "caption"
    id: int
    line: int | None
    """The number of the line in the verbatim; null as long as it is not stored."""
    version: int
    seat: Key
    """The seat that speaks."""
    language: Language
    """The language of the text."""
    since: Milliseconds
    text: str
    """Empty: nothing was said after all, or the line was struck out."""
    final: bool
    """False: it is being said, and the words may still change."""
    writer: Writer


Down = Caption


class Captions(TypedDict):
    """Which captions there are."""

    offered: list[str]
    """`original`: what is spoken is written down; a language: it is put into that."""
    machine: NotRequired[list[Language]]
    """The languages of the meeting that the machine writes."""
    writing: dict[Language, Key]
    """Which languages a captioner writes instead of the machine."""
    behind: NotRequired[Milliseconds]
    """How far the machine is behind, in ms: it writes whole lines only. Chair only."""
    trouble: NotRequired[Literal["stopped", "not_stored"]]
    """The machine is being started again, or lines could not be stored yet. Chair only."""


class CaptionsView(TypedDict):
    """Which captions there are."""

    captions: NotRequired[Captions]
    """None where nobody and nothing writes."""

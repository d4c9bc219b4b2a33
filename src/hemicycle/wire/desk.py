"""The organiser's desk: the page for verbatim, quotes and communiqué. Over HTTP."""

from __future__ import annotations

from typing import Literal

from pydantic import Field
from typing_extensions import TypedDict

from hemicycle.wire.communique import MAX_COMMUNIQUE_CHARS
from hemicycle.wire.ids import Key, Language, Phase
from hemicycle.wire.lines import MAX_LINE_CHARS, Line
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.models import RequestModel
from hemicycle.wire.quotes import Quote

MAX_DESK_BYTES = 4 * MAX_COMMUNIQUE_CHARS + 4096
"""The largest request of a desk."""


class EditLine(RequestModel):
    """A line's words are corrected; an empty text strikes it out."""

    after: int
    """The version that was corrected."""
    text: str = Field(max_length=MAX_LINE_CHARS)
    seat: Key | None = None
    """Who spoke, where it was somebody else."""


class CheckedWords(TypedDict):
    """Words of a line beside the text that was given for the speech."""

    part: Literal["same", "added", "left_out"]
    text: str


class Desk(TypedDict):
    """Everything that the organiser's desk shows."""

    meeting: Meeting
    phase: Phase
    lines: list[Line]
    """In spoken order, struck-out ones too."""
    quotes: list[Quote]
    checked: dict[str, list[CheckedWords]]
    """By line: what was said, compared with the text that was given, where one was."""
    published: dict[Language, int]
    languages: list[Language]
    """In which a communiqué can be drafted."""
    mails: dict[Key, bool]
    """Whose mail address is known."""
    can_mail: bool
    """Whether a mail server is configured."""


DOCUMENTS = (Desk,)

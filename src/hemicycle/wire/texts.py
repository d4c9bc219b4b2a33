"""What the booths read: the speakers' texts, and the meeting's glossary."""

from __future__ import annotations

from enum import StrEnum
from typing import NotRequired

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds

MAX_SPEECH_CHARS = 200_000
"""The longest text of a speech, some three hours of it."""

MAX_SPEECH_FILE_BYTES = 2 * 1024 * 1024
"""The largest file that a speech is read from."""

MAX_GLOSSARY_FILE_BYTES = 1024 * 1024
"""The largest glossary that is read."""


class _Text(BaseModel):
    model_config = ConfigDict(frozen=True)


class Speech(_Text):
    """The text that somebody is going to speak.

    Booths, chair and the speaker read it, and nobody else.
    """

    seat: Key
    """Whose words they are."""
    version: int
    """Counted up from 1 for each seat."""
    at: Milliseconds
    """When it was given."""
    language: Language
    name: str
    """The file that it came in; empty where it was pasted."""
    text: str
    embargo: bool
    """It may not be passed on before it has been delivered."""
    check: bool
    """The speaker may depart from it: check against delivery."""


class Speeches(_Text):
    """The texts that a seat may read, in the order of the seats."""

    speeches: list[Speech]


class SpeechFault(StrEnum):
    """Why a text was not taken."""

    TOO_LARGE = "too_large"
    """The file, or the text in it."""
    UNKNOWN_KIND = "unknown_kind"
    """Neither plain text, nor Markdown, nor a Word document."""
    UNREADABLE = "unreadable"
    """It is not UTF-8, or not the document that its name says."""
    EMPTY = "empty"
    """There are no words in it."""


class SpeechNotTaken(_Text):
    """The answer to a text that was not taken."""

    fault: SpeechFault
    sentence: str


class Glossary(_Text):
    """The meeting's terms, each in several languages."""

    version: int
    """Counted up from 1; 0: there is none."""
    languages: list[Language]
    """In the order of the file's columns."""
    rows: list[dict[Language, str]]
    """The terms, by language. A language without a term is left out."""


class GlossaryFault(_Text):
    """One thing that is wrong in a glossary's file."""

    line: int | None
    """Counted from 1; null: all of the file."""
    place: str
    """The column; empty: all of the line."""
    wrong: str
    right: str


class GlossaryNotTaken(_Text):
    """The answer to a glossary that was not taken: everything that is wrong in it."""

    faults: list[GlossaryFault] = Field(min_length=1)


class TextsView(TypedDict):
    """Which speech texts and which version of the glossary the booths can read."""

    speeches: NotRequired[dict[Key, int]]
    """Whose speech texts the booths can read, each with its version. Chair and booths only."""
    glossary: NotRequired[int]
    """The glossary's version; 0: there is none. Chair and booths only."""


DOCUMENTS = (Speech, Speeches, SpeechNotTaken, Glossary, GlossaryNotTaken)

"""Quotes: words marked in the verbatim, and whether their speaker lets them be printed."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.models import RefusalCodes, RequestModel

MAX_QUOTE_CHARS = 4_000
"""The longest text of a quote."""

MAX_REMARK_CHARS = 1_000
"""The longest remark of a speaker."""


class QuoteStage(StrEnum):
    """Where a quote stands with its speaker."""

    MADE = "made"
    ASKED = "asked"
    APPROVED = "approved"
    AMENDED = "amended"
    """Approved in the speaker's own wording."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """The organiser took it back."""


class QuotePart(TypedDict):
    """Words of one line of the verbatim, in one of its versions."""

    line: int
    version: int
    start: int
    """The index of the first character, from 0."""
    end: int
    """The character after the last one."""


class QuoteSpan(TypedDict):
    """When words of a quote were said, by the server's clock."""

    since: Milliseconds
    until: Milliseconds


class Quote(TypedDict):
    """A quote: whose words, in which wording, and where it stands with the speaker."""

    id: int
    seat: Key
    language: Language
    parts: list[QuotePart]
    spans: list[QuoteSpan]
    """What its clip plays, in order."""
    said: str
    """The words as they were marked; `[…]` stands where something between them is left out."""
    text: str
    """The words as they may be printed: the speaker's own, where the speaker amended them."""
    translations: dict[Language, str]
    """The organiser's, seen by the speaker."""
    stage: QuoteStage
    overridden: bool
    """Whether the organiser prints it without the speaker's approval."""
    remark: NotRequired[str]
    """What the speaker says to it."""
    mailed_at: NotRequired[Milliseconds]
    """When the speaker was asked by mail. For the organiser."""
    mail_fault: NotRequired[str]
    """Why the mail did not go. For the organiser."""


class MarkQuote(RequestModel):
    """Words are marked to be quoted."""

    parts: list[QuotePart] = Field(min_length=1, max_length=50)


class TranslateQuote(RequestModel):
    """The organiser's translation of a quote; an empty one takes it away."""

    language: Language
    text: str = Field(max_length=MAX_QUOTE_CHARS)


class AnswerQuote(RequestModel):
    """A speaker's own wording, or a remark to a refusal."""

    text: str = Field(default="", max_length=MAX_QUOTE_CHARS)
    remark: str = Field(default="", max_length=MAX_REMARK_CHARS)


class AskedQuotes(TypedDict):
    """What a speaker's page of quotes shows."""

    title: str
    organiser: str
    name: str
    quotes: list[Quote]


MARK = re.compile(r"\s*\[quote (\d{1,9})\]")
"""The mark of a quote in a communiqué's text, behind its words: `[quote 3]`."""

USABLE = frozenset({QuoteStage.APPROVED, QuoteStage.AMENDED})


def is_usable(quote: Quote) -> bool:
    """Whether a quote may be printed."""
    return quote["stage"] in USABLE or (quote["overridden"] and quote["stage"] is not QuoteStage.WITHDRAWN)


class QuoteRefusal(RefusalCodes):
    """What the stage of a quote does not permit."""

    NO_SUCH_QUOTE = "no_such_quote", "There is no such quote."
    NOT_YOUR_QUOTE = "not_your_quote", "These are not this seat's words."
    QUOTE_NOT_ASKED = "quote_not_asked", "This quote was not put to its speaker yet."
    QUOTE_ANSWERED = "quote_answered", "The speaker has already approved this quote."
    QUOTE_WITHDRAWN = "quote_withdrawn", "This quote was withdrawn. Mark the words again."


DOCUMENTS = (AskedQuotes,)

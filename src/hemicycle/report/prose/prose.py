"""What a language's prose has to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hemicycle.report.sentences import split, words

LONG_QUOTATION = 25
"""Words from which on a quotation of several sentences is broken by its attribution."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What the first paragraph tells."""

    city: str
    organiser: str
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who spoke."""

    name: str
    title: str
    organisation: str
    """As it stands at this place of the text; empty where the title says it."""
    surname: str


@dataclass(frozen=True, slots=True)
class Coming:
    """Who came."""

    number: int
    """As a report gives it: rounded where `about`."""
    about: bool
    categories: Sequence[str]
    others: bool
    """Whether some of them have no category."""


class Prose(Protocol):
    """The sentences of a press report in one language."""

    def headline(self, lead: Lead) -> str:
        """The headline."""

    def lead(self, lead: Lead) -> str:
        """The dateline, and who organised what and when."""

    def introduction(self, speaker: Speaker, topic: str | None, place: int) -> str:
        """Who spoke, with full title and name, and on what.

        Args:
            speaker: whose statement it is.
            topic: the agenda item; None: none was called.
            place: 0 for the first statement of the report.
        """

    def discussed_by(self, speaker: Speaker) -> str:
        """Who took part in the discussion."""

    def quotation(self, speaker: Speaker, text: str, place: int) -> str:
        """The speaker's own words, attributed; place 0: the first quotation of the speaker."""

    def reported(self, speaker: Speaker, sentences: Sequence[str], common: frozenset[str]) -> str:
        """What the speaker said, in reported speech, without quotation marks."""

    def also(self, topics: Sequence[str]) -> str:
        """What was also discussed."""

    def attendance(self, coming: Coming) -> str:
        """Who came."""


def broken(text: str) -> tuple[str, str]:
    """A long quotation at the place where its attribution breaks it; a short one, and nothing."""
    sentences = split(text)
    if len(sentences) < 2 or len(words(text)) < LONG_QUOTATION:
        return text, ""
    first = sentences[0]
    return first, text[text.index(first) + len(first) :].strip()

"""What a language's prose has to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hemicycle.report.sentences import split, within, words

LONG_QUOTATION = 25
"""Words from which on a quotation of several sentences is broken by its attribution."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The facts of the first paragraph: what was held, by whom, where and when."""

    city: str
    organiser: str
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as sentences name them: name, title and body."""

    name: str
    title: str
    organisation: str
    """As it stands at this place of the text; empty where the title says it."""
    surname: str


@dataclass(frozen=True, slots=True)
class Coming:
    """Attendance: how many came, and of which categories."""

    number: int
    """As a report gives it: rounded where `about`."""
    about: bool
    categories: Sequence[str]
    others: bool
    """Whether some of them have no category."""


class Prose(Protocol):
    """The sentences of a press report in one language."""

    def headline(self, lead: Lead) -> str:
        """The headline, from the facts of the first paragraph."""

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
        """A sentence on the topics that nobody is quoted on."""

    def attendance(self, coming: Coming) -> str:
        """Attendance: how many came, and of which categories."""


def broken(text: str) -> tuple[str, str]:
    """A long quotation at the place where its attribution breaks it; a short one, and nothing."""
    sentences = split(text)
    if len(sentences) < 2 or len(words(text)) < LONG_QUOTATION:
        return text, ""
    first = sentences[0]
    return first, text[text.index(first) + len(first) :].strip()


def in_brackets(speaker: Speaker) -> str:
    """The name, and behind it the full title and the body: a name that needs no case beside
    them."""
    title = speaker.title if speaker.title != speaker.name else ""
    parts = [part for part in (title, speaker.organisation) if part]
    return f"{speaker.name} ({', '.join(parts)})" if parts else speaker.name


def between_dashes(text: str, verb: str, surname: str) -> str:
    """A quotation in guillemets with its attribution behind or, in a long one, within."""
    first, rest = broken(text)
    head = first.rstrip(".")
    if not rest:
        return f"«{head}», – {verb} {surname}."
    comma = "" if head[-1:] in "?!…" else ","
    return f"«{head}{comma} – {verb} {surname}. – {rest.rstrip('.')}»."


def filled(forms: Sequence[str], sentences: Sequence[str], common: frozenset[str]) -> str:
    """Reported sentences, each in the form of its place; those beyond the forms are left out."""
    told = (within(sentence, common) for sentence in sentences)
    return " ".join(form.format(one) for form, one in zip(forms, told, strict=False))

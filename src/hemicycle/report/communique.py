"""Drafts the communiqué: a press report of a meeting, read from its log, its verbatim and its
quotes.

Nothing in the draft is anybody's guess. What stands in quotation marks is a quote that may be
printed; what is reported was said in whole sentences that need no change of person; where there is
neither, the agenda item says what somebody spoke about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hemicycle.report.as_webvtt import text_in
from hemicycle.report.attendance import EXACT_BELOW, rounded
from hemicycle.report.names import Mentions, surname
from hemicycle.report.prose import PROSE, Coming, Lead, Prose, Speaker
from hemicycle.report.reading import Report
from hemicycle.report.reading import report as read_report
from hemicycle.report.sentences import common_words, tellable
from hemicycle.report.times import local
from hemicycle.room.log import Entry
from hemicycle.wire.ids import Key, Phase, Role, primary
from hemicycle.wire.lines import Line
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.quotes import Quote, is_usable

LANGUAGES = tuple(PROSE)
"""The languages that a communiqué can be drafted in."""


class Note(StrEnum):
    """What the organiser has to know of a draft."""

    NOT_CLOSED = "not_closed"
    OTHER_DAY = "other_day"
    NO_TRANSLATION = "no_translation"
    NO_WORDS = "no_words"
    NOBODY_SPOKE = "nobody_spoke"


@dataclass(frozen=True, slots=True)
class Remark:
    """A note, and what it is about: a quote or a seat."""

    note: Note
    quote: int | None = None
    seat: Key | None = None


@dataclass(frozen=True, slots=True)
class Communique:
    """A press report: drafted, or as somebody edited it."""

    language: str
    headline: str
    paragraphs: tuple[str, ...]
    """Each quote is followed by its mark, `[quote 3]`."""
    remarks: tuple[Remark, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs as one text, an empty line between them."""
        return "\n\n".join(self.paragraphs)


def parsed(language: str, headline: str, text: str) -> Communique:
    """The communiqué in an edited text: paragraphs end at an empty line."""
    paragraphs = (" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip()))
    return Communique(language, " ".join(headline.split()), tuple(block for block in paragraphs if block))


def draft(
    meeting: Meeting,
    entries: Sequence[Entry],
    lines: Sequence[Line],
    quotes: Sequence[Quote],
    language: str,
    now: int,
) -> Communique:
    """The draft in one language.

    Args:
        meeting: as planned, which has the names.
        entries: its whole log.
        lines: its verbatim.
        quotes: all of them; those that may not be printed are passed over.
        language: one of `LANGUAGES`.
        now: the present, in ms.

    Raises:
        KeyError: a language that no prose is written in.
    """
    prose = PROSE[primary(language)]
    return _Writer(meeting, read_report(meeting, entries, now), lines, quotes, language, prose).write()


class _Writer:
    """Builds the draft of one communiqué in one language, paragraph by paragraph."""

    def __init__(
        self,
        meeting: Meeting,
        report: Report,
        lines: Sequence[Line],
        quotes: Sequence[Quote],
        language: str,
        prose: Prose,
    ) -> None:
        self._meeting, self._report, self._prose = meeting, report, prose
        self._language = language
        self._lines = [line for line in lines if line["text"]]
        self._quotes = [quote for quote in quotes if is_usable(quote)]
        self._mentions = Mentions()
        self._remarks: list[Remark] = []
        self._common = common_words(text_in(line, language) or "" for line in self._lines)

    def write(self) -> Communique:
        meeting, report = self._meeting, self._report
        if report.phase is not Phase.CLOSED:
            self._remarks.append(Remark(Note.NOT_CLOSED))
        day = local(meeting["starts"], meeting["timezone"]).date()
        if report.opened is not None and local(report.opened, meeting["timezone"]).date() != day:
            self._remarks.append(Remark(Note.OTHER_DAY))
        lead = Lead(meeting["city"], self._mentions.body(meeting["organiser"]), meeting["title"], day)
        paragraphs = [self._prose.lead(lead), *self._statements()]
        if topics := self._also():
            paragraphs.append(self._prose.also(topics))
        if coming := self._coming():
            paragraphs.append(self._prose.attendance(coming))
        return Communique(self._language, self._prose.headline(lead), tuple(paragraphs), tuple(self._remarks))

    def _statements(self) -> list[str]:
        """For each who spoke what was reported, then each quote; in the order of the floor."""
        seats = self._meeting["seats"]
        quoted = {quote["seat"] for quote in self._quotes}
        spoke = dict.fromkeys(time.seat for time in self._report.floor)
        order = [*spoke, *(key for key in quoted if key not in spoke and key in seats)]
        told = [key for key in order if seats[key]["role"] is Role.SPEAKER or key in quoted]
        if not told:
            self._remarks.append(Remark(Note.NOBODY_SPOKE))
        found: list[str] = []
        for place, key in enumerate(told):
            found += self._statement(key, place)
        return found

    def _statement(self, key: Key, place: int) -> list[str]:
        speaker = self._speaker(key)
        own = self._meeting["seats"][key]["role"] is Role.SPEAKER
        introduction = (
            self._prose.introduction(speaker, self._topic(key), place)
            if own
            else self._prose.discussed_by(speaker)
        )
        quotations: list[str] = []
        for quote in sorted((one for one in self._quotes if one["seat"] == key), key=_said_at):
            text = self._words_of(quote)
            if text is None:
                self._remarks.append(Remark(Note.NO_TRANSLATION, quote=quote["id"], seat=key))
            else:
                quotations.append(
                    f"{self._prose.quotation(speaker, text, len(quotations))} [quote {quote['id']}]"
                )
        if quotations:
            return [introduction, *quotations]
        reported = self._reported(speaker, key)
        return [f"{introduction} {reported}" if reported else introduction]

    def _reported(self, speaker: Speaker, key: Key) -> str:
        text = " ".join(
            filter(None, (text_in(line, self._language) for line in self._lines if line["seat"] == key))
        )
        if sentences := tellable(text, self._language):
            return self._prose.reported(speaker, sentences, self._common)
        self._remarks.append(Remark(Note.NO_WORDS, seat=key))
        return ""

    def _speaker(self, key: Key) -> Speaker:
        seat = self._meeting["seats"][key]
        organisation = seat["organisation"]
        # "Ambassador of … to …", or a title that names the body, says whose it is.
        says_it = re.search(r" (?:of|to) (?:the )?[A-Z]", seat["title"]) or organisation in seat["title"]
        return Speaker(
            seat["name"],
            seat["title"],
            "" if says_it else self._mentions.body(organisation),
            surname(seat["name"]),
        )

    def _topic(self, key: Key) -> str | None:
        """The item that is the seat's own, or else the one under which it first had the floor."""
        titles = {item["key"]: item["title"] for item in self._meeting["items"]}
        own = [item["key"] for item in self._meeting["items"] if item.get("speaker") == key]
        under = [time.item for time in self._report.floor if time.seat == key and time.item in titles]
        chosen = next((item for item in own if item in under), next(iter(under), None))
        return titles[chosen] if chosen is not None else None

    def _also(self) -> list[str]:
        begun = self._report.items
        return [
            item["title"] for item in self._meeting["items"] if "speaker" not in item and item["key"] in begun
        ]

    def _coming(self) -> Coming | None:
        attendance = self._report.attendance
        if self._report.phase is Phase.PLANNED or not attendance.invited:
            return None
        rows = [row for row in attendance.by_category if row.attended]
        return Coming(
            rounded(attendance.attended),
            attendance.attended >= EXACT_BELOW,
            [row.name for row in rows if row.category is not None],
            any(row.category is None for row in rows),
        )

    def _words_of(self, quote: Quote) -> str | None:
        """A quote in the draft's language: as it was spoken, or translated; None where it is
        neither."""
        language = primary(self._language)
        if primary(quote["language"]) == language:
            return quote["text"]
        found = {primary(tag): translated for tag, translated in quote["translations"].items()}
        return found.get(language) or None


def _said_at(quote: Quote) -> tuple[int, int]:
    return (quote["spans"][0]["since"] if quote["spans"] else 0, quote["id"])

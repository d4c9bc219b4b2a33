"""Makes quotes of words marked in the verbatim, and checks what a communiqué quotes. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from textwrap import shorten

from hemicycle.report.communique import Communique
from hemicycle.report.sentences import OMISSION, joined, words
from hemicycle.wire.ids import Key
from hemicycle.wire.lines import Line
from hemicycle.wire.quotes import MARK, Quote, QuotePart, QuoteSpan, is_usable

MARGIN = 200
"""Milliseconds of sound around words within a line: where a word begins is known by its letters
only."""

NEAR = 2_000
"""Milliseconds between two lines of one speaker below which their sound is one clip."""

TELLING = 5
"""Words from which on what stands in quotation marks is a statement, not a title or a term."""

LONGEST_FOUND = 200
"""Characters of the words that a finding is about."""


class MarkFault(StrEnum):
    """Why no quote can be made of what was marked."""

    NOTHING = "nothing"
    CHANGED = "changed"
    """A line was corrected since it was shown."""
    SEVERAL_SPEAKERS = "several_speakers"
    SEVERAL_LANGUAGES = "several_languages"


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked words that can become a quote: whose they are, and from which lines."""

    seat: Key
    language: str
    parts: tuple[QuotePart, ...]
    spans: tuple[QuoteSpan, ...]
    said: str


def mark(parts: Sequence[QuotePart], lines: Sequence[Line]) -> Marked | MarkFault:
    """The quote of those parts, in the order in which they were said.

    Args:
        parts: what was marked; white space at its ends does not count.
        lines: the verbatim, in spoken order, every line in its newest version.
    """
    places = {line["id"]: place for place, line in enumerate(lines)}
    found: list[tuple[int, QuotePart]] = []
    for part in parts:
        place = places.get(part["line"])
        if place is None or lines[place]["version"] != part["version"]:
            return MarkFault.CHANGED
        if fitted := _fitted(part, lines[place]["text"]):
            found.append((place, fitted))
    if not found:
        return MarkFault.NOTHING
    found.sort(key=lambda one: (one[0], one[1]["start"]))
    first = lines[found[0][0]]
    if any(lines[place]["seat"] != first["seat"] for place, _ in found):
        return MarkFault.SEVERAL_SPEAKERS
    if any(lines[place]["language"] != first["language"] for place, _ in found):
        return MarkFault.SEVERAL_LANGUAGES
    pairs = list(pairwise(found))
    said = joined(
        [lines[place]["text"][part["start"] : part["end"]] for place, part in found],
        [_adjacent(before, after, lines) for before, after in pairs],
    )
    return Marked(
        first["seat"],
        first["language"],
        tuple(part for _, part in found),
        tuple(_spans((lines[place], part) for place, part in found)),
        said,
    )


def _fitted(part: QuotePart, text: str) -> QuotePart | None:
    """The part without white space at its ends, and widened to whole words; None: there is nothing
    in it."""
    start, end = max(0, part["start"]), min(len(text), part["end"])
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return QuotePart(line=part["line"], version=part["version"], start=start, end=end)


def _adjacent(before: tuple[int, QuotePart], after: tuple[int, QuotePart], lines: Sequence[Line]) -> bool:
    (place, part), (next_place, next_part) = before, after
    if place == next_place:
        return not lines[place]["text"][part["end"] : next_part["start"]].strip()
    between = lines[place]["text"][part["end"] :] + lines[next_place]["text"][: next_part["start"]]
    own = [line for line in lines[place + 1 : next_place] if line["seat"] == lines[place]["seat"]]
    return not own and not between.strip()


def _spans(parts: Iterable[tuple[Line, QuotePart]]) -> list[QuoteSpan]:
    found: list[QuoteSpan] = []
    for line, part in parts:
        length, letters = line["until"] - line["since"], len(line["text"]) or 1
        since = line["since"] + length * part["start"] // letters
        until = line["since"] + length * part["end"] // letters
        # The ends of a line are known; what lies within it is reckoned, so it gets a margin.
        since = max(line["since"], since - MARGIN) if part["start"] > 0 else line["since"]
        until = min(line["until"], until + MARGIN) if part["end"] < letters else line["until"]
        if (found and 0 <= since - found[-1]["until"] <= NEAR) or (found and since <= found[-1]["until"]):
            found[-1]["until"] = max(until, found[-1]["until"])
        else:
            found.append(QuoteSpan(since=since, until=until))
    return found


class PrintFault(StrEnum):
    """Why a communiqué can't be published as it is."""

    EMPTY = "empty"
    NO_SUCH_QUOTE = "no_such_quote"
    NOT_APPROVED = "not_approved"
    """A quote is in it that its speaker has not approved, and that nobody overrode."""
    OTHER_WORDS = "other_words"
    """What stands before a quote's mark is not what was approved."""
    UNAPPROVED_WORDS = "unapproved_words"
    """Words of the verbatim stand in quotation marks without an approved quote."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, where it is and of which quote."""

    fault: PrintFault
    quote: int | None = None
    text: str = ""
    """The words, as far as they show what is meant."""


_QUOTATION = re.compile(r"[“„«]([^“”„«»]*)[”»“]|\"([^\"]*)\"")


def findings(
    communique: Communique, quotes: Mapping[int, Quote], lines: Sequence[Line], titles: Collection[str]
) -> list[Finding]:
    """What has to be mended before a communiqué can be published. Empty: nothing.

    Args:
        communique: as it was edited.
        quotes: all of them, by number.
        lines: the verbatim.
        titles: what stands in quotation marks without having been said: the meeting's title and its
            items'.
    """
    if not communique.headline or not communique.paragraphs:
        return [Finding(PrintFault.EMPTY)]
    found: list[Finding] = []
    usable = [quote for quote in quotes.values() if is_usable(quote)]
    printable = " / ".join(_plain(text) for quote in usable for text in _wordings(quote))
    said = " ".join(_plain(line["text"]) for line in lines)
    for paragraph in communique.paragraphs:
        found += _of_marks(paragraph, quotes)
        for quotation in quotations(paragraph):
            bare = _plain(quotation)
            pieces = [piece for piece in map(_plain, quotation.split(OMISSION)) if piece]
            telling = len(bare.split()) >= TELLING or bare in said
            known = any(bare in _plain(title) for title in titles) or all(
                piece in printable for piece in pieces
            )
            if bare and telling and not known and len(bare.split()) > 1:
                found.append(Finding(PrintFault.UNAPPROVED_WORDS, text=_beginning(quotation)))
    return found


def quotations(paragraph: str) -> list[str]:
    """What stands in quotation marks, without what is said between two halves of a quotation."""
    found: list[str] = []
    for match in _QUOTATION.finditer(paragraph):
        text = match.group(1) or match.group(2) or ""
        # Where the attribution stands within one pair of marks, dashes part it from the words.
        halves = re.split(r"[,?!…]? – [^–]*\. – ", text)
        found += halves
    return found


def _of_marks(paragraph: str, quotes: Mapping[int, Quote]) -> list[Finding]:
    found: list[Finding] = []
    start = 0
    for match in MARK.finditer(paragraph):
        number = int(match.group(1))
        quote = quotes.get(number)
        before = quotations(paragraph[start : match.start()])
        start = match.end()
        if quote is None:
            found.append(Finding(PrintFault.NO_SUCH_QUOTE, number))
        elif not is_usable(quote):
            found.append(Finding(PrintFault.NOT_APPROVED, number, _beginning(quote["text"])))
        else:
            pieces = [piece for text in before for piece in map(_plain, text.split(OMISSION)) if piece]
            wordings = [_plain(text) for text in _wordings(quote)]
            if not pieces or not any(all(piece in wording for piece in pieces) for wording in wordings):
                found.append(Finding(PrintFault.OTHER_WORDS, number, _beginning(quote["text"])))
    return found


def _beginning(text: str) -> str:
    """As much of words as tells which they are."""
    return shorten(text, LONGEST_FOUND, placeholder="…")


def _wordings(quote: Quote) -> list[str]:
    return [quote["text"], *quote["translations"].values()]


def _plain(text: str) -> str:
    """The words alone: letter case and punctuation change with the place of a quotation in a
    sentence."""
    return " ".join(words(text.replace("’", "'")))

"""Words that are marked become a quote; words that nobody approved are found in a communiqué."""

from __future__ import annotations

import pytest
from tests.unit.report.korean_peninsula import START, played, quotes

from hemicycle.report.communique import draft, parsed
from hemicycle.report.quoting import Finding, Marked, MarkFault, PrintFault, findings, mark
from hemicycle.wire.lines import Line, Writer
from hemicycle.wire.quotes import Quote, QuotePart, QuoteStage


def line(number: int, text: str, seat: str = "ku", language: str = "en", since: int = 0) -> Line:
    return Line(
        id=number,
        version=1,
        at=0,
        writer=Writer.MACHINE,
        seat=seat,
        language=language,
        text=text,
        since=since or number * 10_000,
        until=(since or number * 10_000) + 5_000,
    )


def part(number: int, start: int, end: int, version: int = 1) -> QuotePart:
    return QuotePart(line=number, version=version, start=start, end=end)


LINES = [
    line(1, "We want peace."),
    line(2, "All of us do.", since=15_500),
    line(3, "Hear, hear!", seat="cheon"),
    line(4, "And we shall have it one day.", since=40_000),
]


def test_adjacent_lines_are_one_text_and_one_clip() -> None:
    found = mark([part(2, 0, 13), part(1, 0, 14)], LINES)
    assert found == Marked(
        "ku",
        "en",
        (part(1, 0, 14), part(2, 0, 13)),
        ({"since": 10_000, "until": 20_500},),
        "We want peace. All of us do.",
    )


def test_an_omission_is_marked_between_lines_and_within_one() -> None:
    found = mark([part(1, 0, 14), part(4, 0, 29)], LINES)
    assert isinstance(found, Marked)
    assert found.said == "We want peace. […] And we shall have it one day."
    assert len(found.spans) == 2
    within = mark([part(4, 0, 12), part(4, 18, 28)], LINES)
    assert isinstance(within, Marked)
    assert within.said == "And we shall […] it one day"


def test_somebody_else_in_between_is_no_omission() -> None:
    found = mark([part(2, 0, 13), part(4, 0, 29)], LINES)
    assert isinstance(found, Marked)
    assert found.said == "All of us do. And we shall have it one day."


def test_half_words_become_whole_and_the_clip_has_a_margin() -> None:
    found = mark([part(4, 5, 11)], LINES)
    assert isinstance(found, Marked)
    assert found.said == "we shall"
    (span,) = found.spans
    start, end = 4 / 29 * 5_000, 12 / 29 * 5_000
    assert span == {"since": 40_000 + int(start) - 200, "until": 40_000 + int(end) + 200}


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ([], MarkFault.NOTHING),
        ([part(1, 2, 3)], MarkFault.NOTHING),
        ([part(1, 9, 4)], MarkFault.NOTHING),
        ([part(9, 0, 4)], MarkFault.CHANGED),
        ([part(1, 0, 4, version=2)], MarkFault.CHANGED),
        ([part(1, 0, 4), part(3, 0, 4)], MarkFault.SEVERAL_SPEAKERS),
    ],
)
def test_what_can_not_be_quoted(parts: list[QuotePart], fault: MarkFault) -> None:
    assert mark(parts, LINES) is fault


def test_one_quote_is_in_one_language() -> None:
    lines = [*LINES, line(5, "평화를 원합니다.", language="ko", since=60_000)]
    assert mark([part(1, 0, 14), part(5, 0, 3)], lines) is MarkFault.SEVERAL_LANGUAGES


def found_in(text: str, **changes: object) -> list[Finding]:
    """What is found in a text beside the demo's quotes, the second of them changed."""
    meeting, _, lines = played()
    known = {one["id"]: one for one in quotes()}
    known[2] = Quote(**{**known[2], **changes})  # type: ignore[typeddict-item]
    titles = [meeting["title"], *(item["title"] for item in meeting["items"])]
    return findings(parsed("en", "Headline", text), known, lines, titles)


@pytest.mark.parametrize("language", ["en", "kk", "ko", "ru"])
def test_a_draft_can_be_published_as_it_is(language: str) -> None:
    meeting, entries, lines = played()
    translated = [
        {
            **one,
            "translations": {"ru": "Это важно. Мы готовы помочь.", "kk": "Бұл маңызды.", "ko": "중요합니다."},
        }
        for one in quotes()
    ]
    made = draft(meeting, entries, lines, translated, language, START)  # type: ignore[arg-type]
    titles = [meeting["title"], *(item["title"] for item in meeting["items"])]
    known = {one["id"]: one for one in translated}
    assert findings(made, known, lines, titles) == []  # type: ignore[arg-type]
    assert made.text.count("[quote") == 3


def test_an_edit_keeps_to_what_was_approved() -> None:
    assert found_in("“We are ready to continue to share our experience,” he said. [quote 3]") == []
    (changed,) = found_in("“We are never ready to share,” he said. [quote 3]")[:1]
    assert (changed.fault, changed.quote) == (PrintFault.OTHER_WORDS, 3)
    assert found_in("He agreed. [quote 3]")[0].fault is PrintFault.OTHER_WORDS


def test_a_quote_that_is_not_approved_is_found_with_its_mark_and_without() -> None:
    words = "“The security situation on the Korean Peninsula is truly important,” he said."
    marked = found_in(f"{words} [quote 2]", stage=QuoteStage.ASKED)
    assert [one.fault for one in marked] == [PrintFault.NOT_APPROVED, PrintFault.UNAPPROVED_WORDS]
    unmarked = found_in(words, stage=QuoteStage.ASKED)
    assert [one.fault for one in unmarked] == [PrintFault.UNAPPROVED_WORDS]
    assert found_in(f"{words} [quote 2]", stage=QuoteStage.REFUSED, overridden=True) == []
    short = found_in("He called it “truly important”.", stage=QuoteStage.ASKED)
    assert [one.fault for one in short] == [PrintFault.UNAPPROVED_WORDS]


def test_titles_and_terms_are_no_statements() -> None:
    assert found_in("The item “Kazakhstan's readiness to support initiatives” was the “second pillar”.") == []


def test_an_unknown_mark_and_an_empty_text_are_found() -> None:
    assert [one.fault for one in found_in("“Peace,” he said. [quote 77]")] == [PrintFault.NO_SUCH_QUOTE]
    assert findings(parsed("en", "Headline", " \n"), {}, [], []) == [Finding(PrintFault.EMPTY)]

"""The demo's record is believed only if it says what was said: each way in which it may not is
seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.unit.demo.acting import meeting, observed, script

from hemicycle.demo.narration import named
from hemicycle.demo.observed import Observed, Spoken
from hemicycle.demo.press import Written, lines_of
from hemicycle.demo.words import Kind, interpretations
from hemicycle.demo.written import check_written
from hemicycle.report.communique import draft
from hemicycle.wire.lines import Line, Writer
from hemicycle.wire.quotes import Quote, QuotePart, QuoteSpan, QuoteStage

SCRIPT = script(12)
NAMES = {key: named(meeting(), key) for key in meeting()["seats"]}

Change = Callable[[Written], Written]


def timed(spoken: Spoken) -> Spoken:
    """With the time that its frames tell."""
    return replace(spoken, began=spoken.frames[0] // 1000, ended=spoken.frames[-1] // 1000 + 20)


def said() -> Observed:
    of = observed(SCRIPT)
    return replace(of, spoken=[timed(one) for one in of.spoken])


def written(of: Observed) -> Written:
    """What is written when all goes well."""
    items = {item["speaker"]: item["key"] for item in meeting()["items"] if "speaker" in item}
    lines: list[Line] = []
    quotes: list[Quote] = []
    for one in of.spoken:
        words = one.utterance.words
        if words.kind is Kind.ASIDE:
            continue
        spoken_english = words.language == "en"
        text = words.text if spoken_english else interpretations()[words.text]["en"]
        line = Line(
            id=len(lines) + 1,
            version=1,
            at=one.ended,
            writer=Writer.MACHINE if spoken_english else Writer.CAPTIONER,
            seat=one.utterance.seat,
            language="en",
            text=text,
            since=one.began,
            until=one.ended,
            item=items.get(one.utterance.seat, "discussion"),
        )
        lines.append(line)
        if words.kind is Kind.QUOTE:
            quotes.append(
                Quote(
                    id=len(quotes) + 1,
                    seat=line["seat"],
                    language="en",
                    parts=[QuotePart(line=line["id"], version=1, start=0, end=len(text))],
                    spans=[QuoteSpan(since=line["since"], until=line["until"])],
                    said=text,
                    text=text,
                    translations={},
                    stage=QuoteStage.APPROVED,
                    overridden=False,
                )
            )
    made = draft(meeting(12), of.entries, lines, quotes, "en", of.entries[-1].at)
    return Written(lines, quotes, made, published=True, pdf=b"%PDF-1.7")


def failed(
    change: Change = lambda written: written, read: Callable[[int, str], str] = lambda _, text: text
) -> list[str]:
    of = said()
    made = change(written(of))
    told = {line["id"]: read(line["id"], line["text"]) for line in made.lines}
    checks = check_written(SCRIPT, meeting(12), NAMES, of, made, told)
    return [f"{one.what}: {one.how}" for one in checks if not one.happened]


def lines(change: Callable[[Line], Line | None]) -> Change:
    return lambda of: replace(of, lines=[new for line in of.lines if (new := change(line)) is not None])


def paragraphs(change: Callable[[str], str]) -> Change:
    def edit(of: Written) -> Written:
        assert of.communique is not None
        return replace(
            of,
            communique=replace(of.communique, paragraphs=tuple(map(change, of.communique.paragraphs))),
        )

    return edit


def line_of(of: str, **changes: Any) -> Change:
    return lines(lambda line: _changed(line, **changes) if line["seat"] == of else line)


def _changed(line: Line, **changes: Any) -> Line:
    changed = line.copy()
    changed.update(changes)  # type: ignore[typeddict-item]
    return changed


def overheard(of: Written) -> Written:
    """A line is written of what was said at a closed microphone."""
    aside = next(one for one in said().spoken if one.utterance.words.kind is Kind.ASIDE)
    first = of.lines[0]
    return replace(
        of,
        lines=[
            *of.lines,
            {
                **first,
                "id": 99,
                "since": aside.began + 100,
                "until": aside.began + 900,
                "seat": aside.utterance.seat,
                "item": "readiness",
            },
        ],
    )


def test_all_went_well() -> None:
    assert failed() == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lines(lambda line: None if line["seat"] == "fellow" else line), "what Cheon Myeong Guk says"),
        (
            line_of("fellow", text="Something quite different was written of it."),
            "what Cheon Myeong Guk says",
        ),
        (line_of("ambassador", seat="fellow"), "what Ku Hong-seok says"),
        (line_of("ambassador", since=10**9), "what Ku Hong-seok says"),
        (overheard, "what is said at a closed microphone"),
        (line_of("fellow", item="opening"), "every line stands under its agenda item"),
        (lambda of: replace(of, quotes=of.quotes[1:]), "the speakers approve"),
        (
            lambda of: replace(of, quotes=[{**quote, "stage": QuoteStage.ASKED} for quote in of.quotes]),
            "the speakers approve",
        ),
        (lambda of: replace(of, communique=None), "the communiqué tells who"),
        (paragraphs(lambda text: text.replace("NUR-SULTAN", "")), "missing: the city"),
        (paragraphs(lambda text: text.replace("November 25, 2020", "yesterday")), "missing: the day"),
        (paragraphs(lambda text: text.replace("Research Fellow", "a guest")), "missing: who fellow is"),
        (paragraphs(lambda text: text.replace("DNA", "hearts")), "missing: quote 1, sentence 4"),
        (
            paragraphs(lambda text: text.replace("lasting peace", "peace")),
            "missing: statement of ambassador, sentence 1",
        ),
        (paragraphs(lambda text: text.replace("Twelve", "Several")), "how many came"),
        (paragraphs(lambda text: text.replace("government agencies", "others")), "that government came"),
        (lambda of: replace(of, published=False), "the communiqué is published"),
        (lambda of: replace(of, pdf=b"<html>"), "the communiqué is published"),
        (lambda of: replace(of, faults=["it was refused"]), "nothing was refused at the desk"),
    ],
)
def test_what_did_not_happen_is_seen(change: Change, fault: str) -> None:
    assert any(fault in one for one in failed(change)), failed(change)


def test_who_reads_something_else_is_seen() -> None:
    (fault,) = failed(read=lambda number, text: "" if number == 2 else text)
    assert fault.startswith("who reads the captions")


def test_of_what_is_cut_only_what_is_written_counts() -> None:
    of = said()
    cut = [
        replace(one, utterance=replace(one.utterance, is_cut=True)) if one.utterance.seat == "fellow" else one
        for one in of.spoken
    ]
    made = written(of)
    beginning = line_of("fellow", text="I think the most important factor")(made)
    checks = check_written(SCRIPT, meeting(12), NAMES, replace(of, spoken=cut), beginning, {})
    (mine,) = [one for one in checks if "Cheon Myeong Guk" in one.what]
    assert mine.happened
    assert mine.how == "1 lines by the machine, 100% of the words"


def test_lines_belong_to_what_was_said_when_they_begin() -> None:
    of = said()
    made = written(of)
    first, second = (one for one in of.spoken if one.utterance.seat == "deputy-minister" and one.booths)
    assert [line["text"] for line in lines_of(first, made.lines)] == [first.utterance.words.text]
    assert [line["text"] for line in lines_of(second, made.lines)] == [second.utterance.words.text]

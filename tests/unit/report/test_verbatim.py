"""The verbatim as a document, compared with the texts that were given, and as JSON."""

from __future__ import annotations

import json

import pytest
from tests.unit.report.korean_peninsula import played

from hemicycle.report.alignment import Part, Segment, compared
from hemicycle.report.documents import DocumentFormat, Kind, Style, written
from hemicycle.report.times import local
from hemicycle.report.verbatim import verbatim_document, verbatim_json
from hemicycle.room.interruption import Hole
from hemicycle.wire.texts import Speech


def test_words_are_compared_word_by_word() -> None:
    given = "Excellencies, we want peace. All of us want it now."
    found = compared(["We really want peace!", "All of us do."], given)
    assert found == [
        [
            Segment(Part.LEFT_OUT, "Excellencies,"),
            Segment(Part.SAME, "We"),
            Segment(Part.ADDED, "really"),
            Segment(Part.SAME, "want peace!"),
        ],
        [
            Segment(Part.SAME, "All of us"),
            Segment(Part.ADDED, "do."),
            Segment(Part.LEFT_OUT, "want it now."),
        ],
    ]


def test_nothing_said_is_nothing_compared() -> None:
    assert compared([], "A text.") == []
    assert compared(["Said."], "") == [[Segment(Part.ADDED, "Said.")]]


def test_every_word_stands_under_its_item_with_speaker_and_time() -> None:
    meeting, _, lines = played()
    made = verbatim_document(meeting, lines)
    headings = [block.text for block in made.blocks if block.kind is Kind.HEADING]
    assert headings == [item["title"] for item in meeting["items"]]
    speakers = [(block.text, block.time) for block in made.blocks if block.kind is Kind.SPEAKER]
    assert speakers[1][0] == "Yerzhan Ashikbayev, Deputy Foreign Minister"
    assert speakers[1][1].startswith("15:0")
    assert speakers[-1][0].startswith("Representative, Embassy of ")
    texts = " ".join(block.text for block in made.blocks if block.kind is Kind.TEXT)
    assert all(line["text"] in texts for line in lines)
    assert "November 25, 2020" in made.under[2]


INTERRUPTED = {
    "en": "The record was interrupted from 15:00:01 to 15:00:31.",
    "kk": "Жазба 15:00:01 мен 15:00:31 аралығында үзілді.",
    "ko": "15:00:01부터 15:00:31까지 기록이 중단되었습니다.",
    "ru": "Запись прерывалась с 15:00:01 до 15:00:31.",
}


@pytest.mark.parametrize("language", list(INTERRUPTED))
def test_an_interruption_stands_where_it_was_also_within_a_turn(language: str) -> None:
    meeting, _, lines = played()
    at = local(meeting["starts"], meeting["timezone"]).replace(hour=15, minute=0, second=0)
    begins = round(at.timestamp() * 1000)
    said = [{**lines[0], "since": begins + since, "until": begins + since + 900} for since in (0, 31_000)]
    hole = Hole(begins + 1_000, begins + 31_000)
    made = verbatim_document(meeting, said, language, holes=[hole])  # type: ignore[arg-type]
    kinds = [block.kind for block in made.blocks if block.text == INTERRUPTED[language]]
    assert kinds == [Kind.NOTE]
    speakers = [place for place, block in enumerate(made.blocks) if block.kind is Kind.SPEAKER]
    noted = [block.text for block in made.blocks].index(INTERRUPTED[language])
    assert speakers[0] < noted < speakers[1]
    found = json.loads(verbatim_json(meeting, lines, [hole]))["interruptions"]
    assert found[0]["from"].endswith(":00:01.000Z")


def test_an_interruption_after_the_last_words_is_noted_at_the_end() -> None:
    meeting, _, lines = played()
    end = lines[-1]["until"]
    made = verbatim_document(meeting, lines, holes=[Hole(end + 1, end + 9)])
    assert made.blocks[-1].text.startswith("The record was interrupted")
    nothing = verbatim_document(meeting, [], holes=[Hole(end + 1, end + 9)])
    assert [block.text.split()[0] for block in nothing.blocks] == ["Nothing", "The"]


def test_a_speech_text_is_checked_against_delivery() -> None:
    meeting, _, lines = played()
    said = next(line["text"] for line in lines if line["seat"] == "fellow")
    speech = Speech(
        seat="fellow",
        version=1,
        at=0,
        language="en-GB",
        name="",
        text=said.replace("most important factor", "decisive factor"),
        embargo=False,
        check=True,
    )
    made = verbatim_document(meeting, lines, speeches={"fellow": speech})
    styled = {
        run.style: run.text.strip() for block in made.blocks for run in block.runs if run.style != Style.PLAIN
    }
    assert (styled[Style.ADDED], styled[Style.LEFT_OUT]) == ("most important", "decisive")
    assert any(block.kind is Kind.NOTE for block in made.blocks)
    assert b"<del>decisive" in written(made, DocumentFormat.HTML)


def test_another_language_says_what_is_not_translated() -> None:
    meeting, _, lines = played()
    translated = [{**line, "translations": {"ru": f"Перевод {line['id']}."}} for line in lines[:1]]
    made = verbatim_document(meeting, [*translated, *lines[1:]], "ru")  # type: ignore[list-item]
    assert made.under[0] == "Стенограмма"
    runs = [run for block in made.blocks if block.kind is Kind.TEXT for run in block.runs]
    assert runs[0].text.strip() == "Перевод 1."
    assert {run.style for run in runs[1:]} == {Style.SOFT}


def test_an_empty_verbatim_says_so() -> None:
    meeting, _, _ = played()
    assert verbatim_document(meeting, []).blocks[0].text == "Nothing was written down."


def test_json_has_names_and_times() -> None:
    meeting, _, lines = played()
    value = json.loads(verbatim_json(meeting, lines))
    first = value["lines"][0]
    assert value["meeting"]["date"] == "2020-11-25"
    assert (first["name"], first["item"]) == ("Ku Hong-seok", "opening")
    assert first["from"].startswith("2020-11-25T09:0")

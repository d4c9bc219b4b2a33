"""The verbatim: who said what, when, in words, as a document and for other programs. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from babel.dates import format_date

from hemicycle.report.alignment import Part, Segment, compared
from hemicycle.report.as_json import head_json
from hemicycle.report.as_webvtt import text_in
from hemicycle.report.documents import Block, Clip, Document, Kind, Run, Style
from hemicycle.report.times import clock, iso, local
from hemicycle.room.interruption import Hole
from hemicycle.wire.ids import Key, primary
from hemicycle.wire.lines import Line
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.texts import Speech


@dataclass(frozen=True, slots=True)
class _Words:
    verbatim: str
    before_items: str
    nothing: str
    compared: str
    not_translated: str
    interrupted: str
    """With `since` and `until`, as a clock shows them."""


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        "Verbatim record",
        "Before the agenda",
        "Nothing was written down.",
        "Checked against the text that was given: underlined words were added, struck ones were not said.",
        "In the language in which it was said",
        "The record was interrupted from {since} to {until}.",
    ),
    "kk": _Words(
        "Сөзбе-сөз жазба",
        "Күн тәртібіне дейін",
        "Ештеңе жазылған жоқ.",
        "Берілген мәтінмен салыстырылды: асты сызылғаны мәтінсіз айтылды, үсті сызылғаны айтылмады.",
        "Айтылған тілінде",
        "Жазба {since} мен {until} аралығында үзілді.",
    ),
    "ko": _Words(
        "회의 속기록",
        "의사일정 이전",
        "기록된 발언이 없습니다.",
        "사전 제출 원고와 대조함: 밑줄은 원고에 없는 발언, 취소선은 발언하지 않은 부분입니다.",
        "발언한 언어 그대로",
        "{since}부터 {until}까지 기록이 중단되었습니다.",
    ),
    "ru": _Words(
        "Стенограмма",
        "До повестки дня",
        "Записей нет.",
        "Сверено с представленным текстом: подчёркнуто сказанное сверх текста, зачёркнуто несказанное.",
        "На языке выступления",
        "Запись прерывалась с {since} до {until}.",
    ),
}


@dataclass(slots=True)
class _Turn:
    """What one seat said without another in between, under one item."""

    seat: Key
    item: Key | None
    lines: list[Line] = field(default_factory=list)


def verbatim_document(
    meeting: Meeting,
    lines: Sequence[Line],
    language: str | None = None,
    speeches: Mapping[Key, Speech] | None = None,
    holes: Sequence[Hole] = (),
) -> Document:
    """The verbatim as a document.

    Args:
        meeting: as planned, which has the names.
        lines: in spoken order; struck-out ones are passed over.
        language: every line in this language, where it was said or translated; None: as it was
            said.
        speeches: texts that were given, compared with what was said in the same language.
        holes: when the record was interrupted, in their order.
    """
    title_language = primary(language or meeting["languages"][0])
    title_language = title_language if title_language in _WORDS else "en"
    words = _WORDS[title_language]
    there = local(meeting["starts"], meeting["timezone"]).date()
    under = (
        words.verbatim,
        meeting["organiser"],
        f"{meeting['city']}, {format_date(there, 'long', locale=title_language)}",
    )
    kept = [line for line in lines if line["text"]]
    compared_lines = checked(kept, speeches or {}) if language is None else {}
    blocks: list[Block] = []
    heading: Key | None = None
    titles = {item["key"]: item["title"] for item in meeting["items"]}
    left = list(holes)
    for place, turn in enumerate(_turns(kept, holes)):
        while left and left[0].until <= turn.lines[0]["since"]:
            blocks.append(_interrupted(left.pop(0), meeting, words))
        if place == 0 or turn.item != heading:
            heading = turn.item
            blocks.append(Block(Kind.HEADING, (Run(titles.get(turn.item or "", words.before_items)),)))
        blocks += _blocks(turn, meeting, language, compared_lines, words)
    if not kept:
        blocks.append(Block(Kind.NOTE, (Run(words.nothing),)))
    blocks += [_interrupted(hole, meeting, words) for hole in left]
    return Document(language or title_language, meeting["title"], tuple(blocks), under)


def verbatim_json(meeting: Meeting, lines: Sequence[Line], holes: Sequence[Hole] = ()) -> str:
    """The verbatim for other programs: times in ISO 8601 (UTC), translations by language."""
    titles = {item["key"]: item["title"] for item in meeting["items"]}
    value: dict[str, Any] = {
        "meeting": head_json(meeting),
        "lines": [
            {
                "id": line["id"],
                "version": line["version"],
                "seat": line["seat"],
                "name": meeting["seats"][line["seat"]]["name"],
                "title": meeting["seats"][line["seat"]]["title"],
                "organisation": meeting["seats"][line["seat"]]["organisation"],
                "item": line.get("item"),
                "item_title": titles.get(line.get("item", "")),
                "from": iso(line["since"]),
                "to": iso(line["until"]),
                "language": line["language"],
                "text": line["text"],
                "translations": line.get("translations", {}),
                "writer": line["writer"],
            }
            for line in lines
            if line["text"]
        ],
    }
    if holes:
        value["interruptions"] = [{"from": iso(hole.since), "to": iso(hole.until)} for hole in holes]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _interrupted(hole: Hole, meeting: Meeting, words: _Words) -> Block:
    """The note of a hole, with the seconds: a restart may take only a few."""
    since, until = (clock(at, meeting["timezone"]) for at in (hole.since, hole.until))
    return Block(Kind.NOTE, (Run(words.interrupted.format(since=since, until=until)),))


def _turns(lines: Sequence[Line], holes: Sequence[Hole]) -> list[_Turn]:
    found: list[_Turn] = []
    ends = [hole.until for hole in holes]
    for line in lines:
        is_other = not found or (found[-1].seat, found[-1].item) != (line["seat"], line.get("item"))
        if is_other or any(found[-1].lines[-1]["since"] < end <= line["since"] for end in ends):
            found.append(_Turn(line["seat"], line.get("item")))
        found[-1].lines.append(line)
    return found


def checked(lines: Sequence[Line], speeches: Mapping[Key, Speech]) -> dict[int, list[Segment]]:
    """For each line of a seat that gave a text its words, compared with that text."""
    found: dict[int, list[Segment]] = {}
    for seat, speech in speeches.items():
        own = [
            line
            for line in lines
            if line["seat"] == seat and primary(line["language"]) == primary(speech.language)
        ]
        segments = compared([line["text"] for line in own], speech.text)
        found |= {line["id"]: parts for line, parts in zip(own, segments, strict=True)}
    return found


_STYLES = {Part.SAME: Style.PLAIN, Part.ADDED: Style.ADDED, Part.LEFT_OUT: Style.LEFT_OUT}


def _blocks(
    turn: _Turn,
    meeting: Meeting,
    language: str | None,
    compared_lines: Mapping[int, list[Segment]],
    words: _Words,
) -> list[Block]:
    seat = meeting["seats"][turn.seat]
    # Where no name is known, the body that the seat was given to says who spoke.
    title = seat["title"] if seat["title"] != seat["name"] else seat["organisation"]
    who = [Run(seat["name"], Style.STRONG), *([Run(f", {title}")] if title else [])]
    time = clock(turn.lines[0]["since"], meeting["timezone"])
    found = [Block(Kind.SPEAKER, tuple(who), time)]
    is_checked = any(line["id"] in compared_lines for line in turn.lines)
    if is_checked:
        found.append(Block(Kind.NOTE, (Run(words.compared),)))
    runs: list[Run] = []
    as_said = False
    for line in turn.lines:
        own: list[Run]
        if line["id"] in compared_lines:
            own = [Run(f"{segment.text} ", _STYLES[segment.part]) for segment in compared_lines[line["id"]]]
        elif language is None:
            own = [Run(f"{line['text']} ")]
        else:
            translated = text_in(line, language)
            as_said = as_said or translated is None
            own = [Run(f"{translated or line['text']} ", Style.SOFT if translated is None else Style.PLAIN)]
        if own:
            clip = Clip(line["seat"], line["since"], line["until"], seat["name"])
            runs += [*own[:-1], Run(own[-1].text, own[-1].style, (clip,))]
    clips = [clip for run in runs for clip in run.clips]
    whole = Clip(turn.seat, clips[0].since, clips[-1].until, seat["name"])
    # One player a turn: a hundred of them on a page help nobody.
    bare = [Run(run.text, run.style) for run in runs]
    bare[-1] = Run(bare[-1].text.rstrip(), bare[-1].style, (whole,))
    if as_said:
        found.append(Block(Kind.NOTE, (Run(words.not_translated),)))
    found.append(Block(Kind.TEXT, tuple(bare)))
    return found

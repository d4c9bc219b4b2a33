"""Chapters and subtitles, read from the log and the lines."""

from __future__ import annotations

import re

from bench.known.recorded import OPENED, meeting, minute

from hemicycle.recorder.compose.mixer import gain
from hemicycle.recording.contents import MIN_CHAPTER_MS, chapters, subtitles
from hemicycle.recording.paths import ORIGINAL
from hemicycle.recording.timeline import History, Passage
from hemicycle.room.interruption import MeetingInterrupted
from hemicycle.room.log import Entry, chain
from hemicycle.store.planning import planned
from hemicycle.wire.lines import Line, Writer

PASSAGES = [
    Passage(OPENED, OPENED + 20_100, 0, card=False),
    Passage(OPENED + 20_100, OPENED + 32_300, 20_267, card=True),
    Passage(OPENED + 32_300, OPENED + 60_000, 23_467, card=False),
]


def history() -> History:
    entries: list[Entry] = chain(planned(meeting()), 0, None)
    for at, fact in minute().facts:
        entries += chain([fact], OPENED + at, entries[-1])
    return History(entries)


def test_an_interruption_is_a_chapter_however_short_it_was() -> None:
    entries: list[Entry] = chain(planned(meeting()), 0, None)
    happened = [*minute().facts, (50_000, MeetingInterrupted(OPENED + 49_900))]
    for at, fact in sorted(happened, key=lambda each: each[0]):
        entries += chain([fact], OPENED + at, entries[-1])
    before = chapters(meeting(), history(), PASSAGES)
    marked = chapters(meeting(), History(entries), PASSAGES)
    found = [mark for mark in marked if mark not in before]
    shown = [mark.title for mark in before if mark.at <= found[0].at][-1]
    assert len(found) == 2
    assert found[0].at == 23_467 + 49_900 - 32_300
    assert found[1].at - found[0].at == MIN_CHAPTER_MS
    assert found[1].title == shown
    assert re.search(r"^Interrupted from \d\d:\d\d:\d\d to \d\d:\d\d:\d\d$", found[0].title)


def line(number: int, since: int, until: int, seat: str, language: str, text: str, **more: str) -> Line:
    made: Line = {
        "id": number,
        "version": 1,
        "at": OPENED + until,
        "writer": Writer.MACHINE,
        "seat": seat,
        "language": language,
        "text": text,
        "since": OPENED + since,
        "until": OPENED + until,
    }
    if more:
        made["translations"] = dict(more)
    return made


def test_chapters_say_item_and_speaker_and_leave_out_what_lasts_a_moment() -> None:
    found = [(mark.at, mark.title) for mark in chapters(meeting(), history(), PASSAGES)]
    statement = "Су және дала: мемлекетаралық келісім"
    assert found == [
        (0, "Opening words"),
        (3_000, "Opening words: 구홍석"),
        (20_000, "Off the record"),
        (23_467, f"{statement}: Cheon Myeong Guk"),
        (23_467 + 25_700, statement),
    ]


def test_subtitles_name_a_new_speaker_and_give_way_to_the_next() -> None:
    lines = [
        line(1, 4_000, 7_000, "ambassador", "ko", "물", en="Water"),
        line(2, 6_500, 8_000, "ambassador", "ko", "강", en="A river"),
        line(3, 25_000, 26_000, "ambassador", "ko", "비밀"),
        line(4, 34_000, 36_000, "fellow", "en", "Thank you."),
    ]
    english = [(text.since, text.until, text.text) for text in subtitles(lines, "en", meeting(), PASSAGES)]
    assert english == [
        (4_000, 6_500, "구홍석: Water"),
        (6_500, 8_000, "A river"),
        (23_467 + 1_700, 23_467 + 3_700, "Cheon Myeong Guk: Thank you."),
    ]
    korean = [text.text for text in subtitles(lines, "ko", meeting(), PASSAGES)]
    assert korean == ["구홍석: 물", "강"]


def test_a_booth_is_heard_in_its_own_sound_only_and_the_original_where_it_is_understood() -> None:
    past = history()
    speaking = past.at(OPENED + 10_000)
    assert [gain(speaking, "ambassador", channel) for channel in (ORIGINAL, "en", "ru")] == [1, 0, 0]
    assert [gain(speaking, "english", channel) for channel in (ORIGINAL, "en", "ru")] == [0, 1, 0]
    english_spoken = past.at(OPENED + 40_000)
    assert [gain(english_spoken, "fellow", channel) for channel in (ORIGINAL, "en", "ru")] == [1, 1, 0]
    booth_left = past.at(OPENED + 50_000)
    assert [gain(booth_left, "fellow", channel) for channel in (ORIGINAL, "en", "ru")] == [1, 1, 1]
    assert [gain(booth_left, "russian", channel) for channel in (ORIGINAL, "en", "ru")] == [0, 0, 0]

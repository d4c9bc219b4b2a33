"""Subtitles: who speaks, when, in which language."""

from __future__ import annotations

import itertools
import re
from typing import Any

from tests.unit.live.guests import meeting as planned

from hemicycle.report.as_webvtt import WIDEST, as_webvtt, languages_of
from hemicycle.wire.lines import Line, Writer
from hemicycle.wire.meeting import Meeting

OPENED = 1_700_000_000_000
WORDS = re.compile(r"^<v [^>]+>(.*)$", re.MULTILINE)
TIME = re.compile(r"(\d\d):(\d\d):(\d\d)\.(\d{3})")


def meeting() -> Meeting:
    found = planned()
    found["seats"]["chair"]["name"] = "Дана <Ахметова> & Co"
    return found


def line(number: int, text: str, since: int, until: int, **changes: Any) -> Line:
    fields: Any = {
        "id": number,
        "version": 1,
        "at": OPENED,
        "writer": Writer.MACHINE,
        "seat": "chair",
        "language": "en",
        "since": OPENED + since,
        "until": OPENED + until,
        "text": text,
        **changes,
    }
    return fields  # type: ignore[no-any-return]


def place(at: int) -> int | None:
    return at - OPENED


def times(file: str) -> list[tuple[int, int]]:
    found = [((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(ms) for h, m, s, ms in TIME.findall(file)]
    return list(zip(found[::2], found[1::2], strict=True))


def test_a_line_becomes_a_cue() -> None:
    file = as_webvtt(
        [line(7, "Peace --> <b>security</b> & trust", 3_661_001, 3_664_000)], meeting(), "en-GB", place
    )
    assert file == (
        "WEBVTT\n\n"
        "7\n"
        "01:01:01.001 --> 01:01:04.000\n"
        "<v Дана &lt;Ахметова&gt; &amp; Co>Peace --&gt; &lt;b&gt;security&lt;/b&gt; &amp; trust\n"
    )


def test_a_language_has_what_was_said_in_it_and_what_was_put_into_it() -> None:
    lines = [
        line(1, "안녕하십니까", 0, 1000, language="ko", translations={"en": "Good day"}),
        line(2, "Добрый день", 1000, 2000, language="ru"),
        line(3, "Hello", 2000, 3000),
    ]
    assert languages_of(lines) == ["ko", "ru", "en"]

    def words(language: str | None) -> list[str]:
        return WORDS.findall(as_webvtt(lines, meeting(), language, place))

    assert words("en") == ["Good day", "Hello"]
    assert words("ru") == ["Добрый день"]
    assert words(None) == ["안녕하십니까", "Добрый день", "Hello"]
    assert as_webvtt([], meeting(), "en", place) == "WEBVTT\n"


def test_a_long_line_is_several_cues_one_after_the_other() -> None:
    for word, wide in (("something", 1), ("한반도의", 2)):
        text = " ".join([word] * 40)
        file = as_webvtt([line(1, text, 0, 12_000)], meeting(), None, place)
        shown = times(file)
        assert len(shown) >= 4
        assert shown[0][0] == 0
        assert shown[-1][1] == 12_000
        assert all(one[1] == other[0] for one, other in itertools.pairwise(shown))
        parts = WORDS.findall(file)
        assert " ".join(parts) == text
        assert all(len(part) * wide <= WIDEST + part.count(" ") for part in parts)


def test_what_is_not_in_the_recording_has_no_cue() -> None:
    lines = [line(1, "before", 0, 500), line(2, "after", 2000, 2010)]
    file = as_webvtt(lines, meeting(), "en", lambda at: at - OPENED - 1000 if at > OPENED + 1000 else None)
    assert "before" not in file
    # Nobody reads in 10 ms.
    assert times(file) == [(1000, 1700)]

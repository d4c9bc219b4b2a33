"""Single values."""

from __future__ import annotations

from datetime import datetime

import pytest

from hemicycle.meeting import values
from hemicycle.meeting.values import Unfit


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("PT2H", 120),
        ("PT1H30M", 90),
        ("PT90M", 90),
        ("PT5400S", 90),
        ("P1D", 1440),
        ("PT1M", 1),
        ("PT24H", 1440),
        ("PT0H45M0S", 45),
        (" PT2H ", 120),
    ],
)
def test_a_duration(value: str, minutes: int) -> None:
    assert values.duration(value) == minutes


@pytest.mark.parametrize(
    "value",
    [
        "",
        "P",
        "PT",
        "2H",
        "PT2",
        "P2H",
        "PT2H30",
        "PT-1H",
        "-PT1H",
        "PT1.5H",
        "P1Y",
        "P1M",
        "pt2h",
        "PT2H\nx",
        "2:00",
        "PT0S",
        "PT0M",
        "PT30S",
        "PT90S",
        "P2D",
        "P1W",
        "PT24H1M",
        "PT999999H",
        "PT" + "9" * 400 + "H",
        "P1DT",
    ],
)
def test_no_duration(value: str) -> None:
    with pytest.raises(Unfit):
        values.duration(value)


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("kk-Cyrl", "kk"),
        ("sr-latn", "sr-Latn"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("yue", "yue"),
        (" ru ", "ru"),
    ],
)
def test_a_language(value: str, tag: str) -> None:
    assert values.language(value) == tag


@pytest.mark.parametrize(
    "value",
    [
        "",
        "xx",
        "kz",
        "English",
        "en_US!",
        "e",
        "und",
        "mul",
        "zxx",
        "mis",
        "x-klingon",
        "qaa",
        "en-",
        "한국어",
        "en kk",
        "en,kk",
        "en-Xxxx",
        "a" * 300,
    ],
)
def test_no_language(value: str) -> None:
    with pytest.raises(Unfit):
        values.language(value)


@pytest.mark.parametrize(
    ("local", "zone", "at"),
    [
        (datetime(2020, 11, 25, 15), "Asia/Almaty", 1606294800000),
        (datetime(2024, 11, 25, 15), "Asia/Almaty", 1732528800000),  # at UTC+5 since March 2024
        (datetime(2026, 11, 24), "UTC", 1795478400000),
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", 1792888200000),  # twice that day: the first
        (datetime(2026, 7, 1, 12, 0, 0, 500_000), "Asia/Seoul", 1782874800500),
    ],
)
def test_an_instant(local: datetime, zone: str, at: int) -> None:
    assert values.instant(local, zone) == at


@pytest.mark.parametrize(
    ("local", "sentence"),
    [
        (datetime(2026, 3, 29, 2, 30), "02:30 does not exist on that day in Europe/Berlin"),
        (datetime(1999, 12, 31), "is in the year 1999"),
        (datetime(9999, 12, 31, 23), "is in the year 9999"),
        (datetime.min, "is in the year 1"),
    ],
)
def test_no_instant(local: datetime, sentence: str) -> None:
    with pytest.raises(Unfit, match=sentence):
        values.instant(local, "Europe/Berlin")


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("Asia/Almatty", 'did you mean "Asia/Almaty"?'),
        ("asia/almaty", 'did you mean "Asia/Almaty"?'),
        ("Almaty", 'did you mean "Asia/Almaty"?'),
        ("New York", 'did you mean "America/New_York"?'),
        ("Atlantis", 'write a name of the IANA database, such as "Asia/Almaty"'),
        ("../../etc/passwd", 'write a name of the IANA database, such as "Asia/Almaty"'),
        ("Asia", 'write a name of the IANA database, such as "Asia/Almaty"'),
        ("", 'write a name of the IANA database, such as "Asia/Almaty"'),
    ],
)
def test_no_timezone(value: str, meant: str) -> None:
    with pytest.raises(Unfit) as unfit:
        values.timezone(value)
    assert unfit.value.right == meant


@pytest.mark.parametrize(
    "value", ["a\nb", "a\tb", "\x00a", "a\u2028b", "a\u202eb", "\u2067a", "a\x7fb", " \n ", ""]
)
def test_no_text(value: str) -> None:
    with pytest.raises(Unfit):
        values.text(value, 100)


def test_text_has_a_length() -> None:
    assert values.text("x" * 100, 100) == "x" * 100
    with pytest.raises(Unfit, match="has 101 characters; write at most 100"):
        values.text("x" * 101, 100)


@pytest.mark.parametrize("value", ["", "A", "a b", "-a", "a-", "ä", "a_b", "a\n", "a/b", "a" * 65, "٣"])
def test_no_key(value: str) -> None:
    with pytest.raises(Unfit):
        values.key(value)


@pytest.mark.parametrize("value", ["", "1.5", "one", "1e3", "٣", "1_000", "0x10", "9" * 10])
def test_no_whole_number(value: str) -> None:
    with pytest.raises(Unfit):
        values.whole_number(value)

"""What a person is called on later mention, and which words a sentence begins with."""

from __future__ import annotations

import pytest

from hemicycle.report.names import Mentions, short_name, surname
from hemicycle.report.prose.english import topic, with_article
from hemicycle.report.prose.kazakh import on_day
from hemicycle.report.prose.korean import plain, topic_particle
from hemicycle.report.sentences import split, tellable, within
from hemicycle.report.times import local


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ku Hong-seok", "Ku"),
        ("Cheon Myeong Guk", "Cheon"),
        ("Yerzhan Ashikbayev", "Ashikbayev"),
        ("Ban Ki-moon", "Ban"),
        ("KU Hong-seok", "Ku"),
        ("Hong-seok KU", "Ku"),
        ("구홍석", "구홍석"),
        ("Ержан Ашикбаев", "Ашикбаев"),
        ("Ашикбаев Ержан Хамзаевич", "Ашикбаев"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Martin Luther King Jr.", "King"),
        ("Chair", "Chair"),
        ("J. R. Smith", "Smith"),
        ("Kim Campbell", "Campbell"),
    ],
)
def test_the_surname(name: str, expected: str) -> None:
    assert surname(name) == expected


def test_a_short_name_stands_only_after_it_was_introduced() -> None:
    mentions = Mentions()
    whole = "Korea Institute for Defense Analysis (KIDA)"
    assert short_name(whole) == "KIDA"
    assert [mentions.body(whole), mentions.body(whole), mentions.body("Daily")] == [whole, "KIDA", "Daily"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Embassy of the Republic of Korea", "the Embassy of the Republic of Korea"),
        ("Korea Institute for Defense Analysis", "the Korea Institute for Defense Analysis"),
        ("European Union", "the European Union"),
        ("UNESCO", "UNESCO"),
        ("The Hague Academy", "The Hague Academy"),
    ],
)
def test_the_article(body: str, expected: str) -> None:
    assert with_article(body) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The security situation", "the security situation"),
        ("South Korean strategies", "South Korean strategies"),
        ("Kazakhstan's readiness", "Kazakhstan's readiness"),
        ("What comes next?", "“What comes next?”"),
    ],
)
def test_a_title_within_a_sentence(title: str, expected: str) -> None:
    assert topic(title) == expected


@pytest.mark.parametrize(
    ("formal", "told"),
    [
        ("정부는 굳게 믿습니다.", "정부는 굳게 믿는다"),
        ("회의가 열렸습니다.", "회의가 열렸다"),
        ("어려움이 있습니다.", "어려움이 있다"),
        ("평화를 위해 노력합니다.", "평화를 위해 노력한다"),
        ("대화가 중요합니다.", "대화가 중요하다"),
        ("이것은 첫걸음입니다.", "이것은 첫걸음이다"),
        ("미래로 나아갑니다.", "미래로 나아간다"),
    ],
)
def test_korean_is_told_in_plain_style(formal: str, told: str) -> None:
    assert plain(formal) == told


def test_particles_follow_the_sound() -> None:
    assert [topic_particle(name) for name in ("구홍석", "김민수", "Ku")] == ["은", "는", "은(는)"]


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (1, "қаңтарда"),
        (2, "ақпанда"),
        (5, "мамырда"),
        (7, "шілдеде"),
        (9, "қыркүйекте"),
        (11, "қарашада"),
        (12, "желтоқсанда"),
    ],
)
def test_kazakh_months_in_the_locative(month: int, expected: str) -> None:
    when = local(1606294800000, "Asia/Almaty").date().replace(month=month)
    assert on_day(when).endswith(expected)


def test_sentences_end_where_they_end() -> None:
    text = (
        "Mr. Ku came. He met the U.S. envoy, i.e. the head! Did they agree? “Yes.” Достигнут мир, т.е. покой."
    )
    assert split(text) == [
        "Mr. Ku came.",
        "He met the U.S. envoy, i.e. the head!",
        "Did they agree?",
        "“Yes.”",
        "Достигнут мир, т.е. покой.",
    ]


def test_only_what_needs_no_change_of_person_is_told() -> None:
    text = (
        "Thank you all for coming to this important and timely meeting today. "
        "We are ready to share our experience with the whole world at any time. "
        "The government strives for a lasting peace on the peninsula. "
        "Is peace on the peninsula possible without a dialogue of both sides?"
    )
    assert tellable(text, "en-GB") == ["The government strives for a lasting peace on the peninsula."]


def test_a_name_keeps_its_capital_within_a_sentence() -> None:
    assert within("The talks failed.", frozenset()) == "the talks failed"
    assert within("Kazakhstan gave it up.", frozenset()) == "Kazakhstan gave it up"
    assert within("Peace is near.", frozenset({"peace"})) == "peace is near"

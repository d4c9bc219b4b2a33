"""The demo's booths: what they say, who is live in them, and what those who chose one are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.demo.acting import SAID, meeting, script
from tests.world.examples import examples

from hemicycle.client.channel import voices
from hemicycle.demo.script import Ask, Speak
from hemicycle.demo.words import BOOTH_VOICES, NAMES, interpretations, questions, statements
from hemicycle.wire.booths import AskHandover, Booth, LeaveBooth, SetPivot, TakeBooth
from hemicycle.wire.floor import HasFloor
from hemicycle.wire.ids import Phase
from hemicycle.wire.languages import SetLanguage
from hemicycle.wire.protocol import View

LANGUAGES = {"en", "kk", "ko", "ru"}


def test_everything_that_is_said_is_translated_into_every_other_language() -> None:
    texts = interpretations()
    for words in (*statements(), *questions()):
        assert set(texts[words.text]) == LANGUAGES - {words.language}
        assert len({words.text, *texts[words.text].values()}) == 4


def test_the_ambassador_speaks_korean_and_the_english_booth_the_reports_words() -> None:
    (said,) = [words for words in statements() if words.where == "ambassador"]
    assert said.language == "ko"
    assert interpretations()[said.text]["en"].startswith("Despite certain difficulties")


def test_there_is_a_voice_for_each_interpreter_and_a_name_for_each_booth() -> None:
    seats = meeting()["seats"]
    assert set(BOOTH_VOICES) == {key for key, seat in seats.items() if "into" in seat}
    assert set(NAMES) == LANGUAGES


@examples(30)
@given(seconds=st.one_of(st.none(), st.floats(16, 600)), seats=st.integers(2, 140))
def test_each_utterance_is_interpreted_into_every_language_but_its_own(
    seconds: float | None, seats: int
) -> None:
    for step in script(seats, seconds).steps:
        if isinstance(step, Speak):
            own = {step.utterance.words.language} if step.is_heard else LANGUAGES
            assert {one.language for one in step.booths} == LANGUAGES - own
            assert len({one.seat for one in step.booths}) == len(step.booths)


def test_kazakh_is_interpreted_from_english_while_the_floor_is_in_korean() -> None:
    (korean,) = [
        step for step in script(70).steps if isinstance(step, Speak) and step.utterance.words.language == "ko"
    ]
    assert {one.language: one.pivot for one in korean.booths} == {"en": None, "ru": None, "kk": "en"}
    assert [one.language for one in korean.booths][-1] == "kk"


def test_interpreters_act_only_where_the_languages_ask_for_it() -> None:
    asked = [(s.seat, s.command) for s in script(70).steps if isinstance(s, Ask)]
    kinds = (TakeBooth, LeaveBooth, SetPivot, AskHandover, SetLanguage)
    assert [(seat, command) for seat, command in asked if isinstance(command, kinds)] == [
        ("english-a", TakeBooth(booth="en")),
        ("kazakh-russian", TakeBooth(booth="kk")),
        ("russian", TakeBooth(booth="ru")),
        ("kazakh-russian", SetPivot(booth="kk", pivot="en")),
        ("english-a", LeaveBooth(booth="en")),
        ("korean", TakeBooth(booth="ko")),
        ("kazakh-russian", SetPivot(booth="kk", pivot=None)),
        ("kazakh-russian", AskHandover(booth="kk")),
        ("kazakh", TakeBooth(booth="kk")),
    ]


def test_the_booths_add_little_to_the_length_of_the_meeting() -> None:
    made = script(70)
    speaking = sum(one.seconds for one in SAID)
    added = sum(max((one.after for one in s.booths), default=0) for s in made.steps if isinstance(s, Speak))
    assert added < 0.05 * speaking


def view(floor: dict[str, str], live: dict[str, str]) -> View:
    booths: dict[str, Booth] = {language: {"interpreters": []} for language in LANGUAGES}
    for language, seat in live.items():
        booths[language]["live"] = seat
    having: list[HasFloor] = [
        {"seat": seat, "since": 0, "microphone": True, "language": language}
        for seat, language in floor.items()
    ]
    return {
        "phase": Phase.OPEN,
        "present": {},
        "hands": [],
        "floor": having,
        "stage": [],
        "booths": booths,
        "streams": {},
    }


@pytest.mark.parametrize(
    ("floor", "live", "channel", "heard"),
    [
        ({"a": "ko"}, {"en": "i"}, None, {"a"}),
        ({"a": "ko"}, {"en": "i"}, "en", {"i"}),
        ({"a": "en-GB"}, {"en": "i"}, "en", {"a"}),
        ({"a": "ko", "b": "en"}, {"en": "i"}, "en", {"i", "b"}),
        ({"a": "ko", "b": "ru"}, {"en": "i"}, None, {"a", "b"}),
        ({"a": "ko"}, {}, "en", {"a"}),
        ({}, {"en": "i"}, "en", {"i"}),
        ({}, {}, "en", set()),
    ],
)
def test_what_is_heard(
    floor: dict[str, str], live: dict[str, str], channel: str | None, heard: set[str]
) -> None:
    assert voices(view(floor, live), channel) == heard

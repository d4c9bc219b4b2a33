"""Speech becomes words in the listening process, with real models."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.world.speech import ENGLISH, RUSSIAN, packets, recorded, spoken, word_errors

from hemicycle.captions.engine import EngineUnavailable
from hemicycle.captions.pipe import English, Words
from hemicycle.captions.recognizer import Recognizer
from hemicycle.client.speech import Samples, Voice

pytestmark = pytest.mark.realtime

START = 1_700_000_000_000


class Heard:
    """What came of one track."""

    def __init__(self) -> None:
        self.drafts: list[Words] = []
        self.finals: list[Words] = []
        self.english: list[English] = []
        self.changed = asyncio.Event()

    def __call__(self, words: Words | English) -> None:
        if isinstance(words, English):
            self.english.append(words)
        else:
            (self.finals if words.final else self.drafts).append(words)
        self.changed.set()

    async def until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        async with asyncio.timeout(seconds):
            while not holds():
                self.changed.clear()
                await self.changed.wait()

    @property
    def text(self) -> str:
        return " ".join(words.text for words in self.finals)


def feed(recognizer: Recognizer, track: int, samples: Samples) -> None:
    for number, packet in enumerate(packets(samples)):
        recognizer.hear(track, packet, 5_000_000 + number * 20_000, START + number * 20)
    recognizer.close(track)


async def test_english_is_understood(tiny_en: str) -> None:
    heard = Heard()
    async with Recognizer(tiny_en) as recognizer:
        assert recognizer.writes("en-GB")
        assert not recognizer.writes("kk")
        feed(recognizer, recognizer.open("en-GB", heard), spoken(*ENGLISH))
        await heard.until(lambda: len(heard.finals) == len(ENGLISH))
    errors = word_errors(" ".join(ENGLISH), heard.text)
    print(f"\ntiny.en on espeak-ng's English: word error rate {errors:.2f}: {heard.text}")
    assert errors < 0.3
    for gist in ("colleagues", "Korean Peninsula", "nuclear weapons"):
        assert gist in heard.text
    # Each line stands where it was said: in order, with the pause between them.
    for before, after in zip(heard.finals, heard.finals[1:], strict=False):
        assert before.until + 500 <= after.since
    assert START + 400 <= heard.finals[0].since <= START + 800


async def test_two_microphones_at_once_are_two_speakers(tiny_en: str) -> None:
    one, other = Heard(), Heard()
    first = spoken("Kazakhstan has closed its nuclear test site.", voice=Voice("m3"))
    second = spoken("The university teaches history and international law.", voice=Voice("f2"))
    async with Recognizer(tiny_en) as recognizer:
        tracks = recognizer.open("en", one), recognizer.open("en", other)
        for number, pair in enumerate(zip(packets(first), packets(second), strict=False)):
            for track, packet in zip(tracks, pair, strict=True):
                recognizer.hear(track, packet, number * 20_000, START + number * 20)
        for track in tracks:
            recognizer.close(track)
        await one.until(lambda: bool(one.finals))
        await other.until(lambda: bool(other.finals))
    assert "nuclear" in one.text
    assert "history" in other.text
    assert "history" not in one.text
    assert "nuclear" not in other.text


async def test_another_language_is_understood_and_put_into_english(base: str) -> None:
    said = "Guten Tag, meine Damen und Herren. Wir sprechen heute über Frieden und Sicherheit in der Region."
    heard = Heard()
    async with Recognizer(base) as recognizer:
        samples = spoken(said, language="de", voice=Voice("m3", 130))
        feed(recognizer, recognizer.open("de", heard), samples)
        await heard.until(lambda: bool(heard.english) and len(heard.english) == len(heard.finals))
    english = " ".join(each.text for each in heard.english)
    errors = word_errors(said, heard.text)
    print(f"\nbase on espeak-ng's de: word error rate {errors:.2f}: {heard.text} | {english}")
    for part in ("Damen", "Frieden", "Sicherheit"):
        assert part in heard.text
    assert {each.utterance for each in heard.english} == {each.utterance for each in heard.finals}
    assert "today" in english
    assert "region" in english


async def test_a_russian_is_understood_and_put_into_english(base: str) -> None:
    heard = Heard()
    async with Recognizer(base) as recognizer:
        feed(recognizer, recognizer.open("ru", heard), recorded(*RUSSIAN))
        # A machine that is behind puts the first line only into English.
        await heard.until(lambda: "голосовой почты" in heard.text and bool(heard.english))
    english = heard.english[0].text
    errors = word_errors(" ".join(RUSSIAN.values()), heard.text)
    print(f"\nbase on a person's Russian: word error rate {errors:.2f}: {heard.text} | {english}")
    assert errors < 0.2
    assert "голосовую почту" in heard.text
    assert "операторы заняты" in heard.text
    assert "operators" in english
    assert "on the line" in english


async def test_korean_is_understood(base: str) -> None:
    # Of espeak-ng's Korean a model of this size understands what is said most often.
    heard = Heard()
    async with Recognizer(base) as recognizer:
        samples = spoken("감사합니다. 안녕히 계십시오.", language="ko", voice=Voice("m3", 140))
        feed(recognizer, recognizer.open("ko", heard), samples)
        await heard.until(lambda: bool(heard.text))
    print(f"\nbase on espeak-ng's ko: {heard.text}")
    for part in ("감사합니다", "안녕히", "계십시오"):
        assert part in heard.text


async def test_what_is_said_is_drafted_before_it_is_over(tiny_en: str) -> None:
    heard = Heard()
    samples = spoken(" ".join(sentence.rstrip(".") for sentence in ENGLISH[1:]) + ".", pause=0)
    async with Recognizer(tiny_en) as recognizer:
        track = recognizer.open("en", heard)
        for number, packet in enumerate(packets(samples)):
            recognizer.hear(track, packet, number * 20_000, START + number * 20)
        # Nothing was closed, and nothing ends the utterance yet.
        await heard.until(lambda: bool(heard.drafts))
        draft = heard.drafts[0]
        recognizer.close(track)
        await heard.until(lambda: bool(heard.finals))
    assert draft.text
    assert draft.utterance == heard.finals[0].utterance
    assert draft.since == heard.finals[0].since


async def test_the_process_is_started_again_when_it_dies(
    tiny_en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hemicycle.captions.recognizer.FIRST_DELAY_S", 0.05)
    heard, told = Heard(), asyncio.Event()
    async with Recognizer(tiny_en) as recognizer:
        recognizer.changed.append(told.set)
        track = recognizer.open("en", heard)
        assert recognizer._process is not None
        recognizer._process.kill()
        async with asyncio.timeout(30):
            await told.wait()
            assert recognizer.down
            while recognizer.down:
                told.clear()
                await told.wait()
        # The microphone is still open, so it is listened to again.
        feed(recognizer, track, spoken("We meet again tomorrow morning."))
        await heard.until(lambda: bool(heard.finals))
    assert "tomorrow" in heard.text


async def test_without_a_model_it_says_what_to_do(tmp_path: Path) -> None:
    for model, sentence in (
        (str(tmp_path), "holds no model"),
        (str(tmp_path / "none"), "there is no folder"),
        ("gigantic", "neither a folder nor the name of a model"),
    ):
        with pytest.raises(EngineUnavailable, match=sentence):
            async with Recognizer(model):
                pass

"""Speech from text in the meeting's four languages."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from hemicycle.client.speech import Samples, SpeechError, Voice, cut, synthesise
from hemicycle.demo.words import questions, statements
from hemicycle.media.wire.codecs import SAMPLE_RATE

SENTENCES = {
    "en": "The chair gives the floor to the ambassador.",
    "kk": "Төраға елшіге сөз береді.",
    "ko": "의장이 대사에게 발언권을 줍니다.",
    "ru": "Председатель предоставляет слово послу.",
}


def _loudness(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float64)))))


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_a_sentence_in_each_language_sounds_for_as_long_as_it_takes_to_say(language: str, text: str) -> None:
    samples = synthesise(text, language)
    assert samples.dtype == np.int16
    assert samples.ndim == 1
    assert 1 < samples.size / SAMPLE_RATE < 6
    assert _loudness(samples) > 1000
    # Speech has its energy in the voice's range, wherever the resampling put it.
    spectrum = np.abs(np.fft.rfft(samples.astype(np.float64)))
    hertz = np.fft.rfftfreq(samples.size, 1 / SAMPLE_RATE)
    assert spectrum[(hertz > 80) & (hertz < 5000)].sum() > 0.7 * spectrum.sum()


def test_the_languages_do_not_sound_the_same() -> None:
    spoken = {language: synthesise("123", language).size for language in SENTENCES}
    assert len(set(spoken.values())) == len(SENTENCES)


def test_voices_differ() -> None:
    one, other = (synthesise("The floor is yours.", "en", Voice(variant)) for variant in ("m3", "f2"))
    assert one.size != other.size or not np.array_equal(one, other)


def test_a_faster_speaker_is_sooner_done() -> None:
    slow, fast = (synthesise(SENTENCES["en"], "en", Voice("m3", words)).size for words in (120, 200))
    assert fast < slow * 0.8


def test_all_words_of_the_demo_can_be_spoken() -> None:
    for words in (*statements(), *questions()):
        seconds = synthesise(words.text, words.language).size / SAMPLE_RATE
        assert 5 < len(words.text) / seconds < 30


def test_nothing_to_say_is_silence_of_no_length() -> None:
    assert synthesise("  \n", "en").size == 0


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(SpeechError, match="espeak-ng has no voice 'tlh-none'"):
        synthesise("nuqneH", "tlh-none")


def test_two_speak_at_once_and_neither_is_heard_in_the_other() -> None:
    texts = list(SENTENCES.items()) * 3
    alone = [synthesise(text, language) for language, text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda pair: synthesise(pair[1], pair[0]), texts))
    for one, other in zip(alone, together, strict=True):
        # espeak-ng does not say the same thing twice to the sample; words of another would be
        # seconds.
        assert abs(one.size - other.size) < SAMPLE_RATE // 10
        assert abs(_loudness(one) - _loudness(other)) < 0.2 * _loudness(one)


@given(
    samples=arrays.arrays(np.int16, st.integers(0, 30_000)),
    seconds=st.floats(0, 1),
)
def test_a_cut_is_the_beginning_and_never_longer_than_wanted(samples: Samples, seconds: float) -> None:
    part = cut(samples, seconds)
    assert part.dtype == np.int16
    assert part.size <= max(samples.size, 0)
    assert part.size <= round(seconds * SAMPLE_RATE) or part.size == samples.size
    fade = SAMPLE_RATE // 50
    whole = max(0, part.size - fade)
    assert np.array_equal(part[:whole], samples[:whole])


def test_a_cut_ends_in_a_gap_between_words_where_there_is_one() -> None:
    loud = np.full(SAMPLE_RATE, 9000, np.int16)
    loud[int(0.85 * SAMPLE_RATE) : int(0.89 * SAMPLE_RATE)] = 0
    part = cut(np.tile(loud, 2), 0.95)
    assert 0.85 <= part.size / SAMPLE_RATE <= 0.89
    assert cut(np.full(SAMPLE_RATE, 9000, np.int16), 0.5).size == SAMPLE_RATE // 2

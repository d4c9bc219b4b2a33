"""The sound of a microphone is cut where somebody pauses."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from hemicycle.captions.utterances import (
    LEAD_MS,
    LONGEST_MS,
    PAUSE_MS,
    RATE_HZ,
    WINDOW_MS,
    WINDOW_SAMPLES,
    Utterance,
    Utterances,
)

SPEECH, SILENCE = 0.9, 0.02


def windows(seconds: float, probability: float) -> list[float]:
    return [probability] * round(seconds * RATE_HZ / WINDOW_SAMPLES)


def heard(probabilities: Iterable[float], into: Utterances | None = None) -> list[Utterance]:
    into = into or Utterances()
    ended = []
    for number, probability in enumerate(probabilities):
        # Each window holds its own number, so that it is seen which ones an utterance is made of.
        samples = np.full(WINDOW_SAMPLES, number, np.float32)
        if utterance := into.push(samples, number * WINDOW_MS, probability):
            ended.append(utterance)
    return ended


def test_an_utterance_ends_with_a_pause() -> None:
    silence, speech = windows(1, SILENCE), windows(2, SPEECH)
    (utterance,) = heard([*silence, *speech, *windows(1, SILENCE)])
    assert utterance.number == 1
    assert utterance.since == len(silence) * WINDOW_MS
    assert utterance.until == (len(silence) + len(speech)) * WINDOW_MS
    # The sound begins before the speech, and holds little of the pause.
    assert utterance.samples[0] == len(silence) - LEAD_MS // WINDOW_MS
    assert utterance.samples[-1] <= len(silence) + len(speech)


def test_a_breath_within_a_sentence_does_not_end_it() -> None:
    breath = windows(PAUSE_MS / 1000 - 0.1, SILENCE)
    (utterance,) = heard([*windows(1, SPEECH), *breath, *windows(1, SPEECH), *windows(1, SILENCE)])
    assert utterance.since == 0
    assert utterance.until >= 2000


def test_a_knock_is_no_utterance() -> None:
    assert heard([*windows(1, SILENCE), SPEECH, SPEECH, *windows(1, SILENCE)]) == []


def test_what_is_under_way_can_be_heard_before_its_end() -> None:
    utterances = Utterances()
    assert heard(windows(1, SPEECH), utterances) == []
    draft = utterances.under_way
    assert draft is not None
    ended = utterances.finish()
    assert ended is not None
    assert (draft.number, draft.since, draft.until) == (ended.number, ended.since, ended.until)
    assert utterances.under_way is None
    assert utterances.finish() is None


def test_who_never_pauses_is_cut_where_the_speech_is_weakest() -> None:
    first, dip = windows(9, SPEECH), [0.5, 0.4, 0.5]
    speech = [*first, *dip, *windows(LONGEST_MS / 1000 - 2, SPEECH)]
    one, two = heard([*speech, *windows(1, SILENCE)])
    assert one.until == (len(first) + 2) * WINDOW_MS
    assert (one.number, two.number) == (1, 2)
    # Not a sample is lost or heard twice.
    assert two.samples[0] == one.samples[-1] + 1
    assert two.until == len(speech) * WINDOW_MS


def test_what_has_settled_is_what_the_end_will_give() -> None:
    utterances = Utterances()
    heard([*windows(2, SPEECH), *windows(0.1, SILENCE)], utterances)
    assert (utterances.is_hushed, utterances.settled) == (False, None)
    heard(windows(0.1, SILENCE), utterances)
    assert (utterances.is_hushed, utterances.settled) == (True, None)
    heard(windows(0.2, SILENCE), utterances)
    settled = utterances.settled
    (utterance,) = heard(windows(1, SILENCE), utterances)
    assert settled is not None
    assert (settled.number, settled.since, settled.until) == (
        utterance.number,
        utterance.since,
        utterance.until,
    )
    assert np.array_equal(settled.samples, utterance.samples)
    assert (utterances.is_hushed, utterances.settled) == (False, None)


def test_who_goes_on_at_once_is_heard_from_the_very_end_of_the_pause() -> None:
    utterances = Utterances()
    silence = windows(PAUSE_MS / 1000, SILENCE)
    numbered = [*windows(1, SPEECH), *silence, *windows(1, SPEECH), *windows(1, SILENCE)]
    first, second = heard(numbered, utterances)
    begins = len(windows(1, SPEECH)) + len(silence)
    assert second.samples[0] == begins - LEAD_MS // WINDOW_MS
    assert second.since == begins * WINDOW_MS
    assert first.samples[-1] < second.samples[0]
    # Without a hole.
    assert set(second.samples) == set(range(int(second.samples[0]), int(second.samples[-1]) + 1))

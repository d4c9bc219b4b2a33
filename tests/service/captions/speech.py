"""Speech of espeak-ng, as packets of Opus; and how much of it was understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

import jiwer
import numpy as np

from hemicycle.demo.speech import SAMPLE_RATE, Samples, Voice, synthesise
from hemicycle.media.codecs import FRAME_SAMPLES, OpusEncoder

ENGLISH = (
    "Good afternoon, distinguished colleagues.",
    "The situation on the Korean Peninsula remains one of the most important questions for the region.",
    "We are ready to share our experience of giving up nuclear weapons.",
)


def spoken(*sentences: str, language: str = "en", pause: float = 1.2, voice: Voice | None = None) -> Samples:
    """Sentences with a pause (s) after each: 48 kHz, mono."""
    silence = np.zeros(int(pause * SAMPLE_RATE), np.int16)
    parts = [silence[: SAMPLE_RATE // 2]]
    for sentence in sentences:
        parts += [synthesise(sentence, language, voice), silence]
    return np.concatenate(parts)


def packets(samples: Samples, encoder: OpusEncoder | None = None) -> Iterator[bytes]:
    """The sound as it goes over the network, 20 ms a packet."""
    encoder = encoder or OpusEncoder()
    for at in range(0, samples.size - FRAME_SAMPLES + 1, FRAME_SAMPLES):
        yield encoder.encode(samples[at : at + FRAME_SAMPLES])


def plain(text: str) -> str:
    """Without what cannot be heard: capitals and signs."""
    return " ".join(re.findall(r"[\w']+", text.lower()))


def word_errors(said: str, heard: str) -> float:
    """The word error rate: 0 where every word was understood."""
    return float(jiwer.wer(plain(said), plain(heard)))

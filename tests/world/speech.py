"""Speech, espeak-ng's and a person's, as packets of Opus; and how much of it was understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import av
import jiwer
import numpy as np

from hemicycle.client.speech import Samples, Voice, synthesise
from hemicycle.media.wire.codecs import FRAME_SAMPLES, SAMPLE_RATE, OpusEncoder

ENGLISH = (
    "Good afternoon, distinguished colleagues.",
    "The situation on the Korean Peninsula remains one of the most important questions for the region.",
    "We are ready to share our experience of giving up nuclear weapons.",
)


RUSSIAN = {
    "tt-allbusy": "В данный момент все операторы заняты. Пожалуйста, оставайтесь на линии. "
    "Ваш вызов будет принят в порядке очереди.",
    "vm-newuser": "Добро пожаловать в голосовую почту. Для начала прослушайте инструкцию по настройке ящика.",
    "vm-nobox": "Вы не можете ответить на это сообщение, так как отправитель не имеет ящика голосовой почты.",
}
"""What a person says in Debian's package asterisk-core-sounds-ru-g722, by its files."""

_RECORDED = Path("/usr/share/asterisk/sounds/ru_RU_f_IvrvoiceRU")


def recorded(*names: str, pause: float = 1.2) -> Samples:
    """What a person says in those files, with a pause (s) after each: 48 kHz, mono."""
    silence = np.zeros(int(pause * SAMPLE_RATE), np.int16)
    parts = [silence[: SAMPLE_RATE // 2]]
    for name in names:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
        with av.open(str(_RECORDED / f"{name}.g722"), format="g722") as opened:
            frames = [*opened.decode(audio=0), None]
            parts += [
                resampled.to_ndarray().reshape(-1).astype(np.int16, copy=False)
                for frame in frames
                for resampled in resampler.resample(frame)
            ]
        parts.append(silence)
    return np.concatenate(parts)


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

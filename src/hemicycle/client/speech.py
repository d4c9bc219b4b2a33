"""Speech from text, by espeak-ng from the wheel `espeakng-loader`: no sound device, no system
package.

espeak-ng keeps one voice, one callback and one stream of samples for the whole process, so a lock
lets one text through at a time. It makes some hundred seconds of speech in one second.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import av
import espeakng_loader
import numpy as np
from numpy.typing import NDArray

from hemicycle.media.wire.codecs import SAMPLE_RATE

Samples = NDArray[np.int16]
"""Mono sound: one dimension, 16 bits a sample, `SAMPLE_RATE` a second."""

_SYNCHRONOUS = 2  # espeak_AUDIO_OUTPUT: samples go to the callback before the call returns
_DONT_EXIT = 0x8000  # espeakINITIALIZE_DONT_EXIT: a missing file is a return value, not an exit
_UTF8, _END_PAUSE = 0x01, 0x1000
_RATE, _PITCH, _RANGE = 1, 3, 4

_lock = threading.Lock()


class SpeechError(Exception):
    """espeak-ng could not be started, or has no such voice."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of espeak-ng."""

    variant: str = ""
    """An espeak-ng voice variant, such as `m3` or `f2`; empty: the language's own."""
    words_a_minute: int = 150
    pitch: int = 50
    """0 (low) to 100 (high)."""


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class _Espeak:
    """The library, started once in the process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self._library.espeak_Synth.argtypes = [
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.c_uint,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_uint,
            ctypes.c_void_p,
            ctypes.c_void_p,
        ]
        data = espeakng_loader.get_data_path().encode()
        self.rate: int = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DONT_EXIT)
        if self.rate <= 0:
            raise SpeechError("espeak-ng did not start: its data could not be read")
        self._parts: list[bytes] = []
        # Held here, because C keeps the pointer and Python would free it.
        self._callback = _Callback(self._take)
        self._library.espeak_SetSynthCallback(self._callback)

    def _take(self, samples: Any, count: int, _events: int | None) -> int:
        if samples and count > 0:
            self._parts.append(ctypes.string_at(samples, count * 2))
        return 0

    def speak(self, text: str, language: str, voice: Voice) -> Samples:
        name = f"{language}+{voice.variant}" if voice.variant else language
        if self._library.espeak_SetVoiceByName(name.encode()) != 0:
            raise SpeechError(f"espeak-ng has no voice {name!r}")
        for parameter, value in ((_RATE, voice.words_a_minute), (_PITCH, voice.pitch), (_RANGE, 55)):
            self._library.espeak_SetParameter(parameter, value, 0)
        self._parts = []
        encoded = text.encode()
        flags = _UTF8 | _END_PAUSE
        if self._library.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, flags, None, None) != 0:
            raise SpeechError("espeak-ng refused the text")
        self._library.espeak_Synchronize()
        return np.frombuffer(b"".join(self._parts), np.int16)


_started: Callable[[], _Espeak] = cache(_Espeak)


def _resample(samples: Samples, rate: int) -> Samples:
    resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = rate
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames]).astype(np.int16, copy=False)


def synthesise(text: str, language: str, voice: Voice | None = None) -> Samples:
    """Speaks a text.

    Args:
        text: what to say; empty gives no samples.
        language: an espeak-ng language, such as `en`, `kk`, `ko`, `ru`.
        voice: whose voice.

    Returns:
        Mono sound at 48 kHz, the silence before and after it included.

    Raises:
        SpeechError: no such voice, or espeak-ng did not start.
    """
    if not text.strip():
        return np.zeros(0, np.int16)
    with _lock:
        espeak = _started()
        raw = espeak.speak(text, language, voice or Voice())
        rate = espeak.rate
    return _resample(raw, rate) if raw.size else np.zeros(0, np.int16)


def cut(samples: Samples, seconds: float) -> Samples:
    """The beginning of a sound, ended between words where there is a gap, and faded out.

    Args:
        samples: mono sound at 48 kHz.
        seconds: how much of it is wanted at most; a sound that is shorter comes back whole.
    """
    limit = max(0, round(seconds * SAMPLE_RATE))
    if samples.size <= limit:
        return samples
    step = SAMPLE_RATE // 50
    peaks = np.abs(samples[: limit // step * step].reshape(-1, step)).max(axis=1, initial=0)
    # A gap in the last quarter of what is wanted; without one, a cut in the middle of a word.
    quiet = np.flatnonzero(peaks[peaks.size * 3 // 4 :] < 500)
    end = (peaks.size * 3 // 4 + int(quiet[-1]) + 1) * step if quiet.size else limit
    part = samples[:end].astype(np.float32)
    fade = min(end, step)
    part[end - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return part.astype(np.int16)


def loudness(samples: Samples) -> float:
    """Root mean square, 0 to 1; 1 is as loud as 16 bits can be."""
    if not samples.size:
        return 0.0
    return float(np.sqrt(np.mean(np.square(samples.astype(np.float32))))) / 32768

"""How much of a sound is speech: Silero VAD, as faster-whisper brings it along."""

from __future__ import annotations

import numpy as np
from faster_whisper.vad import get_vad_model
from numpy.typing import NDArray

from hemicycle.captions.utterances import WINDOW_SAMPLES, Samples

_CONTEXT = 64
"""Samples before a window that the detector looks at too."""


class VoiceDetector:
    """The voice activity detector of one microphone; takes one window after the other."""

    def __init__(self) -> None:
        """Take the model, which is loaded once in the process."""
        self._session = get_vad_model().session
        self.reset()

    def reset(self) -> None:
        """Start anew, as if nothing had been heard."""
        self._h: NDArray[np.float32] = np.zeros((1, 1, 128), np.float32)
        self._c: NDArray[np.float32] = np.zeros((1, 1, 128), np.float32)
        self._context: Samples = np.zeros(_CONTEXT, np.float32)

    def probability(self, window: Samples) -> float:
        """That the next window holds speech, 0 to 1.

        Args:
            window: shape (`WINDOW_SAMPLES`,).
        """
        if window.shape != (WINDOW_SAMPLES,):
            raise ValueError(f"a window has {WINDOW_SAMPLES} samples, not {window.shape}")
        heard = np.concatenate([self._context, window]).reshape(1, -1)
        out, self._h, self._c = self._session.run(None, {"input": heard, "h": self._h, "c": self._c})
        self._context = window[-_CONTEXT:]
        return float(np.asarray(out).reshape(-1)[0])

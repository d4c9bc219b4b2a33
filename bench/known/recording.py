"""What a page gave to the loudspeaker, taken apart into the tones that are looked for."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RECORDER = (Path(__file__).parent / "recorder.js").read_text(encoding="utf-8")
SINCE = "from => hemicycleRecorder.since(from)"
RATE = 48_000
WINDOW_MS = 10
WINDOW = RATE * WINDOW_MS // 1000
"""Tones that are multiples of 100 Hz take a whole number of periods in it: none is taken for
another."""
QUIET = 0.02
"""An amplitude below which a tone is not there."""


@dataclass(frozen=True, slots=True)
class Recording:
    """Some seconds of sound."""

    first_ms: float
    """When they began to come out, by the page's `performance.now()`."""
    missed: int
    """Samples that were not caught since the page was opened."""
    samples: NDArray[np.float64]
    """From -1 to 1, 48,000 a second."""

    @classmethod
    def of(cls, taken: dict[str, Any]) -> Recording:
        """As `hemicycleRecorder.since` returned it."""
        samples = np.frombuffer(base64.b64decode(taken["samples"]), "<i2").astype(np.float64) / 32767
        return cls(taken["first"], taken["missed"], samples)

    def amplitudes(self, tones_hz: Sequence[float]) -> NDArray[np.float64]:
        """How loud each tone is in each window of 10 ms; shape (windows, tones).

        Args:
            tones_hz: Multiples of 100 Hz, each far enough from the others.
        """
        count = len(self.samples) // WINDOW
        cut = self.samples[: count * WINDOW].reshape(count, WINDOW)
        at = np.arange(WINDOW) / RATE
        turns = np.exp(-2j * np.pi * np.outer(at, tones_hz))
        return np.asarray(np.abs(cut @ turns) * 2 / WINDOW)

    def loudest(self, tones_hz: Sequence[float]) -> list[float | None]:
        """Which tone is heard in each window of 10 ms; None: none of them."""
        amplitudes = self.amplitudes(tones_hz)
        return [tones_hz[int(np.argmax(window))] if np.max(window) > QUIET else None for window in amplitudes]

    def after(self, ms: float) -> Recording:
        """What came out from a moment of the page's `performance.now()` on."""
        cut = max(0, round((ms - self.first_ms) * RATE / 1000))
        return Recording(self.first_ms + cut * 1000 / RATE, self.missed, self.samples[cut:])


def longest_gap_ms(heard: Sequence[float | None]) -> float:
    """The longest time without any tone between tones, in ms."""
    longest = now = 0
    begun = False
    for one in heard:
        if one is None:
            now += begun
            continue
        begun = True
        longest = max(longest, now)
        now = 0
    return float(longest * WINDOW_MS)

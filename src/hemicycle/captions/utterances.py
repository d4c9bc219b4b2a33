"""Cuts the sound of one microphone into utterances, by how much of it is speech. Pure."""

from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Mono sound: one dimension, -1 to 1, `RATE_HZ` a second."""

RATE_HZ = 16_000
"""Samples a second."""

WINDOW_SAMPLES = 512
"""Samples in a window: 32 ms."""

WINDOW_MS = 1000 * WINDOW_SAMPLES // RATE_HZ

BEGINS_AT, ENDS_AT = 0.5, 0.35
"""A window is speech from the first probability on, and while speech goes on down to the second."""

PAUSE_MS = 640
"""After a pause as long as this an utterance is over."""

SETTLED_MS = 320
"""After a pause as long as this an utterance is likely to be over: it can be written ahead."""

HUSHED_MS = 128
"""A pause as long as this is no stop within a word."""

LEAD_MS = 320
"""How much before the first window of speech is kept: a soft consonant is not speech to the
detector."""

LEAST_MS = 160
"""What holds less speech than this is a cough or a knock."""

LONGEST_MS = 14_000
"""An utterance is cut after this long, where the speaker is nearest to a pause."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said between two pauses."""

    number: int
    """Counts up on one microphone. What is heard of it before its end has the same."""
    since: int
    """When speech began, in ms by the server's clock."""
    until: int
    """When speech ended, in ms by the server's clock."""
    samples: Samples
    """With a little of what was before and after."""


@dataclass(frozen=True, slots=True)
class _Window:
    at: int
    samples: Samples
    probability: float


class Utterances:
    """The utterances of one microphone, as its windows come."""

    def __init__(self) -> None:
        """A microphone of which no window has come yet."""
        self._numbers = itertools.count(1)
        self._number = 0
        self._lead: deque[_Window] = deque(maxlen=LEAD_MS // WINDOW_MS)
        self._windows: list[_Window] = []
        self._speech_ms = 0
        self._pause_ms = 0

    def push(self, samples: Samples, at: int, probability: float) -> Utterance | None:
        """Take the next window.

        Args:
            samples: shape (`WINDOW_SAMPLES`,).
            at: when its first sample was said, in ms by the server's clock.
            probability: that it holds speech, 0 to 1.

        Returns:
            The utterance that this window ends.
        """
        window = _Window(at, samples, probability)
        if not self._windows:
            if probability < BEGINS_AT:
                self._lead.append(window)
                return None
            self._number = next(self._numbers)
            self._windows = [*self._lead, window]
            self._lead.clear()
            self._speech_ms, self._pause_ms = WINDOW_MS, 0
            return None
        self._windows.append(window)
        if probability >= (ENDS_AT if self._pause_ms == 0 else BEGINS_AT):
            self._speech_ms += WINDOW_MS
            self._pause_ms = 0
        else:
            self._pause_ms += WINDOW_MS
        if self._pause_ms >= PAUSE_MS:
            return self.finish()
        if len(self._windows) * WINDOW_MS >= LONGEST_MS:
            return self._cut()
        return None

    def finish(self) -> Utterance | None:
        """End the utterance that is under way, if there is one."""
        utterance, said = self._ended(), self._said()
        self._lead.clear()
        self._lead.extend(self._windows[said:])
        self._windows, self._speech_ms, self._pause_ms = [], 0, 0
        return utterance

    @property
    def under_way(self) -> Utterance | None:
        """What was said since the last pause; None where nobody is speaking."""
        return self._utterance(self._windows) if self._is_speech else None

    @property
    def is_hushed(self) -> bool:
        """Whether there is a short pause in an utterance: it may be about to end."""
        return bool(self._windows) and self._pause_ms >= HUSHED_MS

    @property
    def settled(self) -> Utterance | None:
        """What `finish` would give now; None where the pause is not long enough yet."""
        return self._ended() if self._pause_ms >= SETTLED_MS else None

    @property
    def _is_speech(self) -> bool:
        return bool(self._windows) and self._speech_ms >= LEAST_MS

    def _ended(self) -> Utterance | None:
        return self._utterance(self._windows[: self._said()]) if self._is_speech else None

    def _said(self) -> int:
        """How many windows are the utterance's own."""
        said = len(self._windows)
        # The pause itself belongs to nobody; a little of it lets the last sound fade.
        while said > 1 and max(window.probability for window in self._windows[said - 2 : said]) < ENDS_AT:
            said -= 1
        return said

    def _cut(self) -> Utterance:
        """End an utterance that has become too long, where it is quietest in its second half."""
        windows = self._windows
        half = len(windows) // 2
        quiet = min(
            range(half, len(windows) - 1),
            # Over three windows, as one alone may be a stop within a word; of equals the latest.
            key=lambda at: (sum(w.probability for w in windows[at - 1 : at + 2]), -at),
        )
        utterance = self._utterance(windows[: quiet + 1])
        self._number = next(self._numbers)
        self._windows = windows[quiet + 1 :]
        self._speech_ms = sum(WINDOW_MS for w in self._windows if w.probability >= ENDS_AT)
        return utterance

    def _utterance(self, windows: list[_Window]) -> Utterance:
        samples = np.concatenate([window.samples for window in windows])
        speech = [window.at for window in windows if window.probability >= ENDS_AT] or [windows[0].at]
        return Utterance(self._number, speech[0], speech[-1] + WINDOW_MS, samples)

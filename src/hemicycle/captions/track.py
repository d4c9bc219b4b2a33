"""One microphone in the worker process: packets of Opus in, utterances out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import av
import numpy as np

from hemicycle.captions.utterances import RATE_HZ, WINDOW_SAMPLES, Samples, Utterance, Utterances
from hemicycle.media.wire.codecs import PACKET_US, SAMPLE_RATE, OpusDecoder

GAP_US = 60_000
"""A hole shorter than this is a lost packet or two."""

LONGEST_GAP_US = 600_000
"""A longer hole than this ends the utterance: the microphone was closed, or held back."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The transcript of an utterance that was likely to be over (see `transcriber`)."""

    utterance: int
    size: int
    """How many samples it had by then."""
    text: str

    def is_of(self, utterance: Utterance) -> bool:
        """Whether nothing more was said since, so that this is its final line."""
        return (self.utterance, self.size) == (utterance.number, utterance.samples.size)


class Detector(Protocol):
    """Tells speech from other sounds; `voice.VoiceDetector` is one."""

    def probability(self, window: Samples) -> float:
        """That the next window of `WINDOW_SAMPLES` samples holds speech."""

    def reset(self) -> None:
        """Start anew, as if nothing had been heard."""


class Track:
    """Decodes one microphone and cuts it into utterances.

    Args:
        number: the server's, for the track.
        language: what is spoken, as a primary subtag.
        detector: tells speech from other sounds.
        clock: seconds, monotonic.
    """

    def __init__(
        self,
        number: int,
        language: str,
        detector: Detector,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.number, self.language = number, language
        self.drafted = 0.0
        """When the utterance under way was last transcribed, by the clock."""
        self.ahead: Ahead | None = None
        """What was transcribed ahead last; touched by the model's thread only."""
        self.utterances = Utterances()
        self._detector, self._clock = detector, clock
        self._decoder = OpusDecoder()
        self._resampler = _resampler()
        self._expected: int | None = None
        self._held = np.zeros(0, np.float32)
        self._held_at = 0
        self._heard_at = clock()

    def hear(self, packet: bytes, timestamp_us: int, at: int) -> list[Utterance]:
        """Take a packet.

        Args:
            packet: Opus, 20 ms as a rule.
            timestamp_us: when it was captured, by the publisher's clock.
            at: the same in ms by the server's clock.

        Returns:
            The utterances that it ends.
        """
        ended: list[Utterance] = []
        self._heard_at = self._clock()
        if self._expected is not None:
            gap = timestamp_us - self._expected
            if gap < -PACKET_US // 2:
                return []  # it comes too late to be put in its place
            if gap > LONGEST_GAP_US:
                ended += self.finish()
            elif gap > GAP_US:
                ended += self._take(np.zeros(gap * RATE_HZ // 1_000_000, np.float32), at - gap // 1000)
        try:
            sound = self._decoder.decode(packet)
        except ValueError:
            return ended
        self._expected = timestamp_us + sound.size * 1_000_000 // SAMPLE_RATE
        frame = av.AudioFrame.from_ndarray(sound.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        for resampled in self._resampler.resample(frame):
            ended += self._take(resampled.to_ndarray().reshape(-1).astype(np.float32, copy=False), at)
        return ended

    def finish(self) -> list[Utterance]:
        """End what is under way: nothing more comes, or not for a while."""
        self._expected = None
        self._held = np.zeros(0, np.float32)
        self._resampler = _resampler()
        self._detector.reset()
        utterance = self.utterances.finish()
        return [utterance] if utterance else []

    def look(self) -> list[Utterance]:
        """End what is under way where nothing has come for a while."""
        silent = self._clock() - self._heard_at > LONGEST_GAP_US / 1e6
        return self.finish() if silent and self._expected is not None else []

    def _take(self, samples: Samples, at: int) -> Iterator[Utterance]:
        if not self._held.size:
            self._held_at = at
        held = np.concatenate([self._held, samples])
        began = self._held_at
        whole = held.size // WINDOW_SAMPLES
        for number in range(whole):
            window = held[number * WINDOW_SAMPLES : (number + 1) * WINDOW_SAMPLES]
            ended = self.utterances.push(
                window, began + number * WINDOW_SAMPLES * 1000 // RATE_HZ, self._detector.probability(window)
            )
            if ended:
                yield ended
        self._held = held[whole * WINDOW_SAMPLES :]
        # By the newest packet's time, so that the two clocks never drift apart by more than a
        # window.
        self._held_at = at + (samples.size - self._held.size) * 1000 // RATE_HZ


def _resampler() -> av.AudioResampler:
    return av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)

"""Mixes the sounds of the video: the original, and what the listeners of each booth heard, as the
log tells."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from hemicycle.recorder.aac import Sound
from hemicycle.recorder.sources import FADE_SAMPLES, Sources
from hemicycle.recording.index import Track
from hemicycle.recording.paths import ORIGINAL
from hemicycle.recording.timeline import SAMPLE_RATE_HZ, History
from hemicycle.room.booths import Booths
from hemicycle.room.languages import language_of
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Source, primary


def gain(state: State, seat: Key, channel: str) -> float:
    """How loud a seat's microphone is in a channel, as its listeners hear it.

    Args:
        state: How the meeting stands.
        seat: Whose microphone.
        channel: `ORIGINAL`, or a booth's language.
    """
    if seat in state[Booths].interpreters:
        booth = state[Booths].by_language.get(channel)
        return 1.0 if booth is not None and booth.live == seat else 0.0
    if channel == ORIGINAL:
        return 1.0
    booth = state[Booths].by_language.get(channel)
    passes = booth is None or booth.live is None or primary(language_of(state, seat)) == primary(channel)
    return 1.0 if passes else 0.0


class Mixer:
    """Mixes the channels of a recording, forward.

    Args:
        history: How the meeting stood at any time.
        tracks: The files of the recording.
        sources: Reads them.
    """

    def __init__(self, history: History, tracks: Mapping[str, Track], sources: Sources) -> None:
        self._history, self._tracks, self._sources = history, tracks, sources

    def mix(self, channels: list[str], since: int, until: int) -> dict[str, Sound]:
        """What is heard between two samples, counted since 1970, in each channel.

        Args:
            channels: `ORIGINAL`, or languages of booths.
            since: The first sample.
            until: One after the last.
        """
        mixed = {channel: np.zeros(until - since, np.float32) for channel in channels}
        for track in self._tracks.values():
            if track.begun.source is not Source.MICROPHONE or not _overlaps(track, since, until):
                continue
            voice = np.zeros(until - since, np.float32)
            heard = False
            for at, piece in self._sources.sound(track, since, until):
                begin, end = max(at, since), min(at + len(piece), until)
                voice[begin - since : end - since] += piece[begin - at : end - at]
                heard = True
            if heard:
                for channel, into in mixed.items():
                    into += voice * self._gains(track.begun.seat, channel, since, until)
        return {channel: np.clip(sound, -1.0, 1.0) for channel, sound in mixed.items()}

    def _gains(self, seat: Key, channel: str, since: int, until: int) -> Sound:
        """How loud a seat is in a channel, sample by sample, without a click where that changes."""
        ms = 1000 / SAMPLE_RATE_HZ
        gains = np.empty(until - since, np.float32)
        for start, end, state in self._history.between(since * ms, until * ms):
            first = max(0, round(start / ms) - since)
            last = min(until - since, round(end / ms) - since)
            gains[first:last] = gain(state, seat, channel)
        for change in (int(place) for place in np.flatnonzero(np.diff(gains))):
            low, high = max(0, change - FADE_SAMPLES // 2), min(len(gains), change + FADE_SAMPLES // 2)
            gains[low:high] = np.linspace(gains[low], gains[high - 1], high - low, dtype=np.float32)
        return gains


def _overlaps(track: Track, since: int, until: int) -> bool:
    begins = track.zero_at_us * SAMPLE_RATE_HZ // 1_000_000
    if begins >= until + SAMPLE_RATE_HZ:
        return False
    return track.end is None or (track.end.at + 1000) * SAMPLE_RATE_HZ // 1000 > since

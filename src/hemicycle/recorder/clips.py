"""Clips: the sound of one seat between two times, cut to the sample."""

from __future__ import annotations

import io
from typing import Any

import av
import numpy as np

from hemicycle.recorder.aac import FRAME_SAMPLES, Sound, set_up_sound, sound_frame
from hemicycle.recorder.sources import Sources
from hemicycle.recording.index import read_index
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.timeline import SAMPLE_RATE_HZ
from hemicycle.wire.ids import Key, Milliseconds, Source

MAX_CLIP_MS = 600_000
"""How long a clip may be."""


class NothingRecorded(LookupError):
    """Nothing was recorded of the seat between the two times."""


def clip(paths: RecordingPaths, seat: Key, since: Milliseconds, until: Milliseconds) -> bytes:
    """The sound of a seat between two times of the server's clock, as an MP4 file with AAC.

    What was not recorded of it in between is silence.

    Args:
        paths: The recording.
        seat: Whose microphone.
        since: In ms.
        until: In ms; at most ten minutes later.

    Raises:
        ValueError: a time that ends before it begins, or is too long.
        NothingRecorded: there is nothing at all.
    """
    if not 0 < until - since <= MAX_CLIP_MS:
        raise ValueError(f"a clip is longer than nothing and at most {MAX_CLIP_MS // 60_000} minutes long")
    first, last = since * SAMPLE_RATE_HZ // 1000, until * SAMPLE_RATE_HZ // 1000
    samples = np.zeros(last - first, np.float32)
    sources = Sources(paths.tracks)
    found = False
    try:
        for track in read_index(paths.tracks).tracks.values():
            begun = track.begun
            begins = track.zero_at_us * SAMPLE_RATE_HZ // 1_000_000
            if (begun.seat, begun.source) != (seat, Source.MICROPHONE) or begins >= last:
                continue
            for at, piece in sources.sound(track, first, last):
                low, high = max(at, first), min(at + len(piece), last)
                samples[low - first : high - first] += piece[low - at : high - at]
                found = True
    finally:
        sources.close()
    if not found:
        raise NothingRecorded(seat)
    return _encoded(np.clip(samples, -1, 1))


def _encoded(samples: Sound) -> bytes:
    whole = io.BytesIO()
    with av.open(whole, "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=SAMPLE_RATE_HZ)
        set_up_sound(stream)
        for at in range(0, len(samples), FRAME_SAMPLES):
            packets: list[av.Packet[Any]] = stream.encode(sound_frame(samples[at : at + FRAME_SAMPLES], at))
            container.mux(packets)
        container.mux(stream.encode(None))
    return whole.getvalue()

"""How sound is encoded, in the video and in clips."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from numpy.typing import NDArray

from hemicycle.recording.timeline import SAMPLE_RATE

if TYPE_CHECKING:
    from av.audio.codeccontext import AudioCodecContext
    from av.audio.stream import AudioStream

Sound = NDArray[np.float32]
"""Samples at 48 kHz, mono, full scale at 1."""

FRAME_SOUND = 1024
"""Samples in a frame of AAC."""

WARM_UP = 8
"""Frames of AAC that are encoded before a segment's first, and thrown away, so that the encoder is by then
where the one of the segment before was."""

SOUND_BPS = 96_000


def set_up_sound(context: AudioCodecContext | AudioStream) -> None:
    """Say how sound is encoded: AAC-LC, 48 kHz, mono."""
    context.layout = "mono"
    context.bit_rate = SOUND_BPS


def encode_sound(samples: Sound, frames: int) -> list[bytes]:
    """A segment's frames of AAC.

    Args:
        samples: The sound, with `WARM_UP` frames before the segment, and two frames after it.
        frames: How many frames the segment has.
    """
    context = av.CodecContext.create("aac", "w")
    set_up_sound(context)
    context.sample_rate = SAMPLE_RATE
    context.format = "fltp"
    context.time_base = Fraction(1, SAMPLE_RATE)
    context.open()
    packets: dict[int, bytes] = {}

    def take(encoded: Iterable[av.Packet[Any]]) -> None:
        for packet in encoded:
            if packet.pts is not None:
                packets[packet.pts // FRAME_SOUND] = bytes(packet)

    for number in range(len(samples) // FRAME_SOUND):
        piece = samples[number * FRAME_SOUND : (number + 1) * FRAME_SOUND]
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(piece[None, :]), format="fltp", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = number * FRAME_SOUND
        frame.time_base = Fraction(1, SAMPLE_RATE)
        take(context.encode(frame))
    take(context.encode(None))
    return [packets[WARM_UP + number] for number in range(frames)]

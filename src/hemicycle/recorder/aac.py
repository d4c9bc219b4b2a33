"""How sound is encoded as AAC, in the video and in clips."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from numpy.typing import NDArray

from hemicycle.recording.timeline import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    from av.audio.codeccontext import AudioCodecContext
    from av.audio.stream import AudioStream

Sound = NDArray[np.float32]
"""Samples at 48 kHz, mono, full scale at 1."""

FRAME_SAMPLES = 1024
"""How many samples a frame of AAC has."""

WARM_UP_FRAMES = 8
"""How many frames are encoded before the first one of a segment and thrown away. An encoder's
frames depend on those before; after so many it is in the state in which the encoder of the segment
before ended."""

SOUND_BPS = 96_000
"""Bits a second of one channel."""


def set_up_sound(context: AudioCodecContext | AudioStream) -> None:
    """Say how sound is encoded: AAC-LC, 48 kHz, mono."""
    context.layout = "mono"
    context.bit_rate = SOUND_BPS


def sound_frame(samples: Sound, at: int) -> av.AudioFrame:
    """A frame for an encoder.

    Args:
        samples: At most `FRAME_SAMPLES` of them.
        at: Its first sample, counted from the beginning.
    """
    piece = np.ascontiguousarray(samples[None, :])
    frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="mono")
    frame.sample_rate = SAMPLE_RATE_HZ
    frame.pts = at
    frame.time_base = Fraction(1, SAMPLE_RATE_HZ)
    return frame


def encode_sound(samples: Sound, frames: int) -> list[bytes]:
    """A segment's frames of AAC.

    Args:
        samples: The sound, with `WARM_UP_FRAMES` frames before the segment, and two frames after
            it.
        frames: How many frames the segment has.
    """
    context = av.CodecContext.create("aac", "w")
    set_up_sound(context)
    context.sample_rate = SAMPLE_RATE_HZ
    context.format = "fltp"
    context.time_base = Fraction(1, SAMPLE_RATE_HZ)
    context.open()
    packets: dict[int, bytes] = {}

    def take(encoded: Iterable[av.Packet[Any]]) -> None:
        for packet in encoded:
            if packet.pts is not None:
                packets[packet.pts // FRAME_SAMPLES] = bytes(packet)

    for at in range(0, len(samples) - FRAME_SAMPLES + 1, FRAME_SAMPLES):
        take(context.encode(sound_frame(samples[at : at + FRAME_SAMPLES], at)))
    take(context.encode(None))
    return [packets[WARM_UP_FRAMES + number] for number in range(frames)]

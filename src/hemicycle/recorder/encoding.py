"""How the video and its sounds are encoded: the same for every segment, so that segments join."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import av
import numpy as np

from hemicycle.recorder.plates import Planes
from hemicycle.recorder.scene import HEIGHT, WIDTH
from hemicycle.recorder.sources import Sound
from hemicycle.recorder.timeline import FRAME_RATE, SAMPLE_RATE, SEGMENT_STEPS, STEP_FRAMES

if TYPE_CHECKING:
    from av.audio.codeccontext import AudioCodecContext
    from av.audio.stream import AudioStream
    from av.video.codeccontext import VideoCodecContext
    from av.video.stream import VideoStream

FRAME_SOUND = 1024
"""Samples in a frame of AAC."""

WARM_UP = 8
"""Frames of AAC that are encoded before a segment's first, and thrown away, so that the encoder is by then
where the one of the segment before was."""

SOUND_BITS = 96_000

_X264 = {
    "preset": "superfast",
    "crf": "24",
    # One key frame a segment would make seeking slow; two pictures' worth of delay serve nobody here.
    "x264-params": f"keyint={STEP_FRAMES * SEGMENT_STEPS // 2}:scenecut=0:bframes=0:rc-lookahead=0"
    ":sync-lookahead=0:vbv-maxrate=2000:vbv-bufsize=4000",
    "forced-idr": "1",
}


def set_up_video(context: VideoCodecContext | VideoStream) -> None:
    """Say how pictures are encoded: H.264 high, 1280x720, 15 a second."""
    context.width, context.height = WIDTH, HEIGHT
    context.pix_fmt = "yuv420p"
    context.options = dict(_X264)


def set_up_sound(context: AudioCodecContext | AudioStream) -> None:
    """Say how sound is encoded: AAC-LC, 48 kHz, mono."""
    context.layout = "mono"
    context.bit_rate = SOUND_BITS


class VideoEncoder:
    """Encodes the pictures of one segment. The first is a key frame."""

    def __init__(self) -> None:
        context = av.CodecContext.create("libx264", "w")
        set_up_video(context)
        context.time_base = Fraction(1, FRAME_RATE)
        context.framerate = Fraction(FRAME_RATE, 1)
        context.thread_count = 1
        context.open()
        self._context = context
        self._written = 0

    def encode(self, picture: Planes | None) -> list[tuple[bytes, bool]]:
        """The encoded pictures that this one completes, and whether each is a key frame.

        Args:
            picture: The next picture; None: there is no more.
        """
        if picture is None:
            packets = self._context.encode(None)
        else:
            frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
            frame.pts = self._written
            frame.time_base = Fraction(1, FRAME_RATE)
            self._written += 1
            packets = self._context.encode(frame)
        return [(bytes(packet), packet.is_keyframe) for packet in packets]


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

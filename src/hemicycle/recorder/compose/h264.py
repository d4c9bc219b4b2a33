"""How the pictures of the video are encoded: the same for every segment, so that segments join."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import av

from hemicycle.recorder.compose.plates import Planes
from hemicycle.recorder.compose.scene import HEIGHT, WIDTH
from hemicycle.recording.timeline import FRAME_RATE_HZ, SEGMENT_STEPS, STEP_FRAMES

if TYPE_CHECKING:
    from av.video.codeccontext import VideoCodecContext
    from av.video.stream import VideoStream

_X264 = {
    "preset": "superfast",
    "crf": "24",
    # One key frame a segment would make seeking slow; two pictures' worth of delay serve nobody
    # here.
    "x264-params": f"keyint={STEP_FRAMES * SEGMENT_STEPS // 2}:scenecut=0:bframes=0:rc-lookahead=0"
    ":sync-lookahead=0:vbv-maxrate=2000:vbv-bufsize=4000",
    "forced-idr": "1",
}


def set_up_video(context: VideoCodecContext | VideoStream) -> None:
    """Say how pictures are encoded: H.264 high, 1280x720, 15 a second."""
    context.width, context.height = WIDTH, HEIGHT
    context.pix_fmt = "yuv420p"
    context.options = dict(_X264)


class VideoEncoder:
    """Encodes the pictures of one segment. The first is a key frame."""

    def __init__(self) -> None:
        context = av.CodecContext.create("libx264", "w")
        set_up_video(context)
        context.time_base = Fraction(1, FRAME_RATE_HZ)
        context.framerate = Fraction(FRAME_RATE_HZ, 1)
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
            frame.time_base = Fraction(1, FRAME_RATE_HZ)
            self._written += 1
            packets = self._context.encode(frame)
        return [(bytes(packet), packet.is_keyframe) for packet in packets]

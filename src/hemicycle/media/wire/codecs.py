"""Sound and picture, encoded and decoded: Opus and H.264, as browsers take them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

from hemicycle.wire.media import PictureFormat, SoundFormat

SAMPLE_RATE = 48_000
"""Samples of sound a second, everywhere in here."""

FRAME_SAMPLES = 960
"""Samples in a packet of sound: 20 ms."""

PACKET_US = 1_000_000 * FRAME_SAMPLES // SAMPLE_RATE
"""The length of a packet of sound, in µs."""

OPUS = SoundFormat(codec="opus", sample_rate=48_000, channels=1)
"""The format that `OpusEncoder` makes, as a seat says it to the server."""

KEYFRAME_INTERVAL_S = 2
"""Seconds from one key frame to the next, at the most."""


class OpusEncoder:
    """Encodes speech: 48 kHz, mono, 20 ms a packet.

    Args:
        bit_rate: Bits a second.
        complexity: 0 to 10: how much work is put into how it sounds. 5 takes half of 10.
    """

    def __init__(self, bit_rate: int = 32_000, complexity: int = 10) -> None:
        self._context = av.CodecContext.create("libopus", "w")
        self._context.sample_rate = SAMPLE_RATE
        self._context.layout = "mono"
        self._context.format = "s16"
        self._context.bit_rate = bit_rate
        self._context.options = {
            "application": "voip",
            "frame_duration": "20",
            "compression_level": str(complexity),
        }
        self._context.open()
        self._written = 0

    def encode(self, samples: NDArray[np.int16]) -> bytes:
        """The packet of 20 ms of sound.

        Args:
            samples: Shape (960,), 16-bit samples.

        Raises:
            ValueError: another shape or type.
        """
        if samples.shape != (FRAME_SAMPLES,) or samples.dtype != np.int16:
            raise ValueError(f"960 samples of 16 bits are wanted, not {samples.shape} of {samples.dtype}")
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.pts = self._written
        frame.time_base = Fraction(1, SAMPLE_RATE)
        self._written += FRAME_SAMPLES
        return b"".join(bytes(packet) for packet in self._context.encode(frame))


class OpusDecoder:
    """Decodes packets of sound, one after the other."""

    def __init__(self) -> None:
        self._context = av.CodecContext.create("libopus", "r")
        self._context.sample_rate = SAMPLE_RATE
        self._context.layout = "mono"

    def decode(self, payload: bytes) -> NDArray[np.int16]:
        """The samples of a packet: shape (960,) for 20 ms, 48 kHz, mono.

        Raises:
            ValueError: the payload is no Opus packet.
        """
        try:
            frames = self._context.decode(av.Packet(payload))
        except av.FFmpegError as error:
            raise ValueError(f"no Opus packet: {error}") from error
        return np.concatenate([_mono(frame) for frame in frames]) if frames else np.zeros(0, np.int16)


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """One picture as it goes over the network."""

    payload: bytes
    keyframe: bool


class H264Encoder:
    """Encodes pictures without delay: H.264 constrained baseline, Annex B, a key frame every 2 s.

    Args:
        width: Pixels; even.
        height: Pixels; even.
        frame_rate: Pictures a second.
        bit_rate: Bits a second.
    """

    def __init__(self, width: int, height: int, frame_rate: int = 15, bit_rate: int = 450_000) -> None:
        self._size = (width, height)
        self._rate = frame_rate
        self._bit_rate = bit_rate
        self._context = self._open()
        self._written = 0
        # A throw-away encoder says what a decoder has to be told before the first picture.
        black = av.VideoFrame.from_ndarray(np.zeros((height, width, 3), np.uint8), format="rgb24")
        first = b"".join(bytes(packet) for packet in self._open().encode(black.reformat(format="yuv420p")))
        self.format = PictureFormat(codec=codec_string(first), width=width, height=height)
        """How the picture is encoded, for `Sending` and the view."""

    def encode(self, picture: NDArray[np.uint8], *, keyframe: bool = False) -> EncodedPicture:
        """The encoded picture.

        Args:
            picture: Shape (height, width, 3), red, green and blue.
            keyframe: Whether a decoder must be able to begin with this picture.

        Raises:
            ValueError: another shape or type.
        """
        width, height = self._size
        if picture.shape != (height, width, 3) or picture.dtype != np.uint8:
            raise ValueError(f"a picture of {height}x{width}x3 bytes is wanted, not {picture.shape}")
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")
        frame.pts = self._written
        frame.time_base = Fraction(1, self._rate)
        frame.pict_type = av.video.frame.PictureType.I if keyframe else av.video.frame.PictureType.NONE
        self._written += 1
        packets = self._context.encode(frame)
        return EncodedPicture(
            b"".join(bytes(packet) for packet in packets), any(packet.is_keyframe for packet in packets)
        )

    def _open(self) -> VideoCodecContext:
        context = av.CodecContext.create("libx264", "w")
        context.width, context.height = self._size
        context.pix_fmt = "yuv420p"
        context.time_base = Fraction(1, self._rate)
        context.framerate = Fraction(self._rate, 1)
        context.bit_rate = self._bit_rate
        context.gop_size = self._rate * KEYFRAME_INTERVAL_S
        context.max_b_frames = 0
        context.thread_count = 1
        context.options = {
            "profile": "baseline",
            "preset": "veryfast",
            "tune": "zerolatency",
            "x264-params": (
                f"repeat-headers=1:annexb=1:scenecut=0:force-cfr=1"
                f":vbv-maxrate={self._bit_rate // 1000}:vbv-bufsize={self._bit_rate // 1000}"
            ),
            "forced-idr": "1",
        }
        context.open()
        return context


def codec_string(annex_b: bytes) -> str:
    """The WebCodecs codec string that the first sequence parameter set says, as `avc1.42c01e`.

    Raises:
        ValueError: there is no sequence parameter set.
    """
    at = annex_b.find(b"\x00\x00\x01")
    while at >= 0 and at + 7 <= len(annex_b):
        if annex_b[at + 3] & 0x1F == 7:
            return f"avc1.{annex_b[at + 4 : at + 7].hex()}"
        at = annex_b.find(b"\x00\x00\x01", at + 3)
    raise ValueError("no sequence parameter set")


def _mono(frame: av.AudioFrame) -> NDArray[np.int16]:
    samples = frame.to_ndarray()
    if samples.dtype.kind == "f":
        samples = np.clip(samples * 32767, -32768, 32767).astype(np.int16)
    if frame.format.is_planar:
        return cast("NDArray[np.int16]", samples[0])
    return cast("NDArray[np.int16]", samples.reshape(-1, frame.layout.nb_channels)[:, 0])

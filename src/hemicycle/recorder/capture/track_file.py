"""One file of a recording: the frames of one stream, untouched, in Matroska.

Matroska (RFC 9559), because it takes every codec that a seat may send, and because what was written
of it can be read when the writer was killed: a cluster of half a second is whole on disk, or not
there.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.container import OutputContainer
from av.stream import Stream

from hemicycle.media.wire.picture_size import NoSizeError, nal_units, picture_size
from hemicycle.recorder.capture.reorder_buffer import EncodedFrame
from hemicycle.wire.ids import Source

CLUSTER_MS = 500
"""The most of a file that is not on disk yet."""

_US = Fraction(1, 1_000_000)
_CODECS = {"avc1": "h264", "avc3": "h264", "vp8": "vp8", "vp09": "vp9", "av01": "av1"}


class UnknownCodec(ValueError):
    """What a seat sends can't be put into a file."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a stream is encoded, as its publisher says it."""

    source: Source
    codec: str
    sample_rate: int = 48_000
    channels: int = 1
    width: int = 0
    height: int = 0

    @property
    def family(self) -> str:
        """The first part of the codec string: `avc1`, `vp8`, `opus`."""
        return self.codec.split(".")[0]


def parameters(codec: Format, key: bytes) -> bytes:
    """What has to be the same in all of a file: another value at a key frame begins another file.

    Args:
        codec: How the stream is encoded.
        key: A key frame, or a frame of sound.

    Raises:
        UnknownCodec: it can't be read.
    """
    match codec.family:
        case "opus":
            return b""
        case "avc1" | "avc3":
            return b"".join(nal_units(key, {7, 8}))
        case "vp8":
            return key[6:10]  # RFC 6386, section 9.1: width and height behind the start code
        case family if family in _CODECS:
            # From its header: what a seat sends is not decoded in the server.
            try:
                size = picture_size(codec.codec, key)
            except NoSizeError as error:
                raise UnknownCodec(f"a key frame of {codec.codec} that can't be read: {error}") from error
            return b"" if size is None else struct.pack("<II", size.width, size.height)
        case _:
            raise UnknownCodec(f"{codec.codec} is not recorded")


class TrackFile:
    """A file that is being written.

    Args:
        path: Where. It is not there yet.
        codec: How the stream is encoded.
        first: The first frame, a key frame; `write` is given it too.

    Raises:
        OSError: it can't be written.
        UnknownCodec: this can't be put into a file.
    """

    def __init__(self, path: Path, codec: Format, first: EncodedFrame) -> None:
        self.path = path
        self.parameters = parameters(codec, first.payload)
        self.zero_us = first.timestamp_us
        self.last_us = first.timestamp_us
        self.frames = 0
        self._last_pts = -1
        self._raw = path.open("xb", buffering=0)
        try:
            self._container: OutputContainer = av.open(
                self._raw,
                "w",
                format="matroska",
                options={"cluster_time_limit": str(CLUSTER_MS), "flush_packets": "1"},
            )
            self._stream = self._add_stream(codec, first.payload)
        except av.FFmpegError as error:
            self._raw.close()
            if isinstance(error, OSError):
                raise
            raise UnknownCodec(f"{codec.codec} can't be put into a file: {error}") from error
        except BaseException:
            self._raw.close()
            raise

    def write(self, frame: EncodedFrame) -> None:
        """Write a frame, in the order of the file.

        Raises:
            OSError: it can't be written; `abandon` the file then.
        """
        # Matroska counts milliseconds here, and no two frames of a track may have the same.
        pts = max(round((frame.timestamp_us - self.zero_us) / 1000), self._last_pts + 1)
        packet = av.Packet(frame.payload)
        packet.stream = self._stream
        packet.time_base = Fraction(1, 1000)
        packet.pts = packet.dts = pts
        packet.is_keyframe = frame.keyframe
        self._container.mux(packet)
        self._last_pts = pts
        self.last_us = frame.timestamp_us
        self.frames += 1

    def close(self) -> None:
        """Write what is left, and what lets a player seek in it.

        Raises:
            OSError: it can't be written; what was written before can be read.
        """
        try:
            self._container.close()
        finally:
            self._raw.close()

    def abandon(self) -> None:
        """Write nothing more: what is on disk stays, and can be read."""
        self._raw.close()
        try:
            self._container.close()
        except (OSError, ValueError, av.FFmpegError):
            # It wants to write its end into a file that is closed: that is what was asked for.
            return

    def _add_stream(self, codec: Format, key: bytes) -> Stream:
        if codec.source is Source.MICROPHONE:
            sound = self._container.add_stream("libopus", rate=codec.sample_rate)
            sound.layout = "mono" if codec.channels == 1 else "stereo"
            return sound
        # Without a decoder: the muxer takes from the first frame what it has to know of the codec.
        width, height = _shown_size(codec, key)
        picture = self._container.add_mux_stream(
            _CODECS[codec.family], width=width, height=height, time_base=_US
        )
        assert isinstance(picture, Stream)
        return picture


def _shown_size(codec: Format, key: bytes) -> tuple[int, int]:
    """The size that a player shows: the announced one, unless the encoder made it smaller."""
    try:
        size = picture_size(codec.codec, key)
    except NoSizeError:
        size = None
    # H.264 codes blocks of 16 pixels, and crops what is beyond the picture.
    if size is None or (size.width - codec.width in range(16) and size.height - codec.height in range(16)):
        return codec.width, codec.height
    return size.width, size.height

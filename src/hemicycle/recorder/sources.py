"""Decodes the tracks of a recording: the picture at a time, the sound between two times."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext

from hemicycle.recorder.aac import Sound
from hemicycle.recording.index import Track
from hemicycle.recording.matroska import Block, NotMatroska, TrackReader
from hemicycle.recording.timeline import SAMPLE_RATE_HZ

BEFORE_US = 6_000_000
"""Decoding begins this long before the picture that is wanted: more than the distance of two key
frames."""

DRIFT_SAMPLES = 480
"""How far (10 ms) sound may drift from its timestamps before it is moved back to them."""

FADE_SAMPLES = 240
"""Over how many samples (5 ms) sound fades in and out, so that a cut does not click."""

_DECODERS = {"avc1": "h264", "avc3": "h264", "vp8": "libvpx", "vp09": "libvpx-vp9", "av01": "libdav1d"}


class _Source:
    """One file of the recording while it is decoded.

    Raises:
        OSError: it can't be read.
        NotMatroska: it is no such file.
    """

    def __init__(self, path: Path, track: Track) -> None:
        self.track = track
        self._reader = TrackReader(path)

    def close(self) -> None:
        """Close the file."""
        self._reader.close()


class PictureSource(_Source):
    """One file of pictures, read forward.

    Args:
        path: The file.
        track: What the index says of it.
        since_us: From when on pictures are wanted, by the server's clock.
    """

    def __init__(self, path: Path, track: Track, since_us: int) -> None:
        super().__init__(path, track)
        self._reader.skip_to((since_us - BEFORE_US - track.zero_at_us) // 1000)
        self._read: deque[Block] = deque()
        self._pending: list[Block] = []
        self._decoder: VideoCodecContext | None = None
        self._shown: av.VideoFrame | None = None

    def pass_by(self, until_us: int) -> None:
        """Go on to a time, and decode nothing before it."""
        ms = (until_us - self.track.zero_at_us) / 1000
        while True:
            if not self._read:
                cluster = self._reader.cluster()
                if cluster is None:
                    return
                self._read.extend(cluster)
                continue
            if self._read[0].ms > ms:
                return
            block = self._read.popleft()
            if block.keyframe:
                self._pending.clear()
            self._pending.append(block)

    def picture(self, at_us: int) -> av.VideoFrame | None:
        """The picture that is shown at a time; None: the track has none yet."""
        self.pass_by(at_us)
        if self._pending:
            if self._decoder is None:
                self._decoder = self._open()
            for block in self._pending:
                try:
                    frames = self._decoder.decode(av.Packet(block.payload))
                except av.FFmpegError:
                    # A picture that was damaged on its way: the one before stays until the next.
                    continue
                if frames:
                    self._shown = frames[-1]
            self._pending.clear()
        return self._shown

    def _open(self) -> VideoCodecContext:
        family = self.track.begun.codec.split(".")[0]
        decoder = cast("VideoCodecContext", av.CodecContext.create(_DECODERS[family], "r"))
        if self._reader.private and family in ("avc1", "avc3"):
            decoder.extradata = self._reader.private
        decoder.thread_count = 1
        return decoder


class SoundSource(_Source):
    """One file of sound, decoded forward.

    Args:
        path: The file.
        track: What the index says of it.
        since_us: From when on sound is wanted, by the server's clock.
    """

    def __init__(self, path: Path, track: Track, since_us: int) -> None:
        super().__init__(path, track)
        # A decoder of Opus has to run for 80 ms before it is right (RFC 7845, section 4.6).
        self._reader.skip_to((since_us - 1_000_000 - track.zero_at_us) // 1000)
        self._decoder = av.CodecContext.create("libopus", "r")
        self._decoder.sample_rate = SAMPLE_RATE_HZ
        self._decoder.layout = "mono"
        self._pieces: deque[tuple[int, Sound]] = deque()
        """Decoded sound, each piece with the number of its first sample since 1970."""
        self._next: int | None = None
        self._drift = 0.0

    def between(self, since: int, until: int) -> Iterator[tuple[int, Sound]]:
        """The pieces of sound that lie between two samples, counted since 1970; whole, so some
        reach beyond.

        Args:
            since: The first sample. What ends before it is forgotten.
            until: One after the last sample.
        """
        while self._pieces and self._pieces[0][0] + len(self._pieces[0][1]) <= since:
            self._pieces.popleft()
        while not self._pieces or self._pieces[-1][0] < until:
            cluster = self._reader.cluster()
            if cluster is None:
                break
            for block in cluster:
                self._decode(block)
        for at, piece in self._pieces:
            if at < until and at + len(piece) > since:
                yield at, piece

    def _decode(self, block: Block) -> None:
        try:
            frames = self._decoder.decode(av.Packet(block.payload))
        except av.FFmpegError:
            return
        # Once for what the file adds to its times, and once for what the decoder's sound comes
        # late.
        at_us = self.track.zero_at_us + block.ms * 1000 - 2 * self._reader.delay_us
        expected = at_us * SAMPLE_RATE_HZ // 1_000_000
        for frame in frames:
            piece = _mono(frame)
            if self._next is None or abs(expected - self._next) > SAMPLE_RATE_HZ // 10:
                self._begin(expected, piece)
            else:
                # Timestamps are rounded to milliseconds, so only their mean says that the clocks
                # have parted.
                self._drift += 0.02 * (expected - self._next - self._drift)
                if abs(self._drift) > DRIFT_SAMPLES:
                    self._begin(self._next + round(self._drift), piece)
            assert self._next is not None
            self._pieces.append((self._next, piece))
            self._next += len(piece)
            expected += len(piece)

    def _begin(self, at: int, piece: Sound) -> None:
        """Let sound begin anew at a sample: fade the piece before out, and this one in."""
        if self._pieces:
            last = self._pieces[-1][1]
            reach = min(FADE_SAMPLES, len(last))
            last[-reach:] *= np.linspace(1, 0, reach, dtype=np.float32)
        reach = min(FADE_SAMPLES, len(piece))
        piece[:reach] *= np.linspace(0, 1, reach, dtype=np.float32)
        self._next, self._drift = at, 0.0


def _mono(frame: av.AudioFrame) -> Sound:
    samples = frame.to_ndarray()
    channels = frame.layout.nb_channels
    flat = samples if frame.format.is_planar else samples.reshape(-1, channels).T
    if flat.dtype.kind == "i":
        flat = flat.astype(np.float32) / 32768
    return np.array(flat[0] if channels == 1 else flat.mean(axis=0), np.float32)


def _is_past(track: Track, us: int) -> bool:
    return track.end is not None and track.end.at * 1000 < us


class Sources:
    """The tracks that are being decoded. Each is opened when it is needed first, and closed when it
    has ended.

    Args:
        directory: The recording's `tracks`.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._pictures: dict[str, PictureSource] = {}
        self._sounds: dict[str, SoundSource] = {}
        self._broken: set[str] = set()

    def close(self) -> None:
        """Close the files."""
        for source in (*self._pictures.values(), *self._sounds.values()):
            source.close()
        self._pictures.clear()
        self._sounds.clear()

    def forget_before(self, us: int) -> None:
        """Close the tracks that ended before a time (µs, server's clock)."""
        both: tuple[dict[str, Any], ...] = (self._pictures, self._sounds)
        for opened in both:
            past = [name for name, source in opened.items() if _is_past(source.track, us)]
            for name in past:
                opened.pop(name).close()

    def picture(self, track: Track, at_us: int) -> av.VideoFrame | None:
        """The picture of a file that is seen at a time; None where there is none."""
        name = track.begun.file
        if name in self._broken:
            return None
        try:
            if name not in self._pictures:
                self._pictures[name] = PictureSource(self._directory / name, track, at_us)
            return self._pictures[name].picture(at_us)
        except (OSError, NotMatroska, KeyError, av.FFmpegError):
            self._broken.add(name)
            return None

    def sound(self, track: Track, since: int, until: int) -> list[tuple[int, Sound]]:
        """The pieces of a file's sound between two samples, counted since 1970."""
        name = track.begun.file
        if name in self._broken:
            return []
        try:
            if name not in self._sounds:
                since_us = since * 1_000_000 // SAMPLE_RATE_HZ
                self._sounds[name] = SoundSource(self._directory / name, track, since_us)
            return list(self._sounds[name].between(since, until))
        except (OSError, NotMatroska, av.FFmpegError):
            self._broken.add(name)
            return []

"""Recordings made of honest clients at a real media server, and what is on the disk of them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray
from tests.world.media import CAMERA, MICROPHONE, Hosted

from hemicycle.recorder.capture.recorder import Recorder
from hemicycle.recorder.capture.writer import Trouble
from hemicycle.recording.index import Index, Track, read_index
from hemicycle.room.record import Record
from hemicycle.room.state import State
from hemicycle.wire.ids import Phase, Source

OPEN = State(phase=Phase.OPEN)
RATE = 48_000


@dataclass(slots=True)
class Recording:
    """A recorder over a hosted's room, and what it said."""

    hosted: Hosted
    recorder: Recorder
    directory: Path
    troubles: list[Trouble | None] = field(default_factory=list)

    def index(self) -> Index:
        """What is on disk now."""
        return read_index(self.directory)

    def tracks(self, source: Source) -> list[Track]:
        """The files of a source, in the order in which they began."""
        return [each for each in self.index().tracks.values() if each.begun.source is source]

    def stop(self) -> None:
        """Go off the record, as the live meeting does."""
        state = OPEN.having(Record(1))
        self.recorder.before(state)
        self.recorder.after(state)

    def resume(self) -> None:
        """Go on the record again."""
        self.recorder.before(OPEN)
        self.recorder.after(OPEN)


@contextlib.asynccontextmanager
async def recording(hosted: Hosted, directory: Path, **options: Any) -> AsyncIterator[Recording]:
    """Record what passes in a room."""
    troubles: list[Trouble | None] = []
    recorder = Recorder(hosted.room, directory, troubles.append, **options)
    recorder.start(OPEN)
    told = hosted.on_change

    def changed() -> None:
        told()
        recorder.streams_changed()

    hosted.on_change = changed
    try:
        yield Recording(hosted, recorder, directory, troubles)
    finally:
        await recorder.stop()


def permit(hosted: Hosted, *seats: str) -> None:
    """Open the microphones and cameras of those seats."""
    hosted.room.permit(frozenset((seat, source) for seat in seats for source in (MICROPHONE, CAMERA)))


def packets(path: Path) -> list[tuple[float, bytes]]:
    """Seconds from the file's beginning and payload of each packet, as FFmpeg reads the file."""
    with av.open(str(path)) as container:
        stream = container.streams[0]
        return [
            (float(packet.pts * packet.time_base), bytes(packet))
            for packet in container.demux(stream)
            if packet.pts is not None and packet.time_base is not None and packet.size
        ]


def sound_of(path: Path) -> NDArray[np.float32]:
    """The samples of a file's sound, mono."""
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
        pieces = [
            piece.to_ndarray().reshape(-1)
            for frame in container.decode(audio=0)
            for piece in resampler.resample(frame)
        ]
    return np.concatenate(pieces) if pieces else np.zeros(0, np.float32)


def loudness_at(samples: NDArray[np.float32], hertz: float, window: int = 4800) -> NDArray[np.float64]:
    """How strong a tone is in each tenth of a second: its share of amplitude 1."""
    whole = samples[: len(samples) // window * window].reshape(-1, window)
    turn = np.exp(-2j * np.pi * hertz * np.arange(window) / RATE) * np.hanning(window)
    strengths: NDArray[np.float64] = np.abs(whole @ turn) * 4 / window
    return strengths


def probe(path: Path, *more: str) -> dict[str, Any]:
    """What ffprobe says of a file."""
    done = subprocess.run(
        ["ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_format", *more, str(path)],
        check=True,
        capture_output=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


async def until(condition: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until a condition on the disk holds.

    Raises:
        TimeoutError: it didn't.
    """
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


def now() -> int:
    """The server's clock, in ms."""
    return time.time_ns() // 1_000_000

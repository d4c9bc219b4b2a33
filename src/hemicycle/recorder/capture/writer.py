"""Writes the tracks of a recording in a thread of its own, so that a slow disk delays nothing
live."""

from __future__ import annotations

import logging
import queue
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from hemicycle.recorder.capture.reorder_buffer import EncodedFrame
from hemicycle.recorder.capture.track_file import Format, TrackFile, UnknownCodec, parameters
from hemicycle.recording.index import ClockSeen, FileBegun, FileEnded, IndexFile, Reason
from hemicycle.wire.ids import Key

logger = logging.getLogger("hemicycle.recorder")

Trouble = Literal["disk_low", "disk_full", "cannot_write", "too_slow"]
"""Why parts of a recording are missing, or will soon be."""

MAX_WAITING_BYTES = 64 * 1024 * 1024
"""How much may wait for the disk. Beyond it pictures are dropped; beyond twice as much, sound
too."""

LOW_BYTES = 1024 * 1024 * 1024
"""Below this free space the chair is warned. It holds some hours of sound, and less than an hour of
pictures."""

LOOK_EVERY_S = 5.0
"""How often the free space is looked at, and how long after a failure it is tried to write
again."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream and how it is encoded: what a track is of."""

    name: str
    """What the names of its files begin with."""
    seat: Key
    opening: int
    format: Format
    clock: str


@dataclass(slots=True)
class _Writing:
    """The state of a stream in the writing thread."""

    stream: Stream
    file: TrackFile | None = None
    begun: FileBegun | None = None
    behind_us: int = 0
    failed_at: float | None = None
    refused: bool = False
    """Whether its codec can't be recorded. That is logged once."""
    parts: int = 0


@dataclass(frozen=True, slots=True)
class _Frame:
    stream: Stream
    frame: EncodedFrame
    behind_us: int


@dataclass(frozen=True, slots=True)
class _End:
    stream: Stream
    reason: Reason
    gone: bool
    """Whether the stream itself is over."""


@dataclass(slots=True)
class Writer:
    """Writes the tracks of one meeting's recording. `start` it, `stop` it.

    Args:
        directory: Where the files go; made where it is not there.
        troubled: Called from the thread when what is wrong has changed; None: nothing is.
        clock: Seconds, monotonic.
        free: Bytes that are free at a path.
        look_every: Seconds between two looks at the free space, and between two tries after a
            failure.
    """

    directory: Path
    troubled: Callable[[Trouble | None], None]
    clock: Callable[[], float] = time.monotonic
    free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free
    look_every: float = LOOK_EVERY_S
    _queue: queue.SimpleQueue[_Frame | _End | ClockSeen | None] = field(default_factory=queue.SimpleQueue)
    _waiting: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _left_out: set[str] = field(default_factory=set)
    _thread: threading.Thread | None = None
    _writings: dict[str, _Writing] = field(default_factory=dict)
    _index: IndexFile | None = None
    _trouble: Trouble | None = None
    _looked_at: float = float("-inf")
    _slow_at: float = float("-inf")

    def start(self) -> None:
        """Start the thread."""
        self._thread = threading.Thread(target=self._run, name="recording", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End every file, and wait until they are on disk."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def frame(self, stream: Stream, frame: EncodedFrame, behind_us: int) -> None:
        """Write a frame of a stream, soon.

        Args:
            stream: Which stream.
            frame: The frame.
            behind_us: What is to be added to its timestamp to get the server's clock, as far as is
                known.
        """
        sound = stream.format.family == "opus"
        with self._lock:
            if self._waiting > (2 if sound else 1) * MAX_WAITING_BYTES:
                self._left_out.add(stream.name)
                self._slow_at = self.clock()
                return
            if stream.name in self._left_out:
                # A picture that was left out is missed until the next one that stands by itself.
                if not frame.keyframe:
                    return
                self._left_out.discard(stream.name)
            self._waiting += len(frame.payload)
        self._queue.put(_Frame(stream, frame, behind_us))

    @property
    def waiting(self) -> int:
        """How much waits for the disk, in bytes."""
        return self._waiting

    def end(self, stream: Stream, reason: Reason, *, gone: bool) -> None:
        """End a stream's file, soon: after the frames given so far.

        Args:
            stream: Which stream.
            reason: Why.
            gone: Whether the stream itself is over.
        """
        self._queue.put(_End(stream, reason, gone))

    def clock_seen(self, clock: str, behind_us: int) -> None:
        """Write down how a publisher's clock goes with the server's."""
        self._queue.put(ClockSeen(clock=clock, behind_us=behind_us))

    def _run(self) -> None:
        while True:
            try:
                what = self._queue.get(timeout=self.look_every)
            except queue.Empty:
                self._look()
                continue
            if what is None:
                break
            try:
                self._take(what)
            except Exception:
                logger.exception("%s", self.directory)
            if not any(writing.file for writing in self._writings.values()):
                self._let_go()
            self._look()
        for writing in self._writings.values():
            self._close(writing, "stopped")
        self._let_go()

    def _let_go(self) -> None:
        """Close the index while nothing is written, as a recording may be erased or moved
        meanwhile."""
        index, self._index = self._index, None
        if index is not None:
            index.close()

    def _take(self, what: _Frame | _End | ClockSeen) -> None:
        match what:
            case ClockSeen():
                self._note(what)
            case _End(stream=stream, reason=reason):
                if (writing := self._writings.get(stream.name)) is not None:
                    self._close(writing, reason)
                if what.gone:
                    self._writings.pop(stream.name, None)
            case _Frame(stream=stream, frame=frame):
                with self._lock:
                    self._waiting -= len(frame.payload)
                writing = self._writings.setdefault(stream.name, _Writing(stream))
                writing.behind_us = what.behind_us
                self._write(writing, frame)

    def _write(self, writing: _Writing, frame: EncodedFrame) -> None:
        try:
            if frame.keyframe and _is_another(writing, frame):
                self._close(writing, "changed")
            if writing.file is None and not self._begin(writing, frame):
                return
            assert writing.file is not None
            writing.file.write(frame)
        except UnknownCodec as error:
            if not writing.refused:
                writing.refused = True
                logger.warning("%s: %s", writing.stream.name, error)
                self._say("cannot_write")
        except OSError as error:
            logger.warning("%s: %s", writing.stream.name, error)
            self._fail(writing)

    def _begin(self, writing: _Writing, frame: EncodedFrame) -> bool:
        """Begin a file with this frame; False where it can't be begun with it, or not yet."""
        if not frame.keyframe or writing.refused:
            return False
        if writing.failed_at is not None and self.clock() - writing.failed_at < self.look_every:
            return False
        index = self._open_index()
        stream, codec = writing.stream, writing.stream.format
        path = self._free_path(writing)
        writing.file = TrackFile(path, codec, frame)
        begun = FileBegun(
            file=path.name,
            seat=stream.seat,
            source=codec.source,
            opening=stream.opening,
            codec=codec.codec,
            clock=stream.clock,
            zero_us=frame.timestamp_us,
            at=(frame.timestamp_us + writing.behind_us) // 1000,
        )
        if codec.family == "opus":
            begun.sample_rate, begun.channels = codec.sample_rate, codec.channels
        else:
            begun.width, begun.height = codec.width, codec.height
        index.add(begun)
        writing.begun, writing.failed_at = begun, None
        return True

    def _free_path(self, writing: _Writing) -> Path:
        while True:
            writing.parts += 1
            suffix = f"-{writing.parts}" if writing.parts > 1 else ""
            path = self.directory / f"{writing.stream.name}{suffix}.mkv"
            if not path.exists():
                return path

    def _close(self, writing: _Writing, reason: Reason) -> None:
        file, writing.file = writing.file, None
        if file is None:
            return
        try:
            file.close()
        except OSError as error:
            logger.warning("%s: %s", file.path, error)
            writing.failed_at = self.clock()
        self._note_end(writing, file, reason)

    def _fail(self, writing: _Writing) -> None:
        """Give a file up that can't be written on. What is on disk stays; another file is tried
        later."""
        writing.failed_at = self.clock()
        file, writing.file = writing.file, None
        if file is not None:
            file.abandon()
            self._note_end(writing, file, "trouble")
        self._looked_at = float("-inf")

    def _note_end(self, writing: _Writing, file: TrackFile, reason: Reason) -> None:
        at = (file.last_us + writing.behind_us) // 1000 + 1
        self._note(FileEnded(file=file.path.name, at=at, frames=file.frames, reason=reason))

    def _open_index(self) -> IndexFile:
        if self._index is None:
            self.directory.mkdir(parents=True, exist_ok=True)
            self._index = IndexFile(self.directory)
        return self._index

    def _note(self, record: ClockSeen | FileEnded) -> None:
        try:
            self._open_index().add(record)
        except OSError as error:
            logger.warning("%s: the index: %s", self.directory, error)

    def _look(self) -> None:
        """Find out every few seconds whether something is wrong, and report a change of that."""
        now = self.clock()
        if now - self._looked_at < self.look_every:
            return
        self._looked_at = now
        failed = any(w.failed_at is not None and w.file is None for w in self._writings.values())
        try:
            there = self.directory if self.directory.exists() else self.directory.parent
            free = self.free(there) if there.exists() else LOW_BYTES
        except OSError:
            free = 0
        if failed:
            self._say("disk_full" if free < LOW_BYTES else "cannot_write")
        elif any(writing.refused for writing in self._writings.values()):
            self._say("cannot_write")
        elif now - self._slow_at < 2 * self.look_every:
            self._say("too_slow")
        else:
            self._say("disk_low" if free < LOW_BYTES else None)

    def _say(self, trouble: Trouble | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.troubled(trouble)


def _is_another(writing: _Writing, key: EncodedFrame) -> bool:
    """Whether a key frame no longer fits the file: another size, another profile."""
    file = writing.file
    return file is not None and parameters(writing.stream.format, key.payload) != file.parameters

"""The index of a recording: which file holds what, and when. One JSON object a line, appended
only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import BaseModel, TypeAdapter, ValidationError

from hemicycle.wire.ids import Key, Source

Reason: TypeAlias = Literal["ended", "off_record", "changed", "closed", "trouble", "stopped"]
"""Why a file was ended. In this order: its stream ended, the meeting went off the record, the
format changed, the meeting was closed, the file could not be written, the server stopped."""


class FileBegun(BaseModel):
    """A file was begun, with its first frame."""

    kind: Literal["file"] = "file"
    file: str
    seat: Key
    source: Source
    opening: int
    """Which opening of that source: the last part of the stream's path."""
    codec: str
    """A WebCodecs codec string, as the publisher said it."""
    width: int | None = None
    height: int | None = None
    sample_rate: int | None = None
    channels: int | None = None
    clock: str
    zero_us: int
    """The publisher's µs at the file's own time 0."""
    at: int
    """The same instant by the server's clock, in ms, as far as it was known then."""


class ClockSeen(BaseModel):
    """How a publisher's clock relates to the server's. Of several lines for a clock the last one
    holds."""

    kind: Literal["clock"] = "clock"
    clock: str
    behind_us: int
    """What is to be added to the publisher's µs to get the server's."""


class FileEnded(BaseModel):
    """A file was ended: nothing more is written into it."""

    kind: Literal["end"] = "end"
    file: str
    at: int
    """Just after its last frame, by the server's clock, in ms."""
    frames: int
    reason: Reason


Record = FileBegun | ClockSeen | FileEnded

_RECORD: TypeAdapter[Record] = TypeAdapter(Record)


@dataclass(slots=True)
class Track:
    """What the index says of one file."""

    begun: FileBegun
    behind_us: int
    end: FileEnded | None = None
    """None: it is still being written, or its server was killed."""

    @property
    def zero_at_us(self) -> int:
        """The file's time 0 by the server's clock, in µs."""
        return self.begun.zero_us + self.behind_us


@dataclass(slots=True)
class Index:
    """What the index of a recording says so far. `read` takes up what was appended since."""

    path: Path
    tracks: dict[str, Track] = field(default_factory=dict)
    """By file name, in the order in which they began."""
    _clocks: dict[str, int] = field(default_factory=dict)
    _read: int = 0

    def read(self) -> None:
        """Read the lines that were appended; a last line that is not whole is read the next
        time."""
        for record in self._fresh():
            match record:
                case FileBegun():
                    behind = self._clocks.get(record.clock, record.at * 1000 - record.zero_us)
                    self.tracks[record.file] = Track(record, behind)
                case ClockSeen():
                    self._clocks[record.clock] = record.behind_us
                    for track in self.tracks.values():
                        if track.begun.clock == record.clock:
                            track.behind_us = record.behind_us
                case FileEnded():
                    if (ended := self.tracks.get(record.file)) is not None:
                        ended.end = record

    def _fresh(self) -> Iterator[Record]:
        try:
            with self.path.open("rb") as file:
                file.seek(self._read)
                data = file.read()
        except FileNotFoundError:
            return
        whole = data.rfind(b"\n") + 1
        self._read += whole
        yield from _records(data[:whole])


def _records(data: bytes) -> Iterator[Record]:
    for line in data.splitlines():
        # A line that was cut by a kill was ended by the next server; it holds nothing.
        try:
            yield _RECORD.validate_python(json.loads(line))
        except (ValueError, ValidationError):
            continue


def read_records(path: Path) -> Iterator[Record]:
    """Every line of an index, as it is written.

    Raises:
        OSError: it can't be read.
    """
    yield from _records(path.read_bytes())


def read_index(directory: Path) -> Index:
    """The index of a recording.

    Args:
        directory: The recording's `tracks`.
    """
    index = Index(directory / INDEX)
    index.read()
    return index


INDEX = "index.jsonl"


class IndexFile:
    """Writes the index. Each line is handed to the system at once, so that none is lost when the
    server is killed.

    Args:
        directory: The recording's `tracks`, which is there.

    Raises:
        OSError: it can't be written.
    """

    def __init__(self, directory: Path) -> None:
        self._file = (directory / INDEX).open("ab", buffering=0)
        if self._file.tell() > 0:
            # What the last server began to write when it was killed is a line that nobody
            # understands.
            self._file.write(b"\n")

    def add(self, record: Record) -> None:
        """Append a line.

        Raises:
            OSError: it can't be written.
        """
        line = record.model_dump_json(exclude_none=True).encode() + b"\n"
        written = self._file.write(line)
        if written != len(line):
            self._file.write(b"\n")
            raise OSError("the index could not be written whole")

    def close(self) -> None:
        """Close the file."""
        self._file.close()

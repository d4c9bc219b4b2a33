"""Reads the tracks of a recording while they are still being written.

FFmpeg's demuxer takes the end of what is there for the end of the file. This one goes on from where
it was: it reads whole clusters of a file with one track, as `recorder.capture` writes them. Element
ids and the layout of a block are those of RFC 9559, variable-length numbers those of RFC 8794.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_SEGMENT, _CLUSTER, _TRACKS, _ENTRY, _PRIVATE, _DELAY = (
    0x18538067,
    0x1F43B675,
    0x1654AE6B,
    0xAE,
    0x63A2,
    0x56AA,
)
_TIMESTAMP, _SIMPLE_BLOCK, _GROUP, _BLOCK = 0xE7, 0xA3, 0xA0, 0xA1
_KEYFRAME = 0x80
_LONGEST_HEAD = 12
_LONGEST_CLUSTER = 64 * 1024 * 1024


class NotMatroska(ValueError):
    """The file is not one that the recorder writes."""


@dataclass(frozen=True, slots=True)
class Block:
    """A frame as it lies in its file."""

    ms: int
    """Its time, in ms from the file's time 0."""
    payload: bytes
    keyframe: bool


def _number(data: bytes, at: int, *, keep_marker: bool) -> tuple[int, int]:
    """An id or a size, and where what follows it begins.

    Raises:
        IndexError: the data ends before it does.
    """
    first = data[at]
    length = 9 - first.bit_length()
    if length > 8:
        raise NotMatroska("a number of more than eight bytes")
    if at + length > len(data):
        raise IndexError
    value = int.from_bytes(data[at : at + length])
    return value if keep_marker else value & ~(1 << (7 * length)), at + length


def _elements(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The elements in a piece of data: id, and from where to where their content goes."""
    at = 0
    while at < len(data):
        kind, at = _number(data, at, keep_marker=True)
        size, at = _number(data, at, keep_marker=False)
        yield kind, at, at + size
        at += size


class TrackReader:
    """Reads a file from its beginning, as far as it is written.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.private = b""
        """The codec's private data, which a decoder needs before the first frame."""
        self.delay_us = 0
        """The codec's delay in µs, which the times of the blocks include."""
        self._file: BinaryIO | None = None
        self._at = 0

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def cluster(self) -> list[Block] | None:
        """The frames of the next cluster; None where there is none yet.

        Raises:
            NotMatroska: there is something else in the file.
        """
        found = self._next_cluster()
        if found is None:
            return None
        start, end = found
        data = self._read(start, end - start)
        if len(data) < end - start:
            return None
        self._at = end
        return list(_blocks(data))

    def skip_to(self, ms: int) -> None:
        """Leave out clusters that end before that time, as long as more come after them.

        Args:
            ms: Milliseconds from the file's time 0.
        """
        while (found := self._next_cluster()) is not None:
            here = self._at
            self._at = found[1]
            after = self._next_cluster()
            if after is None or self._begins_at(after[0]) >= ms:
                self._at = here
                return

    def _begins_at(self, start: int) -> int:
        """When a cluster begins; its timestamp comes first."""
        with contextlib.suppress(IndexError):  # of what follows it, no more than a beginning is read
            for kind, begin, end in _elements(self._read(start, 16)):
                if kind == _TIMESTAMP:
                    return int.from_bytes(self._read(start + begin, end - begin))
        return 0

    def _next_cluster(self) -> tuple[int, int] | None:
        """Where the content of the next cluster begins and ends, be it whole or not."""
        while True:
            head = self._read(self._at, _LONGEST_HEAD)
            try:
                kind, at = _number(head, 0, keep_marker=True)
                size, at = _number(head, at, keep_marker=False)
            except IndexError:
                return None
            start = self._at + at
            match kind:
                case _ if kind == _SEGMENT:
                    self._at = start
                    continue
                case _ if kind == _CLUSTER:
                    if size > _LONGEST_CLUSTER:
                        raise NotMatroska(f"{self.path.name}: a cluster of {size} bytes")
                    return start, start + size
                case _ if kind == _TRACKS:
                    data = self._read(start, size)
                    if len(data) < size:
                        return None
                    self._describe(data)
                case _:
                    pass
            self._at = start + size

    def _describe(self, tracks: bytes) -> None:
        for kind, begin, end in _elements(tracks):
            if kind != _ENTRY:
                continue
            entry = tracks[begin:end]
            for inner, start, stop in _elements(entry):
                if inner == _PRIVATE:
                    self.private = entry[start:stop]
                elif inner == _DELAY:
                    self.delay_us = int.from_bytes(entry[start:stop]) // 1000

    def _read(self, at: int, size: int) -> bytes:
        if self._file is None:
            self._file = self.path.open("rb")
        self._file.seek(at)
        return self._file.read(size)


def _blocks(cluster: bytes) -> Iterator[Block]:
    base = 0
    for kind, begin, end in _elements(cluster):
        if kind == _TIMESTAMP:
            base = int.from_bytes(cluster[begin:end])
        elif kind == _SIMPLE_BLOCK:
            yield _block(base, cluster[begin:end], keyframe=None)
        elif kind == _GROUP:
            group = cluster[begin:end]
            for inner, start, stop in _elements(group):
                if inner == _BLOCK:
                    # A block that names no other is a key frame; only sound comes so here.
                    yield _block(base, group[start:stop], keyframe=True)


def _block(base: int, data: bytes, *, keyframe: bool | None) -> Block:
    _, at = _number(data, 0, keep_marker=False)
    relative = int.from_bytes(data[at : at + 2], signed=True)
    flags = data[at + 2]
    key = bool(flags & _KEYFRAME) if keyframe is None else keyframe
    return Block(base + relative, data[at + 3 :], key)

"""A stream of the room to many clients of the TCP way: read once, handed to each."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

import moq

from hemicycle.media.wire.tcp_messages import BEGINS, ENDS, frame_tail
from hemicycle.media.wire.tracks import LATE
from hemicycle.wire.ids import Source

logger = logging.getLogger("hemicycle.media")

KEPT_BYTES = 512 * 1024
"""The most of a picture's present group that is kept for those who come late."""

PATIENCE = 1.0
"""Seconds for which the last groups of a track are waited for after its end."""

MAX_OPEN_GROUPS = 8
"""How many unfinished groups of a picture are followed; beyond it the oldest is given up."""


class Taker(Protocol):
    """Who takes a stream."""

    def frame(self, group: int, flags: int, tail: bytes) -> None:
        """A frame has arrived; `tail` is its message without the head."""

    def end(self, group: int, lost: bool) -> None:
        """No more of a group will come."""

    def gone(self) -> None:
        """The stream has ended, or never was. Nothing follows."""


class _Reader:
    """Reads one stream for all its takers."""

    def __init__(
        self, broadcast: moq.BroadcastConsumer, path: str, source: Source, over: Callable[[], None]
    ) -> None:
        self.takers: dict[Taker, None] = {}
        self._broadcast = broadcast
        self._path = path
        self._source = source
        self._over = over
        self._groups: dict[asyncio.Task[None], moq.GroupConsumer] = {}
        self._newest = -1
        self._kept: list[tuple[int, bytes]] | None = None
        """Flags and tails of the newest group; None where it is too long to be kept."""
        self._kept_bytes = 0
        self._lost: bool | None = None
        """Whether the newest group was lost; None while it is under way."""
        self.task = asyncio.get_running_loop().create_task(self._run())

    def add(self, taker: Taker) -> None:
        """Begin with the group that is under way."""
        self.takers[taker] = None
        for flags, tail in self._kept or ():
            taker.frame(self._newest, flags, tail)
        if self._lost is not None:
            taker.end(self._newest, self._lost)

    def cancel(self) -> None:
        """Read no more."""
        self.task.cancel()
        self._cancel_groups()

    def _cancel_groups(self) -> None:
        for task, group in list(self._groups.items()):
            task.cancel()
            group.cancel()

    async def _run(self) -> None:
        try:
            await self._read()
        except moq.Error as error:
            logger.debug("%s: %r", self._path, error)
        except Exception:
            logger.exception("%s", self._path)
        finally:
            self._over()
            self._cancel_groups()
        for taker in list(self.takers):
            taker.gone()

    async def _read(self) -> None:
        track = await self._broadcast.subscribe_track(self._source, LATE)
        try:
            while (group := await track.recv_group()) is not None:
                if self._source is Source.MICROPHONE:
                    await self._read_sound(group)
                else:
                    self._follow(group)
            if self._groups:
                await asyncio.wait(self._groups, timeout=PATIENCE)
        finally:
            track.cancel()

    async def _read_sound(self, group: moq.GroupConsumer) -> None:
        """A group of sound is one frame, and there before the group is (see `passage`)."""
        try:
            frame = await group.read_frame()
        except moq.Error:
            return
        finally:
            group.cancel()
        if frame is not None:
            sequence = group.sequence
            tail = frame_tail(sequence, BEGINS | ENDS, frame.payload)
            for taker in self.takers:
                taker.frame(sequence, BEGINS | ENDS, tail)

    def _follow(self, group: moq.GroupConsumer) -> None:
        if len(self._groups) >= MAX_OPEN_GROUPS:
            oldest = next(iter(self._groups))
            oldest.cancel()
            self._groups.pop(oldest).cancel()
        task = asyncio.get_running_loop().create_task(self._read_picture(group))
        self._groups[task] = group
        task.add_done_callback(self._read_whole)

    def _read_whole(self, task: asyncio.Task[None]) -> None:
        self._groups.pop(task, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("%s", self._path, exc_info=error)

    async def _read_picture(self, group: moq.GroupConsumer) -> None:
        sequence, flags, lost = group.sequence, BEGINS, True
        try:
            while (frame := await group.read_frame()) is not None:
                tail = frame_tail(sequence, flags, frame.payload)
                self._keep(sequence, flags, tail)
                for taker in self.takers:
                    taker.frame(sequence, flags, tail)
                flags = 0
            lost = False
        except moq.Error as error:
            logger.debug("%s: group %d was given up: %r", self._path, sequence, error)
        finally:
            if sequence == self._newest:
                self._lost = lost
            for taker in self.takers:
                taker.end(sequence, lost)

    def _keep(self, sequence: int, flags: int, tail: bytes) -> None:
        if sequence < self._newest:
            return
        if sequence > self._newest:
            self._newest, self._kept, self._kept_bytes, self._lost = sequence, [], 0, None
        if self._kept is not None:
            self._kept.append((flags, tail))
            self._kept_bytes += len(tail)
            if self._kept_bytes > KEPT_BYTES:
                self._kept = None


class Fan:
    """The streams of a room that clients of the TCP way take.

    Args:
        find: The broadcast that is at a path of the room now. Read from there and not by the origin,
            over which it isn't told that a group was given up.
    """

    def __init__(self, find: Callable[[str], moq.BroadcastConsumer | None]) -> None:
        self._find = find
        self._readers: dict[tuple[str, Source], _Reader] = {}
        self._closed = False

    def take(self, path: str, source: Source, taker: Taker) -> None:
        """Hand a stream to a taker until it leaves or the stream ends; from a late one's view at once."""
        key = path, source
        reader = self._readers.get(key)
        if reader is None:
            broadcast = None if self._closed else self._find(path)
            if broadcast is None:
                taker.gone()
                return

            def over() -> None:
                if self._readers.get(key) is reader:
                    del self._readers[key]

            reader = self._readers[key] = _Reader(broadcast, path, source, over)
        reader.add(taker)

    def leave(self, path: str, source: Source, taker: Taker) -> None:
        """Hand nothing more to a taker. Leaving what was not taken is no fault."""
        reader = self._readers.get((path, source))
        if reader is None or taker not in reader.takers:
            return
        del reader.takers[taker]
        if not reader.takers:
            del self._readers[path, source]
            reader.cancel()

    async def close(self) -> None:
        """End every stream."""
        self._closed = True
        readers = list(self._readers.values())
        self._readers.clear()
        for reader in readers:
            reader.cancel()
            for taker in list(reader.takers):
                taker.gone()
        if readers:
            await asyncio.wait([reader.task for reader in readers])

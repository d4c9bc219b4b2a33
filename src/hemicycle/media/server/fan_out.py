"""A stream of a meeting to many clients over TCP: it is read once and handed to each."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

import moq

from hemicycle.media.server.group_tasks import GroupTasks
from hemicycle.media.wire.tcp_messages import BEGINS, ENDS, frame_tail
from hemicycle.media.wire.tracks import LATE
from hemicycle.wire.ids import Source

logger = logging.getLogger("hemicycle.media")

KEPT_BYTES = 512 * 1024
"""The most of a picture's present group that is kept for those who subscribe late."""

PATIENCE_S = 1.0
"""Seconds for which the last groups of a track are waited for after its end."""

MAX_OPEN_GROUPS = 8
"""How many unfinished groups of a picture are followed; beyond it the oldest is given up."""


class Subscriber(Protocol):
    """One client's subscription to a stream, as the fan-out sees it."""

    def frame(self, group: int, flags: int, tail: bytes) -> None:
        """A frame has arrived; `tail` is its message without the head."""

    def end(self, group: int, lost: bool) -> None:
        """A group has ended; `lost`: before it was whole."""

    def gone(self) -> None:
        """The stream has ended, or never was. Nothing follows."""


class _Reader:
    """Reads one stream for all its subscribers.

    Args:
        broadcast: Where it is read.
        path: The broadcast's path.
        source: Its only track.
        over: Called when nothing more is read.
    """

    def __init__(
        self, broadcast: moq.BroadcastConsumer, path: str, source: Source, over: Callable[[], None]
    ) -> None:
        self.subscribers: dict[Subscriber, None] = {}
        self._broadcast = broadcast
        self._path = path
        self._source = source
        self._over = over
        self._groups = GroupTasks(
            MAX_OPEN_GROUPS, lambda error: logger.error("%s", self._path, exc_info=error)
        )
        self._newest = -1
        self._kept: list[tuple[int, bytes]] | None = None
        """Flags and tails of the newest group; None where it is too long to be kept."""
        self._kept_bytes = 0
        self._lost: bool | None = None
        """Whether the newest group was lost; None while it is under way."""
        self.task = asyncio.get_running_loop().create_task(self._run())

    def add(self, subscriber: Subscriber) -> None:
        """Hand the stream to a subscriber, from the beginning of the group that is under way."""
        self.subscribers[subscriber] = None
        for flags, tail in self._kept or ():
            subscriber.frame(self._newest, flags, tail)
        if self._lost is not None:
            subscriber.end(self._newest, self._lost)

    def cancel(self) -> None:
        """Stop reading the stream, at once."""
        self.task.cancel()
        self._groups.cancel()

    async def _run(self) -> None:
        try:
            await self._read()
        except moq.Error as error:
            logger.debug("%s: %r", self._path, error)
        except Exception:
            logger.exception("%s", self._path)
        finally:
            self._over()
            self._groups.cancel()
        for subscriber in list(self.subscribers):
            subscriber.gone()

    async def _read(self) -> None:
        track = await self._broadcast.subscribe_track(self._source, LATE)
        try:
            while (group := await track.recv_group()) is not None:
                if self._source is Source.MICROPHONE:
                    await self._read_sound(group)
                else:
                    self._groups.start(group, self._read_picture(group))
            await self._groups.wait(PATIENCE_S)
        finally:
            track.cancel()

    async def _read_sound(self, group: moq.GroupConsumer) -> None:
        """A group of sound is one frame, and the gate has written it before the group is seen."""
        try:
            frame = await group.read_frame()
        except moq.Error:
            return
        finally:
            group.cancel()
        if frame is not None:
            sequence = group.sequence
            tail = frame_tail(sequence, BEGINS | ENDS, frame.payload)
            for subscriber in self.subscribers:
                subscriber.frame(sequence, BEGINS | ENDS, tail)

    async def _read_picture(self, group: moq.GroupConsumer) -> None:
        sequence, flags, lost = group.sequence, BEGINS, True
        try:
            while (frame := await group.read_frame()) is not None:
                tail = frame_tail(sequence, flags, frame.payload)
                self._keep(sequence, flags, tail)
                for subscriber in self.subscribers:
                    subscriber.frame(sequence, flags, tail)
                flags = 0
            lost = False
        except moq.Error as error:
            logger.debug("%s: group %d was given up: %r", self._path, sequence, error)
        finally:
            if sequence == self._newest:
                self._lost = lost
            for subscriber in self.subscribers:
                subscriber.end(sequence, lost)

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


class FanOut:
    """The streams of a meeting to which clients over TCP subscribe.

    Args:
        find: The broadcast that is at a path of the meeting now. It is read from there and not
            through the meeting's origin, which doesn't tell that a group was given up.
    """

    def __init__(self, find: Callable[[str], moq.BroadcastConsumer | None]) -> None:
        self._find = find
        self._readers: dict[tuple[str, Source], _Reader] = {}
        self._closed = False

    def subscribe(self, path: str, source: Source, subscriber: Subscriber) -> None:
        """Hand a stream to a subscriber until it unsubscribes or the stream ends.

        It begins with what is kept of the group that is under way.
        """
        key = path, source
        reader = self._readers.get(key)
        if reader is None:
            broadcast = None if self._closed else self._find(path)
            if broadcast is None:
                subscriber.gone()
                return

            def over() -> None:
                if self._readers.get(key) is reader:
                    del self._readers[key]

            reader = self._readers[key] = _Reader(broadcast, path, source, over)
        reader.add(subscriber)

    def unsubscribe(self, path: str, source: Source, subscriber: Subscriber) -> None:
        """Hand nothing more to a subscriber. One that is not subscribed is no fault."""
        reader = self._readers.get((path, source))
        if reader is None or subscriber not in reader.subscribers:
            return
        del reader.subscribers[subscriber]
        if not reader.subscribers:
            del self._readers[path, source]
            reader.cancel()

    async def close(self) -> None:
        """End every stream, and tell its subscribers."""
        self._closed = True
        readers = list(self._readers.values())
        self._readers.clear()
        for reader in readers:
            reader.cancel()
            for subscriber in list(reader.subscribers):
                subscriber.gone()
        if readers:
            await asyncio.wait([reader.task for reader in readers])

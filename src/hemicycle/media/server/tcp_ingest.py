"""What a seat publishes over TCP, as a broadcast in an origin of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import moq

from hemicycle.media.server.ingest import MAX_OPEN_GROUPS
from hemicycle.media.server.opening import end_quietly
from hemicycle.media.server.session import SESSION_CACHE_BYTES
from hemicycle.media.wire.frames import decode_timestamp
from hemicycle.media.wire.tcp_messages import BEGINS, ENDS, End, Frame
from hemicycle.media.wire.tracks import BROADCAST_PATH, PRIORITY
from hemicycle.wire.ids import Source

logger = logging.getLogger("hemicycle.media")


@dataclass(slots=True)
class _Wanted:
    """A track while the gate subscribes to it, under a number of its own."""

    track: moq.TrackProducer
    groups: dict[int, moq.GroupProducer] = field(default_factory=dict)
    """The groups that are not ended yet, by their numbers."""


class TcpIngest:
    """A broadcast in an origin of its own, written with the frames that one session sends.

    Args:
        want: Asks the client for a source, and returns the number under which it will come.
        unwant: Tells the client that what comes under a number is wanted no more.
    """

    def __init__(self, want: Callable[[Source], int], unwant: Callable[[int], None]) -> None:
        self._want = want
        self._unwant = unwant
        self._wanted: dict[int, _Wanted] = {}
        # The origin bounds what is kept; nobody but the room gets to see it.
        self._origin = moq.OriginProducer(cache_capacity_bytes=SESSION_CACHE_BYTES)
        self._broadcast = self._origin.create_broadcast(BROADCAST_PATH)
        loop = asyncio.get_running_loop()
        self._tasks = [
            loop.create_task(
                self._follow(
                    source,
                    self._broadcast.publish_track(source, moq.TrackInfo(priority=PRIORITY[source])),
                )
            )
            for source in Source
        ]

    def consume(self) -> moq.BroadcastConsumer:
        """The broadcast, for the meeting's gates."""
        return self._broadcast.consume()

    def frame(self, frame: Frame) -> None:
        """Write a frame. One that was not asked for, or whose group did not begin, is left out.

        Raises:
            MalformedFrameError: it has no timestamp.
        """
        wanted = self._wanted.get(frame.id)
        if wanted is None:
            return
        timestamp_us = decode_timestamp(frame.payload)
        try:
            if frame.flags & BEGINS:
                self._begin(wanted, frame.group)
            group = wanted.groups.get(frame.group)
            if group is None:
                return
            group.write_frame(frame.payload, timestamp_us)
            if frame.flags & ENDS:
                wanted.groups.pop(frame.group).finish()
        except moq.Error as error:
            # A number that was there before, or a group that nobody reads any more.
            logger.debug("a frame of group %d was left out: %r", frame.group, error)

    def end(self, end: End) -> None:
        """End a group, as the client says."""
        wanted = self._wanted.get(end.id)
        group = wanted.groups.pop(end.group, None) if wanted else None
        if group is not None:
            _finish(group, lost=end.lost)

    def close(self) -> None:
        """End every group and the broadcast."""
        for task in self._tasks:
            task.cancel()
        for wanted in self._wanted.values():
            for group in wanted.groups.values():
                _finish(group, lost=True)
        self._wanted.clear()
        end_quietly(self._broadcast.close)

    def _begin(self, wanted: _Wanted, number: int) -> None:
        if number in wanted.groups:
            return
        if len(wanted.groups) >= MAX_OPEN_GROUPS:
            oldest = next(iter(wanted.groups))
            _finish(wanted.groups.pop(oldest), lost=True)
        wanted.groups[number] = wanted.track.create_group(number)

    async def _follow(self, source: Source, track: moq.TrackProducer) -> None:
        """Ask the client for the track while a gate subscribes to it."""
        demand = track.demand()
        try:
            while True:
                await demand.used()
                number = self._want(source)
                wanted = self._wanted[number] = _Wanted(track)
                await demand.unused()
                del self._wanted[number]
                for group in wanted.groups.values():
                    _finish(group, lost=True)
                self._unwant(number)
        except moq.Error as error:
            logger.debug("the %s is taken no more: %r", source, error)
        except Exception:
            logger.exception("the %s", source)


def _finish(group: moq.GroupProducer, *, lost: bool) -> None:
    end_quietly(partial(group.abort, 1) if lost else group.finish)

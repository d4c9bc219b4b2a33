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
class _Requested:
    """A track while the gate subscribes to it, under a number of its own."""

    track: moq.TrackProducer
    groups: dict[int, moq.GroupProducer] = field(default_factory=dict)
    """The groups that are not ended yet, by their numbers."""


class TcpIngest:
    """A broadcast in an origin of its own, written with the frames that one session sends.

    Args:
        request: Asks the client for a source, and returns the id under which it will come.
        release: Tells the client to send nothing more under an id.
    """

    def __init__(self, request: Callable[[Source], int], release: Callable[[int], None]) -> None:
        self._request = request
        self._release = release
        self._requested: dict[int, _Requested] = {}
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
        requested = self._requested.get(frame.id)
        if requested is None:
            return
        timestamp_us = decode_timestamp(frame.payload)
        try:
            if frame.flags & BEGINS:
                self._begin(requested, frame.group)
            group = requested.groups.get(frame.group)
            if group is None:
                return
            group.write_frame(frame.payload, timestamp_us)
            if frame.flags & ENDS:
                requested.groups.pop(frame.group).finish()
        except moq.Error as error:
            # A number that was there before, or a group that nobody reads any more.
            logger.debug("a frame of group %d was left out: %r", frame.group, error)

    def end(self, end: End) -> None:
        """End a group, as the client says."""
        requested = self._requested.get(end.id)
        group = requested.groups.pop(end.group, None) if requested else None
        if group is not None:
            _finish(group, lost=end.lost)

    def close(self) -> None:
        """End every group and the broadcast."""
        for task in self._tasks:
            task.cancel()
        for requested in self._requested.values():
            for group in requested.groups.values():
                _finish(group, lost=True)
        self._requested.clear()
        end_quietly(self._broadcast.close)

    def _begin(self, requested: _Requested, number: int) -> None:
        if number in requested.groups:
            return
        if len(requested.groups) >= MAX_OPEN_GROUPS:
            oldest = next(iter(requested.groups))
            _finish(requested.groups.pop(oldest), lost=True)
        requested.groups[number] = requested.track.create_group(number)

    async def _follow(self, source: Source, track: moq.TrackProducer) -> None:
        """Ask the client for the track while a gate subscribes to it."""
        demand = track.demand()
        try:
            while True:
                await demand.used()
                number = self._request(source)
                requested = self._requested[number] = _Requested(track)
                await demand.unused()
                del self._requested[number]
                for group in requested.groups.values():
                    _finish(group, lost=True)
                self._release(number)
        except moq.Error as error:
            logger.debug("the %s is taken no more: %r", source, error)
        except Exception:
            logger.exception("the %s", source)


def _finish(group: moq.GroupProducer, *, lost: bool) -> None:
    end_quietly(partial(group.abort, 1) if lost else group.finish)

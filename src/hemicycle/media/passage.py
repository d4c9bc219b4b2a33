"""The chair passes every frame: one source of one seat on its way into the room.

The room's origin, which everybody may read, holds only what a passage has written into it. A
passage that was ended writes nothing more, whatever the publisher goes on sending.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import moq

from hemicycle.media.frames import MAX_FRAME_BYTES, MalformedFrameError, decode_timestamp
from hemicycle.wire.ids import Source

logger = logging.getLogger("hemicycle.media")

MAX_GROUP_BYTES = 32 * 1024 * 1024
"""The most that one group may hold: a publisher that never sends a key frame ends here."""

MAX_OPEN_GROUPS = 64
"""How many unfinished groups of a track are followed; beyond it the oldest is given up."""

LATE = moq.Subscription(max_age_us=500_000)
"""Groups that come up to half a second late are still wanted: without it a lost packet is a lost frame."""

RETRY_AFTER = (0.1, 0.25, 0.5, 1.0, 2.0)
"""Seconds between tries to get a track that its publisher has announced but doesn't serve."""

# Sound before picture where a link is narrow.
PRIORITY = {
    Source.MICROPHONE: 200,
    Source.SCREEN: 120,
    Source.SCREEN_SMALL: 120,
    Source.CAMERA: 100,
    Source.CAMERA_SMALL: 100,
}


class BreachError(Exception):
    """A publisher sent what no publisher may send. Its session ends."""


@dataclass(slots=True)
class Counters:
    """What a room has passed since it was made."""

    frames: int = 0
    bytes: int = 0
    openings: int = 0
    """Broadcasts that were there in the room."""
    stale: int = 0
    """Groups left out at an opening because they were sent before it."""


@dataclass(slots=True)
class Progress:
    """How far a track of a publication was read, so that nothing is passed that came before a closing.

    moq-rs keeps the groups of a track that nobody subscribes to any more, and begins a new
    subscription with them.
    """

    group: int = -1
    """The highest group number seen."""
    timestamp_us: int = 0
    """The timestamp seen last, by the publisher's clock."""
    at: float = 0.0
    """When it was seen, in seconds of `time.monotonic`."""

    def saw_group(self, group: int) -> None:
        """A group has begun to arrive."""
        self.group = max(self.group, group)

    def saw_frame(self, timestamp_us: int) -> None:
        """A frame has arrived."""
        self.timestamp_us = timestamp_us
        self.at = time.monotonic()

    def copy(self) -> Progress:
        """The progress as it is now."""
        return Progress(self.group, self.timestamp_us, self.at)


def is_stale(before: Progress, opened_at: float, group: int, timestamp_us: int) -> bool:
    """Whether a group was sent before the opening.

    A group seen before is. So is one whose first timestamp follows the last one seen more closely
    than the time between closing and opening allows; half of that time is taken as the border, so
    that neither jitter nor a drift between the two clocks matters. A publisher whose clock began
    anew is believed.

    Args:
        before: How far the track was read before the opening.
        opened_at: When it was opened, in seconds of `time.monotonic`.
        group: The number of the group.
        timestamp_us: The timestamp of its first frame.
    """
    if before.group < 0:
        return False
    if group <= before.group:
        return True
    closed_for_us = max(0.0, opened_at - before.at) * 1_000_000
    return 0 <= timestamp_us - before.timestamp_us < closed_for_us / 2


@dataclass(slots=True)
class Publication:
    """A broadcast that a seat's session has announced, and how far each of its tracks was read."""

    number: int
    broadcast: moq.BroadcastConsumer
    progress: dict[Source, Progress] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Opening:
    """The broadcast in the room's origin while it is there."""

    path: str
    broadcast: moq.BroadcastProducer
    track: moq.TrackProducer
    groups: set[moq.GroupProducer] = field(default_factory=set)

    def close(self) -> None:
        """Write nothing more: end the groups that are open, the track, the broadcast."""
        for group in self.groups:
            _end(group.finish)
        self.groups.clear()
        _end(self.track.finish)
        _end(self.broadcast.close)


class Passage:
    """Copies one source of one publication into the room's origin until it is ended.

    Args:
        publication: Where to take it from.
        source: Which of its tracks.
        into: The room's origin.
        path: Makes the path of the next opening.
        changed: Called when `path` has changed.
        breached: Called once with what the publisher did that no publisher may do.
        counters: The room's.
    """

    def __init__(
        self,
        publication: Publication,
        source: Source,
        into: moq.OriginProducer,
        *,
        path: Callable[[], str],
        changed: Callable[[], None],
        breached: Callable[[BreachError], None],
        counters: Counters,
    ) -> None:
        self._publication = publication
        self._source = source
        self._into = into
        self._next_path = path
        self._changed = changed
        self._breached = breached
        self._counters = counters
        self._opening: _Opening | None = None
        self._ended = False
        self._copies: dict[asyncio.Task[None], moq.GroupConsumer] = {}
        self._task = asyncio.get_running_loop().create_task(self._run())

    @property
    def path(self) -> str | None:
        """Where it can be taken now; None while there is nothing to take."""
        return self._opening.path if self._opening else None

    def end(self) -> None:
        """Stop at once: when this returns, not one frame more goes into the room's origin."""
        self._ended = True
        self._shut()
        self._task.cancel()

    async def done(self) -> None:
        """Wait until everything of an ended passage is gone."""
        await asyncio.wait([self._task])

    def _shut(self) -> None:
        opening, self._opening = self._opening, None
        copies, self._copies = self._copies, {}
        for task, group in copies.items():
            task.cancel()
            group.cancel()
        if opening:
            opening.close()
            self._changed()

    async def _run(self) -> None:
        failures = 0
        while not self._ended:
            frames = self._counters.frames
            try:
                await self._pass()
            except moq.Error as error:
                logger.debug("%s of publication %d: %r", self._source, self._publication.number, error)
            except BreachError as breach:
                self._breached(breach)
                return
            except Exception:
                logger.exception("%s of publication %d", self._source, self._publication.number)
            failures = 0 if self._counters.frames > frames else failures + 1
            await asyncio.sleep(RETRY_AFTER[min(failures, len(RETRY_AFTER) - 1)])

    async def _pass(self) -> None:
        """Copy the track until it ends."""
        track = await self._publication.broadcast.subscribe_track(self._source, LATE)
        progress = self._publication.progress.setdefault(self._source, Progress())
        before, opened_at = progress.copy(), time.monotonic()
        try:
            opening = self._open()
            while (group := await track.recv_group()) is not None:
                self._follow(opening, group, progress, before, opened_at)
        finally:
            track.cancel()
            self._shut()

    def _open(self) -> _Opening:
        path = self._next_path()
        broadcast = self._into.create_broadcast(path)
        track = broadcast.publish_track(self._source, moq.TrackInfo(priority=PRIORITY[self._source]))
        broadcast.announce()
        self._opening = _Opening(path, broadcast, track)
        self._counters.openings += 1
        self._changed()
        return self._opening

    def _follow(
        self,
        opening: _Opening,
        group: moq.GroupConsumer,
        progress: Progress,
        before: Progress,
        opened_at: float,
    ) -> None:
        """Copy one group beside the others, so that a late one holds up none."""
        sequence = group.sequence
        progress.saw_group(sequence)
        if sequence <= before.group:
            self._counters.stale += 1
            group.cancel()
            return
        if len(self._copies) >= MAX_OPEN_GROUPS:
            oldest = next(iter(self._copies))
            oldest.cancel()
            self._copies.pop(oldest).cancel()
        task = asyncio.get_running_loop().create_task(
            self._copy(opening, group, sequence, progress, before, opened_at)
        )
        self._copies[task] = group
        task.add_done_callback(self._copied)

    def _copied(self, task: asyncio.Task[None]) -> None:
        self._copies.pop(task, None)
        if task.cancelled() or (error := task.exception()) is None:
            return
        if isinstance(error, BreachError):
            self.end()
            self._breached(error)
        elif not isinstance(error, moq.Error):
            logger.error("%s of publication %d", self._source, self._publication.number, exc_info=error)

    async def _copy(
        self,
        opening: _Opening,
        group: moq.GroupConsumer,
        sequence: int,
        progress: Progress,
        before: Progress,
        opened_at: float,
    ) -> None:
        into: moq.GroupProducer | None = None
        size = 0
        try:
            while (frame := await group.read_frame()) is not None:
                payload = frame.payload
                size += len(payload)
                timestamp_us = _check(payload, size)
                if into is None and is_stale(before, opened_at, sequence, timestamp_us):
                    self._counters.stale += 1
                    group.cancel()
                    return
                # From here to the write nothing is awaited: what was ended stays ended.
                if self._opening is not opening:
                    return
                progress.saw_frame(timestamp_us)
                if into is None:
                    into = opening.track.create_group(sequence)
                    opening.groups.add(into)
                into.write_frame(payload, timestamp_us)
                self._counters.frames += 1
                self._counters.bytes += len(payload)
        except moq.Error:
            # The publisher gave this group up: so do we.
            if into is not None and self._opening is opening:
                opening.groups.discard(into)
                _end(lambda: into.abort(1))
            raise
        if into is not None and self._opening is opening:
            opening.groups.discard(into)
            into.finish()


def _check(payload: bytes, group_bytes: int) -> int:
    """The frame's timestamp in microseconds, if it is one that a publisher may send."""
    if len(payload) > MAX_FRAME_BYTES:
        raise BreachError(f"a frame of {len(payload)} bytes, where {MAX_FRAME_BYTES} are the most")
    if group_bytes > MAX_GROUP_BYTES:
        raise BreachError(f"a group of more than {MAX_GROUP_BYTES} bytes")
    try:
        return decode_timestamp(payload)
    except MalformedFrameError as error:
        raise BreachError(f"what is no frame: {error}") from error


def _end(what: Callable[[], None]) -> None:
    """End something that its other side may have ended already."""
    try:
        what()
    except moq.Error as error:
        logger.debug("already ended: %r", error)

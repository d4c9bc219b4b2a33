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
from functools import partial

import moq

from hemicycle.media.server.progress import Progress, is_stale
from hemicycle.media.wire.frames import MAX_FRAME_BYTES, MalformedFrameError, decode_timestamp
from hemicycle.media.wire.tracks import LATE, PRIORITY
from hemicycle.wire.ids import SMALL, Source

logger = logging.getLogger("hemicycle.media")

MAX_GROUP_BYTES = 32 * 1024 * 1024
"""The most that one group may hold: a publisher that never sends a key frame ends here."""

MAX_OPEN_GROUPS = 64
"""How many unfinished groups of a track are followed; beyond it the oldest is given up."""

RETRY_AFTER = (0.1, 0.25, 0.5, 1.0, 2.0)
"""Seconds between tries to get a track that its publisher has announced but doesn't serve."""

ON_DEMAND = frozenset(SMALL.values())
"""Sources that are taken from their publisher only while somebody takes them from the room."""

NO_SUCH_TRACK = 404

LINGER = 3.0
"""Seconds for which such a source is still taken when nobody takes it any more."""


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
class Publication:
    """A broadcast that a seat's session has announced, and how far each of its tracks was read."""

    number: int
    broadcast: moq.BroadcastConsumer
    progress: dict[Source, Progress] = field(default_factory=dict)


class _Track:
    """A publisher's track while it is read, and the one in the room's origin into which it passes."""

    def __init__(self, progress: Progress, into: moq.TrackProducer | None, *, passes: bool) -> None:
        self.groups: set[moq.GroupProducer] = set()
        """Those that are not ended yet."""
        self.progress = progress
        self.passes = passes
        """Whether what is read is written; what is not is read on, to know what is old when it is."""
        self.into = into
        self._begin()

    def _begin(self) -> None:
        self.before = self.progress.copy()
        """How far the publisher's track was read when this opening began, or when it was let go again."""
        self.opened_at_us = _now_us()

    def let(self, passes: bool) -> None:
        """Let what is said from now on pass, or nothing more."""
        self.passes = passes
        if passes:
            self._begin()
        else:
            self.end()

    def begin(self, sequence: int) -> moq.GroupProducer:
        """Begin a group."""
        assert self.into is not None
        group = self.into.create_group(sequence)
        self.groups.add(group)
        return group

    def end(self) -> None:
        """Write nothing more."""
        for group in self.groups:
            _end(group.finish)
        self.groups.clear()


class _Opening:
    """The broadcast in the room's origin while it is there."""

    def __init__(self, into: moq.OriginProducer, path: str, source: Source) -> None:
        self.path = path
        self.broadcast = into.create_broadcast(path)
        self.requests = self.broadcast.dynamic() if source in ON_DEMAND else None
        """Who takes a source that is taken on demand."""
        info = moq.TrackInfo(priority=PRIORITY[source])
        self.track = self.broadcast.publish_track(source, info) if self.requests is None else None
        self.broadcast.announce()

    def close(self) -> None:
        """Let nobody take it any more."""
        if self.requests is not None:
            _end(self.requests.cancel)
        if self.track is not None:
            _end(self.track.finish)
        _end(self.broadcast.close)


class Passage:
    """Copies one source of one publication into the room's origin until it is ended.

    A passage that waits takes the source from its publisher already, so that it passes at once when
    it is opened; nothing of it is in the room until then.

    Args:
        publication: Where to take it from.
        source: Which of its tracks.
        into: The room's origin.
        path: Makes the path of the next opening.
        changed: Called when `path` has changed.
        breached: Called once with what the publisher did that no publisher may do.
        counters: The room's.
        waits: Whether it is opened later. Not for sources that are taken on demand.
        held: Whether it begins held.
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
        waits: bool = False,
        held: bool = False,
    ) -> None:
        self._publication = publication
        self._source = source
        self._into = into
        self._next_path = path
        self._changed = changed
        self._breached = breached
        self._counters = counters
        self._opening: _Opening | None = None
        self._track: _Track | None = None
        self._ended = False
        self._waits = waits
        self._held = held
        self._copies: dict[asyncio.Task[None], moq.GroupConsumer] = {}
        self._task = asyncio.get_running_loop().create_task(self._run())

    @property
    def path(self) -> str | None:
        """Where it can be taken now; None while there is nothing to take."""
        return self._opening.path if self._opening else None

    @property
    def broadcast(self) -> moq.BroadcastConsumer | None:
        """What can be taken now; None while there is nothing to take."""
        return self._opening.broadcast.consume() if self._opening else None

    def end(self) -> None:
        """Stop at once: when this returns, not one frame more goes into the room's origin."""
        self._ended = True
        self._shut()
        self._task.cancel()

    @property
    def waits(self) -> bool:
        """Whether it is not opened yet."""
        return self._waits

    @property
    def quiet(self) -> float:
        """Seconds since a frame of it came from its publisher, or since it was opened or let go again."""
        track = self._track
        if track is None:
            return 0.0
        return (_now_us() - max(track.opened_at_us, track.progress.at_us)) / 1_000_000

    def open(self) -> None:
        """Let it pass from now on. Opening again is no fault."""
        if not self._waits:
            return
        self._waits = False
        if self._track is not None:
            self._track.into = self._open().track
            self._track.let(not self._held)

    def hold(self, held: bool) -> None:
        """Hold back what is said, or let it go again; the broadcast stays where it is.

        When this returns, not one frame more goes into the room's origin while it is held, and what
        was said meanwhile never does.
        """
        if held is self._held:
            return
        self._held = held
        if self._track is not None and not self._waits:
            if held:
                self._drop_copies()
            self._track.let(not held)

    async def done(self) -> None:
        """Wait until everything of an ended passage is gone."""
        await asyncio.wait([self._task])

    def _shut(self) -> None:
        self._shut_track()
        opening, self._opening = self._opening, None
        if opening:
            opening.close()
            self._changed()

    def _shut_track(self) -> None:
        track, self._track = self._track, None
        self._drop_copies()
        if track:
            track.end()

    def _drop_copies(self) -> None:
        copies, self._copies = self._copies, {}
        for task, group in copies.items():
            task.cancel()
            group.cancel()

    async def _run(self) -> None:
        failures = 0
        while not self._ended:
            frames = self._counters.frames
            try:
                await (self._pass_on_demand() if self._source in ON_DEMAND else self._pass())
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
        """Copy the track until it ends; while it is there, the room can take it."""
        source = await self._subscribe()
        try:
            await self._copy_track(source, None if self._waits else self._open().track)
        finally:
            source.cancel()
            self._shut()

    async def _pass_on_demand(self) -> None:
        """Offer the track to the room, and copy it while somebody takes it."""
        opening = self._opening or self._open()
        assert opening.requests is not None
        while True:
            request = await opening.requests.requested_track()
            if request.name != self._source:
                request.abort(NO_SUCH_TRACK)
                continue
            track = request.accept(moq.TrackInfo(priority=PRIORITY[self._source]))
            try:
                await self._copy_while_taken(track)
            finally:
                # Whoever takes it again gets a new one, with nothing in it of what was shown before.
                _end(track.finish if self._ended else partial(track.abort, 0))

    async def _copy_while_taken(self, track: moq.TrackProducer) -> None:
        source = await self._subscribe()
        loop = asyncio.get_running_loop()
        copying = loop.create_task(self._copy_track(source, track))
        leaving = loop.create_task(_left(track.demand()))
        try:
            await asyncio.wait([copying, leaving], return_when=asyncio.FIRST_COMPLETED)
            if copying.done():
                copying.result()
        finally:
            for task in (copying, leaving):
                task.cancel()
            source.cancel()
            self._shut_track()
            await asyncio.gather(copying, leaving, return_exceptions=True)

    async def _subscribe(self) -> moq.TrackConsumer:
        return await self._publication.broadcast.subscribe_track(self._source, LATE)

    def _open(self) -> _Opening:
        self._opening = _Opening(self._into, self._next_path(), self._source)
        self._counters.openings += 1
        self._changed()
        return self._opening

    async def _copy_track(self, source: moq.TrackConsumer, into: moq.TrackProducer | None) -> None:
        """Copy until the source ends; without a track to copy into, read until there is one."""
        if self._ended:
            return
        progress = self._publication.progress.setdefault(self._source, Progress())
        track = self._track = _Track(progress, into, passes=not (self._waits or self._held))
        while (group := await source.recv_group()) is not None:
            self._follow(track, group)

    def _follow(self, track: _Track, group: moq.GroupConsumer) -> None:
        """Copy one group beside the others, so that a late one holds up none."""
        sequence = group.sequence
        track.progress.saw_group(sequence)
        if sequence <= track.before.group:
            self._counters.stale += 1
            group.cancel()
            return
        if len(self._copies) >= MAX_OPEN_GROUPS:
            oldest = next(iter(self._copies))
            oldest.cancel()
            self._copies.pop(oldest).cancel()
        task = asyncio.get_running_loop().create_task(self._copy(track, group, sequence))
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

    async def _copy(self, track: _Track, group: moq.GroupConsumer, sequence: int) -> None:
        into: moq.GroupProducer | None = None
        size = 0
        try:
            while (frame := await group.read_frame()) is not None:
                payload = frame.payload
                size += len(payload)
                timestamp_us = _check(payload, size)
                if into is None and is_stale(track.before, track.opened_at_us, sequence, timestamp_us):
                    self._counters.stale += 1
                    group.cancel()
                    return
                # From here to the write nothing is awaited: what was ended stays ended, what is held held.
                if self._track is not track:
                    return
                track.progress.saw_frame(timestamp_us, _now_us())
                if not track.passes:
                    group.cancel()
                    return
                if into is None:
                    into = track.begin(sequence)
                into.write_frame(payload, timestamp_us)
                self._counters.frames += 1
                self._counters.bytes += len(payload)
        except moq.Error:
            # The publisher gave this group up: so do we.
            if into is not None and self._track is track:
                track.groups.discard(into)
                _end(lambda: into.abort(1))
            raise
        if into is not None and self._track is track:
            track.groups.discard(into)
            into.finish()


def _now_us() -> int:
    """Our monotonic clock, in µs."""
    return time.monotonic_ns() // 1000


async def _left(demand: moq.TrackDemand) -> None:
    """Wait until nobody has taken a track for a while. A new taker looks first, leaves, and comes back."""
    while True:
        await demand.unused()
        try:
            await asyncio.wait_for(demand.used(), LINGER)
        except TimeoutError:
            return


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

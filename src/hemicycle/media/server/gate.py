"""The gate before a meeting's origin: it copies one source of one seat while the chair permits it.

The meeting's origin, to which everybody may subscribe, holds only what a gate has written into it.
A gate that was ended writes nothing more, whatever the publisher goes on sending.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import moq

from hemicycle.media.server.group_tasks import GroupTasks
from hemicycle.media.server.ingest import MAX_OPEN_GROUPS, BreachError, Ingest, checked_timestamp
from hemicycle.media.server.opening import ON_DEMAND, CopiedTrack, Opening, end_quietly
from hemicycle.media.server.progress import Progress, is_stale
from hemicycle.media.server.size_guard import SizeGuard
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.tracks import LATE, PRIORITY
from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, SoundFormat

logger = logging.getLogger("hemicycle.media")

RETRY_AFTER_S = (0.1, 0.25, 0.5, 1.0, 2.0)
"""Seconds between tries to get a track that its publisher has announced but doesn't serve."""

NO_SUCH_TRACK = 404

LINGER_S = 3.0
"""Seconds for which a source that is taken on demand is still taken after its last subscriber
left."""


@dataclass(slots=True)
class Counters:
    """What a meeting's gates have passed since the server began it."""

    frames: int = 0
    bytes: int = 0
    openings: int = 0
    """Broadcasts that were announced in the meeting's origin."""
    stale: int = 0
    """Groups left out at an opening because they were sent before it."""
    too_great: int = 0
    """Groups left out, or cut off, because a picture in them was greater than announced."""


class Gate:
    """Copies one source of one ingest into the meeting's origin until it is ended.

    A gate that is not open yet takes the source from its publisher already, so that it passes at
    once when the gate is opened; nothing of it is in the meeting's origin until then.

    Args:
        ingest: Where to take it from.
        source: Which of its tracks.
        announced: How its publisher says that it is encoded.
        origin: The meeting's.
        path: Makes the path of the next opening.
        changed: Called when `path` has changed.
        breached: Called once with what the publisher did that no publisher may do.
        counters: The meeting's.
        is_open: Whether the gate begins open. Sources that are taken on demand do.
        muted: Whether the gate begins muted.
    """

    def __init__(
        self,
        ingest: Ingest,
        source: Source,
        announced: SoundFormat | PictureFormat,
        origin: moq.OriginProducer,
        *,
        path: Callable[[], str],
        changed: Callable[[], None],
        breached: Callable[[BreachError], None],
        counters: Counters,
        is_open: bool = True,
        muted: bool = False,
    ) -> None:
        self.is_open = is_open
        """Whether the chair permits the source."""
        self._ingest = ingest
        self._source = source
        self._sizes = SizeGuard(announced)
        self._origin = origin
        self._next_path = path
        self._changed = changed
        self._breached = breached
        self._counters = counters
        self._opening: Opening | None = None
        self._track: CopiedTrack | None = None
        self._ended = False
        self._muted = muted
        self._copies = GroupTasks(MAX_OPEN_GROUPS, self._copy_failed)
        self._task = asyncio.get_running_loop().create_task(self._run())

    @property
    def path(self) -> str | None:
        """The path of the broadcast in the meeting's origin; None while there is none."""
        return self._opening.path if self._opening else None

    @property
    def broadcast(self) -> moq.BroadcastConsumer | None:
        """The broadcast in the meeting's origin; None while there is none."""
        return self._opening.broadcast.consume() if self._opening else None

    @property
    def stalled_s(self) -> float:
        """Seconds since the publisher's last frame, or since the gate was opened or unmuted."""
        return self._track.stalled_s if self._track else 0.0

    def end(self) -> None:
        """Stop at once: when this returns, not one frame more goes into the meeting's origin."""
        self._ended = True
        self._close()
        self._task.cancel()

    def open(self) -> None:
        """Let the source pass from now on. Opening again is no fault."""
        if self.is_open:
            return
        self.is_open = True
        if self._track is not None:
            self._track.into = self._announce().track
            self._track.let_pass(not self._muted)

    def mute(self, muted: bool) -> None:
        """Hold back what is captured from now on, or let it pass again; the broadcast stays
        announced.

        When this returns, not one frame more goes into the meeting's origin while it is muted, and
        what was captured meanwhile never does.
        """
        if muted is self._muted:
            return
        self._muted = muted
        if self._track is not None and self.is_open:
            if muted:
                self._copies.cancel()
            self._track.let_pass(not muted)

    async def done(self) -> None:
        """Wait until everything of an ended gate is gone."""
        await asyncio.wait([self._task])

    def _close(self) -> None:
        self._close_track()
        opening, self._opening = self._opening, None
        if opening:
            opening.close()
            self._changed()

    def _close_track(self) -> None:
        track, self._track = self._track, None
        self._copies.cancel()
        if track:
            track.end()

    async def _run(self) -> None:
        failures = 0
        while not self._ended:
            frames = self._counters.frames
            try:
                await (self._pass_on_demand() if self._source in ON_DEMAND else self._pass())
            except moq.Error as error:
                logger.debug("%s of ingest %d: %r", self._source, self._ingest.number, error)
            except BreachError as breach:
                self._breached(breach)
                return
            except Exception:
                logger.exception("%s of ingest %d", self._source, self._ingest.number)
            failures = 0 if self._counters.frames > frames else failures + 1
            await asyncio.sleep(RETRY_AFTER_S[min(failures, len(RETRY_AFTER_S) - 1)])

    async def _pass(self) -> None:
        """Copy the track until it ends; while it is there, it is announced if the gate is open."""
        source = await self._subscribe()
        try:
            await self._copy_track(source, self._announce().track if self.is_open else None)
        finally:
            source.cancel()
            self._close()

    async def _pass_on_demand(self) -> None:
        """Announce the track, and copy it while somebody subscribes to it."""
        opening = self._opening or self._announce()
        assert opening.requests is not None
        while True:
            request = await opening.requests.requested_track()
            if request.name != self._source:
                request.abort(NO_SUCH_TRACK)
                continue
            track = request.accept(moq.TrackInfo(priority=PRIORITY[self._source]))
            try:
                await self._copy_while_used(track)
            finally:
                # The next subscriber gets a new track, with nothing in it of what was shown before.
                end_quietly(track.finish if self._ended else partial(track.abort, 0))

    async def _copy_while_used(self, track: moq.TrackProducer) -> None:
        source = await self._subscribe()
        loop = asyncio.get_running_loop()
        copying = loop.create_task(self._copy_track(source, track))
        leaving = loop.create_task(_unused(track.demand()))
        try:
            await asyncio.wait([copying, leaving], return_when=asyncio.FIRST_COMPLETED)
            if copying.done():
                copying.result()
        finally:
            for task in (copying, leaving):
                task.cancel()
            source.cancel()
            self._close_track()
            await asyncio.gather(copying, leaving, return_exceptions=True)

    async def _subscribe(self) -> moq.TrackConsumer:
        return await self._ingest.broadcast.subscribe_track(self._source, LATE)

    def _announce(self) -> Opening:
        self._opening = Opening(self._origin, self._next_path(), self._source)
        self._counters.openings += 1
        self._changed()
        return self._opening

    async def _copy_track(self, source: moq.TrackConsumer, into: moq.TrackProducer | None) -> None:
        """Copy until the source ends; without a track to copy into, read until there is one."""
        if self._ended:
            return
        progress = self._ingest.progress.setdefault(self._source, Progress())
        track = self._track = CopiedTrack(progress, into, passes=self.is_open and not self._muted)
        while (group := await source.recv_group()) is not None:
            self._follow(track, group)

    def _follow(self, track: CopiedTrack, group: moq.GroupConsumer) -> None:
        sequence = group.sequence
        track.progress.saw_group(sequence)
        if sequence <= track.before.group:
            self._counters.stale += 1
            group.cancel()
            return
        self._copies.start(group, self._copy(track, group, sequence))

    def _copy_failed(self, error: BaseException) -> None:
        if isinstance(error, BreachError):
            self.end()
            self._breached(error)
        elif not isinstance(error, moq.Error):
            logger.error("%s of ingest %d", self._source, self._ingest.number, exc_info=error)

    async def _copy(self, track: CopiedTrack, group: moq.GroupConsumer, sequence: int) -> None:
        into: moq.GroupProducer | None = None
        size = 0
        try:
            while (frame := await group.read_frame()) is not None:
                payload = frame.payload
                size += len(payload)
                timestamp_us = checked_timestamp(payload, size)
                if not self._sizes.admits(payload):
                    self._counters.too_great += 1
                    group.cancel()
                    break
                if into is None and is_stale(track.before, track.opened_at_us, sequence, timestamp_us):
                    self._counters.stale += 1
                    group.cancel()
                    return
                # From here to the write nothing is awaited, so that no frame passes an ended or
                # muted gate.
                if self._track is not track:
                    return
                track.progress.saw_frame(timestamp_us, now_us())
                if not track.passes:
                    group.cancel()
                    return
                if into is None:
                    into = track.begin_group(sequence)
                into.write_frame(payload, timestamp_us)
                self._counters.frames += 1
                self._counters.bytes += len(payload)
        except moq.Error:
            # The publisher gave this group up: so do we.
            if into is not None and self._track is track:
                track.groups.discard(into)
                end_quietly(partial(into.abort, 1))
            raise
        if into is not None and self._track is track:
            track.groups.discard(into)
            into.finish()


async def _unused(demand: moq.TrackDemand) -> None:
    """Wait until a track has had no subscriber for a while.

    A new subscriber over MoQ looks at the track first, leaves, and comes back.
    """
    while True:
        await demand.unused()
        try:
            await asyncio.wait_for(demand.used(), LINGER_S)
        except TimeoutError:
            return

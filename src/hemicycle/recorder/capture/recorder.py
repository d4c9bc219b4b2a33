"""Subscribes to all streams of one meeting, orders their frames, and hands them to the writer.

The recorder subscribes as any client does, so what the chair has not opened never reaches it. It
keeps something only while the meeting is open and on the record.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from hemicycle.live.ports import Subscribable
from hemicycle.media.wire.frames import MalformedFrameError
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.recorder.capture.clocks import SeatClock
from hemicycle.recorder.capture.reorder_buffer import EncodedFrame, ReorderBuffer
from hemicycle.recorder.capture.track_file import Format
from hemicycle.recorder.capture.writer import Stream, Trouble, Writer
from hemicycle.recording.index import Reason
from hemicycle.room.record import Record, is_kept
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Phase, Source
from hemicycle.wire.media import Stream as StreamView

logger = logging.getLogger("hemicycle.recorder")

RECORDED = (Source.MICROPHONE, Source.CAMERA, Source.SCREEN)
"""The sources of which the full rendition is recorded. Smaller renditions show the same
pictures."""

GUARD_US = 300_000
"""What was captured within this time after going on the record is left out: the instant of a frame
is known only as well as the least delay that was measured for its publisher."""

OVERDUE_POLL_S = 0.25
"""How often it is looked for frames that have waited long enough for a group that is missing."""


@dataclass(eq=False, slots=True)
class _Taken:
    """A stream that the recorder is subscribed to."""

    stream: Stream
    clock: SeatClock
    order: ReorderBuffer = field(default_factory=ReorderBuffer)
    task: asyncio.Task[None] | None = None
    groups: set[asyncio.Task[None]] = field(default_factory=set)
    waits_for_key: bool = True


class Recorder:
    """Records one meeting. Make it, `start` it, tell it what happens, `stop` it. All on the event
    loop.

    Args:
        room: Where the streams are.
        directory: The recording's `tracks`.
        troubled: Called on the loop when what is wrong has changed; None: nothing is.
        now_us: The server's clock, in µs.
        writer: Makes the writer.
    """

    def __init__(
        self,
        room: Subscribable,
        directory: Path,
        troubled: Callable[[Trouble | None], None],
        *,
        now_us: Callable[[], int] = lambda: time.time_ns() // 1000,
        writer: Callable[[Path, Callable[[Trouble | None], None]], Writer] = Writer,
    ) -> None:
        self._room, self._directory, self._troubled, self._now_us = room, directory, troubled, now_us
        self._make_writer = writer
        self._writer: Writer | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._since_us: int | None = None
        """Frames are kept that were captured at this time (server's clock) or later; None: none
        are."""
        self._was_off_record = False
        self._stopping = False
        self._taken: dict[str, _Taken] = {}
        self._clocks: dict[int, SeatClock] = {}
        self._life = format(now_us() // 1_000_000, "x")
        self._overdue: asyncio.Task[None] | None = None

    @property
    def recording(self) -> bool:
        """Whether sound and picture are being kept."""
        return self._since_us is not None

    def start(self, state: State) -> None:
        """Begin with the meeting as it stands."""
        self._loop = asyncio.get_running_loop()
        loop = self._loop

        def troubled(trouble: Trouble | None) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._troubled, trouble)

        self._writer = self._make_writer(self._directory, troubled)
        self._writer.start()
        self._overdue = loop.create_task(self._let_go(), name="recorder")
        self.after(state)

    async def stop(self) -> None:
        """End every file, and wait until they are on disk."""
        self._since_us, self._stopping = None, True
        if self._overdue is not None:
            self._overdue.cancel()
        tasks: list[asyncio.Task[None]] = []
        for taken in self._taken.values():
            tasks += [task for task in (taken.task, *taken.groups) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._taken.clear()
        if self._writer is not None:
            await asyncio.to_thread(self._writer.stop)

    def before(self, state: State) -> None:
        """Facts are about to be stored. When this returns, nothing more is kept that they forbid.

        Args:
            state: The meeting as it will stand.
        """
        self._was_off_record |= state[Record].off_since is not None
        if self._since_us is None or is_kept(state):
            return
        self._since_us = None
        reason: Reason = "off_record" if state.phase is Phase.OPEN else "closed"
        for taken in self._taken.values():
            # What was held for what comes late was captured before; it belongs into the file.
            self._write(taken, taken.order.rest())
            taken.order = ReorderBuffer()
            taken.waits_for_key = True
            self._end(taken, reason, gone=False)

    def after(self, state: State) -> None:
        """Facts have been stored, or could not be: keep what may be kept from now on.

        Args:
            state: The meeting as it stands.
        """
        if not is_kept(state):
            self.before(state)
        elif self._since_us is None:
            self._since_us = self._now_us() + (GUARD_US if self._was_off_record else 0)
            self._was_off_record = False
            for clock in {taken.clock.name: taken.clock for taken in self._taken.values()}.values():
                # What became known of it meanwhile was not written down.
                self._note_clock(clock)
        self.streams_changed()

    def streams_changed(self) -> None:
        """Subscribe to the streams that have come up since the last call."""
        if self._loop is None:
            return
        for seat, streams in self._room.streams.items():
            for source in RECORDED:
                view = cast("StreamView | None", streams.get(source.value))
                if view is not None and view["path"] not in self._taken:
                    self._take(seat, source, view)

    def _take(self, seat: Key, source: Source, view: StreamView) -> None:
        assert self._loop is not None
        path = view["path"]
        ingest = self._room.ingest_of(path)
        if ingest is None:
            return
        clock = self._clocks.setdefault(ingest, SeatClock(f"{self._life}-{ingest}"))
        opening = int(path.rsplit("/", 1)[-1])
        stream = Stream(
            # Openings are counted anew by each server, so its own beginning is part of the name.
            name=f"{seat}_{source.value}_{self._life}-{opening:03}",
            seat=seat,
            opening=opening,
            format=Format(
                source,
                view["codec"],
                view.get("sample_rate", 48_000),
                view.get("channels", 1),
                view.get("width", 0),
                view.get("height", 0),
            ),
            clock=clock.name,
        )
        taken = self._taken[path] = _Taken(stream, clock)
        taken.task = self._loop.create_task(self._read(path, taken), name=f"recording {path}")

    async def _read(self, path: str, taken: _Taken) -> None:
        loop = asyncio.get_running_loop()
        try:
            async for group in self._room.groups(path, taken.stream.format.source):
                if taken.stream.format.source is Source.MICROPHONE:
                    await self._read_group(taken, group)
                    continue
                task = loop.create_task(self._read_group(taken, group))
                taken.groups.add(task)
                task.add_done_callback(taken.groups.discard)
            if taken.groups:
                await asyncio.wait(taken.groups, timeout=1.0)
        except Exception:
            logger.exception("%s", path)
        finally:
            for task in taken.groups:
                task.cancel()
            if self._since_us is not None:
                self._write(taken, taken.order.rest())
            self._end(taken, "stopped" if self._stopping else "ended", gone=True)
            # A path is never used twice: an ended stream is not taken again.
            self._taken.pop(path, None)

    async def _read_group(self, taken: _Taken, group: MediaGroup) -> None:
        try:
            async for frame in group.frames():
                self._came(
                    taken, group.sequence, EncodedFrame(frame.timestamp_us, frame.payload, frame.keyframe)
                )
        except MalformedFrameError as error:
            logger.warning("%s: %s", taken.stream.name, error)
        if self._since_us is not None:
            self._write(taken, taken.order.end(group.sequence, time.monotonic()))

    def _came(self, taken: _Taken, group: int, frame: EncodedFrame) -> None:
        fresh = taken.clock.saw(frame.timestamp_us, self._now_us())
        # From here to the writer nothing is awaited: what is off the record stays off it.
        if self._since_us is None or taken.clock.at(frame.timestamp_us) < self._since_us:
            return
        if fresh:
            self._note_clock(taken.clock)
        self._write(taken, taken.order.frame(group, frame, time.monotonic()))

    def _write(self, taken: _Taken, frames: list[EncodedFrame]) -> None:
        assert self._writer is not None
        assert taken.clock.behind_us is not None or not frames
        for frame in frames:
            if taken.waits_for_key and not frame.keyframe:
                continue
            taken.waits_for_key = False
            self._writer.frame(taken.stream, frame, cast("int", taken.clock.behind_us))

    def _end(self, taken: _Taken, reason: Reason, *, gone: bool) -> None:
        assert self._writer is not None
        if (behind := taken.clock.behind_us) is not None and not taken.clock.settled:
            self._writer.clock_seen(taken.clock.name, behind)
        self._writer.end(taken.stream, reason, gone=gone)

    def _note_clock(self, clock: SeatClock) -> None:
        assert self._writer is not None
        if clock.settled and clock.behind_us is not None:
            self._writer.clock_seen(clock.name, clock.behind_us)

    async def _let_go(self) -> None:
        """Write the frames that have waited too long for a group before theirs."""
        while True:
            await asyncio.sleep(OVERDUE_POLL_S)
            if self._since_us is None:
                continue
            for taken in self._taken.values():
                self._write(taken, taken.order.overdue(time.monotonic()))

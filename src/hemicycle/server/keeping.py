"""Ends the keeping of recordings and of guests' names when their time is over."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from hemicycle.live.meeting import now_ms
from hemicycle.recording.erasure import remove_recording
from hemicycle.recording.paths import RecordingPaths
from hemicycle.room.erasure import EndKeeping
from hemicycle.room.floor import FloorGiven
from hemicycle.room.log import chain
from hemicycle.room.opening import Agenda
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import decide, replay
from hemicycle.store import Store
from hemicycle.store.erasure import forget_guests
from hemicycle.store.logs import closed_before
from hemicycle.wire.ids import Key, Role

LOOK_EVERY = 24 * 3600.0
"""Seconds between two looks."""

DAY_MS = 24 * 3600 * 1000

_NAMED = frozenset({Role.CHAIR, Role.SPEAKER})

log = logging.getLogger("hemicycle.web")


def end_keeping(store: Store, recordings: Path, slug: Key, days: int, now: int) -> bool:
    """End the keeping of one meeting, if it is closed and its time is over.

    Its recording goes first: where its files can't be deleted, the log does not say that they were.

    Args:
        store: where its rows are.
        recordings: the directory of all recordings.
        slug: the meeting.
        days: how long it is kept after its close.
        now: the present, in ms.

    Returns:
        Whether it was ended now.

    Raises:
        OSError: the recording can't be deleted.
        LogConflict: another process has written to the log meanwhile; the next look does it.
    """
    entries = store.entries(slug)
    state = replay(entries)
    closed = state[Agenda].closed
    if closed is None or closed > now - days * DAY_MS:
        return False
    outcome = decide(state, EndKeeping(days), "")
    if isinstance(outcome, Refusal) or not outcome:
        return False
    remove_recording(RecordingPaths(recordings / slug))
    spoke = {entry.fact.seat for entry in entries if isinstance(entry.fact, FloorGiven)}
    named = {key for key, seat in state.seats.items() if seat.role in _NAMED}
    forget_guests(store, slug, spoke | named, chain(outcome, now, entries[-1]))
    return True


class Keeping:
    """Looks once a day. On the event loop.

    Args:
        store: where the meetings are.
        recordings: the directory of all recordings.
        days: how long they are kept after a meeting's close.
    """

    def __init__(self, store: Store, recordings: Path, days: int) -> None:
        self._store, self._recordings, self._days = store, recordings, days

    async def run(self) -> None:
        """Look now, and then every day. A meeting that is held forgets as soon as it meets the fact."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK_EVERY)

    async def look(self) -> None:
        """End the keeping of every meeting whose time is over. What fails for one is tried again tomorrow."""
        now = now_ms()
        for slug in await asyncio.to_thread(closed_before, self._store, now - self._days * DAY_MS):
            try:
                ended = await asyncio.to_thread(
                    end_keeping, self._store, self._recordings, slug, self._days, now
                )
            except Exception:
                log.exception("meeting %s: its keeping could not be ended", slug)
                continue
            if ended:
                log.info("meeting %s: kept for %d days, now ended", slug, self._days)

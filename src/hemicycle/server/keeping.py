"""Ends the keeping of recordings and of guests' names when their time is over."""

from __future__ import annotations

import asyncio
import logging

from hemicycle.live.meeting import now_ms
from hemicycle.live.owner import Owner
from hemicycle.recording.erasure import remove_recording
from hemicycle.room.erasure import EndKeeping, Erasure
from hemicycle.room.opening import Agenda
from hemicycle.server.composing import Composing
from hemicycle.store.logs import closed_before
from hemicycle.wire.ids import Key, Phase

LOOK_EVERY_S = 24 * 3600.0

DAY_MS = 24 * 3600 * 1000

log = logging.getLogger("hemicycle.server")


class Keeping:
    """Looks once a day. On the event loop.

    Args:
        owner: the meetings.
        composing: their recordings.
        days: how long they are kept after a meeting's close.
    """

    def __init__(self, owner: Owner, composing: Composing, days: int) -> None:
        self._owner, self._composing, self._days = owner, composing, days

    async def run(self) -> None:
        """Look now, and then every day."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK_EVERY_S)

    async def look(self) -> None:
        """End the keeping of every meeting whose time is over. What fails for one is tried again
        tomorrow."""
        before = now_ms() - self._days * DAY_MS
        for slug in await asyncio.to_thread(closed_before, self._owner.store, before):
            try:
                ended = await self.end(slug, before)
            except Exception:
                log.exception("meeting %s: its keeping could not be ended", slug)
                continue
            if ended:
                log.info("meeting %s: kept for %d days, now ended", slug, self._days)

    async def end(self, slug: Key, before: int) -> bool:
        """End the keeping of one meeting, if it was closed before that time, in ms, and stayed so.

        Its recording goes first: where its files can't be deleted, the log does not say that they
        were.

        Returns:
            Whether it was ended now.

        Raises:
            OSError: the recording can't be deleted.
        """
        standing = await self._owner.look(slug)
        if standing is None or standing.state.phase is not Phase.CLOSED:
            return False
        closed = standing.state[Agenda].closed
        if closed is None or closed > before or standing.state[Erasure].keeping_ended:
            return False
        async with self._composing.paused(slug):
            await asyncio.to_thread(remove_recording, self._composing.paths(slug))
            return await self._owner.act(slug, EndKeeping(self._days), "") is None

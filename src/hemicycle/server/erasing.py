"""Erases a person from a meeting: rows, files, and what the meeting's companions remember.

The files go first: where they can't be deleted, the rows still say whose they are. Then the meeting
decides, and its fact, the rows and the link go in one transaction (`store.journal`); a meeting that
is live forgets with the fact. What was begun is noted before, and is gone on with by the next
owner.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hemicycle.live.owner import Owner
from hemicycle.recording.erasure import erase_tracks
from hemicycle.recording.paths import RecordingPaths
from hemicycle.room.erasure import EraseSeat
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import decide
from hemicycle.server.composing import Composing
from hemicycle.store import NoSuchMeeting, Store
from hemicycle.store.erasure import Erased, begin_erasure, begun_erasures, finish_erasure, is_shown
from hemicycle.wire.ids import Key

log = logging.getLogger("hemicycle.server")

FileEraser = Callable[[Store, RecordingPaths, Key], int]
"""Takes one subject's files of a seat away, and returns how many; running it again changes nothing.

Raises:
    OSError: something can't be deleted.
"""


def _erase_recording(store: Store, paths: RecordingPaths, seat: Key) -> int:
    if not paths.index.exists():
        return 0
    with paths.composing_lock():
        return erase_tracks(paths, seat, shown=is_shown(store, paths.directory.name, seat))


FILES: Mapping[str, FileEraser] = MappingProxyType({"tracks": _erase_recording})


@dataclass(frozen=True, slots=True)
class ErasedSeat:
    """What an erasure took out, by subject."""

    rows: Erased
    files: Mapping[str, int]
    """By subject, as in `FILES`."""


class Erasing:
    """Erases seats, one at a time. On the event loop.

    Args:
        owner: the meetings.
        composing: their recordings: nothing is made of one while it is taken apart.
    """

    def __init__(self, owner: Owner, composing: Composing) -> None:
        self.owner, self._composing = owner, composing
        self._one_at_a_time = asyncio.Lock()

    async def erase(self, slug: Key, seat: Key) -> ErasedSeat | Refusal:
        """Erase whoever has a seat, from everything that is kept.

        Returns:
            What was erased; why nothing was, where the rules do not allow it.

        Raises:
            NoSuchMeeting: there is none of that slug.
            OSError: a file can't be deleted; the erasure stays begun.
        """
        standing = await self.owner.look(slug)
        if standing is None:
            raise NoSuchMeeting(f'there is no meeting "{slug}"')
        if isinstance(refusal := decide(standing.state, EraseSeat(), seat), Refusal):
            return refusal
        await asyncio.to_thread(begin_erasure, self.owner.store, slug, seat)
        return await self._go_on(slug, seat, rows_are_erased=False)

    async def resume(self) -> None:
        """Go on with every erasure that was cut short. What fails is tried again at the next
        start."""
        for slug, seat, rows_are_erased in await asyncio.to_thread(begun_erasures, self.owner.store):
            try:
                done = await self._go_on(slug, seat, rows_are_erased=rows_are_erased)
            except OSError as error:
                log.error("meeting %s: the seat %s is not erased: %s", slug, seat, error)
                continue
            if isinstance(done, Refusal):
                log.error("meeting %s: the seat %s is not erased: %s", slug, seat, done.sentence)
            else:
                log.info("meeting %s: the erasure of the seat %s was gone on with", slug, seat)

    async def _go_on(self, slug: Key, seat: Key, *, rows_are_erased: bool) -> ErasedSeat | Refusal:
        store = self.owner.store
        async with self._one_at_a_time, self._composing.paused(slug):
            paths = self._composing.paths(slug)
            files = {
                subject: await asyncio.to_thread(erase, store, paths, seat)
                for subject, erase in FILES.items()
            }
            if not rows_are_erased and (refusal := await self.owner.act(slug, EraseSeat(), seat)):
                return refusal
        await self.owner.link_replaced(slug, seat)
        return ErasedSeat(await asyncio.to_thread(finish_erasure, store, slug, seat), files)

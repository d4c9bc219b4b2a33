"""The owner: the one place in this process that changes meetings, and holds those that are live."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from weakref import WeakValueDictionary

from hemicycle.live.companion import CompanionFactory
from hemicycle.live.connection import Way
from hemicycle.live.meeting import LiveMeeting
from hemicycle.live.presence import GRACE_S
from hemicycle.media.server.room import MediaRoom
from hemicycle.room.interruption import MarkInterruption
from hemicycle.room.refusal import Refusal
from hemicycle.room.subject import InternalCommand
from hemicycle.store import NoSuchMeeting, Store
from hemicycle.store.journal import Journal
from hemicycle.store.rows import SeatRow
from hemicycle.store.standing import Standing, Standings
from hemicycle.store.tokens import token_hash
from hemicycle.wire.ids import Key, Milliseconds
from hemicycle.wire.media import MediaDoor

SWEEP_S = 5.0
"""Between two looks for meetings that need not be held any more."""

log = logging.getLogger("hemicycle.live")


class Owner:
    """Holds the meetings that are open, have somebody in them, or are being changed.

    An async context manager. What is only read of any meeting comes from the store (`look`).
    """

    def __init__(
        self,
        store: Store,
        open_room: Callable[[Callable[[], None]], MediaRoom],
        media_door: Callable[[Way, str], MediaDoor],
        *,
        grace_s: float = GRACE_S,
        sweep_s: float = SWEEP_S,
        companions: Sequence[CompanionFactory] = (),
        lost: Callable[[], None] = lambda: None,
    ) -> None:
        """An owner that holds nothing yet.

        Args:
            store: where the meetings are. This process holds its lease.
            open_room: makes the media room of a meeting, given what to call when its streams
                change.
            media_door: where sound and picture are, for a way to the server and a ticket.
            grace_s: how long a seat stays taken without a connection.
            sweep_s: how often it is looked for meetings that nobody needs any more, in seconds.
            companions: make the companions of each meeting that is taken up.
            lost: called, from any thread, when another process owns the database now.
        """
        self.store = store
        self.meetings: dict[Key, LiveMeeting] = {}
        self.rooms: dict[Key, MediaRoom] = {}
        self._open_room, self._media_door = open_room, media_door
        self._grace_s, self._sweep_s, self._companions = grace_s, sweep_s, tuple(companions)
        self._standings = Standings(store)
        self._journal = Journal(store, lost)
        self._uses: Counter[Key] = Counter()
        self._locks: WeakValueDictionary[Key, asyncio.Lock] = WeakValueDictionary()
        self._sweeping: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Owner:
        """Begin to let go of what is not needed any more."""
        self._sweeping = asyncio.create_task(self._sweep(), name="sweep")
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop every meeting. Those that are open stay open: the next owner goes on with them."""
        if self._sweeping is not None:
            self._sweeping.cancel()
            await asyncio.gather(self._sweeping, return_exceptions=True)
        await self.stop()
        await asyncio.to_thread(self._journal.close)

    async def resume(self, last_beat: Milliseconds | None = None) -> None:
        """Go on with every meeting that was open when the last owner ended, and mark the hole.

        Args:
            last_beat: when that owner is known to have run; None: no later than its last fact.
        """
        for slug in await asyncio.to_thread(self.store.open_meetings):
            async with self.using(slug) as live:
                last_fact = live.last.at if live.last else 0
                await live.act(MarkInterruption(max(last_beat or 0, last_fact)), "")

    async def stop(self) -> None:
        """Stop every meeting."""
        for live in tuple(self.meetings.values()):
            await live.stop()

    @contextlib.asynccontextmanager
    async def using(self, slug: Key) -> AsyncIterator[LiveMeeting]:
        """A meeting, held at least for as long as the block lasts. It goes on where its log ends.

        Raises:
            NoSuchMeeting: there is none of that slug.
        """
        async with self._lock(slug):
            live = self.meetings.get(slug) or await self._take_up(slug)
            self._uses[slug] += 1
        try:
            yield live
        finally:
            self._uses[slug] -= 1
            if not self._uses[slug]:
                del self._uses[slug]

    async def act(self, slug: Key, command: InternalCommand, seat: Key) -> Refusal | None:
        """Carry out a command that is not given in the room.

        Returns:
            Why it was not carried out; None: it was, and its facts are stored.

        Raises:
            NoSuchMeeting: there is none of that slug.
        """
        async with self.using(slug) as live:
            return await live.act(command, seat)

    async def look(self, slug: Key) -> Standing | None:
        """A meeting as it is now, without taking it up; None where there is none of that slug."""
        if live := self.meetings.get(slug):
            return Standing(live.meeting, live.state)
        return await asyncio.to_thread(self._standings.of, slug)

    async def seat_of(self, token: str) -> SeatRow | None:
        """Whose personal link it is; None: nobody's."""
        return await asyncio.to_thread(self.store.seat_of, token_hash(token))

    async def link_replaced(self, slug: Key, seat: Key) -> None:
        """A seat's link is another one: whoever is there by the old one is out."""
        live = self.meetings.get(slug)
        connection = live.connections.get(seat) if live else None
        if live is None or connection is None:
            return
        link = await asyncio.to_thread(self.store.seat_of, connection.link)
        if link is None or link.revoked:
            live.seats.revoke(connection)

    def door_changed(self) -> None:
        """The way to the media is another one: whoever is inside must be told."""
        for live in self.meetings.values():
            live.welcome_again()

    def _lock(self, slug: Key) -> asyncio.Lock:
        # Kept for as long as anybody waits for it or has it.
        lock = self._locks.get(slug)
        if lock is None:
            lock = self._locks[slug] = asyncio.Lock()
        return lock

    async def _take_up(self, slug: Key) -> LiveMeeting:
        plan = await asyncio.to_thread(self.store.meeting, slug)
        if plan is None:
            raise NoSuchMeeting(f'there is no meeting "{slug}"')
        entries = await asyncio.to_thread(self.store.entries, slug)

        def changed() -> None:
            if taken_up := self.meetings.get(slug):
                taken_up.media_changed()

        room = self._open_room(changed)
        live = LiveMeeting(plan, entries, self._journal, room, self._media_door, grace_s=self._grace_s)
        for make in self._companions:
            try:
                await live.accompany(make(live, room))
            except Exception:
                log.exception("meeting %s: a companion could not be made; it is held without", slug)
        live.start()
        self.meetings[slug], self.rooms[slug] = live, room
        return live

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(self._sweep_s)
            for slug in tuple(self.meetings):
                try:
                    await self._let_go(slug)
                except Exception:
                    log.exception("meeting %s could not be let go of", slug)

    async def _let_go(self, slug: Key) -> None:
        """Stop holding a meeting, if nobody needs it."""
        async with self._lock(slug):
            live = self.meetings[slug]
            if self._uses[slug] or not live.is_idle:
                return
            del self.meetings[slug]
            room = self.rooms.pop(slug)
            await live.stop()
            await room.close()

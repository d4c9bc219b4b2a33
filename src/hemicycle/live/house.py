"""The house: every meeting that this server holds."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence

from hemicycle.live.companion import CompanionFactory
from hemicycle.live.connection import Way
from hemicycle.live.meeting import LiveMeeting, now_ms
from hemicycle.live.presence import GRACE_S
from hemicycle.live.trial import Trials
from hemicycle.media.server.room import MediaRoom
from hemicycle.media.server.server import MediaServer
from hemicycle.room.rules import replay
from hemicycle.store import Store
from hemicycle.store.logs import lengths
from hemicycle.store.rows import SeatRow
from hemicycle.store.tokens import token_hash
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.media import MediaDoor

LOOKS_EVERY = 2.0
"""Seconds between two looks for what another process has changed: links revoked, facts stored, texts for
the booths."""

log = logging.getLogger("hemicycle.live")


class House:
    """Opens meetings when somebody comes to them. An async context manager."""

    def __init__(
        self,
        store: Store,
        door: MediaServer,
        *,
        pinned: bool,
        grace: float = GRACE_S,
        companions: Sequence[CompanionFactory] = (),
    ) -> None:
        """A house over a store and a media door.

        Args:
            store: where the meetings are.
            door: where their sound and picture go through.
            pinned: whether pages have to pin the door's certificate, as nobody vouches for it.
            grace: seconds that a seat stays taken without a connection.
            companions: make the companions of each meeting that is opened.
        """
        self.store, self.door = store, door
        self.meetings: dict[Key, LiveMeeting] = {}
        self.rooms: dict[Key, MediaRoom] = {}
        self.trials = Trials(door.room, self.media_door)
        self._pinned, self._grace, self._companions = pinned, grace, tuple(companions)
        self._opening = asyncio.Lock()
        self._watch: asyncio.Task[None] | None = None
        # Every session over UDP ends with the old certificate: pages must be told the new one to come back.
        door.renewed = self._door_renewed

    async def __aenter__(self) -> House:
        """Go on with every meeting that was open when the last server ended."""
        for row in await asyncio.to_thread(self.store.meetings):
            entries = await asyncio.to_thread(self.store.entries, row.slug)
            if replay(entries).phase is Phase.OPEN:
                await self.meeting(row.slug)
        self._watch = asyncio.create_task(self._watch_store(), name="store")
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop every meeting. They stay open: the next server goes on with them."""
        if self._watch is not None:
            self._watch.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watch
        for live in self.meetings.values():
            await live.stop()
        self.trials.stop()

    async def meeting(self, slug: str) -> LiveMeeting | None:
        """The meeting of that slug, going on where its log ends; None where there is none."""
        if live := self.meetings.get(slug):
            return live
        async with self._opening:
            if live := self.meetings.get(slug):
                return live
            plan = await asyncio.to_thread(self.store.meeting, slug)
            if plan is None:
                return None
            entries = await asyncio.to_thread(self.store.entries, slug)

            def changed() -> None:
                if opened := self.meetings.get(slug):
                    opened.media_changed()

            room = self.door.room(changed)
            live = LiveMeeting(plan, entries, self.store, room, self.media_door, grace_s=self._grace)
            for make in self._companions:
                try:
                    await live.accompany(make(live, room))
                except Exception:
                    log.exception("meeting %s: a companion could not be made; it is held without", slug)
            live.start()
            self.meetings[slug], self.rooms[slug] = live, room
        return live

    async def seat_of(self, token: str) -> SeatRow | None:
        """Whose personal link it is; None: nobody's."""
        return await asyncio.to_thread(self.store.seat_of, token_hash(token))

    def _door_renewed(self) -> None:
        for live in self.meetings.values():
            live.welcome_again()

    def media_door(self, way: Way, ticket: str) -> MediaDoor:
        """Where sound and picture are, for whoever came by that way and has that ticket."""
        literal = f"[{way.host}]" if ":" in way.host else way.host
        return MediaDoor(
            url=f"https://{literal}:{way.port or self.door.port}/media?ticket={ticket}",
            fingerprints=self.door.fingerprints if self._pinned else [],
            tcp=f"{way.socket_url}/media?ticket={ticket}",
            network=way.network,
        )

    async def _watch_store(self) -> None:
        while True:
            await asyncio.sleep(LOOKS_EVERY)
            try:
                # Looks back further than to its last look: the other process's clock may be behind.
                rows = await asyncio.to_thread(self.store.revoked_since, now_ms() - 60_000)
                for row in rows:
                    await self._end_if_revoked(row)
                await self._look_for_facts()
            except Exception:
                log.exception("could not look for what has changed")

    async def _look_for_facts(self) -> None:
        """Have the meetings take up what another process has stored of them."""
        found = await asyncio.to_thread(lengths, self.store, tuple(self.meetings))
        for slug, length in found.items():
            live = self.meetings[slug]
            if length > (live.last.seq + 1 if live.last else 0):
                live.log_grew()

    async def _end_if_revoked(self, row: SeatRow) -> None:
        """End the seat's connection if it came in by a link that was revoked meanwhile."""
        live = self.meetings.get(row.slug)
        connection = live.connections.get(row.key) if live else None
        if live is None or connection is None:
            return
        link = await asyncio.to_thread(self.store.seat_of, connection.link)
        if link is None or link.revoked:
            live.revoke(connection)

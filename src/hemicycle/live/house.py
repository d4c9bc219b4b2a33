"""The house: every meeting that this server holds."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence

from hemicycle.captions.listener import Listener
from hemicycle.live.captions import Captions
from hemicycle.live.line import Way
from hemicycle.live.meeting import GRACE, LiveMeeting, now_ms
from hemicycle.live.seams import Witness
from hemicycle.live.trial import Trials
from hemicycle.media.server.room import MediaRoom
from hemicycle.media.server.server import Door
from hemicycle.room.rules import replay
from hemicycle.store import Store
from hemicycle.store.lines import lines_of
from hemicycle.store.logs import lengths
from hemicycle.store.rows import SeatRow
from hemicycle.store.texts import TextVersions, text_versions
from hemicycle.store.tokens import token_hash
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.messages import MediaDoor

LOOKS_EVERY = 2.0
"""Seconds between two looks for what another process has changed: links revoked, facts stored, texts for
the booths."""

Attend = Callable[[LiveMeeting], Witness]
"""Makes a witness of a meeting that is being taken up."""

log = logging.getLogger("hemicycle.live")


class House:
    """Opens meetings when somebody comes to them. An async context manager."""

    def __init__(
        self,
        store: Store,
        door: Door,
        *,
        pinned: bool,
        grace: float = GRACE,
        witnesses: Sequence[Attend] = (),
        listener: Listener | None = None,
    ) -> None:
        """A house over a store and a media door.

        Args:
            store: where the meetings are.
            door: where their sound and picture go through.
            pinned: whether pages have to pin the door's certificate, as nobody vouches for it.
            grace: seconds that a seat stays taken without a connection.
            witnesses: who attends every meeting, and is told what happens.
            listener: puts speech into words for the captions; None: only captioners write them.
        """
        self.store, self.door = store, door
        self.meetings: dict[Key, LiveMeeting] = {}
        self.rooms: dict[Key, MediaRoom] = {}
        self.trials = Trials(door.room, self.media_door)
        self._texts: dict[Key, TextVersions] = {}
        self._pinned, self._grace, self._witnesses = pinned, grace, tuple(witnesses)
        self._listener = listener
        self._opening, self._looking = asyncio.Lock(), asyncio.Lock()
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
            lines = await asyncio.to_thread(lines_of, self.store, slug)

            def changed() -> None:
                if opened := self.meetings.get(slug):
                    opened.media_changed()

            room = self.door.room(changed)
            live = LiveMeeting(plan, entries, self.store, room, self.media_door, grace=self._grace)
            self.meetings[slug], self.rooms[slug] = live, room
            live.captions = Captions(live, self.store, room, self._listener, lines, clock=now_ms)
            live.attended_by(live.captions)
            for attend in self._witnesses:
                live.attended_by(attend(live))
            live.start()
        await self.look_for_texts()
        return live

    async def seat_of(self, token: str) -> SeatRow | None:
        """Whose personal link it is; None: nobody's."""
        return await asyncio.to_thread(self.store.seat_of, token_hash(token))

    async def look_for_texts(self) -> None:
        """Tell the booths of each meeting what there is for them to read now."""
        async with self._looking:
            found = await asyncio.to_thread(text_versions, self.store, tuple(self.meetings))
            for slug, versions in found.items():
                live = self.meetings[slug]
                if versions != self._texts.get(slug):
                    self._texts[slug] = versions
                    live.speeches_changed(versions.speeches)
                    live.glossary_changed(versions.glossary)

    def _door_renewed(self) -> None:
        for live in self.meetings.values():
            live.door_changed()

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
                await self.look_for_texts()
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
        """End the seat's line if it came in by a link that was revoked: it may have come by the new one."""
        live = self.meetings.get(row.slug)
        line = live.line_of(row.key) if live else None
        if live is None or line is None:
            return
        link = await asyncio.to_thread(self.store.seat_of, line.link)
        if link is None or link.revoked:
            live.revoke(line)

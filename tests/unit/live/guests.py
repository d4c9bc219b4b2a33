"""A live meeting in memory, with guests at its connections.

The journal and the media here are the smallest ones that fit the ports, which note in one list what
happened when; the real ones are in the service tests.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

from tests.unit.room.meetings import BEGINNING, INTERPRETERS, ITEMS, SEATS

from hemicycle.live.companion import Companion
from hemicycle.live.connection import Connection, Way
from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.log import Entry, chain
from hemicycle.store.errors import LeaseLost, LogConflict
from hemicycle.wire.ids import Key, Role, Source, audience_of
from hemicycle.wire.media import MediaDoor, Sending, Streams
from hemicycle.wire.meeting import Meeting, Seat
from hemicycle.wire.patch import merge

GRACE = 0.05
WAY = Way("localhost", None, "ws://localhost", "n")


def meeting() -> Meeting:
    seat: Seat = {"name": "N", "title": "T", "organisation": "O", "role": Role.CHAIR, "language": "en"}
    seats: dict[str, Seat] = {key: {**seat, "role": planned.role} for key, planned in SEATS.items()}
    for key, into in INTERPRETERS.items():
        seats[key]["into"] = list(into)
    return {
        "slug": "m",
        "title": "T",
        "organiser": "O",
        "city": "C",
        "starts": 0,
        "timezone": "UTC",
        "minutes": 60,
        "languages": ["en", "kk", "ru"],
        "on_record": True,
        "categories": [],
        "items": [{"key": item, "title": item, "minutes": 5} for item in ITEMS],
        "seats": seats,
    }


class Notes:
    """A journal and a media room that note what happens, in order."""

    thread = None

    def __init__(self) -> None:
        self.log: list[Entry] = chain(BEGINNING, 0, None)
        self.plan = meeting()
        self.happened: list[Any] = []
        self.full = False
        self.lost = False
        self.quiet_for: dict[Key, float] = {}
        self.streams: dict[Key, Streams] = {}
        self.tickets = 0

    def append(self, slug: Key, entries: Sequence[Entry]) -> None:
        if self.full:
            raise OSError("disk full")
        if self.lost:
            raise LeaseLost("another process owns the database now")
        if entries[0].seq != len(self.log):
            raise LogConflict("another process was here")
        self.happened += [("stored", entry.fact.type) for entry in entries]
        self.log += entries

    def meeting(self, slug: Key) -> Meeting:
        return self.plan

    def admit(self, seat: Key) -> str:
        self.tickets += 1
        return f"{seat}-{self.tickets}"

    def dismiss(self, ticket: str) -> None:
        self.happened.append(("dismissed", ticket))

    def set_sending(self, seat: Key, sending: Sending) -> None:
        pass

    def prepare(self, feeds: frozenset[tuple[Key, Source]]) -> None:
        self.happened.append(("expected", feeds))

    def mute(self, seats: frozenset[Key]) -> None:
        self.happened.append(("held", seats))

    def stalled_s(self, seat: Key) -> float:
        return self.quiet_for.get(seat, 0.0)

    def permit(self, opened: frozenset[tuple[Key, Source]]) -> None:
        self.happened.append(("permitted", opened))


class Guest:
    """A seat at its connection, keeping its view as a page does."""

    def __init__(self, live: LiveMeeting, seat: Key, page: str = "") -> None:
        self.live, self.seat = live, seat
        self.connection = Connection(seat, audience_of(SEATS[seat].role), "hash", WAY, page)
        self.view: Any = None
        self.rev = -1
        self._asked = 0
        live.seats.connect(self.connection)

    async def next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(await asyncio.wait_for(self.connection.next(), 20))
        if message["type"] == "welcome":
            self.view, self.rev = message["view"], message["rev"]
        elif message["type"] == "change":
            assert message["rev"] == self.rev + 1
            self.view, self.rev = merge(self.view, message["patch"]), message["rev"]
        return message

    async def until(self, kind: str) -> dict[str, Any]:
        while (message := await self.next())["type"] != kind:
            pass
        return message

    def say(self, kind: str, **fields: Any) -> None:
        self._asked += 1
        command = {"type": kind, **fields}
        self.live.hear(
            self.connection, json.dumps({"type": "command", "id": self._asked, "command": command})
        )

    async def ask(self, kind: str, **fields: Any) -> dict[str, Any]:
        self.say(kind, **fields)
        while (message := await self.next())["type"] not in ("done", "refused"):
            pass
        assert message["id"] == self._asked
        return message


async def opened(notes: Notes, *companions: Callable[[LiveMeeting, Notes], Companion]) -> LiveMeeting:
    door = MediaDoor(url="https://localhost", fingerprints=[], tcp="ws://localhost", network="n")
    live = LiveMeeting(notes.plan, notes.log, notes, notes, lambda _host, _ticket: door, grace_s=GRACE)
    for make in companions:
        await live.accompany(make(live, notes))
    live.start()
    return live


async def seated(live: LiveMeeting, seat: Key) -> Guest:
    guest = Guest(live, seat)
    await guest.until("welcome")
    return guest

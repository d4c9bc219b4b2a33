"""A server writes down that it runs; the next one marks the hole in an open meeting's record."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from tests.service.server.servers import server, started
from tests.world.programmes import SMALL
from tests.world.site import store_with

from hemicycle.client.seat import Seat
from hemicycle.live.meeting import now_ms
from hemicycle.report import report
from hemicycle.room.interruption import Hole, MeetingInterrupted
from hemicycle.server.heartbeat import FILE, beating, last_beat
from hemicycle.store import Store
from hemicycle.store.planning import seat_links
from hemicycle.store.tokens import secret_in
from hemicycle.wire.opening import CloseMeeting, OpenMeeting

OUTAGE_S = 2.0


async def test_the_last_beat_is_known_afterwards(tmp_path: Path) -> None:
    assert last_beat(tmp_path) is None
    ticks = iter([5, 7, 1_600_000_000_000])
    beat: asyncio.Event = asyncio.Event()
    loop = asyncio.get_running_loop()

    def clock() -> int:
        at = next(ticks, 1_600_000_000_009)
        if at > 1_600_000_000_000:
            loop.call_soon_threadsafe(beat.set)
        return at

    async with beating(tmp_path, beat_s=0.01, clock=clock):
        await asyncio.wait_for(beat.wait(), 10)
    assert last_beat(tmp_path) in (1_600_000_000_000, 1_600_000_000_009)
    (tmp_path / FILE).write_text("x")
    assert last_beat(tmp_path) is None


@asynccontextmanager
async def in_the_chair(at: str, path: str) -> AsyncIterator[Seat]:
    async with httpx.AsyncClient(base_url=at) as http, Seat(at + path, http) as chair:
        yield chair


@pytest.mark.timeout(180)
async def test_the_hole_that_a_kill_makes_is_in_the_log_and_the_report(tmp_path: Path) -> None:
    store = store_with(SMALL, tmp_path)
    chair = next(link.path for link in seat_links(store, secret_in(tmp_path), "small") if link.key == "chair")
    store.close()
    url = f"sqlite:///{tmp_path}/hemicycle.db"
    process, at = await started(tmp_path, url)
    async with in_the_chair(at, chair) as seat:
        await seat.ask(OpenMeeting())
        opened = now_ms()
        await asyncio.sleep(OUTAGE_S)
    killed = now_ms()
    process.kill()
    await process.communicate()
    await asyncio.sleep(OUTAGE_S)
    async with server(tmp_path, url) as (_, at), in_the_chair(at, chair) as seat:
        again = now_ms()
        assert await seat.ask(CloseMeeting()) is None
    # A meeting that is closed is not interrupted by a restart.
    async with server(tmp_path, url):
        pass
    store = Store.open(url)
    meeting, entries = store.meeting("small"), store.entries("small")
    store.close()
    assert meeting is not None
    assert [entry.fact.type for entry in entries].count(MeetingInterrupted.type) == 1
    (hole,) = report(meeting, entries, now_ms()).interruptions
    assert isinstance(hole, Hole)
    # The last beat was after the last fact before the kill, and at most some seconds before it.
    assert opened < hole.since <= killed
    assert killed + OUTAGE_S * 1000 <= hole.until <= again

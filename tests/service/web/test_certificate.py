"""The certificate made here is replaced while a meeting runs, and the meeting goes on."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial

import pytest
from tests.world.media import speaking, until
from tests.world.site import Site

from hemicycle.client.media import keep_media
from hemicycle.client.seat import Seat
from hemicycle.media.client.client import MediaClient
from hemicycle.media.server import server as door
from hemicycle.wire.floor import GiveFloor
from hemicycle.wire.ids import Source
from hemicycle.wire.opening import OpenMeeting


@contextlib.asynccontextmanager
async def beside(seat: Seat, use: Callable[[MediaClient], Awaitable[None]]) -> AsyncIterator[None]:
    """The seat's media connection in use, and the next one, as a page does it."""
    task = asyncio.create_task(keep_media(seat, use, MediaClient.of))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def speak(seat: Seat, client: MediaClient) -> None:
    async with speaking(client) as sending:
        await seat.sending(sending)
        await client.closed()


async def hear(seat: Seat, stamps: list[int], client: MediaClient) -> None:
    """Take the ambassador's sound wherever the view says that it is."""
    path = None
    while True:

        def moved(view: object, before: str | None = path) -> bool:
            return where(seat) not in (None, before)

        await seat.until(moved)
        path = where(seat)
        assert path is not None
        async for frame in client.watch(path, Source.MICROPHONE):
            stamps.append(frame.timestamp_us)  # noqa: PERF401


def where(seat: Seat) -> str | None:
    streams = seat.view["streams"].get("ambassador") if seat.view else None
    return streams["microphone"]["path"] if streams and "microphone" in streams else None


@pytest.fixture(autouse=True)
def short_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate lives three seconds, whoever is connected."""
    monkeypatch.setattr(door, "RENEW_AT_LATEST_S", 3.0)
    monkeypatch.setattr(door, "CHECK_EVERY_S", 0.1)


async def test_a_meeting_goes_on_across_two_renewals(site: Site) -> None:
    served = site.running.media
    chair, ambassador, france = [await site.seat(key) for key in ("chair", "ambassador", "france")]
    await chair.ask(OpenMeeting())
    await chair.ask(GiveFloor(seat="ambassador"))
    stamps: list[int] = []
    room = site.running.owner.rooms["small"]
    async with (
        chair.connect_media("tcp"),
        beside(ambassador, partial(speak, ambassador)),
        beside(france, partial(hear, france, stamps)),
    ):
        await until(lambda: len(stamps) > 25, 10)
        over_tcp = [session for session in room._sessions if session.transport == "tcp"]
        known = {tuple(served.fingerprints)}
        floor = france.view and france.view["floor"]
        for _ in range(2):
            await until(lambda: tuple(served.fingerprints) not in known, 10)
            known.add(tuple(served.fingerprints))
            await until(lambda: france.media is not None and france.media.fingerprints == served.fingerprints)
            heard = len(stamps)
            await until(partial(longer, stamps, heard + 25), 10)
            newcomer = await site.seat("kazan")
            async with newcomer.connect_media() as client:
                assert client.connected
        assert france.view is not None
        assert france.view["floor"] == floor
        assert [session for session in room._sessions if session.transport == "tcp"] == over_tcp != []
    gaps = sorted(after - before for before, after in itertools.pairwise(stamps))
    assert gaps[-1] < 3_000_000


def longer(stamps: list[int], than: int) -> bool:
    return len(stamps) > than

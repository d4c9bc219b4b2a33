"""The WebSocket of a seat, by real clients."""

from __future__ import annotations

import asyncio
import json
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
import websockets
from tests.world.site import Site, site_over

from hemicycle.client.seat import Seat
from hemicycle.room.log import verify
from hemicycle.store import Store
from hemicycle.wire.doors import SendOut
from hemicycle.wire.floor import GiveFloor
from hemicycle.wire.hands import RaiseHand
from hemicycle.wire.messages import MAX_MESSAGE_BYTES, GoodbyeReason
from hemicycle.wire.opening import BeginItem, OpenMeeting


async def socket(site: Site, seat: str, **headers: str) -> websockets.ClientConnection:
    """A bare connection, for what a well-behaved seat would not do."""
    url = site.running.url.replace("http", "ws", 1) + f"/m/small/seats/{seat}/ws"
    cookie = {"Cookie": f"hemicycle_seat={site.token(seat)}"}
    return await websockets.connect(url, additional_headers={**cookie, **headers})


async def said(connection: websockets.ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(await asyncio.wait_for(connection.recv(), 5))
    return message


async def test_a_page_of_another_origin_is_turned_away(site: Site) -> None:
    with pytest.raises(websockets.InvalidStatus):
        await socket(site, "france", Origin="https://elsewhere.example")
    async with await socket(site, "france", Origin=site.running.url) as connection:
        assert (await said(connection))["type"] == "welcome"


async def test_without_the_cookie_there_is_no_seat(site: Site) -> None:
    for cookie in ("hemicycle_seat=guess", ""):
        async with await socket(site, "france", Cookie=cookie) as connection:
            assert await said(connection) == {"type": "goodbye", "reason": "no_seat"}


async def test_a_flood_is_held_up_and_the_connection_lives(site: Site) -> None:
    async with await socket(site, "france") as connection:
        await said(connection)
        for number in range(60):
            await connection.send(json.dumps({"type": "ping", "id": number}))
        answers = [await said(connection) for _ in range(60)]
        refused = [answer for answer in answers if answer["type"] == "refused"]
        assert {answer["code"] for answer in refused} == {"too_fast"}
        assert 1 <= len(refused) <= 3, "one in each pause; the rest waits, and is heard"


async def test_a_message_beyond_the_limit_ends_the_connection(site: Site) -> None:
    async with await socket(site, "france") as connection:
        await said(connection)
        await connection.send("x" * (MAX_MESSAGE_BYTES + 1))
        with pytest.raises(websockets.ConnectionClosedError):
            await said(connection)
    assert (await site.seat("france")).view is not None


async def test_a_revoked_link_ends_the_connection_that_came_by_it(site: Site) -> None:
    france = await site.seat("france")
    await site.revoke("france")
    while france.goodbye is not GoodbyeReason.REVOKED:
        await asyncio.sleep(0.05)


async def test_a_view_kept_by_patches_equals_a_fresh_one(site: Site) -> None:
    chair, france = await site.seat("chair"), await site.seat("france")
    await site.seat("ambassador")
    await chair.ask(OpenMeeting())
    await chair.ask(BeginItem(item="opening"))
    await france.ask(RaiseHand())
    await chair.ask(GiveFloor(seat="ambassador"))
    await chair.ask(SendOut(seat="press"))
    kept = await france.until(lambda view: bool(view["floor"]) and bool(view["hands"]))
    kazan = await site.seat("kazan")
    await france.until(lambda view: "kazan" in view["present"])
    assert kazan.view == france.view
    assert kept is not None


async def test_after_a_restart_the_seats_are_back_in_the_same_meeting(store: Store, tmp_path: Path) -> None:
    async with AsyncExitStack() as seats, httpx.AsyncClient() as http:
        async with site_over(store, tmp_path) as site:
            port = site.running.settings.port
            chair = await seats.enter_async_context(Seat(site.link("chair"), http))
            ambassador = await seats.enter_async_context(Seat(site.link("ambassador"), http))
            await chair.ask(OpenMeeting())
            await chair.ask(GiveFloor(seat="ambassador"))
            before = await ambassador.until(lambda view: bool(view["floor"]))
            door = ambassador.media
        facts = store.entries("small")
        async with site_over(store, tmp_path, port):
            # Both come back by themselves, to another server's media door.
            while ambassador.media == door or chair.media is None:
                await asyncio.sleep(0.02)
            assert ambassador.view == before
            assert await chair.ask(BeginItem(item="opening")) is None
        assert store.entries("small")[: len(facts)] == facts
        assert verify(store.entries("small")) is None

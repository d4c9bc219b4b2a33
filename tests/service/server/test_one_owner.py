"""A database has one server: a second one ends, and a killed one's place is taken at once."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import httpx
import pytest
from tests.service.server.servers import SCRIPT, options, server, started
from tests.world.programmes import SMALL

from hemicycle.client.seat import Seat
from hemicycle.meeting import Document, Faults, plan
from hemicycle.store import Store
from hemicycle.store.lease import LEASE_MS
from hemicycle.store.planning import add, seat_links
from hemicycle.store.tokens import secret_in
from hemicycle.wire.opening import OpenMeeting


@pytest.fixture
def links(url: str, tmp_path: Path) -> dict[str, str]:
    """The small meeting's links, as paths."""
    store = Store.open(url)
    planned = plan(Document(SMALL.name, SMALL.read_bytes()))
    assert not isinstance(planned, Faults)
    secret = secret_in(tmp_path / "data")
    add(store, secret, planned.meeting, 0)
    found = {link.key: link.path for link in seat_links(store, secret, "small")}
    store.close()
    return found


def facts(url: str) -> list[str]:
    store = Store.open(url)
    types = [entry.fact.type for entry in store.entries("small")]
    store.close()
    return types


@pytest.mark.timeout(180)
async def test_a_second_server_ends_and_the_room_keeps_its_seats(
    url: str, links: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    async with server(data, url) as (first, at), httpx.AsyncClient(base_url=at) as http:
        async with Seat(at + links["chair"], http) as chair:
            await chair.ask(OpenMeeting())
            second = await asyncio.create_subprocess_exec(
                SCRIPT, *options(data, url), stderr=asyncio.subprocess.PIPE
            )
            _, said = await second.communicate()
            assert second.returncode == 2
            assert f"Process {first.pid} on " in said.decode()
            assert "owns this database" in said.decode()
            assert chair.view is not None
            assert chair.view["present"] == {"chair": True}
        assert "seat.left" not in facts(url)


@pytest.mark.timeout(180)
async def test_a_killed_servers_place_is_taken_at_once(
    url: str, links: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    process, at = await started(data, url)
    async with httpx.AsyncClient(base_url=at) as http, Seat(at + links["chair"], http) as chair:
        await chair.ask(OpenMeeting())
    process.kill()
    await process.communicate()
    began = time.monotonic()
    async with server(data, url) as (_, again), httpx.AsyncClient(base_url=again) as http:
        # It need not wait until the lease of the first has ended; imports and the start are all it
        # takes.
        assert time.monotonic() - began < LEASE_MS / 1000 + 5
        async with Seat(again + links["chair"], http) as chair:
            assert chair.view is not None
            assert chair.view["phase"] == "open"

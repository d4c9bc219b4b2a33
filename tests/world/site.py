"""A server on loopback that holds a meeting, the small one or the one with booths, and the links to
it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from hemicycle.client.seat import Seat
from hemicycle.live.owner import SWEEP_S
from hemicycle.meeting import Document, Faults, plan
from hemicycle.server.serving import Running, serving
from hemicycle.store import Store
from hemicycle.store.planning import add
from hemicycle.store.tokens import secret_in, token, token_hash
from hemicycle.web.settings import ServerSettings

GRACE = 0.3


@dataclass
class Site:
    """A running server with a meeting, its store, and a way in for each seat."""

    store: Store
    secret: bytes
    running: Running
    http: httpx.AsyncClient
    seats: AsyncExitStack
    slug: str = "small"

    def token(self, key: str, generation: int = 0) -> str:
        return token(self.secret, self.slug, key, generation)

    async def revoke(self, key: str) -> None:
        """As `hemicycle links --revoke` does."""
        now = time.time_ns() // 1_000_000
        self.store.replace_link(self.slug, key, 1, token_hash(self.token(key, 1)), now)
        await self.running.owner.link_replaced(self.slug, key)

    def link(self, key: str) -> str:
        return f"{self.running.url}/s/{self.token(key)}"

    async def seat(self, key: str) -> Seat:
        """Somebody in a seat, until the test ends."""
        return await self.seats.enter_async_context(self.visit(key))

    def visit(self, key: str) -> Seat:
        """Somebody in a seat, for as long as a block lasts."""
        return Seat(self.link(key), self.http)


def store_with(programme: Path, data: Path) -> Store:
    """A store in which that meeting is planned."""
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    planned = plan(Document(programme.name, programme.read_bytes()))
    assert not isinstance(planned, Faults), planned
    add(store, secret_in(data), planned.meeting, 0)
    return store


@asynccontextmanager
async def site_over(
    store: Store,
    data: Path,
    port: int = 0,
    slug: str = "small",
    *,
    record: bool = False,
    sweep_s: float = SWEEP_S,
) -> AsyncIterator[Site]:
    recordings = data / "recordings" if record else None
    database = f"sqlite:///{data}/hemicycle.db"
    settings = ServerSettings("localhost", port, database, recordings=recordings, data=data)
    async with (
        serving(settings, store, grace_s=GRACE, sweep_s=sweep_s) as running,
        httpx.AsyncClient(base_url=running.url) as http,
        AsyncExitStack() as seats,
    ):
        yield Site(store, secret_in(data), running, http, seats, slug)

"""How soon every seat sees what the chair asks for: the WebSocket half of `fanout.py`.

Two processes: the real server with a meeting of so many seats in a database of its own, and all the
seats. A time begins when the chair's command is sent and ends when a seat has read what it changed,
so it includes the load's own reading of as many messages as there are seats, on the same machine.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass

import uvloop
import websockets
from bench.meetings import made_up
from bench.processes import Pipe, Usage, process
from rich.table import Table

from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingPlanned
from hemicycle.room.state import PlannedSeat
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.store.tokens import token_hash
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.ids import Role

SLUG = "bench"
ITEMS = ("first", "second")
ABREAST = 50
"""How many seats come in at a time."""


@dataclass(frozen=True, slots=True)
class TellingRow:
    """One line of the table; times in milliseconds."""

    seats: int
    joined: float
    """Until the last seat was welcomed."""
    seen: list[float]
    """For each command and each seat."""
    cpu_ms: float
    """Of the server, a command."""
    memory: int


def serve(pipe: Pipe, seats: int) -> None:
    """The server's process: says its port, then its usage whenever it is asked."""
    uvloop.run(_serve(pipe, seats))


async def _serve(pipe: Pipe, seats: int) -> None:
    with tempfile.TemporaryDirectory() as data:
        store = Store.open(f"sqlite:///{data}/hemicycle.db")
        participants = {f"seat-{number}": Role.PARTICIPANT for number in range(seats)}
        meeting = made_up(SLUG, {"chair": Role.CHAIR, **participants}, ITEMS)
        planned = {key: PlannedSeat(seat["role"]) for key, seat in meeting["seats"].items()}
        store.add_meeting(
            meeting,
            {key: token_hash(key) for key in planned},
            chain([MeetingPlanned(planned, ITEMS)], 0, None),
        )
        async with serving(ServerSettings("localhost", 0, ""), store) as running:
            pipe.send(running.settings.port)
            while await asyncio.to_thread(pipe.recv):
                pipe.send(Usage.now())
        store.close()


def take_seats(pipe: Pipe, port: int, seats: int, commands: int) -> None:
    """The seats' process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 2 * seats + 256)), hard))
    uvloop.run(_take_seats(pipe, port, seats, commands))


async def _take_seats(pipe: Pipe, port: int, seats: int, commands: int) -> None:
    async def connect(key: str) -> websockets.ClientConnection:
        return await websockets.connect(
            f"ws://localhost:{port}/m/{SLUG}/seats/{key}/ws",
            # In place of a personal link: the bench stored hashes of the keys.
            additional_headers={"Cookie": f"hemicycle_seat={key}"},
            compression=None,
            max_size=None,
            ping_interval=None,
        )

    abreast = asyncio.Semaphore(ABREAST)
    welcomed, seen = 0, 0
    times: list[float] = []
    sent = 0.0

    async def sit(key: str) -> None:
        nonlocal welcomed, seen
        async with abreast:
            connection = await connect(key)
        async for message in connection:
            text = str(message)
            if text.startswith('{"type":"welcome"'):
                welcomed += 1
            elif '"item":' in text[:200]:
                times.append((time.perf_counter() - sent) * 1000)
                seen += 1

    chair = await connect("chair")
    began = time.perf_counter()
    sitting = [asyncio.create_task(sit(f"seat-{n}")) for n in range(seats)]
    reading = asyncio.create_task(_read(chair))
    while welcomed < seats:
        await asyncio.sleep(0.01)
    joined = (time.perf_counter() - began) * 1000
    await chair.send('{"type":"command","id":0,"command":{"type":"meeting.open"}}')
    await asyncio.sleep(1)
    pipe.send("ready")
    await asyncio.to_thread(pipe.recv)
    for number, item in zip(range(commands), itertools.cycle(ITEMS), strict=False):
        seen, sent = 0, time.perf_counter()
        command = {"type": "item.begin", "item": item}
        await chair.send(json.dumps({"type": "command", "id": number + 1, "command": command}))
        while seen < seats:
            await asyncio.sleep(0.002)
        await asyncio.sleep(0.05)
    pipe.send((joined, times))
    for task in (*sitting, reading):
        task.cancel()


async def _read(connection: websockets.ClientConnection) -> None:
    async for _ in connection:
        pass


def telling_rows(seats: list[int], commands: int) -> Iterator[TellingRow]:
    """Measure a meeting of each size."""
    for count in seats:
        with process(serve, count) as server:
            port = server.recv()
            with process(take_seats, port, count, commands) as load:
                load.recv()
                server.send(True)
                before: Usage = server.recv()
                load.send(True)
                joined, times = load.recv()
                server.send(True)
                after: Usage = server.recv()
            server.send(False)
        cpu = (after.cpu - before.cpu) * 1000 / commands
        yield TellingRow(count, joined, times, cpu, after.memory)


def telling_table(rows: list[TellingRow]) -> Table:
    """The table."""
    table = Table(title="A chair's command until every seat has seen it")
    heads = (
        "seats",
        "all in, ms",
        "p50, ms",
        "p99, ms",
        "most, ms",
        "server CPU a command, ms",
        "memory, MB",
    )
    for head in heads:
        table.add_column(head, justify="right")
    for row in rows:
        cuts = statistics.quantiles(row.seen, n=100)
        table.add_row(
            f"{row.seats:,}",
            f"{row.joined:,.0f}",
            f"{cuts[49]:.1f}",
            f"{cuts[98]:.1f}",
            f"{max(row.seen):.1f}",
            f"{row.cpu_ms:.1f}",
            f"{row.memory / 1e6:.0f}",
        )
    return table

"""What one hostile guest takes from everybody: `python -m bench.attack`. Prints a table."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.world.attack import memory_of_a_claim, sound_under_flood, wait_under_documents
from tests.world.server import Server


async def main() -> None:
    """Measure each door, at a server of its own."""
    table = Table("door", "figure", "value")
    with tempfile.TemporaryDirectory() as data, Server(Path(data)) as server:
        for door in ("seat", "media"):
            share = await sound_under_flood(server, server.plan(f"flood-{door}"), door, 5)
            table.add_row(f"tiny messages, {door} socket", "sound that comes through", f"{share:.0%}")
        grown = await memory_of_a_claim(server, server.plan("claim"))
        table.add_row("VP9 claiming 16384 x 16384", "growth of the server", f"{grown / 2**20:.0f} MiB")
        wait = await wait_under_documents(server, server.plan("documents"), 40, 5)
        table.add_row("40 communiqués a second", "slowest command", f"{wait:.2f} s")
    Console().print(table)


if __name__ == "__main__":
    asyncio.run(main())

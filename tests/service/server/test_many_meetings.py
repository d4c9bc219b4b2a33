"""A server's memory is that of the meetings that it holds, not of those in its database."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import httpx
import pytest
from tests.service.server.servers import server
from tests.world.programmes import SMALL
from tests.world.site import store_with

from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingOpened

MEETINGS = 10_000
MORE_MB = 20

COPIES = f"""
CREATE TEMP TABLE numbers AS WITH RECURSIVE counted(n) AS (
    SELECT 2 UNION ALL SELECT n + 1 FROM counted WHERE n < {MEETINGS}
) SELECT n FROM counted;
INSERT INTO meetings (id, slug, plan, is_open) SELECT n, 'small-' || n, plan, false FROM meetings, numbers;
INSERT INTO seats SELECT n, key, position, role, name, title, organisation, category, language, precedence,
    "into", out_of, mail FROM seats, numbers;
INSERT INTO links SELECT n, key, generation, hex(randomblob(32)), revoked_at FROM links, numbers;
INSERT INTO facts SELECT n, seq, at, type, data, prev, hash FROM facts, numbers;
"""


def resident_mb(pid: int) -> float:
    """The memory that a process has now, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1000


async def used_mb(data: Path) -> float:
    """The memory of a server that has begun, and was asked for some meetings and for how it is."""
    async with (
        server(data, f"sqlite:///{data}/hemicycle.db") as (process, url),
        httpx.AsyncClient(base_url=url) as http,
    ):
        for number in range(2, 100):
            assert (await http.get(f"/api/meetings/small-{number}")).status_code in (200, 404)
        for path in ("/health", "/metrics", "/api/meetings/small"):
            assert (await http.get(path)).status_code == 200
        return resident_mb(process.pid)


@pytest.mark.timeout(180)
async def test_ten_thousand_meetings_cost_no_memory(tmp_path: Path) -> None:
    store = store_with(SMALL, tmp_path)
    one = await used_mb(tmp_path)
    with sqlite3.connect(tmp_path / "hemicycle.db") as connection:
        connection.executescript(COPIES)
    connection.close()
    assert len(store.meetings()) == MEETINGS
    store.append("small", chain([MeetingOpened("chair")], 1, store.entries("small")[-1]))
    store.close()
    assert await used_mb(tmp_path) < one + MORE_MB

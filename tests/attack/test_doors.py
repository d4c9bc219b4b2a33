"""What one guest can do to everybody: floods, lies about sizes, and requests without end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.world.attack import Door, memory_of_a_claim, sound_under_flood, wait_under_documents
from tests.world.server import Server

pytestmark = pytest.mark.realtime

MOST_GROWTH_BYTES = 150 * 1024 * 1024
MOST_WAIT_S = 3.0
LEAST_SHARE = 0.95


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path) as server:
        yield server


@pytest.mark.parametrize("door", ["seat", "media"])
async def test_a_flood_of_tiny_messages_takes_nobodys_sound(server: Server, door: Door) -> None:
    assert await sound_under_flood(server, server.plan("small"), door, seconds=3) >= LEAST_SHARE


async def test_a_picture_that_claims_to_be_huge_takes_no_memory(server: Server) -> None:
    meeting = server.plan("small")
    assert await memory_of_a_claim(server, meeting) <= MOST_GROWTH_BYTES
    assert server.figure("hemicycle_groups_too_great_total", meeting) > 0


async def test_documents_hold_up_no_command(server: Server) -> None:
    assert await wait_under_documents(server, server.plan("small"), per_s=40, seconds=4) <= MOST_WAIT_S

"""A media server on loopback, a room behind it, and clients of its seats."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from tests.world.media import House

from hemicycle.media.server.server import MediaServer


@pytest_asyncio.fixture
async def house() -> AsyncIterator[House]:
    """An open door and one room."""
    async with MediaServer("127.0.0.1", 0) as door:
        yield House(door)

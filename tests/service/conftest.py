"""A media server on loopback, a room behind it, and clients of its seats."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from tests.world.media import Hosted

from hemicycle.media.server.server import MediaServer


@pytest_asyncio.fixture
async def hosted() -> AsyncIterator[Hosted]:
    """A media server that listens, and the media of one meeting."""
    async with MediaServer("127.0.0.1", 0) as server:
        yield Hosted(server)

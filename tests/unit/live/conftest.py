"""A live meeting in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tests.unit.live.guests import Notes, opened

from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.log import verify
from hemicycle.room.rules import replay


@pytest.fixture
async def notes() -> Notes:
    return Notes()


@pytest.fixture
async def live(notes: Notes) -> AsyncIterator[LiveMeeting]:
    live = await opened(notes)
    yield live
    await live.stop()
    assert verify(notes.log) is None
    assert replay(notes.log) == live.state

"""A live meeting in memory, with its booths."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tests.unit.live.guests import Notes, opened

from hemicycle.interpretation.booths import Booths
from hemicycle.interpretation.notes import BoothNotes
from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.log import verify
from hemicycle.room.rules import replay


async def interpreted(notes: Notes) -> LiveMeeting:
    return await opened(notes, Booths, lambda live, _: BoothNotes(live))


@pytest.fixture
async def notes() -> Notes:
    return Notes()


@pytest.fixture
async def live(notes: Notes) -> AsyncIterator[LiveMeeting]:
    live = await interpreted(notes)
    yield live
    await live.stop()
    assert verify(notes.log) is None
    assert replay(notes.log) == live.state

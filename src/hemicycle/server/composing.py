"""Has the videos made, of meetings that are held and of those that nobody is in any more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from hemicycle.recorder.supervisor import Supervisor
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.status import is_made, unfinished
from hemicycle.wire.ids import Key


class Composing:
    """The composers of a server, one a recording. On the event loop.

    Args:
        recordings: The directory of all recordings.
        database: The URL of the database with the logs.
    """

    def __init__(self, recordings: Path, database: str) -> None:
        self.recordings = recordings
        self._database = database
        self._supervisors: dict[Key, Supervisor] = {}

    def paths(self, slug: Key) -> RecordingPaths:
        """The recording of a meeting, whether there is one or not."""
        return RecordingPaths(self.recordings / slug)

    def of(self, slug: Key) -> Supervisor:
        """What makes a meeting's video; `wake` it where there may be something to compose."""
        supervisor = self._supervisors.get(slug)
        if supervisor is None:
            supervisor = self._supervisors[slug] = Supervisor(self.paths(slug), self._database, slug)
        return supervisor

    async def resume(self) -> None:
        """Make the videos that the last server did not finish."""
        for slug in await asyncio.to_thread(unfinished, self.recordings):
            self.of(slug).wake()

    @asynccontextmanager
    async def paused(self, slug: Key) -> AsyncIterator[None]:
        """Compose nothing of a meeting in the block; afterwards what is missing is made."""
        supervisor = self.of(slug)
        async with supervisor.paused():
            yield
        paths = self.paths(slug)
        if paths.index.exists() and not is_made(paths):
            supervisor.wake()

    async def stop(self) -> None:
        """End every composer. What is not made yet is made when the next server comes."""
        await asyncio.gather(*(each.stop() for each in self._supervisors.values()))

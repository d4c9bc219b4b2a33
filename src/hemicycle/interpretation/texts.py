"""Shows in the view which speech texts and which glossary there are for the booths to read.

The texts themselves lie in the store (`store.texts`) and go over HTTP.
"""

from __future__ import annotations

import asyncio
import logging

from hemicycle.live.companion import Companion, Live
from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.texts import TextSignals
from hemicycle.store import Store
from hemicycle.store.texts import text_versions

LOOK_AGAIN_S = 2.0
"""Between two looks for what the command line has stored."""

log = logging.getLogger("hemicycle.interpretation")


class Texts(Companion):
    """The versions of one meeting's speech texts and glossary."""

    name = "texts"
    signals = frozenset({TextSignals})

    def __init__(self, live: Live, store: Store) -> None:
        """Nothing is shown before the first `look`.

        Args:
            live: the meeting.
            store: where its texts are.
        """
        self._live, self._store = live, store
        self._looking = asyncio.Lock()
        self._watch: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Show what is there, and from now on what another process stores."""
        await self.look()
        self._watch = asyncio.create_task(self._look_again(), name="texts")

    async def stop(self) -> None:
        """End the task that looks for changes."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)

    async def look(self) -> None:
        """Show what the store holds now. To be called by whoever has stored a text or a glossary."""
        slug = self._live.meeting["slug"]
        # One after the other, so that what was read first is not shown last.
        async with self._looking:
            versions = (await asyncio.to_thread(text_versions, self._store, (slug,)))[slug]
            self._live.signal(TextSignals(dict(versions.speeches), versions.glossary))

    async def _look_again(self) -> None:
        while True:
            await asyncio.sleep(LOOK_AGAIN_S)
            try:
                await self.look()
            except Exception:
                log.exception("could not look for texts")


async def show_texts(live: LiveMeeting | None) -> None:
    """Tell the booths what there is for them to read now, where their meeting is live."""
    if texts := live.companions.of(Texts) if live else None:
        await texts.look()

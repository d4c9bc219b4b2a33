"""Shows in the view which speech texts and which glossary there are for the booths to read.

The texts themselves lie in the store (`store.texts`) and go over HTTP.
"""

from __future__ import annotations

import asyncio

from hemicycle.live.companion import Companion, Live
from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.texts import TextSignals
from hemicycle.store import Store
from hemicycle.store.texts import text_versions


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

    async def start(self) -> None:
        """Show what is there."""
        await self.look()

    async def look(self) -> None:
        """Show what the store holds now; called by whoever has stored a text or a glossary."""
        slug = self._live.meeting["slug"]
        # One after the other, so that what was read first is not shown last.
        async with self._looking:
            versions = (await asyncio.to_thread(text_versions, self._store, (slug,)))[slug]
            self._live.signal(TextSignals(dict(versions.speeches), versions.glossary))


async def show_texts(live: LiveMeeting | None) -> None:
    """Tell the booths what there is for them to read now, where their meeting is live."""
    if texts := live.companions.of(Texts) if live else None:
        await texts.look()

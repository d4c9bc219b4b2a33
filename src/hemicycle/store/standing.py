"""Where meetings stand, read from the store: for whoever only looks at one."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from hemicycle.room.rules import replay
from hemicycle.room.state import State
from hemicycle.store.database import Store
from hemicycle.store.logs import lengths
from hemicycle.wire.ids import Key
from hemicycle.wire.meeting import Meeting

MOST_KEPT = 32
"""Standings that are kept in memory: a video is asked for in many pieces, each by a request of its
own."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A meeting at one moment: its plan, and the state that its log comes to."""

    meeting: Meeting
    """The meeting as planned."""
    state: State
    """The state that its log comes to."""


class Standings:
    """Reads standings, and a log again only when it has grown. Any number of threads may call
    it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[Key, tuple[int, Standing]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, slug: Key) -> Standing | None:
        """The standing of a meeting now; None where there is none of that slug."""
        length = lengths(self._store, [slug]).get(slug)
        if length is None:
            return None
        with self._lock:
            kept = self._kept.get(slug)
            if kept is not None and kept[0] == length:
                self._kept.move_to_end(slug)
                return kept[1]
        # The log first: what is taken out of the plan is taken out together with a fact.
        entries = self._store.entries(slug)
        meeting = self._store.meeting(slug)
        if meeting is None:
            return None
        standing = Standing(meeting, replay(entries))
        with self._lock:
            self._kept[slug] = len(entries), standing
            self._kept.move_to_end(slug)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return standing

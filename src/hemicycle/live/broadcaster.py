"""Sends each audience its view of the meeting: whole at first, then merge patches of what changes.

Both are computed and encoded once an audience, however many seats it has.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hemicycle.live.connection import Connection
from hemicycle.room.state import State
from hemicycle.room.subject import Signals
from hemicycle.room.view import view
from hemicycle.wire.ids import Audience
from hemicycle.wire.media import MediaDoor
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.messages import PROTOCOL
from hemicycle.wire.patch import diff
from hemicycle.wire.protocol import View

PRESENCE_PAUSE_S = 0.0002
"""Between two tellings of who came and went, for each seat that is told.

When a thousand come at once, telling each entry to everybody inside would be half a million
messages."""

SMALL_MEETING = 100
"""With fewer connections than this, who came and went is told at once."""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(slots=True)
class _Told:
    """What one audience was told: its view as of `rev`, and the connections that have it."""

    view: View
    rev: int = 0
    encoded: str | None = None
    """The view as JSON, if it was needed since it changed."""
    connections: set[Connection] = field(default_factory=set)


class Broadcaster:
    """The audiences of one meeting and the connections to them.

    Args:
        meeting: the plan, for those who are welcomed.
        state: what is so now.
        signals: what is so now without being a fact.
        clock: milliseconds since 1970-01-01T00:00Z.
        due: called when what `tell` put off is to be told.
    """

    def __init__(
        self,
        meeting: Meeting,
        state: State,
        signals: Signals,
        *,
        clock: Callable[[], int],
        due: Callable[[], None],
    ) -> None:
        self._clock, self._due = clock, due
        self._last_s = 0.0
        self._put_off_s = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._meeting = _json(meeting)
        self._told = {audience: _Told(view(state, audience, signals)) for audience in Audience}

    def plan_changed(self, meeting: Meeting) -> None:
        """Welcome everybody with this plan from now on."""
        self._meeting = _json(meeting)

    def welcome(self, connection: Connection, media: MediaDoor, channel: str | None) -> None:
        """Send the whole view, and from now on what changes in it."""
        told = self._told[connection.audience]
        if told.encoded is None:
            told.encoded = _json(told.view)
        # Put together from parts that are encoded already: a thousand seats come at once.
        connection.send(
            f'{{"type":"welcome","protocol":{PROTOCOL},"now":{self._clock()},"seat":{_json(connection.seat)},'
            f'"audience":"{connection.audience}","channel":{_json(channel)},"meeting":{self._meeting},"rev":{told.rev},'
            f'"view":{told.encoded},"media":{media.model_dump_json()}}}'
        )
        told.connections.add(connection)

    def leave(self, connection: Connection) -> None:
        """Send this connection no more changes."""
        self._told[connection.audience].connections.discard(connection)

    def tell(self, state: State, signals: Signals, *, at_once: bool) -> None:
        """Send each audience what changed for it.

        Args:
            state: what is so now.
            signals: what is so now without being a fact.
            at_once: False: it may be put off until others, too, have come or gone.
        """
        loop = asyncio.get_running_loop()
        told_to = sum(len(told.connections) for told in self._told.values())
        due_s = self._last_s + (PRESENCE_PAUSE_S * told_to if told_to >= SMALL_MEETING else 0)
        if at_once or loop.time() >= due_s:
            self._last_s = loop.time()
            self._tell(state, signals)
        elif self._put_off_s != due_s:
            # Once for each telling that waits; uvloop's handles do not say when they are due.
            self._put_off_s = due_s
            self._timer = loop.call_at(due_s, self._is_due)

    def stop(self) -> None:
        """Tell nothing more of what was put off."""
        if self._timer is not None:
            self._timer.cancel()

    def _is_due(self) -> None:
        # uvloop counts in whole milliseconds and may call a little early: then it is put off once
        # more.
        self._put_off_s = 0.0
        self._due()

    def _tell(self, state: State, signals: Signals) -> None:
        now = self._clock()
        for audience, told in self._told.items():
            new = view(state, audience, signals)
            patch = diff(told.view, new)
            if not patch:
                continue
            told.view, told.encoded = new, None
            told.rev += 1
            message = f'{{"type":"change","rev":{told.rev},"now":{now},"patch":{_json(patch)}}}'
            for connection in tuple(told.connections):
                connection.send(message)

"""Broadcaster each audience what it may know: a view once, then what changed in it.

Both are computed and encoded once per audience, however many seats it has.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hemicycle.live.connection import Connection
from hemicycle.room.state import State
from hemicycle.room.view import Signals, view
from hemicycle.wire.ids import Audience, Key
from hemicycle.wire.media import MediaDoor
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.messages import PROTOCOL
from hemicycle.wire.patch import diff
from hemicycle.wire.protocol import View


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(slots=True)
class _Told:
    """What one audience knows: its view as of `rev`, and who is listening."""

    view: View
    rev: int = 0
    encoded: str | None = None
    connections: set[Connection] = field(default_factory=set)


class Broadcaster:
    """The audiences of one meeting and the connections to them."""

    def __init__(self, meeting: Meeting, state: State, signals: Signals, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._meeting = _json(meeting)
        self._told = {audience: _Told(view(state, audience, signals)) for audience in Audience}

    def plan_changed(self, meeting: Meeting) -> None:
        """Welcome everybody with this plan from now on."""
        self._meeting = _json(meeting)

    def welcome(self, connection: Connection, media: MediaDoor, channel: str | None) -> None:
        """Send the whole picture, and from now on what changes in it."""
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
        """Tell this connection nothing more."""
        self._told[connection.audience].connections.discard(connection)

    def tell(self, state: State, signals: Signals) -> None:
        """Send each audience what changed for it."""
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

    def seats(self, audience: Audience) -> frozenset[Key]:
        """Which seats of an audience are listening."""
        return frozenset(connection.seat for connection in self._told[audience].connections)

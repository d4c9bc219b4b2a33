"""Which seats have a connection, and which are missed.

Presence itself is a fact. A seat whose connection is gone stays taken for a while, so that a
reconnection leaves no trace in the log.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from hemicycle.live.connection import Connection
from hemicycle.wire.ids import Key

GRACE_S = 8.0
"""How long a seat stays taken without a connection: longer than a reconnection, shorter than a
walk."""


class Presence:
    """The connections of one meeting.

    Args:
        grace_s: see `GRACE_S`.
        gone: called for a seat that was not back in time.
    """

    def __init__(self, grace_s: float, gone: Callable[[Key], None]) -> None:
        self.connections: dict[Key, Connection] = {}
        """The connection of each seat that has one, whether it is inside or not."""
        self._grace_s, self._gone = grace_s, gone
        self._missed: dict[Key, asyncio.TimerHandle] = {}

    @property
    def somebody(self) -> bool:
        """Whether any seat has a connection, or may be back."""
        return bool(self.connections or self._missed)

    def arrived(self, connection: Connection) -> Connection | None:
        """A seat has a new connection. Returns the one that it had, if any."""
        older = self.connections.get(connection.seat)
        self.connections[connection.seat] = connection
        if timer := self._missed.pop(connection.seat, None):
            timer.cancel()
        return older

    def left(self, connection: Connection) -> None:
        """A connection is gone. If it was still its seat's, the seat has a while to come back."""
        if self.connections.get(connection.seat) is connection:
            del self.connections[connection.seat]
            self.expect(connection.seat)

    def expect(self, seat: Key) -> None:
        """Count a seat as gone if it is not back in time."""

        def give_up() -> None:
            del self._missed[seat]
            self._gone(seat)

        self._missed[seat] = asyncio.get_running_loop().call_later(self._grace_s, give_up)

    def stop(self) -> None:
        """Count nobody as gone any more, and close every connection without a goodbye."""
        for timer in self._missed.values():
            timer.cancel()
        for connection in self.connections.values():
            connection.close()
        # So that nobody is missed whose WebSocket ends now.
        self._missed.clear()
        self.connections.clear()

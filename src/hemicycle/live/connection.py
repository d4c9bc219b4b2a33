"""A connection: the server's end of one seat's WebSocket."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field

from hemicycle.live.measures import REFUSALS
from hemicycle.room.refusal import Refusal
from hemicycle.wire.ids import Audience, Key
from hemicycle.wire.messages import Done, Goodbye, GoodbyeReason, Refused

MAX_WAITING_CHARS = 4 * 1024 * 1024
"""How much may wait for a slow seat before its connection is given up."""


class ConnectionClosed(Exception):
    """The connection is closed, and everything queued before that was handed out."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a seat reached the server, and so how it will reach the media."""

    host: str
    """The host name for media over UDP."""
    port: int | None
    """The UDP port, where it is another than the door's own: a proxy or a relay is in between."""
    socket_url: str
    """The `ws` or `wss` origin of the server, for media over TCP."""
    network: str
    """A key of the network that the seat comes from."""


@dataclass(eq=False, slots=True)
class Connection:
    """The messages on their way to one seat: queued by its meeting, sent by the WebSocket's task.

    A seat that cannot keep up never holds up the others: beyond `MAX_WAITING_CHARS` its connection
    says goodbye, and the page comes back for a fresh view.
    """

    seat: Key
    audience: Audience
    link: str
    """The hash of the token by which the seat came in."""
    way: Way
    page: str = ""
    """Which load of the page it is, by a random text of the page's; empty where the client gives
    none."""
    ticket: str | None = None
    """By which the seat's media connections are let in; None while the seat is not in the room."""
    closed: bool = False
    _waiting: deque[str] = field(default_factory=deque)
    _size: int = 0
    _ready: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_inside(self) -> bool:
        """Whether the seat is in the room by this connection."""
        return self.ticket is not None and not self.closed

    def send(self, message: str) -> None:
        """Queue a message."""
        if self.closed:
            return
        if self._size + len(message) > MAX_WAITING_CHARS:
            self._waiting.clear()
            self._size = 0
            self.close(GoodbyeReason.TOO_SLOW)
            return
        self._waiting.append(message)
        self._size += len(message)
        self._ready.set()

    def answer(self, message_id: int | None, outcome: Refusal | None) -> None:
        """Answer a message of the seat's: `refused`, or `done` where the message has an id."""
        if outcome is not None:
            REFUSALS.labels(outcome.code).inc()
            self.send(Refused(id=message_id, code=outcome.code, sentence=outcome.sentence).model_dump_json())
        elif message_id is not None:
            self.send(Done(id=message_id).model_dump_json())

    def close(self, reason: GoodbyeReason | None = None) -> None:
        """End the connection once all that is queued was sent, with a goodbye if there is a
        reason."""
        if self.closed:
            return
        if reason is not None:
            self._waiting.append(Goodbye(reason=reason).model_dump_json())
        self.closed = True
        self._ready.set()

    async def next(self) -> str:
        """The next message for the seat.

        Raises:
            ConnectionClosed: the connection is closed, and everything before that was handed out.
        """
        while not self._waiting:
            if self.closed:
                raise ConnectionClosed
            self._ready.clear()
            await self._ready.wait()
        message = self._waiting.popleft()
        self._size -= len(message)
        return message

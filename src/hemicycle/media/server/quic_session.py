"""One MoQ session of a seat, from the handshake to its end."""

from __future__ import annotations

import asyncio
import logging

import moq

from hemicycle.media.server.session import SESSION_CACHE_BYTES, SessionHost
from hemicycle.media.wire.tracks import BROADCAST_PATH
from hemicycle.media.wire.transport import Transport

logger = logging.getLogger("hemicycle.media")

LINGER_S = 1.0
"""Seconds from a session's end, when nothing that it publishes passes any more, to its
connection's.

A page that is told so by its WebSocket closes the connection before that. Where the server closes
it together with a reset of the streams that it took from the page, Chromium (seen in 156) loses the
whole
page: blink's `IncomingStream::ProcessClose` makes its error outside of any script context.
"""


class QuicSession:
    """A page, or any other client, of a seat that is connected over UDP.

    What it publishes lands in an origin of its own, which no other session can see.
    """

    transport: Transport = "udp"

    def __init__(self, room: SessionHost, seat: str, ticket: str) -> None:
        self.seat = seat
        self.ticket = ticket
        self._room = room
        self._own = moq.OriginProducer(cache_capacity_bytes=SESSION_CACHE_BYTES)
        self._session: moq.Session | None = None
        self._cutting: asyncio.TimerHandle | None = None

    async def serve(self, request: moq.Request) -> None:
        """Let the client in and stay with it until it is gone.

        Raises:
            moq.Error: the handshake failed, or how the session ended.
        """
        request.set_publish(self._room.origin)
        request.set_consume(self._own)
        self._session = await request.accept()
        if not self._room.enter(self):
            self._session.cancel(403)
            return
        announced = asyncio.get_running_loop().create_task(self._follow_announcements())
        try:
            await self._session.closed()
        finally:
            announced.cancel()
            if self._cutting is not None:
                self._cutting.cancel()
            self._room.leave(self)
            self._session = None

    def end(self, code: int) -> None:
        """End the connection, `LINGER_S` from now, with a MoQ error code.

        403: it is not to come back by this ticket.
        """
        if self._session is not None and self._cutting is None:
            self._cutting = asyncio.get_running_loop().call_later(LINGER_S, self._session.cancel, code)

    async def _follow_announcements(self) -> None:
        origin = self._own.consume()
        try:
            async for update in origin.announced(BROADCAST_PATH):
                if update.prefix != BROADCAST_PATH:
                    continue
                self._room.unpublish(self)
                if update.active:
                    await self._published(origin)
        except moq.Error as error:
            logger.debug("seat %s: announcements ended: %r", self.seat, error)
        except Exception:
            logger.exception("seat %s: announcements", self.seat)
            self.end(1)

    async def _published(self, origin: moq.OriginConsumer) -> None:
        try:
            broadcast = await origin.request_broadcast(BROADCAST_PATH)
        except moq.Error as error:
            # Withdrawn again already: the next announcement tells.
            logger.debug("seat %s: announced, but not there: %r", self.seat, error)
        else:
            self._room.publish(self, broadcast)

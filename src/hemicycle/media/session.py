"""One MoQ session of a seat, from the handshake to its end."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

import moq

logger = logging.getLogger("hemicycle.media")

PUBLICATION = "seat"
"""The path of the one broadcast that is ever taken from a session."""

SESSION_CACHE_BYTES = 16 * 1024 * 1024
"""The most that is kept of what a session publishes, if anything is taken from it."""


class Keeper(Protocol):
    """What a session tells, and to whom: its room."""

    origin: moq.OriginProducer
    """What the session may read."""

    def enter(self, session: SeatSession) -> bool:
        """It has come in; False where it may not stay."""

    def leave(self, session: SeatSession) -> None:
        """It is over."""

    def publish(self, session: SeatSession, broadcast: moq.BroadcastConsumer) -> None:
        """It has announced its broadcast."""

    def unpublish(self, session: SeatSession) -> None:
        """What it had announced is gone."""


class SeatSession:
    """A connected page, or any other client, of a seat.

    What it publishes lands in an origin of its own, which no other session can see.
    """

    def __init__(self, room: Keeper, seat: str, ticket: str) -> None:
        self.seat = seat
        self.ticket = ticket
        self._room = room
        self._own = moq.OriginProducer(cache_capacity_bytes=SESSION_CACHE_BYTES)
        self._session: moq.Session | None = None

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
            self._room.leave(self)
            self._session = None

    def end(self, code: int) -> None:
        """End the session with a MoQ error code; 403: it is not to come back by this ticket."""
        if self._session is not None:
            self._session.cancel(code)

    async def _follow_announcements(self) -> None:
        origin = self._own.consume()
        try:
            async for update in origin.announced(PUBLICATION):
                if update.prefix != PUBLICATION:
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
            broadcast = await origin.request_broadcast(PUBLICATION)
        except moq.Error as error:
            # Withdrawn again already: the next announcement tells.
            logger.debug("seat %s: announced, but not there: %r", self.seat, error)
        else:
            self._room.publish(self, broadcast)

"""One session of a seat over a WebSocket: what it subscribes to, and what it publishes."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from hemicycle.media.server.session import SessionHost
from hemicycle.media.server.tcp_ingest import TcpIngest
from hemicycle.media.wire.frames import MalformedFrameError
from hemicycle.media.wire.tcp_messages import (
    BREACH,
    GOES_ON,
    REFUSED,
    REPLACED,
    Announce,
    End,
    Frame,
    Gone,
    MalformedMessageError,
    Release,
    Request,
    Subscribe,
    Unannounce,
    Unsubscribe,
    decode_message,
    encode_message,
)
from hemicycle.media.wire.tcp_queue import Outbox, StreamQueue, limits_of
from hemicycle.media.wire.transport import Transport
from hemicycle.wire.ids import Source

logger = logging.getLogger("hemicycle.media")

MAX_SUBSCRIPTIONS = 64
"""How many streams one client may subscribe to at once."""

MAX_UNSAID = 256
"""How many answers may wait for a client that asks and doesn't read."""

BLOCKED_S = 0.01
"""Where a message waits longer than these seconds until the socket has room, the link is narrow."""

NARROW_S = 60.0
"""Seconds for which a link is taken to be narrow after that."""

PART_BYTES, NARROW_PART_BYTES = 16 * 1024, 4 * 1024
"""Frames go out in parts of no more bytes than this, on any link and on a narrow one, so that sound
waits for a part of a picture only."""

_SOURCES = {source.value: source for source in Source}

CLOSE_CODES = {1: REPLACED, 400: BREACH, 403: REFUSED}
"""The WebSocket's close code for each MoQ code that a room ends a session with."""


class Pipe(Protocol):
    """The WebSocket of one session."""

    async def send(self, message: bytes) -> None:
        """Send a message; returns when the socket has room for another.

        Raises:
            ConnectionError: the other side is gone.
        """

    async def receive(self) -> bytes | None:
        """The next message; None where the other side is gone."""


class _Subscription:
    """One client's subscription to one stream. The fan-out fills its queue, the session empties
    it."""

    def __init__(self, session: TcpSession, asked: Subscribe, source: Source) -> None:
        self.path = asked.path
        self.source = source
        self.queue = StreamQueue(asked.id, asked.priority, limits_of(source))
        self._session = session

    def frame(self, group: int, flags: int, tail: bytes) -> None:
        self.queue.frame(group, flags, tail, self._session.now())
        self._session.wake()

    def end(self, group: int, lost: bool) -> None:
        self.queue.end(group, lost, self._session.now())
        self._session.wake()

    def gone(self) -> None:
        self.queue.close()
        self._session.forget(self.queue.id)


class TcpSession:
    """A page, or any other client, of a seat that is connected by a WebSocket."""

    transport: Transport = "tcp"

    def __init__(self, room: SessionHost, seat: str, ticket: str) -> None:
        self.seat = seat
        self.ticket = ticket
        self._room = room
        self._loop = asyncio.get_running_loop()
        self._outbox = Outbox()
        self._something = asyncio.Event()
        self._subscriptions: dict[int, _Subscription] = {}
        self._ingest: TcpIngest | None = None
        self._requested = 0
        self._ended: asyncio.Future[int] = self._loop.create_future()

    async def serve(self, pipe: Pipe) -> int:
        """Stay with the client until it is gone or was ended; the WebSocket's close code."""
        if not self._room.enter(self):
            return REFUSED
        sending = self._loop.create_task(self._send(pipe))
        receiving = self._loop.create_task(self._receive(pipe))
        try:
            waited: list[asyncio.Future[None] | asyncio.Future[int]] = [sending, receiving, self._ended]
            await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            if self._ended.done():
                return CLOSE_CODES.get(self._ended.result(), REFUSED)
            for task in (sending, receiving):
                if task.done() and (error := task.exception()) is not None:
                    raise error
            return 1000
        finally:
            self._room.leave(self)
            for number in list(self._subscriptions):
                self._unsubscribe(number)
            self._close_ingest()
            for task in (sending, receiving):
                task.cancel()
            await asyncio.gather(sending, receiving, return_exceptions=True)

    def end(self, code: int) -> None:
        """End the session with a MoQ error code; nothing more is sent, or taken from it."""
        if not self._ended.done():
            self._ended.set_result(code)

    def now(self) -> float:
        """Seconds by the event loop's clock, by which a frame that waits grows old."""
        return self._loop.time()

    def wake(self) -> None:
        """Wake up the sender: a message waits to be sent."""
        self._something.set()

    def forget(self, number: int) -> None:
        """A stream has ended: forget the subscription; what waits of it is still sent."""
        self._subscriptions.pop(number, None)
        self.wake()

    @property
    def waiting(self) -> int:
        """How many bytes of streams wait to be sent."""
        return self._outbox.waiting

    async def _send(self, pipe: Pipe) -> None:
        narrow_until = 0.0
        while True:
            await self._something.wait()
            self._something.clear()
            now = self.now()
            while message := self._outbox.pop(now, NARROW_PART_BYTES if now < narrow_until else PART_BYTES):
                await pipe.send(message)
                before, now = now, self.now()
                if now - before > BLOCKED_S:
                    narrow_until = now + NARROW_S

    async def _receive(self, pipe: Pipe) -> None:
        while (data := await pipe.receive()) is not None and not self._ended.done():
            try:
                self._hear(data)
            except (MalformedMessageError, MalformedFrameError) as error:
                logger.warning("seat %s: sent %s; the session is ended", self.seat, error)
                self.end(400)

    def _hear(self, data: bytes) -> None:
        message = decode_message(data)
        match message:
            case Frame() if message.flags & GOES_ON:
                raise MalformedMessageError("a part of a frame, which only the server sends")
            case Frame():
                if self._ingest is not None:
                    self._ingest.frame(message)
            case End():
                if self._ingest is not None:
                    self._ingest.end(message)
            case Subscribe():
                self._subscribe(message)
            case Unsubscribe():
                self._unsubscribe(message.id)
            case Announce():
                self._announce()
            case Unannounce():
                self._room.unpublish(self)
                self._close_ingest()
            case _:
                raise MalformedMessageError(f"{type(message).__name__}, which only the server says")

    def _subscribe(self, asked: Subscribe) -> None:
        self._unsubscribe(asked.id)
        source = _SOURCES.get(asked.track)
        if source is None or len(self._outbox) >= MAX_SUBSCRIPTIONS:
            self._say(encode_message(Gone(asked.id)))
            return
        subscription = self._subscriptions[asked.id] = _Subscription(self, asked, source)
        self._outbox.add(subscription.queue)
        self._room.fan_out.subscribe(asked.path, source, subscription)

    def _unsubscribe(self, number: int) -> None:
        self._outbox.remove(number)
        if subscription := self._subscriptions.pop(number, None):
            self._room.fan_out.unsubscribe(subscription.path, subscription.source, subscription)

    def _announce(self) -> None:
        if self._ingest is None:
            self._ingest = TcpIngest(self._request, self._release)
            self._room.publish(self, self._ingest.consume())

    def _close_ingest(self) -> None:
        if self._ingest is not None:
            self._ingest.close()
            self._ingest = None

    def _request(self, source: Source) -> int:
        self._requested += 1
        self._say(encode_message(Request(self._requested, source)))
        return self._requested

    def _release(self, number: int) -> None:
        self._say(encode_message(Release(number)))

    def _say(self, message: bytes) -> None:
        if self._outbox.unsaid >= MAX_UNSAID:
            logger.warning("seat %s: asks and doesn't read; the session is ended", self.seat)
            self.end(400)
        self._outbox.say(message)
        self.wake()

"""A client's connection over a WebSocket, where UDP is blocked."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import websockets.asyncio.client as websockets
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from hemicycle.media.client.broadcast import OutGroup
from hemicycle.media.client.tcp_incoming import IncomingStream
from hemicycle.media.client.transport import PATIENCE_S
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.media.wire.tcp_messages import (
    BEGINS,
    ENDS,
    MAX_TCP_MESSAGE,
    REFUSED,
    SUBPROTOCOL,
    Announce,
    End,
    Frame,
    Gone,
    MalformedMessageError,
    Message,
    Release,
    Request,
    Subscribe,
    Unannounce,
    Unsubscribe,
    decode_message,
    encode_message,
    frame_tail,
)
from hemicycle.media.wire.tcp_queue import Outbox, StreamQueue, limits_of
from hemicycle.media.wire.tracks import PRIORITY
from hemicycle.wire.ids import Source

logger = logging.getLogger("hemicycle.media")

ASK_AGAIN_S = 0.2
"""Seconds until a broadcast that wasn't there is subscribed to again."""

FIRST_DELAY_S, LONGEST_DELAY_S = 0.3, 2.0
"""Seconds between tries to reconnect."""


class _OutGroup:
    """A group as it goes out. What is not wanted any more goes nowhere."""

    def __init__(self, outlet: _Outlet, queue: StreamQueue | None, number: int) -> None:
        self._outlet = outlet
        self._queue = queue
        self._number = number
        self._flags = BEGINS

    def write_frame(self, payload: bytes, timestamp_us: int) -> None:
        self._outlet.put(self._queue, self._number, self._flags, payload)
        self._flags = 0

    def finish(self) -> None:
        self._outlet.put_end(self._queue, self._number)


class _Outlet:
    """One source on its way out. Its groups are numbered through, whatever happens to the
    connection."""

    def __init__(self, transport: TcpTransport) -> None:
        self.queue: StreamQueue | None = None
        self._transport = transport
        self._numbers = itertools.count()
        self._changed = asyncio.Event()

    def set(self, queue: StreamQueue | None) -> None:
        """The server takes it, and by which queue; or no more."""
        self.queue = queue
        self._changed.set()

    def is_used(self) -> bool:
        return self.queue is not None

    async def used(self) -> None:
        await self._until(True)

    async def unused(self) -> None:
        await self._until(False)

    async def _until(self, used: bool) -> None:
        while self.is_used() is not used:
            if self._transport.over.is_set():
                raise ConnectionError("the client was left")
            self._changed.clear()
            await self._changed.wait()

    def append_group(self) -> OutGroup:
        return _OutGroup(self, self.queue, next(self._numbers))

    def write_frame(self, payload: bytes, timestamp_us: int) -> None:
        self.put(self.queue, next(self._numbers), BEGINS | ENDS, payload)

    def put(self, queue: StreamQueue | None, number: int, flags: int, payload: bytes) -> None:
        if queue is not None and queue is self.queue:
            queue.frame(number, flags, frame_tail(number, flags, payload), self._transport.now())
            self._transport.wake()

    def put_end(self, queue: StreamQueue | None, number: int) -> None:
        if queue is not None and queue is self.queue:
            queue.end(number, False, self._transport.now())
            self._transport.wake()


class TcpTransport:
    """See `transport.ClientTransport`.

    Args:
        url: The `ws` or `wss` URL with the ticket.
        patience: Seconds for which to try to connect at first.
    """

    def __init__(self, url: str, patience: float) -> None:
        self.over = asyncio.Event()
        self._url = url
        self._patience = patience
        self._connection: websockets.ClientConnection | None = None
        self._received = 0
        self._connected = asyncio.Event()
        self._announced = False
        self._outbox = Outbox()
        self._something = asyncio.Event()
        self._outlets: dict[Source, _Outlet] = {}
        self._ids = itertools.count()
        self._taken: dict[int, IncomingStream] = {}
        self._keeping: asyncio.Task[None] | None = None

    @property
    def connected(self) -> bool:
        return self._connected.is_set()

    @property
    def bytes_received(self) -> int:
        return self._received

    async def open(self) -> None:
        try:
            async with asyncio.timeout(self._patience):
                connection = await self._connect_patiently()
        except (OSError, InvalidHandshake, TimeoutError) as error:
            where = urlsplit(self._url).netloc
            raise ConnectionError(f"no media connection to {where}: {error!r}") from error
        self._keeping = asyncio.get_running_loop().create_task(self._keep(connection))

    async def close(self) -> None:
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)

    def announce(self) -> None:
        if not self._announced:
            self._announced = True
            self._say(Announce())

    def withdraw(self) -> None:
        if self._announced:
            self._announced = False
            self._say(Unannounce())

    def outlet(self, source: Source) -> _Outlet:
        return self._outlets.setdefault(source, _Outlet(self))

    async def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        asked_at = self.now()
        while await self._is_connected():
            number, taken = next(self._ids), IncomingStream()
            self._taken[number] = taken
            self._say(Subscribe(number, PRIORITY[source], path, source))
            some = False
            try:
                while (group := await taken.next()) is not None:
                    some = True
                    yield MediaGroup(group.sequence, group.read, group.skip)
            finally:
                if self._taken.pop(number, None) is not None and not taken.gone:
                    self._say(Unsubscribe(number))
            if taken.gone:
                if some or self.now() - asked_at > PATIENCE_S:
                    return
                await asyncio.sleep(ASK_AGAIN_S)

    def now(self) -> float:
        """The clock by which what waits grows old, in seconds."""
        return asyncio.get_running_loop().time()

    def wake(self) -> None:
        """Wake up the sender: a message waits to be sent."""
        self._something.set()

    def _say(self, message: Message) -> None:
        if self._connected.is_set():
            self._outbox.say(encode_message(message))
            self.wake()

    async def _is_connected(self) -> bool:
        """Wait until the connection stands; False where it is over for good."""
        waits = [asyncio.ensure_future(each.wait()) for each in (self._connected, self.over)]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        return not self.over.is_set()

    async def _connect(self) -> websockets.ClientConnection:
        return await websockets.connect(
            self._url,
            subprotocols=[Subprotocol(SUBPROTOCOL)],
            max_size=MAX_TCP_MESSAGE,
            compression=None,
        )

    async def _connect_patiently(self) -> websockets.ClientConnection:
        delay = FIRST_DELAY_S
        while True:
            try:
                return await self._connect()
            except ConnectionRefusedError:
                await asyncio.sleep(delay)
                delay = min(2 * delay, LONGEST_DELAY_S)

    async def _keep(self, connection: websockets.ClientConnection) -> None:
        """Use the connection, and the next one, until the server lets the ticket in no more."""
        try:
            while True:
                try:
                    await self._use(connection)
                finally:
                    self._lost()
                    await connection.close()
                if connection.close_code == REFUSED:
                    return
                delay = FIRST_DELAY_S
                while True:
                    await asyncio.sleep(delay)
                    delay = min(2 * delay, LONGEST_DELAY_S)
                    with contextlib.suppress(OSError, InvalidHandshake, TimeoutError):
                        connection = await self._connect()
                        break
        except Exception:
            logger.exception("the media connection is over")
        finally:
            self.over.set()
            self._lost()

    async def _use(self, connection: websockets.ClientConnection) -> None:
        self._received = 0
        self._connected.set()
        if self._announced:
            self._say(Announce())
        sending = asyncio.get_running_loop().create_task(self._send(connection))
        try:
            async for data in connection:
                self._received += len(data)
                self._hear(decode_message(data if isinstance(data, bytes) else data.encode()))
        except (ConnectionClosed, MalformedMessageError) as error:
            logger.debug("the media connection was lost: %r", error)
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    async def _send(self, connection: websockets.ClientConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            while True:
                await self._something.wait()
                self._something.clear()
                while (message := self._outbox.pop(self.now())) is not None:
                    await connection.send(message)

    def _hear(self, message: Message) -> None:
        match message:
            case Frame():
                if taken := self._taken.get(message.id):
                    taken.frame(message)
            case End():
                if taken := self._taken.get(message.id):
                    taken.end(message.group)
            case Gone():
                if taken := self._taken.get(message.id):
                    taken.close(gone=True)
            case Request():
                queue = StreamQueue(
                    message.id, PRIORITY[Source(message.track)], limits_of(Source(message.track))
                )
                self._outbox.add(queue)
                self.outlet(Source(message.track)).set(queue)
            case Release():
                self._outbox.remove(message.id)
                for outlet in self._outlets.values():
                    if outlet.queue is not None and outlet.queue.id == message.id:
                        outlet.set(None)
            case _:
                raise MalformedMessageError(f"{type(message).__name__}, which only a client says")

    def _lost(self) -> None:
        """Nothing that went over the connection is there any more."""
        self._connected.clear()
        self._outbox = Outbox()
        for outlet in self._outlets.values():
            outlet.set(None)
        taken, self._taken = self._taken, {}
        for each in taken.values():
            each.close(gone=False)

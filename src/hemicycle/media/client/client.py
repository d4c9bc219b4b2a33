"""A client of the media server: publishes as a seat, and subscribes to what others publish."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from hemicycle.media.client.broadcast import Broadcast
from hemicycle.media.client.quic import CACHE_BYTES, QuicTransport
from hemicycle.media.client.tcp import TcpTransport
from hemicycle.media.client.transport import ClientTransport
from hemicycle.media.wire.frames import MediaFrame
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.media.wire.transport import Transport
from hemicycle.wire.ids import Source
from hemicycle.wire.media import MediaDoor


class MediaClient:
    """A seat's connection to the media server. An async context manager; it reconnects by itself.

    The ticket in the URL is good for as long as the server says so: after a new `welcome` with
    another URL, make another client.

    Args:
        url: A URL from `welcome.media`: `https` for MoQ over QUIC, `ws` or `wss` for a WebSocket.
        fingerprints: SHA-256 of the certificates to accept over QUIC, in hex; empty: as any public
            site.
        patience: Seconds for which to try to connect at first.
        cache_bytes: The most that is kept over QUIC of what is taken, and of what is published.
    """

    def __init__(
        self,
        url: str,
        fingerprints: Sequence[str] = (),
        *,
        patience: float = 10.0,
        cache_bytes: int = CACHE_BYTES,
    ) -> None:
        self._transport: ClientTransport = (
            TcpTransport(url, patience)
            if urlsplit(url).scheme in ("ws", "wss")
            else QuicTransport(url, fingerprints, patience, cache_bytes)
        )
        self._broadcast: Broadcast | None = None

    @classmethod
    def of(cls, door: MediaDoor, transport: Transport = "udp", *, cache_bytes: int = CACHE_BYTES) -> Self:
        """A client for the media of a seat, by the transport that is asked for.

        Args:
            door: `welcome.media`.
            transport: Which of its two URLs.
            cache_bytes: As of the class.
        """
        if transport == "tcp":
            return cls(door.tcp)
        return cls(door.url, door.fingerprints, cache_bytes=cache_bytes)

    async def __aenter__(self) -> Self:
        """Connect.

        Raises:
            ConnectionError: the server can't be reached. A ticket that isn't valid shows itself
                only after this: see `closed`.
        """
        await self._transport.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Disconnect. What was published is gone, and every `watch` ends."""
        if self._broadcast is not None:
            self._broadcast.close()
        await self._transport.close()

    @property
    def connected(self) -> bool:
        """Whether there is a connection now; it may be lost and made again."""
        return self._transport.connected

    async def closed(self) -> None:
        """Wait until the connection is over for good: left, or refused because of its ticket."""
        await self._transport.over.wait()

    @property
    def bytes_received(self) -> int:
        """Bytes that came over this connection since it last began."""
        return self._transport.bytes_received

    def publish(self) -> Broadcast:
        """Begin to publish as the seat: one broadcast, to which tracks are then added."""
        if self._broadcast is None:
            self._broadcast = Broadcast(self._transport)
        self._broadcast.announce()
        return self._broadcast

    async def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        """The groups of a stream of the view as they arrive, late ones included.

        Ends when the stream does. While the connection is lost it waits.

        Args:
            path: The stream's path.
            source: Which source it is.
        """
        async for group in self._transport.groups(path, source):
            yield group

    async def singles(self, path: str, source: Source) -> AsyncIterator[tuple[int, bytes]]:
        """The timestamps (µs) and payloads of a stream whose groups are of one frame each, as
        sound's are.

        In the order in which they came. The cheapest way to read sound: nothing is made for a
        group. Ends when the stream does; while the connection is lost it waits.

        Args:
            path: The stream's path.
            source: Which source it is.
        """
        if isinstance(self._transport, QuicTransport):
            async for single in self._transport.singles(path, source):
                yield single
            return
        async for group in self._transport.groups(path, source):
            if (frame := await anext(group.frames(), None)) is not None:
                yield frame.timestamp_us, frame.payload

    async def watch(self, path: str, source: Source) -> AsyncIterator[MediaFrame]:
        """The frames of a stream of the view as they arrive.

        Frames of one group are in order; a late group comes when it comes, among the frames of
        another. Ends when the stream does. While the connection is lost it waits.

        Args:
            path: The stream's path.
            source: Which source it is.
        """
        frames: asyncio.Queue[MediaFrame | None] = asyncio.Queue(maxsize=1024)
        loop = asyncio.get_running_loop()
        reading: set[asyncio.Task[None]] = set()

        async def read(group: MediaGroup) -> None:
            async for frame in group.frames():
                await frames.put(frame)

        async def read_all() -> None:
            async for group in self._transport.groups(path, source):
                task = loop.create_task(read(group))
                reading.add(task)
                task.add_done_callback(reading.discard)
            if reading:
                await asyncio.wait(reading)
            await frames.put(None)

        reader = loop.create_task(read_all())
        try:
            while (frame := await frames.get()) is not None:
                yield frame
        finally:
            reader.cancel()
            for task in list(reading):
                task.cancel()

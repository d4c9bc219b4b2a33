"""The media door from the other side: what the demo's speakers, watchers and the recorder use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from hemicycle.media.client.broadcast import Publication
from hemicycle.media.client.quic import CACHE_BYTES, QuicWay
from hemicycle.media.client.tcp import TcpWay
from hemicycle.media.client.transport import Transport
from hemicycle.media.wire.frames import MediaFrame
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.wire.ids import Source


class MediaClient:
    """A seat's connection to the media door. An async context manager; it reconnects by itself.

    The ticket in the URL is good for as long as the server says so: after a new `welcome` with
    another URL, make another client.

    Args:
        url: A URL from `welcome.media`: `https` for MoQ over QUIC, `ws` or `wss` for the TCP way.
        fingerprints: SHA-256 of the certificates to accept over QUIC, in hex; empty: as any public site.
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
        self._way: Transport = (
            TcpWay(url, patience)
            if urlsplit(url).scheme in ("ws", "wss")
            else QuicWay(url, fingerprints, patience, cache_bytes)
        )
        self._publication: Publication | None = None

    async def __aenter__(self) -> Self:
        """Connect.

        Raises:
            ConnectionError: there is no way to the server. A ticket that isn't valid shows itself
                only after this: see `closed`.
        """
        await self._way.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Disconnect. What was published is gone, and every `watch` ends."""
        if self._publication is not None:
            self._publication.close()
        await self._way.close()

    @property
    def connected(self) -> bool:
        """Whether the connection stands now."""
        return self._way.connected

    async def closed(self) -> None:
        """Wait until the connection is over for good: left, or refused because of its ticket."""
        await self._way.over.wait()

    @property
    def bytes_received(self) -> int:
        """Bytes that came over this connection since it last began."""
        return self._way.bytes_received

    def publish(self) -> Publication:
        """Begin to publish as the seat: one broadcast, to which tracks are then added."""
        if self._publication is None:
            self._publication = Publication(self._way)
        self._publication.announce()
        return self._publication

    async def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        """The groups of a stream of the view as they arrive, late ones included.

        Ends when the stream does. While the connection is lost it waits.

        Args:
            path: The stream's path.
            source: Which source it is.
        """
        async for group in self._way.groups(path, source):
            yield group

    async def singles(self, path: str, source: Source) -> AsyncIterator[tuple[int, bytes]]:
        """The timestamps (µs) and payloads of a stream whose groups are of one frame each, as sound's are.

        In the order in which they came. The cheapest way to read sound: nothing is made for a group. Ends
        when the stream does; while the connection is lost it waits.

        Args:
            path: The stream's path.
            source: Which source it is.
        """
        if isinstance(self._way, QuicWay):
            async for single in self._way.singles(path, source):
                yield single
            return
        async for group in self._way.groups(path, source):
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
            async for group in self._way.groups(path, source):
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

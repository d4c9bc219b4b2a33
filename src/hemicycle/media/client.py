"""The media door from the other side: what the demo's speakers, watchers and the recorder use."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import moq

from hemicycle.media.frames import MediaFrame, decode_frame
from hemicycle.media.passage import LATE, PRIORITY
from hemicycle.media.publication import Publication
from hemicycle.media.session import PUBLICATION
from hemicycle.wire.ids import Source

logger = logging.getLogger("hemicycle.media")

CACHE_BYTES = 16 * 1024 * 1024
"""The most that a client keeps of what it takes, and of what it publishes."""

PATIENCE = 5.0
"""Seconds for which a broadcast that isn't there is waited for while the connection stands."""

RECONNECT = moq.Backoff(initial_us=300_000, multiplier=2, max_us=2_000_000, timeout_us=0)


class MediaGroup:
    """A group as it arrives: a frame of sound, or a picture that can be decoded and what follows it."""

    def __init__(self, group: moq.GroupConsumer) -> None:
        self._group = group
        self.sequence = group.sequence

    async def frames(self) -> AsyncIterator[MediaFrame]:
        """The frames in order; ends early where the publisher gave the group up.

        Raises:
            MalformedFrameError: a frame without a timestamp.
        """
        first = True
        try:
            while (frame := await self._group.read_frame()) is not None:
                timestamp_us, payload = decode_frame(frame.payload)
                yield MediaFrame(timestamp_us, payload, first, self.sequence)
                first = False
        except moq.Error as error:
            logger.debug("group %d was given up: %r", self.sequence, error)

    def skip(self) -> None:
        """Take nothing of it: what a client does that only counts."""
        self._group.cancel()


class MediaClient:
    """A seat's connection to the media door. An async context manager; it reconnects by itself.

    The ticket in the URL is good for as long as the server says so: after a new `welcome` with
    another URL, make another client.

    Args:
        url: The URL from `welcome.media`.
        fingerprints: SHA-256 of the certificates to accept, in hex; empty: as any public site.
        patience: Seconds for which to try to connect at first.
    """

    def __init__(self, url: str, fingerprints: Sequence[str] = (), *, patience: float = 10.0) -> None:
        self._patience = patience
        self._where = urlsplit(url).netloc
        self._out = moq.OriginProducer(cache_capacity_bytes=CACHE_BYTES)
        self._in = moq.OriginProducer(cache_capacity_bytes=CACHE_BYTES)
        self._client = moq.Client(
            url,
            tls_fingerprints=list(fingerprints) or None,
            websocket_enabled=False,
            backoff=RECONNECT,
            publish=self._out,
            subscribe=self._in,
        )
        self._exits = AsyncExitStack()
        self._publication: Publication | None = None
        self._connected = False
        self._over = asyncio.Event()
        self._following: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Connect.

        Raises:
            ConnectionError: there is no way to the server. A ticket that isn't valid shows itself
                only after this: see `closed`.
        """
        try:
            async with asyncio.timeout(self._patience):
                await self._exits.enter_async_context(self._client)
        except (moq.Error, TimeoutError) as error:
            raise ConnectionError(f"no media connection to {self._where}: {error!r}") from error
        self._connected = True
        session = self._client.session
        assert session is not None
        self._following = asyncio.get_running_loop().create_task(self._follow(session))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Disconnect. What was published is gone, and every `watch` ends."""
        if self._publication is not None:
            self._publication.close()
        if self._following is not None:
            self._following.cancel()
        self._connected = False
        self._over.set()
        await self._exits.aclose()

    @property
    def connected(self) -> bool:
        """Whether the connection stands now."""
        return self._connected

    async def closed(self) -> None:
        """Wait until the connection is over for good: left, or refused because of its ticket."""
        await self._over.wait()

    @property
    def bytes_received(self) -> int:
        """Bytes that came over this connection since it last began."""
        session = self._client.session
        return (session.stats().bytes_received or 0) if session else 0

    def publish(self) -> Publication:
        """Begin to publish as the seat: one broadcast, to which tracks are then added."""
        if self._publication is None:
            self._publication = Publication(self._out.create_broadcast(PUBLICATION))
        self._publication.announce()
        return self._publication

    async def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        """The groups of a stream of the view as they arrive, late ones included.

        Ends when the stream does. While the connection is lost it waits.

        Args:
            path: The stream's path.
            source: Which source it is.
        """
        while (broadcast := await self._find(path)) is not None:
            track: moq.TrackConsumer | None = None
            try:
                wanted = moq.Subscription(priority=PRIORITY[source], max_age_us=LATE.max_age_us)
                track = await broadcast.subscribe_track(source, wanted)
                while (group := await track.recv_group()) is not None:
                    yield MediaGroup(group)
            except moq.Error as error:
                # The connection was lost, or the stream was closed; `_find` tells which.
                logger.debug("%s: %r", path, error)
                await asyncio.sleep(0.05)
            else:
                return
            finally:
                if track is not None:
                    track.cancel()

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
            async for group in self.groups(path, source):
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

    async def _find(self, path: str) -> moq.BroadcastConsumer | None:
        """The broadcast at a path; None where there is none, or the connection is over."""
        while not self._over.is_set():
            announced = self._in.consume().announced_broadcast(path)
            try:
                return await asyncio.wait_for(announced.available(), PATIENCE)
            except TimeoutError:
                if self._connected:
                    return None
            except moq.Error as error:
                logger.debug("%s: %r", path, error)
                return None
            finally:
                announced.cancel()
        return None

    async def _follow(self, session: moq.Session) -> None:
        """Keep `connected` true to the connection."""
        try:
            while True:
                status = await session.status()
                self._connected = status == moq.ConnectionStatus.CONNECTED
        except moq.Error as error:
            logger.debug("the media connection is over: %r", error)
        finally:
            self._connected = False
            self._over.set()

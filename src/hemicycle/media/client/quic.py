"""A client's connection by MoQ over QUIC."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from typing import TypeVar
from urllib.parse import urlsplit

import moq

from hemicycle.media.client.broadcast import OutGroup
from hemicycle.media.client.transport import PATIENCE_S
from hemicycle.media.wire.frames import decode_frame
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.media.wire.tracks import BROADCAST_PATH, LATE, PRIORITY
from hemicycle.wire.ids import Source

logger = logging.getLogger("hemicycle.media")

CACHE_BYTES = 16 * 1024 * 1024
"""The most that a client keeps of what it takes, and of what it publishes, where it isn't told
otherwise."""

RECONNECT = moq.Backoff(initial_us=300_000, multiplier=2, max_us=2_000_000, timeout_us=0)


Taken = TypeVar("Taken")


class _Outlet:
    """A MoQ track, which lives as long as the client does.

    The server keeps the groups of a track by their numbers, beyond the end of a subscription and
    even of the broadcast: a track that began anew would be taken for what is already there, and one
    that was finished is never subscribed to again.
    """

    def __init__(self, track: moq.TrackProducer) -> None:
        self._track = track
        self._demand = track.demand()

    def is_used(self) -> bool:
        return self._demand.is_used()

    async def used(self) -> None:
        await _demanded(self._demand.used())

    async def unused(self) -> None:
        await _demanded(self._demand.unused())

    def append_group(self) -> OutGroup:
        return self._track.append_group()

    def write_frame(self, payload: bytes, timestamp_us: int) -> None:
        self._track.write_frame(payload, timestamp_us)


class QuicTransport:
    """See `transport.ClientTransport`.

    Args:
        url: The `https` URL with the ticket.
        fingerprints: SHA-256 of the certificates to accept, in hex; empty: as any public site.
        patience: Seconds for which to try to connect at first.
        cache_bytes: The most that is kept of what is taken, and of what is published.
    """

    def __init__(
        self,
        url: str,
        fingerprints: Sequence[str],
        patience: float,
        cache_bytes: int = CACHE_BYTES,
    ) -> None:
        self.over = asyncio.Event()
        self._patience = patience
        self._where = urlsplit(url).netloc
        self._out = moq.OriginProducer(cache_capacity_bytes=cache_bytes)
        self._in = moq.OriginProducer(cache_capacity_bytes=cache_bytes)
        self._client = moq.Client(
            url,
            tls_fingerprints=list(fingerprints) or None,
            websocket_enabled=False,
            backoff=RECONNECT,
            publish=self._out,
            subscribe=self._in,
        )
        self._broadcast: moq.BroadcastProducer | None = None
        self._outlets: dict[Source, _Outlet] = {}
        self._exits = AsyncExitStack()
        self._connected = False
        self._following: asyncio.Task[None] | None = None

    @property
    def connected(self) -> bool:
        return self._connected

    @property
    def bytes_received(self) -> int:
        session = self._client.session
        return (session.stats().bytes_received or 0) if session else 0

    async def open(self) -> None:
        try:
            async with asyncio.timeout(self._patience):
                await self._exits.enter_async_context(self._client)
        except (moq.Error, TimeoutError) as error:
            raise ConnectionError(f"no media connection to {self._where}: {error!r}") from error
        self._connected = True
        session = self._client.session
        assert session is not None
        self._following = asyncio.get_running_loop().create_task(self._follow(session))

    async def close(self) -> None:
        if self._following is not None:
            self._following.cancel()
        self._connected = False
        self.over.set()
        await self._exits.aclose()

    def announce(self) -> None:
        self._own().announce()

    def withdraw(self) -> None:
        self._own().unannounce()

    def outlet(self, source: Source) -> _Outlet:
        if source not in self._outlets:
            track = self._own().publish_track(source, moq.TrackInfo(priority=PRIORITY[source]))
            self._outlets[source] = _Outlet(track)
        return self._outlets[source]

    def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        return self._take(path, source, _next_group)

    def singles(self, path: str, source: Source) -> AsyncIterator[tuple[int, bytes]]:
        """See `MediaClient.singles`."""
        return self._take(path, source, _next_single)

    async def _take(
        self, path: str, source: Source, read: Callable[[moq.TrackConsumer], Awaitable[Taken | None]]
    ) -> AsyncIterator[Taken]:
        """What `read` returns of the track at a path, again and again, until the track ends.

        It subscribes again after the connection was lost.
        """
        while (broadcast := await self._find(path)) is not None:
            track: moq.TrackConsumer | None = None
            try:
                wanted = moq.Subscription(priority=PRIORITY[source], max_age_us=LATE.max_age_us)
                track = await broadcast.subscribe_track(source, wanted)
                while (taken := await read(track)) is not None:
                    yield taken
            except moq.Error as error:
                # The connection was lost, or the stream was closed; `_find` tells which.
                logger.debug("%s: %r", path, error)
                await asyncio.sleep(0.05)
            else:
                return
            finally:
                if track is not None:
                    track.cancel()

    def _own(self) -> moq.BroadcastProducer:
        if self._broadcast is None:
            self._broadcast = self._out.create_broadcast(BROADCAST_PATH)
        return self._broadcast

    async def _find(self, path: str) -> moq.BroadcastConsumer | None:
        """The broadcast at a path; None where there is none, or the connection is over."""
        while not self.over.is_set():
            announced = self._in.consume().announced_broadcast(path)
            try:
                return await asyncio.wait_for(announced.available(), PATIENCE_S)
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
        """Keep `connected` up to date until the session is over."""
        try:
            while True:
                status = await session.status()
                self._connected = status == moq.ConnectionStatus.CONNECTED
        except moq.Error as error:
            logger.debug("the media connection is over: %r", error)
        finally:
            self._connected = False
            self.over.set()


async def _demanded(change: Awaitable[None]) -> None:
    """Wait for a change of the demand.

    Raises:
        ConnectionError: the client was left.
    """
    try:
        await change
    except moq.Error as error:
        raise ConnectionError("the client was left") from error


async def _next_single(track: moq.TrackConsumer) -> tuple[int, bytes] | None:
    while (group := await track.recv_group()) is not None:
        try:
            frame = await group.read_frame()
        except moq.Error as error:
            logger.debug("a group was given up: %r", error)
            continue
        if frame is not None:
            return decode_frame(frame.payload)
    return None


async def _next_group(track: moq.TrackConsumer) -> MediaGroup | None:
    group = await track.recv_group()
    if group is None:
        return None

    async def read() -> bytes | None:
        try:
            frame = await group.read_frame()
        except moq.Error as error:
            logger.debug("group %d was given up: %r", group.sequence, error)
            return None
        return frame.payload if frame is not None else None

    return MediaGroup(group.sequence, read, group.cancel)

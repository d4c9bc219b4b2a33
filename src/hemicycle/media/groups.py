"""A group as a client gets it, and what a way to the server has to offer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Protocol

from hemicycle.media.frames import MediaFrame, decode_frame
from hemicycle.media.publication import Outlet
from hemicycle.wire.ids import Source

PATIENCE = 5.0
"""Seconds for which a broadcast that isn't there is waited for while the connection stands."""


class MediaGroup:
    """A group as it arrives: a frame of sound, or a picture that can be decoded and what follows it.

    Args:
        sequence: Its number.
        read: The next frame as it goes over MoQ; None at the end, or where the rest was given up.
        cancel: Take no more of it.
    """

    def __init__(
        self, sequence: int, read: Callable[[], Awaitable[bytes | None]], cancel: Callable[[], None]
    ) -> None:
        self.sequence = sequence
        self._read = read
        self._cancel = cancel

    async def frames(self) -> AsyncIterator[MediaFrame]:
        """The frames in order; ends early where the group was given up on its way.

        Raises:
            MalformedFrameError: a frame without a timestamp.
        """
        first = True
        while (frame := await self._read()) is not None:
            timestamp_us, payload = decode_frame(frame)
            yield MediaFrame(timestamp_us, payload, first, self.sequence)
            first = False

    def skip(self) -> None:
        """Take nothing of it: what a client does that only counts."""
        self._cancel()


class ClientWay(Protocol):
    """How a client reaches the media door. It comes back by itself when it was lost."""

    over: asyncio.Event
    """Set when the connection is over for good."""

    @property
    def connected(self) -> bool:
        """Whether the connection stands now."""

    @property
    def bytes_received(self) -> int:
        """Bytes that came over this connection since it last began."""

    async def open(self) -> None:
        """Connect.

        Raises:
            ConnectionError: there is no way to the server.
        """

    async def close(self) -> None:
        """Disconnect."""

    def announce(self) -> None:
        """Let the server know that the seat publishes. Again is no fault."""

    def withdraw(self) -> None:
        """The seat publishes no more. Again is no fault."""

    def outlet(self, source: Source) -> Outlet:
        """Where a source is written: the same one each time."""

    def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        """The groups of a stream as they arrive, until it ends; while the connection is lost it waits."""

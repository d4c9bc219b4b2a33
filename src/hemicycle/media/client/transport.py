"""What a client needs of a connection to the media server, whichever transport it uses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from hemicycle.media.client.broadcast import Outlet
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.wire.ids import Source

PATIENCE_S = 5.0
"""Seconds for which a broadcast that isn't there is waited for while the connection stands."""


class ClientTransport(Protocol):
    """A connection to the media server. It reconnects by itself when it was lost."""

    over: asyncio.Event
    """Set when the connection is over for good."""

    @property
    def connected(self) -> bool:
        """Whether there is a connection now; it may be lost and made again."""

    @property
    def bytes_received(self) -> int:
        """Bytes that came over this connection since it last began."""

    async def open(self) -> None:
        """Connect.

        Raises:
            ConnectionError: the server can't be reached.
        """

    async def close(self) -> None:
        """Disconnect for good."""

    def announce(self) -> None:
        """Announce the seat's broadcast to the server. Again is no fault."""

    def withdraw(self) -> None:
        """Take the announcement back. Again is no fault."""

    def outlet(self, source: Source) -> Outlet:
        """The track of a source on its way to the server: the same one each time."""

    def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        """The groups of a stream as they arrive, until it ends; while the connection is lost it
        waits."""

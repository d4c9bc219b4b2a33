"""A trial by a program, as the page "Can I take part?" begins one: a room of one's own, with an
echo."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import websockets.asyncio.client as websockets
from websockets.typing import Origin

from hemicycle.wire.media import MediaDoor, Sending
from hemicycle.wire.patch import merge

WELCOME_WITHIN_S = 5.0
"""Seconds within which the server has to say each thing that is waited for."""


class Trial:
    """A trial that a server has begun. Made by `trial`."""

    def __init__(self, connection: websockets.ClientConnection, welcome: dict[str, Any]) -> None:
        self.connection = connection
        self.welcome = welcome
        self.view: dict[str, Any] = welcome["view"]
        self.media = MediaDoor.model_validate(welcome["media"])

    async def sending(self, what: Sending) -> None:
        """Tells the server what is ready to be sent."""
        await self.connection.send(what.model_dump_json(exclude_none=True))

    async def receive(self) -> dict[str, Any]:
        """The next message of the server, of which the view is kept up.

        Raises:
            TimeoutError: there is none within `WELCOME_WITHIN_S`.
            websockets.exceptions.ConnectionClosed: the trial is over.
        """
        message: dict[str, Any] = json.loads(await asyncio.wait_for(self.connection.recv(), WELCOME_WITHIN_S))
        if message["type"] == "change":
            self.view = merge(self.view, message["patch"])
        return message


@asynccontextmanager
async def trial(
    url: str,
    path: str = "/check/ws",
    *,
    headers: Mapping[str, str] | None = None,
    context: ssl.SSLContext | None = None,
) -> AsyncIterator[Trial]:
    """A trial for as long as the context is open.

    Args:
        url: The server's, as `https://example.org`.
        path: Of the WebSocket: of the server or of one meeting.
        headers: To be sent beside the usual ones.
        context: Whose certificates are believed where the URL is `https`.

    Raises:
        OSError: the server can't be reached.
        TimeoutError: it doesn't answer.
        websockets.exceptions.WebSocketException: it turns the trial away.
        ValueError, KeyError: it says what no server of ours says.
    """
    async with websockets.connect(
        url.replace("http", "ws", 1) + path,
        origin=Origin(url),
        additional_headers=headers,
        ssl=context,
        open_timeout=WELCOME_WITHIN_S,
        proxy=None,
    ) as connection:
        welcome = json.loads(await asyncio.wait_for(connection.recv(), WELCOME_WITHIN_S))
        yield Trial(connection, welcome)

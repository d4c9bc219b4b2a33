"""Passes what is said over a WebSocket: a connection's messages down, the page's messages up."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable

from fastapi import WebSocket, WebSocketDisconnect

from hemicycle.live.connection import Connection, ConnectionClosed
from hemicycle.live.limits import Bucket
from hemicycle.wire.messages import MAX_MESSAGE_BYTES

MESSAGES_PER_S = 10.0
MESSAGES_AT_ONCE = 40.0
"""A page pings twice a minute and sends what a person does; on coming back it says again what it
sends, and which requests are still unanswered: fewer than ten messages at once."""

PAUSE_S = 1.0
"""For how long a connection that is over its limit is not read. What it sends meanwhile waits in
its own machine, by TCP's flow control, and costs the server nothing."""

TOO_BIG = 1009
"""Close code for a message beyond `MAX_MESSAGE`. The server's own limit is the media socket's."""

Hear = Callable[[str | bytes], None]


async def exchange(websocket: WebSocket, connection: Connection, hear: Hear, too_fast: Hear) -> None:
    """Pass messages until the page is gone, or the connection is closed and everything on it was
    said.

    Args:
        websocket: accepted already.
        connection: what goes down.
        hear: takes a message.
        too_fast: takes one that came too soon after too many others: one in each pause.
    """
    sending = asyncio.create_task(_send(websocket, connection))
    try:
        await _receive(websocket, hear, too_fast)
    finally:
        sending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sending


async def _send(websocket: WebSocket, connection: Connection) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        try:
            while True:
                await websocket.send_text(await connection.next())
        except ConnectionClosed:
            await websocket.close()


async def _receive(websocket: WebSocket, hear: Hear, too_fast: Hear) -> None:
    bucket = Bucket(MESSAGES_PER_S, MESSAGES_AT_ONCE, time.monotonic)
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            message = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                return
            text = message.get("text") or message.get("bytes") or b""
            if len(text.encode() if isinstance(text, str) else text) > MAX_MESSAGE_BYTES:
                await websocket.close(TOO_BIG)
                return
            if bucket.take():
                hear(text)
            else:
                too_fast(text)
                await asyncio.sleep(PAUSE_S)

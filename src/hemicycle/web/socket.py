"""The WebSocket of a seat: views down, commands up."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import time
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from hemicycle.live.limits import Bucket
from hemicycle.live.line import Line, LineClosed, Way
from hemicycle.live.meeting import LiveMeeting
from hemicycle.store.tokens import token_hash
from hemicycle.web.doors import house_of, seat_of_cookie, token_in
from hemicycle.web.origin import same_origin
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.ids import audience_of
from hemicycle.wire.messages import MAX_MESSAGE, Goodbye, GoodbyeReason
from hemicycle.wire.messages import RefusalCode as Code

MESSAGES_A_SECOND = 10.0
MESSAGES_AT_ONCE = 40.0

TOO_BIG = 1009
"""Close code for a message beyond `MAX_MESSAGE`. The server's own limit is the media socket's."""

router = APIRouter()


@router.websocket("/m/{slug}/seats/{key}/ws")
async def seat_socket(websocket: WebSocket, slug: str, key: str) -> None:
    """One seat's connection, from its welcome to its end."""
    settings: ServerSettings = websocket.app.state.settings
    house = house_of(websocket)
    if not same_origin(websocket):
        await websocket.close()
        return
    row = await seat_of_cookie(websocket, house, slug, key)
    live = await house.meeting(slug) if row else None
    await websocket.accept()
    if row is None or live is None or row.revoked:
        # Said over the socket, as a page cannot read why a handshake was turned down.
        await websocket.send_text(Goodbye(reason=GoodbyeReason.REVOKED).model_dump_json())
        await websocket.close()
        return
    page = websocket.query_params.get("page", "")[:64]
    link = token_hash(token_in(websocket) or "")
    line = Line(key, audience_of(row.role), link, _way(websocket, settings), page)
    live.connect(line)
    sending = asyncio.create_task(_send(websocket, line))
    try:
        await _receive(websocket, live, line)
    finally:
        live.disconnect(line)
        sending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sending


async def _send(websocket: WebSocket, line: Line) -> None:
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        try:
            while True:
                await websocket.send_text(await line.next())
        except LineClosed:
            await websocket.close()


async def _receive(websocket: WebSocket, live: LiveMeeting, line: Line) -> None:
    bucket = Bucket(MESSAGES_A_SECOND, MESSAGES_AT_ONCE, time.monotonic)
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            message = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                return
            text = message.get("text") or message.get("bytes") or b""
            if len(text.encode() if isinstance(text, str) else text) > MAX_MESSAGE:
                await websocket.close(TOO_BIG)
                return
            if bucket.take():
                live.hear(line, text)
            else:
                live.refuse(line, text, Code.TOO_FAST)


def _way(websocket: WebSocket, settings: ServerSettings) -> Way:
    """How the seat reached us; a public URL, where there is one, is what leads here from outside."""
    asked = websocket.url
    public = urlsplit(settings.public_url) if settings.public_url else None
    secure = public.scheme == "https" if public else asked.scheme == "wss"
    netloc = public.netloc if public else asked.netloc
    return Way(
        host=(public.hostname if public else asked.hostname) or settings.host,
        port=public.port if public else None,
        socket_url=f"{'wss' if secure else 'ws'}://{netloc}",
        network=_network(websocket.client.host if websocket.client else ""),
    )


def _network(address: str) -> str:
    """A key of the network of an address: IPv6 hosts of one network share their first 64 bits."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    prefix = 64 if parsed.version == 6 else 32
    return hashlib.sha256(str(ip_network((parsed, prefix), strict=False)).encode()).hexdigest()[:16]

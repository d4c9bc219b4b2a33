"""The WebSocket for sound and picture where UDP is blocked."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from hemicycle.live.limits import Bucket
from hemicycle.media.server.tcp_session import TcpSession
from hemicycle.media.wire.tcp_messages import BREACH, REFUSED, SUBPROTOCOL
from hemicycle.web.origin import same_origin
from hemicycle.web.transport import MEDIA_PATH

log = logging.getLogger("hemicycle.web")

MESSAGES_PER_S = 300.0
MESSAGES_AT_ONCE = 600.0
"""How much one media connection may send. A frame is one message. A speaker who sends all there is
sends 50 packets of sound a second, and 30, 20, 10 and 2 pictures of camera and screen in both
renditions: 112 messages, and four ends of groups; a little more than a third of the limit. What has
waited in a narrow link for five seconds may come at once."""

PAUSE_S = 0.1
"""For how long a connection that is over its limit is not read. Nothing is refused: the rest waits
in the sender's machine, by TCP's flow control."""

router = APIRouter()


class _Pipe:
    """A WebSocket as a media session wants it."""

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket
        self._bucket = Bucket(MESSAGES_PER_S, MESSAGES_AT_ONCE, time.monotonic)
        self.gone = False

    async def send(self, message: bytes) -> None:
        try:
            await self._websocket.send({"type": "websocket.send", "bytes": message})
        except (RuntimeError, WebSocketDisconnect) as error:
            raise ConnectionError("the client is gone") from error

    async def receive(self) -> bytes | None:
        if not self._bucket.take():
            await asyncio.sleep(PAUSE_S)
            self._bucket.take()
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            self.gone = True
            return None
        # Text is none of ours: as bytes it is no message either, and ends the session.
        return message.get("bytes") or b""


@router.websocket(MEDIA_PATH)
async def media_socket(websocket: WebSocket) -> None:
    """One media connection of a seat, for as long as its ticket is good."""
    if not same_origin(websocket):
        await websocket.close()
        return
    # Turned away over the socket, as a page cannot read why a handshake was.
    offered = websocket.scope.get("subprotocols", [])
    await websocket.accept(SUBPROTOCOL if SUBPROTOCOL in offered else None)
    ticket = websocket.query_params.get("ticket", "")
    found = websocket.app.state.find_ticket(ticket)
    pipe = _Pipe(websocket)
    code = BREACH
    try:
        if found is None:
            code = REFUSED
        else:
            room, seat = found
            code = await TcpSession(room, seat, ticket).serve(pipe)
    except ConnectionError:
        pipe.gone = True
    except Exception:
        log.exception("a media connection failed")
    if not pipe.gone:
        with contextlib.suppress(RuntimeError, WebSocketDisconnect):
            await websocket.close(code)

"""The WebSocket for sound and picture where UDP is blocked."""

from __future__ import annotations

import contextlib
import logging

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from hemicycle.media.server.tcp_session import TcpSession
from hemicycle.media.wire.tcp_messages import BREACH, REFUSED, SUBPROTOCOL
from hemicycle.web.origin import same_origin
from hemicycle.web.transport import MEDIA_PATH

log = logging.getLogger("hemicycle.web")

router = APIRouter()


class _Pipe:
    """A WebSocket as a media session wants it."""

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket
        self.gone = False

    async def send(self, message: bytes) -> None:
        try:
            await self._websocket.send({"type": "websocket.send", "bytes": message})
        except (RuntimeError, WebSocketDisconnect) as error:
            raise ConnectionError("the client is gone") from error

    async def receive(self) -> bytes | None:
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

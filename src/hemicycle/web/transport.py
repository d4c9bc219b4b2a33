"""How sockets are kept short of what waits in them, so that sound can go first."""

from __future__ import annotations

import logging
import socket
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

MEDIA_PATH = "/media"

UNSENT_BYTES = 4 * 1024
"""The most that waits in the machine's own buffer of a connection, beyond what is in flight, in
bytes."""

# uvicorn writes each WebSocket's address into its log, and a media socket's holds its ticket.
_quiet = logging.getLogger("hemicycle.web.websocket")
_quiet.setLevel(logging.WARNING)


def keep_short(listening: socket.socket) -> None:
    """Let the connections of a listening socket hold little that is not on its way yet.

    Otherwise seconds of picture lie in the machine's buffer before a word that is said now.
    """
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_NOTSENT_LOWAT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, UNSENT_BYTES)


class ShortWebSocket(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket; one for media sends nothing while anything waits in this process."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.logger = _quiet

    def handle_connect(self, event: Request) -> None:
        """Accept a handshake; on the media path nothing may wait in the transport's buffer."""
        super().handle_connect(event)
        if event.path.partition("?")[0] == MEDIA_PATH:
            self.transport.set_write_buffer_limits(high=0)

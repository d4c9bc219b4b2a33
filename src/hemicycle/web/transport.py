"""How sockets are kept short of what waits in them, so that sound can go first."""

from __future__ import annotations

import logging
import socket
import time
from typing import Any

from uvicorn._types import ASGIReceiveEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.http11 import Request

from hemicycle.live.limits import Bucket

MEDIA_PATH = "/media"

UNSENT_BYTES = 4 * 1024
"""The most that waits in the machine's own buffer of a connection, beyond what is in flight, in
bytes."""

SLICE_BYTES = 4 * 1024
"""How much of what has arrived is taken apart at once, in bytes. A read may bring 256 KiB, which is
40,000 of the shortest messages and half a second of this process's only loop."""

CONTROLS_PER_S, CONTROLS_AT_ONCE = 2.0, 40.0
"""How many WebSocket pings, pongs, and parts of a message shorter than `PART_BYTES` a connection
may send: they are seen to below the routes, and so nothing there can hold them up. Beyond it the
connection is cut. A browser sends one pong for each of our pings, every 15 seconds."""

PART_BYTES = 1024
"""A browser that sends a message in parts makes them longer than this, but for the last one."""

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
    """uvicorn's WebSocket, which takes in no more than its route has asked for; one for media sends
    nothing while anything waits in this process."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.logger = _quiet
        self._unread = bytearray()
        self._controls = Bucket(CONTROLS_PER_S, CONTROLS_AT_ONCE, time.monotonic)

    def handle_connect(self, event: Request) -> None:
        """Accept a handshake; on the media path nothing may wait in the transport's buffer."""
        super().handle_connect(event)
        if event.path.partition("?")[0] == MEDIA_PATH:
            self.transport.set_write_buffer_limits(high=0)

    def data_received(self, data: bytes) -> None:
        """Take it apart, slice by slice, for as long as no whole message waits for the route."""
        self._unread += data
        self._feed()

    async def receive(self) -> ASGIReceiveEvent:
        """The next message of the connection, for its route."""
        if self.queue.empty():
            self.read_paused = False
            self._feed()
            if not self.read_paused and not self.transport.is_closing():
                self.transport.resume_reading()
        return await self.queue.get()

    def handle_cont(self, event: Frame) -> None:
        """Take a part of a message, if it is not one of too many short ones."""
        if event.fin or len(event.data) >= PART_BYTES or self._may_control():
            super().handle_cont(event)

    def handle_ping(self) -> None:
        """Answer a ping, if there are not too many."""
        if self._may_control():
            super().handle_ping()

    def handle_pong(self, event: Frame) -> None:
        """Take a pong, if there are not too many."""
        if self._may_control():
            super().handle_pong(event)

    def _may_control(self) -> bool:
        if self._controls.take():
            return True
        self._unread.clear()
        self.transport.abort()
        return False

    def _feed(self) -> None:
        while self._unread and not self.read_paused and not self.transport.is_closing():
            piece = bytes(self._unread[:SLICE_BYTES])
            del self._unread[:SLICE_BYTES]
            super().data_received(piece)

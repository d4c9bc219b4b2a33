"""The relay's TCP connections: each is two, and what passes between them is reckoned in
segments."""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.relay.conditions import Conditions
from bench.relay.loop import Loop
from bench.relay.network import Network
from bench.relay.tcp import LEAST_RTO, SEGMENT, SYN_AGAIN, Flow, resumes

HELD_BACK = 16 * 1024
"""Bytes that wait for a slow reader before nothing more is read for it."""
SOCKET_BUFFER = 8 * 1024


@dataclass(eq=False, slots=True)
class Half:
    """One way of a TCP connection."""

    source: socket.socket
    sink: socket.socket
    flow: Flow
    connection: Connection
    waiting: deque[bytes] = field(default_factory=deque)
    size: int = 0
    last_due: float = 0.0
    over: bool = False
    """Whether the source has said its last."""
    finishing: bool = False


@dataclass(eq=False, slots=True)
class Connection:
    """A TCP connection of the browser and the one to the server that continues it."""

    browser: socket.socket
    server: socket.socket
    since: float
    halves: list[Half] = field(default_factory=list)
    held: list[Callable[[], None]] = field(default_factory=list)
    cut_at: float | None = None
    stalled_until: float = 0.0
    closed: bool = False


class StreamRelay:
    """Passes TCP connections between the browsers and the server.

    Args:
        loop: By which segments wait for their time.
        network: Between the two.
    """

    def __init__(self, loop: Loop, network: Network) -> None:
        self._loop = loop
        self._network = network
        self._connections: list[Connection] = []
        self._abandoned: list[socket.socket] = []

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return len(self._connections)

    def listen(self, family: int, address: str, port: int) -> int:
        """Take connections of browsers at an address; the port (where it was 0, the one that was
        taken)."""
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setblocking(False)
        listener.bind((address, port))
        _make_small(listener)
        listener.listen(64)
        self._loop.watch(listener.fileno(), lambda _: self._accept(listener))
        return int(listener.getsockname()[1])

    def become(self, before: Conditions, conditions: Conditions) -> None:
        """The network is another: connections are cut, or go on when TCP would have found out."""
        now = time.monotonic()
        for connection in list(self._connections):
            if before.tcp and not conditions.tcp:
                connection.cut_at = now
            elif conditions.tcp and connection.cut_at is not None:
                old = connection.since < connection.cut_at
                again = resumes(connection.cut_at, now, LEAST_RTO if old else SYN_AGAIN)
                connection.stalled_until, connection.cut_at = again, None
                held, connection.held = connection.held, []
                for act in held:
                    self._loop.at(again, act)
                self._loop.at(again, lambda connection=connection: self._look(connection))  # type: ignore[misc]
            self._look(connection)

    def move(self) -> None:
        """The browsers have new addresses: their connections are dead."""
        for connection in list(self._connections):
            connection.closed = True
            for half in connection.halves:
                self._loop.forget(half.source)
            self._connections.remove(connection)
            # The browser's system ends what hung on the old address; the server hears nothing.
            _reset(connection.browser)
            self._abandoned.append(connection.server)

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(BlockingIOError):
            while True:
                browser, _ = listener.accept()
                server = socket.socket()
                connection = Connection(browser, server, time.monotonic())
                if not self._network.conditions.tcp:
                    connection.cut_at = connection.since
                down, up = self._network.ways[True], self._network.ways[False]
                connection.halves = [
                    Half(server, browser, Flow(down, up), connection),
                    Half(browser, server, Flow(up, down), connection),
                ]
                try:
                    _make_small(server)
                    for one in (browser, server):
                        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    server.connect(("127.0.0.1", self._network.target))
                except OSError:
                    _reset(browser)
                    continue
                for half in connection.halves:
                    half.source.setblocking(False)
                    self._loop.watch(
                        half.source.fileno(),
                        lambda events, half=half: self._stirs(half, events),  # type: ignore[misc]
                        0,
                    )
                self._connections.append(connection)
                # The handshake takes a round trip before the first byte.
                opened = connection.since + down.takes() + up.takes()
                connection.stalled_until = opened
                self._loop.at(opened, lambda connection=connection: self._look(connection))  # type: ignore[misc]

    def _stirs(self, half: Half, events: int) -> None:
        """Something happened on the socket from which this half reads, and to which the other
        writes."""
        connection = half.connection
        other = next(one for one in connection.halves if one is not half)
        if events & select.EPOLLOUT:
            self._write(other)
        hung_up = bool(events & (select.EPOLLHUP | select.EPOLLERR))
        if half.over and hung_up and not connection.closed:
            # It has said its last, and hears nothing more: what it said may still be under way.
            self._loop.forget(half.source)
        elif (events & select.EPOLLIN or hung_up) and not connection.closed:
            self._read(half, hung_up)
        self._look(connection)

    def _look(self, connection: Connection) -> None:
        """Wait for what can be used: bytes where there is room for them, room where bytes wait."""
        if connection.closed:
            return
        now = time.monotonic()
        for half, other in (connection.halves, reversed(connection.halves)):
            events = 0
            flows = connection.cut_at is None and connection.stalled_until <= now
            if flows and not half.over and half.flow.room > 0 and half.size < HELD_BACK:
                events |= select.EPOLLIN
            if other.waiting:
                events |= select.EPOLLOUT
            self._loop.watch_for(half.source.fileno(), events)

    def _read(self, half: Half, hung_up: bool) -> None:
        # A socket that hung up is read to its end at once: it would be reported again and again.
        room = max(half.flow.room, SOCKET_BUFFER // SEGMENT if hung_up else 0)
        if room == 0:
            return
        try:
            data = half.source.recv(room * SEGMENT)
        except BlockingIOError:
            return
        except OSError:
            self._end(half.connection)
            return
        now = time.monotonic()
        if not data:
            half.over = True
            self._loop.at(max(now, half.last_due), lambda: self._arrives(half, b""))
            return
        for begin in range(0, len(data), SEGMENT):
            segment = data[begin : begin + SEGMENT]
            due, known = half.flow.send(now, len(segment))
            half.last_due = due
            self._loop.at(due, lambda segment=segment: self._arrives(half, segment))  # type: ignore[misc]
            self._loop.at(known, lambda: self._known(half))

    def _arrives(self, half: Half, segment: bytes) -> None:
        connection = half.connection
        if connection.closed:
            return
        if connection.cut_at is not None:
            connection.held.append(lambda: self._arrives(half, segment))
            return
        if segment:
            half.waiting.append(segment)
            half.size += len(segment)
        else:
            half.finishing = True
        self._write(half)
        self._look(connection)

    def _known(self, half: Half) -> None:
        if half.connection.cut_at is not None:
            half.connection.held.append(lambda: self._known(half))
            return
        half.flow.acknowledge()
        self._look(half.connection)

    def _write(self, half: Half) -> None:
        try:
            while half.waiting:
                sent = half.sink.send(half.waiting[0])
                half.size -= sent
                if sent < len(half.waiting[0]):
                    half.waiting[0] = half.waiting[0][sent:]
                    return
                half.waiting.popleft()
            if half.finishing:
                half.sink.shutdown(socket.SHUT_WR)
                if all(one.finishing and not one.waiting for one in half.connection.halves):
                    self._end(half.connection)
        except BlockingIOError:
            return
        except OSError:
            self._end(half.connection)

    def _end(self, connection: Connection) -> None:
        if connection.closed:
            return
        connection.closed = True
        self._connections.remove(connection)
        finished = all(half.finishing for half in connection.halves)
        for half in connection.halves:
            self._loop.forget(half.source)
            if finished:
                half.source.close()
            else:
                _reset(half.source)


def _make_small(one: socket.socket) -> None:
    """What waits should wait at its sender, who knows what goes first; to be set before it
    connects."""
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        one.setsockopt(socket.SOL_SOCKET, option, SOCKET_BUFFER)
    # The loopback's segments of 64 KiB would wait for a window that never gets so wide.
    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)


def _reset(one: socket.socket) -> None:
    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    one.close()

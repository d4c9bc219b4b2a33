"""The relay's own process: `python -m bench.relay.process PORT [SEED]`.

It is told what to do by lines on its standard input, each one JSON array, and answers each by one:
`["target", port]`, `["become", conditions]`, `["move"]` (the browser has a new address), `["stats"]`.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import json
import os
import select
import socket
import struct
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bench.relay.conditions import HEADERS, Conditions, Direction
from bench.relay.tcp import LEAST_RTO, SEGMENT, SYN_AGAIN, Flow, resumes

LARGEST = 1472
"""What fits into a packet of Ethernet: larger datagrams are lost, as on the way of most."""
MOST_FLOWS = 256
HELD_BACK = 16 * 1024
"""Bytes that wait for a slow reader before nothing more is read for it."""
SOCKET_BUFFER = 8 * 1024
LONGEST_SLEEP = 1.0


@dataclass(eq=False, slots=True)
class Datagrams:
    """What comes from one address of a browser, and the socket by which the server knows it."""

    listener: socket.socket
    browser: Any
    upstream: socket.socket = field(init=False)
    due: dict[bool, float] = field(default_factory=lambda: {True: 0.0, False: 0.0})


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


class Relay:
    """Everything in one thread: packets wait in a heap for their time."""

    def __init__(self, port: int, seed: int) -> None:
        self._epoll = select.epoll()
        self._ready: dict[int, Callable[[int], None]] = {}
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._ways = {True: Direction(seed, down=True), False: Direction(seed + 1, down=False)}
        self._conditions = Conditions()
        self._target = 0
        self._flows: dict[tuple[int, Any], Datagrams] = {}
        self._connections: list[Connection] = []
        self._abandoned: list[socket.socket] = []
        self._input = b""
        self._running = True
        self._latest = 0.0
        self.port = self._listen(port)
        self._watch(sys.stdin.fileno(), lambda _: self._told())

    def run(self) -> None:
        """Relay until the standard input ends."""
        while self._running:
            now = time.monotonic()
            while self._due and self._due[0][0] <= now:
                at, _, act = heapq.heappop(self._due)
                self._latest = max(self._latest, now - at)
                act()
            wait = min(LONGEST_SLEEP, self._due[0][0] - time.monotonic()) if self._due else LONGEST_SLEEP
            for fd, events in self._epoll.poll(max(0.0, wait)):
                if ready := self._ready.get(fd):
                    ready(events)

    def _listen(self, port: int) -> int:
        for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            tcp = socket.socket(family, socket.SOCK_STREAM)
            tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            udp = socket.socket(family, socket.SOCK_DGRAM)
            _enlarge(udp)
            for one in (tcp, udp):
                one.setblocking(False)
                one.bind((address, port))
                port = one.getsockname()[1]
            _make_small(tcp)
            tcp.listen(64)
            self._watch(tcp.fileno(), lambda _, tcp=tcp: self._accept(tcp))  # type: ignore[misc]
            self._watch(udp.fileno(), lambda _, udp=udp: self._from_browser(udp))  # type: ignore[misc]
        return port

    def _watch(self, fd: int, ready: Callable[[int], None], events: int = select.EPOLLIN) -> None:
        self._ready[fd] = ready
        self._epoll.register(fd, events)

    def _forget(self, one: socket.socket) -> None:
        if self._ready.pop(one.fileno(), None):
            self._epoll.unregister(one.fileno())

    def _at(self, due: float, act: Callable[[], None]) -> None:
        heapq.heappush(self._due, (due, next(self._order), act))

    # What it is told.

    def _told(self) -> None:
        read = os.read(sys.stdin.fileno(), 65536)
        if not read:
            self._running = False
        self._input += read
        *lines, self._input = self._input.split(b"\n")
        for line in lines:
            print(json.dumps(self._obey(*json.loads(line))), flush=True)

    def _obey(self, order: str, value: Any = None) -> Any:
        match order:
            case "target":
                self._target = value
            case "become":
                self._become(Conditions(**value))
            case "move":
                self._move()
            case "stats":
                return self._stats()
        return None

    def _become(self, conditions: Conditions) -> None:
        now = time.monotonic()
        before, self._conditions = self._conditions, conditions
        for way in self._ways.values():
            way.become(conditions, now)
        for connection in list(self._connections):
            if before.tcp and not conditions.tcp:
                connection.cut_at = now
            elif conditions.tcp and connection.cut_at is not None:
                old = connection.since < connection.cut_at
                again = resumes(connection.cut_at, now, LEAST_RTO if old else SYN_AGAIN)
                connection.stalled_until, connection.cut_at = again, None
                held, connection.held = connection.held, []
                for act in held:
                    self._at(again, act)
                self._at(again, lambda connection=connection: self._look(connection))  # type: ignore[misc]
            self._look(connection)

    def _move(self) -> None:
        """The browser has another address: datagrams come from it, and TCP connections are dead."""
        for flow in self._flows.values():
            self._forget(flow.upstream)
            flow.upstream.close()
            flow.upstream = self._upstream(flow)
        for connection in list(self._connections):
            connection.closed = True
            for half in connection.halves:
                self._forget(half.source)
            self._connections.remove(connection)
            # The browser's system ends what hung on the old address; the server hears nothing.
            _reset(connection.browser)
            self._abandoned.append(connection.server)

    def _stats(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            name: {"passed": way.passed, "lost": way.lost, "dropped": way.dropped, "bytes": way.bytes}
            for name, way in (("down", self._ways[True]), ("up", self._ways[False]))
        }
        told["late_ms"] = round(self._latest * 1000, 1)
        told["udp_flows"], told["tcp_connections"] = len(self._flows), len(self._connections)
        self._latest = 0.0
        return told

    # Datagrams.

    def _from_browser(self, listener: socket.socket) -> None:
        with contextlib.suppress(BlockingIOError):
            while True:
                data, browser = listener.recvfrom(65536)
                flow = self._flows.get((listener.fileno(), browser))
                if flow is None:
                    flow = self._open(listener, browser)
                self._pass(flow, data, down=False)

    def _open(self, listener: socket.socket, browser: Any) -> Datagrams:
        if len(self._flows) >= MOST_FLOWS:
            oldest = self._flows.pop(next(iter(self._flows)))
            self._forget(oldest.upstream)
            oldest.upstream.close()
        flow = Datagrams(listener, browser)
        flow.upstream = self._upstream(flow)
        self._flows[listener.fileno(), browser] = flow
        return flow

    def _upstream(self, flow: Datagrams) -> socket.socket:
        upstream = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        _enlarge(upstream)
        upstream.setblocking(False)
        upstream.connect(("127.0.0.1", self._target))
        self._watch(upstream.fileno(), lambda _: self._from_server(flow))
        return upstream

    def _from_server(self, flow: Datagrams) -> None:
        with contextlib.suppress(BlockingIOError, ConnectionRefusedError):
            while True:
                self._pass(flow, flow.upstream.recv(65536), down=True)

    def _pass(self, flow: Datagrams, data: bytes, *, down: bool) -> None:
        way = self._ways[down]
        if not self._conditions.udp or len(data) > LARGEST:
            return
        now = time.monotonic()
        left = way.leave(now, len(data) + HEADERS)
        if left is None or way.loses(left):
            return
        way.bytes += len(data)
        due = left + way.takes()
        if not way.out_of_order():
            due = flow.due[down] = max(due, flow.due[down])
        self._at(due, lambda: self._deliver(flow, data, down))

    def _deliver(self, flow: Datagrams, data: bytes, down: bool) -> None:
        if not self._conditions.udp:
            return
        # A full buffer, or nobody there: a datagram lost.
        with contextlib.suppress(OSError):
            if down:
                flow.listener.sendto(data, flow.browser)
            else:
                flow.upstream.send(data)

    # Streams.

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(BlockingIOError):
            while True:
                browser, _ = listener.accept()
                server = socket.socket()
                connection = Connection(browser, server, time.monotonic())
                if not self._conditions.tcp:
                    connection.cut_at = connection.since
                down, up = self._ways[True], self._ways[False]
                connection.halves = [
                    Half(server, browser, Flow(down, up), connection),
                    Half(browser, server, Flow(up, down), connection),
                ]
                try:
                    _make_small(server)
                    for one in (browser, server):
                        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    server.connect(("127.0.0.1", self._target))
                except OSError:
                    _reset(browser)
                    continue
                for half in connection.halves:
                    half.source.setblocking(False)
                    self._watch(
                        half.source.fileno(),
                        lambda events, half=half: self._stirs(half, events),  # type: ignore[misc]
                        0,
                    )
                self._connections.append(connection)
                # The handshake takes a round trip before the first byte.
                opened = connection.since + down.takes() + up.takes()
                connection.stalled_until = opened
                self._at(opened, lambda connection=connection: self._look(connection))  # type: ignore[misc]

    def _stirs(self, half: Half, events: int) -> None:
        """Something happened on the socket from which this half reads, and to which the other writes."""
        connection = half.connection
        other = next(one for one in connection.halves if one is not half)
        if events & select.EPOLLOUT:
            self._write(other)
        hung_up = bool(events & (select.EPOLLHUP | select.EPOLLERR))
        if half.over and hung_up and not connection.closed:
            # It has said its last, and hears nothing more: what it said may still be under way.
            self._forget(half.source)
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
            if half.source.fileno() in self._ready:
                self._epoll.modify(half.source.fileno(), events)

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
            self._at(max(now, half.last_due), lambda: self._arrives(half, b""))
            return
        for begin in range(0, len(data), SEGMENT):
            segment = data[begin : begin + SEGMENT]
            due, known = half.flow.send(now, len(segment))
            half.last_due = due
            self._at(due, lambda segment=segment: self._arrives(half, segment))  # type: ignore[misc]
            self._at(known, lambda: self._known(half))

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
            self._forget(half.source)
            if finished:
                half.source.close()
            else:
                _reset(half.source)


def _enlarge(one: socket.socket) -> None:
    """Bursts must not be lost in this process's own buffers."""
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        one.setsockopt(socket.SOL_SOCKET, option, 4 * 1024 * 1024)


def _make_small(one: socket.socket) -> None:
    """What waits should wait at its sender, who knows what goes first; to be set before it connects."""
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        one.setsockopt(socket.SOL_SOCKET, option, SOCKET_BUFFER)
    # The loopback's segments of 64 KiB would wait for a window that never gets so wide.
    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)


def _reset(one: socket.socket) -> None:
    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    one.close()


def main() -> None:
    """Say the port, then relay."""
    # A measuring instrument goes first, where it may.
    with contextlib.suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    relay = Relay(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
    print(json.dumps(relay.port), flush=True)
    relay.run()


if __name__ == "__main__":
    main()

"""The relay's datagrams: each is lost, delayed or passed by itself."""

from __future__ import annotations

import contextlib
import socket
import time
from dataclasses import dataclass, field
from typing import Any

from bench.relay.conditions import HEADERS
from bench.relay.loop import Loop
from bench.relay.network import Network

LARGEST = 1472
"""What fits into a packet of Ethernet: larger datagrams are lost, as on the way of most."""
MOST_FLOWS = 256


@dataclass(eq=False, slots=True)
class Flow:
    """What comes from one address of a browser, and the socket by which the server knows it."""

    listener: socket.socket
    browser: Any
    upstream: socket.socket = field(init=False)
    due: dict[bool, float] = field(default_factory=lambda: {True: 0.0, False: 0.0})


class DatagramRelay:
    """Passes datagrams between the browsers and the server.

    Args:
        loop: By which they wait for their time.
        network: Between the two.
    """

    def __init__(self, loop: Loop, network: Network) -> None:
        self._loop = loop
        self._network = network
        self._flows: dict[tuple[int, Any], Flow] = {}

    @property
    def flows(self) -> int:
        """How many addresses of browsers are known."""
        return len(self._flows)

    def listen(self, family: int, address: str, port: int) -> None:
        """Take datagrams of browsers at an address."""
        listener = socket.socket(family, socket.SOCK_DGRAM)
        _enlarge(listener)
        listener.setblocking(False)
        listener.bind((address, port))
        self._loop.watch(listener.fileno(), lambda _: self._from_browser(listener))

    def move(self) -> None:
        """The browsers' datagrams come from new addresses."""
        for flow in self._flows.values():
            self._loop.forget(flow.upstream)
            flow.upstream.close()
            flow.upstream = self._upstream(flow)

    def _from_browser(self, listener: socket.socket) -> None:
        with contextlib.suppress(BlockingIOError):
            while True:
                data, browser = listener.recvfrom(65536)
                flow = self._flows.get((listener.fileno(), browser))
                if flow is None:
                    flow = self._open(listener, browser)
                self._pass(flow, data, down=False)

    def _open(self, listener: socket.socket, browser: Any) -> Flow:
        if len(self._flows) >= MOST_FLOWS:
            oldest = self._flows.pop(next(iter(self._flows)))
            self._loop.forget(oldest.upstream)
            oldest.upstream.close()
        flow = Flow(listener, browser)
        flow.upstream = self._upstream(flow)
        self._flows[listener.fileno(), browser] = flow
        return flow

    def _upstream(self, flow: Flow) -> socket.socket:
        upstream = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        _enlarge(upstream)
        upstream.setblocking(False)
        upstream.connect(("127.0.0.1", self._network.target))
        self._loop.watch(upstream.fileno(), lambda _: self._from_server(flow))
        return upstream

    def _from_server(self, flow: Flow) -> None:
        with contextlib.suppress(BlockingIOError, ConnectionRefusedError):
            while True:
                self._pass(flow, flow.upstream.recv(65536), down=True)

    def _pass(self, flow: Flow, data: bytes, *, down: bool) -> None:
        way = self._network.ways[down]
        if not self._network.conditions.udp or len(data) > LARGEST:
            return
        now = time.monotonic()
        left = way.leave(now, len(data) + HEADERS)
        if left is None or way.loses(left):
            return
        way.bytes += len(data)
        due = left + way.takes()
        if not way.out_of_order():
            due = flow.due[down] = max(due, flow.due[down])
        self._loop.at(due, lambda: self._deliver(flow, data, down))

    def _deliver(self, flow: Flow, data: bytes, down: bool) -> None:
        if not self._network.conditions.udp:
            return
        # A full buffer, or nobody there: a datagram lost.
        with contextlib.suppress(OSError):
            if down:
                flow.listener.sendto(data, flow.browser)
            else:
                flow.upstream.send(data)


def _enlarge(one: socket.socket) -> None:
    """Bursts must not be lost in this process's own buffers."""
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        one.setsockopt(socket.SOL_SOCKET, option, 4 * 1024 * 1024)

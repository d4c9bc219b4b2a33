"""An event loop for packets: sockets that become ready, and acts that fall due, in one thread."""

from __future__ import annotations

import heapq
import itertools
import select
import socket
import time
from collections.abc import Callable

LONGEST_SLEEP_S = 1.0


class Loop:
    """What is watched, and what is due. Nothing here is called from another thread."""

    def __init__(self) -> None:
        self.running = True
        self.latest_s = 0.0
        """By how much an act was late at the most, since this was last set to 0."""
        self._epoll = select.epoll()
        self._ready: dict[int, Callable[[int], None]] = {}
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()

    def run(self) -> None:
        """Go on until `running` is False."""
        while self.running:
            now = time.monotonic()
            while self._due and self._due[0][0] <= now:
                at, _, act = heapq.heappop(self._due)
                self.latest_s = max(self.latest_s, now - at)
                act()
            wait = LONGEST_SLEEP_S
            if self._due:
                wait = min(wait, self._due[0][0] - time.monotonic())
            for fd, events in self._epoll.poll(max(0.0, wait)):
                if ready := self._ready.get(fd):
                    ready(events)

    def at(self, due: float, act: Callable[[], None]) -> None:
        """Call `act` at an instant of `time.monotonic`, in seconds."""
        heapq.heappush(self._due, (due, next(self._order), act))

    def watch(self, fd: int, ready: Callable[[int], None], events: int = select.EPOLLIN) -> None:
        """Call `ready` with the events of a file descriptor."""
        self._ready[fd] = ready
        self._epoll.register(fd, events)

    def watch_for(self, fd: int, events: int) -> None:
        """Wait for other events of a file descriptor, if it is watched."""
        if fd in self._ready:
            self._epoll.modify(fd, events)

    def forget(self, one: socket.socket) -> None:
        """Watch a socket no more. One that isn't watched is no fault."""
        if self._ready.pop(one.fileno(), None):
            self._epoll.unregister(one.fileno())

"""The relay's own process: `python -m bench.relay.process PORT [SEED]`.

It is told what to do by lines on its standard input, each one JSON array, and answers each by one:
`["target", port]`, `["become", conditions]`, `["move"]` (the browser has a new address),
`["stats"]`.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import time
from typing import Any

from bench.relay.conditions import Conditions, Direction
from bench.relay.datagrams import DatagramRelay
from bench.relay.loop import Loop
from bench.relay.network import Network
from bench.relay.streams import StreamRelay


class Relay:
    """Everything in one thread: packets wait in a heap for their time."""

    def __init__(self, port: int, seed: int) -> None:
        self._loop = Loop()
        self._network = Network({True: Direction(seed, down=True), False: Direction(seed + 1, down=False)})
        self._datagrams = DatagramRelay(self._loop, self._network)
        self._streams = StreamRelay(self._loop, self._network)
        self._input = b""
        for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            port = self._streams.listen(family, address, port)
            self._datagrams.listen(family, address, port)
        self.port = port
        self._loop.watch(sys.stdin.fileno(), lambda _: self._told())

    def run(self) -> None:
        """Relay until the standard input ends."""
        self._loop.run()

    def _told(self) -> None:
        read = os.read(sys.stdin.fileno(), 65536)
        if not read:
            self._loop.running = False
        self._input += read
        *lines, self._input = self._input.split(b"\n")
        for line in lines:
            print(json.dumps(self._obey(*json.loads(line))), flush=True)

    def _obey(self, order: str, value: Any = None) -> Any:
        match order:
            case "target":
                self._network.target = value
            case "become":
                self._become(Conditions(**value))
            case "move":
                self._datagrams.move()
                self._streams.move()
            case "stats":
                return self._stats()
        return None

    def _become(self, conditions: Conditions) -> None:
        before, self._network.conditions = self._network.conditions, conditions
        for way in self._network.ways.values():
            way.become(conditions, time.monotonic())
        self._streams.become(before, conditions)

    def _stats(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            name: {"passed": way.passed, "lost": way.lost, "dropped": way.dropped, "bytes": way.bytes}
            for name, way in (("down", self._network.ways[True]), ("up", self._network.ways[False]))
        }
        told["late_ms"] = round(self._loop.latest_s * 1000, 1)
        told["udp_flows"], told["tcp_connections"] = self._datagrams.flows, self._streams.connections
        self._loop.latest_s = 0.0
        return told


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

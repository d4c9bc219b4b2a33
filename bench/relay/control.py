"""The relay as a test or a bench holds it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from bench.programs import Program
from bench.relay.conditions import Conditions

ROOT = Path(__file__).parent.parent.parent


class Relay(Program):
    """A relay in a process of its own, at `localhost:port` for TCP and UDP. A context manager.

    Args:
        port: Where it listens; 0 takes a free one.
        seed: Of its chance: the same seed, the same losses.
    """

    def __init__(self, port: int = 0, seed: int = 7) -> None:
        super().__init__("bench.relay.process", str(port), str(seed))
        self.port = int(self.said)
        self.conditions = Conditions()

    def target(self, port: int) -> None:
        """To which port of this machine it leads."""
        self.order("target", port)

    def become(self, conditions: Conditions) -> None:
        """The network is like this from now on."""
        self.conditions = conditions
        self.order("become", dataclasses.asdict(conditions))

    def change(self, **fields: Any) -> None:
        """The network is as it was but for these fields of `Conditions`."""
        self.become(dataclasses.replace(self.conditions, **fields))

    def move(self) -> None:
        """The browser has a new address: TCP connections of the old one are dead."""
        self.order("move")

    def stats(self) -> dict[str, Any]:
        """What passed and was lost each way so far; by how much it was late itself since the last
        call."""
        told: dict[str, Any] = self.order("stats")
        return told

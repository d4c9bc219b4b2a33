"""The state of the network that the relay makes."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.relay.conditions import Conditions, Direction


@dataclass(eq=False, slots=True)
class Network:
    """What lies between the browser and the server."""

    ways: dict[bool, Direction]
    """Down (True) and up."""
    conditions: Conditions = field(default_factory=Conditions)
    target: int = 0
    """The server's port on this machine."""

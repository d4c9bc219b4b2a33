"""The relay as a test or a bench holds it."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bench.relay.conditions import Conditions

ROOT = Path(__file__).parent.parent.parent


class Relay:
    """A relay in a process of its own, at `localhost:port` for TCP and UDP. A context manager.

    Args:
        port: Where it listens; 0 takes a free one.
        seed: Of its chance: the same seed, the same losses.
    """

    def __init__(self, port: int = 0, seed: int = 7) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.relay.process", str(port), str(seed)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.port = int(self._answer())
        self.conditions = Conditions()

    def __enter__(self) -> Self:
        """It relays already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends it."""
        self._process.terminate()
        self._process.communicate()

    def target(self, port: int) -> None:
        """To which port of this machine it leads."""
        self._order("target", port)

    def become(self, conditions: Conditions) -> None:
        """The network is like this from now on."""
        self.conditions = conditions
        self._order("become", dataclasses.asdict(conditions))

    def change(self, **fields: Any) -> None:
        """The network is as it was but for these fields of `Conditions`."""
        self.become(dataclasses.replace(self.conditions, **fields))

    def move(self) -> None:
        """The browser has a new address: TCP connections of the old one are dead."""
        self._order("move")

    def stats(self) -> dict[str, Any]:
        """What passed and was lost each way so far; by how much it was late itself since the last call."""
        told: dict[str, Any] = self._order("stats")
        return told

    def _order(self, *order: Any) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return json.loads(self._answer())

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the relay has ended")
        return line

"""Programs of the bench that run beside it and take orders, each one JSON array in a line."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parent.parent


class Program:
    """A module in a process of its own, from the outside. A context manager.

    Args:
        module: Which is run; it says one line once it is ready, and then answers each order by a
            line.
        arguments: Its command line.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        self._module = module
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.said = self._answer()
        """What it said when it was ready."""

    def __enter__(self) -> Self:
        """It runs already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends it."""
        self._process.terminate()
        self._process.communicate()

    def order(self, *order: Any) -> Any:
        """The answer to an order.

        Raises:
            RuntimeError: the program has ended.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._module} has ended")
        return json.loads(line)


def say(what: Any) -> None:
    """Say something to whoever runs this program."""
    print(json.dumps(what), flush=True)


async def orders() -> AsyncIterator[list[Any]]:
    """The orders on the standard input, until that ends."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    while line := await reader.readline():
        yield json.loads(line)

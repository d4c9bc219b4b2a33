"""A benchmark's processes: one a part, so that what each uses can be told apart."""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Pipe = multiprocessing.connection.Connection


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has used so far."""

    cpu: float
    """Seconds of processor time."""
    memory: int
    """Bytes resident."""
    at: float
    """Seconds of `time.monotonic`."""

    @classmethod
    def now(cls) -> Usage:
        """Of this process."""
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return cls(time.process_time(), pages * os.sysconf("SC_PAGE_SIZE"), time.monotonic())

    def percent_since(self, before: Usage) -> float:
        """Of one core."""
        return 100 * (self.cpu - before.cpu) / (self.at - before.at)


@contextlib.contextmanager
def process(target: Callable[..., None], *args: Any, patience: float = 0.0) -> Iterator[Pipe]:
    """A process with a pipe to it, ended at the end if it isn't by itself within `patience`
    seconds."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=target, args=(theirs, *args), daemon=True)
    child.start()
    try:
        yield ours
    finally:
        child.join(patience)
        child.terminate()
        child.join()

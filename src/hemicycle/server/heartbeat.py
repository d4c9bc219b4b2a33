"""Writes down that the server runs, so that the next one knows when it ended, however it did."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from hemicycle.live.meeting import now_ms
from hemicycle.wire.ids import Milliseconds

FILE = "running"
"""The file in the data directory: milliseconds since 1970-01-01T00:00Z, in digits."""

DIGITS = 16
"""Always so many, so that one write replaces the whole."""

BEAT_S = 1.0

log = logging.getLogger("hemicycle.server")


def last_beat(data: Path) -> Milliseconds | None:
    """When a server ran last over this data directory; None: it is not known."""
    try:
        return int((data / FILE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


@asynccontextmanager
async def beating(
    data: Path, *, beat_s: float = BEAT_S, clock: Callable[[], int] = now_ms
) -> AsyncIterator[None]:
    """Write down every `beat_s` that the server runs; no meeting fails where that is impossible."""

    async def beat() -> None:
        is_told = False
        while True:
            try:
                await asyncio.to_thread(_write, data / FILE, clock())
            except OSError as error:
                if not is_told:
                    log.warning("%s can't be written: %s", data / FILE, error.strerror or error)
                is_told = True
            await asyncio.sleep(beat_s)

    task = asyncio.create_task(beat(), name="heartbeat")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _write(path: Path, at: Milliseconds) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        os.pwrite(handle, f"{at:0{DIGITS}d}\n".encode("ascii"), 0)
    finally:
        os.close(handle)

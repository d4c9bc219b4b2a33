"""Servers as processes of their own, to be killed."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

SCRIPT = Path(sys.executable).parent / "hemicycle"
START_S = 60.0


def options(data: Path, database: str, port: int = 0) -> list[str]:
    return ["serve", "--no-record", "--port", str(port), "--data", str(data), "--database", database]


async def started(data: Path, database: str, port: int = 0) -> tuple[Process, str]:
    """A server that answers, and its address."""
    process = await asyncio.create_subprocess_exec(
        SCRIPT, *options(data, database, port), stdout=PIPE, stderr=PIPE, env={**os.environ}
    )
    assert process.stdout is not None
    async with asyncio.timeout(START_S):
        line = (await process.stdout.readline()).decode()
    assert "Hemicycle is at " in line, (await process.communicate())[1].decode()
    return process, line.split("Hemicycle is at ")[1].split()[0]


@asynccontextmanager
async def server(data: Path, database: str, port: int = 0) -> AsyncIterator[tuple[Process, str]]:
    """A server for as long as the block lasts; it may be ended before."""
    process, url = await started(data, database, port)
    try:
        yield process, url
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.communicate()

"""Runs the composer of a meeting as a process beside the server, and reads from it how far it
is."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from typing import Any

from hemicycle.recording.paths import RecordingPaths

logger = logging.getLogger("hemicycle.recorder")

RESTART_AFTER_S = (1.0, 5.0, 30.0)
"""The pauses before a composer that failed is started again; the last one is repeated."""

NICENESS = 10
"""The composer gives way to everything else on the machine, while it starts, too."""


LOOK_S = 0.5
"""Between two looks whether a composer that is waited for has failed."""


class Supervisor:
    """Starts the composer of one meeting, and starts it again when it fails. On the event loop.

    Args:
        paths: The recording.
        database: The URL of the database with the log.
        slug: The meeting.
    """

    def __init__(self, paths: RecordingPaths, database: str, slug: str) -> None:
        self._paths, self._database, self._slug = paths, database, slug
        self.told: Callable[[int | None], None] = lambda _: None
        """Called with the percent that is made; None: it can't be made now."""
        self._task: asyncio.Task[None] | None = None
        self._process: Process | None = None
        self._woken = False
        self._pauses = 0
        self._failures = 0

    def wake(self) -> None:
        """Have the composer look for something to do; start it where it does not run."""
        if self._pauses:
            return
        if self._task is None or self._task.done():
            loop = asyncio.get_running_loop()
            self._task = loop.create_task(self._run(), name=f"composing {self._slug}")
            return
        self._woken = True
        self._poke()

    async def stop(self) -> None:
        """Stop the composer. What is missing of the video is made when a server starts again."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def composed(self) -> None:
        """Compose what there is, and return when the composer has ended, well or not."""
        self.wake()
        while (task := self._task) is not None and not task.done():
            await asyncio.wait([task], timeout=LOOK_S)
            if self._failures:
                return

    @contextlib.asynccontextmanager
    async def paused(self) -> AsyncIterator[None]:
        """Compose nothing in the block: what a composer was at is done again by the next one."""
        self._pauses += 1
        try:
            await self.stop()
            yield
        finally:
            self._pauses -= 1

    def _poke(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(ConnectionError, RuntimeError):
                self._process.stdin.write(b"\n")

    async def _run(self) -> None:
        self._failures = 0
        while True:
            self._woken = False
            try:
                well = await self._once()
            except OSError as error:
                logger.warning("%s: the composer can't be started: %s", self._slug, error)
                well = False
            if well and not self._woken:
                return
            if not well:
                self._failures += 1
                await asyncio.sleep(RESTART_AFTER_S[min(self._failures, len(RESTART_AFTER_S)) - 1])

    async def _once(self) -> bool:
        """Run the composer until it ends. Returns whether it ended well."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "hemicycle.recorder.compose",
            stdin=PIPE,
            stdout=PIPE,
            # What interrupts the server at its terminal is no business of the composer's.
            start_new_session=True,
        )
        self._process = process
        with contextlib.suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            told = {
                "directory": str(self._paths.directory),
                "database": self._database,
                "slug": self._slug,
                "parent": os.getpid(),
            }
            # By its standard input, as a database's URL may hold a password that others must not
            # see.
            process.stdin.write(json.dumps(told).encode() + b"\n")
            async for line in process.stdout:
                self._hear(line)
            return await process.wait() == 0
        finally:
            self._process = None
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()

    def _hear(self, line: bytes) -> None:
        try:
            status: dict[str, Any] = json.loads(line)
            self.told(None if status["state"] == "failed" else int(status["percent"]))
        except (ValueError, KeyError):
            logger.warning("%s: the composer said %r", self._slug, line)

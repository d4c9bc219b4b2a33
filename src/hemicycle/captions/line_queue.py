"""Stores lines of captions in their order, and tries again where the store does not answer."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

from hemicycle.wire.ids import Key

RETRY_S = 2.0
"""After how long what could not be stored is stored again."""

MOST_WAITING = 2000
"""Lines that may wait for a store that does not answer; beyond it the oldest are given up."""

STOP_TIMEOUT_S = 5.0
"""How long the end waits for what is not stored yet."""

log = logging.getLogger("hemicycle.captions")


class LineQueue:
    """Work for the store, done one after the other by a task of its own.

    Args:
        slug: the meeting, for the log.
        changed: called when `is_failing` has changed.
    """

    def __init__(self, slug: Key, changed: Callable[[], None]) -> None:
        self.is_failing = False
        """Whether the last thing could not be stored."""
        self._slug, self._changed = slug, changed
        self._waiting: deque[Callable[[], Awaitable[None]]] = deque()
        self._wake = asyncio.Event()
        self._task = asyncio.create_task(self._run(), name=f"lines {slug}")

    def put(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do this after all that waits already."""
        self._waiting.append(work)
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popleft()
        self._wake.set()

    async def stop(self) -> None:
        """Do what waits, as long as that takes no longer than `STOP_TIMEOUT_S`."""
        try:
            async with asyncio.timeout(STOP_TIMEOUT_S):
                while self._waiting:
                    self._wake.set()
                    await asyncio.sleep(0.02)
        except TimeoutError:
            log.error("meeting %s: %d lines could not be stored", self._slug, len(self._waiting))
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                work = self._waiting[0]
                try:
                    await work()
                except Exception:
                    log.exception("meeting %s: a line could not be stored; it is tried again", self._slug)
                    self._fails(True)
                    await asyncio.sleep(RETRY_S)
                    continue
                self._fails(False)
                if self._waiting and self._waiting[0] is work:
                    self._waiting.popleft()

    def _fails(self, failing: bool) -> None:
        if self.is_failing is not failing:
            self.is_failing = failing
            self._changed()

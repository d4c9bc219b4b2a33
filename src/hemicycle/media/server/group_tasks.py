"""The groups of one track that are read side by side, so that a late one holds up none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

import moq


class GroupTasks:
    """A task for each group that is being read.

    Args:
        most: How many there may be; beyond it the oldest is given up.
        failed: Called with the exception that a task has ended with.
    """

    def __init__(self, most: int, failed: Callable[[BaseException], None]) -> None:
        self._most = most
        self._failed = failed
        self._groups: dict[asyncio.Task[None], moq.GroupConsumer] = {}

    def start(self, group: moq.GroupConsumer, reading: Coroutine[None, None, None]) -> None:
        """Read a group in a task of its own."""
        if len(self._groups) >= self._most:
            oldest = next(iter(self._groups))
            oldest.cancel()
            self._groups.pop(oldest).cancel()
        task = asyncio.get_running_loop().create_task(reading)
        self._groups[task] = group
        task.add_done_callback(self._done)

    def cancel(self) -> None:
        """Stop reading every group, at once."""
        groups, self._groups = self._groups, {}
        for task, group in groups.items():
            task.cancel()
            group.cancel()

    async def wait(self, timeout_s: float) -> None:
        """Wait for the groups that are being read, but no longer than `timeout_s` seconds."""
        if self._groups:
            await asyncio.wait(self._groups, timeout=timeout_s)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._groups.pop(task, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failed(error)

"""The clock of timestamps, and the instants at which frames are due."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

STALL_US = 200_000
"""A device that is later than this goes on from now, as a microphone does after a stall."""


def now_us() -> int:
    """This process's monotonic clock, in µs: timestamps are by it, and arrivals are compared with
    it."""
    return time.monotonic_ns() // 1000


async def ticks(period_us: int, since_us: int | None = None) -> AsyncIterator[int]:
    """Instants by `now_us`, one a period, each as soon as it has come.

    Instants that are missed by more than `STALL_US` are left out; the others come late, but they
    come.

    Args:
        period_us: From one instant to the next.
        since_us: The first instant; None: now.
    """
    at_us = now_us() if since_us is None else since_us
    while True:
        wait_us = at_us - now_us()
        if wait_us < -STALL_US:
            at_us += -wait_us // period_us * period_us
        await asyncio.sleep(max(0, wait_us) / 1_000_000)
        yield at_us
        at_us += period_us

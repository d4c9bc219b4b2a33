"""How far a track was read, so that nothing is passed that was sent before an opening."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace

DRIFT = 200e-6
"""How far two clocks may run apart: seconds in a second, twice what crystals do."""


@dataclass(slots=True)
class Progress:
    """How far a track of a publication was read.

    moq-rs keeps the groups of a track that nobody subscribes to any more, and begins a new
    subscription with them.
    """

    group: int = -1
    """The highest group number seen."""
    timestamp_us: int = 0
    """The timestamp seen last, by the publisher's clock."""
    at: float = 0.0
    """When it was seen, in seconds of `time.monotonic`."""
    behind: float = math.inf
    """How far the publisher's clock is behind ours, in seconds, and the least delay of a frame with it."""

    def saw_group(self, group: int) -> None:
        """A group has begun to arrive."""
        self.group = max(self.group, group)

    def saw_frame(self, timestamp_us: int, now: float | None = None) -> None:
        """A frame has arrived.

        Args:
            timestamp_us: When it was captured, by the publisher's clock.
            now: Seconds of `time.monotonic`; None: it has arrived just now.
        """
        now = time.monotonic() if now is None else now
        behind = now - timestamp_us / 1_000_000
        # By a clock that began anew, what was learnt of the old one says nothing.
        known = math.inf if timestamp_us < self.timestamp_us else self.behind + DRIFT * (now - self.at)
        self.behind = min(behind, known)
        self.timestamp_us = timestamp_us
        self.at = now

    def copy(self) -> Progress:
        """The progress as it is now."""
        return replace(self)


def is_stale(before: Progress, opened_at: float, group: int, timestamp_us: int) -> bool:
    """Whether a group was captured before the opening.

    A group seen before was. So was one that would have arrived before the opening if it had come as
    fast as the fastest frame did: what was captured after it never would have, so nothing new is left
    out, and what was captured more than that least delay before it is. A publisher whose clock began
    anew is believed.

    Args:
        before: How far the track was read before the opening.
        opened_at: When it was opened, in seconds of `time.monotonic`.
        group: The number of the group.
        timestamp_us: The timestamp of its first frame.
    """
    if before.group < 0:
        return False
    if group <= before.group:
        return True
    if timestamp_us < before.timestamp_us:
        return False
    arrived_at = timestamp_us / 1_000_000 + before.behind + DRIFT * max(0.0, opened_at - before.at)
    return arrived_at < opened_at

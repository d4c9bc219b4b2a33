"""How far a track was read, so that nothing is passed that was sent before an opening."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hemicycle.media.wire.least_delay import LeastDelay

DRIFT_PPM = 200
"""How far two clocks may run apart, in µs a second: twice what crystals do."""


@dataclass(slots=True)
class Progress:
    """How far a track of a publisher was read.

    moq-rs keeps the groups of a track that nobody subscribes to any more, and begins a new
    subscription with them.
    """

    group: int = -1
    """The highest group number seen."""
    timestamp_us: int = 0
    """The timestamp seen last, by the publisher's clock."""
    at_us: int = 0
    """When it was seen, by our monotonic clock."""
    clock: LeastDelay = field(default_factory=lambda: LeastDelay(DRIFT_PPM))
    """The estimate of the publisher's clock by ours."""

    def saw_group(self, group: int) -> None:
        """Note that a group has begun to arrive."""
        self.group = max(self.group, group)

    def saw_frame(self, timestamp_us: int, now_us: int) -> None:
        """Note that a frame has arrived.

        Args:
            timestamp_us: When it was captured, by the publisher's clock.
            now_us: When it arrived, by our monotonic clock.
        """
        # By a clock that began anew, what was learnt of the old one says nothing.
        clock = LeastDelay(DRIFT_PPM) if timestamp_us < self.timestamp_us else self.clock
        self.clock = clock.saw(timestamp_us, now_us)
        self.timestamp_us = timestamp_us
        self.at_us = now_us

    def copy(self) -> Progress:
        """A copy that stays as it is."""
        return replace(self)


def is_stale(before: Progress, opened_at_us: int, group: int, timestamp_us: int) -> bool:
    """Whether a group was captured before the opening.

    A group seen before was. So was one that would have arrived before the opening if it had come as
    fast as the fastest frame did: what was captured after it never would have, so nothing new is
    left out, and what was captured more than that least delay before it is. A publisher whose clock
    began anew is believed.

    Args:
        before: How far the track was read before the opening.
        opened_at_us: When it was opened, by our monotonic clock.
        group: The number of the group.
        timestamp_us: The timestamp of its first frame.
    """
    if before.group < 0:
        return False
    if group <= before.group:
        return True
    if timestamp_us < before.timestamp_us or before.clock.offset_us is None:
        return False
    return before.clock.at(timestamp_us, opened_at_us) < opened_at_us

"""From a publisher's clock to ours, by the least delay that any of its frames had.

A frame says when it was captured by the publisher's clock, and we know when it arrived by ours. The
difference is how far the two clocks are apart plus the time that the frame took; over many frames
the smallest difference comes nearest to the clocks alone. All tracks of a publisher go by one
clock, so sound and picture that are moved by the same difference stay together as they were
captured.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class LeastDelay:
    """An estimate of what to add to a publisher's timestamps. A value: `saw` returns the next one.

    Since the least delay itself is part of the estimate, an instant that it gives is never earlier
    than the true one by more than the clocks drift, and later than it by the least delay at most.
    """

    drift_ppm: int = 0
    """How far the two clocks may run apart, in µs a second: by so much the estimate is loosened
    again as time goes by. 0 where an estimate is to hold still."""
    offset_us: int | None = None
    """Our clock less the publisher's at the frame that took the least; None before the first
    frame."""
    seen_us: int = 0
    """When that frame arrived, by our clock."""

    def saw(self, timestamp_us: int, now_us: int) -> LeastDelay:
        """The estimate once a frame has arrived.

        Args:
            timestamp_us: When it was captured, by the publisher's clock.
            now_us: When it arrived, by ours.
        """
        offset_us = now_us - timestamp_us
        if self.offset_us is not None and offset_us > self.offset_us + self._drifted_us(now_us):
            return self
        return replace(self, offset_us=offset_us, seen_us=now_us)

    def at(self, timestamp_us: int, now_us: int | None = None) -> int:
        """When a frame was captured, in µs by our clock.

        Args:
            timestamp_us: When it was captured, by the publisher's clock.
            now_us: The instant up to which drift is allowed for; None allows for none.

        Raises:
            ValueError: no frame was seen yet.
        """
        if self.offset_us is None:
            raise ValueError("nothing is known of this clock yet")
        return timestamp_us + self.offset_us + (0 if now_us is None else self._drifted_us(now_us))

    def _drifted_us(self, now_us: int) -> int:
        return self.drift_ppm * max(0, now_us - self.seen_us) // 1_000_000

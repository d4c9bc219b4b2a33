"""From a publisher's clock to the server's.

All tracks of a publication go by one clock of the publisher, so what is added to it is one number for
all of them, and sound and picture of a seat stay together as they were captured.
"""

from __future__ import annotations

from dataclasses import dataclass

SETTLING_US = 3_000_000
"""For how long, by the server's clock, the least delay is looked for; from then on it stays as it is."""


@dataclass(slots=True)
class SeatClock:
    """One publication's clock."""

    name: str
    """Unique in its meeting's recording."""
    behind_us: int | None = None
    """What is to be added to the publisher's µs to get the server's, the least delay included."""
    settled: bool = False
    _began_us: int = 0

    def saw(self, timestamp_us: int, now_us: int) -> bool:
        """A frame has arrived. Returns whether there is something new to be written down.

        Args:
            timestamp_us: When it was captured, by the publisher's clock.
            now_us: When it arrived, by the server's.
        """
        if self.settled:
            return False
        behind = now_us - timestamp_us
        if self.behind_us is None:
            self.behind_us, self._began_us = behind, now_us
            return True
        self.behind_us = min(self.behind_us, behind)
        self.settled = now_us - self._began_us >= SETTLING_US
        return self.settled

    def at(self, timestamp_us: int) -> int:
        """The instant of a frame by the server's clock, in µs.

        Raises:
            ValueError: no frame was seen yet.
        """
        if self.behind_us is None:
            raise ValueError("nothing is known of this clock yet")
        return timestamp_us + self.behind_us

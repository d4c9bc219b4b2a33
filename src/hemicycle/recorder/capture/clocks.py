"""From a publisher's clock to the server's, as a recording writes it down: once, and then it
holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from hemicycle.media.wire.least_delay import LeastDelay

SETTLING_US = 3_000_000
"""For how long, by the server's clock, the least delay is looked for; from then on it stays as it
is."""


@dataclass(slots=True)
class SeatClock:
    """A publisher's clock, as the recording tells it apart."""

    name: str
    """Unique in its meeting's recording."""
    settled: bool = False
    _clock: LeastDelay = field(default_factory=LeastDelay)
    _began_us: int = 0

    @property
    def behind_us(self) -> int | None:
        """What is to be added to the publisher's µs to get the server's, the least delay
        included."""
        return self._clock.offset_us

    def saw(self, timestamp_us: int, now_us: int) -> bool:
        """A frame has arrived. Returns whether there is something new to be written down.

        Args:
            timestamp_us: When it was captured, by the publisher's clock.
            now_us: When it arrived, by the server's.
        """
        if self.settled:
            return False
        is_first = self.behind_us is None
        if is_first:
            self._began_us = now_us
        self._clock = self._clock.saw(timestamp_us, now_us)
        self.settled = now_us - self._began_us >= SETTLING_US
        return is_first or self.settled

    def at(self, timestamp_us: int) -> int:
        """The instant of a frame by the server's clock, in µs.

        Raises:
            ValueError: no frame was seen yet.
        """
        return self._clock.at(timestamp_us)

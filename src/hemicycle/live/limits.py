"""How much may be asked for: token buckets."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

MOST_KEYS = 10_000
"""With more keys than this all are forgotten. Whoever has so many gets around the limit of each
anyway."""


@dataclass(slots=True)
class Bucket:
    """A token bucket: `burst` at once, `rate` a second in the long run."""

    rate: float
    burst: float
    clock: Callable[[], float]
    """Seconds, monotonic."""
    _tokens: float = 0.0
    _at: float = 0.0

    def __post_init__(self) -> None:
        self._tokens, self._at = self.burst, self.clock()

    def take(self) -> bool:
        """Whether there was a token left."""
        now = self.clock()
        self._tokens = min(self.burst, self._tokens + (now - self._at) * self.rate)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class RateLimiter:
    """A token bucket for each of any number of keys: seats, networks.

    Args:
        rate: what each key may ask for a second, in the long run.
        burst: what it may ask for at once.
        clock: seconds, monotonic.
    """

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._buckets: dict[Hashable, Bucket] = {}

    def allows(self, key: Hashable) -> bool:
        """Whether this key may ask now; it has then asked."""
        if len(self._buckets) > MOST_KEYS:
            self._buckets.clear()
        return self._buckets.setdefault(key, Bucket(self._rate, self._burst, self._clock)).take()

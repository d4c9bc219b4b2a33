"""What a network does to what goes over it."""

from __future__ import annotations

import dataclasses
import json
import random
from dataclasses import dataclass

HEADERS = 28
"""Bytes of IPv4 and UDP headers, which fill a link too."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """A network as it is now; the same each way unless a field says another."""

    delay_ms: float = 0.0
    jitter_ms: float = 0.0
    """A packet takes `delay_ms` more or less a random part of this; packets stay in order."""
    loss: float = 0.0
    """The share of packets that are lost, 0 to 1."""
    burst: float = 1.0
    """How many packets are lost in a row, on average; 1: each by itself."""
    reorder: float = 0.0
    """The share of datagrams that come as late as their own delay says, though later ones overtake
    them."""
    down_kbit: float = 0.0
    """The rate of the narrowest link to the browser, in kbit/s; 0: no limit."""
    up_kbit: float = 0.0
    queue_ms: float = 200.0
    """How long the queue before the narrowest link may get; what comes then is lost."""
    outage_ms: float = 0.0
    """For so long nothing passes …"""
    outage_every_ms: float = 0.0
    """… each time so long after the last outage began; 0: never."""
    udp: bool = True
    """Whether datagrams pass; False: a black hole."""
    tcp: bool = True
    """Whether TCP's segments pass; False: a black hole, in which connections stay open."""

    def to_json(self) -> str:
        """As one line."""
        return json.dumps(dataclasses.asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Conditions:
        """From one line."""
        return cls(**json.loads(text))


class Direction:
    """One way of a network: everything that goes this way shares its narrowest link and its
    luck."""

    def __init__(self, seed: int, *, down: bool) -> None:
        self._random = random.Random(seed)
        self._down = down
        self._free_at = 0.0
        self._losing = False
        self._began = 0.0
        self.conditions = Conditions()
        self.passed = self.lost = self.dropped = self.bytes = 0

    def become(self, conditions: Conditions, now: float) -> None:
        """Be like this from now on; what is under way stays as it was."""
        self.conditions = conditions
        self._began = now
        self._losing = False
        self._free_at = min(self._free_at, now + conditions.queue_ms / 1000)

    def out_of_order(self) -> bool:
        """Whether this datagram may be overtaken."""
        share = self.conditions.reorder
        return share > 0 and self._random.random() < share

    def leave(self, now: float, size: int) -> float | None:
        """When something that comes to the narrowest link now has passed it.

        Args:
            now: Seconds.
            size: Bytes, headers included.

        Returns:
            Seconds; None where the queue is full.
        """
        rate = self.conditions.down_kbit if self._down else self.conditions.up_kbit
        if rate <= 0:
            return now
        at = max(self._free_at, now)
        if at - now > self.conditions.queue_ms / 1000:
            self.dropped += 1
            return None
        self._free_at = at + size * 8 / (rate * 1000)
        return self._free_at

    def loses(self, at: float) -> bool:
        """Whether what is under way at this moment is lost."""
        lost = self._in_outage(at) or self._by_chance()
        if lost:
            self.lost += 1
        else:
            self.passed += 1
        return lost

    def loses_again(self, at: float) -> bool:
        """The same of what is sent again a while after it was lost: a row of losses is over by
        then."""
        return self._in_outage(at) or self._random.random() < self.conditions.loss

    def takes(self) -> float:
        """How long the way is for one packet, in seconds."""
        jitter = self.conditions.jitter_ms
        wanders = self._random.uniform(-jitter, jitter) if jitter else 0.0
        return max(0.0, self.conditions.delay_ms + wanders) / 1000

    def _in_outage(self, at: float) -> bool:
        every, lasts = self.conditions.outage_every_ms / 1000, self.conditions.outage_ms / 1000
        # The first outage comes after a whole period, so that a test can begin in peace.
        return every > 0 and at - self._began >= every and (at - self._began) % every < lasts

    def _by_chance(self) -> bool:
        """Two states, in one of which everything is lost (Gilbert)."""
        loss, burst = self.conditions.loss, max(1.0, self.conditions.burst)
        if loss <= 0:
            return False
        if burst == 1.0:
            return self._random.random() < loss
        if self._losing:
            self._losing = self._random.random() >= 1 / burst
        else:
            self._losing = self._random.random() < loss / (burst * (1 - loss))
        return self._losing

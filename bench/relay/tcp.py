"""TCP over a bad network, as it is felt at its ends.

The relay ends two TCP connections of the machine's own, which lose nothing; so what a loss does to
a connection is reckoned here: the segment comes a little more than a round trip later, everything
behind it waits (as TCP gives out bytes in order), and the sender's window shrinks, which is what
narrows it. That something is lost, once or again, is noticed by what was sent after it and came
(RACK, RFC 8985), as Linux, Windows and Apple's systems do; where nothing is under way for that, a
timer has to run out. The window is CUBIC's in its region of short round trips (RFC 9438, section
4.3): down to 0.7 at a loss, up by 0.53 of a segment a round trip. What does not fit into the window
is not read from the sender's socket.
"""

from __future__ import annotations

from bench.relay.conditions import Direction

SEGMENT = 1448
"""Bytes of payload in a segment on Ethernet."""
TCP_HEADERS = 52
FIRST_WINDOW = 10.0
LEAST_RTO = 0.2
"""Seconds beyond a round trip after which a segment is sent again if nothing came back (Linux)."""
SYN_AGAIN = 1.0
REORDERING = 1.25
"""Round trips until a segment that was sent again counts as lost: what came late may be out of
order."""
NEXT_SEGMENTS = 0.02
"""Seconds until so much is sent after a segment that it is noticed by it to be lost."""
BETA = 0.7
GROWTH = 3 * (1 - BETA) / (1 + BETA)


def resumes(cut_at: float, back_at: float, first: float) -> float:
    """When a sender whose tries double their distance sends again after a cut.

    Args:
        cut_at: When its first try was lost, in seconds.
        back_at: When the network was back.
        first: Seconds until its first retry.
    """
    at, wait = cut_at + first, first
    while at < back_at:
        wait *= 2
        at += wait
    return at


class Flow:
    """One way of one connection: how much may be under way, and when each segment arrives."""

    def __init__(self, forth: Direction, back: Direction) -> None:
        self._forth, self._back = forth, back
        self._window = FIRST_WINDOW
        self._threshold = 1000.0
        self._recovering_until = 0.0
        self._last_arrival = 0.0
        self.under_way = 0
        """Segments that are not acknowledged yet."""

    @property
    def room(self) -> int:
        """How many segments may be sent now."""
        return max(0, int(self._window) - self.under_way)

    def send(self, now: float, size: int) -> tuple[float, float]:
        """Send a segment.

        Args:
            now: Seconds.
            size: Bytes of payload.

        Returns:
            When its bytes can be read at the other end, and when the sender knows that they came.
        """
        self.under_way += 1
        round_trip = (self._forth.conditions.delay_ms + self._back.conditions.delay_ms) / 1000
        tries = 0
        left = self._forth.leave(now, size + TCP_HEADERS)
        lost = left is None or self._forth.loses(left)
        left = now if left is None else left
        while lost:
            # With a window of one segment nothing comes after it to notice it by.
            quick = self._window >= 2
            left += (
                round_trip * (1.0 if tries == 0 else REORDERING) + NEXT_SEGMENTS
                if quick
                else (round_trip + LEAST_RTO) * 2 ** min(tries, 8)
            )
            self._shrink(left, round_trip, quick=quick)
            tries += 1
            # It takes no place in the queue: what comes meanwhile is not known yet.
            lost = self._forth.loses_again(left)
        arrival = left + self._forth.takes()
        known = arrival + self._back.takes()
        self._forth.bytes += size
        # In order: what is behind a lost segment waits for it.
        self._last_arrival = max(arrival, self._last_arrival)
        return self._last_arrival, known

    def acknowledge(self) -> None:
        """The sender knows that a segment came."""
        self.under_way -= 1
        if self._window < self._threshold:
            self._window += 1
        else:
            self._window += GROWTH / self._window

    def _shrink(self, at: float, round_trip: float, *, quick: bool) -> None:
        """At most once a round trip: the losses of one window are one sign."""
        if at < self._recovering_until:
            return
        self._recovering_until = at + round_trip
        self._threshold = max(2.0, self._window * BETA)
        self._window = self._threshold if quick else 1.0

"""A token bucket, by a clock of the test's own."""

from __future__ import annotations

from hemicycle.live.limits import Bucket


def test_a_burst_then_the_rate() -> None:
    now = 100.0
    bucket = Bucket(rate=2, burst=3, clock=lambda: now)
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    now += 0.5
    assert [bucket.take(), bucket.take()] == [True, False]
    now += 3600
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]

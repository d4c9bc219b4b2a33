"""A token bucket, by a clock of the test's own."""

from __future__ import annotations

from hemicycle.live.limits import MOST_KEYS, Bucket, RateLimiter


def test_a_burst_then_the_rate() -> None:
    now = 100.0
    bucket = Bucket(rate=2, burst=3, clock=lambda: now)
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    now += 0.5
    assert [bucket.take(), bucket.take()] == [True, False]
    now += 3600
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]


def test_each_key_has_a_bucket_of_its_own_and_no_number_of_keys_is_kept_for_good() -> None:
    limiter = RateLimiter(rate=1, burst=2, clock=lambda: 100.0)
    assert [limiter.allows("a"), limiter.allows("a"), limiter.allows("a")] == [True, True, False]
    assert limiter.allows("b")
    for number in range(MOST_KEYS):
        limiter.allows(number)
    assert limiter.allows("a"), "the buckets of so many keys were kept"

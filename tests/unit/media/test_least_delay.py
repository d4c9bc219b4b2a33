"""A publisher's clock is found by the frames that took the least time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.media.wire.least_delay import LeastDelay

SECOND = 1_000_000
APART = 300 * SECOND
"""By how much our clock is ahead of the publisher's."""

frames = st.lists(st.tuples(st.integers(0, 100 * SECOND), st.integers(0, SECOND)), min_size=1, max_size=50)
"""When each was captured by our clock, and the delay with which it came."""


def test_nothing_is_known_before_the_first_frame() -> None:
    with pytest.raises(ValueError, match="nothing is known"):
        LeastDelay().at(0)


def test_it_is_a_value() -> None:
    before = LeastDelay().saw(10, 110)
    after = before.saw(20, 115)
    assert (before.offset_us, after.offset_us) == (100, 95)
    assert after.saw(30, 200) is after


@given(frames)
def test_an_instant_is_later_than_the_true_one_by_the_least_delay(frames: list[tuple[int, int]]) -> None:
    clock = LeastDelay()
    for captured, delay in frames:
        clock = clock.saw(captured - APART, captured + delay)
    assert clock.at(-APART) == min(delay for _, delay in frames)


@given(frames, st.integers(-100, 100), st.integers(0, 4000 * SECOND))
def test_of_clocks_that_run_apart_no_instant_is_too_early(
    frames: list[tuple[int, int]], ppm: int, later: int
) -> None:
    """As long as they run apart by no more than is allowed for, whenever it is looked at."""

    def stamp(at: int) -> int:
        return (at - APART) + (at - APART) * ppm // SECOND

    clock = LeastDelay(drift_ppm=200)
    now = 0
    for captured, delay in sorted(frames, key=sum):
        now = captured + delay
        clock = clock.saw(stamp(captured), now)
    now += later
    assert now - 2 <= clock.at(stamp(now), now)


@given(frames)
def test_what_is_learnt_does_not_depend_on_what_came_late(frames: list[tuple[int, int]]) -> None:
    """Frames that took longer than the best so far change nothing."""
    arrived = sorted(frames, key=sum)
    whole, best = LeastDelay(), LeastDelay()
    least: int | None = None
    for captured, delay in arrived:
        whole = whole.saw(captured - APART, captured + delay)
        if least is None or delay <= least:
            least = delay
            best = best.saw(captured - APART, captured + delay)
    assert whole == best

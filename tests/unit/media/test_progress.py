"""What was sent before an opening is told from what is new."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.media.server.progress import DRIFT_PPM, Progress, is_stale
from hemicycle.media.wire.least_delay import LeastDelay

SECOND = 1_000_000
NEVER = Progress()
# Group 40 was read last; its frame of 100 s by the publisher's clock came at 500 s by ours.
# The fastest frame took as long.
READ = Progress(
    group=40,
    timestamp_us=100 * SECOND,
    at_us=500 * SECOND,
    clock=LeastDelay(DRIFT_PPM, offset_us=400 * SECOND, seen_us=500 * SECOND),
)


@pytest.mark.parametrize(
    ("before", "opened_at", "group", "timestamp_us", "stale"),
    [
        pytest.param(NEVER, 500.0, 0, 0, False, id="the first opening"),
        pytest.param(NEVER, 500.0, 9000, 77 * SECOND, False, id="the first opening of a track that ran long"),
        pytest.param(READ, 510.0, 40, 110 * SECOND, True, id="a group that began before"),
        pytest.param(READ, 510.0, 12, 110 * SECOND, True, id="a group that is kept from before"),
        pytest.param(READ, 510.0, 41, int(100.06 * SECOND), True, id="captured just after the closing"),
        pytest.param(READ, 510.0, 41, int(109.9 * SECOND), True, id="captured just before the opening"),
        pytest.param(READ, 510.0, 41, int(110.0 * SECOND), False, id="captured at the opening"),
        pytest.param(READ, 510.0, 41, int(109.999 * SECOND), False, id="new, by a clock that runs slow"),
        pytest.param(READ, 4100.0, 41, int(3699.7 * SECOND), False, id="new, by a slow clock, after an hour"),
        pytest.param(READ, 510.0, 41, int(111.0 * SECOND), False, id="new, by a clock that runs fast"),
        pytest.param(READ, 510.0, 41, 3 * SECOND, False, id="a clock that began anew"),
        pytest.param(READ, 500.01, 41, int(100.02 * SECOND), False, id="closed for a moment only"),
        pytest.param(READ, 500.06, 41, int(100.02 * SECOND), True, id="closed for a moment, captured in it"),
    ],
)
def test_a_group_is_stale(
    before: Progress, opened_at: float, group: int, timestamp_us: int, stale: bool
) -> None:
    assert is_stale(before, int(opened_at * SECOND), group, timestamp_us) is stale


@given(
    delays=st.lists(st.floats(0, 0.5), min_size=1, max_size=50),
    drift=st.floats(-100e-6, 100e-6),
    closed_for=st.floats(0.0, 4000.0),
)
def test_nothing_new_is_ever_left_out_and_little_old_passes(
    delays: list[float], drift: float, closed_for: float
) -> None:
    """Two real clocks, any delays: what was captured after the opening is never stale."""

    def stamp(at: float) -> int:
        return int((at - 300) * (1 + drift) * SECOND)

    progress, at = Progress(), 1000.0
    for group, late in enumerate(delays):
        progress.saw_group(group)
        progress.saw_frame(stamp(at), int((at + late) * SECOND))
        at += 0.6
    opened_at = at + closed_for
    group = len(delays)
    assert not is_stale(progress, int(opened_at * SECOND), group, stamp(opened_at + 0.001))
    margin = min(delays) + 4 * DRIFT_PPM / SECOND * (opened_at - 1000) + 0.001
    if opened_at - margin > at:
        assert is_stale(progress, int(opened_at * SECOND), group, stamp(opened_at - margin))


def test_a_clock_that_began_anew_is_learnt_anew() -> None:
    progress = Progress()
    progress.saw_frame(100 * SECOND, 500 * SECOND)
    progress.saw_frame(2 * SECOND, 510 * SECOND)
    assert progress.clock.offset_us == 508 * SECOND

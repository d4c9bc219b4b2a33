"""What was sent before an opening is told from what is new."""

from __future__ import annotations

import pytest

from hemicycle.media.passage import Progress, is_stale

SECOND = 1_000_000
NEVER = Progress()
# Group 40 was read last; its frame of 100 s by the publisher's clock came at 500 s by ours.
READ = Progress(group=40, timestamp_us=100 * SECOND, at=500.0)


@pytest.mark.parametrize(
    ("before", "opened_at", "group", "timestamp_us", "stale"),
    [
        pytest.param(NEVER, 500.0, 0, 0, False, id="the first opening"),
        pytest.param(NEVER, 500.0, 9000, 77 * SECOND, False, id="the first opening of a track that ran long"),
        pytest.param(READ, 510.0, 40, 110 * SECOND, True, id="a group that began before"),
        pytest.param(READ, 510.0, 12, 110 * SECOND, True, id="a group that is kept from before"),
        pytest.param(
            READ, 510.0, 41, int(100.06 * SECOND), True, id="sent when it was closed, read by nobody"
        ),
        pytest.param(READ, 510.0, 41, int(110.05 * SECOND), False, id="new"),
        pytest.param(READ, 510.0, 41, int(109.0 * SECOND), False, id="new, by a clock that runs slow"),
        pytest.param(READ, 510.0, 41, int(111.0 * SECOND), False, id="new, by a clock that runs fast"),
        pytest.param(READ, 510.0, 41, 3 * SECOND, False, id="a clock that began anew"),
        pytest.param(READ, 500.01, 41, int(100.02 * SECOND), False, id="closed for a moment only"),
    ],
)
def test_a_group_is_stale(
    before: Progress, opened_at: float, group: int, timestamp_us: int, stale: bool
) -> None:
    assert is_stale(before, opened_at, group, timestamp_us) is stale

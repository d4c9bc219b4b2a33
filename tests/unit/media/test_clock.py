"""Frames are due at instants that follow one another without drifting."""

from __future__ import annotations

import asyncio

import pytest

from hemicycle.media.wire import clock
from hemicycle.media.wire.clock import STALL_US, ticks

PERIOD_US = 20_000


class Time:
    """A clock that goes on only while somebody sleeps, or when it is told to."""

    def __init__(self) -> None:
        self.now_us = 1_000_000

    async def sleep(self, seconds: float) -> None:
        self.now_us += round(seconds * 1_000_000)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time()
    monkeypatch.setattr(clock, "now_us", lambda: time.now_us)
    monkeypatch.setattr(asyncio, "sleep", time.sleep)
    return time


async def test_one_instant_a_period_each_when_it_has_come(time: Time) -> None:
    due = ticks(PERIOD_US, 1_007_000)
    for number in range(100):
        assert await anext(due) == 1_007_000 + number * PERIOD_US
        assert time.now_us == 1_007_000 + number * PERIOD_US
        time.now_us += 13_000


async def test_what_is_a_little_late_is_caught_up_with(time: Time) -> None:
    due = ticks(PERIOD_US)
    assert await anext(due) == 1_000_000
    time.now_us += STALL_US
    assert [await anext(due) for _ in range(3)] == [1_020_000, 1_040_000, 1_060_000]
    assert time.now_us == 1_000_000 + STALL_US


async def test_after_a_stall_it_goes_on_from_now_in_step(time: Time) -> None:
    due = ticks(PERIOD_US)
    assert await anext(due) == 1_000_000
    time.now_us = 3_005_000
    assert [await anext(due) for _ in range(2)] == [3_000_000, 3_020_000]

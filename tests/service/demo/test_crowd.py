"""Watchers in a process of their own: what they say in the end is believed only if they say it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import pytest

from hemicycle.demo.crowd import Crowd
from hemicycle.wire.media import MediaDoor, Streams


class Silent:
    """A seat that is told of no media."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.media: MediaDoor | None = None
        self.streams: Mapping[str, Streams] = {}

    async def wait(self, holds: Callable[[], bool]) -> None:
        raise NotImplementedError(f"{self.key} is only told of: {holds}")


async def test_a_crowd_accounts_for_every_watcher() -> None:
    crowd = Crowd()
    await crowd.start()
    seats = [Silent("a"), Silent("b")]
    for seat in seats:
        crowd.watch(seat, [])
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(crowd.connected(), 0.2)
    account = await crowd.finish()
    assert account.heard == {"a": {}, "b": {}}
    assert account.failures == []
    assert account.usage.cpu > 0
    assert account.usage.memory > 10_000_000


async def test_a_crowd_that_dies_has_heard_nothing_and_holds_up_nobody() -> None:
    crowd = Crowd()
    await crowd.start()
    watching: list[Callable[[], None]] = []
    crowd.watch(Silent("a"), watching)
    crowd._process.kill()  # type: ignore[union-attr]
    await asyncio.wait_for(crowd.connected(), 10)
    watching[0]()
    account = await crowd.finish()
    assert account.heard == {"a": {}}
    assert account.failures == [
        "1 of 1 watchers did not say what they heard; their process ended with code -9"
    ]
    assert await crowd.finish() is account


async def test_a_door_that_opens_to_nobody_is_tried_until_the_end() -> None:
    crowd = Crowd()
    await crowd.start()
    seat, watching = Silent("a"), list[Callable[[], None]]()
    crowd.watch(seat, watching)
    seat.media = MediaDoor(url="https://127.0.0.1:1/media", fingerprints=[], tcp="", network="")
    watching[0]()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(crowd.connected(), 0.5)
    account = await crowd.finish()
    assert (account.heard, account.failures) == ({"a": {}}, [])

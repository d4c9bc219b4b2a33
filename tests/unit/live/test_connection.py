"""A connection: in order, bounded, and over when it is over."""

from __future__ import annotations

import asyncio

import pytest

from hemicycle.live.connection import MAX_WAITING_CHARS, Connection, ConnectionClosed, Way
from hemicycle.wire.ids import Audience
from hemicycle.wire.messages import GoodbyeReason


def connection() -> Connection:
    return Connection("france", Audience.HALL, "hash", Way("localhost", None, "ws://localhost", "n"))


async def test_messages_come_in_order_and_wake_who_waits() -> None:
    one = connection()
    first = asyncio.create_task(one.next())
    await asyncio.sleep(0)
    one.send("a")
    one.send("b")
    assert [await first, await one.next()] == ["a", "b"]


async def test_a_closed_line_hands_out_what_was_on_its_way() -> None:
    one = connection()
    one.send("a")
    one.close(GoodbyeReason.REPLACED)
    one.send("too late")
    assert await one.next() == "a"
    assert await one.next() == '{"type":"goodbye","reason":"replaced"}'
    with pytest.raises(ConnectionClosed):
        await one.next()


async def test_a_seat_that_does_not_keep_up_is_given_up_and_told() -> None:
    one = connection()
    part = "x" * (MAX_WAITING_CHARS // 4)
    for _ in range(5):
        one.send(part)
    assert one.closed
    assert await one.next() == '{"type":"goodbye","reason":"too_slow"}'
    with pytest.raises(ConnectionClosed):
        await one.next()


async def test_what_was_taken_makes_room_again() -> None:
    one = connection()
    part = "x" * (MAX_WAITING_CHARS // 2)
    for _ in range(10):
        one.send(part)
        await one.next()
    assert not one.closed

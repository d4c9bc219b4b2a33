"""A media connection that moves with its seat: each welcome brings a new ticket, and so a new
connection."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Protocol

from hemicycle.media.client.client import MediaClient
from hemicycle.wire.ids import Key
from hemicycle.wire.media import MediaDoor, Streams

log = logging.getLogger("hemicycle.client")

_RETRY_AFTER_S = 0.3
"""Seconds until the next try where the media server can't be reached."""


class LostError(Exception):
    """The connection went away before a command was answered, or the seat is no longer ours."""


class SeatMedia(Protocol):
    """What has to be known of a seat to take sound and picture for it, in this process or in
    another."""

    key: Key
    media: MediaDoor | None
    """Where its media are, with its newest ticket; None before the first welcome."""

    @property
    def streams(self) -> Mapping[Key, Streams]:
        """What there is to take, by seat; none before the first view."""

    async def wait(self, holds: Callable[[], bool]) -> None:
        """Waits until something holds that the seat is told.

        Raises:
            LostError: the seat is not ours any more.
        """


async def keep_media(
    seat: SeatMedia,
    use: Callable[[MediaClient], Awaitable[None]],
    connect: Callable[[MediaDoor], MediaClient],
) -> None:
    """Uses the seat's media connection, and the next one, until the seat is no longer ours.

    Args:
        seat: a seat that was welcomed.
        use: what to do over a connection; cancelled when the connection is no longer the seat's.
        connect: makes the connection, as `MediaClient.of` does.
    """
    told: MediaDoor | None = None
    try:
        while True:
            await seat.wait(lambda before=told: seat.media != before)  # type: ignore[misc]
            told = seat.media
            if told is None:
                continue
            try:
                async with connect(told) as client:
                    await _use_until_moved(seat, told, client, use)
            except ConnectionError as error:
                log.debug("seat %s: %s", seat.key, error)
                told = None
                await asyncio.sleep(_RETRY_AFTER_S)
    except LostError as error:
        log.debug("media: %s", error)


def failure_of(tasks: Iterable[asyncio.Task[None]]) -> str | None:
    """Which of the tasks has failed first, and how, in a sentence; None where none has."""
    for task in tasks:
        if task.done() and not task.cancelled() and (error := task.exception()) is not None:
            return f"the {task.get_name()} has failed: {error!r}"
    return None


async def _use_until_moved(
    seat: SeatMedia, told: MediaDoor, client: MediaClient, use: Callable[[MediaClient], Awaitable[None]]
) -> None:
    using = asyncio.ensure_future(use(client))
    moved = asyncio.ensure_future(seat.wait(lambda: seat.media != told))
    try:
        await asyncio.wait([using, moved], return_when=asyncio.FIRST_COMPLETED)
        for task in (using, moved):
            if task.done():
                task.result()
        await moved
    finally:
        for task in (using, moved):
            task.cancel()
        await asyncio.gather(using, moved, return_exceptions=True)

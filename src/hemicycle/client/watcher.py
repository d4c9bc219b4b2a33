"""A seat that takes sound and picture as the hall does, and counts what comes to it."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Mapping
from typing import cast

from hemicycle.client.heard import Heard
from hemicycle.client.media import SeatMedia, failure_of, keep_media
from hemicycle.media.client.client import MediaClient
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.wire.ids import PICTURES, Key, Source
from hemicycle.wire.media import MediaDoor, Stream

_TAKEN = frozenset({Source.MICROPHONE, *PICTURES})

_CACHE_BYTES = 512 * 1024
"""What a watcher keeps: four seconds of three pictures and a voice."""

_BUFFER_US = 100_000
"""How old sound becomes before a watcher reads it, as in a player's buffer. Read as it comes, every
20 ms would wake the program up for every watcher."""


class Watcher:
    """Takes every stream that its view names, from when it is there until it ends.

    It reads every frame of sound and decodes none, and counts the groups of pictures: that many
    watchers can be one program. See `listener.Listener` for one that does more.
    """

    def __init__(self, seat: SeatMedia) -> None:
        """Takes nothing yet.

        Args:
            seat: says what there is to take.
        """
        self.seat = seat
        self.heard: dict[Key, Heard] = {}
        self.connected = asyncio.Event()
        """Set once there was a way to sound and picture."""
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Takes, from now on, every stream that the seat's view names."""
        self._task = asyncio.create_task(
            keep_media(self.seat, self._watch, _connect), name=f"watcher {self.seat.key}"
        )

    async def close(self) -> None:
        """Stop watching and close the media connection."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    @property
    def failure(self) -> str | None:
        """How watching has failed, in a sentence; None where it has not."""
        return failure_of([self._task] if self._task is not None else [])

    async def _watch(self, client: MediaClient) -> None:
        self.connected.set()
        # No path is there twice, and a stream that has left the view is read to its end.
        taken: set[str] = set()

        def is_more() -> bool:
            return not self._wanted().keys() <= taken

        async with asyncio.TaskGroup() as group:
            while True:
                for path, (seat, source) in self._wanted().items():
                    if path not in taken:
                        taken.add(path)
                        group.create_task(self._take(client, path, seat, source))
                await self.seat.wait(is_more)

    def _wanted(self) -> dict[str, tuple[Key, Source]]:
        """What there is to take, by path."""
        return {
            stream["path"]: (seat, Source(source))
            for seat, sources in self.seat.streams.items()
            if seat != self.seat.key
            for source, stream in cast("Mapping[str, Stream]", sources).items()
            if source in _TAKEN
        }

    async def _take(self, client: MediaClient, path: str, seat: Key, source: Source) -> None:
        heard = self.heard.setdefault(seat, Heard())
        if source is Source.MICROPHONE:
            await self._hear(client, path, seat)
        else:
            await self._see(client, path, source, heard)

    async def _hear(self, client: MediaClient, path: str, seat: Key) -> None:
        """Reads a stream of sound to its end."""
        heard, began = self.heard[seat], time.monotonic()
        async for timestamp_us, _ in sound(client, path):
            heard.hear(timestamp_us, began)

    async def _see(self, client: MediaClient, path: str, source: Source, heard: Heard) -> None:
        """Counts the groups of a stream of pictures to its end."""
        began = time.monotonic()
        # A group that is let go before it is whole is not sent to its end.
        held: deque[MediaGroup] = deque(maxlen=2)
        async for group in client.groups(path, source):
            held.append(group)
            heard.see(began)


def _connect(door: MediaDoor) -> MediaClient:
    return MediaClient.of(door, cache_bytes=_CACHE_BYTES)


async def sound(client: MediaClient, path: str) -> AsyncIterator[tuple[int, bytes]]:
    """The frames of a stream of sound, a buffer's length after they were captured: timestamps,
    payloads."""
    async for timestamp_us, payload in client.singles(path, Source.MICROPHONE):
        yield timestamp_us, payload
        age = now_us() - timestamp_us
        # One who speaks by another clock is read at once.
        if 0 <= age < _BUFFER_US:
            await asyncio.sleep((_BUFFER_US - age) / 1_000_000)

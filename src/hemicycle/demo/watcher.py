"""A seat that takes sound and picture as the hall does, and counts what it hears and sees."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterable, Mapping
from typing import cast

from hemicycle.demo.checks import Heard
from hemicycle.demo.media import failure_of, keep_media
from hemicycle.demo.seat import Seat
from hemicycle.demo.speaker import loudness
from hemicycle.media.client import MediaClient
from hemicycle.media.codecs import OpusDecoder
from hemicycle.media.groups import MediaGroup
from hemicycle.wire.ids import PICTURES, Key, Source
from hemicycle.wire.views import Stream

_TAKEN = frozenset({Source.MICROPHONE, *PICTURES})

Place = tuple[str, int]
"""A group in the room: the path of its broadcast, and its sequence number there."""


class Watcher:
    """Takes every stream that its view names, from when it is there until it is gone.

    One that listens reads and decodes what it takes. The others take the same bytes and note which
    groups came: with seventy of them in one program, reading every frame would be the greater part of
    the load. What their groups hold is looked up in what the listeners read (see `attributed`).
    """

    def __init__(self, seat: Seat, *, listens: bool) -> None:
        """Takes nothing yet.

        Args:
            seat: whose view says what there is.
            listens: whether frames are read and sound is decoded.
        """
        self.seat = seat
        self.listens = listens
        self.heard: dict[Key, Heard] = {}
        self.levels: dict[Key, float] = {}
        """How loud each seat was last, 0 to 1; of a watcher that listens."""
        self.read: dict[Place, int] = {}
        """What a listener found where: the timestamp (µs) of the frame of sound."""
        self.came: dict[Key, list[Place]] = {}
        """The groups of sound that came to a watcher that does not listen."""
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to watch."""
        self._task = asyncio.create_task(keep_media(self.seat, self._watch), name=f"watcher {self.seat.key}")

    async def close(self) -> None:
        """Stops watching."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    @property
    def failure(self) -> str | None:
        """How watching has failed; None where it has not."""
        return failure_of([self._task] if self._task is not None else [])

    async def _watch(self, client: MediaClient) -> None:
        taking: dict[str, asyncio.Task[None]] = {}
        async with asyncio.TaskGroup() as group:
            while True:
                wanted = self._wanted()
                for path in taking.keys() - wanted.keys():
                    taking.pop(path).cancel()
                for path in wanted.keys() - taking.keys():
                    taking[path] = group.create_task(self._take(client, path, *wanted[path]))
                known = set(wanted)
                await self.seat.until(lambda _, had=known: set(self._wanted()) != had)  # type: ignore[misc]

    def _wanted(self) -> dict[str, tuple[Key, Source]]:
        """What there is to take, by path."""
        streams = self.seat.view["streams"] if self.seat.view else {}
        return {
            stream["path"]: (seat, Source(source))
            for seat, sources in streams.items()
            if seat != self.seat.key
            for source, stream in cast("Mapping[str, Stream]", sources).items()
            if source in _TAKEN
        }

    async def _take(self, client: MediaClient, path: str, seat: Key, source: Source) -> None:
        heard = self.heard.setdefault(seat, Heard())
        if not self.listens:
            await self._count(client, path, seat, source)
        elif source is Source.MICROPHONE:
            await self._listen(client, path, seat)
        else:
            began = time.monotonic()
            async for _ in client.watch(path, source):
                heard.pictures += 1
                if heard.first_picture is None:
                    heard.first_picture = time.monotonic() - began

    async def _listen(self, client: MediaClient, path: str, seat: Key) -> None:
        heard, decoder, began = self.heard[seat], OpusDecoder(), time.monotonic()
        try:
            async for frame in client.watch(path, Source.MICROPHONE):
                heard.sound.add(frame.timestamp_us)
                self.read[path, frame.group] = frame.timestamp_us
                if heard.first_sound is None:
                    heard.first_sound = time.monotonic() - began
                level = loudness(decoder.decode(frame.payload))
                heard.loudest = max(heard.loudest or 0.0, level)
                self.levels[seat] = level
        finally:
            self.levels.pop(seat, None)

    async def _count(self, client: MediaClient, path: str, seat: Key, source: Source) -> None:
        heard, began = self.heard[seat], time.monotonic()
        came = self.came.setdefault(seat, [])
        # A group that is let go before it is whole is not sent to its end.
        held: deque[MediaGroup] = deque(maxlen=3)
        async for group in client.groups(path, source):
            held.append(group)
            first = time.monotonic() - began
            if source is Source.MICROPHONE:
                came.append((path, group.sequence))
                heard.first_sound = first if heard.first_sound is None else heard.first_sound
            else:
                heard.pictures += 1
                heard.first_picture = first if heard.first_picture is None else heard.first_picture


def attributed(watchers: Iterable[Watcher]) -> dict[Key, dict[Key, Heard]]:
    """What each watcher heard of whom, the groups that were only counted given their timestamps.

    A group that no listener read stays unheard: the doubt is against the demo.
    """
    watchers = list(watchers)
    read: dict[Place, int] = {}
    for watcher in watchers:
        read |= watcher.read
    for watcher in watchers:
        for seat, places in watcher.came.items():
            watcher.heard[seat].sound.update(read[place] for place in places if place in read)
    heard: Mapping[Key, dict[Key, Heard]] = {watcher.seat.key: watcher.heard for watcher in watchers}
    return dict(heard)

"""Listens to the floor of one meeting: each open microphone by itself, so that each line has its speaker."""

from __future__ import annotations

import asyncio
import itertools
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from hemicycle.captions.listener import Listener
from hemicycle.captions.pipe import English, Words
from hemicycle.media.wire.frames import MalformedFrameError
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.media.wire.least_delay import LeastDelay
from hemicycle.room.floor import Floor
from hemicycle.room.languages import language_of
from hemicycle.room.record import Record
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Language, Milliseconds, Phase, Source
from hemicycle.wire.media import Streams

log = logging.getLogger("hemicycle.captions")

GUARD_MS = 300
"""What was captured within this time after going on the record is left out: a frame's instant is known only
as well as the least delay that was seen."""


class Room(Protocol):
    """The sound of one meeting; `media.MediaRoom` is one."""

    def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        """The groups of a stream as they arrive, until it ends."""

    def ingest_of(self, path: str) -> int | None:
        """The number of the ingest of which a stream is: its streams go by one clock."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a seat said, as far as it is known."""

    number: int
    """Of the utterance, in this meeting. What comes later of the same number takes its place."""
    seat: Key
    language: Language
    since: Milliseconds
    until: Milliseconds
    text: str
    """Empty: nothing was said after all."""
    final: bool


@dataclass(frozen=True, slots=True)
class InEnglish:
    """A final utterance in English."""

    number: int
    text: str


@dataclass(eq=False, slots=True)
class _Ear:
    track: int
    language: Language
    task: asyncio.Task[None] | None = None


class Hearing:
    """Listens to the open microphones of the floor. All on the event loop.

    Args:
        room: where they are.
        listener: puts what they bring into words.
        said: called with what was said.
        now: the server's clock, in ms.
    """

    def __init__(
        self,
        room: Room,
        listener: Listener,
        said: Callable[[Said | InEnglish], None],
        *,
        now: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self._room, self._listener, self._said, self._now = room, listener, said, now
        self._streams: Mapping[Key, Streams] = {}
        self._ears: dict[str, _Ear] = {}
        self._clocks: dict[int, LeastDelay] = {}
        """By ingest: from its clock to the server's."""
        self._numbers = itertools.count(1)
        self._since = 0
        """What was captured before this is not listened to."""
        self._off_record = False

    def streams(self, streams: Mapping[Key, Streams], state: State) -> None:
        """What can be taken has changed."""
        self._streams = streams
        self._settle(state)

    def before(self, state: State) -> None:
        """Facts are about to be stored. When this returns, nothing more is listened to that they forbid.

        Args:
            state: the meeting as it will stand.
        """
        self._off_record |= state[Record].off_since is not None
        allowed = self._wanted(state)
        for path in [path for path in self._ears if path not in allowed]:
            self._close(path)

    def after(self, state: State) -> None:
        """Facts are stored."""
        if self._off_record and state[Record].off_since is None:
            self._off_record, self._since = False, self._now() + GUARD_MS
        self._settle(state)

    async def stop(self) -> None:
        """Listen no more."""
        tasks = [ear.task for ear in self._ears.values() if ear.task is not None]
        for path in list(self._ears):
            self._close(path)
        await asyncio.gather(*tasks, return_exceptions=True)

    def _wanted(self, state: State) -> dict[str, tuple[Key, Language]]:
        """The paths of what is to be heard: seat and language of each."""
        if state.phase is not Phase.OPEN or state[Record].off_since is not None:
            return {}
        found: dict[str, tuple[Key, Language]] = {}
        for seat, floor in state[Floor].seats.items():
            stream = self._streams.get(seat, {}).get("microphone")
            language = language_of(state, seat)
            if floor.microphone and stream is not None and self._listener.writes(language):
                found[stream["path"]] = seat, language
        return found

    def _settle(self, state: State) -> None:
        wanted = self._wanted(state)
        for path, ear in list(self._ears.items()):
            if path not in wanted or wanted[path][1] != ear.language:
                self._close(path)
        for path, (seat, language) in wanted.items():
            if path not in self._ears:
                self._ears[path] = ear = _Ear(
                    self._listener.open(language, self._hear(seat, language)), language
                )
                ear.task = asyncio.get_running_loop().create_task(self._listen(path, ear), name=f"ear {path}")

    def _close(self, path: str) -> None:
        ear = self._ears.pop(path)
        if ear.task is not None:
            ear.task.cancel()
        self._listener.close(ear.track)

    async def _listen(self, path: str, ear: _Ear) -> None:
        ingest = self._room.ingest_of(path) or 0
        try:
            async for group in self._room.groups(path, Source.MICROPHONE):
                async for frame in group.frames():
                    at = self._at(ingest, frame.timestamp_us)
                    if at >= self._since and self._ears.get(path) is ear:
                        self._listener.hear(ear.track, frame.payload, frame.timestamp_us, at)
        except MalformedFrameError:
            log.warning("%s: a frame without a timestamp; it is listened to no more", path)
        # The stream has ended. The ear stays until the room says so too, so as not to begin again.
        self._listener.close(ear.track)

    def _at(self, ingest: int, timestamp_us: int) -> int:
        """When a frame was captured, in ms by the server's clock, if the least delay seen is none."""
        clock = self._clocks.get(ingest, LeastDelay()).saw(timestamp_us, self._now() * 1000)
        self._clocks[ingest] = clock
        return clock.at(timestamp_us) // 1000

    def _hear(self, seat: Key, language: Language) -> Callable[[Words | English], None]:
        numbers: dict[int, int] = {}

        def heard(words: Words | English) -> None:
            number = numbers.get(words.utterance)
            if isinstance(words, English):
                if number is not None:
                    self._said(InEnglish(number, words.text))
                return
            if number is None:
                if not words.text:
                    return
                number = numbers[words.utterance] = next(self._numbers)
            self._said(Said(number, seat, language, words.since, words.until, words.text, words.final))

        return heard

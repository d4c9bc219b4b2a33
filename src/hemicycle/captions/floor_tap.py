"""Taps the open microphones of one meeting's floor, each by itself, for the recogniser."""

from __future__ import annotations

import asyncio
import itertools
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hemicycle.captions.pipe import English, Words
from hemicycle.captions.recognizer import Recognizer
from hemicycle.live.ports import Subscribable
from hemicycle.media.wire.frames import MalformedFrameError
from hemicycle.media.wire.least_delay import LeastDelay
from hemicycle.room.floor import Floor
from hemicycle.room.languages import language_of
from hemicycle.room.record import Record, is_kept
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Language, Milliseconds, Source
from hemicycle.wire.media import Streams

log = logging.getLogger("hemicycle.captions")

GUARD_MS = 300
"""What was captured within this time after going on the record is left out: a frame's instant is
known only as well as the least delay that was seen."""


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
    """The translation of a final utterance into English."""

    number: int
    text: str


@dataclass(eq=False, slots=True)
class _Tap:
    track: int
    language: Language
    task: asyncio.Task[None] | None = None


class FloorTap:
    """Feeds what is said on the floor to the recogniser. Everything is called on the loop.

    Args:
        room: the meeting's sound.
        recognizer: puts it into words.
        said: called with what was said.
        now: the server's clock, in ms.
    """

    def __init__(
        self,
        room: Subscribable,
        recognizer: Recognizer,
        said: Callable[[Said | InEnglish], None],
        *,
        now: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self._room, self._recognizer, self._said, self._now = room, recognizer, said, now
        self._streams: Mapping[Key, Streams] = {}
        self._taps: dict[str, _Tap] = {}
        self._clocks: dict[int, LeastDelay] = {}
        """By ingest: from its clock to the server's."""
        self._numbers = itertools.count(1)
        self._since = 0
        """What was captured before this (ms by the server's clock) is left out."""
        self._off_record = False

    def streams(self, streams: Mapping[Key, Streams], state: State) -> None:
        """What can be taken has changed."""
        self._streams = streams
        self._settle(state)

    def before(self, state: State) -> None:
        """Facts are about to be stored: stop listening to what they forbid.

        Args:
            state: the meeting as it will stand.
        """
        self._off_record |= state[Record].off_since is not None
        allowed = self._wanted(state)
        for path in [path for path in self._taps if path not in allowed]:
            self._close(path)

    def after(self, state: State) -> None:
        """Facts are stored: listen to what `state` allows."""
        if self._off_record and state[Record].off_since is None:
            self._off_record, self._since = False, self._now() + GUARD_MS
        self._settle(state)

    async def stop(self) -> None:
        """Close every tap, and wait until their tasks have ended."""
        tasks = [tap.task for tap in self._taps.values() if tap.task is not None]
        for path in list(self._taps):
            self._close(path)
        await asyncio.gather(*tasks, return_exceptions=True)

    def _wanted(self, state: State) -> dict[str, tuple[Key, Language]]:
        """The paths of what is to be heard: seat and language of each."""
        if not is_kept(state):
            return {}
        found: dict[str, tuple[Key, Language]] = {}
        for seat, floor in state[Floor].seats.items():
            stream = self._streams.get(seat, {}).get("microphone")
            language = language_of(state, seat)
            if floor.microphone and stream is not None and self._recognizer.writes(language):
                found[stream["path"]] = seat, language
        return found

    def _settle(self, state: State) -> None:
        wanted = self._wanted(state)
        for path, tap in list(self._taps.items()):
            if path not in wanted or wanted[path][1] != tap.language:
                self._close(path)
        for path, (seat, language) in wanted.items():
            if path not in self._taps:
                self._taps[path] = tap = _Tap(
                    self._recognizer.open(language, self._hear(seat, language)), language
                )
                tap.task = asyncio.get_running_loop().create_task(self._listen(path, tap), name=f"tap {path}")

    def _close(self, path: str) -> None:
        tap = self._taps.pop(path)
        if tap.task is not None:
            tap.task.cancel()
        self._recognizer.close(tap.track)

    async def _listen(self, path: str, tap: _Tap) -> None:
        ingest = self._room.ingest_of(path) or 0
        try:
            async for group in self._room.groups(path, Source.MICROPHONE):
                async for frame in group.frames():
                    at = self._at(ingest, frame.timestamp_us)
                    if at >= self._since and self._taps.get(path) is tap:
                        self._recognizer.hear(tap.track, frame.payload, frame.timestamp_us, at)
        except MalformedFrameError:
            log.warning("%s: a frame without a timestamp; it is listened to no more", path)
        except Exception:
            log.exception("%s: it is listened to no more", path)
        # The stream has ended. The tap stays until the room says so too, so as not to begin again.
        self._recognizer.close(tap.track)

    def _at(self, ingest: int, timestamp_us: int) -> int:
        """When a frame was captured (ms by the server's clock), if the least delay seen is none."""
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

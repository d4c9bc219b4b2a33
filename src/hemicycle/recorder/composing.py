"""Composes the one video of a meeting, segment by segment, while the meeting goes on.

Runs in a process of its own (`python -m hemicycle.recorder.composing`), which the server starts and which
gives way to everything else on the machine. What it has made is on disk: killed, it goes on where it was.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hemicycle.recorder.assembly import Assembly
from hemicycle.recorder.canvas import Canvas
from hemicycle.recorder.contents import chapters, subtitles
from hemicycle.recorder.index import Index
from hemicycle.recorder.mixing import ORIGINAL, Mixer
from hemicycle.recorder.places import Places
from hemicycle.recorder.segments import SegmentFiles, make
from hemicycle.recorder.sources import Sources
from hemicycle.recorder.timeline import (
    History,
    Passage,
    Segment,
    length_ms,
    passages,
    segments,
    spans,
)
from hemicycle.report.as_webvtt import languages_of
from hemicycle.room.log import Entry
from hemicycle.store import Store
from hemicycle.store.lines import lines_of
from hemicycle.wire.ids import Phase, Role
from hemicycle.wire.record import Line
from hemicycle.wire.views import Meeting

LAG_MS = 5_000
"""How far the video stays behind the meeting: until then everything is on disk, and each clock is known."""

PATIENCE_MS = 3_000
"""For how long after the close the ends of the files are waited for; a server that was killed wrote none."""

WORDS_MS = 6_000
"""For how long after the close the last words are waited for, where there are any: they are written down, and
translated, some seconds after they are said."""

EVERY = 1.0
"""Seconds between two looks for something to do."""

Progress = Literal["composing", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Status:
    """How far the video is."""

    state: Progress
    percent: int
    """Of what there is of the meeting so far."""
    ms: int
    """How long the video is so far."""


class Composer:
    """Makes the video of one meeting. Not for two at once: see `Places.composing_lock`.

    Args:
        places: The recording.
        meeting: The meeting as planned.
        entries: Reads its log from a sequence number on.
        lines: Reads its lines.
        clock: The server's clock, in ms.
    """

    def __init__(
        self,
        places: Places,
        meeting: Meeting,
        entries: Callable[[int], Sequence[Entry]],
        lines: Callable[[], list[Line]],
        *,
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self._places, self._meeting, self._clock = places, meeting, clock
        self._read_entries, self._read_lines = entries, lines
        self._entries: list[Entry] = []
        self._history = History([])
        self._index = Index(places.index)
        self._sources = Sources(places.tracks)
        self._files = SegmentFiles(places.segments)
        self._assembly: Assembly | None = None
        self._added: list[Segment] = []
        self._finished = False

    @property
    def phase(self) -> Phase:
        """How the meeting stands, as far as the log was read."""
        return self._history.last.phase

    @property
    def is_done(self) -> bool:
        """Whether the meeting is closed, and its video is made."""
        return self._finished and self.phase is Phase.CLOSED

    def close(self) -> None:
        """Let go of everything that is open."""
        self._sources.close()
        if self._assembly is not None:
            self._assembly.abandon()
            self._assembly = None

    def steps(self) -> Iterator[Status]:
        """Make what can be made now, one segment after the other, and the video once the meeting is closed.

        Raises:
            OSError: the disk does not take it.
        """
        self._look()
        closed = self.phase is Phase.CLOSED
        horizon = self._horizon(closed)
        todo = segments(spans(self._history), horizon)
        if not todo and not closed:
            return
        if self._finished and len(todo) > len(self._added):
            # It was opened again: the video that is there stays until the longer one takes its place.
            self._finished, self._added = False, []
        channels = self._channels()
        for segment in todo[len(self._added) :]:
            self._add(segment, channels)
            yield self._status(len(self._added), todo)
        if closed and not self._finished and self._ends_known() and self._words_known():
            self._finish(passages(todo))
            yield Status("ready", 100, length_ms(sum(segment.steps for segment in todo)))

    def _look(self) -> None:
        fresh = self._read_entries(len(self._entries))
        if fresh:
            self._entries += fresh
            self._history = History(self._entries)
        self._index.read()

    def _horizon(self, closed: bool) -> int:
        now = self._clock()
        if closed and self._ends_known():
            # Whatever this machine's clock says by now: nothing comes after the close.
            return max(now, self._history.last.closed or 0)
        return now - LAG_MS

    def _ends_known(self) -> bool:
        """Whether nothing more comes into the files of a closed meeting."""
        at = self._history.last.closed
        if at is None or self.phase is not Phase.CLOSED:
            return False
        ended = all(track.end is not None for track in self._index.tracks.values())
        return ended or self._clock() - at > PATIENCE_MS

    def _words_known(self) -> bool:
        """Whether the last words of a closed meeting are written down, or there are none."""
        at = self._history.last.closed
        return at is None or self._clock() - at > WORDS_MS or not self._read_lines()

    def _channels(self) -> list[str]:
        return [ORIGINAL, *self._history.last.booths]

    def _add(self, segment: Segment, channels: list[str]) -> None:
        made = self._files.read(segment, channels)
        if made is None:
            canvas = Canvas(self._meeting, self._index.tracks, self._sources)
            mixer = Mixer(self._history, self._index.tracks, self._sources)
            made = make(segment, channels, self._history, canvas, mixer)
            self._files.write(segment, made)
            self._sources.forget_before(segment.since_us)
        self._assembled(channels).add(made)
        self._added.append(segment)

    def _assembled(self, channels: list[str]) -> Assembly:
        if self._assembly is None:
            self._assembly = self._begin(channels, languages_of(self._read_lines()))
        return self._assembly

    def _begin(self, channels: list[str], subtitled: Sequence[str]) -> Assembly:
        history = self._history
        spoken = {
            history.last.languages.get(seat, planned["language"])
            for seat, planned in self._meeting["seats"].items()
            if planned["role"] == Role.SPEAKER
        }
        language = spoken.pop() if len(spoken) == 1 else None
        return Assembly(self._places.composed, channels, language, subtitled, self._meeting["title"])

    def _finish(self, shown: Sequence[Passage]) -> None:
        if not self._added:
            self._finished = True
            return
        lines = self._read_lines()
        channels = self._channels()
        subtitled = languages_of(lines)
        if self._assembly is not None and set(self._assembly.subtitles) != set(subtitled):
            # A language came up that the file was not begun for: it is put together anew, from what was made.
            self._assembly.abandon()
            self._assembly = self._begin(channels, subtitled)
            for segment in self._added:
                made = self._files.read(segment, channels)
                assert made is not None
                self._assembly.add(made)
        assembly = self._assembled(channels)
        marks = chapters(self._meeting, self._history, shown)
        texts = [subtitles(lines, language, self._meeting, shown) for language in assembly.subtitles]
        assembly.finish(marks, texts)
        self._assembly = None
        self._places.write_json(self._places.timeline, [dataclasses.asdict(passage) for passage in shown])
        self._places.write_json(self._places.chapters, [dataclasses.asdict(mark) for mark in marks])
        self._finished = True

    def _status(self, done: int, todo: Sequence[Segment]) -> Status:
        made = length_ms(sum(segment.steps for segment in todo[:done]))
        # The last hundredth is the end of the file; while the meeting goes on there is always more to come.
        return Status("composing", min(99, 100 * done // max(1, len(todo))), made)


def composer_of(places: Places, store: Store, slug: str) -> Composer:
    """The composer of a stored meeting.

    Raises:
        ValueError: there is no such meeting.
    """
    meeting = store.meeting(slug)
    if meeting is None:
        raise ValueError(f'there is no meeting "{slug}"')
    return Composer(places, meeting, lambda since: store.entries(slug, since), lambda: lines_of(store, slug))


def _work(places: Places, store: Store, slug: str, gone: threading.Event, poked: threading.Event) -> None:
    with places.composing_lock():
        composer = composer_of(places, store, slug)
        try:
            while True:
                before = gone.is_set()
                status: Status | None = None
                for status in composer.steps():
                    places.write_status(dataclasses.asdict(status))
                    _say(status)
                if before or composer.is_done or (status is None and gone.is_set()):
                    return
                poked.wait(EVERY)
                poked.clear()
        except OSError as error:
            status = Status("failed", 0, 0)
            with contextlib.suppress(OSError):
                places.write_status({**dataclasses.asdict(status), "why": str(error)})
            _say(status)
            raise
        finally:
            composer.close()


def _say(status: Status) -> None:
    # Nobody listens any more where the server was killed.
    with contextlib.suppress(BrokenPipeError):
        print(json.dumps(dataclasses.asdict(status)), flush=True)


def main() -> None:
    """Compose as the line on standard input says, until that ends; every further line wakes the composer."""
    os.nice(10)
    told = json.loads(sys.stdin.readline())
    gone, poked = threading.Event(), threading.Event()

    def listen() -> None:
        for _ in sys.stdin:
            poked.set()
        gone.set()
        poked.set()

    threading.Thread(target=listen, daemon=True).start()
    store = Store.open(told["database"])
    try:
        _work(Places(Path(told["directory"])), store, told["slug"], gone, poked)
    finally:
        store.close()


if __name__ == "__main__":
    main()

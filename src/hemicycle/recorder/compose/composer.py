"""Composes the video of a meeting, segment by segment, while the meeting goes on.

Everything that is made is on disk at once: a composer that was killed goes on where it was.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator, Sequence

from hemicycle.recorder.compose.assembly import Assembly
from hemicycle.recorder.compose.canvas import Canvas
from hemicycle.recorder.compose.mixer import Mixer
from hemicycle.recorder.compose.segment import encode_segment
from hemicycle.recorder.sources import Sources
from hemicycle.recording.contents import chapters, subtitles
from hemicycle.recording.index import Index
from hemicycle.recording.paths import ORIGINAL, RecordingPaths, write_json
from hemicycle.recording.segments import SegmentFiles
from hemicycle.recording.status import Status
from hemicycle.recording.timeline import (
    History,
    Passage,
    Segment,
    length_ms,
    passages,
    segments,
    spans,
)
from hemicycle.report.as_webvtt import languages_of
from hemicycle.room.booths import Booths
from hemicycle.room.languages import Languages
from hemicycle.room.log import Entry
from hemicycle.room.opening import Agenda
from hemicycle.store import Store
from hemicycle.store.lines import lines_of
from hemicycle.wire.ids import Phase, Role
from hemicycle.wire.lines import Line
from hemicycle.wire.meeting import Meeting

LAG_MS = 5_000
"""How far the video stays behind the meeting, so that all frames are on disk and all clocks are
known."""

FILE_ENDS_WAIT_MS = 3_000
"""How long after the close the ends of the files are waited for; a server that was killed wrote
none."""

WORDS_WAIT_MS = 6_000
"""How long after the close the last lines are waited for, where the meeting has any: speech is put
into words, and translated, some seconds after it was said."""


class Composer:
    """Makes the video of one meeting, for a process that holds `RecordingPaths.composing_lock`.

    Args:
        paths: The recording.
        meeting: The meeting as planned.
        entries: Reads its log from a sequence number on.
        lines: Reads its lines.
        clock: The server's clock, in ms.
    """

    def __init__(
        self,
        paths: RecordingPaths,
        meeting: Meeting,
        entries: Callable[[int], Sequence[Entry]],
        lines: Callable[[], list[Line]],
        *,
        clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self._paths, self._meeting, self._clock = paths, meeting, clock
        self._read_entries, self._read_lines = entries, lines
        self._entries: list[Entry] = []
        self._history = History([])
        self._index = Index(paths.index)
        self._sources = Sources(paths.tracks)
        self._files = SegmentFiles(paths.segments)
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
        """Make what can be made now, one segment after the other, and the video once the meeting is
        closed.

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
            # It was opened again: the video that is there stays until the longer one takes its
            # place.
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
            return max(now, self._history.last[Agenda].closed or 0)
        return now - LAG_MS

    def _ends_known(self) -> bool:
        """Whether nothing more comes into the files of a closed meeting."""
        at = self._history.last[Agenda].closed
        if at is None or self.phase is not Phase.CLOSED:
            return False
        ended = all(track.end is not None for track in self._index.tracks.values())
        return ended or self._clock() - at > FILE_ENDS_WAIT_MS

    def _words_known(self) -> bool:
        """Whether the last words of a closed meeting are written down, or there are none."""
        at = self._history.last[Agenda].closed
        return at is None or self._clock() - at > WORDS_WAIT_MS or not self._read_lines()

    def _channels(self) -> list[str]:
        return [ORIGINAL, *self._history.last[Booths].by_language]

    def _add(self, segment: Segment, channels: list[str]) -> None:
        made = self._files.read(segment, channels)
        if made is None:
            canvas = Canvas(self._meeting, self._index.tracks, self._sources)
            mixer = Mixer(self._history, self._index.tracks, self._sources)
            made = encode_segment(segment, channels, self._history, canvas, mixer)
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
            history.last[Languages].spoken.get(seat, planned["language"])
            for seat, planned in self._meeting["seats"].items()
            if planned["role"] == Role.SPEAKER
        }
        language = spoken.pop() if len(spoken) == 1 else None
        return Assembly(self._paths.composed, channels, language, subtitled, self._meeting["title"])

    def _finish(self, shown: Sequence[Passage]) -> None:
        if not self._added:
            self._finished = True
            return
        lines = self._read_lines()
        channels = self._channels()
        subtitled = languages_of(lines)
        if self._assembly is not None and set(self._assembly.subtitles) != set(subtitled):
            # A language came up that the file was not begun for: it is put together anew, from what
            # was made.
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
        write_json(self._paths.timeline, [dataclasses.asdict(passage) for passage in shown])
        write_json(self._paths.chapters, [dataclasses.asdict(mark) for mark in marks])
        self._finished = True

    def _status(self, done: int, todo: Sequence[Segment]) -> Status:
        made = length_ms(sum(segment.steps for segment in todo[:done]))
        # The last hundredth is the end of the file; while the meeting goes on there is always more
        # to come.
        return Status("composing", min(99, 100 * done // max(1, len(todo))), made)


def composer_of(paths: RecordingPaths, store: Store, slug: str) -> Composer:
    """The composer of a stored meeting.

    Raises:
        ValueError: there is no such meeting.
    """
    meeting = store.meeting(slug)
    if meeting is None:
        raise ValueError(f'there is no meeting "{slug}"')
    return Composer(paths, meeting, lambda since: store.entries(slug, since), lambda: lines_of(store, slug))

"""Decides what the model works on next: ended utterances, then drafts, then English.

An utterance is transcribed ahead, with the effort of a final line, once the pause in it is so long
that it is likely to be over. If nothing more is said, the final line is there when the pause ends
it; if something is, the result was a draft.

Two threads: one takes sound (`open`, `hear`, `close`, `look`), one runs the model (`run`). The
queue between them is bounded, and while the model can't keep up there are no drafts and no English.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from hemicycle.captions.engine import Engine
from hemicycle.captions.pipe import English, Output, Pace, Words
from hemicycle.captions.track import Ahead, Detector, Track
from hemicycle.captions.utterances import RATE_HZ, Utterance

DRAFT_EVERY_S = 1.2
"""At least so long between two drafts of one utterance."""

DRAFT_SHARE = 4.0
"""A draft comes at the earliest after this many times as long as the last one took to write."""

DRAFT_FROM_MS = 800
"""An utterance is this long before its first draft."""

AHEAD_WITHIN_S = 1.0
"""How long the last final line may have taken for the next to be transcribed ahead. A slower
machine would still be busy with what is not the end when the end comes."""

BEHIND_AFTER_S = 3.0
"""How long an utterance may wait before the model counts as unable to keep up."""

CAUGHT_UP_S = 1.0
"""When no utterance waits longer than this, the model keeps up again."""

MOST_WAITING_MS = 10 * 60 * 1000
"""How much sound may wait for its final line; beyond it the oldest is dropped."""

MOST_ENGLISH_MS = 60 * 1000
"""How much sound may wait to be put into English; beyond it the oldest is dropped."""

PACE_EVERY_S = 1.0
"""Between two reports of how far behind it is."""


@dataclass(frozen=True, slots=True)
class _Job:
    track: Track
    utterance: Utterance
    ended: float
    """When it began to wait, by the clock."""

    @property
    def length_ms(self) -> int:
        return self.utterance.samples.size * 1000 // RATE_HZ


@dataclass(slots=True)
class _Waiting:
    """Jobs in the order in which they came, up to a length."""

    most_ms: int
    jobs: deque[_Job] = field(default_factory=deque)
    lost_ms: int = 0

    def add(self, job: _Job) -> None:
        self.jobs.append(job)
        while sum(each.length_ms for each in self.jobs) > self.most_ms and len(self.jobs) > 1:
            self.lost_ms += self.jobs.popleft().length_ms


class Transcriber:
    """Transcribes any number of tracks with one model.

    Args:
        engine: the model.
        detector: makes the voice activity detector of a track.
        say: takes each output; called from the model's thread only.
        clock: seconds, monotonic.
    """

    def __init__(
        self,
        engine: Engine,
        detector: Callable[[], Detector],
        say: Callable[[Output], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine, self._detector, self._say, self._clock = engine, detector, say, clock
        self._changed = threading.Condition()
        self._tracks: dict[int, Track] = {}
        self._finals = _Waiting(MOST_WAITING_MS)
        self._foreign = _Waiting(MOST_ENGLISH_MS)
        self._draft_seconds = self._line_seconds = 0.0
        """How long the last of each took to write."""
        self._behind = False
        self._paced = 0.0
        self._ended = False

    def open(self, number: int, language: str) -> None:
        """A microphone was opened; it is left out if the engine does not write its language."""
        if language in self._engine.languages:
            with self._changed:
                self._tracks[number] = Track(number, language, self._detector(), self._clock)

    def hear(self, number: int, packet: bytes, timestamp_us: int, at: int) -> None:
        """A packet has come; of a track that is not open it is left out."""
        with self._changed:
            if track := self._tracks.get(number):
                self._end(track, track.hear(packet, timestamp_us, at))
                self._changed.notify()

    def close(self, number: int) -> None:
        """Nothing more will come of a track: what was begun is written to its end."""
        with self._changed:
            if track := self._tracks.pop(number, None):
                self._end(track, track.finish())
                self._changed.notify()

    def look(self) -> None:
        """Look for tracks of which nothing has come for a while."""
        with self._changed:
            for track in self._tracks.values():
                self._end(track, track.look())
            self._changed.notify()

    def end(self) -> None:
        """Have `run` return after what it is doing now."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def run(self) -> None:
        """Run the model on what is due, until `end`; in a thread of its own."""
        while True:
            with self._changed:
                work = self._next()
                while work is None and not self._ended:
                    self._changed.wait(PACE_EVERY_S)
                    work = self._next()
                if self._ended or work is None:
                    return
            work()
            self._tell_pace()

    def _end(self, track: Track, utterances: list[Utterance]) -> None:
        for utterance in utterances:
            self._finals.add(_Job(track, utterance, self._clock()))

    def _next(self) -> Callable[[], None] | None:
        """What to do next. The lock is held."""
        now = self._clock()
        waits = now - self._finals.jobs[0].ended if self._finals.jobs else 0.0
        if waits > BEHIND_AFTER_S:
            self._behind = True
        elif waits < CAUGHT_UP_S:
            self._behind = False
        if self._finals.jobs:
            job = self._finals.jobs.popleft()
            return lambda: self._write(job)
        if ahead := self._ahead(now):
            return ahead
        if draft := self._draft(now):
            return draft
        # What takes long is not begun when a line is about to end.
        if self._foreign.jobs and not any(track.utterances.is_hushed for track in self._tracks.values()):
            foreign = self._foreign.jobs.popleft()
            return lambda: self._translate(foreign)
        return None

    def _ahead(self, now: float) -> Callable[[], None] | None:
        """A line whose utterance is likely to be over."""
        if self._behind or self._line_seconds > AHEAD_WITHIN_S:
            return None
        for track in self._tracks.values():
            utterance = track.utterances.settled
            if utterance and not (track.ahead and track.ahead.is_of(utterance)):
                track.drafted = now
                job = _Job(track, utterance, now)
                return lambda: self._write_ahead(job)
        return None

    def _draft(self, now: float) -> Callable[[], None] | None:
        """The draft that has been due for longest."""
        pause = max(DRAFT_EVERY_S, DRAFT_SHARE * self._draft_seconds)
        due = [
            track
            for track in self._tracks.values()
            if now - track.drafted >= pause and not track.utterances.is_hushed
        ]
        for track in sorted(due, key=lambda each: each.drafted):
            utterance = track.utterances.under_way
            if utterance and utterance.until - utterance.since >= DRAFT_FROM_MS:
                track.drafted = now
                job = _Job(track, utterance, now)
                return lambda: self._write_draft(job)
        return None

    def _write(self, job: _Job) -> None:
        ahead = job.track.ahead
        text = ahead.text if ahead and ahead.is_of(job.utterance) else self._line(job)
        self._say(_words(job, text, final=True))
        if text and job.track.language != "en" and self._engine.translates and not self._behind:
            with self._changed:
                self._foreign.add(job)

    def _write_ahead(self, job: _Job) -> None:
        text = self._line(job)
        job.track.ahead = Ahead(job.utterance.number, job.utterance.samples.size, text)
        if text:
            self._say(_words(job, text, final=False))

    def _line(self, job: _Job) -> str:
        """The words of a final line."""
        began = self._clock()
        text = self._engine.words(job.utterance.samples, job.track.language, draft=False)
        self._line_seconds = self._clock() - began
        return text

    def _write_draft(self, job: _Job) -> None:
        began = self._clock()
        text = self._engine.words(job.utterance.samples, job.track.language, draft=True)
        self._draft_seconds = self._clock() - began
        if text:
            self._say(_words(job, text, final=False))

    def _translate(self, job: _Job) -> None:
        if text := self._engine.english(job.utterance.samples, job.track.language):
            self._say(English(job.track.number, job.utterance.number, text))

    def _tell_pace(self) -> None:
        now = self._clock()
        with self._changed:
            oldest = self._finals.jobs[0].ended if self._finals.jobs else now
            behind, lost = self._behind, self._finals.lost_ms
        if behind and now - self._paced >= PACE_EVERY_S:
            self._paced = now
            self._say(Pace(max(1, int((now - oldest) * 1000)), lost))
        elif not behind and self._paced:
            self._paced = 0.0
            self._say(Pace(0, lost))


def _words(job: _Job, text: str, *, final: bool) -> Words:
    utterance = job.utterance
    return Words(job.track.number, utterance.number, utterance.since, utterance.until, text, final)

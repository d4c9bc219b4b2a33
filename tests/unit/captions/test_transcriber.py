"""What is put into words first, and what is left out where the machine can't keep up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest

from hemicycle.captions.pipe import English, Output, Pace, Words
from hemicycle.captions.transcriber import AHEAD_WITHIN_S, BEHIND_AFTER_S, MOST_WAITING_MS, Transcriber
from hemicycle.captions.utterances import RATE_HZ, Samples
from hemicycle.media.wire.codecs import FRAME_SAMPLES, SAMPLE_RATE, OpusEncoder

LOUD = (8000 * np.sin(np.arange(FRAME_SAMPLES) * 2 * np.pi * 400 / SAMPLE_RATE)).astype(np.int16)
QUIET = np.zeros(FRAME_SAMPLES, np.int16)


class Loudness:
    """Takes what is loud for speech."""

    def probability(self, window: Samples) -> float:
        return 0.9 if float(np.abs(window).max()) > 0.02 else 0.01

    def reset(self) -> None:
        pass


@dataclass
class Clerk:
    """An engine that writes how long it was spoken, and takes its time on a clock of its own."""

    takes: float = 0.0
    now: float = 1000.0
    done: list[str] = field(default_factory=list)
    after: Callable[[], None] = lambda: None
    languages: frozenset[str] = frozenset({"en", "ko"})
    translates: bool = True

    def words(self, samples: Samples, language: str, *, draft: bool) -> str:
        return self._write("draft" if draft else "final", samples, language)

    def english(self, samples: Samples, language: str) -> str:
        return self._write("english", samples, language)

    def _write(self, what: str, samples: Samples, language: str) -> str:
        self.now += self.takes
        self.done.append(f"{what} {language}")
        self.after()
        return f"{samples.size / RATE_HZ:.0f} s"


class Desk:
    """A transcriber, its clerk, and what they said."""

    def __init__(self, takes: float = 0.0) -> None:
        self.clerk, self.heard = Clerk(takes), list[Output]()
        self.transcriber = Transcriber(self.clerk, Loudness, self._hear, lambda: self.clerk.now)
        self.encoders: dict[int, OpusEncoder] = {}
        self.told: dict[int, int] = {}

    def _hear(self, heard: Output) -> None:
        self.heard.append(heard)
        self.clerk.after()

    def say(self, track: int, seconds: float, sound: np.ndarray[tuple[int], np.dtype[np.int16]]) -> None:
        encoder = self.encoders.setdefault(track, OpusEncoder())
        for _ in range(round(seconds * 50)):
            at = self.told[track] = self.told.get(track, 0) + 20
            self.transcriber.hear(track, encoder.encode(sound), at * 1000, at)

    def write(self, until: Callable[[], bool]) -> None:
        """Let the writing thread's loop run here until something holds."""

        def look() -> None:
            if until():
                self.transcriber.end()

        self.clerk.after = look
        # A test that has nothing more to write fails instead of waiting for ever.
        patience = threading.Timer(10, self.transcriber.end)
        patience.start()
        self.transcriber.run()
        patience.cancel()

    def do_next(self) -> None:
        """Do one piece of work."""
        work = self.transcriber._next()
        assert work is not None
        work()

    @property
    def words(self) -> list[Words]:
        return [each for each in self.heard if isinstance(each, Words)]


def test_whole_utterances_go_before_drafts_and_drafts_before_english() -> None:
    desk = Desk()
    desk.transcriber.open(1, "ko")
    desk.transcriber.open(2, "en")
    desk.say(1, 2, LOUD)
    desk.say(1, 1, QUIET)
    desk.say(2, 2, LOUD)
    desk.write(lambda: len(desk.clerk.done) == 3)
    assert desk.clerk.done == ["final ko", "draft en", "english ko"]
    final, draft = desk.words
    assert (final.track, final.final, draft.track, draft.final) == (1, True, 2, False)
    assert draft.utterance == 1


def test_a_line_is_written_in_its_pause_and_final_when_that_is_over() -> None:
    desk = Desk(takes=0.3)
    desk.transcriber.open(1, "en")
    desk.say(1, 2, LOUD)
    desk.say(1, 0.5, QUIET)

    def is_over() -> bool:
        if len(desk.words) == 1:
            desk.say(1, 0.3, QUIET)
        return len(desk.words) == 2

    desk.write(is_over)
    assert desk.clerk.done == ["final en"]
    ahead, final = desk.words
    assert (ahead.final, final.final) == (False, True)
    assert (ahead.utterance, ahead.text, ahead.until) == (final.utterance, final.text, final.until)


def test_who_goes_on_after_a_short_pause_is_written_anew() -> None:
    desk = Desk(takes=0.3)
    desk.transcriber.open(1, "en")
    desk.say(1, 2, LOUD)
    desk.say(1, 0.5, QUIET)

    def goes_on() -> bool:
        if len(desk.words) == 1:
            desk.say(1, 2, LOUD)
            desk.say(1, 1, QUIET)
        return len(desk.words) == 2

    desk.write(goes_on)
    assert desk.clerk.done == ["final en", "final en"]
    ahead, final = desk.words
    assert (ahead.final, final.final) == (False, True)
    assert ahead.utterance == final.utterance
    assert ahead.text != final.text


def test_a_machine_that_takes_long_writes_nothing_ahead() -> None:
    desk = Desk(takes=AHEAD_WITHIN_S + 0.1)
    desk.transcriber.open(1, "en")
    desk.say(1, 2, LOUD)
    desk.say(1, 1, QUIET)
    desk.do_next()
    desk.say(1, 2, LOUD)
    desk.say(1, 0.5, QUIET)
    # Nor is it drafted in the pause.
    assert desk.transcriber._next() is None
    desk.say(1, 0.5, QUIET)
    desk.do_next()
    assert [words.final for words in desk.words] == [True, True]


def test_english_waits_for_a_line_that_is_about_to_end() -> None:
    desk = Desk(takes=AHEAD_WITHIN_S + 0.1)
    desk.transcriber.open(1, "ko")
    desk.transcriber.open(2, "ko")
    desk.say(1, 2, LOUD)
    desk.say(1, 1, QUIET)
    desk.do_next()
    desk.say(2, 2, LOUD)
    desk.say(2, 0.4, QUIET)
    assert desk.transcriber._next() is None
    desk.say(2, 0.4, QUIET)
    desk.do_next()
    desk.do_next()
    assert desk.clerk.done == ["final ko", "final ko", "english ko"]


def test_a_language_that_the_model_does_not_know_is_not_heard() -> None:
    desk = Desk()
    desk.transcriber.open(1, "kk")
    desk.transcriber.open(2, "en")
    desk.say(1, 2, LOUD)
    desk.say(2, 2, LOUD)
    desk.transcriber.close(1)
    desk.transcriber.close(2)
    desk.write(lambda: True)
    assert [words.track for words in desk.words] == [2]


def test_who_is_cut_off_is_written_to_the_end() -> None:
    desk = Desk()
    desk.transcriber.open(1, "en")
    desk.say(1, 2, LOUD)
    desk.transcriber.close(1)
    desk.say(1, 2, LOUD)
    desk.write(lambda: True)
    (words,) = desk.words
    assert words.final
    assert words.text == "2 s"


def test_a_microphone_of_which_nothing_comes_any_more_ends_its_utterance() -> None:
    desk = Desk()
    desk.transcriber.open(1, "en")
    desk.say(1, 2, LOUD)
    desk.transcriber.look()
    assert not desk.transcriber._finals.jobs
    desk.clerk.now += 1
    desk.transcriber.look()
    desk.write(lambda: True)
    assert [words.final for words in desk.words] == [True]


def test_who_cannot_keep_up_says_so_and_writes_whole_lines_only() -> None:
    desk = Desk(takes=BEHIND_AFTER_S)
    desk.transcriber.open(1, "ko")
    desk.transcriber.open(2, "ko")
    for _ in range(4):
        desk.say(1, 2, LOUD)
        desk.say(1, 1, QUIET)
    # Somebody is speaking all the while, which would be drafted.
    desk.say(2, 2, LOUD)
    desk.write(lambda: desk.clerk.done.count("final ko") == 4)
    assert "draft ko" not in desk.clerk.done
    paces = [each.behind_ms for each in desk.heard if isinstance(each, Pace)]
    assert paces[0] > BEHIND_AFTER_S * 1000


def test_who_has_caught_up_drafts_again(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(takes=BEHIND_AFTER_S)
    desk.transcriber.open(1, "ko")
    for _ in range(3):
        desk.say(1, 2, LOUD)
        desk.say(1, 1, QUIET)
    desk.say(1, 2, LOUD)

    def caught_up() -> bool:
        desk.clerk.takes = 0.1
        return "english ko" in desk.clerk.done

    desk.write(caught_up)
    assert "draft ko" in desk.clerk.done
    paces = [each.behind_ms for each in desk.heard if isinstance(each, Pace)]
    assert paces[-1] == 0
    assert any(isinstance(each, English) for each in desk.heard)


def test_what_waits_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hemicycle.captions.transcriber.MOST_WAITING_MS", 10_000)
    desk = Desk()
    assert MOST_WAITING_MS >= 60_000
    desk.transcriber.open(1, "en")
    for _ in range(6):
        desk.say(1, 3, LOUD)
        desk.say(1, 1, QUIET)
    waiting = sum(job.length_ms for job in desk.transcriber._finals.jobs)
    assert waiting <= 10_000
    assert desk.transcriber._finals.lost_ms > 0

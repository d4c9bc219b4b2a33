"""What a browser gave out of the known sound and picture, in figures."""

from __future__ import annotations

import bisect
import itertools
import re
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.known.signals import FRAME_RATE, LOOP_PICTURES, ROUND_US, TONE_US, TONES_HZ

WINDOW_MS = 5.0
FREEZE_MS = 500.0
"""A picture that stands still for longer has frozen."""
MOST_SKIPPED = LOOP_PICTURES // 2


@dataclass(frozen=True, slots=True)
class Given:
    """What a page gave out in a stretch of time."""

    seconds: float
    silent: float
    """The share of the time without sound, 0 to 1."""
    concealed: float
    """The share of the time for which the page made sound up, 0 to 1."""
    longest_silence_ms: float
    strange: float
    """The share of the time with sound that is not one of the tones."""
    sound_delays_ms: Sequence[float]
    """From a packet's timestamp to the page's output: one for each change of tone, sorted."""
    fps: float
    """Pictures a second, each other than the one before."""
    freezes: int
    longest_freeze_ms: float
    picture_delays_ms: Sequence[float]
    unreadable: int
    """Pictures in which the number could not be read."""
    widths: dict[int, float]
    """The share of pictures of each width in pixels, which tells the rendition."""

    def sound_delay(self, share: float) -> float:
        """The delay in ms that this share of the sound does not exceed; not a number where there
        was none."""
        return _quantile(self.sound_delays_ms, share)

    def picture_delay(self, share: float) -> float:
        """The same of the pictures."""
        return _quantile(self.picture_delays_ms, share)


def given(taken: dict[str, Any], clock_ms: float, numbers: Sequence[tuple[str, int, int]] = ()) -> Given:
    """What the listener of a page took down.

    Args:
        taken: As `hemicycleListener.since` returned it.
        clock_ms: What has to be added to the page's clock to make it the speaker's.
        numbers: When which numbers were made, as the speaker says it.
    """
    windows: str = taken["windows"]
    known = len(windows) - windows.count("!")
    silences = [len(run) * WINDOW_MS for run in re.findall(r"\.+", windows)]
    drawn: list[tuple[float, int, int]] = [tuple(one) for one in taken["drawn"]]
    seconds = len(windows) * WINDOW_MS / 1000
    fresh = [one for before, one in itertools.pairwise(drawn) if before[1] != one[1] and one[1] >= 0]
    still = [after[0] - before[0] for before, after in itertools.pairwise(drawn)]
    if drawn:
        still.append(taken["now"] - drawn[-1][0])
    widths = [width for _, _, width in drawn]
    return Given(
        seconds=seconds,
        silent=windows.count(".") / known if known else 1.0,
        concealed=taken["concealed"] / 1000 / seconds if seconds else 0.0,
        longest_silence_ms=max(silences, default=0.0),
        strange=windows.count("?") / known if known else 0.0,
        sound_delays_ms=sorted(_sound_delays(windows, taken["first"] + clock_ms)),
        fps=len(fresh) / seconds if seconds else 0.0,
        freezes=sum(one > FREEZE_MS for one in still),
        longest_freeze_ms=max(still, default=seconds * 1000),
        picture_delays_ms=sorted(_picture_delays(fresh, clock_ms, numbers)),
        unreadable=sum(number < 0 for _, number, _ in drawn),
        widths={width: widths.count(width) / len(widths) for width in sorted(set(widths))},
    )


def _sound_delays(windows: str, first_ms: float) -> list[float]:
    """At each clean change from one tone to the next: how old the new one's first sample is."""
    delays = []
    tones = len(TONES_HZ)
    # A change falls into a window of its own kind, or between two.
    for change in re.finditer(r"(\d)(?=\1{3})\1+\??(?=(\d)\2{3})", windows):
        before, after = int(change[1]), int(change[2])
        if after != (before + 1) % tones:
            continue
        at_us = (first_ms + change.end() * WINDOW_MS) * 1000
        delays.append((at_us - after * TONE_US) % ROUND_US / 1000)
    return delays


def _picture_delays(
    fresh: Sequence[tuple[float, int, int]], clock_ms: float, numbers: Sequence[tuple[str, int, int]]
) -> list[float]:
    by_source: dict[str, list[tuple[int, int]]] = {}
    for source, since, offset in numbers:
        by_source.setdefault(source, []).append((since, offset))
    widest = max((width for _, _, width in fresh), default=0)
    delays = []
    for at_ms, number, width in fresh:
        made = by_source.get("camera" if width == widest else "camera_small", [(0, 0)])
        at_us = (at_ms + clock_ms) * 1000
        frame = int(at_us * FRAME_RATE / 1e6)
        offset = made[max(0, bisect.bisect_right([since for since, _ in made], at_us) - 1)][1]
        age = (frame - offset - number) % LOOP_PICTURES
        if age < MOST_SKIPPED:
            delays.append((at_us - (frame - age) * 1e6 / FRAME_RATE) / 1000)
    return delays


def _quantile(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def reading(now: Callable[[], float]) -> tuple[float, float, float]:
    """This process's monotonic clock, the page's, and this one's again, all in ms."""
    before = time.monotonic_ns() / 1e6
    there = now()
    return before, there, time.monotonic_ns() / 1e6


def clock_of(readings: Sequence[tuple[float, float, float]]) -> float:
    """What has to be added to a page's clock to make it this process's monotonic one, in ms.

    Args:
        readings: This clock before, the page's, this clock after, all in ms; the quickest counts.
    """
    before, there, after = min(readings, key=lambda one: one[2] - one[0])
    return statistics.fmean((before, after)) - there

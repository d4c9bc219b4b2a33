"""Maps the server's clock to the time of the video: which times are in the video, and where. Pure.

A time off the record is not in the video; a still of a few seconds says from when to when it was.
Where a meeting was closed and opened again, the video goes on at once.

The video is made in segments that never change once they are made: the log is only ever added to,
and a segment is made only when its end is past.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hemicycle.room.log import Entry
from hemicycle.room.record import Record
from hemicycle.room.rules import apply
from hemicycle.room.state import State
from hemicycle.wire.ids import Phase

FRAME_RATE_HZ = 15
"""Enough for faces and slides, at half the cost of 30."""

SAMPLE_RATE_HZ = 48_000

STEP_FRAMES = 8
"""How many pictures a step has: the shortest time (8/15 s) of whole pictures and whole frames of
AAC."""

STEP_SOUND_FRAMES = 25
"""How many frames of AAC (1024 samples) a step has."""

SEGMENT_STEPS = 15
"""How many steps a segment has: 8 s."""

CARD_STEPS = 6
"""For how many steps (3.2 s) the still of a time off the record is shown."""

STEP_US = 1_000_000 * STEP_FRAMES // FRAME_RATE_HZ


@dataclass(frozen=True, slots=True)
class Moment:
    """The state of the meeting from a time on."""

    at: int
    """In ms, by the server's clock."""
    state: State


class History:
    """The state of a meeting at any time.

    Args:
        entries: Its log.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        state = State()
        self.moments: list[Moment] = []
        for entry in entries:
            state = apply(state, entry.fact, entry.at)
            if self.moments and self.moments[-1].at == entry.at:
                self.moments.pop()
            self.moments.append(Moment(entry.at, state))

    def at(self, ms: float) -> State:
        """The state at a time in ms, by the server's clock."""
        low, high = 0, len(self.moments)
        while low < high:
            middle = (low + high) // 2
            if self.moments[middle].at <= ms:
                low = middle + 1
            else:
                high = middle
        return self.moments[low - 1].state if low else State()

    def between(self, since: float, until: float) -> Iterator[tuple[float, float, State]]:
        """The periods without a change between two times: from when to when, and the state
        meanwhile."""
        at, state = since, self.at(since)
        for moment in self.moments:
            if at < moment.at < until:
                yield at, moment.at, state
                at = moment.at
            if since < moment.at < until:
                state = moment.state
        yield at, until, state

    @property
    def last(self) -> State:
        """The state after the last fact."""
        return self.moments[-1].state if self.moments else State()


@dataclass(frozen=True, slots=True)
class Span:
    """A period that is in the video, or (`card`) one off the record, of which a still is shown."""

    since: int
    """In ms, by the server's clock."""
    until: int | None
    """In ms; None: it has not ended."""
    card: bool = False


def spans(history: History) -> list[Span]:
    """The periods of a meeting that are in its video or have a still in it, in order."""
    found: list[Span] = []
    for moment, after in zip(history.moments, [*history.moments[1:], None], strict=True):
        if moment.state.phase is not Phase.OPEN:
            continue
        card = moment.state[Record].off_since is not None
        until = after.at if after else None
        if found and found[-1].until == moment.at and found[-1].card is card:
            found[-1] = Span(found[-1].since, until, card)
        elif until is None or until > moment.at:
            found.append(Span(moment.at, until, card))
    return found


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the video that is made at once."""

    number: int
    at: int
    """Where it begins in the video, in steps."""
    steps: int
    since_us: int
    """What it shows begins at this time by the server's clock, in µs."""
    span: Span

    @property
    def until_us(self) -> int:
        """When what it shows ends, in µs by the server's clock."""
        return self.since_us + self.steps * STEP_US

    @property
    def frames(self) -> int:
        """How many pictures it has."""
        return self.steps * STEP_FRAMES


def segments(all_spans: Sequence[Span], horizon: int) -> list[Segment]:
    """The segments that can be made when everything before the horizon is on disk.

    Args:
        all_spans: What `spans` found.
        horizon: In ms by the server's clock.
    """
    found: list[Segment] = []
    at = 0
    for span in all_spans:
        if span.card:
            if span.until is None or span.until > horizon:
                break
            found.append(Segment(len(found), at, CARD_STEPS, span.since * 1000, span))
            at += CARD_STEPS
            continue
        end = min(span.until, horizon) if span.until is not None else horizon
        whole = span.until is not None and span.until <= horizon
        length = (end - span.since) * 1000
        # The last piece of a span is filled up to a whole step with what was seen last, in silence.
        steps = -(-length // STEP_US) if whole else length // STEP_US // SEGMENT_STEPS * SEGMENT_STEPS
        since_us = span.since * 1000
        while steps > 0:
            taken = min(steps, SEGMENT_STEPS)
            found.append(Segment(len(found), at, taken, since_us, span))
            since_us += taken * STEP_US
            at += taken
            steps -= taken
        if not whole:
            break
    return found


def length_ms(steps: int) -> int:
    """How long so many steps are, in ms."""
    return round(steps * STEP_US / 1000)


@dataclass(frozen=True, slots=True)
class Passage:
    """A period by the server's clock (ms), and where it is in the video."""

    since: int
    until: int
    at: int
    """Where it begins in the video, in ms."""
    card: bool


def passages(made: Sequence[Segment]) -> list[Passage]:
    """The periods that the segments show, one for each span."""
    found: list[Passage] = []
    for segment in made:
        until = segment.span.until if segment.span.card else segment.until_us // 1000
        assert until is not None
        if segment.span.until is not None:
            until = min(until, segment.span.until)
        if found and not segment.span.card and found[-1].since == segment.span.since:
            found[-1] = Passage(found[-1].since, until, found[-1].at, card=False)
        else:
            at = length_ms(segment.at)
            found.append(Passage(segment.since_us // 1000, until, at, segment.span.card))
    return found


def place(found: Sequence[Passage], ms: int) -> int | None:
    """Where in the video a time of the server's clock is, in ms; None: it is not in it."""
    for passage in found:
        if not passage.card and passage.since <= ms <= passage.until:
            return passage.at + ms - passage.since
    return None

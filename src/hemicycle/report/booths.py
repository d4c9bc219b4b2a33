"""Reads out of a log how a meeting was interpreted: by whom, how long, and who listened.

The numbers are the log's alone:

- an interpreter's seconds are those for which the booth was theirs (`booth.taken` to `booth.left`),
  silent or not: sound is no fact. The booth's `live_seconds` are their sum, as it has one at a
  time;
- a seat listened while the meeting was open, the seat was in the room, and it had chosen the booth
  (`channel.chosen`). That includes the time in which it heard the original, because the floor spoke
  the booth's language or nobody was live: it is what was chosen, not what came out of a
  loudspeaker. Seconds are summed over the seats: two that listen for a minute are two minutes;
- the pivot is the booth that it interpreted from the longest while it was live; none where it
  interpreted from the original all the time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hemicycle.room.booths import Booths
from hemicycle.room.channels import Channels
from hemicycle.room.log import Entry
from hemicycle.room.rules import apply
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.meeting import Meeting


@dataclass(frozen=True, slots=True)
class InterpreterTime:
    """How long one interpreter was live in a booth."""

    seat: Key
    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class BoothTime:
    """How a meeting was interpreted into one language."""

    language: str
    interpreters: tuple[InterpreterTime, ...]
    """Everybody who works in the booth, in the order of the seats; who was not live has 0
    seconds."""
    pivot: str | None
    listeners: int
    """How many seats listened at some time."""
    listened_seconds: float
    """Summed over the booth's listeners."""

    @property
    def live_seconds(self) -> float:
        """For how long somebody was live."""
        return round(sum(each.seconds for each in self.interpreters), 3)


def booth_times(meeting: Meeting, entries: Sequence[Entry], now: int) -> tuple[BoothTime, ...]:
    """The booths of a meeting in the programme's order; empty where nothing was interpreted.

    Args:
        meeting: as planned, which has the names.
        entries: its whole log.
        now: the present, in ms; it ends what is still going on.
    """
    state = State()
    live: Counter[tuple[str, Key]] = Counter()
    pivots: Counter[tuple[str, str]] = Counter()
    listened: Counter[tuple[str, Key]] = Counter()

    def count(lasted: int) -> None:
        """So long it was as `state` says."""
        # A server's clock that was set back makes no time undone.
        if state.phase is not Phase.OPEN or lasted <= 0:
            return
        for language, booth in state[Booths].by_language.items():
            if booth.live is not None:
                live[language, booth.live] += lasted
                if booth.pivot is not None:
                    pivots[language, booth.pivot] += lasted
        for seat, language in state[Channels].chosen.items():
            if seat in state.present:
                listened[language, seat] += lasted

    since = 0
    for entry in entries:
        after = apply(state, entry.fact, entry.at)
        # Most facts change nothing that is counted here, and counting is work for each seat.
        if (after.phase, after[Booths].by_language, after[Channels].chosen) != (
            state.phase,
            state[Booths].by_language,
            state[Channels].chosen,
        ) or (after[Channels].chosen and after.present is not state.present):
            count(entry.at - since)
            since = entry.at
        state = after
    count(max(now, since) - since)
    return tuple(
        BoothTime(
            language,
            tuple(
                InterpreterTime(seat, meeting["seats"][seat]["name"], live[language, seat] / 1000)
                for seat, booths in state[Booths].interpreters.items()
                if language in booths
            ),
            max(
                (pivot for booth, pivot in pivots if booth == language),
                key=lambda pivot, language=language: pivots[language, pivot],  # type: ignore[misc]
                default=None,
            ),
            sum(booth == language for booth, _ in listened),
            sum(lasted for (booth, _), lasted in listened.items() if booth == language) / 1000,
        )
        for language in state[Booths].by_language
    )

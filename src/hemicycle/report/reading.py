"""Reads a report out of a meeting's log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hemicycle.report.attendance import sentence
from hemicycle.report.booths import BoothTime, booth_times
from hemicycle.room.floor import Floor
from hemicycle.room.interruption import Hole, Interruptions
from hemicycle.room.log import GENESIS, Entry
from hemicycle.room.opening import Agenda
from hemicycle.room.record import Record
from hemicycle.room.rules import apply
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Phase, Role
from hemicycle.wire.meeting import Meeting, Seat

OTHERS = "Other guests"
"""What those without a category are called in a table."""

_INVITED = frozenset({Role.PARTICIPANT, Role.OBSERVER})


@dataclass(frozen=True, slots=True)
class CategoryAttendance:
    """How many of a category were invited, and how many came."""

    category: Key | None
    """None: those without a category, counted together."""
    name: str
    invited: int
    attended: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who came, as numbers.

    Counted are the invited: participants and observers. Interpreters and captioners are not, as
    they come to work. The chair and the speakers are not, because a report names them, and its
    "approximately 70 representatives" are those who came to listen to them; how many speakers came
    stands beside.

    A seat attended if somebody was in it at some moment while the meeting was open. Who came before
    and left before, or came after the close, met nobody.
    """

    invited: int
    attended: int
    by_category: tuple[CategoryAttendance, ...]
    """In the order in which the programme lists the categories."""
    sentence: str
    speakers_planned: int
    speakers_attended: int


@dataclass(frozen=True, slots=True)
class FloorTime:
    """One uninterrupted time in which a seat had the floor under one agenda item."""

    seat: Key
    name: str
    title: str
    organisation: str
    item: Key | None
    """None: before the first item was called."""
    since: int
    """In ms since 1970-01-01T00:00Z."""
    until: int

    @property
    def seconds(self) -> float:
        """The duration in seconds, exact to the millisecond."""
        return (self.until - self.since) / 1000


@dataclass(frozen=True, slots=True)
class OffRecord:
    """One uninterrupted time in which the open meeting was off the record."""

    since: int
    """In ms since 1970-01-01T00:00Z."""
    until: int

    @property
    def seconds(self) -> float:
        """The duration in seconds, exact to the millisecond."""
        return (self.until - self.since) / 1000


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be said of a meeting, read from its log."""

    meeting: Meeting
    phase: Phase
    opened: int | None
    """When it was first opened, in ms; None: not yet."""
    closed: int | None
    """When it was closed for the last time; None: not yet, or open again."""
    now: int
    """When the report was made: what is still going on ends here."""
    attendance: Attendance
    floor: tuple[FloorTime, ...]
    """In the order in which the floor was given."""
    items: frozenset[Key]
    """The agenda items that the chair called."""
    booths: tuple[BoothTime, ...]
    """In the programme's order; empty where nothing was interpreted."""
    off_record: tuple[OffRecord, ...]
    """When nothing was kept of what was said and shown; only while the meeting was open."""
    interruptions: tuple[Hole, ...]
    """When no server held the open meeting, so that nothing was kept."""
    facts: int
    head: str
    """The hash of the last fact: whoever has it can tell whether the log is still the same."""


def report(meeting: Meeting, entries: Sequence[Entry], now: int) -> Report:
    """The report of a meeting.

    Args:
        meeting: the meeting as planned, which has the names.
        entries: its whole log, of which everything else is read.
        now: the present, in ms; where the meeting is open it ends what is still going on.
    """
    state = State()
    attended: set[Key] = set()
    floor: list[FloorTime] = []
    items: set[Key] = set()
    running: dict[Key, int] = {}
    off_record: list[OffRecord] = []
    off_since: int | None = None
    for entry in entries:
        after = apply(state, entry.fact, entry.at)
        off = after.phase is Phase.OPEN and after[Record].off_since is not None
        if off and off_since is None:
            off_since = entry.at
        elif not off and off_since is not None:
            off_record.append(OffRecord(off_since, entry.at))
            off_since = None
        for seat in list(running):
            if seat not in after[Floor].seats or after[Agenda].item != state[Agenda].item:
                _end(floor, meeting, seat, state[Agenda].item, running.pop(seat), entry.at)
        for seat in after[Floor].seats:
            running.setdefault(seat, entry.at)
        if after.phase is Phase.OPEN:
            attended |= after.present
            items |= {item} if (item := after[Agenda].item) else set()
        state = after
    for seat, since in running.items():
        _end(floor, meeting, seat, state[Agenda].item, since, max(now, since))
    if off_since is not None:
        off_record.append(OffRecord(off_since, max(now, off_since)))
    floor.sort(key=lambda time: time.since)
    return Report(
        meeting=meeting,
        phase=state.phase,
        opened=state[Agenda].opened,
        closed=state[Agenda].closed,
        now=now,
        attendance=_attendance(meeting, frozenset(attended), state.phase),
        floor=tuple(floor),
        items=frozenset(items),
        booths=booth_times(meeting, entries, now),
        off_record=tuple(off_record),
        interruptions=state[Interruptions].holes,
        facts=len(entries),
        head=entries[-1].hash if entries else GENESIS,
    )


def _end(
    floor: list[FloorTime], meeting: Meeting, key: Key, item: Key | None, since: int, until: int
) -> None:
    # The chair that gives the floor and calls the item at once leaves nothing under the item
    # before.
    if until > since:
        seat = meeting["seats"][key]
        floor.append(FloorTime(key, seat["name"], seat["title"], seat["organisation"], item, since, until))


def _attendance(meeting: Meeting, attended: frozenset[Key], phase: Phase) -> Attendance:
    invited = {key: seat for key, seat in meeting["seats"].items() if seat["role"] in _INVITED}
    came = {key: seat for key, seat in invited.items() if key in attended}
    names: list[tuple[Key | None, str]] = [
        (category["key"], category["name"]) for category in meeting["categories"]
    ]
    rows = [
        CategoryAttendance(category, name, _count(invited, category), _count(came, category))
        for category, name in [*names, (None, OTHERS)]
    ]
    by_category = tuple(row for row in rows if row.category is not None or row.invited)
    speakers = {key for key, seat in meeting["seats"].items() if seat["role"] == Role.SPEAKER}
    return Attendance(
        invited=len(invited),
        attended=len(came),
        by_category=by_category,
        sentence=sentence(
            phase,
            len(invited),
            len(came),
            [row.name for row in by_category if row.category is not None and row.attended],
            _count(came, None),
        ),
        speakers_planned=len(speakers),
        speakers_attended=len(speakers & attended),
    )


def _count(seats: dict[Key, Seat], category: Key | None) -> int:
    return sum(seat.get("category") == category for seat in seats.values())

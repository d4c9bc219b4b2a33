"""What the report says in words, the same in every format that people read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from hemicycle.report.reading import FloorTime, OffRecord, Report
from hemicycle.report.times import clock, day, length, moment
from hemicycle.room.interruption import Hole
from hemicycle.wire.ids import Key, Phase

BEFORE_ITEMS = "Before the agenda"
"""The heading of what was said before the first item was called."""


@dataclass(frozen=True, slots=True)
class FloorLine:
    """A row of the floor's table."""

    start: str
    end: str
    name: str
    title: str
    """Empty where it is also the name."""
    organisation: str
    length: str


@dataclass(frozen=True, slots=True)
class BoothLine:
    """A row of the booths' table."""

    language: str
    interpreters: tuple[str, ...]
    """Each with the time for which it was live."""
    source: str
    live: str
    listeners: int
    listened: str


@dataclass(frozen=True, slots=True)
class Section:
    """What was under one agenda item, each time it was called."""

    heading: str
    lines: tuple[FloorLine, ...]


def facts_of(report: Report) -> list[tuple[str, str]]:
    """The head of the report: what, by whom, when and where."""
    meeting = report.meeting
    zone = meeting["timezone"]
    found = [
        ("Organiser", meeting["organiser"]),
        ("Place", meeting["city"]),
        ("Date", f"{day(meeting['starts'], zone)} ({zone})"),
        ("Opened", "not yet" if report.opened is None else moment(report.opened, zone)),
    ]
    if report.phase is Phase.OPEN:
        found.append(("Closed", f"not yet: as of {moment(report.now, zone)}"))
    elif report.closed is not None:
        found.append(("Closed", moment(report.closed, zone)))
    found.append(("On the record", _on_record(report)))
    if report.interruptions:
        found.append(("Interrupted", ", ".join(_time(hole, zone) for hole in report.interruptions)))
    return found


def _on_record(report: Report) -> str:
    """Whether what was said was kept, and when not."""
    if report.opened is None:
        return "yes" if report.meeting["on_record"] else "no"
    if not report.off_record:
        return "yes"
    zone = report.meeting["timezone"]
    return f"yes, except {', '.join(_time(time, zone) for time in report.off_record)}"


def _time(time: OffRecord | Hole, zone: str) -> str:
    """From when to when, and how long that is."""
    seconds = (time.until - time.since) / 1000
    return f"{clock(time.since, zone)}–{clock(time.until, zone)} ({length(seconds)})"


def sections(report: Report) -> list[Section]:
    """Who had the floor, under the agenda items in the order in which they were first spoken to."""
    titles: dict[Key | None, str] = {item["key"]: item["title"] for item in report.meeting["items"]}
    titles[None] = BEFORE_ITEMS
    by_item: defaultdict[Key | None, list[FloorTime]] = defaultdict(list)
    for time in report.floor:
        by_item[time.item].append(time)
    zone = report.meeting["timezone"]
    return [
        Section(
            titles[item],
            tuple(
                FloorLine(
                    clock(time.since, zone),
                    clock(time.until, zone),
                    time.name,
                    "" if time.title == time.name else time.title,
                    time.organisation,
                    length(time.seconds),
                )
                for time in times
            ),
        )
        for item, times in by_item.items()
    ]


def language_name(tag: str) -> str:
    """A language's name in English; its tag where none is known."""
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def booth_lines(report: Report) -> list[BoothLine]:
    """How the meeting was interpreted, a row a booth."""
    return [
        BoothLine(
            language_name(booth.language),
            tuple(f"{each.name} ({length(each.seconds)})" for each in booth.interpreters),
            language_name(booth.pivot) if booth.pivot else "the original",
            length(booth.live_seconds),
            booth.listeners,
            length(booth.listened_seconds),
        )
        for booth in report.booths
    ]


BOOTHS_NOTE = (
    "Live: for how long an interpreter had the booth. Listened: for how long seats in the room had chosen "
    "it, summed over the seats."
)
"""What the numbers of the booths' table count."""


def floor_sentence(report: Report) -> str:
    """What stands where nobody had the floor; empty where somebody had."""
    if report.floor:
        return ""
    return "Nobody has had the floor yet." if report.phase is not Phase.CLOSED else "Nobody had the floor."


def speakers_sentence(report: Report) -> str:
    """How many of the speakers came; empty where none were planned."""
    planned, came = report.attendance.speakers_planned, report.attendance.speakers_attended
    return f"Speakers present: {came} of {planned}." if planned else ""


def source_sentence(report: Report) -> str:
    """What the report was read from."""
    facts = "1 fact" if report.facts == 1 else f"{report.facts:,} facts"
    return f"Read from the meeting's log of {facts}, the last of which has the hash"

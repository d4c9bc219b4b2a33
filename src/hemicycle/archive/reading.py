"""Collects what the record's page shows. Pure, except that it reads the files of the recording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from hemicycle.recording.paths import RecordingPaths, read_json
from hemicycle.recording.status import is_made, percent_made
from hemicycle.recording.timeline import Passage
from hemicycle.recording.timeline import place as place_in
from hemicycle.report.as_webvtt import languages_of
from hemicycle.report.reading import FloorTime, Report
from hemicycle.room.archive import Archive
from hemicycle.room.communique import Communiques
from hemicycle.room.opening import Agenda
from hemicycle.room.state import State
from hemicycle.wire.archive import ArchiveChapter, ArchiveContents, ArchiveLine, ArchiveTurn
from hemicycle.wire.ids import Key
from hemicycle.wire.lines import Line
from hemicycle.wire.meeting import Announced, Meeting, Seat


def archive_contents(
    meeting: Meeting,
    state: State,
    told: Report,
    lines: Sequence[Line],
    paths: RecordingPaths | None,
    *,
    organiser: bool,
    records: bool,
) -> ArchiveContents:
    """What the page shows.

    Args:
        meeting: as planned.
        state: as its log left it.
        told: the report, of which the times of the floor are taken.
        lines: the verbatim, in spoken order, without struck-out lines.
        paths: the recording; None: this server has none.
        organiser: whether it is shown to the organiser.
        records: whether this server records meetings.
    """
    shown = paths.passages() if paths is not None else []
    made = paths is not None and is_made(paths)
    spoke = _spoke(told.floor)
    named = [*spoke, *(line["seat"] for line in lines)]
    contents = ArchiveContents(
        meeting=_announced(meeting),
        seats={key: _nameplate(meeting["seats"][key]) for key in dict.fromkeys(named)},
        phase=state.phase,
        organiser=organiser,
        kept=paths is not None and paths.index.exists(),
        records=records,
        percent=100 if made else _percent(paths),
        duration=max((_until(passage, shown) for passage in shown), default=0),
        sounds=list(paths.sounds()) if paths is not None else [],
        captions=languages_of(lines) if shown else [],
        chapters=_chapters(paths),
        turns=[turn for time in told.floor for turn in _turns(time, shown)],
        lines=[_line(line, shown) for line in lines],
        spoke=spoke,
        communiques=sorted(state[Communiques].published),
    )
    if (opened := state[Agenda].opened) is not None:
        contents["opened"] = opened
    if (closed := state[Agenda].closed) is not None:
        contents["closed"] = closed
    if (readers := state[Archive].readers) is not None:
        contents["readers"] = readers
    return contents


def _announced(meeting: Meeting) -> Announced:
    kept = {name: value for name, value in meeting.items() if name in Announced.__annotations__}
    return cast("Announced", kept)


def _nameplate(seat: Seat) -> Seat:
    return Seat(
        name=seat["name"],
        title=seat["title"],
        organisation=seat["organisation"],
        role=seat["role"],
        language=seat["language"],
    )


def _percent(paths: RecordingPaths | None) -> int:
    # The video is there when its status says so (`is_made`), and not before.
    return min(99, percent_made(paths)) if paths is not None else 0


def _chapters(paths: RecordingPaths | None) -> list[ArchiveChapter]:
    read = read_json(paths.chapters) if paths is not None else None
    return [ArchiveChapter(at=each["at"], title=each["title"]) for each in read or []]


def _spoke(floor: Sequence[FloorTime]) -> dict[Key, int]:
    seconds: dict[Key, float] = {}
    for time in floor:
        seconds[time.seat] = seconds.get(time.seat, 0) + time.seconds
    return {seat: round(sum_) for seat, sum_ in sorted(seconds.items(), key=lambda pair: -pair[1])}


def _until(passage: Passage, shown: Sequence[Passage]) -> int:
    """Where a passage ends in the video, in ms."""
    following = [each.at for each in shown if each.at > passage.at]
    return min(following) if following else passage.at + passage.until - passage.since


def _turns(time: FloorTime, shown: Sequence[Passage]) -> list[ArchiveTurn]:
    """Where a time of the floor is in the video: in pieces, where some of it is not there."""
    turns: list[ArchiveTurn] = []
    for passage in shown:
        since, until = max(time.since, passage.since), min(time.until, passage.until)
        if since < until and not passage.card:
            at = passage.at + since - passage.since
            turns.append(ArchiveTurn(seat=time.seat, at=at, until=at + until - since))
    return turns


def _line(line: Line, shown: Sequence[Passage]) -> ArchiveLine:
    found = ArchiveLine(
        id=line["id"],
        seat=line["seat"],
        language=line["language"],
        text=line["text"],
        translations=line.get("translations", {}),
    )
    if (item := line.get("item")) is not None:
        found["item"] = item
    at = place_in(shown, line["since"])
    if at is not None:
        found["at"] = at
        found["until"] = at + line["until"] - line["since"]
    return found

"""The chapters and the subtitles of the video, read from log and lines. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from hemicycle.recording.timeline import History, Passage, place
from hemicycle.room.floor import Floor
from hemicycle.room.interruption import Hole, Interruptions
from hemicycle.room.opening import Agenda
from hemicycle.room.state import State
from hemicycle.wire.ids import Language
from hemicycle.wire.lines import Line
from hemicycle.wire.meeting import Meeting

MIN_CHAPTER_MS = 2_000
"""A shorter chapter is left out: the next one begins where it would have begun."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the video that a player can go to."""

    at: int
    """In ms of the video."""
    title: str


@dataclass(frozen=True, slots=True)
class Subtitle:
    """A text that is shown for a while."""

    since: int
    """In ms of the video."""
    until: int
    text: str


def chapters(meeting: Meeting, history: History, passages: Sequence[Passage]) -> list[Chapter]:
    """A chapter for each agenda item and each speaker, for each time off the record, and for each
    interruption.

    Args:
        meeting: The meeting as planned, which has the names.
        history: How it stood at any time.
        passages: Which of its times are where in the video.
    """
    holes = history.last[Interruptions].holes
    found: list[Chapter] = []
    for passage in passages:
        if passage.card:
            found.append(Chapter(passage.at, "Off the record"))
            continue
        titles = {
            round(at): _title(meeting, state)
            for at, _, state in history.between(passage.since, passage.until)
        }
        for hole in holes:
            _mark(titles, hole, passage, meeting["timezone"])
        found += [Chapter(passage.at + at - passage.since, titles[at]) for at in sorted(titles)]
    return _without_short(found)


def _title(meeting: Meeting, state: State) -> str:
    """The agenda item, and who has the floor."""
    items = {item["key"]: item["title"] for item in meeting["items"]}
    item = items.get(state[Agenda].item or "", meeting["title"])
    names = [meeting["seats"][seat]["name"] for seat in state[Floor].seats if seat in meeting["seats"]]
    return f"{item}: {', '.join(names)}" if names else item


def _mark(titles: dict[int, str], hole: Hole, passage: Passage, timezone: str) -> None:
    """Put an interruption among a passage's titles (by ms), for long enough to be a chapter."""
    since, until = max(hole.since, passage.since), max(hole.until, hole.since + MIN_CHAPTER_MS)
    if hole.until <= passage.since or since > passage.until:
        return
    after = titles[max((at for at in titles if at <= until), default=min(titles))]
    for at in [at for at in titles if since <= at <= until]:
        del titles[at]
    zone = ZoneInfo(timezone)
    shown = [f"{datetime.fromtimestamp(at / 1000, zone):%H:%M:%S}" for at in (hole.since, hole.until)]
    titles[since] = f"Interrupted from {shown[0]} to {shown[1]}"
    if until < passage.until:
        titles[until] = after


def _without_short(found: Sequence[Chapter]) -> list[Chapter]:
    kept: list[Chapter] = []
    for chapter in found:
        if kept and chapter.title == kept[-1].title:
            continue
        if kept and chapter.at - kept[-1].at < MIN_CHAPTER_MS:
            before = kept.pop()
            chapter = Chapter(before.at, chapter.title)
            if kept and chapter.title == kept[-1].title:
                continue
        kept.append(chapter)
    return kept


def subtitles(
    lines: Iterable[Line], language: Language, meeting: Meeting, passages: Sequence[Passage]
) -> list[Subtitle]:
    """The lines as subtitles of the video in one language, each until the next begins.

    Args:
        lines: In the order in which they were said.
        language: Lines in another one are left out, where there is no translation.
        meeting: The meeting as planned, which has the names.
        passages: Which of its times are where in the video.
    """
    found: list[Subtitle] = []
    speaker = ""
    for line in lines:
        text = (
            line["text"] if line["language"] == language else line.get("translations", {}).get(language, "")
        )
        since, until = place(passages, line["since"]), place(passages, line["until"])
        if not text or since is None:
            continue
        name = meeting["seats"].get(line["seat"], {"name": ""})["name"]
        shown = f"{name}: {text}" if name and name != speaker else text
        speaker = name
        end = max(since + 1, until if until is not None else since + 1)
        if found and found[-1].until > since:
            # Two who speak at once: the first one's words give way, as there is room for one.
            if found[-1].since >= since:
                since = found[-1].since + 1
                end = max(end, since + 1)
            found[-1] = Subtitle(found[-1].since, since, found[-1].text)
        found.append(Subtitle(since, end, shown))
    return found

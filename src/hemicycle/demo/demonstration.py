"""The demo once its meeting is prepared: serve it, hold it, keep it, and check that it was as
announced."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
import webbrowser
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass
from os import environ
from pathlib import Path
from typing import Any, TypeVar

from hemicycle.archive import SigningKey
from hemicycle.demo.checks import check
from hemicycle.demo.crowd import Usage
from hemicycle.demo.narration import named
from hemicycle.demo.observed import Check, Observed
from hemicycle.demo.performance import Performance
from hemicycle.demo.preparation import Preparation, Wishes
from hemicycle.demo.press import PressOffice, Written
from hemicycle.demo.results import Keeper, Results
from hemicycle.demo.screen import Screen
from hemicycle.demo.script import Script
from hemicycle.demo.written import check_written
from hemicycle.live.meeting import now_ms
from hemicycle.report import RENDERERS, Report, report
from hemicycle.report.documents import DocumentFormat
from hemicycle.report.documents import written as document_as
from hemicycle.report.printing import communique_document
from hemicycle.room.log import Entry
from hemicycle.server.serving import Running, serving
from hemicycle.store import Store
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.lines import Line
from hemicycle.wire.meeting import Meeting

GUESTS: Mapping[str, Key] = {"chair": "guest-chair", "speaker": "guest-speaker"}
"""Seats that no program takes, by what a person is there."""


async def demonstrate(
    prepared: Preparation,
    store: Store,
    settings: ServerSettings,
    wishes: Wishes,
    key: SigningKey,
    screen: Screen,
    stop: asyncio.Event,
) -> bool:
    """Serves and holds the meeting, makes of it what is kept, and says what came of it.

    Args:
        prepared: the meeting.
        store: where it is stored.
        settings: where to serve.
        wishes: what else was asked for.
        key: what the archive is signed with.
        screen: the terminal.
        stop: ends the demo early, and a server that stays.

    Returns:
        Whether everything happened that was announced.

    Raises:
        CannotListen: the port can't be had.
        PagesNotBuilt: this installation has no pages.
        LinkError: the chair could not come in.
        EngineUnavailable: there is no model for the captions.
    """
    meeting = prepared.meeting
    async with serving(settings, store) as running:
        links = {seat: running.url + path for seat, path in prepared.doors.items()}
        await _invite(prepared.script, meeting, links, running.url, wishes, screen)
        async with PressOffice(meeting["slug"], prepared.script.chair, links) as office:
            held = await _hold(prepared, running, links, office, wishes, screen, stop)
            checks = check(prepared.script, held.names, held.observed)
            keeper = Keeper(meeting, store, wishes.data, settings.recordings, key, screen)
            kept = None
            if not stop.is_set():
                kept = await _unless(stop, _keep(prepared, held, office, keeper, wishes, running.url))
        if kept is None:
            checks.append(Check("the meeting is kept", False, "the demo was stopped before it was"))
        else:
            checks += kept.checks
        if wishes.report is not None:
            checks.append(await asyncio.to_thread(_write, held.report, wishes.report))
        screen.results(held.report, checks, held.measured)
        if kept is not None:
            if kept.communique is not None:
                screen.document(kept.communique)
            screen.places(kept.places, wishes.again)
        succeeded = all(one.happened for one in checks)
        screen.verdict(succeeded)
        if wishes.stays and not stop.is_set():
            screen.staying(running.url)
            await stop.wait()
    return succeeded


async def _invite(
    script: Script, meeting: Meeting, links: Mapping[Key, str], url: str, wishes: Wishes, screen: Screen
) -> None:
    """Says by which links a person looks in, and opens the hall."""
    seat = script.entering[-1]
    screen.links(
        [
            *((what, links[key]) for what, key in GUESTS.items()),
            (f"participant ({named(meeting, seat)})", links[seat]),
            ("programme", f"{url}/m/{meeting['slug']}"),
        ]
    )
    if wishes.opens_browser and _has_display():
        await asyncio.to_thread(webbrowser.open, links[seat])


@dataclass(frozen=True, slots=True)
class _Held:
    """The meeting once it is over and everybody has left."""

    names: dict[Key, str]
    """The name by which each seat is shown."""
    observed: Observed
    report: Report
    lines: Sequence[Line]
    """The verbatim; empty where nothing is written down."""
    read: Mapping[int, str]
    """What stood last on the page of one who read the captions, by the line's number."""
    measured: str


async def _hold(
    prepared: Preparation,
    running: Running,
    links: Mapping[Key, str],
    office: PressOffice,
    wishes: Wishes,
    screen: Screen,
    stop: asyncio.Event,
) -> _Held:
    """Holds the meeting; what is said last is written down before those who read it leave."""
    meeting, script = prepared.meeting, prepared.script
    began, before = time.monotonic(), Usage.now()

    def facts() -> int:
        live = running.owner.meetings.get(meeting["slug"])
        return live.last.seq + 1 if live is not None and live.last is not None else 0

    async with Performance(
        script,
        meeting,
        links,
        prepared.sounds,
        prepared.booths,
        watchers(script, wishes.watchers),
        screen.say,
        captioner_of(meeting),
    ) as performance:
        following = asyncio.create_task(screen.follow(performance, facts))
        if not await _unless(stop, _whole(performance)):
            performance.faults.append("the demo was stopped before the meeting had ended")
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
        await performance.dismiss()
        used = (performance.usage.cpu - before.cpu) / (time.monotonic() - began)
        lines: Sequence[Line] = ()
        if wishes.captions and not stop.is_set():
            with screen.progress("What was said is written down") as tell:
                lines = await _unless(stop, office.lines(performance.spoken, tell)) or ()
        # Before anybody leaves: leaving is a fact, too.
        entries = await asyncio.to_thread(running.owner.store.entries, meeting["slug"])
        made = report(meeting, entries, now_ms())
        return _Held(
            {key: named(meeting, key) for key in meeting["seats"]},
            _observed(performance, entries, made),
            made,
            lines,
            _read(performance) if wishes.captions else {},
            _measured(performance, used),
        )


async def _whole(performance: Performance) -> bool:
    await performance.hold()
    return True


Result = TypeVar("Result")


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, Result]) -> Result | None:
    """What comes of the work; None where it was stopped before."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    await asyncio.wait([working, stopping], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if working.done():
        return working.result()
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    return None


async def _keep(
    prepared: Preparation, held: _Held, office: PressOffice, keeper: Keeper, wishes: Wishes, url: str
) -> Results:
    """The communiqué is published of what was said, and everything is made that is kept."""
    meeting, results = prepared.meeting, Results()
    words: Written | None = None
    if wishes.captions:
        words = await office.write(held.observed.spoken, held.lines)
        results.checks += check_written(prepared.script, meeting, held.names, held.observed, words, held.read)
        if words.communique is not None:
            quotes = {quote["id"]: quote for quote in words.quotes}
            document = communique_document(words.communique, meeting, quotes)
            results.communique = document_as(document, DocumentFormat.MD).decode()
    await keeper.keep(office, words, url, results)
    return results


def _observed(performance: Performance, entries: Sequence[Entry], made: Report) -> Observed:
    return Observed(
        entries=entries,
        spoken=performance.spoken,
        watchers=performance.heard,
        seen=performance.seen,
        faults=performance.faults,
        lent=performance.lent,
        attended=made.attendance.attended,
        channels=performance.channels,
        blind=frozenset(performance.blind),
        incoming={key: watcher.heard for key, watcher in performance.incoming.items()},
        reported={booth.language: (booth.live_seconds, booth.listeners) for booth in made.booths},
    )


def _read(performance: Performance) -> dict[int, str]:
    shown = performance.reader.captions.values()
    return {caption.line: caption.text for caption in shown if caption.line is not None}


def watchers(script: Script, count: int) -> list[Key]:
    """Which seats take sound and picture: those that do not speak first, the one for a person
    last."""
    speaking = {utterance.seat for utterance in script.utterances}
    return sorted(script.entering, key=lambda seat: (seat == script.entering[-1], seat in speaking))[:count]


def captioner_of(meeting: Meeting) -> Key | None:
    """The seat of the captioner; None where the meeting has none."""
    captioners = (key for key, seat in meeting["seats"].items() if seat["role"] is Role.CAPTIONER)
    return next(captioners, None)


def _write(made: Report, path: Path) -> Check:
    what = f"the report is in {path}"
    text = RENDERERS[path.suffix](made)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        return Check(what, False, f"it could not be written: {error.strerror or error}")
    return Check(what, True, f"{len(text.encode()):,} bytes")


def _measured(performance: Performance, used: float) -> str:
    """What it took, and whether the machine could give it."""
    heard = [heard for of in performance.heard.values() for heard in of.values()]
    sound = [one.first_sound for one in heard if one.first_sound is not None]
    picture = [one.first_picture for one in heard if one.first_picture is not None]
    parts = [
        f"{what} after {statistics.median(delays) * 1000:.0f} ms (median), {max(delays) * 1000:.0f} at most"
        for what, delays in (("sound", sound), ("picture", picture))
        if delays
    ]
    late = max((speaker.late for speaker in performance.speakers.values()), default=0.0)
    megabytes = performance.usage.memory / 1e6
    return (
        f"From the view to the watcher: {'; '.join(parts) or 'nothing came'}. The server, its speakers, all "
        f"seats and all watchers together took {used:.0%} of a core and {megabytes:.0f} MB at the most; "
        f"they were up to {late * 1000:.0f} ms late, which should be less than 100."
    )


def _has_display() -> bool:
    return sys.platform in ("darwin", "win32") or bool(
        environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    )

"""The demo from its files to its last line: plan a meeting, serve it, hold it, report it, check it."""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
import webbrowser
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from os import environ
from pathlib import Path

from hemicycle.client.speech import SAMPLE_RATE, Samples, Voice, synthesise
from hemicycle.demo.checks import Check, Observed, check
from hemicycle.demo.crowd import Usage
from hemicycle.demo.narration import named
from hemicycle.demo.performance import Performance
from hemicycle.demo.press import PressOffice, Written
from hemicycle.demo.screen import Screen
from hemicycle.demo.script import Said, Script, Speak, entering, write
from hemicycle.demo.words import (
    BOOTH_VOICES,
    FASTEST,
    HALL_VOICE,
    VOICES,
    Words,
    aside,
    interpretations,
    invitations_file,
    programme_file,
    questions,
    statements,
)
from hemicycle.demo.written import check_written
from hemicycle.live.meeting import now_ms
from hemicycle.meeting import Document, Faults, plan
from hemicycle.report import Report, as_html, as_json, as_markdown, report
from hemicycle.report.documents import DocumentFormat
from hemicycle.report.documents import written as document_as
from hemicycle.report.printing import communique_document
from hemicycle.report.verbatim import verbatim_document
from hemicycle.server.serving import serving
from hemicycle.store import SlugTaken, Store
from hemicycle.store.planning import add, seat_links
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.meeting import Meeting

RENDERERS = {".json": as_json, ".html": as_html, ".md": as_markdown}
"""How a report is written, by the suffix of its file."""

GUESTS: Mapping[str, Key] = {"chair": "guest-chair", "speaker": "guest-speaker"}
"""Seats that no program takes, by what a person is there."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the demo was asked for."""

    seconds: float | None
    """How long the meeting may take; None: as long as it naturally does."""
    seats: int
    """Representatives who come in; two at least."""
    watchers: int
    """How many of them take sound and picture; no more than `seats`."""
    report: Path | None
    """Where the report goes; its suffix is one of `RENDERERS`."""
    opens_browser: bool
    stays: bool
    """Whether the server goes on after the meeting, until it is stopped."""
    captions: bool = False
    """Whether what is said is written down, and a communiqué made of it."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """A meeting that is stored and can be held."""

    meeting: Meeting
    doors: Mapping[Key, str]
    """The path of each seat's personal link."""
    script: Script
    sounds: Mapping[str, Samples]
    booths: Mapping[tuple[Key, str], Samples]
    """What the interpreters say, by their seat and the text that they interpret."""


def prepare(store: Store, secret: bytes, wishes: Wishes, screen: Screen) -> Preparation:
    """Plans the meeting, has its words spoken, writes the script and stores the meeting.

    Args:
        store: where the meeting is added, under a slug that is free.
        secret: of the personal links.
        wishes: how many come, and how long it may take.
        screen: shows how the words are coming along.

    Raises:
        TooShortError: the meeting cannot be held in the time; nothing is stored.
        SpeechError: the words cannot be spoken.
    """
    planned = plan(
        Document("programme.toml", programme_file(captioner=wishes.captions)),
        Document("invitations.csv", invitations_file(wishes.seats)),
    )
    if isinstance(planned, Faults):
        raise ValueError("; ".join(str(fault) for fault in planned.faults))
    meeting = planned.meeting
    words = [*statements(), *questions()]
    words.append(aside(_speaks_twice(words)))
    sounds = screen.voices(words, lambda one: synthesise(one.text, one.language, _voice(one)))
    said = [Said(one, sounds[one.text].size / SAMPLE_RATE) for one in words]
    script = write(meeting, said, entering(meeting, wishes.seats), wishes.seconds)
    booths = _interpreted(script)
    meeting = _add(store, secret, meeting)
    doors = {link.key: link.path for link in seat_links(store, secret, meeting["slug"])}
    return Preparation(meeting, doors, script, sounds, booths)


async def demonstrate(
    prepared: Preparation,
    store: Store,
    settings: ServerSettings,
    wishes: Wishes,
    screen: Screen,
    stop: asyncio.Event,
) -> bool:
    """Serves and holds the meeting, and says what came of it.

    Args:
        prepared: the meeting.
        store: where it is stored.
        settings: where to serve.
        wishes: what else was asked for.
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
    meeting, script = prepared.meeting, prepared.script
    slug = meeting["slug"]
    async with serving(settings, store) as running:
        links = {key: running.url + path for key, path in prepared.doors.items()}
        seat = script.entering[-1]
        hall = links[seat]
        screen.links(
            [
                *((what, links[key]) for what, key in GUESTS.items()),
                (f"participant ({named(meeting, seat)})", hall),
                ("programme", f"{running.url}/m/{slug}"),
            ]
        )
        if wishes.opens_browser and _has_display():
            await asyncio.to_thread(webbrowser.open, hall)
        watching = watchers(script, wishes.watchers)
        stopping = asyncio.create_task(stop.wait())
        began, before = time.monotonic(), Usage.now()

        def facts() -> int:
            live = running.owner.meetings.get(slug)
            return live.last.seq + 1 if live is not None and live.last is not None else 0

        async with Performance(
            script,
            meeting,
            links,
            prepared.sounds,
            prepared.booths,
            watching,
            screen.say,
            captioner_of(meeting),
        ) as performance:
            holding = asyncio.create_task(performance.hold())
            following = asyncio.create_task(screen.follow(performance, facts))
            await asyncio.wait([holding, stopping], return_when=asyncio.FIRST_COMPLETED)
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)
            if not holding.done():
                holding.cancel()
                await asyncio.gather(holding, return_exceptions=True)
                performance.faults.append("the demo was stopped before the meeting had ended")
            else:
                holding.result()
            await performance.dismiss()
            used = (performance.usage.cpu - before.cpu) / (time.monotonic() - began)
            written = None
            if wishes.captions:
                async with PressOffice(slug, script.chair, links) as office:
                    written = await office.write(performance.spoken)
            made, checks = await _conclude(prepared, store, performance, wishes, written)
            screen.results(made, checks, _measured(performance, used))
            if written is not None:
                screen.documents(*_documents(meeting, written))
            succeeded = all(one.happened for one in checks)
            screen.verdict(succeeded)
            if wishes.stays and not stop.is_set():
                screen.staying(running.url)
                await stopping
        stopping.cancel()
        with suppress(asyncio.CancelledError):
            await stopping
    return succeeded


def watchers(script: Script, count: int) -> list[Key]:
    """Which seats take sound and picture: those that do not speak first, the one for a person last."""
    speaking = {utterance.seat for utterance in script.utterances}
    return sorted(script.entering, key=lambda seat: (seat == script.entering[-1], seat in speaking))[:count]


def captioner_of(meeting: Meeting) -> Key | None:
    """Who captions the meeting, if somebody does."""
    captioners = (key for key, seat in meeting["seats"].items() if seat["role"] is Role.CAPTIONER)
    return next(captioners, None)


def _speaks_twice(words: Sequence[Words]) -> Key:
    """Who has a statement after the first, so that there is a pause to close the microphone in."""
    said: set[Key] = set()
    for one in words:
        if one.where in said:
            return one.where
        said.add(one.where)
    raise ValueError("nobody speaks twice")


def _voice(words: Words) -> Voice:
    return VOICES.get(words.where, HALL_VOICE)


def _interpreted(script: Script) -> dict[tuple[Key, str], Samples]:
    """What each interpreter says of each utterance, as fast as the speaker leaves room for."""
    texts = interpretations()
    found: dict[tuple[Key, str], Samples] = {}
    for step in script.steps:
        if not isinstance(step, Speak):
            continue
        original = step.utterance.words.text
        for one in step.booths:
            if (one.seat, original) in found:
                continue
            text, voice = texts[original][one.language], BOOTH_VOICES[one.seat]
            sound = synthesise(text, one.language, voice)
            # Of words that are cut, the booths say as much as they can.
            room = step.utterance.seconds
            if not step.utterance.is_cut and (longer := sound.size / SAMPLE_RATE / room) > 1:
                pace = min(FASTEST, round(voice.words_a_minute * longer * 1.05))
                sound = synthesise(text, one.language, replace(voice, words_a_minute=pace))
            found[one.seat, original] = sound
    return found


def _add(store: Store, secret: bytes, meeting: Meeting) -> Meeting:
    """Stores the meeting, with a number behind its slug where the demo was held here before."""
    slug, number = meeting["slug"], 1
    while True:
        try:
            add(store, secret, meeting, now_ms())
        except SlugTaken:
            number += 1
            meeting = {**meeting, "slug": f"{slug}-{number}"}
        else:
            return meeting


async def _conclude(
    prepared: Preparation, store: Store, performance: Performance, wishes: Wishes, written: Written | None
) -> tuple[Report, list[Check]]:
    """The report, written where it is wanted, and the checks."""
    meeting = prepared.meeting
    entries = await asyncio.to_thread(store.entries, meeting["slug"])
    made = report(meeting, entries, now_ms())
    names = {key: named(meeting, key) for key in meeting["seats"]}
    observed = Observed(
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
    checks = check(prepared.script, names, observed)
    if written is not None:
        shown = performance.reader.captions.values()
        read = {caption.line: caption.text for caption in shown if caption.line is not None}
        checks += check_written(prepared.script, meeting, names, observed, written, read)
    if wishes.report is not None:
        checks.append(await asyncio.to_thread(_write, made, wishes.report))
    return made, checks


def _write(made: Report, path: Path) -> Check:
    what = f"the report is in {path}"
    text = RENDERERS[path.suffix](made)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        return Check(what, False, f"it could not be written: {error.strerror or error}")
    return Check(what, True, f"{len(text.encode()):,} bytes")


def _documents(meeting: Meeting, written: Written) -> list[str]:
    """The verbatim and the communiqué, as texts."""
    documents = [verbatim_document(meeting, written.lines)]
    if written.communique is not None:
        quotes = {quote["id"]: quote for quote in written.quotes}
        documents.append(communique_document(written.communique, meeting, quotes))
    return [document_as(document, DocumentFormat.MD).decode() for document in documents]


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

"""Prepares the demo's meeting: plans it, has its words spoken, writes the script and stores the
meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hemicycle.client.speech import Samples, Voice, synthesise
from hemicycle.demo.screen import Screen
from hemicycle.demo.script import Said, Script, Speak, entering, write
from hemicycle.demo.words import (
    BOOTH_VOICES,
    FASTEST_WPM,
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
from hemicycle.live.meeting import now_ms
from hemicycle.media.wire.codecs import SAMPLE_RATE
from hemicycle.meeting import Document, Faults, plan
from hemicycle.store import SlugTaken, Store
from hemicycle.store.planning import add, seat_links
from hemicycle.wire.ids import Key
from hemicycle.wire.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of the demo."""

    seconds: float | None
    """How long the meeting may take; None: as long as it naturally does."""
    seats: int
    """How many representatives come in; two at least."""
    watchers: int
    """How many of them take sound and picture; no more than `seats`."""
    report: Path | None
    """Where the report goes; its suffix is one of `report.RENDERERS`."""
    opens_browser: bool
    stays: bool
    """Whether the server goes on after the meeting, until it is stopped."""
    data: Path
    """The directory in which everything is kept."""
    again: str
    """The command that serves what is kept there, once the demo has ended."""
    captions: bool = False
    """Whether what is said is written down, and a communiqué made of it."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """A meeting that is stored, and all that is needed to hold it."""

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
                pace = min(FASTEST_WPM, round(voice.words_a_minute * longer * 1.05))
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

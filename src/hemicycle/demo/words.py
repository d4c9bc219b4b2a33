"""The meeting that the demo holds: its files, and the words that are spoken in it."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from math import ceil

from hemicycle.client.speech import Voice
from hemicycle.wire.ids import Key

INVITED = 70
"""How many representatives the report's invitations name."""

MOST_SEATS = 500
"""As many as one process can be beside the server: each that comes in is told to all the others."""

VOICES: Mapping[Key, Voice] = {
    "ambassador": Voice("m3", 148, 42),
    "deputy-minister": Voice("m1", 155, 50),
    "fellow": Voice("m7", 160, 58),
}
"""How each speaker sounds; a seat in the hall speaks with `HALL_VOICE`."""

HALL_VOICE = Voice("f2", 150, 55)

BOOTH_VOICES: Mapping[Key, Voice] = {
    "english-a": Voice("f4", 165, 48),
    "english-b": Voice("m4", 165, 50),
    "korean": Voice("f3", 165, 60),
    "kazakh-russian": Voice("f1", 165, 52),
    "kazakh": Voice("m2", 165, 46),
    "russian": Voice("m5", 165, 50),
}
"""How each interpreter sounds. Where the speaker leaves less time, the interpreter speaks
faster."""

FASTEST_WPM = 260
"""The most words a minute that an interpreter speaks; what does not fit even so is cut."""

NAMES = {"en": "English", "kk": "Kazakh", "ko": "Korean", "ru": "Russian"}
"""The English name of each booth's language."""


class Kind(StrEnum):
    """Where words come from, and how they are said."""

    QUOTE = "quote"
    """A speaker's own words, as the report quotes them."""
    PARAPHRASE = "paraphrase"
    """The reporter's words for what a speaker said."""
    QUESTION = "question"
    """A question from the hall, written for the demo."""
    ASIDE = "aside"
    """An aside at a closed microphone, written for the demo."""


@dataclass(frozen=True, slots=True)
class Words:
    """Something to say. `where` is a speaker's key, or the category of the seat that asks."""

    where: Key
    kind: Kind
    language: str
    text: str


def _read(name: str) -> bytes:
    return files("hemicycle.demo").joinpath("korean_peninsula", name).read_bytes()


def programme_file(*, captioner: bool = False) -> bytes:
    """The programme, with the seats for guests of the demo, its interpreters, and a captioner if
    wanted."""
    parts = ["programme.toml", "guests.toml", "interpreters.toml", *(["captioner.toml"] if captioner else [])]
    return b"".join(_read(part) for part in parts)


def invitations_file(seats: int) -> bytes:
    """The invitations; each organisation is given more seats where `seats` is more than the
    report's 70."""
    times = max(1, ceil(seats / INVITED))
    if times == 1:
        return _read("invitations.csv")
    rows = list(csv.DictReader(io.StringIO(_read("invitations.csv").decode())))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "seats": int(row["seats"]) * times} for row in rows)
    return out.getvalue().encode()


def statements() -> list[Words]:
    """What the speakers say, in the order of the file, each in the language that they speak
    here."""
    return [_spoken(words) for words in _statements()]


def questions() -> list[Words]:
    """The questions that are asked from the hall."""
    return [
        Words(question["category"], Kind.QUESTION, question["language"], question["text"])
        for question in tomllib.loads(_read("questions.toml").decode())["question"]
    ]


def interpretations() -> dict[str, dict[str, str]]:
    """What the booths say, by the text that is spoken on the floor, then by their language."""
    return {
        _spoken(words).text: {
            language: text
            for language, text in {**_translations(words), words.language: words.text}.items()
            if language != _spoken(words).language
        }
        for words in (*_statements(), *questions())
    }


@cache
def _statements() -> tuple[Words, ...]:
    """The statements as the report gives them, in English."""
    found = tomllib.loads(_read("statements.toml").decode())["statement"]
    return tuple(Words(one["person"], Kind(one["kind"]), "en", one["text"]) for one in found)


@cache
def _interpretation() -> dict[tuple[Key, int], dict[str, str]]:
    """The demo's translations, by whose words they are and their number among that person's, from
    0."""
    found: dict[tuple[Key, int], dict[str, str]] = {}
    for table in tomllib.loads(_read("interpretation.toml").decode())["translation"]:
        of = table.pop("of")
        found[of, sum(key == of for key, _ in found)] = table
    return found


def _entry(words: Words) -> dict[str, str]:
    own = [one for one in (*_statements(), *questions()) if one.where == words.where]
    return _interpretation()[words.where, own.index(words)]


def _translations(words: Words) -> dict[str, str]:
    return {language: text for language, text in _entry(words).items() if language != "spoken"}


def _spoken(words: Words) -> Words:
    language = _entry(words).get("spoken", words.language)
    return (
        words
        if language == words.language
        else replace(words, language=language, text=_entry(words)[language])
    )


def aside(speaker: Key) -> Words:
    """The aside that a speaker says at a closed microphone."""
    said = tomllib.loads(_read("questions.toml").decode())["aside"]
    return Words(speaker, Kind.ASIDE, said["language"], said["text"])

"""The meeting that the demo holds: its files, and the words that are spoken in it."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from math import ceil

from hemicycle.demo.speech import Voice
from hemicycle.wire.ids import Key

INVITED = 70
"""Representatives whom the invitations name."""

MOST_SEATS = 500
"""As many as one process can be beside the server: each that comes in is told to all the others."""

VOICES: Mapping[Key, Voice] = {
    "ambassador": Voice("m3", 148, 42),
    "deputy-minister": Voice("m1", 155, 50),
    "fellow": Voice("m7", 160, 58),
}
"""How each speaker sounds; a seat in the hall speaks with `HALL_VOICE`."""

HALL_VOICE = Voice("f2", 150, 55)


class Kind(StrEnum):
    """Whose words they are."""

    QUOTE = "quote"
    """The speaker's own, as the report quotes them."""
    PARAPHRASE = "paraphrase"
    """The reporter's, for what the speaker said."""
    QUESTION = "question"
    """Set by us, said from the hall."""
    ASIDE = "aside"
    """Set by us, said at a closed microphone."""


@dataclass(frozen=True, slots=True)
class Words:
    """Something to say. `where` is a speaker's key, or the category of the seat that asks."""

    where: Key
    kind: Kind
    language: str
    text: str


def _read(name: str) -> bytes:
    return files("hemicycle.demo").joinpath("korean_peninsula", name).read_bytes()


def programme_file() -> bytes:
    """The programme, with the seats for guests of the demo."""
    return _read("programme.toml") + _read("guests.toml")


def invitations_file(seats: int) -> bytes:
    """The invitations; each organisation is given more seats where `seats` is more than the report's 70."""
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
    """What the speakers say, in the order of the file. Every one of them is given in English."""
    return [
        Words(statement["person"], Kind(statement["kind"]), "en", statement["text"])
        for statement in tomllib.loads(_read("statements.toml").decode())["statement"]
    ]


def questions() -> list[Words]:
    """What is asked from the hall."""
    return [
        Words(question["category"], Kind.QUESTION, question["language"], question["text"])
        for question in tomllib.loads(_read("questions.toml").decode())["question"]
    ]


def aside(speaker: Key) -> Words:
    """What a speaker says at a closed microphone."""
    said = tomllib.loads(_read("questions.toml").decode())["aside"]
    return Words(speaker, Kind.ASIDE, said["language"], said["text"])

"""The language that each seat speaks: planned, then corrected by chair and booths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from hemicycle.room.parts import EMPTY
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import CHAIR, INTERPRETER, FactModel, Subject, from_room
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.languages import SetLanguage

UNKNOWN = "und"
"""The language of a seat of which none is known (BCP 47)."""


@dataclass(frozen=True, slots=True)
class LanguagesPlanned(FactModel):
    """In which language each seat is expected to speak."""

    type: ClassVar[str] = "languages.planned"
    languages: Mapping[Key, str]


@dataclass(frozen=True, slots=True)
class LanguageSet(FactModel):
    """The seat speaks this language from now on, as the chair or a booth says."""

    type: ClassVar[str] = "language.set"
    seat: Key
    language: str
    by: Key


Facts = LanguagesPlanned | LanguageSet


@dataclass(frozen=True, slots=True)
class Languages:
    """What each seat speaks, as far as is known."""

    spoken: Mapping[Key, str] = field(default_factory=lambda: EMPTY)


def language_of(state: State, seat: Key) -> str:
    """What the seat speaks, as far as is known."""
    return state[Languages].spoken.get(seat, UNKNOWN)


def set_language(state: State, command: SetLanguage, by: Key) -> list[FactModel] | Refusal:
    """Any language can be set, whether there is a booth for it or not."""
    if command.seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if language_of(state, command.seat) == command.language:
        return []
    return [LanguageSet(command.seat, command.language, by)]


def planned(state: State, fact: LanguagesPlanned, at: int) -> State:
    """What is expected holds until the chair or a booth hears otherwise."""
    return state.having(Languages(dict(fact.languages)))


def language_set(state: State, fact: LanguageSet, at: int) -> State:
    """The seat keeps the language when it gets the floor again."""
    return state.having(Languages({**state[Languages].spoken, fact.seat: fact.language}))


SUBJECT = Subject(
    commands={SetLanguage: from_room(CHAIR | INTERPRETER, set_language)},
    readings={LanguagesPlanned: planned, LanguageSet: language_set},
)

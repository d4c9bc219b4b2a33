"""The communiqué: which version is public, in each language. The text lies in rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from hemicycle.room.parts import EMPTY
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State, without
from hemicycle.room.subject import CHAIR, FactModel, InternalCommand, Subject, from_page
from hemicycle.wire.ids import Key


@dataclass(frozen=True, slots=True)
class CommuniquePublished(FactModel):
    """This version of the communiqué in this language is public from now on."""

    type: ClassVar[str] = "communique.published"
    language: str
    version: int
    by: Key


@dataclass(frozen=True, slots=True)
class CommuniqueWithdrawn(FactModel):
    """The communiqué in this language is public no more."""

    type: ClassVar[str] = "communique.withdrawn"
    language: str
    by: Key


Facts = CommuniquePublished | CommuniqueWithdrawn


@dataclass(frozen=True, slots=True)
class PublishCommunique(InternalCommand):
    """The organiser publishes a version of the communiqué in one language."""

    language: str
    version: int


@dataclass(frozen=True, slots=True)
class WithdrawCommunique(InternalCommand):
    """The organiser takes the communiqué of one language off the public page."""

    language: str


@dataclass(frozen=True, slots=True)
class Communiques:
    """The communiqué, as far as it is public."""

    published: Mapping[str, int] = field(default_factory=lambda: EMPTY)
    """Which version of the communiqué is public, by language."""


def publish(state: State, command: PublishCommunique, by: Key) -> list[FactModel] | Refusal:
    """One version of each language is public at a time."""
    if state[Communiques].published.get(command.language) == command.version:
        return []
    return [CommuniquePublished(command.language, command.version, by)]


def withdraw(state: State, command: WithdrawCommunique, by: Key) -> list[FactModel] | Refusal:
    """The log still says what was public once."""
    public = command.language in state[Communiques].published
    return [CommuniqueWithdrawn(command.language, by)] if public else []


def published(state: State, fact: CommuniquePublished, at: int) -> State:
    """This version takes the place of the one before."""
    return state.having(Communiques({**state[Communiques].published, fact.language: fact.version}))


def withdrawn(state: State, fact: CommuniqueWithdrawn, at: int) -> State:
    """Nothing is public in this language any more."""
    return state.having(Communiques(without(state[Communiques].published, fact.language)))


SUBJECT = Subject(
    commands={PublishCommunique: from_page(CHAIR, publish), WithdrawCommunique: from_page(CHAIR, withdraw)},
    readings={CommuniquePublished: published, CommuniqueWithdrawn: withdrawn},
)

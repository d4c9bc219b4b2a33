"""What a subject of the live room consists of; `room.subjects` lists them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from hemicycle.room.parts import EMPTY, Parts
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.ids import Audience, Key, Role, Source
from hemicycle.wire.models import CommandModel

CHAIR = frozenset({Role.CHAIR})
INTERPRETER = frozenset({Role.INTERPRETER})
EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class FactModel:
    """The base of every fact: something that happened in a meeting, never changed.

    A fact holds keys of seats, items and categories, never a name or a sentence, so that a person
    can be erased from the rows beside the log without breaking its chain. Stored facts outlive this
    code: the type and the fields of a fact never change, and a new need is a new fact.
    """

    type: ClassVar[str]
    """Its name in the log: a noun and a past participle, such as `floor.given`."""


@dataclass(frozen=True, slots=True)
class InternalCommand:
    """The base of the commands that no seat can send over its WebSocket.

    The server asks for them by itself, or on behalf of a seat whose page asked over HTTP.
    """


AnyCommand = CommandModel | InternalCommand
"""Everything that can be decided."""

Rule = Callable[[State, Any, Key], Sequence[FactModel] | Refusal]
"""Answers a command of a seat: facts in their order (none: it is so already), or why not."""

Reading = Callable[[State, Any, int], State]
"""The state after a fact of a kind, which happened at an instant (ms)."""


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command: who may ask for it, and the rule that answers."""

    rule: Rule
    roles: frozenset[Role] | None = None
    """The roles that may ask; None: the server asks by itself, and no role is looked at."""
    in_room: bool = True
    """Whether a seat has to be in the room to ask."""

    def allows(self, state: State, seat: Key) -> bool:
        """Whether the seat may ask at all. A seat that is not in the room has no say in it."""
        if self.roles is None:
            return True
        return state.role(seat) in self.roles and (not self.in_room or seat in state.present)


def from_room(roles: frozenset[Role], rule: Rule) -> CommandEntry:
    """A command of a seat in the room."""
    return CommandEntry(rule, roles)


def from_page(roles: frozenset[Role], rule: Rule) -> CommandEntry:
    """A command that a seat asks for over HTTP. It need not be in the room."""
    return CommandEntry(rule, roles, in_room=False)


def from_server(rule: Rule) -> CommandEntry:
    """A command that the server or the operator asks for, about a seat."""
    return CommandEntry(rule)


@dataclass(frozen=True, slots=True)
class Signals(Parts):
    """What is so now without being a fact, in parts as in `State`: which streams there are, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One subject's share of the rules. Whatever it has nothing for is left out."""

    commands: Mapping[type[AnyCommand], CommandEntry] = field(default_factory=lambda: EMPTY)
    readings: Mapping[type[FactModel], Reading] = field(default_factory=lambda: EMPTY)
    """What each fact does to the state. Facts of other subjects may be read, too."""
    consequences: Mapping[type[AnyCommand], Callable[[State, Any, Key], Iterable[FactModel]]] = field(
        default_factory=lambda: EMPTY
    )
    """What a command of another subject means for this one, when it is carried out.

    These facts come before those of the command: a hand is lowered before its seat leaves.
    """
    view: Callable[[State, Audience, Signals], Mapping[str, Any]] | None = None
    """The subject's part of the view, as far as an audience may know it. It holds no None."""
    permits: Callable[[State], Iterable[tuple[Key, Source]]] | None = None
    """Whose sound and pictures may reach the room because of this subject."""

"""The law of a meeting: `decide`, `apply` and `replay`, over the rules of all subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from hemicycle.room.log import Entry
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand, CommandEntry, FactModel, Reading
from hemicycle.room.subjects import SUBJECTS, Fact
from hemicycle.wire.ids import Key
from hemicycle.wire.models import RequestRefusal

K = TypeVar("K")
V = TypeVar("V")


def _by_kind(mappings: Iterable[Mapping[K, V]]) -> dict[K, tuple[V, ...]]:
    """What several mappings say of each key, in their order."""
    found: dict[K, tuple[V, ...]] = {}
    for mapping in mappings:
        for key, value in mapping.items():
            found[key] = (*found.get(key, ()), value)
    return found


COMMANDS: Mapping[type[AnyCommand], CommandEntry] = {
    command: entry for subject in SUBJECTS for command, entry in subject.commands.items()
}
"""Who may ask for each command, and the rule that answers it."""

READINGS: Mapping[type[FactModel], tuple[Reading, ...]] = _by_kind(subject.readings for subject in SUBJECTS)
"""What each fact does to the state."""

_CONSEQUENCES = _by_kind(subject.consequences for subject in SUBJECTS)


def decide(state: State, command: AnyCommand, seat: Key) -> list[Fact] | Refusal:
    """What comes of a command: facts in their order (none: it is so already), or a refusal."""
    entry = COMMANDS[type(command)]
    if not entry.allows(state, seat):
        return Refusal(RequestRefusal.NOT_ALLOWED)
    facts = entry.rule(state, command, seat)
    if isinstance(facts, Refusal):
        return facts
    if not facts:
        return []
    consequences = (fact for of in _CONSEQUENCES.get(type(command), ()) for fact in of(state, command, seat))
    return cast("list[Fact]", [*consequences, *facts])


def apply(state: State, fact: Fact, at: int) -> State:
    """The state after a fact that happened at `at` (ms)."""
    for reading in READINGS[type(fact)]:
        state = reading(state, fact, at)
    return state


def replay(entries: Iterable[Entry]) -> State:
    """The state that a log comes to."""
    state = State()
    for entry in entries:
        state = apply(state, entry.fact, entry.at)
    return state

"""The state of a meeting: what the facts so far come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from hemicycle.room.parts import EMPTY, Parts
from hemicycle.wire.ids import Key, Phase, Role

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class PlannedSeat:
    """A seat as the log knows it: no name, only what the rules and the counts need."""

    role: Role
    category: Key | None = None


@dataclass(frozen=True, slots=True)
class State(Parts):
    """A meeting as it stands. Never changed: `apply` makes the next one.

    What nearly every rule needs is a field. Everything else is a part of the subject that it
    belongs to, such as `state[Floor].seats`.
    """

    phase: Phase = Phase.PLANNED
    seats: Mapping[Key, PlannedSeat] = field(default_factory=lambda: EMPTY)
    present: frozenset[Key] = frozenset()
    """The seats that are in the room."""

    def role(self, seat: Key) -> Role | None:
        """The seat's role; None where there is no such seat."""
        planned = self.seats.get(seat)
        return planned.role if planned else None


def without(mapping: Mapping[K, V], key: K) -> Mapping[K, V]:
    """The mapping less one key."""
    return {k: v for k, v in mapping.items() if k != key}

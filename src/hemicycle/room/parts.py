"""Values kept by their type, so that each subject has one of its own and nobody lists them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Self, TypeVar

EMPTY: Mapping[Any, Any] = MappingProxyType({})

P = TypeVar("P")


class _ByType(dict[type[Any], Any]):
    """Values by their type; one that is not there is what the type makes without arguments."""

    def __missing__(self, part: type[P]) -> P:
        return part()


_NONE = _ByType()


@dataclass(frozen=True, slots=True)
class Parts:
    """At most one value of each type. Never changed: `having` makes another."""

    parts: Mapping[type[Any], Any] = field(default_factory=lambda: _NONE)

    def __getitem__(self, part: type[P]) -> P:
        """The value of that type; where none was set, what the type makes without arguments."""
        value: P = self.parts[part]
        return value

    def having(self, value: object) -> Self:
        """The same with this value in the place of the one of its type.

        A value like the one that was there at first is not kept, so that what has become again as
        it was before is equal to it.
        """
        kind = type(value)
        parts = _ByType(self.parts)
        parts[kind] = value
        if value == kind():
            del parts[kind]
        return replace(self, parts=parts)

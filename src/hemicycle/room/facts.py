"""How facts are written down and read again."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import TypeAdapter

from hemicycle.room.subjects import Fact

FACTS: Mapping[str, type[Fact]] = {kind.type: kind for kind in get_args(Fact)}
"""Every kind of fact, by its name in the log."""


@functools.cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(FACTS[name])


def fact_data(fact: Fact) -> dict[str, Any]:
    """The fields of a fact as plain JSON values, without those that are None."""
    return dict(_adapter(fact.type).dump_python(fact, mode="json", exclude_none=True))


def fact_from(name: str, data: Mapping[str, Any]) -> Fact:
    """The fact of that name with those fields.

    Raises:
        KeyError: a name that no fact has.
        pydantic.ValidationError: fields that are not this fact's.
    """
    fact: Fact = _adapter(name).validate_python(data)
    return fact

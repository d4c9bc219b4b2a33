"""Fills the generated parts of PROTOCOL.md from the code: `python tools/document.py OUTPUT`.

What stands between `<!-- made: NAME -->` and `<!-- /made -->` is made here; the prose around it is
written by hand.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
import typing
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from typing_extensions import is_typeddict

from hemicycle.room.facts import FACTS
from hemicycle.room.rules import COMMANDS
from hemicycle.wire import messages, protocol
from hemicycle.wire.ids import Role
from hemicycle.wire.meeting import Meeting, Programme
from hemicycle.wire.models import CommandModel, RefusalCodes

PROTOCOL = Path(__file__).parent.parent / "PROTOCOL.md"
MADE = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- /made -->)", re.DOTALL)


def _text(thing: Any) -> str:
    """A docstring as one line."""
    return " ".join((inspect.getdoc(thing) or "").split())


def _type(annotation: Any) -> str:
    """A type as a reader of JSON would say it."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if hasattr(annotation, "__value__"):
        return str(annotation.__name__)
    if origin in (typing.Annotated, typing.NotRequired):
        return _type(arguments[0])
    if origin is typing.Literal:
        return " or ".join(f"`{getattr(a, 'value', a)}`".replace("True", "true") for a in arguments)
    if origin in (list, tuple):
        return f"list of {_type(arguments[0])}"
    if inspect.isclass(origin) and issubclass(origin, Mapping):
        return f"object: {_type(arguments[1])} by key"
    if arguments:
        return " or ".join(_type(a) for a in arguments)
    names = {str: "string", int: "integer", bool: "boolean", type(None): "null", typing.Any: "anything"}
    return names.get(annotation) or str(getattr(annotation, "__name__", annotation))


def _fields(hints: dict[str, Any], optional: Iterable[str] = ()) -> str:
    said = [
        f"`{name}`{'?' if name in optional else ''}: {_type(hint)}"
        for name, hint in hints.items()
        if name != "type" and typing.get_origin(hint) is not typing.ClassVar
    ]
    return "; ".join(said) or "—"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |\n" for row in lines)


def _models(*models: type[BaseModel]) -> str:
    rows = []
    for model in models:
        hints = {name: field.annotation for name, field in model.model_fields.items()}
        optional = [n for n, f in model.model_fields.items() if not f.is_required()]
        rows.append((f"`{model.model_fields['type'].default}`", _fields(hints, optional), _text(model)))
    return _table(("type", "fields", "what it says"), rows)


def _roles(roles: frozenset[Role]) -> str:
    return "everybody" if roles == frozenset(Role) else ", ".join(r.value for r in Role if r in roles)


def commands() -> str:
    """Every command, who may ask for it, and what it asks for."""
    rows = []
    for kind, entry in COMMANDS.items():
        if issubclass(kind, CommandModel):
            hints = {name: field.annotation for name, field in kind.model_fields.items()}
            optional = [n for n, f in kind.model_fields.items() if not f.is_required()]
            name = kind.model_fields["type"].default
            rows.append(
                (f"`{name}`", _roles(entry.roles or frozenset(Role)), _fields(hints, optional), _text(kind))
            )
    return _table(("command", "who", "fields", "what it asks for"), rows)


def _union(alias: Any) -> tuple[type[BaseModel], ...]:
    """The models of a named union."""
    union, *_ = typing.get_args(alias.__value__)
    models: tuple[type[BaseModel], ...] = typing.get_args(union)
    return models


def up() -> str:
    """What a seat sends."""
    return _models(*_union(messages.Up))


def down() -> str:
    """What a seat gets."""
    return _models(*_union(messages.Down))


def _objects(thing: Any, found: list[Any]) -> None:
    """Every TypedDict that a type is made of, itself first, in the order in which they are
    named."""
    if is_typeddict(thing) and thing not in found:
        found.append(thing)
        for hint in typing.get_type_hints(thing, include_extras=True).values():
            _objects(hint, found)
    for argument in typing.get_args(thing):
        _objects(argument, found)


def view() -> str:
    """The view, the meeting as planned and the public programme, and what they are made of."""
    parts: list[Any] = []
    for whole in (protocol.View, Meeting, Programme):
        _objects(whole, parts)
    rows = []
    for part in parts:
        hints = typing.get_type_hints(part, include_extras=True)
        optional = [n for n, h in hints.items() if typing.get_origin(h) is typing.NotRequired]
        rows.append((f"`{part.__name__}`", _fields(hints, optional), _text(part)))
    return _table(("object", "fields", "what it says"), rows)


def refusals() -> str:
    """Every refusal."""
    kinds: tuple[type[RefusalCodes], ...] = typing.get_args(protocol.RefusalCode.__value__)
    rows = ((f"`{code}`", code.sentence) for kind in kinds for code in kind)
    return _table(("code", "sentence"), rows)


def facts() -> str:
    """Every fact in the log."""
    rows = (
        (
            f"`{name}`",
            _fields({f.name: typing.get_type_hints(kind)[f.name] for f in dataclasses.fields(kind)}),
            _text(kind),
        )
        for name, kind in FACTS.items()
    )
    return _table(("fact", "data", "what happened"), rows)


PARTS: dict[str, Callable[[], str]] = {
    part.__name__: part for part in (commands, up, down, view, refusals, facts)
}


def filled(text: str) -> str:
    """A document with its generated parts made anew.

    Raises:
        KeyError: it asks for a part that is not made here.
    """
    return MADE.sub(lambda found: found[1] + PARTS[found[2]]() + found[3], text)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(filled(PROTOCOL.read_text(encoding="utf-8")), encoding="utf-8")

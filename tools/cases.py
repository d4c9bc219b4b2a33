"""Write what `decide` says in every small state of a meeting, for the tests of the pages' buttons.

`python -m tools.cases > frontend/src/state/offers/cases.json`, as `make generate` does.

A small meeting, with a seat or two of each role, is taken from a few beginnings through every
sequence of commands up to `DEPTH`. Of each state that this leads to, and of each seat that is in
the room there, the table holds the view as the seat's page gets it, and what `decide` says to each
command that the seat could send.

The table holds each part of a view and each row of answers once; a case names them by their places.
An answer is one letter: `.` where the command is accepted, else the letter of a refusal code.

Of a quote it holds the same: each stage that one can come to, and what `decide` says there to its
organiser and to its speaker. `=` is a command that is accepted and changes nothing.
"""

from __future__ import annotations

import itertools
import json
import string
import sys
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hemicycle.room.booths import BoothsPlanned
from hemicycle.room.doors import Enter, Leave
from hemicycle.room.languages import LanguagesPlanned
from hemicycle.room.media import Offered
from hemicycle.room.opening import MeetingPlanned
from hemicycle.room.quotes import (
    AmendQuote,
    ApproveQuote,
    AskQuote,
    MakeQuote,
    OverrideQuote,
    Quotes,
    QuoteState,
    RefuseQuote,
    WithdrawQuote,
)
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import COMMANDS, apply, decide
from hemicycle.room.stage import MAX_ON_STAGE, Picture
from hemicycle.room.state import PlannedSeat, State
from hemicycle.room.subject import AnyCommand, InternalCommand, Signals
from hemicycle.room.subjects import Fact
from hemicycle.room.view import view
from hemicycle.wire.ids import Key, Role, Source, audience_of
from hemicycle.wire.models import CommandModel
from hemicycle.wire.opening import CloseMeeting, OpenMeeting
from hemicycle.wire.protocol import View
from hemicycle.wire.stage import ShowPicture

DEPTH = 2
"""How many commands lead away from each beginning."""

NOW = 1
"""When everything happens (ms): states that differ in time only are one."""

SEATS: Mapping[Key, Role] = {
    "chair": Role.CHAIR,
    "speaker": Role.SPEAKER,
    "guest": Role.PARTICIPANT,
    "observer": Role.OBSERVER,
    "captioner": Role.CAPTIONER,
    "ida": Role.INTERPRETER,
    "ivan": Role.INTERPRETER,
}
PICTURES: tuple[Picture, ...] = (Source.CAMERA, Source.SCREEN)
CROWD = tuple(f"guest-{place}" for place in range(2, 2 + MAX_ON_STAGE // len(PICTURES)))
"""As many more guests as fill the stage."""

INTERPRETERS: Mapping[Key, tuple[str, ...]] = {"ida": ("en",), "ivan": ("en", "kk")}
BOOTHS = ("en", "kk")
ITEMS = ("opening", "discussion")

VALUES: Mapping[str, Sequence[Any]] = {
    "seat": tuple(SEATS),
    "item": ITEMS,
    "booth": BOOTHS,
    "pivot": BOOTHS,
    "language": ("en",),
    "source": PICTURES,
}
"""What a field of a command is tried with, by its name; a field that may be None is tried with that
too."""

QUOTE = 1
QUOTE_COMMANDS: Mapping[str, tuple[InternalCommand, Key]] = {
    "ask": (AskQuote(QUOTE), "chair"),
    "override": (OverrideQuote(QUOTE), "chair"),
    "withdraw": (WithdrawQuote(QUOTE), "chair"),
    "approve": (ApproveQuote(QUOTE), "speaker"),
    "amend": (AmendQuote(QUOTE, 1), "speaker"),
    "refuse": (RefuseQuote(QUOTE, 1), "speaker"),
}
"""What can be done with a quote once it is made, and who does it."""

SIGNALS = Signals().having(
    Offered({seat: {"microphone": True, "camera": True, "screen": True} for seat in SEATS})
)
"""Everybody sends everything: what a seat lacks is no matter of `decide`."""


def commands() -> list[CommandModel]:
    """Every command that a seat can send, with every value of its fields."""
    models = [model for model in COMMANDS if isinstance(model, type) and issubclass(model, CommandModel)]
    return [command for model in models for command in _each(model)]


def _each(model: type[CommandModel]) -> Iterator[CommandModel]:
    fields = {name: field for name, field in model.model_fields.items() if name != "type"}
    values = (
        (*VALUES[name], *((None,) if _may_be_none(field.annotation) else ()))
        for name, field in fields.items()
    )
    for chosen in itertools.product(*values):
        yield model(**dict(zip(fields, chosen, strict=True)))


def _may_be_none(annotation: Any) -> bool:
    is_union = typing.get_origin(annotation) in (typing.Union, types.UnionType)
    return is_union and type(None) in typing.get_args(annotation)


def beginnings() -> Iterator[State]:
    """Planned and open with everybody in, closed, and with a stage that has no place left."""
    planned = _everybody_in(SEATS)
    yield planned
    opened = _after(planned, OpenMeeting(), "chair")
    yield opened
    yield _after(opened, CloseMeeting(), "chair")
    full = _after(_everybody_in({**SEATS, **dict.fromkeys(CROWD, Role.PARTICIPANT)}), OpenMeeting(), "chair")
    for seat, source in itertools.product(CROWD, PICTURES):
        full = _after(full, ShowPicture(seat=seat, source=source), "chair")
    yield full


def _everybody_in(seats: Mapping[Key, Role]) -> State:
    state = _applied(
        State(),
        [
            MeetingPlanned({seat: PlannedSeat(role) for seat, role in seats.items()}, ITEMS),
            LanguagesPlanned(dict.fromkeys(seats, "ko")),
            BoothsPlanned(BOOTHS, INTERPRETERS),
        ],
    )
    for seat in seats:
        state = _after(state, Enter(), seat)
    return state


def _applied(state: State, facts: Iterable[Fact]) -> State:
    for fact in facts:
        state = apply(state, fact, NOW)
    return state


def _after(state: State, command: AnyCommand, seat: Key) -> State:
    facts = decide(state, command, seat)
    if isinstance(facts, Refusal):
        raise TypeError(f"{command} of {seat} is refused: {facts.code}")
    return _applied(state, facts)


def states() -> Iterator[State]:
    """Every state within reach of the beginnings, each once."""
    asked = commands()
    seen: set[str] = set()
    level = list(beginnings())
    for depth in range(DEPTH + 1):
        level = [state for state in level if _is_new(state, seen)]
        yield from level
        if depth < DEPTH:
            level = [after for state in level for after in _next(state, asked)]


def _is_new(state: State, seen: set[str]) -> bool:
    parts = sorted(map(repr, state.parts.values()))
    written = repr((state.phase, sorted(state.seats), sorted(state.present), parts))
    is_new = written not in seen
    seen.add(written)
    return is_new


def _next(state: State, asked: Sequence[CommandModel]) -> Iterator[State]:
    for seat in state.seats:
        possible: tuple[AnyCommand, ...] = (Enter(), Leave(), *asked)
        for command in possible:
            facts = decide(state, command, seat)
            if not isinstance(facts, Refusal) and facts:
                yield _applied(state, facts)


def table() -> dict[str, Any]:
    """The table, as it is written.

    Raises:
        ValueError: one and the same view of a seat goes with different answers, so that no page
            could know what to offer.
    """
    asked = commands()
    codes: dict[str, str] = {}
    parts: dict[str, dict[str, int]] = {name: {} for name in sorted(View.__annotations__)}
    rows: dict[str, int] = {}
    cases: dict[tuple[Key, tuple[int, ...]], int] = {}
    for state in states():
        views = {
            audience: view(state, audience, SIGNALS) for audience in set(map(audience_of, SEATS.values()))
        }
        for seat in SEATS:
            if seat not in state.present:
                continue
            answers = "".join(_letter(decide(state, command, seat), codes) for command in asked)
            shown: Mapping[str, Any] = views[audience_of(SEATS[seat])]
            places = _places(shown, parts)
            row = rows.setdefault(answers, len(rows))
            if cases.setdefault((seat, places), row) != row:
                raise ValueError(f"to {seat}, one view goes with different answers: {shown}")
    return {
        "seats": {
            seat: {"role": role, **({"into": INTERPRETERS[seat]} if seat in INTERPRETERS else {})}
            for seat, role in SEATS.items()
        },
        "items": ITEMS,
        "codes": {letter: code for code, letter in codes.items()},
        "commands": [command.model_dump(mode="json") for command in asked],
        "answers": list(rows),
        "parts": {name: [json.loads(written) for written in known] for name, known in parts.items()},
        "quotes": quotes(),
        "cases": [[seat, row, *places] for (seat, places), row in cases.items()],
    }


def quotes() -> list[dict[str, Any]]:
    """Each stage that a quote can come to, and what `decide` says there."""
    level = [_after(_everybody_in(SEATS), MakeQuote(QUOTE, "speaker"), "chair")]
    found: dict[QuoteState, dict[str, str]] = {}
    while level:
        state = level.pop()
        quote = replace(state[Quotes].by_number[QUOTE], answer=None)
        if quote in found:
            continue
        found[quote] = {}
        for name, (command, seat) in QUOTE_COMMANDS.items():
            facts = decide(state, command, seat)
            if isinstance(facts, Refusal):
                found[quote][name] = facts.code
            else:
                found[quote][name] = "." if facts else "="
                level.append(_applied(state, facts))
    return [
        {"stage": quote.stage, "overridden": quote.overridden, "answers": answers}
        for quote, answers in found.items()
    ]


def _letter(answer: list[Fact] | Refusal, codes: dict[str, str]) -> str:
    if not isinstance(answer, Refusal):
        return "."
    return codes.setdefault(answer.code, string.ascii_letters[len(codes)])


def _places(shown: Mapping[str, Any], parts: dict[str, dict[str, int]]) -> tuple[int, ...]:
    """Where each part of a view stands in its list; -1 for one that the view does not have."""
    return tuple(
        known.setdefault(json.dumps(shown[name], sort_keys=True), len(known)) if name in shown else -1
        for name, known in parts.items()
    )


def written(found: Mapping[str, Any]) -> str:
    """The table as JSON, a line for each entry of its lists."""
    lines = ["{"]
    for name, value in found.items():
        entries = [json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in value]
        if isinstance(value, Mapping):
            entries = [
                f"{json.dumps(key)}:{json.dumps(entry, separators=(',', ':'))}"
                for key, entry in value.items()
            ]
        opening, closing = "{}" if isinstance(value, Mapping) else "[]"
        lines.append(f'"{name}":{opening}')
        lines.append(",\n".join(entries))
        lines.append(f"{closing},")
    lines[-1] = lines[-1].removesuffix(",")
    return "\n".join([*lines, "}", ""])


if __name__ == "__main__":
    sys.stdout.write(written(table()))

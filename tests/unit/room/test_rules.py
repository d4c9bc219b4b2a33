"""The rules, as the tables of cases have them: a file of `cases` for each subject."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from tests.unit.room import cases
from tests.unit.room.meetings import SEATS, Cases, everybody_in

from hemicycle.room.floor import Floor, FloorGiven
from hemicycle.room.opening import Agenda, MeetingClosed, MeetingOpened
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import COMMANDS, decide
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand
from hemicycle.room.subjects import Fact
from hemicycle.wire.protocol import RefusalCode

TABLES: dict[str, Cases] = {
    found.name: importlib.import_module(f"{cases.__name__}.{found.name}").CASES
    for found in pkgutil.iter_modules(cases.__path__)
}
CASES = [case for table in TABLES.values() for case in table]


@pytest.mark.parametrize(("state", "seat", "command", "outcome"), CASES)
def test_what_comes_of_a_command(
    state: State, seat: str, command: AnyCommand, outcome: list[Fact] | RefusalCode
) -> None:
    expected = outcome if isinstance(outcome, list) else Refusal(outcome)
    assert decide(state, command, seat) == expected


def test_the_table_of_each_subject_covers_its_commands() -> None:
    for name, table in TABLES.items():
        subject = importlib.import_module(f"hemicycle.room.{name}").SUBJECT
        assert {type(command) for _, _, command, _ in table} == set(subject.commands), name
    assert {type(command) for _, _, command, _ in CASES} == set(COMMANDS)


def test_giving_the_floor_takes_it_from_nobody() -> None:
    both = everybody_in(FloorGiven("ambassador", "chair"), FloorGiven("minister", "chair"))
    assert list(both[Floor].seats) == ["ambassador", "minister"]


def test_opening_again_keeps_the_first_opening() -> None:
    reopened = everybody_in(MeetingClosed("chair"), MeetingOpened("chair"))
    assert (reopened[Agenda].opened, reopened[Agenda].closed) == (len(SEATS) + 1, None)

"""The list of subjects holds whatever any file of `room` defines."""

from __future__ import annotations

import importlib
import pkgutil
import typing
from collections import Counter

from hemicycle import room
from hemicycle.room.facts import FACTS
from hemicycle.room.rules import COMMANDS, READINGS
from hemicycle.room.subject import FactModel, InternalCommand, Subject
from hemicycle.room.subjects import SUBJECTS, Fact
from hemicycle.wire.models import CommandModel

MODULES = [
    importlib.import_module(f"hemicycle.room.{found.name}") for found in pkgutil.iter_modules(room.__path__)
]


def _kinds(base: type) -> set[type]:
    """The classes of that base that the files of `room` define."""
    found = (thing for module in MODULES for thing in vars(module).values() if isinstance(thing, type))
    return {kind for kind in found if issubclass(kind, base) and kind is not base}


def test_every_subject_is_in_the_list_once() -> None:
    defined = [module.SUBJECT for module in MODULES if hasattr(module, "SUBJECT")]
    assert Counter(map(id, defined)) == Counter(map(id, SUBJECTS))


def test_every_fact_is_in_the_union_under_a_name_of_its_own() -> None:
    assert _kinds(FactModel) == set(typing.get_args(Fact)) == set(FACTS.values())


def test_every_fact_is_read_by_the_subject_that_defines_it() -> None:
    for fact in typing.get_args(Fact):
        owner: Subject = importlib.import_module(fact.__module__).SUBJECT
        assert fact in owner.readings, fact
    assert set(READINGS) == set(typing.get_args(Fact))


def test_every_command_has_one_entry() -> None:
    entries = Counter(command for subject in SUBJECTS for command in subject.commands)
    defined = {*CommandModel.__subclasses__(), *_kinds(InternalCommand)}
    assert entries == Counter(defined) == Counter(COMMANDS.keys())


def test_commands_of_the_wire_are_asked_for_by_seats_in_the_room() -> None:
    for command, entry in COMMANDS.items():
        if issubclass(command, CommandModel):
            assert entry.roles is not None
            assert entry.in_room


def test_consequences_are_of_commands_of_other_subjects() -> None:
    for subject in SUBJECTS:
        assert set(subject.consequences) <= set(COMMANDS) - set(subject.commands)

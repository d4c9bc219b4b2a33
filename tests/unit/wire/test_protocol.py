"""The list of subjects holds whatever any file of `wire` defines."""

from __future__ import annotations

import importlib
import pkgutil
import typing
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel
from typing_extensions import get_original_bases, is_typeddict

from hemicycle import wire
from hemicycle.wire.messages import Down, Up
from hemicycle.wire.models import CommandModel, DownModel, RefusalCodes, UpModel
from hemicycle.wire.protocol import DOCUMENTS, Command, RefusalCode, View
from hemicycle.wire.schema import protocol_schema

MODULES: list[ModuleType] = [
    importlib.import_module(f"hemicycle.wire.{found.name}") for found in pkgutil.iter_modules(wire.__path__)
]


def _members(alias: Any) -> set[Any]:
    """The models of a named union that is told apart by `type`."""
    return set(typing.get_args(typing.get_args(alias.__value__)[0]))


@pytest.mark.parametrize(("base", "union"), [(CommandModel, Command), (UpModel, Up), (DownModel, Down)])
def test_every_message_is_in_its_union(base: type[BaseModel], union: Any) -> None:
    messages = {model for model in base.__subclasses__() if "type" in model.model_fields}
    assert messages == _members(union)


def test_no_two_messages_of_one_direction_have_the_same_type() -> None:
    for union in (Command, Up, Down):
        types = [model.model_fields["type"].default for model in _members(union)]
        assert len(set(types)) == len(types)


def test_every_refusal_is_in_the_union_and_has_a_code_of_its_own() -> None:
    kinds = typing.get_args(RefusalCode.__value__)
    assert set(kinds) == set(RefusalCodes.__subclasses__())
    codes = [code for kind in kinds for code in kind]
    assert len(set(codes)) == len(codes)
    for code in codes:
        assert code.value == code.name.lower()
        assert code.sentence.endswith(".")


def test_every_part_of_the_view_is_in_the_view() -> None:
    parts = {
        thing
        for module in MODULES
        for name, thing in vars(module).items()
        if name.endswith("View") and is_typeddict(thing) and thing is not View
    }
    assert parts == set(get_original_bases(View))


def test_parts_of_the_view_share_no_key() -> None:
    parts = get_original_bases(View)
    keys = [key for part in parts for key in part.__annotations__]
    assert sorted(keys) == sorted(set(keys)) == sorted(View.__annotations__)


def test_every_document_of_a_subject_is_in_the_schema() -> None:
    of_subjects = {model for module in MODULES for model in getattr(module, "DOCUMENTS", ())}
    assert of_subjects == set(DOCUMENTS)
    assert {model.__name__ for model in DOCUMENTS} <= set(protocol_schema()["$defs"])

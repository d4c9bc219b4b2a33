"""The language that each seat speaks."""

from __future__ import annotations

from typing import Literal

from hemicycle.wire.ids import Key, Language
from hemicycle.wire.models import CommandModel


class SetLanguage(CommandModel):
    """The chair or a booth says in which language a seat speaks now."""

    type: Literal["language.set"] = "language.set"
    seat: Key
    language: Language


Commands = SetLanguage

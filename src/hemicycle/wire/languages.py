"""The language that each seat speaks, and the channel that it listens to."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language
from hemicycle.wire.models import CommandModel


class SetLanguage(CommandModel):
    """The chair or a booth says in which language a seat speaks now."""

    type: Literal["language.set"] = "language.set"
    seat: Key
    language: Language


class ChooseChannel(CommandModel):
    """A seat chooses what it listens to: a booth by its language, or, by null, the original."""

    type: Literal["channel.choose"] = "channel.choose"
    booth: Language | None


Commands = SetLanguage | ChooseChannel


class LanguagesView(TypedDict):
    """How many listen to each booth."""

    listeners: NotRequired[dict[Language, int]]
    """How many seats in the room listen to each booth. Chair and booths only."""

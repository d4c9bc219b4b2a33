"""What each seat listens to: the original, or one booth."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Language
from hemicycle.wire.models import CommandModel


class ChooseChannel(CommandModel):
    """A seat chooses what it listens to: a booth by its language, or, by null, the original."""

    type: Literal["channel.choose"] = "channel.choose"
    booth: Language | None


Commands = ChooseChannel


class ChannelsView(TypedDict):
    """How many listen to each booth."""

    listeners: NotRequired[dict[Language, int]]
    """How many seats in the room listen to each booth. Chair and booths only."""

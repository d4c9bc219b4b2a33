"""Raised hands: how a seat asks for the floor."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Milliseconds
from hemicycle.wire.models import CommandModel, RefusalCodes


class RaiseHand(CommandModel):
    """A seat asks for the floor."""

    type: Literal["hand.raise"] = "hand.raise"


class LowerHand(CommandModel):
    """A seat lowers its own hand, or the chair lowers the hand of the seat named."""

    type: Literal["hand.lower"] = "hand.lower"
    seat: Key | None = None


Commands = RaiseHand | LowerHand


class HandRefusal(RefusalCodes):
    """What the state of a hand does not permit."""

    HAND_IS_UP = "hand_is_up", "This hand is already up."
    HAND_IS_DOWN = "hand_is_down", "This hand is not up."


class HandsView(TypedDict):
    """Who asks for the floor."""

    hands: list[Key]
    """Raised hands, the first raised first."""
    raised: NotRequired[dict[str, Milliseconds]]
    """When each hand went up. Chair only."""

"""Who is in the room; sending out and letting in."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Milliseconds
from hemicycle.wire.models import CommandModel, RefusalCodes


class SendOut(CommandModel):
    """The chair sends a seat out. It cannot come back until it is let in."""

    type: Literal["seat.send_out"] = "seat.send_out"
    seat: Key


class LetIn(CommandModel):
    """The chair lets a seat back in."""

    type: Literal["seat.let_in"] = "seat.let_in"
    seat: Key


Commands = SendOut | LetIn


class DoorRefusal(RefusalCodes):
    """What the presence of a seat does not permit."""

    NO_SUCH_SEAT = "no_such_seat", "There is no such seat in this meeting."
    SEAT_ABSENT = "seat_absent", "Nobody is in this seat now."
    SEAT_SENT_OUT = "seat_sent_out", "This seat was sent out. Let it in first."
    SEAT_NOT_SENT_OUT = "seat_not_sent_out", "This seat was not sent out."
    CHAIR_STAYS = "chair_stays", "A chair cannot be sent out."


class DoorsView(TypedDict):
    """Who is in the room, and who was sent out."""

    present: dict[str, Literal[True]]
    sent_out: NotRequired[dict[str, Milliseconds]]
    """Who was sent out, and when. Chair only."""

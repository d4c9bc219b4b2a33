"""The floor: the right to speak, which the chair gives and takes."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.models import CommandModel, RefusalCodes


class GiveFloor(CommandModel):
    """The chair gives a seat the floor: its microphone is opened, and its camera put on the
    stage."""

    type: Literal["floor.give"] = "floor.give"
    seat: Key


class TakeFloor(CommandModel):
    """The chair takes the floor from a seat: its microphone is closed.

    A speaker's picture stays on the stage; a participant's goes with the floor.
    """

    type: Literal["floor.take"] = "floor.take"
    seat: Key


class OpenMicrophone(CommandModel):
    """The chair opens again the microphone of a seat that has the floor."""

    type: Literal["microphone.open"] = "microphone.open"
    seat: Key


class CloseMicrophone(CommandModel):
    """The chair closes the microphone of a seat, which keeps the floor."""

    type: Literal["microphone.close"] = "microphone.close"
    seat: Key


Commands = GiveFloor | TakeFloor | OpenMicrophone | CloseMicrophone


class FloorRefusal(RefusalCodes):
    """What the state of the floor, or a seat's role, does not permit."""

    OBSERVERS_LISTEN = "observers_listen", "Observers listen: they do not take the floor."
    INTERPRETERS_INTERPRET = (
        "interpreters_interpret",
        "Interpreters speak from their booth: they do not take the floor.",
    )
    CAPTIONERS_WRITE = "captioners_write", "Captioners write: they do not take the floor."
    HAS_FLOOR = "has_floor", "This seat has the floor already."
    HAS_NO_FLOOR = "has_no_floor", "This seat does not have the floor."
    MICROPHONE_ALREADY_OPEN = "microphone_already_open", "This microphone is already open."
    MICROPHONE_ALREADY_CLOSED = "microphone_already_closed", "This microphone is already closed."


class HasFloor(TypedDict):
    """A seat that has the floor."""

    seat: Key
    since: Milliseconds
    microphone: bool
    """Whether the chair has it open."""
    language: Language
    """What the seat speaks now, as far as the chair and the booths know."""


class FloorView(TypedDict):
    """Who has the floor."""

    floor: list[HasFloor]

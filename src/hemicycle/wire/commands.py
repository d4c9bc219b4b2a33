"""What a seat may ask for: one class a command, imperative, named `object.verb`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from hemicycle.wire.ids import Key, Language, Source


class CommandModel(BaseModel):
    """The base of every command: nothing beyond its own fields is taken."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class OpenMeeting(CommandModel):
    """The chair opens the meeting, or opens it again after closing it."""

    type: Literal["meeting.open"] = "meeting.open"


class CloseMeeting(CommandModel):
    """The chair closes the meeting: the floor is taken from everybody and the stage is emptied."""

    type: Literal["meeting.close"] = "meeting.close"


class BeginItem(CommandModel):
    """The chair calls an agenda item. It names the item, so pressing "next" twice moves on once."""

    type: Literal["item.begin"] = "item.begin"
    item: Key


class GiveFloor(CommandModel):
    """The chair gives a seat the floor: its microphone is opened, and its camera put on the stage."""

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


class ShowPicture(CommandModel):
    """The chair puts a seat's camera or screen on the stage."""

    type: Literal["picture.show"] = "picture.show"
    seat: Key
    source: Literal[Source.CAMERA, Source.SCREEN]


class HidePicture(CommandModel):
    """The chair takes a seat's camera or screen off the stage."""

    type: Literal["picture.hide"] = "picture.hide"
    seat: Key
    source: Literal[Source.CAMERA, Source.SCREEN]


class RaiseHand(CommandModel):
    """A seat asks for the floor."""

    type: Literal["hand.raise"] = "hand.raise"


class LowerHand(CommandModel):
    """A seat lowers its own hand, or the chair lowers the hand of the seat named."""

    type: Literal["hand.lower"] = "hand.lower"
    seat: Key | None = None


class SendOut(CommandModel):
    """The chair sends a seat out. It cannot come back until it is let in."""

    type: Literal["seat.send_out"] = "seat.send_out"
    seat: Key


class LetIn(CommandModel):
    """The chair lets a seat back in."""

    type: Literal["seat.let_in"] = "seat.let_in"
    seat: Key


class SetLanguage(CommandModel):
    """The chair or a booth says in which language a seat speaks now."""

    type: Literal["language.set"] = "language.set"
    seat: Key
    language: Language


class ChooseChannel(CommandModel):
    """A seat chooses what it listens to: a booth by its language, or, by null, the original."""

    type: Literal["channel.choose"] = "channel.choose"
    booth: Language | None


class TakeBooth(CommandModel):
    """An interpreter goes live in a booth where nobody is, or whose live partner asked for the handover.

    An interpreter who is live in another booth leaves that one by it.
    """

    type: Literal["booth.take"] = "booth.take"
    booth: Language


class LeaveBooth(CommandModel):
    """The live interpreter stops; the chair can stop any."""

    type: Literal["booth.leave"] = "booth.leave"
    booth: Language


class AskHandover(CommandModel):
    """The live interpreter asks a partner to take over; the partner does it by `booth.take`."""

    type: Literal["handover.ask"] = "handover.ask"
    booth: Language


class WithdrawHandover(CommandModel):
    """The live interpreter goes on after all."""

    type: Literal["handover.withdraw"] = "handover.withdraw"
    booth: Language


class SetPivot(CommandModel):
    """A booth says what it interprets from: another booth, or, by null, the original."""

    type: Literal["pivot.set"] = "pivot.set"
    booth: Language
    pivot: Language | None


class StopRecord(CommandModel):
    """The chair goes off the record: nothing that is said or shown is kept until it goes on."""

    type: Literal["record.stop"] = "record.stop"


class ResumeRecord(CommandModel):
    """The chair goes on the record again."""

    type: Literal["record.resume"] = "record.resume"


Command = TypeAliasType(
    "Command",
    Annotated[
        OpenMeeting
        | CloseMeeting
        | BeginItem
        | GiveFloor
        | TakeFloor
        | OpenMicrophone
        | CloseMicrophone
        | ShowPicture
        | HidePicture
        | RaiseHand
        | LowerHand
        | SendOut
        | LetIn
        | SetLanguage
        | ChooseChannel
        | TakeBooth
        | LeaveBooth
        | AskHandover
        | WithdrawHandover
        | SetPivot
        | StopRecord
        | ResumeRecord,
        Field(discriminator="type"),
    ],
)

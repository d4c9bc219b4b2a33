"""The stage: the cameras and screens that everybody sees."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Source
from hemicycle.wire.models import CommandModel, RefusalCodes


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


Commands = ShowPicture | HidePicture


class StageRefusal(RefusalCodes):
    """What the state of the stage does not permit."""

    ON_STAGE = "on_stage", "This picture is already on the stage."
    NOT_ON_STAGE = "not_on_stage", "This picture is not on the stage."
    STAGE_FULL = "stage_full", "The stage is full. Take a picture off it first."


class OnStage(TypedDict):
    """A picture that the chair has put on the stage."""

    seat: Key
    source: Literal[Source.CAMERA, Source.SCREEN]


class StageView(TypedDict):
    """What is on the stage."""

    stage: list[OnStage]

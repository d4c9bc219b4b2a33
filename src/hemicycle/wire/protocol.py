"""The list of the subjects: which commands, messages, refusals and parts of the view each has.

A new subject adds itself here to each union that it has something for; everything else (schema,
TypeScript, PROTOCOL.md, validation) is made from these.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field
from typing_extensions import TypeAliasType

from hemicycle.wire import (
    archive,
    booths,
    captions,
    channels,
    checks,
    communique,
    desk,
    doors,
    floor,
    hands,
    languages,
    lines,
    media,
    meeting,
    models,
    opening,
    quotes,
    record,
    recording,
    stage,
    texts,
)

Command = TypeAliasType(
    "Command",
    Annotated[
        opening.Commands
        | floor.Commands
        | stage.Commands
        | hands.Commands
        | doors.Commands
        | languages.Commands
        | channels.Commands
        | booths.Commands
        | record.Commands,
        Field(discriminator="type"),
    ],
)
"""What a seat may ask for."""

SubjectUp = media.Up | booths.Up | captions.Up
"""What a seat says to a subject; none of it is a command."""

SubjectDown = booths.Down | captions.Down
"""What a subject says to a seat beside the view."""

RefusalCode = TypeAliasType(
    "RefusalCode",
    models.RequestRefusal
    | opening.OpeningRefusal
    | doors.DoorRefusal
    | floor.FloorRefusal
    | stage.StageRefusal
    | hands.HandRefusal
    | booths.BoothRefusal
    | captions.CaptionRefusal
    | record.RecordRefusal
    | quotes.QuoteRefusal,
)
"""Why a command was not carried out, or a message not taken up."""


class View(
    opening.OpeningView,
    archive.ArchiveView,
    doors.DoorsView,
    hands.HandsView,
    floor.FloorView,
    stage.StageView,
    channels.ChannelsView,
    booths.BoothsView,
    record.RecordView,
    media.MediaView,
    captions.CaptionsView,
    texts.TextsView,
    recording.RecordingView,
):
    """The meeting as it stands, for one audience.

    It holds no null anywhere, because its changes travel as JSON merge patches (RFC 7396), where
    null means "gone". What changes often is a mapping by seat; what has an order is a list.
    """


DOCUMENTS: tuple[type[Any], ...] = (
    *meeting.DOCUMENTS,
    *checks.DOCUMENTS,
    *texts.DOCUMENTS,
    *desk.DOCUMENTS,
    *quotes.DOCUMENTS,
    *communique.DOCUMENTS,
    *archive.DOCUMENTS,
    *lines.DOCUMENTS,
)
"""The models of requests and answers over HTTP, for the schema and the pages' types."""

"""What goes over a seat's WebSocket, one JSON object a message, told apart by `type`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter
from typing_extensions import TypeAliasType

from hemicycle.wire.ids import Audience, Key, Language, Milliseconds
from hemicycle.wire.media import MediaDoor
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.models import DownModel, UpModel
from hemicycle.wire.protocol import Command, RefusalCode, SubjectDown, SubjectUp, View

PROTOCOL = 1
"""Raised when a page of an older version could not understand the server."""

MAX_MESSAGE_BYTES = 16 * 1024
"""The longest message a seat may send."""


class Ask(UpModel):
    """A command. Answered by `done` or `refused` with the same id."""

    type: Literal["command"] = "command"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]
    command: Command


class Ping(UpModel):
    """Asks for a `pong`: a sign of life, and the server's clock."""

    type: Literal["ping"] = "ping"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]


Up = TypeAliasType("Up", Annotated[Ask | Ping | SubjectUp, Field(discriminator="type")])

UP: TypeAdapter[Ask | Ping | SubjectUp] = TypeAdapter(Up)


class Welcome(DownModel):
    """The first message, and again whenever the whole picture has to be drawn anew."""

    type: Literal["welcome"] = "welcome"
    protocol: int = PROTOCOL
    now: Milliseconds
    seat: Key
    audience: Audience
    channel: Language | None
    """The booth that the seat listens to, as it chose last; null: the original."""
    meeting: Meeting
    rev: int
    view: View
    media: MediaDoor


class Change(DownModel):
    """What changed in the view since revision `rev - 1`, as a JSON merge patch (RFC 7396)."""

    type: Literal["change"] = "change"
    rev: int
    now: Milliseconds
    patch: dict[str, Any]


class Done(DownModel):
    """The command was carried out, its facts are stored; or the note was told to all who
    read it."""

    type: Literal["done"] = "done"
    id: int


class Refused(DownModel):
    """The command was not carried out, and nothing changed; or the note was told to nobody."""

    type: Literal["refused"] = "refused"
    id: int | None
    """The command's or the note's; null where the message could not be read, or has none."""
    code: RefusalCode
    sentence: str
    """In English; pages say it in their own language by the code."""


class GoodbyeReason(StrEnum):
    """Why a seat's connection has no view any more."""

    REPLACED = "replaced"
    """The seat was opened in another window. The server closes this connection."""
    SENT_OUT = "sent_out"
    """The chair sent the seat out. The connection stays, and `welcome` follows if it is let in."""
    REVOKED = "revoked"
    """The link is no longer valid. The server closes this connection."""
    NO_SEAT = "no_seat"
    """The browser holds no seat here, or no more.

    Open the link again. The server closes this connection.
    """
    TOO_SLOW = "too_slow"
    """The connection could not keep up. The server closes it; come back for a fresh `welcome`."""


class Goodbye(DownModel):
    """The last message for this view: the connection is closed, or the seat is outside."""

    type: Literal["goodbye"] = "goodbye"
    reason: GoodbyeReason


class Pong(DownModel):
    """The answer to `ping`."""

    type: Literal["pong"] = "pong"
    id: int
    now: Milliseconds


Down = TypeAliasType(
    "Down",
    Annotated[Welcome | Change | Done | Refused | Goodbye | Pong | SubjectDown, Field(discriminator="type")],
)

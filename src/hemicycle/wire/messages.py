"""What goes over a seat's WebSocket, one JSON object a message, told apart by `type`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter
from typing_extensions import TypeAliasType

from hemicycle.wire.commands import Command
from hemicycle.wire.ids import Audience, Key, Language, Milliseconds
from hemicycle.wire.record import MAX_LINE, Writer
from hemicycle.wire.views import Meeting, View

PROTOCOL = 1
"""Raised when a page of an older version could not understand the server."""

MAX_MESSAGE = 16 * 1024
"""The longest message a seat may send, in bytes."""


class _Up(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class SoundFormat(_Up):
    """How a microphone's sound is encoded."""

    codec: Literal["opus"]
    sample_rate: Literal[48000]
    channels: Literal[1, 2]


class PictureFormat(_Up):
    """How a camera's or a screen's picture is encoded. H.264 is sent as Annex B."""

    codec: Annotated[str, Field(pattern=r"^(avc1|avc3|vp8|vp09|av01)[.0-9A-Za-z]{0,40}$")]
    width: Annotated[int, Field(ge=16, le=7680)]
    height: Annotated[int, Field(ge=16, le=4320)]


class Ask(_Up):
    """A command. Answered by `done` or `refused` with the same id."""

    type: Literal["command"] = "command"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]
    command: Command


class Sending(_Up):
    """What the seat's publisher is ready to send; sent again, whole, when it changes.

    It opens nothing: the server takes from a seat only what the chair has opened.
    """

    type: Literal["sending"] = "sending"
    microphone: SoundFormat | None = None
    camera: PictureFormat | None = None
    screen: PictureFormat | None = None
    camera_small: PictureFormat | None = None
    screen_small: PictureFormat | None = None


class Ping(_Up):
    """Asks for a `pong`: a sign of life, and the server's clock."""

    type: Literal["ping"] = "ping"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]


class Hold(_Up):
    """Holds the seat's own sound back, or lets it go again: a cough button, a mute.

    It opens nothing. The server forwards no sound of the seat meanwhile.
    """

    type: Literal["hold"] = "hold"
    held: bool


class SlowDown(_Up):
    """An interpreter asks, for a booth and without a name, that the floor speak more slowly."""

    type: Literal["slow_down"] = "slow_down"
    booth: Language


class Note(_Up):
    """A line of a booth's chat, among its interpreters and the chair. It is stored nowhere.

    Answered by `done` or `refused` with the same id; whoever reads the chat gets it as `noted`.
    """

    type: Literal["note"] = "note"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]
    booth: Language
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class WantCaptions(_Up):
    """Which captions the seat wants. After it the latest lines come, then each line as it is written.

    To be said again on each new connection.
    """

    type: Literal["captions"] = "captions"
    wanted: Literal["original"] | Language | None
    """`original`: what is spoken, in its own language; a language: in that; null: none."""


class Captioning(_Up):
    """A captioner writes a language by hand from now on, so that the machine does not; null: no more."""

    type: Literal["captioning"] = "captioning"
    language: Language | None


class WriteLine(_Up):
    """A captioner's line. Answered by `done` once it is stored, or `refused`, with the same id."""

    type: Literal["write"] = "write"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]
    seat: Key
    """Who said it."""
    language: Language
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class CorrectLine(_Up):
    """A captioner or the chair corrects a line. Answered by `done` once it is stored, or `refused`."""

    type: Literal["correct"] = "correct"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]
    line: Annotated[int, Field(ge=1, le=2**31 - 1)]
    after: Annotated[int, Field(ge=1, le=2**31 - 1)]
    """The version that is corrected."""
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE)]
    """Empty: the line is struck out."""


Up = TypeAliasType(
    "Up",
    Annotated[
        Ask | Sending | Ping | Hold | SlowDown | Note | WantCaptions | Captioning | WriteLine | CorrectLine,
        Field(discriminator="type"),
    ],
)

UP: TypeAdapter[
    Ask | Sending | Ping | Hold | SlowDown | Note | WantCaptions | Captioning | WriteLine | CorrectLine
] = TypeAdapter(Up)


class _Down(BaseModel):
    model_config = ConfigDict(frozen=True)


class MediaDoor(_Down):
    """Where the seat takes and publishes sound and picture."""

    url: str
    """An `https` URL for WebTransport, with the ticket that lets this connection in."""
    fingerprints: list[str]
    """SHA-256 of the certificates to pin, in hex; empty where the certificate is publicly trusted."""
    tcp: str
    """A `ws` or `wss` URL of the same media, for where UDP is blocked, with the same ticket."""
    network: str
    """A key of the network that the seat comes from, to remember by what works there."""


class Welcome(_Down):
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


class Change(_Down):
    """What changed in the view since revision `rev - 1`, as a JSON merge patch (RFC 7396)."""

    type: Literal["change"] = "change"
    rev: int
    now: Milliseconds
    patch: dict[str, Any]


class Done(_Down):
    """The command was carried out, its facts are stored; or the note was told to all who read it."""

    type: Literal["done"] = "done"
    id: int


class RefusalCode(StrEnum):
    """Why a command was not carried out."""

    NOT_ALLOWED = "not_allowed"
    MEETING_NOT_OPEN = "meeting_not_open"
    MEETING_ALREADY_OPEN = "meeting_already_open"
    NO_SUCH_SEAT = "no_such_seat"
    NO_SUCH_ITEM = "no_such_item"
    ITEM_ALREADY_BEGUN = "item_already_begun"
    SEAT_ABSENT = "seat_absent"
    SEAT_SENT_OUT = "seat_sent_out"
    SEAT_NOT_SENT_OUT = "seat_not_sent_out"
    CHAIR_STAYS = "chair_stays"
    OBSERVERS_LISTEN = "observers_listen"
    INTERPRETERS_INTERPRET = "interpreters_interpret"
    CAPTIONERS_WRITE = "captioners_write"
    HAS_FLOOR = "has_floor"
    HAS_NO_FLOOR = "has_no_floor"
    MICROPHONE_ALREADY_OPEN = "microphone_already_open"
    MICROPHONE_ALREADY_CLOSED = "microphone_already_closed"
    ON_STAGE = "on_stage"
    NOT_ON_STAGE = "not_on_stage"
    STAGE_FULL = "stage_full"
    HAND_IS_UP = "hand_is_up"
    HAND_IS_DOWN = "hand_is_down"
    NO_SUCH_BOOTH = "no_such_booth"
    NOT_YOUR_BOOTH = "not_your_booth"
    BOOTH_TAKEN = "booth_taken"
    BOOTH_IS_YOURS = "booth_is_yours"
    BOOTH_NOT_LIVE = "booth_not_live"
    NO_PARTNER = "no_partner"
    HANDOVER_ASKED = "handover_asked"
    HANDOVER_NOT_ASKED = "handover_not_asked"
    PIVOT_CIRCLE = "pivot_circle"
    NOTHING_WRITTEN = "nothing_written"
    NO_SUCH_LINE = "no_such_line"
    LINE_CHANGED = "line_changed"
    OFF_THE_RECORD = "off_the_record"
    ON_THE_RECORD = "on_the_record"
    NO_SUCH_QUOTE = "no_such_quote"
    NOT_YOUR_QUOTE = "not_your_quote"
    QUOTE_NOT_ASKED = "quote_not_asked"
    QUOTE_ANSWERED = "quote_answered"
    QUOTE_WITHDRAWN = "quote_withdrawn"
    TOO_FAST = "too_fast"
    NOT_UNDERSTOOD = "not_understood"
    NOT_STORED = "not_stored"


class Refused(_Down):
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
    """The browser holds no seat here, or no more. Open the link again. The server closes this connection."""
    TOO_SLOW = "too_slow"
    """The connection could not keep up. The server closes it; come back for a fresh `welcome`."""


class Goodbye(_Down):
    """The view ends here."""

    type: Literal["goodbye"] = "goodbye"
    reason: GoodbyeReason


class Pong(_Down):
    """The answer to `ping`."""

    type: Literal["pong"] = "pong"
    id: int
    now: Milliseconds


class Noted(_Down):
    """A line of a booth's chat, for its interpreters and the chair. After `welcome` the latest come again."""

    type: Literal["noted"] = "noted"
    id: int
    """Counts up: a line that is told again has the same."""
    booth: Language
    seat: Key
    at: Milliseconds
    text: str


class Caption(_Down):
    """A line of captions, for the seats that want it. A later one of the same id takes its place."""

    type: Literal["caption"] = "caption"
    id: int
    line: int | None
    """The number of the line in the verbatim; null as long as it is not stored."""
    version: int
    seat: Key
    """Who speaks."""
    language: Language
    """Of the text."""
    since: Milliseconds
    text: str
    """Empty: nothing was said after all, or the line was struck out."""
    final: bool
    """False: it is being said, and the words may still change."""
    writer: Writer


Down = TypeAliasType(
    "Down",
    Annotated[
        Welcome | Change | Done | Refused | Goodbye | Pong | Noted | Caption, Field(discriminator="type")
    ],
)

"""The messages of media over a WebSocket: one binary message each, told apart by the first byte.

MoQ needs UDP. Where that is blocked, the same groups and frames go over a WebSocket in messages
of our own. Numbers are variable-length integers, a string is its length in bytes and UTF-8.
"""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.media.wire.frames import MAX_FRAME_BYTES
from hemicycle.media.wire.varint import decode_varint, encode_varint

SUBPROTOCOL = "hemicycle-media-1"
"""The WebSocket's subprotocol: another version of the messages would have another name."""

MAX_TCP_MESSAGE = MAX_FRAME_BYTES + 64
"""The longest message, in bytes: the longest frame and what is written before it."""

MAX_NAME = 256
"""The longest path or track name, in bytes."""

BEGINS = 1
"""The frame is the first of its group."""
ENDS = 2
"""The frame is the last of its group; no `End` follows."""
GOES_ON = 4
"""The message holds a part of the frame, and the group's next one goes on with it. Only the server
splits."""

REFUSED = 4403
"""Close code: the ticket is unknown or was dismissed. Not to be tried again with this ticket."""
BREACH = 4400
"""Close code: the client sent what nobody may send."""
REPLACED = 4001
"""Close code: the same page has too many connections, and this was the oldest."""


class MalformedMessageError(ValueError):
    """The bytes are no message of media over a WebSocket."""


@dataclass(frozen=True, slots=True)
class Subscribe:
    """From a client: send the track of the broadcast at a path from now on.

    `id` is the client's; it is never used twice.
    """

    id: int
    priority: int
    """The stream with the greater priority is sent first."""
    path: str
    track: str


@dataclass(frozen=True, slots=True)
class Unsubscribe:
    """From a client: end the subscription of that id."""

    id: int


@dataclass(frozen=True, slots=True)
class Announce:
    """From a client: its own broadcast is there."""


@dataclass(frozen=True, slots=True)
class Unannounce:
    """From a client: its own broadcast is there no more."""


@dataclass(frozen=True, slots=True)
class Request:
    """From the server: send that track of your broadcast, beginning with a new group.

    `id` is the server's, another one each time.
    """

    id: int
    track: str


@dataclass(frozen=True, slots=True)
class Release:
    """From the server: end what was requested under that id."""

    id: int


@dataclass(frozen=True, slots=True)
class Gone:
    """From the server: the stream of that subscription has ended, or never was."""

    id: int


@dataclass(frozen=True, slots=True)
class Frame:
    """From either: a frame of what was subscribed to or requested."""

    id: int
    group: int
    flags: int
    """`BEGINS` (in the first part), `ENDS` (in the last) and `GOES_ON` (in all parts but the
    last)."""
    payload: bytes
    """The MoQ frame's payload as it is (see `frames`), or a part of it."""


@dataclass(frozen=True, slots=True)
class End:
    """From either: the end of a group."""

    id: int
    group: int
    lost: bool
    """Whether the rest of it was thrown away."""


Message = Subscribe | Unsubscribe | Announce | Unannounce | Request | Release | Gone | Frame | End

_SUBSCRIBE, _UNSUBSCRIBE, _ANNOUNCE, _UNANNOUNCE = 0x01, 0x02, 0x03, 0x04
_FRAME, _END, _GONE = 0x11, 0x12, 0x13
_REQUEST, _RELEASE = 0x20, 0x21
_ID_ALONE: dict[int, type[Unsubscribe | Gone | Release]] = {
    _UNSUBSCRIBE: Unsubscribe,
    _GONE: Gone,
    _RELEASE: Release,
}
_KINDS = {of: kind for kind, of in _ID_ALONE.items()}


def encode_message(message: Message) -> bytes:
    """The message as it goes over the WebSocket.

    Raises:
        ValueError: a number out of range.
    """
    match message:
        case Subscribe():
            numbers = encode_varint(message.id) + encode_varint(message.priority)
            return bytes([_SUBSCRIBE]) + numbers + _string(message.path) + _string(message.track)
        case Unsubscribe() | Release() | Gone():
            return bytes([_KINDS[type(message)]]) + encode_varint(message.id)
        case Announce():
            return bytes([_ANNOUNCE])
        case Unannounce():
            return bytes([_UNANNOUNCE])
        case Request():
            return bytes([_REQUEST]) + encode_varint(message.id) + _string(message.track)
        case Frame():
            return frame_head(message.id) + frame_tail(message.group, message.flags, message.payload)
        case End():
            group = encode_varint(message.group)
            return bytes([_END]) + encode_varint(message.id) + group + bytes([message.lost])


def frame_head(id: int) -> bytes:  # noqa: A002
    """How a frame begins for one receiver."""
    return bytes([_FRAME]) + encode_varint(id)


def frame_tail(group: int, flags: int, payload: bytes) -> bytes:
    """The rest of a frame, the same for every receiver."""
    return encode_varint(group) + bytes([flags]) + payload


def split_tail(tail: bytes, most: int) -> tuple[bytes, bytes | None]:
    """The first part of a frame, with so many bytes of payload at most, and the rest; None: there
    is none."""
    _, at = decode_varint(tail, 0)
    begin = at + 1
    if len(tail) - begin <= most:
        return tail, None
    group, flags = tail[:at], tail[at]
    part = group + bytes([flags & ~ENDS | GOES_ON]) + tail[begin : begin + most]
    return part, group + bytes([flags & ~BEGINS]) + tail[begin + most :]


def decode_message(data: bytes) -> Message:
    """The message in the bytes.

    Raises:
        MalformedMessageError: there is none, or something follows it.
    """
    if not data:
        raise MalformedMessageError("an empty message")
    try:
        message, end = _decode(data)
    except ValueError as error:
        raise MalformedMessageError(f"a message of kind {data[0]:#04x}: {error}") from error
    if end != len(data):
        raise MalformedMessageError(f"{len(data) - end} bytes follow a message of kind {data[0]:#04x}")
    return message


def _decode(data: bytes) -> tuple[Message, int]:
    kind = data[0]
    if kind == _ANNOUNCE:
        return Announce(), 1
    if kind == _UNANNOUNCE:
        return Unannounce(), 1
    number, at = decode_varint(data, 1)
    if kind in (_FRAME, _END):
        group, at = decode_varint(data, at)
        if at >= len(data) or data[at] > (BEGINS | ENDS | GOES_ON if kind == _FRAME else 1):
            raise ValueError("its flags are missing or unknown")
        if kind == _FRAME:
            return Frame(number, group, data[at], data[at + 1 :]), len(data)
        return End(number, group, data[at] == 1), at + 1
    if kind == _SUBSCRIBE:
        priority, at = decode_varint(data, at)
        path, at = _read_string(data, at)
        track, at = _read_string(data, at)
        return Subscribe(number, priority, path, track), at
    if kind == _REQUEST:
        track, at = _read_string(data, at)
        return Request(number, track), at
    if kind in _ID_ALONE:
        return _ID_ALONE[kind](number), at
    raise ValueError("there is no such kind")


def _string(text: str) -> bytes:
    encoded = text.encode()
    return encode_varint(len(encoded)) + encoded


def _read_string(data: bytes, at: int) -> tuple[str, int]:
    length, at = decode_varint(data, at)
    if length > MAX_NAME:
        raise ValueError(f"a name of {length} bytes, where {MAX_NAME} are the most")
    if at + length > len(data):
        raise ValueError("a name is cut short")
    return data[at : at + length].decode(), at + length

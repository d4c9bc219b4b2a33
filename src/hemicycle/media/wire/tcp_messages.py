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
"""The message holds a part of the frame, and the group's next one goes on with it. Only the server splits."""

REFUSED = 4403
"""Close code: the ticket is unknown or was dismissed. Not to be tried again with this ticket."""
BREACH = 4400
"""Close code: the client sent what nobody may send."""
REPLACED = 4001
"""Close code: the same page has too many connections, and this was the oldest."""


class MalformedMessageError(ValueError):
    """The bytes are no message of media over a WebSocket."""


@dataclass(frozen=True, slots=True)
class Take:
    """Client: send me the track of the broadcast at a path from now on, under a number of my own."""

    id: int
    priority: int
    """The stream with the greater priority is sent first."""
    path: str
    track: str


@dataclass(frozen=True, slots=True)
class Leave:
    """Client: no more of what I have taken."""

    id: int


@dataclass(frozen=True, slots=True)
class Offer:
    """Client: my own broadcast is there."""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Client: my own broadcast is there no more."""


@dataclass(frozen=True, slots=True)
class Want:
    """Server: send me that track of your broadcast, beginning with a new group."""

    id: int
    track: str


@dataclass(frozen=True, slots=True)
class Unwant:
    """Server: no more of it."""

    id: int


@dataclass(frozen=True, slots=True)
class Gone:
    """Server: what was taken has ended, or never was."""

    id: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Either: a frame of what is taken or wanted."""

    id: int
    group: int
    flags: int
    """`BEGINS` (in the first part), `ENDS` (in the last) and `GOES_ON` (in all parts but the last)."""
    payload: bytes
    """The MoQ frame's payload as it is (see `frames`), or a part of it."""


@dataclass(frozen=True, slots=True)
class End:
    """Either: nothing more of a group."""

    id: int
    group: int
    lost: bool
    """Whether the rest of it was thrown away."""


Message = Take | Leave | Offer | Withdraw | Want | Unwant | Gone | Frame | End

_TAKE, _LEAVE, _OFFER, _WITHDRAW = 0x01, 0x02, 0x03, 0x04
_FRAME, _END, _GONE = 0x11, 0x12, 0x13
_WANT, _UNWANT = 0x20, 0x21
_NUMBER_ALONE: dict[int, type[Leave | Gone | Unwant]] = {_LEAVE: Leave, _GONE: Gone, _UNWANT: Unwant}


def encode_message(message: Message) -> bytes:
    """The message as it goes over the WebSocket.

    Raises:
        ValueError: a number out of range.
    """
    match message:
        case Take():
            numbers = encode_varint(message.id) + encode_varint(message.priority)
            return bytes([_TAKE]) + numbers + _string(message.path) + _string(message.track)
        case Leave():
            return bytes([_LEAVE]) + encode_varint(message.id)
        case Offer():
            return bytes([_OFFER])
        case Withdraw():
            return bytes([_WITHDRAW])
        case Want():
            return bytes([_WANT]) + encode_varint(message.id) + _string(message.track)
        case Unwant():
            return bytes([_UNWANT]) + encode_varint(message.id)
        case Gone():
            return bytes([_GONE]) + encode_varint(message.id)
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
    """The first part of a frame, with so many bytes of payload at most, and the rest; None: there is none."""
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
    if kind == _OFFER:
        return Offer(), 1
    if kind == _WITHDRAW:
        return Withdraw(), 1
    number, at = decode_varint(data, 1)
    if kind in (_FRAME, _END):
        group, at = decode_varint(data, at)
        if at >= len(data) or data[at] > (BEGINS | ENDS | GOES_ON if kind == _FRAME else 1):
            raise ValueError("its flags are missing or unknown")
        if kind == _FRAME:
            return Frame(number, group, data[at], data[at + 1 :]), len(data)
        return End(number, group, data[at] == 1), at + 1
    if kind == _TAKE:
        priority, at = decode_varint(data, at)
        path, at = _read_string(data, at)
        track, at = _read_string(data, at)
        return Take(number, priority, path, track), at
    if kind == _WANT:
        track, at = _read_string(data, at)
        return Want(number, track), at
    if kind in _NUMBER_ALONE:
        return _NUMBER_ALONE[kind](number), at
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

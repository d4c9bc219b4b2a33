"""What goes between the server and the process that listens: sound in binary, words as lines of JSON."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any, BinaryIO

_HEAD = struct.Struct("<IBIqq")
"""Length of what follows, kind, track, the publisher's time in µs, the server's in ms."""


class Kind(IntEnum):
    """What the server says."""

    OPEN = 1
    """A microphone was opened; then its language."""
    SOUND = 2
    """A packet of Opus."""
    CLOSE = 3
    """Nothing more will come of it: what was begun is to be ended."""


@dataclass(frozen=True, slots=True)
class Told:
    """A message of the server."""

    kind: Kind
    track: int
    timestamp_us: int = 0
    at: int = 0
    data: bytes = b""


def encode(told: Told) -> bytes:
    """The message as it goes over the pipe."""
    return _HEAD.pack(len(told.data), told.kind, told.track, told.timestamp_us, told.at) + told.data


def read(pipe: BinaryIO) -> Told | None:
    """The next message; None: the server is gone."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    length, kind, track, timestamp_us, at = _HEAD.unpack(head)
    return Told(Kind(kind), track, timestamp_us, at, pipe.read(length))


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded."""

    languages: list[str]
    translates: bool


@dataclass(frozen=True, slots=True)
class Unavailable:
    """There is no model, and why; the process ends."""

    reason: str


@dataclass(frozen=True, slots=True)
class Words:
    """What was heard on a track."""

    track: int
    utterance: int
    """Counts up on a track. A later text of the same takes the place of the earlier."""
    since: int
    until: int
    text: str
    """Empty: it was no speech after all."""
    final: bool


@dataclass(frozen=True, slots=True)
class English:
    """A final text in English."""

    track: int
    utterance: int
    text: str


@dataclass(frozen=True, slots=True)
class Pace:
    """Whether the machine keeps up."""

    behind_ms: int
    """How long the oldest utterance has been waiting, beyond what is usual; 0: it keeps up."""
    lost_ms: int
    """How much sound was given up so far."""


Heard = Ready | Unavailable | Words | English | Pace

_HEARD: dict[str, type[Any]] = {each.__name__: each for each in (Ready, Unavailable, Words, English, Pace)}


def encode_heard(heard: Heard) -> bytes:
    """What the listening process says, as a line."""
    return json.dumps([type(heard).__name__, asdict(heard)], ensure_ascii=False).encode() + b"\n"


def decode_heard(line: bytes) -> Heard:
    """What the listening process said.

    Raises:
        ValueError: the line says something else.
    """
    try:
        name, fields = json.loads(line)
        heard: Heard = _HEARD[name](**fields)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not understood: {line[:100]!r}") from error
    return heard

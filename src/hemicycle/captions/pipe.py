"""The protocol between server and worker process: packets of sound in, lines of JSON out."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any, BinaryIO

_HEAD = struct.Struct("<IBIqq")
"""Of an input: length of its data, kind, track, time by the publisher's clock (µs) and the server's
(ms)."""


class InputKind(IntEnum):
    """What an input to the worker is about."""

    OPEN = 1
    """A microphone was opened; the data is its language as a primary subtag."""
    SOUND = 2
    """The data is one packet of Opus."""
    CLOSE = 3
    """Nothing more will come of the track: end the utterance that is under way."""


@dataclass(frozen=True, slots=True)
class Input:
    """One message to the worker."""

    kind: InputKind
    track: int
    timestamp_us: int = 0
    at: int = 0
    data: bytes = b""


def encode_input(message: Input) -> bytes:
    """The message as bytes for the pipe."""
    return (
        _HEAD.pack(len(message.data), message.kind, message.track, message.timestamp_us, message.at)
        + message.data
    )


def read_input(pipe: BinaryIO) -> Input | None:
    """Read the next message; blocks. None: the server has closed the pipe."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    length, kind, track, timestamp_us, at = _HEAD.unpack(head)
    return Input(InputKind(kind), track, timestamp_us, at, pipe.read(length))


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded: the first output."""

    languages: list[str]
    translates: bool


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The model can't be loaded; the reason is a sentence for people. The process ends."""

    reason: str


@dataclass(frozen=True, slots=True)
class Words:
    """What was said in one utterance of a track, as far as it is known."""

    track: int
    utterance: int
    """Counts up on a track. A later output of the same number replaces the earlier."""
    since: int
    until: int
    """From when to when, in ms by the server's clock."""
    text: str
    """Empty: it was no speech after all."""
    final: bool


@dataclass(frozen=True, slots=True)
class English:
    """The translation of a final utterance into English."""

    track: int
    utterance: int
    text: str


@dataclass(frozen=True, slots=True)
class Pace:
    """Whether the worker keeps up with what is said."""

    behind_ms: int
    """How long the oldest utterance has been waiting, beyond what is usual; 0: it keeps up."""
    lost_ms: int
    """How much sound was dropped so far, without having been recognised."""


Output = Ready | Unavailable | Words | English | Pace

_OUTPUTS: dict[str, type[Any]] = {each.__name__: each for each in (Ready, Unavailable, Words, English, Pace)}


def encode_output(output: Output) -> bytes:
    """The output as one line of JSON."""
    return json.dumps([type(output).__name__, asdict(output)], ensure_ascii=False).encode() + b"\n"


def decode_output(line: bytes) -> Output:
    """An output from its line.

    Raises:
        ValueError: the line is none.
    """
    try:
        name, fields = json.loads(line)
        output: Output = _OUTPUTS[name](**fields)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not understood: {line[:100]!r}") from error
    return output

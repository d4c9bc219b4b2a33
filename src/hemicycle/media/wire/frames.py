"""The framing of sound and picture: a frame is its timestamp, then what the codec made.

The timestamp is a variable-length integer of RFC 9000 §16: microseconds by the publisher's
monotonic clock, the same clock for all tracks of a seat, so that lips and voice go together.
"""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.media.wire.varint import MAX_VARINT, encode_varint

MAX_TIMESTAMP_US = MAX_VARINT
"""The greatest number that a variable-length integer holds."""

MAX_FRAME_BYTES = 4 * 1024 * 1024
"""The longest frame that is taken, timestamp included."""


class MalformedFrameError(ValueError):
    """The bytes are no frame: the timestamp is missing or cut short."""


@dataclass(frozen=True, slots=True)
class MediaFrame:
    """One frame as it was received."""

    timestamp_us: int
    """By the publisher's clock, which has no known beginning: compare only within a seat."""
    payload: bytes
    keyframe: bool
    """Whether a decoder can begin here: the first frame of its group."""
    group: int
    """The group's number. Groups may arrive out of order; within one, frames are in order."""


def encode_frame(payload: bytes, timestamp_us: int) -> bytes:
    """The frame as it goes over MoQ.

    Args:
        payload: What the codec made.
        timestamp_us: Microseconds, 0 to 2**62 - 1.

    Raises:
        ValueError: a timestamp out of range.
    """
    try:
        return encode_varint(timestamp_us) + payload
    except ValueError:
        raise ValueError(f"a timestamp lies between 0 and 2**62 - 1, not {timestamp_us}") from None


def decode_frame(data: bytes) -> tuple[int, bytes]:
    """The timestamp in microseconds, and what the codec made.

    Raises:
        MalformedFrameError: the data ends before the timestamp does.
    """
    if not data:
        raise MalformedFrameError("an empty frame has no timestamp")
    length = 1 << (data[0] >> 6)
    if len(data) < length:
        raise MalformedFrameError(f"a timestamp of {length} bytes does not fit into {len(data)}")
    mask = (1 << (8 * length - 2)) - 1
    return int.from_bytes(data[:length]) & mask, data[length:]


def decode_timestamp(data: bytes) -> int:
    """The timestamp alone, in microseconds, without copying the rest.

    Raises:
        MalformedFrameError: the data ends before the timestamp does.
    """
    return decode_frame(data[:8])[0]

"""The variable-length integers of RFC 9000 §16: 1, 2, 4 or 8 bytes, the length in the first two
bits."""

from __future__ import annotations

MAX_VARINT = 2**62 - 1
"""The greatest number that one holds."""


def encode_varint(number: int) -> bytes:
    """The number in as few bytes as it takes.

    Raises:
        ValueError: it is negative, or greater than `MAX_VARINT`.
    """
    if number < 0 or number > MAX_VARINT:
        raise ValueError(f"a number lies between 0 and 2**62 - 1, not {number}")
    if number < 2**6:
        return number.to_bytes(1)
    if number < 2**14:
        return (number | 0x4000).to_bytes(2)
    if number < 2**30:
        return (number | 0x8000_0000).to_bytes(4)
    return (number | 0xC000_0000_0000_0000).to_bytes(8)


def decode_varint(data: bytes, at: int = 0) -> tuple[int, int]:
    """The number that begins at an index, and the index after it.

    Raises:
        ValueError: the data ends before the number does.
    """
    if at >= len(data):
        raise ValueError("a number is missing at the end")
    length = 1 << (data[at] >> 6)
    if len(data) < at + length:
        raise ValueError(f"a number of {length} bytes does not fit into {len(data) - at}")
    mask = (1 << (8 * length - 2)) - 1
    return int.from_bytes(data[at : at + length]) & mask, at + length

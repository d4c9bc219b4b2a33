"""The container: a QUIC variable-length integer, then the payload."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.media.wire.frames import (
    MAX_TIMESTAMP_US,
    MalformedFrameError,
    decode_frame,
    decode_timestamp,
    encode_frame,
)

# RFC 9000, A.1.
EXAMPLES = [
    ("c2197c5eff14e88c", 151_288_809_941_952_652),
    ("9d7f3e7d", 494_878_333),
    ("7bbd", 15_293),
    ("25", 37),
]


@pytest.mark.parametrize(("written", "timestamp_us"), EXAMPLES)
def test_the_examples_of_rfc_9000(written: str, timestamp_us: int) -> None:
    assert encode_frame(b"", timestamp_us) == bytes.fromhex(written)
    assert decode_frame(bytes.fromhex(written) + b"opus") == (timestamp_us, b"opus")


def test_a_longer_encoding_than_needed_is_read() -> None:
    assert decode_frame(bytes.fromhex("4025")) == (37, b"")


@given(st.integers(0, MAX_TIMESTAMP_US), st.binary(max_size=64))
def test_what_is_written_is_read(timestamp_us: int, payload: bytes) -> None:
    data = encode_frame(payload, timestamp_us)
    assert decode_frame(data) == (timestamp_us, payload)
    assert decode_timestamp(data) == timestamp_us


@pytest.mark.parametrize("timestamp_us", [-1, MAX_TIMESTAMP_US + 1])
def test_a_timestamp_out_of_range_is_not_written(timestamp_us: int) -> None:
    with pytest.raises(ValueError, match="between 0 and"):
        encode_frame(b"", timestamp_us)


@given(st.binary(max_size=12))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        timestamp_us, payload = decode_frame(data)
    except MalformedFrameError:
        assert len(data) < (1 << (data[0] >> 6) if data else 1)
    else:
        assert 0 <= timestamp_us <= MAX_TIMESTAMP_US
        assert data.endswith(payload)

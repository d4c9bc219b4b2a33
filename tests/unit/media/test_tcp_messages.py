"""The TCP way's messages: what is written is read, what is no message is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.media.wire.tcp_messages import (
    BEGINS,
    ENDS,
    GOES_ON,
    Announce,
    End,
    Frame,
    Gone,
    MalformedMessageError,
    Message,
    Release,
    Request,
    Subscribe,
    Unannounce,
    Unsubscribe,
    decode_message,
    encode_message,
    frame_head,
    frame_tail,
    split_tail,
)
from hemicycle.media.wire.varint import MAX_VARINT, decode_varint, encode_varint

numbers = st.integers(0, MAX_VARINT)
names = st.text(max_size=60)
messages = st.one_of(
    st.builds(Subscribe, numbers, numbers, names, names),
    st.builds(Unsubscribe, numbers),
    st.builds(Announce),
    st.builds(Unannounce),
    st.builds(Request, numbers, names),
    st.builds(Release, numbers),
    st.builds(Gone, numbers),
    st.builds(Frame, numbers, numbers, st.integers(0, BEGINS | ENDS), st.binary(max_size=64)),
    st.builds(End, numbers, numbers, st.booleans()),
)


@pytest.mark.parametrize(
    ("message", "written"),
    [
        (Subscribe(5, 200, "a/camera/1", "camera"), "01 05 40c8 0a 612f63616d6572612f31 06 63616d657261"),
        (Unsubscribe(64), "02 4040"),
        (Announce(), "03"),
        (Unannounce(), "04"),
        (Frame(1, 16384, BEGINS | ENDS, b"\xaa\xbb"), "11 01 80004000 03 aabb"),
        (Frame(1, 2, 0, b""), "11 01 02 00"),
        (Frame(1, 2, BEGINS | GOES_ON, b"\xaa"), "11 01 02 05 aa"),
        (End(1, 2, lost=True), "12 01 02 01"),
        (Gone(9), "13 09"),
        (Request(1, "screen"), "20 01 06 73637265656e"),
        (Release(1), "21 01"),
    ],
)
def test_how_each_is_written(message: Message, written: str) -> None:
    data = bytes.fromhex(written)
    assert encode_message(message) == data
    assert decode_message(data) == message


@given(messages)
def test_what_is_written_is_read(message: Message) -> None:
    assert decode_message(encode_message(message)) == message


@given(numbers, numbers, st.integers(0, 3), st.binary(max_size=16))
def test_a_frame_is_its_head_and_its_tail(number: int, group: int, flags: int, payload: bytes) -> None:
    assert frame_head(number) + frame_tail(group, flags, payload) == encode_message(
        Frame(number, group, flags, payload)
    )


@given(numbers, st.integers(0, 3), st.binary(max_size=64), st.integers(1, 70))
def test_the_parts_of_a_frame_make_it_whole(group: int, flags: int, payload: bytes, most: int) -> None:
    parts = []
    rest: bytes | None = frame_tail(group, flags, payload)
    while rest is not None:
        part, rest = split_tail(rest, most)
        message = decode_message(frame_head(5) + part)
        assert isinstance(message, Frame)
        parts.append(message)
    assert {part.group for part in parts} == {group}
    assert all(len(part.payload) <= most for part in parts)
    assert b"".join(part.payload for part in parts) == payload
    # The first begins the group, the last ends it, and all but the last say that more comes.
    assert [part.flags & BEGINS for part in parts] == [flags & BEGINS] + [0] * (len(parts) - 1)
    assert [part.flags & ENDS for part in parts] == [0] * (len(parts) - 1) + [flags & ENDS]
    assert [part.flags & GOES_ON for part in parts] == [GOES_ON] * (len(parts) - 1) + [0]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "ff",
        "ff 00",
        "11",
        "11 01",
        "11 01 02",
        "11 01 02 08",
        "12 01 02",
        "12 01 02 02",
        "03 00",
        "02 01 00",
        "02 40",
        "20 01 02 61",
        "20 01 02 c328",
        "01 01 01 4101 " + 257 * "61" + " 01 61",
    ],
)
def test_what_is_no_message(written: str) -> None:
    with pytest.raises(MalformedMessageError):
        decode_message(bytes.fromhex(written))


@given(st.binary(max_size=40))
def test_any_bytes_are_a_message_or_are_refused(data: bytes) -> None:
    try:
        message = decode_message(data)
    except MalformedMessageError:
        return
    assert decode_message(encode_message(message)) == message


@given(numbers, st.binary(max_size=4), st.binary(max_size=4))
def test_a_number_amid_other_bytes(number: int, before: bytes, after: bytes) -> None:
    data = before + encode_varint(number) + after
    assert decode_varint(data, len(before)) == (number, len(data) - len(after))


@pytest.mark.parametrize("number", [-1, MAX_VARINT + 1])
def test_a_number_out_of_range(number: int) -> None:
    with pytest.raises(ValueError, match="between"):
        encode_varint(number)

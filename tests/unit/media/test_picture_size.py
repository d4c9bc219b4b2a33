"""The size of pictures, from headers that real encoders have made."""

from __future__ import annotations

from fractions import Fraction

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.media.wire.picture_size import NoSizeError, PictureSize, picture_size

ENCODERS = {
    "vp8": ("libvpx", {}),
    "vp09.00.10.08": ("libvpx-vp9", {}),
    "avc1.42e01f": ("libx264", {"profile": "baseline", "x264-params": "annexb=1:repeat-headers=1"}),
    "avc1.64001f": ("libx264", {"profile": "high", "x264-params": "annexb=1:repeat-headers=1"}),
    "avc1.7a001f": ("libx264", {"profile": "high10", "x264-params": "annexb=1:repeat-headers=1"}),
    "av01.0.04M.08": ("libsvtav1", {"preset": "12", "svtav1-params": "lp=1"}),
}
SIZES = [(128, 128), (320, 180), (640, 480), (1280, 720), (1920, 1080), (1080, 1920), (354, 290)]

CLAIMS = bytes.fromhex("8249834203fff3fff0") + bytes(85)
"""A key frame of VP9, 94 bytes long, that claims 16384 x 16384."""


def encoded(codec: str, width: int, height: int, count: int = 2) -> list[bytes]:
    name, options = ENCODERS[codec]
    context = av.CodecContext.create(name, "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height, context.time_base = width, height, Fraction(1, 30)
    context.pix_fmt = "yuv420p10le" if codec == "avc1.7a001f" else "yuv420p"
    context.options = options
    packets = []
    for number in range(count):
        frame = av.VideoFrame(width, height, context.pix_fmt)
        frame.pts = number
        packets += context.encode(frame)
    return [bytes(packet) for packet in (*packets, *context.encode(None))]


@pytest.mark.parametrize("codec", ENCODERS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_key_frame_says_its_size(codec: str, width: int, height: int) -> None:
    key, *deltas = encoded(codec, width, height)
    size = picture_size(codec, key)
    assert size is not None
    block = 16 if codec.startswith("avc") else 1
    assert (size.width, size.height) == (width + -width % block, height + -height % block)
    assert all(picture_size(codec, delta) is None for delta in deltas)


def test_a_short_frame_can_claim_a_huge_picture() -> None:
    assert len(CLAIMS) == 94
    assert picture_size("vp09.00.10.08", CLAIMS) == PictureSize(16384, 16384)


def test_a_superframe_is_as_great_as_its_greatest_frame() -> None:
    small, great = encoded("vp09.00.10.08", 128, 128)[0], CLAIMS
    index = bytes([0xC9]) + b"".join(len(one).to_bytes(2, "little") for one in (small, great)) + bytes([0xC9])
    assert picture_size("vp09.00.10.08", small + great + index) == PictureSize(16384, 16384)


def test_parameters_that_come_late_are_read_too() -> None:
    small, great = encoded("avc1.42e01f", 128, 128)[0], encoded("avc1.42e01f", 1920, 1080)[0]
    assert picture_size("avc1.42e01f", small + great) == PictureSize(1920, 1088)


@pytest.mark.parametrize(
    ("size", "slack", "exceeds"),
    [
        ((1280, 720), 0, False),
        ((720, 1280), 0, False),
        ((1344, 784), 64, False),
        ((1345, 720), 64, True),
        ((785, 1280), 64, True),
        ((16384, 16384), 64, True),
    ],
)
def test_a_size_fits_lying_or_upright(size: tuple[int, int], slack: int, exceeds: bool) -> None:
    assert PictureSize(*size).exceeds(1280, 720, slack) is exceeds


@given(st.sampled_from(sorted(ENCODERS)), st.binary(max_size=300))
def test_garbage_is_no_size_or_some_size(codec: str, payload: bytes) -> None:
    try:
        size = picture_size(codec, payload)
    except NoSizeError:
        return
    assert size is None or min(size.width, size.height) >= 0


@given(st.data())
def test_a_header_that_is_cut_short_says_no_other_size(data: st.DataObject) -> None:
    codec = data.draw(st.sampled_from(sorted(KEYS)))
    whole = picture_size(codec, KEYS[codec])
    try:
        size = picture_size(codec, KEYS[codec][: data.draw(st.integers(0, 60))])
    except NoSizeError:
        return
    assert size in (None, whole)


KEYS = {codec: encoded(codec, 320, 180, 1)[0] for codec in ENCODERS}

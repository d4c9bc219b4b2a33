"""The size of the pictures that an encoded frame says it holds, read from its header alone.

A decoder takes memory for the size that a header claims, whatever follows it: a VP9 key frame of 94
bytes can claim 16384 x 16384 pixels. So the size is read here, without a decoder, before anybody is
handed the frame. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass

START_CODE = b"\x00\x00\x01"
"""Before each NAL unit of H.264 in Annex B."""

MAX_PARAMETER_BYTES = 1024
"""More of a header than this is never looked at; real ones take less than a tenth of it."""

_HIGH_PROFILES = frozenset({44, 83, 86, 100, 110, 118, 122, 128, 134, 135, 138, 139, 244})
"""Profiles of H.264 whose parameter set tells of chroma and scaling (section 7.3.2.1.1)."""

_SRGB = 7
"""VP9's colour space that holds no subsampling."""


class NoSizeError(ValueError):
    """A header that should hold a size is cut short, or is none."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Width and height in pixels, as a decoder would allocate or show them."""

    width: int
    height: int

    def exceeds(self, width: int, height: int, slack: int = 0) -> bool:
        """Whether it does not fit into a size, lying or upright, with so many pixels of slack at
        each edge."""
        long, short = max(self.width, self.height), min(self.width, self.height)
        return long > max(width, height) + slack or short > min(width, height) + slack


class _Bits:
    """Reads the bits of a header, the first bit of each byte first."""

    def __init__(self, data: bytes) -> None:
        self._data = data[:MAX_PARAMETER_BYTES]
        self._at = 0

    def take(self, count: int) -> int:
        """The next bits as a number."""
        end = self._at + count
        if end > 8 * len(self._data):
            raise NoSizeError("a header that is cut short")
        first, last = self._at // 8, (end + 7) // 8
        value = int.from_bytes(self._data[first:last]) >> (8 * last - end)
        self._at = end
        return value & ((1 << count) - 1)

    def golomb(self) -> int:
        """An unsigned Exp-Golomb number (H.264, section 9.1)."""
        zeros = 0
        while not self.take(1):
            zeros += 1
            if zeros > 32:
                raise NoSizeError("a number that is too long")
        return (1 << zeros) - 1 + self.take(zeros)

    def signed_golomb(self) -> int:
        """A signed Exp-Golomb number (H.264, section 9.1.1)."""
        value = self.golomb()
        return (value + 1) // 2 if value % 2 else -(value // 2)


def picture_size(codec: str, payload: bytes) -> PictureSize | None:
    """The greatest size that a frame claims; None where it claims none, as most deltas do.

    Args:
        codec: The WebCodecs codec string, as announced.
        payload: The frame as its encoder made it; H.264 as Annex B.

    Raises:
        NoSizeError: a header that can't be read.
    """
    match codec.split(".")[0]:
        case "vp8":
            return _vp8(payload)
        case "vp09":
            return _vp9(payload)
        case "avc1" | "avc3":
            return _greatest([_sequence_parameters(unit) for unit in nal_units(payload, {7})])
        case "av01":
            return _greatest([_sequence_header(body) for kind, body in _obus(payload) if kind == 1])
        case _:
            raise NoSizeError(f"{codec} is not known here")


def nal_units(annex_b: bytes, kinds: set[int]) -> list[bytes]:
    """The NAL units of these types, without their start codes."""
    found: list[bytes] = []
    at = annex_b.find(START_CODE)
    while at >= 0:
        begin = at + len(START_CODE)
        at = annex_b.find(START_CODE, begin)
        if begin < len(annex_b) and annex_b[begin] & 0x1F in kinds:
            found.append(annex_b[begin : at if at >= 0 else len(annex_b)].rstrip(b"\x00"))
    return found


def _greatest(sizes: list[PictureSize]) -> PictureSize | None:
    return max(sizes, key=lambda size: size.width * size.height, default=None)


def _vp8(payload: bytes) -> PictureSize | None:
    """RFC 6386, section 9.1: only key frames hold a size."""
    if not payload:
        raise NoSizeError("an empty frame")
    if payload[0] & 1:
        return None
    if len(payload) < 10 or payload[3:6] != b"\x9d\x01\x2a":
        raise NoSizeError("a key frame of VP8 without its start code")
    width, height = int.from_bytes(payload[6:8], "little"), int.from_bytes(payload[8:10], "little")
    return PictureSize(width & 0x3FFF, height & 0x3FFF)


def _vp9(payload: bytes) -> PictureSize | None:
    """VP9's bitstream, section 6.2, for each frame of a superframe (annex B).

    A delta may hold a size of its own as well; where that stands depends on the references, so it
    is not read here.
    """
    return _greatest([size for frame in _superframe(payload) if (size := _vp9_frame(frame)) is not None])


def _superframe(payload: bytes) -> list[bytes]:
    if not payload:
        raise NoSizeError("an empty frame")
    mark = payload[-1]
    if mark & 0xE0 != 0xC0:
        return [payload]
    width, count = (mark >> 3 & 3) + 1, (mark & 7) + 1
    index = payload[-(2 + width * count) :]
    if len(index) < 2 + width * count or index[0] != mark:
        return [payload]
    frames, at = [], 0
    for number in range(count):
        length = int.from_bytes(index[1 + number * width : 1 + (number + 1) * width], "little")
        if length:
            frames.append(payload[at : at + length])
        at += length
    return frames


def _vp9_frame(payload: bytes) -> PictureSize | None:
    bits = _Bits(payload)
    if bits.take(2) != 2:
        raise NoSizeError("no frame of VP9")
    profile = bits.take(1) | bits.take(1) << 1
    if profile == 3:
        bits.take(1)
    if bits.take(1):
        # It shows a picture that is there already.
        return None
    is_delta = bits.take(1)
    is_shown, is_resilient = bits.take(1), bits.take(1)
    if is_delta:
        intra_only = 0 if is_shown else bits.take(1)
        if not intra_only:
            return None
        if not is_resilient:
            bits.take(2)
    if bits.take(24) != 0x498342:
        raise NoSizeError("a frame of VP9 without its sync code")
    if not is_delta or profile > 0:
        _vp9_colour(bits, profile)
    if is_delta:
        bits.take(8)
    return PictureSize(bits.take(16) + 1, bits.take(16) + 1)


def _vp9_colour(bits: _Bits, profile: int) -> None:
    if profile >= 2:
        bits.take(1)
    if bits.take(3) != _SRGB:
        bits.take(1)
        if profile in (1, 3):
            bits.take(3)
    elif profile in (1, 3):
        bits.take(1)


def _sequence_parameters(unit: bytes) -> PictureSize:
    """H.264, section 7.3.2.1.1. The size is what is decoded: what is cropped from it is not taken
    off."""
    # A zero byte pair is followed by a 3 where a start code might be read (section 7.4.1).
    bits = _Bits(unit[1:MAX_PARAMETER_BYTES].replace(b"\x00\x00\x03", b"\x00\x00"))
    profile = bits.take(8)
    bits.take(16)
    bits.golomb()
    chroma = 1
    if profile in _HIGH_PROFILES:
        chroma = bits.golomb()
        if chroma == 3:
            bits.take(1)
        bits.golomb()
        bits.golomb()
        bits.take(1)
        if bits.take(1):
            for number in range(12 if chroma == 3 else 8):
                if bits.take(1):
                    _skip_scaling_list(bits, 16 if number < 6 else 64)
    bits.golomb()
    match bits.golomb():
        case 0:
            bits.golomb()
        case 1:
            bits.take(1)
            bits.golomb()
            bits.golomb()
            for _ in range(min(bits.golomb(), 255)):
                bits.golomb()
        case _:
            pass
    bits.golomb()
    bits.take(1)
    width = 16 * (bits.golomb() + 1)
    map_units = bits.golomb() + 1
    frames_only = bits.take(1)
    return PictureSize(width, 16 * map_units * (2 - frames_only))


def _skip_scaling_list(bits: _Bits, length: int) -> None:
    """Section 7.3.2.1.1.1."""
    last = following = 8
    for _ in range(length):
        if following:
            following = (last + bits.signed_golomb()) % 256
        last = following or last


def _obus(payload: bytes) -> list[tuple[int, bytes]]:
    """The units of a frame of AV1, by type (section 5.3)."""
    if not payload:
        raise NoSizeError("an empty frame")
    found: list[tuple[int, bytes]] = []
    at = 0
    while at < len(payload):
        head = payload[at]
        at += 2 if head & 4 else 1
        length = len(payload) - at
        if head & 2:
            length, at = _leb128(payload, at)
        if head & 0x80 or length < 0 or at + length > len(payload):
            raise NoSizeError("a unit of AV1 that is cut short")
        found.append((head >> 3 & 15, payload[at : at + min(length, MAX_PARAMETER_BYTES)]))
        at += length
    return found


def _leb128(payload: bytes, at: int) -> tuple[int, int]:
    value = 0
    for number in range(8):
        if at >= len(payload):
            break
        value |= (payload[at] & 0x7F) << 7 * number
        at += 1
        if not payload[at - 1] & 0x80:
            return value, at
    raise NoSizeError("a length of AV1 that is cut short")


def _sequence_header(body: bytes) -> PictureSize:
    """AV1, section 5.5.1: the greatest size that any frame after it may have."""
    bits = _Bits(body)
    bits.take(4)
    if bits.take(1):
        bits.take(5)
    else:
        has_decoder_model, delay_bits = 0, 0
        if bits.take(1):
            bits.take(64)
            if bits.take(1):
                bits.golomb()
            has_decoder_model = bits.take(1)
            if has_decoder_model:
                delay_bits = bits.take(5) + 1
                bits.take(42)
        has_display_delay = bits.take(1)
        for _ in range(bits.take(5) + 1):
            bits.take(12)
            if bits.take(5) > 7:
                bits.take(1)
            if has_decoder_model and bits.take(1):
                bits.take(2 * delay_bits + 1)
            if has_display_delay and bits.take(1):
                bits.take(4)
    width_bits, height_bits = bits.take(4) + 1, bits.take(4) + 1
    return PictureSize(bits.take(width_bits) + 1, bits.take(height_bits) + 1)

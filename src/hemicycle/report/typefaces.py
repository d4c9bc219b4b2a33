"""The typefaces of printed documents.

Typst brings Libertinus Serif, which has Latin and Cyrillic, Kazakh's letters included. Hangul comes
from Noto Sans KR (SIL Open Font License 1.1, `fonts/OFL.txt`), kept here as WOFF, a third of what
it unpacks to.
"""

from __future__ import annotations

import struct
import tempfile
import zlib
from functools import cache
from importlib.resources import files
from pathlib import Path

KOREAN = "Noto Sans KR"

_HEADER, _TABLE = struct.Struct(">4sIIHHI"), struct.Struct(">4sIIII")
_HEADER_BYTES = 44
"""WOFF File Format 1.0 (W3C, 2012), sections 3 and 4."""


def unpacked(woff: bytes) -> bytes:
    """The TrueType or OpenType font in a WOFF file.

    Raises:
        ValueError: it is no WOFF 1.0 file.
    """
    signature, flavour, _, count, _, _ = _HEADER.unpack_from(woff)
    if signature != b"wOFF":
        raise ValueError("not a WOFF 1.0 file")
    tables = sorted(_TABLE.unpack_from(woff, _HEADER_BYTES + _TABLE.size * i) for i in range(count))
    # The offset table's search fields (OpenType 1.9, "Table Directory").
    selector = count.bit_length() - 1
    search = 16 << selector
    directory = struct.pack(">IHHHH", flavour, count, search, selector, count * 16 - search)
    body = bytearray()
    start = len(directory) + 16 * count
    for tag, offset, packed, length, checksum in tables:
        data = woff[offset : offset + packed]
        directory += struct.pack(">4sIII", tag, checksum, start + len(body), length)
        body += zlib.decompress(data) if packed != length else data
        body += bytes(-len(body) % 4)
    return directory + bytes(body)


@cache
def _unpacked_folder() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="hemicycle-fonts-")
    for file in files("hemicycle.report").joinpath("fonts").iterdir():
        if file.name.endswith(".woff"):
            path = Path(folder.name) / file.name.replace(".woff", ".ttf")
            path.write_bytes(unpacked(file.read_bytes()))
    return folder


def korean_fonts() -> Path:
    """A folder with Noto Sans KR, `noto-sans-kr-400.ttf` and `-700.ttf`, there until this process
    ends."""
    return Path(_unpacked_folder().name)

"""Words on pictures, in every script of the meeting's languages.

Noto Sans (SIL Open Font License 1.1, `fonts/OFL.txt`) is the pages' own typeface; Hangul comes from
the reports' Noto Sans KR.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from itertools import groupby

from PIL import ImageDraw, ImageFont

from hemicycle.report.typefaces import korean_fonts

_Colour = tuple[int, int, int]

WEIGHTS = {400: 400, 700: 640}
"""By the name of the weight: what it is on the variable typeface's axis."""


def _script(character: str) -> str:
    """The file that has a character, by the ranges that the typeface is cut into."""
    code = ord(character)
    if (
        0x1100 <= code < 0x1200
        or 0x2E80 <= code < 0xD800
        or 0xF900 <= code < 0xFB00
        or 0xFF00 <= code < 0xFFF0
    ):
        return "kr"
    if 0x0400 <= code <= 0x045F or code in (0x0490, 0x0491, 0x04B0, 0x04B1, 0x2116):
        return "cyrillic"
    if 0x0460 <= code <= 0x052F:
        return "cyrillic-ext"
    if 0x0100 <= code <= 0x02BA or 0x1E00 <= code <= 0x1EFF:
        return "latin-ext"
    return "latin"


@cache
def _font(script: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    if script == "kr":
        return ImageFont.truetype(str(korean_fonts() / f"noto-sans-kr-{weight}.ttf"), size)
    name = f"noto-sans-{script}-wght-normal.woff2"
    with as_file(files("hemicycle.recorder.compose") / "fonts" / name) as path:
        font = ImageFont.truetype(str(path), size)
    font.set_variation_by_axes([WEIGHTS[weight]])
    return font


def _runs(text: str) -> list[tuple[str, str]]:
    """The pieces of a text that one file has each; a space belongs to what is before it."""
    scripts: list[str] = []
    for character in text:
        neutral = character.isspace() and scripts
        scripts.append(scripts[-1] if neutral else _script(character))
    pieces = groupby(zip(scripts, text, strict=True), key=lambda pair: pair[0])
    return [(script, "".join(character for _, character in pairs)) for script, pairs in pieces]


def width_of(text: str, size: int, weight: int = 400) -> float:
    """How wide a text is, in pixels."""
    return sum(_font(script, weight, size).getlength(piece) for script, piece in _runs(text))


def fitted(text: str, size: int, width: int, weight: int = 400) -> str:
    """The text, cut to a width in pixels with an ellipsis where it is wider."""
    if width_of(text, size, weight) <= width:
        return text
    while text and width_of(text + "…", size, weight) > width:
        text = text[:-1].rstrip()
    return text + "…"


def lines_of(text: str, size: int, width: int, most: int, weight: int = 400) -> list[str]:
    """The text in at most so many lines of a width in pixels; the last one is cut where it has to
    be."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size, weight) <= width:
            line += " " + words.pop(0)
        lines.append(fitted(line, size, width, weight))
    return [*lines, fitted(" ".join(words), size, width, weight)] if words else lines


def write(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, fill: _Colour, weight: int = 400
) -> None:
    """Write one line on a picture.

    Args:
        draw: Where.
        at: Pixels from the left, and from the top to the line the letters stand on.
        text: What.
        size: Pixels of an em.
        fill: The colour.
        weight: 400 or 700.
    """
    left, base = at
    for script, piece in _runs(text):
        font = _font(script, weight, size)
        draw.text((left, base), piece, fill=fill, font=font, anchor="ls")
        left += font.getlength(piece)

"""Draws what is written on the video: the agenda item, nameplates, and the card of a time off the
record."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from hemicycle.recorder.compose.lettering import fitted, lines_of, width_of, write
from hemicycle.recorder.compose.scene import HEAD, HEIGHT, WIDTH
from hemicycle.wire.meeting import Seat

INK, QUIET = (242, 245, 249), (182, 192, 205)
STAGE, RAISED, LINE = (10, 13, 18), (26, 32, 41), (51, 61, 74)
ACCENT = (122, 167, 224)

Planes = NDArray[np.uint8]
"""A picture in YUV 4:2:0: half as many rows again as it is high (`av` writes it so), as wide as it
is."""


def planes(image: Image.Image) -> Planes:
    """A picture as the encoder takes it."""
    frame = av.VideoFrame.from_ndarray(np.asarray(image, np.uint8), format="rgb24").reformat(format="yuv420p")
    return np.asarray(frame.to_ndarray(), np.uint8)


def _even(length: float) -> int:
    return max(2, round(length / 2) * 2)


@lru_cache(maxsize=64)
def head(item: str, meeting: str) -> Planes:
    """The band at the top: the agenda item, and the meeting that it belongs to."""
    image = Image.new("RGB", (WIDTH, HEAD), RAISED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, HEAD - 2, WIDTH, HEAD), fill=LINE)
    if not item:
        write(draw, (24, 37), fitted(meeting, 22, WIDTH - 48), 22, INK, 700)
        return planes(image)
    title = fitted(item, 22, 820, 700)
    write(draw, (24, 37), title, 22, INK, 700)
    left = 24 + width_of(title, 22, 700) + 24
    shown = fitted(meeting, 17, round(WIDTH - 24 - left))
    write(draw, (WIDTH - 24 - width_of(shown, 17), 36), shown, 17, QUIET)
    return planes(image)


@lru_cache(maxsize=256)
def plate(name: str, title: str, organisation: str, width: int, small: bool) -> Planes:
    """A nameplate: the name large, title and organisation under it.

    Args:
        name: Whose.
        title: Of what rank; may be empty.
        organisation: Of which body; may be empty.
        width: The most that it may be wide, in pixels.
        small: For a picture that is one of several.
    """
    sizes = (18, 14) if small else (30, 19)
    pad = 10 if small else 18
    below = " · ".join(part for part in (title, organisation) if part)
    upper, lower = fitted(name, sizes[0], width - 2 * pad, 700), fitted(below, sizes[1], width - 2 * pad)
    wide = max(width_of(upper, sizes[0], 700), width_of(lower, sizes[1])) + 2 * pad + 6
    high = pad + sizes[0] * 1.3 + (sizes[1] * 1.5 if lower else 0) + pad * 0.6
    image = Image.new("RGB", (_even(min(wide, width)), _even(high)), RAISED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 5, image.height), fill=ACCENT)
    write(draw, (pad + 6, pad + sizes[0]), upper, sizes[0], INK, 700)
    if lower:
        write(draw, (pad + 6, pad + sizes[0] * 1.3 + sizes[1] * 1.15), lower, sizes[1], QUIET)
    return planes(image)


@lru_cache(maxsize=64)
def alone(name: str, title: str, organisation: str, width: int, height: int) -> Planes:
    """What stands in the place of the picture of somebody who sends none: name, title and
    organisation."""
    image = Image.new("RGB", (width, height), STAGE)
    draw = ImageDraw.Draw(image)
    # A small hemicycle, the house's sign, over the name.
    middle, floor = width / 2, height * 0.38
    for radius in (height * 0.22, height * 0.16, height * 0.1):
        draw.arc(
            (middle - radius, floor - radius, middle + radius, floor + radius), 180, 360, fill=LINE, width=3
        )
    size = max(14, min(44, width // 22))
    rows = [(fitted(name, size, width - 40, 700), size, 700, INK)]
    for text in (title, organisation):
        rows += [(line, size * 3 // 5, 400, QUIET) for line in lines_of(text, size * 3 // 5, width - 60, 2)]
    top = height * 0.55
    for text, em, weight, fill in rows:
        write(draw, (middle - width_of(text, em, weight) / 2, top), text, em, fill, weight)
        top += em * 1.5
    return planes(image)


@lru_cache(maxsize=16)
def card(title: str, under: str) -> Planes:
    """A picture with nothing but words: the agenda item, or the title of the meeting."""
    return _card(lines_of(title, 46, 1080, 3, 700), under)


def _card(rows: list[str], under: str) -> Planes:
    image = Image.new("RGB", (WIDTH, HEIGHT), STAGE)
    draw = ImageDraw.Draw(image)
    top = 330 - 30 * (len(rows) - 1)
    for row in rows:
        write(draw, (WIDTH / 2 - width_of(row, 46, 700) / 2, top), row, 46, INK, 700)
        top += 60
    for row in lines_of(under, 26, 1080, 2):
        write(draw, (WIDTH / 2 - width_of(row, 26) / 2, top + 10), row, 26, QUIET)
        top += 38
    return planes(image)


OFF_RECORD = {
    "en": "Off the record",
    "kk": "Хаттамаға жазылмайды",
    "ko": "비공개 발언",
    "ru": "Без записи",
}


def off_record(languages: list[str], since: int, until: int, timezone: str) -> Planes:
    """The card of a time of which nothing was kept, in the meeting's languages.

    Args:
        languages: The meeting's.
        since: In ms.
        until: In ms.
        timezone: The meeting's, by its IANA name.
    """
    zone = ZoneInfo(timezone)
    known = dict.fromkeys(language.split("-")[0] for language in languages)
    words = [OFF_RECORD[language] for language in known if language in OFF_RECORD] or [OFF_RECORD["en"]]
    hours = [datetime.fromtimestamp(ms / 1000, zone).strftime("%H:%M") for ms in (since, until)]
    return _card(words, " – ".join(hours))


def nameplate(seat: Seat, width: int, *, small: bool) -> Planes:
    """The nameplate of a seat."""
    return plate(seat["name"], seat["title"], seat["organisation"], width, small)

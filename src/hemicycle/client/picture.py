"""A drawn picture of a speaker: initials, a ring and bars that move with the sound, a clock, a
nameplate.

What stands still is drawn once; a frame is a copy of that with a few small boxes drawn anew, so
that three speakers at 15 frames a second cost next to nothing beside the encoder.
"""

from __future__ import annotations

import hashlib
import math
from collections import deque
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 640, 360
FRAMES_PER_S = 15

Pixels = NDArray[np.uint8]
"""A picture: height x width x 3, red, green and blue."""

_INK, _PAPER, _QUIET = (24, 32, 44), (247, 247, 244), (92, 102, 116)
# At the top, because pages write the name of a picture over its lower edge.
_PLATE = (0, 0, WIDTH, 92)
_BARS, _BAR_WIDTH, _BAR_GAP, _BAR_HEIGHT = 30, 4, 3, 30
SHOWN_SECONDS = _BARS / FRAMES_PER_S
"""How long what was said is seen in the bars."""
_CLOCK_CENTRE, _CLOCK_RADIUS = (580, 132), 26
_MEDALLION_CENTRE, _MEDALLION_RADIUS, _RING_REACH = (320, 228), 66, 34


@dataclass(frozen=True, slots=True)
class Plate:
    """The text of the nameplate in a made-up picture."""

    name: str
    title: str
    organisation: str


def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):  # Pillow's wheels all bring FreeType
        raise RuntimeError("Pillow was built without FreeType, so no nameplate can be drawn")
    return font


def _fit(text: str, size: int, width: int) -> tuple[str, ImageFont.FreeTypeFont]:
    """The text and the font in which it is no wider than `width` pixels: smaller at first, then
    cut."""
    font = _font(size)
    while size > 12 and font.getlength(text) > width:
        size -= 1
        font = _font(size)
    if font.getlength(text) > width:
        while text and font.getlength(text + "…") > width:
            text = text[:-1]
        text += "…"
    return text, font


def _tone(organisation: str) -> tuple[int, int, int]:
    """A dark, quiet background colour, the same for an organisation every time."""
    hue = hashlib.sha256(organisation.encode()).digest()[0] / 255
    turns = [hue * math.tau + third * math.tau / 3 for third in range(3)]
    red, green, blue = (round(86 + 26 * math.cos(turn)) for turn in turns)
    return red, green, blue


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words if len(words) < 3 else (words[0], words[-1]))).upper()


@cache
def _distances() -> NDArray[np.float32]:
    """How far each pixel of the box around the medallion is from its centre."""
    reach = _MEDALLION_RADIUS + _RING_REACH
    across = np.arange(-reach, reach + 1, dtype=np.float32)
    return np.asarray(np.hypot(across[:, None], across[None, :]), np.float32)


@cache
def _glyph(character: str) -> NDArray[np.float32]:
    """A clock's figure as coverage from 0 to 1, every figure equally wide."""
    image = Image.new("L", (11, 20))
    font = _font(17)
    ImageDraw.Draw(image).text((5.5, 10), character, fill=255, font=font, anchor="mm")
    return np.asarray(image, np.float32) / np.float32(255)


def _vertical_gradient(top: tuple[int, int, int], bottom: tuple[int, int, int]) -> Image.Image:
    steps = np.linspace(0, 1, HEIGHT)[:, None, None]
    rows = np.array(top) * (1 - steps) + np.array(bottom) * steps
    return Image.fromarray(np.broadcast_to(rows, (HEIGHT, WIDTH, 3)).astype(np.uint8))


def _draw_still(plate: Plate) -> Image.Image:
    tone = _tone(plate.organisation)
    image = _vertical_gradient(tone, tuple(part // 2 for part in tone))  # type: ignore[arg-type]
    draw = ImageDraw.Draw(image)
    # The chamber behind the speaker: rows of a half-round, barely lighter than the wall.
    faint = tuple(min(255, part + 14) for part in tone)
    for radius in (150, 200, 250, 300):
        box = (320 - radius, 340 - radius, 320 + radius, 340 + radius)
        draw.arc(box, 180, 360, fill=faint, width=3)
    (cx, cy), radius = _MEDALLION_CENTRE, _MEDALLION_RADIUS
    draw.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), fill=_PAPER)
    draw.text((cx, cy), _initials(plate.name), fill=tone, font=_font(56), anchor="mm")
    draw.rectangle(_PLATE, fill=_PAPER)
    draw.rectangle((*_PLATE[:2], 8, _PLATE[3]), fill=tone)
    room = WIDTH - 24 - 24
    name, font = _fit(plate.name, 30, room - _BARS * (_BAR_WIDTH + _BAR_GAP) - 12)
    draw.text((24, 25), name, fill=_INK, font=font, anchor="lm")
    title, font = _fit(plate.title, 16, room)
    draw.text((24, 54), title, fill=_INK, font=font, anchor="lm")
    organisation, font = _fit(plate.organisation, 14, room)
    draw.text((24, 75), organisation, fill=_QUIET, font=font, anchor="lm")
    (cx, cy), radius = _CLOCK_CENTRE, _CLOCK_RADIUS
    draw.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), fill=_PAPER, outline=_INK, width=2)
    return image


class Picture:
    """One speaker's picture, frame after frame."""

    def __init__(self, plate: Plate) -> None:
        image = _draw_still(plate)
        self._still: Pixels = np.asarray(image, np.uint8).copy()
        (cx, cy), radius = _CLOCK_CENTRE, _CLOCK_RADIUS
        self._clock_box = (cx - radius, cy - radius, cx + radius + 1, cy + radius + 1)
        self._clock_face = image.crop(self._clock_box)
        self._tone = np.array(_tone(plate.organisation), np.uint8)
        self._levels: deque[float] = deque([0.0] * _BARS, _BARS)

    def draw(self, at: float, level: float) -> Pixels:
        """The frame of an instant.

        Args:
            at: seconds since 1970-01-01T00:00Z; the clock shows it in UTC.
            level: how loud the speaker is, 0 to 1.

        Returns:
            360 x 640 x 3 pixels, the caller's own.
        """
        self._levels.append(min(1.0, max(0.0, level)))
        frame = self._still.copy()
        self._draw_ring(frame)
        self._draw_bars(frame)
        self._draw_hand(frame, at)
        self._draw_figures(frame, at)
        return frame

    def _draw_ring(self, frame: Pixels) -> None:
        """A ring around the medallion, the wider and the brighter the louder."""
        level = self._levels[-1]
        (x, y), reach = _MEDALLION_CENTRE, _MEDALLION_RADIUS + _RING_REACH
        away = np.abs(_distances() - (_MEDALLION_RADIUS + 5 + level * (_RING_REACH - 9)))
        cover = (np.clip(3.0 - away, 0, 1) * (0.25 + 0.75 * level))[..., None]
        box = frame[y - reach : y + reach + 1, x - reach : x + reach + 1]
        box[:] = (box * (1 - cover) + 247 * cover).astype(np.uint8)

    def _draw_bars(self, frame: Pixels) -> None:
        left, bottom = WIDTH - 24 - _BARS * (_BAR_WIDTH + _BAR_GAP), 40
        for place, level in enumerate(self._levels):
            x = left + place * (_BAR_WIDTH + _BAR_GAP)
            frame[bottom - 2 - round(level * _BAR_HEIGHT) : bottom, x : x + _BAR_WIDTH] = self._tone

    def _draw_hand(self, frame: Pixels, at: float) -> None:
        face = self._clock_face.copy()
        draw = ImageDraw.Draw(face)
        centre = _CLOCK_RADIUS
        for turn, length, width in ((at / 3600, 0.62, 3), (at / 60, 0.86, 2)):
            angle = (turn % 1) * math.tau
            end = (centre + length * centre * math.sin(angle), centre - length * centre * math.cos(angle))
            draw.line((centre, centre, *end), fill=_INK, width=width)
        left, top, right, bottom = self._clock_box
        frame[top:bottom, left:right] = np.asarray(face, np.uint8)

    def _draw_figures(self, frame: Pixels, at: float) -> None:
        second = int(at) % 86_400
        text = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        left, top = _CLOCK_CENTRE[0] - 44, _CLOCK_CENTRE[1] + _CLOCK_RADIUS + 6
        for place, character in enumerate(text):
            x = left + place * 11
            box = frame[top : top + 20, x : x + 11]
            cover = _glyph(character)[..., None]
            box[:] = (box * (1 - cover) + 247 * cover).astype(np.uint8)

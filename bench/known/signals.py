"""The known sound and picture. Each says by itself when it was made.

The sound never pauses: eight tones in turn, 240 ms each, and which one it is follows from its
timestamp. So a window of 5 ms without a tone is silence that a listener had, and each change of
tone says how old the sound is. The picture carries its number, black and white, in a row of cells
along its upper edge.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hemicycle.media.wire.codecs import (
    FRAME_SAMPLES,
    PACKET_US,
    SAMPLE_RATE,
    EncodedPicture,
    H264Encoder,
    OpusEncoder,
)
from hemicycle.wire.media import PictureFormat

TONES_HZ = tuple(range(600, 3_401, 400))
"""All multiples of 200 Hz: in 5 ms, which is a whole number of their periods, no two look alike."""
PACKETS_A_TONE = 12
TONE_US = PACKETS_A_TONE * PACKET_US
ROUND_PACKETS = PACKETS_A_TONE * len(TONES_HZ)
ROUND_US = ROUND_PACKETS * PACKET_US
"""After so long the sound is the same again: 1.92 s."""
AMPLITUDE = 0.25

FRAME_RATE = 30
GROUP_PICTURES = 2 * FRAME_RATE
LOOP_PICTURES = 2 * GROUP_PICTURES
"""After so many pictures their numbers begin again: 4 s."""
WALL, NOISE = 24, 32
"""How lively background and noise are, of 256."""
BITS = 7
CELLS = 16
"""White, the number (highest bit first), the number the other way round in colour, black."""
CELL_HEIGHT = 1 / 9
"""Of the picture's height."""


def packets() -> list[bytes]:
    """One round of the sound, in packets of 20 ms that can be played in a loop."""
    at = np.arange(ROUND_PACKETS * FRAME_SAMPLES) / SAMPLE_RATE
    tones = np.repeat(TONES_HZ, PACKETS_A_TONE * FRAME_SAMPLES)
    # Each tone takes a whole number of periods, so that one goes over into the next without a
    # click.
    samples = np.asarray(AMPLITUDE * 32767 * np.sin(2 * np.pi * tones * at), np.int16)
    encoder = OpusEncoder(24_000)
    cut = samples.reshape(-1, FRAME_SAMPLES)
    for packet in cut:
        encoder.encode(packet)
    return [encoder.encode(packet) for packet in cut]


@dataclass(frozen=True, slots=True)
class Loop:
    """Pictures numbered from 0 to `LOOP_PICTURES` - 1, a key frame at each multiple of
    `GROUP_PICTURES`."""

    format: PictureFormat
    pictures: list[EncodedPicture]


def loop(width: int, height: int, bit_rate: int) -> Loop:
    """Encode one, noisy enough to fill its bit rate.

    Args:
        width: Pixels, a multiple of 16.
        height: Pixels, a multiple of 18.
        bit_rate: Bits a second.
    """
    chance = np.random.default_rng(7)
    wall = chance.integers(60, 60 + WALL, (height, width, 1), np.uint8)
    encoder = H264Encoder(width, height, FRAME_RATE, bit_rate)
    pictures = []
    for number in range(LOOP_PICTURES):
        # A still background and a camera's noise: key frames are some times as long as others.
        noise = chance.integers(0, NOISE, (height, width, 1), np.uint8)
        picture = np.repeat(wall + noise, 3, axis=2)
        _number(picture, number)
        pictures.append(encoder.encode(picture, keyframe=number % GROUP_PICTURES == 0))
    return Loop(encoder.format, pictures)


def _number(picture: NDArray[np.uint8], number: int) -> None:
    bits = [number >> place & 1 for place in reversed(range(BITS))]
    cells = [1, *bits, *(1 - bit for bit in bits), 0]
    wide, high = picture.shape[1] // CELLS, round(picture.shape[0] * CELL_HEIGHT)
    for place, cell in enumerate(cells):
        picture[:high, place * wide : (place + 1) * wide] = 240 * cell

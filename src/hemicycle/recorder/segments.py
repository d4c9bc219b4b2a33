"""Makes the segments of the video, and keeps each in a file of its own: what is made is never made again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from hemicycle.recorder.canvas import Canvas
from hemicycle.recorder.encoding import FRAME_SOUND, WARM_UP, VideoEncoder, encode_sound
from hemicycle.recorder.mixing import Mixer
from hemicycle.recorder.sources import Sound
from hemicycle.recorder.timeline import FRAME_RATE, SAMPLE_RATE, STEP_SOUND, History, Segment

FORMAT = 1
"""Segments that were made otherwise are made anew."""


@dataclass(slots=True)
class Made:
    """The packets of a segment."""

    pictures: list[tuple[bytes, bool]] = field(default_factory=list)
    """Encoded pictures, and whether each is a key frame."""
    sounds: dict[str, list[bytes]] = field(default_factory=dict)
    """Frames of AAC by channel."""


def make(segment: Segment, channels: list[str], history: History, canvas: Canvas, mixer: Mixer) -> Made:
    """Make a segment from the tracks.

    Args:
        segment: Which.
        channels: The sounds that it has.
        history: How the meeting stood.
        canvas: Draws it.
        mixer: Mixes it.
    """
    made = Made()
    encoder = VideoEncoder()
    if segment.span.card:
        assert segment.span.until is not None
        still = canvas.off_record(segment.span.since, segment.span.until)
        for _ in range(segment.frames):
            made.pictures += encoder.encode(still)
    else:
        end_us = segment.span.until * 1000 if segment.span.until is not None else segment.until_us
        for number in range(segment.frames):
            # As things are in the middle of the time that a picture stands, so that it is never far from its
            # sound. What fills the last piece up shows the last moment of its time, and not what came after.
            at_us = min(segment.since_us + (2 * number + 1) * 500_000 // FRAME_RATE, end_us - 1)
            made.pictures += encoder.encode(canvas.draw(at_us, history.at(at_us / 1000)))
    made.pictures += encoder.encode(None)
    frames = segment.steps * STEP_SOUND
    sounds = _silence(channels, frames) if segment.span.card else _heard(segment, channels, mixer, frames)
    made.sounds = {channel: encode_sound(sound, frames) for channel, sound in sounds.items()}
    return made


def _silence(channels: list[str], frames: int) -> dict[str, Sound]:
    length = (frames + WARM_UP + 2) * FRAME_SOUND
    return {channel: np.zeros(length, np.float32) for channel in channels}


def _heard(segment: Segment, channels: list[str], mixer: Mixer, frames: int) -> dict[str, Sound]:
    """What is heard in a segment, with the encoder's margins; never anything from outside its span."""
    first = segment.since_us * SAMPLE_RATE // 1_000_000
    since, until = first - WARM_UP * FRAME_SOUND, first + (frames + 2) * FRAME_SOUND
    sounds = mixer.mix(channels, since, until)
    begins = segment.span.since * SAMPLE_RATE // 1000 - since
    ends = until - since
    if segment.span.until is not None:
        ends = min(ends, segment.span.until * SAMPLE_RATE // 1000 - since)
    for sound in sounds.values():
        sound[: max(0, begins)] = 0
        sound[max(0, ends) :] = 0
    return sounds


class SegmentFiles:
    """The segments on disk, one file each.

    Args:
        directory: Where.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def path(self, number: int) -> Path:
        """The file of a segment."""
        return self.directory / f"{number:06}.segment"

    def __contains__(self, number: int) -> bool:
        return self.path(number).exists()

    def write(self, segment: Segment, made: Made) -> None:
        """Keep a segment; it is there whole or not at all.

        Raises:
            OSError: it can't be written.
        """
        head = {
            "format": FORMAT,
            "since_us": segment.since_us,
            "steps": segment.steps,
            "pictures": [[len(data), key] for data, key in made.pictures],
            "sounds": {channel: [len(data) for data in frames] for channel, frames in made.sounds.items()},
        }
        path = self.path(segment.number)
        self.directory.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        with unfinished.open("wb") as file:
            file.write(json.dumps(head).encode() + b"\n")
            for data, _ in made.pictures:
                file.write(data)
            for frames in made.sounds.values():
                for data in frames:
                    file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)

    def read(self, segment: Segment, channels: list[str]) -> Made | None:
        """A segment that was made; None where it was not, or was made of something else."""
        try:
            with self.path(segment.number).open("rb") as file:
                head = json.loads(file.readline())
                same = (head["format"], head["since_us"], head["steps"]) == (
                    FORMAT,
                    segment.since_us,
                    segment.steps,
                )
                if not same or list(head["sounds"]) != channels:
                    return None
                pictures = [(file.read(size), bool(key)) for size, key in head["pictures"]]
                sounds = {
                    channel: [file.read(size) for size in sizes] for channel, sizes in head["sounds"].items()
                }
                return Made(pictures, sounds)
        except (OSError, ValueError, KeyError):
            return None

    def numbers(self) -> Iterator[int]:
        """Which segments there are."""
        for path in sorted(self.directory.glob("*.segment")):
            yield int(path.stem)

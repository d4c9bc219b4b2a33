"""The segments of the video on disk, one file each.

A file is one line of JSON (`format`, `since_us`, `steps`; the sizes in bytes of all pictures, each
with whether it is a key frame, and of all frames of sound by channel), and then those bytes in that
order.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from hemicycle.recording.paths import PART
from hemicycle.recording.timeline import Segment

FORMAT = 1
"""The version of these files. A file of another version is not read, so its segment is made
anew."""


@dataclass(slots=True)
class EncodedSegment:
    """The encoded pictures and sounds of a segment."""

    pictures: list[tuple[bytes, bool]] = field(default_factory=list)
    """Each picture, and whether it is a key frame."""
    sounds: dict[str, list[bytes]] = field(default_factory=dict)
    """The frames of AAC of each channel."""


class SegmentFiles:
    """The segments of one recording.

    Args:
        directory: The recording's `segments`.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def path(self, number: int) -> Path:
        """The file of the segment with that number."""
        return self.directory / f"{number:06}.segment"

    def write(self, segment: Segment, encoded: EncodedSegment) -> None:
        """Write a segment, whole or not at all, and wait until the disk has it.

        Raises:
            OSError: it can't be written.
        """
        head = {
            "format": FORMAT,
            "since_us": segment.since_us,
            "steps": segment.steps,
            "pictures": [[len(data), key] for data, key in encoded.pictures],
            "sounds": {channel: [len(data) for data in frames] for channel, frames in encoded.sounds.items()},
        }
        path = self.path(segment.number)
        self.directory.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(PART)
        with unfinished.open("wb") as file:
            file.write(json.dumps(head).encode() + b"\n")
            for data, _ in encoded.pictures:
                file.write(data)
            for frames in encoded.sounds.values():
                for data in frames:
                    file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)

    def read(self, segment: Segment, channels: list[str]) -> EncodedSegment | None:
        """A segment that was made before; None where there is none, or its time or channels
        differ."""
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
                return EncodedSegment(pictures, sounds)
        except (OSError, ValueError, KeyError):
            return None

"""A record of the sound and the pictures that a watcher received."""

from __future__ import annotations

import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Heard:
    """What one watcher received of one seat."""

    sound: set[int] = field(default_factory=set)
    """Timestamps (µs) of the frames of sound."""
    loudest: float | None = None
    """Of what was decoded, 0 to 1; None where this watcher decodes nothing."""
    pictures: int = 0
    """Those that were read; of a watcher that does not read them, groups of them."""
    first_sound: float | None = None
    """Seconds from when the view said that there is sound to its first frame."""
    first_picture: float | None = None

    def hear(self, timestamp_us: int, since: float) -> None:
        """A frame of sound was read.

        Args:
            timestamp_us: when it was captured, by the speaker's clock.
            since: when the view said that there is sound, by `time.monotonic`.
        """
        self.sound.add(timestamp_us)
        if self.first_sound is None:
            self.first_sound = time.monotonic() - since

    def see(self, since: float) -> None:
        """A picture, or a group of pictures, has come; `since` as in `hear`."""
        self.pictures += 1
        if self.first_picture is None:
            self.first_picture = time.monotonic() - since

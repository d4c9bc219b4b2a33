"""The paths of a recording, the files of JSON among them, and the lock of whoever composes."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hemicycle.recording.index import INDEX
from hemicycle.recording.timeline import Passage

RECORDINGS = "recordings"
"""The directory of all recordings, in the data directory; each meeting's own is in it, named by the
slug."""

ORIGINAL = "original"
"""The channel with the sound of whoever has the floor. The others are named by their language."""

LOCK = "lock"
"""The file in `composed` that is locked by whoever composes."""

LOCK_POLL_S = 0.2
"""How often it is tried to get the lock while another process holds it."""

PART = ".part"
"""The end of the name of a file that is not whole yet."""

VIDEO = "video.mp4"


def sound_name(channel: str) -> str:
    """The name of the file with a channel's sound alone."""
    return f"sound-{channel}.m4a"


@dataclass(frozen=True, slots=True)
class RecordingPaths:
    """Where the files of one meeting's recording are.

    Args:
        directory: The recording's own, named by the slug in the directory of all recordings.
    """

    directory: Path

    @property
    def tracks(self) -> Path:
        """The directory of what was recorded, as it came."""
        return self.directory / "tracks"

    @property
    def index(self) -> Path:
        """Which track file holds what: lines of `index.Record`."""
        return self.tracks / INDEX

    @property
    def composed(self) -> Path:
        """The directory of what is made of the tracks."""
        return self.directory / "composed"

    @property
    def segments(self) -> Path:
        """The directory of the finished pieces from which the video is put together."""
        return self.directory / "segments"

    @property
    def video(self) -> Path:
        """The video, with all sounds and subtitles."""
        return self.composed / VIDEO

    @property
    def timeline(self) -> Path:
        """Which time of the meeting is where in the video: a list of `timeline.Passage`."""
        return self.composed / "timeline.json"

    @property
    def chapters(self) -> Path:
        """The chapters of the video: a list of `contents.Chapter`."""
        return self.composed / "chapters.json"

    @property
    def status(self) -> Path:
        """How much of the video is made: a `status.Status`."""
        return self.composed / "status.json"

    def sound(self, channel: str) -> Path:
        """The sound of one channel: `ORIGINAL`, or the language of a booth."""
        return self.composed / sound_name(channel)

    def sounds(self) -> dict[str, Path]:
        """The sounds that exist, by channel, the original first."""
        found = {path.name[6:-4]: path for path in sorted(self.composed.glob(sound_name("*")))}
        return dict(sorted(found.items(), key=lambda pair: pair[0] != ORIGINAL))

    def passages(self) -> list[Passage]:
        """Which time of the meeting is where in the video; empty where there is no video."""
        return [Passage(**each) for each in read_json(self.timeline) or []]

    def forget_composed(self) -> None:
        """Delete everything that was composed, but not the lock: whoever calls this holds it.

        Raises:
            OSError: something can't be deleted.
        """
        if self.segments.exists():
            shutil.rmtree(self.segments)
        if self.composed.exists():
            for made in self.composed.iterdir():
                if made.name != LOCK:
                    made.unlink()

    @contextlib.contextmanager
    def composing_lock(self, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Hold the lock of this recording, which one process has at a time, and wait for it before.

        Args:
            waiting: Called every `LOCK_POLL_S` while another process holds it.

        Raises:
            OSError: the directory can't be written to.
        """
        self.composed.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.composed / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            while True:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    waiting()
                    time.sleep(LOCK_POLL_S)
            yield
        finally:
            os.close(handle)


def read_json(path: Path) -> Any:
    """The content of a JSON file; None where it is not there or is no JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def write_json(path: Path, value: Any) -> None:
    """Write a JSON file, whole or not at all.

    Raises:
        OSError: it can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(PART)
    unfinished.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    unfinished.replace(path)

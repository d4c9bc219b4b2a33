"""Where everything of a recording lies."""

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

from hemicycle.recorder.assembly import VIDEO, sound_name
from hemicycle.recorder.index import INDEX
from hemicycle.recorder.timeline import Passage

LOCK = "lock"
"""The file, beside what is composed, that is locked by whoever composes."""

LOCKED_FOR = 0.2
"""Seconds between two looks whether another one has let go."""


@dataclass(frozen=True, slots=True)
class Places:
    """The directory of one meeting's recording."""

    directory: Path

    @property
    def tracks(self) -> Path:
        """What was recorded, untouched."""
        return self.directory / "tracks"

    @property
    def index(self) -> Path:
        """Which file holds what."""
        return self.tracks / INDEX

    @property
    def composed(self) -> Path:
        """What was made of it."""
        return self.directory / "composed"

    @property
    def segments(self) -> Path:
        """The pieces of which that is put together."""
        return self.directory / "segments"

    @property
    def video(self) -> Path:
        """The one video."""
        return self.composed / VIDEO

    @property
    def timeline(self) -> Path:
        """Which time of the meeting is where in the video: `timeline.Passage`s."""
        return self.composed / "timeline.json"

    @property
    def chapters(self) -> Path:
        """The video's chapters: `assembly.Chapter`s."""
        return self.composed / "chapters.json"

    @property
    def status(self) -> Path:
        """How far the video is: `composing.Status`."""
        return self.composed / "status.json"

    def sound(self, channel: str) -> Path:
        """The sound of a channel alone: `original`, or a booth's language."""
        return self.composed / sound_name(channel)

    def sounds(self) -> dict[str, Path]:
        """The sounds that there are, by channel."""
        found = {path.name[6:-4]: path for path in sorted(self.composed.glob("sound-*.m4a"))}
        return dict(sorted(found.items(), key=lambda pair: pair[0] != "original"))

    def passages(self) -> list[Passage]:
        """Which time of the meeting is where in the video; empty where it is not made."""
        return [Passage(**each) for each in self.read_json(self.timeline) or []]

    def read_json(self, path: Path) -> Any:
        """What a file of it says; None where it is not there."""
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def write_json(self, path: Path, value: Any) -> None:
        """Write a file of it, whole or not at all.

        Raises:
            OSError: it can't be written.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
        unfinished.replace(path)

    def write_status(self, status: dict[str, Any]) -> None:
        """Say how far the video is, to whoever looks.

        Raises:
            OSError: it can't be written.
        """
        self.write_json(self.status, status)

    def forget_composed(self) -> None:
        """Delete everything that was composed; the lock stays, as its holder calls this.

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
        """Only one composes at a time; waits for the other.

        Args:
            waiting: Called every now and then while the other is at it.

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
                    time.sleep(LOCKED_FOR)
            yield
        finally:
            os.close(handle)

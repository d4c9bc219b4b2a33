"""How much of the video of a recording is made: the file `composed/status.json`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from hemicycle.recording.paths import RecordingPaths, read_json, write_json

Progress = Literal["composing", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Status:
    """What the composer says of its work."""

    state: Progress
    percent: int
    """Of what there is of the meeting so far."""
    ms: int
    """The length of the video so far."""
    why: str | None = None
    """Why it failed, as the system puts it."""


def status_data(status: Status) -> dict[str, object]:
    """The fields of a status as they are written."""
    return {name: value for name, value in asdict(status).items() if value is not None}


def write_status(paths: RecordingPaths, status: Status) -> None:
    """Write the status of a recording.

    Raises:
        OSError: it can't be written.
    """
    write_json(paths.status, status_data(status))


def percent_made(paths: RecordingPaths) -> int:
    """How much of the video is made; 0 where no composer has said anything yet."""
    status = read_json(paths.status)
    percent = status.get("percent") if isinstance(status, dict) else None
    return percent if isinstance(percent, int) else 0


def is_made(paths: RecordingPaths) -> bool:
    """Whether the video of a closed meeting is ready."""
    status = read_json(paths.status)
    return isinstance(status, dict) and status.get("state") == "ready" and paths.video.exists()


def unfinished(recordings: Path) -> list[str]:
    """The slugs of the meetings of which something was recorded and whose video is not ready.

    Args:
        recordings: The directory of all recordings.
    """
    if not recordings.is_dir():
        return []
    found = (RecordingPaths(directory) for directory in sorted(recordings.iterdir()))
    return [each.directory.name for each in found if each.index.exists() and not is_made(each)]

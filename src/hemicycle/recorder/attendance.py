"""The recorder at a live meeting: a witness of what happens, which tells the chair how the recording goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from hemicycle.recorder.recorder import Recorder, Room
from hemicycle.recorder.writing import Trouble
from hemicycle.room.log import Entry
from hemicycle.room.state import State
from hemicycle.wire.ids import Key
from hemicycle.wire.views import Meeting, Recording, Streams

TRACKS = "tracks"
"""The directory of the untouched tracks in a meeting's recording."""


class Live(Protocol):
    """What is needed of a live meeting; `live.LiveMeeting` is one."""

    meeting: Meeting
    state: State

    def signal(self, **changes: Any) -> None:
        """Tell what is so without being a fact."""


class Attendance:
    """Records one meeting while the server runs. A witness of its `LiveMeeting`.

    Args:
        live: The meeting.
        room: Its sound and picture.
        directory: Its recording.
        database: The URL of the database with its log, for the worker that makes the video.
    """

    def __init__(self, live: Live, room: Room, directory: Path, database: str) -> None:
        self._live, self._database = live, database
        self._trouble: Trouble | None = None
        self._told: Recording | None = None
        self._recorder = Recorder(room, directory / TRACKS, self._troubled)
        self._recorder.start(live.state)
        self._tell()

    def before(self, facts: Sequence[Entry], state: State) -> None:
        """Keep nothing more that `state` does not allow."""
        self._recorder.before(state)

    def after(self, facts: Sequence[Entry], state: State) -> None:
        """Keep what `state` allows."""
        self._recorder.after(state)
        self._tell()

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        """Take what is there and was not."""
        self._recorder.streams_changed()

    async def stop(self) -> None:
        """End every file."""
        await self._recorder.stop()

    def _troubled(self, trouble: Trouble | None) -> None:
        self._trouble = trouble
        self._tell()

    def _tell(self) -> None:
        recording = Recording(kept=self._recorder.recording)
        if self._trouble is not None:
            recording["trouble"] = self._trouble
        if recording != self._told:
            self._told = recording
            self._live.signal(recording=recording)

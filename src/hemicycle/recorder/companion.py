"""The companion that records a live meeting, and tells the chair how the recording goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hemicycle.live.companion import Companion, Live
from hemicycle.live.ports import Subscribable
from hemicycle.recorder.capture.recorder import Recorder
from hemicycle.recorder.capture.writer import Trouble
from hemicycle.recorder.supervisor import Supervisor
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.status import is_made
from hemicycle.room.erasure import KeepingEnded
from hemicycle.room.log import Entry
from hemicycle.room.recording import RecordingSignals
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.media import Streams
from hemicycle.wire.recording import Recording


class RecorderCompanion(Companion):
    """Records one meeting while it is live, and has its video made.

    Args:
        live: The meeting.
        room: Its sound and picture.
        paths: Its recording.
        composing: Makes the video of it.
    """

    name = "recorder"
    signals = frozenset({RecordingSignals})

    def __init__(self, live: Live, room: Subscribable, paths: RecordingPaths, composing: Supervisor) -> None:
        self._live = live
        self._trouble: Trouble | None = None
        self._percent: int | None = None
        self._composes = True
        self._told: Recording | None = None
        self._paths = paths
        self._recorder = Recorder(room, paths.tracks, self._troubled)
        self._recorder.start(live.state)
        self._has_something = paths.index.exists()
        """Whether there is anything to compose: until then no composer runs beside the server."""
        self._composing = composing
        composing.told = self._composed
        match live.state.phase:
            case Phase.OPEN if self._has_something:
                self._composing.wake()
            case Phase.CLOSED if is_made(paths):
                self._percent = 100
            case Phase.CLOSED if paths.index.exists():
                # The last server stopped before it was made.
                self._composing.wake()
            case _:
                pass
        self._tell()

    def before(self, facts: Sequence[Entry], state: State) -> None:
        """Stop keeping what may not be kept in `state`, before the facts that lead to it are
        stored."""
        self._recorder.before(state)

    def after(self, facts: Sequence[Entry], state: State) -> None:
        """Go on with what may be kept in `state`, and have the composer look for something to
        do."""
        self._recorder.after(state)
        if any(isinstance(entry.fact, KeepingEnded) for entry in facts):
            self._look_again()
        elif facts and state.phase is not Phase.PLANNED:
            if state.phase is Phase.OPEN:
                self._percent = None
            if self._has_something if state.phase is Phase.OPEN else self._percent != 100:
                self._composing.wake()
        self._tell()

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        """Record the streams that have come up, and start the composer with the first of them."""
        self._recorder.streams_changed()
        if streams and self._recorder.recording and not self._has_something:
            self._has_something = True
            self._composing.wake()

    def forget(self, seat: Key) -> None:
        """Its files were taken away: what was made of them is made anew."""
        self._look_again()

    async def stop(self) -> None:
        """End every file. The video is made whether anybody is in the meeting or not."""
        self._composing.told = lambda _: None
        await self._recorder.stop()

    def _look_again(self) -> None:
        self._has_something = self._paths.index.exists()
        self._percent = 100 if is_made(self._paths) else None
        if self._has_something and self._percent is None:
            self._composing.wake()

    def _troubled(self, trouble: Trouble | None) -> None:
        self._trouble = trouble
        self._tell()

    def _composed(self, percent: int | None) -> None:
        self._composes = percent is not None
        if self._live.state.phase is Phase.CLOSED:
            self._percent = percent
        self._tell()

    def _tell(self) -> None:
        recording = Recording(kept=self._recorder.recording)
        if self._trouble is not None:
            recording["trouble"] = self._trouble
        elif not self._composes:
            recording["trouble"] = "cannot_write"
        if self._live.state.phase is Phase.CLOSED and self._percent is not None:
            recording["video"] = self._percent
        if recording != self._told:
            self._told = recording
            self._live.signal(RecordingSignals(recording))

"""How the recording goes, in the chair's view."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.room.state import State
from hemicycle.room.subject import Signals, Subject
from hemicycle.wire.ids import Audience
from hemicycle.wire.recording import Recording, RecordingView


@dataclass(frozen=True, slots=True)
class RecordingSignals:
    """The recorder's signal: whether it records, and what keeps it from doing so."""

    recording: Recording | None = None
    """None: the server keeps no recording."""


def view(state: State, audience: Audience, signals: Signals) -> RecordingView:
    """The state of the recording is for the chair only."""
    recording = signals[RecordingSignals].recording
    return {"recording": recording} if recording is not None and audience is Audience.CHAIR else {}


SUBJECT = Subject(view=view)

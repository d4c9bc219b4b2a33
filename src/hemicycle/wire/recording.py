"""How the recording goes, for the chair."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class Recording(TypedDict):
    """How the recording goes, for those who answer for it."""

    kept: bool
    """Whether what is heard and seen is written down now."""
    trouble: NotRequired[Literal["disk_low", "disk_full", "cannot_write", "too_slow"]]
    """What keeps the recording from being whole, or soon will."""
    video: NotRequired[int]
    """How much of the one video is made, in percent; 100: it is ready. After the close."""


class RecordingView(TypedDict):
    """How the recording goes, for the chair."""

    recording: NotRequired[Recording]
    """Missing where the server keeps no recording. Chair only."""

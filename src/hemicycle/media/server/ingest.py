"""What a publisher's session delivers, before anything of it is let into the meeting."""

from __future__ import annotations

from dataclasses import dataclass, field

import moq

from hemicycle.media.server.progress import Progress
from hemicycle.media.wire.frames import MAX_FRAME_BYTES, MalformedFrameError, decode_timestamp
from hemicycle.wire.ids import Source

MAX_GROUP_BYTES = 32 * 1024 * 1024
"""The most that one group may hold: a publisher that never sends a key frame ends here."""

MAX_OPEN_GROUPS = 64
"""How many unfinished groups of a track are followed; beyond it the oldest is given up."""


class BreachError(Exception):
    """A publisher sent what no publisher may send. Its session ends."""


@dataclass(slots=True)
class Ingest:
    """A broadcast that a seat's session has announced, and how far each of its tracks was read."""

    number: int
    """Unique in its meeting while the server runs. All tracks of an ingest go by one clock."""
    broadcast: moq.BroadcastConsumer
    progress: dict[Source, Progress] = field(default_factory=dict)


def checked_timestamp(payload: bytes, group_bytes: int) -> int:
    """The timestamp of a frame, in µs, if the frame is one that a publisher may send.

    Args:
        payload: The frame as it goes over MoQ.
        group_bytes: The bytes of its group so far, this frame included.

    Raises:
        BreachError: it is too long, its group is, or it has no timestamp.
    """
    if len(payload) > MAX_FRAME_BYTES:
        raise BreachError(f"a frame of {len(payload)} bytes, where {MAX_FRAME_BYTES} are the most")
    if group_bytes > MAX_GROUP_BYTES:
        raise BreachError(f"a group of more than {MAX_GROUP_BYTES} bytes")
    try:
        return decode_timestamp(payload)
    except MalformedFrameError as error:
        raise BreachError(f"what is no frame: {error}") from error

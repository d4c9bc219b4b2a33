"""A stream of the room to whoever listens inside this process: the recorder, the captions."""

from __future__ import annotations

from collections.abc import AsyncIterator

import moq

from hemicycle.media.wire.groups import MediaGroup
from hemicycle.wire.ids import Source

PATIENT = moq.Subscription(max_age_us=2_000_000)
"""Nobody waits for what is written down: groups that come late are still wanted."""


async def groups_of(broadcast: moq.BroadcastConsumer, source: Source) -> AsyncIterator[MediaGroup]:
    """The groups of a broadcast's only track as they arrive, until it ends.

    Args:
        broadcast: What a passage has put into the room.
        source: Which source it is.
    """
    try:
        track = await broadcast.subscribe_track(source, PATIENT)
    except moq.Error:
        return
    try:
        while (group := await track.recv_group()) is not None:
            yield _inside(group)
    except moq.Error:
        return
    finally:
        track.cancel()


def _inside(group: moq.GroupConsumer) -> MediaGroup:
    async def read() -> bytes | None:
        try:
            frame = await group.read_frame()
        except moq.Error:
            return None
        return None if frame is None else frame.payload

    return MediaGroup(group.sequence, read, group.cancel)

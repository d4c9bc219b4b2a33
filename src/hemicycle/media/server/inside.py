"""A stream of a meeting to whoever reads it inside this process, as the recorder and the captions
do."""

from __future__ import annotations

from collections.abc import AsyncIterator

import moq

from hemicycle.media.wire.groups import MediaGroup
from hemicycle.wire.ids import Source

PATIENT = moq.Subscription(max_age_us=2_000_000)
"""Groups that come up to two seconds late are still wanted: nobody hears at once what is written
down."""


async def groups_of(broadcast: moq.BroadcastConsumer, source: Source) -> AsyncIterator[MediaGroup]:
    """The groups of a broadcast's only track as they arrive, until it ends.

    Args:
        broadcast: One of the meeting's origin.
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
        return frame.payload if frame is not None else None

    return MediaGroup(group.sequence, read, group.cancel)

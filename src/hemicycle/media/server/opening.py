"""What of a seat's source is in the meeting's origin: a broadcast while it is open, and its
track."""

from __future__ import annotations

import logging
from collections.abc import Callable

import moq

from hemicycle.media.server.progress import Progress
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.tracks import PRIORITY
from hemicycle.wire.ids import SMALL, Source

logger = logging.getLogger("hemicycle.media")

ON_DEMAND = frozenset(SMALL.values())
"""Sources that are taken from their publisher only while somebody subscribes to them."""


class Opening:
    """A broadcast in the meeting's origin, from when it is announced until it is closed.

    Args:
        origin: The meeting's.
        path: Where it is announced.
        source: Its only track.
    """

    def __init__(self, origin: moq.OriginProducer, path: str, source: Source) -> None:
        self.path = path
        self.broadcast = origin.create_broadcast(path)
        self.requests = self.broadcast.dynamic() if source in ON_DEMAND else None
        """The subscriptions to a source that is taken on demand."""
        info = moq.TrackInfo(priority=PRIORITY[source])
        self.track = self.broadcast.publish_track(source, info) if self.requests is None else None
        self.broadcast.announce()

    def close(self) -> None:
        """End the broadcast for whoever subscribes to it."""
        if self.requests is not None:
            end_quietly(self.requests.cancel)
        if self.track is not None:
            end_quietly(self.track.finish)
        end_quietly(self.broadcast.close)


class CopiedTrack:
    """A publisher's track while it is read, and the one in the meeting's origin that it is written
    to.

    Args:
        progress: How far the publisher's track was read before; kept up by the gate.
        into: Where it is written to; None while the gate is not open.
        passes: Whether what is read is written.
    """

    def __init__(self, progress: Progress, into: moq.TrackProducer | None, *, passes: bool) -> None:
        self.groups: set[moq.GroupProducer] = set()
        """The groups that are being written."""
        self.progress = progress
        self.passes = passes
        """Whether what is read is written. What is not is read on, so that what is old is known
        when it passes again."""
        self.into = into
        self._begin()

    @property
    def stalled_s(self) -> float:
        """Seconds since the publisher's last frame, or since the track began to pass."""
        return (now_us() - max(self.opened_at_us, self.progress.at_us)) / 1_000_000

    def let_pass(self, passes: bool) -> None:
        """Write what is captured from now on, or nothing more."""
        self.passes = passes
        if passes:
            self._begin()
        else:
            self.end()

    def begin_group(self, sequence: int) -> moq.GroupProducer:
        """Begin a group in the meeting's origin, with the number that its publisher gave it."""
        assert self.into is not None
        group = self.into.create_group(sequence)
        self.groups.add(group)
        return group

    def end(self) -> None:
        """End every group that is being written."""
        for group in self.groups:
            end_quietly(group.finish)
        self.groups.clear()

    def _begin(self) -> None:
        self.before = self.progress.copy()
        """How far the publisher's track was read when it began to pass."""
        self.opened_at_us = now_us()
        """When it began to pass, by `now_us`."""


def end_quietly(end: Callable[[], None]) -> None:
    """End something of MoQ that its other side may have ended already."""
    try:
        end()
    except moq.Error as error:
        logger.debug("already ended: %r", error)

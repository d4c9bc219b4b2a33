"""What arrives over a WebSocket of the streams to which a client has subscribed."""

from __future__ import annotations

import asyncio
from collections import deque

from hemicycle.media.wire.tcp_messages import BEGINS, ENDS, GOES_ON, Frame

MAX_WAITING_GROUPS = 512
"""How many groups of a stream wait for a client that doesn't read them; beyond it the oldest is
gone."""


class IncomingGroup:
    """A group of a stream while it arrives."""

    def __init__(self, sequence: int) -> None:
        self.sequence = sequence
        self._frames: deque[bytes] = deque()
        self._over = False
        self._skipped = False
        self._more = asyncio.Event()

    def put(self, payload: bytes) -> None:
        if not self._skipped:
            self._frames.append(payload)
            self._more.set()

    def end(self) -> None:
        self._over = True
        self._more.set()

    def skip(self) -> None:
        self._skipped = True
        self._frames.clear()

    async def read(self) -> bytes | None:
        while not self._frames:
            if self._over or self._skipped:
                return None
            self._more.clear()
            await self._more.wait()
        return self._frames.popleft()


class IncomingStream:
    """A stream to which the client has subscribed, as far as it came over one connection."""

    def __init__(self) -> None:
        self.gone = False
        """Whether the server said that it has ended; otherwise the connection has."""
        self._arrived: deque[IncomingGroup] = deque()
        self._open: dict[int, IncomingGroup] = {}
        self._parts: dict[int, bytes] = {}
        """What has come of frames that come in parts, by group."""
        self._over = False
        self._more = asyncio.Event()

    def frame(self, frame: Frame) -> None:
        if frame.flags & BEGINS:
            group = self._open[frame.group] = IncomingGroup(frame.group)
            if len(self._arrived) >= MAX_WAITING_GROUPS:
                self._arrived.popleft().skip()
            self._arrived.append(group)
            self._more.set()
        if frame.group in self._open:
            payload = self._parts.pop(frame.group, b"") + frame.payload
            if frame.flags & GOES_ON:
                self._parts[frame.group] = payload
                return
            self._open[frame.group].put(payload)
            if frame.flags & ENDS:
                self._open.pop(frame.group).end()

    def end(self, group: int) -> None:
        self._parts.pop(group, None)
        if group in self._open:
            self._open.pop(group).end()

    def close(self, *, gone: bool) -> None:
        self.gone = self.gone or gone
        self._over = True
        for group in self._open.values():
            group.end()
        self._open.clear()
        self._more.set()

    async def next(self) -> IncomingGroup | None:
        """The next group that has begun to arrive; None where no more will."""
        while not self._arrived:
            if self._over:
                return None
            self._more.clear()
            await self._more.wait()
        return self._arrived.popleft()

"""The queues before one WebSocket: sound goes first, and old frames are given up.

A client that reads too slowly loses whole groups, the oldest first, and goes on with the next; its
connection stays. Pure bookkeeping: whoever calls says what time it is.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from hemicycle.media.wire.tcp_messages import BEGINS, ENDS, End, Gone, encode_message, frame_head, split_tail
from hemicycle.wire.ids import Source


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one stream may wait to be sent, by age and by size."""

    seconds: float
    """How old the oldest frame may become."""
    bytes: int


BEGUN_S = 5.0
"""Seconds for which the rest of a frame may wait of which a part was sent."""

SOUND_LIMITS = Limits(0.5, 64 * 1024)
PICTURE_LIMITS = Limits(1.0, 512 * 1024)


def limits_of(source: Source) -> Limits:
    """How much of a stream of that source may wait."""
    return SOUND_LIMITS if source is Source.MICROPHONE else PICTURE_LIMITS


@dataclass(frozen=True, slots=True)
class _Waiting:
    at: float
    group: int
    flags: int
    tail: bytes
    """Shared by all for whom the same frame waits; each adds its own head when it is sent."""
    head: bytes = b""
    begun: bool = False
    """Whether a part of it was sent."""


class StreamQueue:
    """What waits of one stream that a client has taken.

    Args:
        id: The client's number for it.
        priority: The greater one goes first.
        limits: The most that waits. A frame that is longer by itself is still sent, alone.
    """

    def __init__(self, id: int, priority: int, limits: Limits) -> None:  # noqa: A002
        self.id = id
        self.priority = priority
        self.lost = 0
        """How many groups were given up."""
        self._limits = limits
        self._head = frame_head(id)
        self._items: deque[_Waiting] = deque()
        self._size = 0
        self._open: set[int] = set()
        """Groups whose beginning was taken up and whose end was not."""
        self._begun: set[int] = set()
        """Groups of which the client has something and awaits more."""
        self._told: deque[bytes] = deque()
        """Ends of groups that were given up when the client had something of them."""
        self._floor = 0
        """The lowest group number of which anything is still sent."""
        self._over = False
        self.gone = False
        """Whether `Gone` was handed out; it is the stream's last message."""

    @property
    def waiting(self) -> int:
        """How many bytes wait to be sent."""
        return self._size

    def oldest(self) -> float | None:
        """Since when the next message waits; None where there is none."""
        if self._told:
            return 0.0
        if self._items:
            return self._items[0].at
        return 0.0 if self._over and not self.gone else None

    def frame(self, group: int, flags: int, tail: bytes, now: float) -> None:
        """Append a frame, unless its group was given up or its beginning was missed.

        Args:
            group: The number of its group.
            flags: `BEGINS`, `ENDS`, both or neither.
            tail: The message without its head.
            now: Seconds by any one clock.
        """
        if group < self._floor or self._over:
            return
        if flags & BEGINS:
            self._open.add(group)
        elif group not in self._open:
            return
        if flags & ENDS:
            self._open.discard(group)
        self._put(_Waiting(now, group, flags, tail, self._head))
        self._trim(now)

    def end(self, group: int, lost: bool, now: float) -> None:
        """Append the end of a group, unless the group was given up or its beginning was missed."""
        if group in self._open:
            self._open.discard(group)
            self._put(_Waiting(now, group, ENDS, encode_message(End(self.id, group, lost))))
            self._trim(now)

    def close(self) -> None:
        """The stream has ended: after what waits comes `Gone`, and nothing more."""
        self._over = True

    def pop(self, now: float, most: int | None = None) -> bytes | None:
        """The next message; None where nothing is worth sending now.

        Args:
            now: Seconds by the clock of `frame`.
            most: How many bytes of a frame are sent at once; None: all of it.
        """
        self._trim(now)
        if self._told:
            return self._told.popleft()
        if not self._items:
            if not self._over or self.gone:
                return None
            self.gone = True
            return encode_message(Gone(self.id))
        item = self._items.popleft()
        self._size -= len(item.tail)
        if most is not None and item.head:
            part, rest = split_tail(item.tail, most)
            if rest is not None:
                self._begun.add(item.group)
                self._size += len(rest)
                self._items.appendleft(_Waiting(item.at, item.group, item.flags, rest, item.head, begun=True))
                return item.head + part
        if item.flags & ENDS:
            self._begun.discard(item.group)
        else:
            self._begun.add(item.group)
        return item.head + item.tail

    def _put(self, item: _Waiting) -> None:
        self._items.append(item)
        self._size += len(item.tail)

    def _trim(self, now: float) -> None:
        while self._items:
            first = self._items[0]
            late = now - first.at > (BEGUN_S if first.begun else self._limits.seconds)
            if not late and (self._size <= self._limits.bytes or len(self._items) == 1):
                break
            self._give_up(first.group)

    def _give_up(self, group: int) -> None:
        """Throw away what waits of a group and of those before it, and what will still come of
        them."""
        kept = [item for item in self._items if item.group > group]
        self._floor = group + 1
        given_up = {item.group for item in self._items if item.group <= group}
        self.lost += len(given_up)
        self._items = deque(kept)
        self._size = sum(len(item.tail) for item in kept)
        self._open = {each for each in self._open if each > group}
        for each in sorted(each for each in self._begun if each <= group):
            self._begun.discard(each)
            self._told.append(encode_message(End(self.id, each, lost=True)))


class Outbox:
    """All messages that wait for one WebSocket: answers first, then streams by priority."""

    def __init__(self) -> None:
        self._control: deque[bytes] = deque()
        self._streams: dict[int, StreamQueue] = {}

    def __len__(self) -> int:
        """How many streams there are."""
        return len(self._streams)

    def say(self, message: bytes) -> None:
        """Append an answer: it goes before every stream."""
        self._control.append(message)

    @property
    def unsaid(self) -> int:
        """How many answers wait."""
        return len(self._control)

    def add(self, queue: StreamQueue) -> None:
        """Add the queue of a stream."""
        self._streams[queue.id] = queue

    def remove(self, id: int) -> None:  # noqa: A002
        """Drop a stream and what waits of it. An unknown one is no fault."""
        self._streams.pop(id, None)

    def pop(self, now: float, most: int | None = None) -> bytes | None:
        """The next message: of the stream with the highest priority the one that waits longest.

        Args:
            now: Seconds by the clock of the streams.
            most: How many bytes of a frame are sent at once; None: all of it.
        """
        if self._control:
            return self._control.popleft()
        while True:
            waiting = [
                (-queue.priority, since, queue.id)
                for queue in self._streams.values()
                if (since := queue.oldest()) is not None
            ]
            if not waiting:
                return None
            queue = self._streams[min(waiting)[2]]
            message = queue.pop(now, most)
            if queue.gone:
                del self._streams[queue.id]
            if message is not None:
                return message

    @property
    def waiting(self) -> int:
        """How many bytes of streams wait to be sent."""
        return sum(queue.waiting for queue in self._streams.values())

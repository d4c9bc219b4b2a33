"""Puts frames back into order. Groups may arrive out of order; the frames of a file may not."""

from __future__ import annotations

from dataclasses import dataclass

MISSING_GROUP_WAIT_S = 0.6


@dataclass(frozen=True, slots=True)
class EncodedFrame:
    """A frame as its publisher has encoded it."""

    timestamp_us: int
    """When it was captured, by the publisher's clock."""
    payload: bytes
    keyframe: bool


@dataclass(slots=True)
class _Held:
    since: float
    frames: list[EncodedFrame]


class ReorderBuffer:
    """Holds frames that came too early until the groups before theirs have come, or have been given
    up.

    Args:
        patience_s: For how long a missing group is waited for.
    """

    def __init__(self, patience_s: float = MISSING_GROUP_WAIT_S) -> None:
        self.late = 0
        """How many frames came after later ones had been handed out, and were dropped."""
        self._patience = patience_s
        self._at: int | None = None
        """The group whose frames are handed out as they come."""
        self._held: dict[int, _Held] = {}
        self._ended: set[int] = set()

    def frame(self, group: int, frame: EncodedFrame, now: float) -> list[EncodedFrame]:
        """A frame of a group has come. Returns what can be written now.

        Args:
            group: The group's number.
            frame: The frame; those of one group come in order.
            now: Seconds, monotonic.
        """
        if self._at is None:
            self._at = group
        if group < self._at:
            self.late += 1
            return []
        ready: list[EncodedFrame] = []
        if group == self._at:
            ready.append(frame)
        else:
            self._held.setdefault(group, _Held(now, [])).frames.append(frame)
        return ready + self._next(now)

    def end(self, group: int, now: float) -> list[EncodedFrame]:
        """No more of a group will come. Returns what can be written now."""
        if self._at is not None and group >= self._at:
            self._ended.add(group)
        return self._next(now)

    def overdue(self, now: float) -> list[EncodedFrame]:
        """Give up the groups that have been missing for too long. Returns what can be written
        now."""
        return self._next(now)

    def rest(self) -> list[EncodedFrame]:
        """Everything that is still held, in order, when no more frames will come."""
        ready = [frame for group in sorted(self._held) for frame in self._held[group].frames]
        self._held.clear()
        return ready

    def _next(self, now: float) -> list[EncodedFrame]:
        ready: list[EncodedFrame] = []
        while self._at is not None:
            if self._at in self._ended:
                self._ended.discard(self._at)
                self._at += 1
            elif self._held and now - min(held.since for held in self._held.values()) > self._patience:
                self._at = min(self._held)
                self._ended = {group for group in self._ended if group >= self._at}
            elif self._at not in self._held:
                break
            if (held := self._held.pop(self._at, None)) is not None:
                ready += held.frames
        return ready

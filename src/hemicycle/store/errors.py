"""What the store refuses, each with a sentence for people as its message."""

from __future__ import annotations


class StoreError(Exception):
    """Something that the store would not do; the message is a sentence for people."""


class StoreUnavailable(StoreError):
    """The database can't be opened."""


class SlugTaken(StoreError):
    """There is a meeting of that slug."""


class NoSuchMeeting(StoreError):
    """There is no meeting of that slug."""


class NoSuchSeat(StoreError):
    """The meeting has no seat of that key."""


class LogConflict(StoreError):
    """The entries don't follow the log as it is stored: another process writes the same meeting."""


class NoSuchLine(StoreError):
    """The meeting has no line of that number."""


class LineChanged(StoreError):
    """Somebody else corrected the line in the meantime."""


class SecretUnusable(StoreError):
    """The file of the links' secret holds something else."""


class CommuniqueChanged(StoreError):
    """Somebody else saved another version of the communiqué in the meantime."""


class Owned(StoreError):
    """Another process owns the database, and is alive."""

    def __init__(self, sentence: str, *, is_here: bool) -> None:
        super().__init__(sentence)
        self.is_here = is_here
        """Whether it is a process of this host."""


class LeaseLost(StoreError):
    """Another process has taken the lease: nothing more can be stored by this one."""

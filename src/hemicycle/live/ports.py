"""What a live meeting needs from the store and from media, as protocols."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from concurrent.futures import Executor
from typing import Protocol

from hemicycle.media.wire.groups import MediaGroup
from hemicycle.room.log import Entry
from hemicycle.wire.ids import Key, Source
from hemicycle.wire.media import Sending, Streams
from hemicycle.wire.meeting import Meeting


class Journal(Protocol):
    """Where facts are stored; `store.journal.Journal` is one."""

    @property
    def thread(self) -> Executor | None:
        """Where `append` and `meeting` are called: a thread that does nothing else, as a command
        must not wait for whatever else the process is busy with. None: any thread."""

    def append(self, slug: Key, entries: Sequence[Entry]) -> None:
        """Store all of them or, by raising, none.

        Raises:
            LogConflict: another process has stored facts after the last one that is known here.
        """

    def meeting(self, slug: Key) -> Meeting | None:
        """The meeting as planned, less what was taken out of it since."""


class Media(Protocol):
    """The sound and picture of one meeting; `media.MediaRoom` is one."""

    def admit(self, seat: Key) -> str:
        """A ticket that lets a seat's media connection in."""

    def dismiss(self, ticket: str) -> None:
        """End the connections of a ticket, and let nobody in with it any more."""

    def set_sending(self, seat: Key, sending: Sending) -> None:
        """Say what a seat is ready to send."""

    def permit(self, opened: frozenset[tuple[Key, Source]]) -> None:
        """When this returns, not one more frame of anything else reaches the room."""

    @property
    def streams(self) -> dict[Key, Streams]:
        """The streams that pass now and can be subscribed to, by seat."""


class Subscribable(Protocol):
    """What a companion takes of one meeting's sound and picture; `media.MediaRoom` is one."""

    @property
    def streams(self) -> Mapping[Key, Streams]:
        """The streams that can be subscribed to now, by seat."""

    def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        """The groups of a stream as they arrive, until it ends."""

    def ingest_of(self, path: str) -> int | None:
        """The number of the ingest of which a stream is: its streams go by one clock."""

"""Stores the facts of meetings, and in the same transaction what they mean for rows beside the
log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from hemicycle.room.erasure import KeepingEnded, SeatErased
from hemicycle.room.log import Entry
from hemicycle.store.appending import append_within
from hemicycle.store.database import Store, meeting_id_of
from hemicycle.store.erasure import erase_rows, forget_guests
from hemicycle.store.errors import LeaseLost
from hemicycle.wire.ids import Key
from hemicycle.wire.meeting import Meeting


class Journal:
    """The logs of a database that this process owns.

    Args:
        store: the database.
        lost: called, from whichever thread appends, when another process owns it now.
    """

    def __init__(self, store: Store, lost: Callable[[], None] = lambda: None) -> None:
        self._store, self._lost = store, lost
        self.thread = ThreadPoolExecutor(1, "journal")
        """Where it is to be called, so that what is stored waits for nothing but what was stored
        before."""

    def close(self) -> None:
        """Wait for what is being stored, and end the thread."""
        self.thread.shutdown()

    def append(self, slug: Key, entries: Sequence[Entry]) -> None:
        """Store all of them or, by raising, none.

        Raises:
            LeaseLost: another process owns the database now.
            LogConflict: another process has stored facts after the last one that is known here.
        """
        try:
            with self._store.writing() as connection:
                meeting_id = meeting_id_of(connection, slug)
                append_within(connection, meeting_id, entries)
                for entry in entries:
                    match entry.fact:
                        case SeatErased(seat=seat):
                            erase_rows(connection, meeting_id, seat, entry.at)
                        case KeepingEnded():
                            forget_guests(connection, meeting_id)
                        case _:
                            pass
        except LeaseLost:
            self._lost()
            raise

    def meeting(self, slug: Key) -> Meeting | None:
        """The meeting as planned, less what was taken out of it since."""
        return self._store.meeting(slug)

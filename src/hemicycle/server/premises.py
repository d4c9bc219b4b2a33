"""What the operations of the command line work on, in a server and in a command of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from hemicycle.live.connection import Way
from hemicycle.live.owner import Owner
from hemicycle.media.server.room import MediaRoom
from hemicycle.recording.paths import RECORDINGS
from hemicycle.server.composing import Composing
from hemicycle.server.erasing import Erasing
from hemicycle.store import Store
from hemicycle.store.lease import Lease, leased
from hemicycle.store.tokens import secret_in
from hemicycle.wire.media import MediaDoor


@dataclass(frozen=True, slots=True)
class Premises:
    """The meetings, their recordings, and the directory with the secret of the links."""

    owner: Owner
    data: Path
    composing: Composing
    erasing: Erasing

    @property
    def store(self) -> Store:
        """The database."""
        return self.owner.store

    async def secret(self) -> bytes:
        """The secret of the links.

        Raises:
            SecretUnusable: there is something else in its file.
            OSError: the data directory can't be read or written.
        """
        return await asyncio.to_thread(secret_in, self.data)


@asynccontextmanager
async def owning(store: Store, waiting: Callable[[str], None]) -> AsyncIterator[Lease]:
    """The lease, taken and given back in a thread, as either may take seconds.

    Raises:
        Owned: another process owns the database.
    """
    holding = leased(store, waiting)
    lease = await asyncio.to_thread(holding.__enter__)
    try:
        yield lease
    finally:
        await asyncio.to_thread(holding.__exit__, None, None, None)


@asynccontextmanager
async def alone(
    store: Store, data: Path, database: str, waiting: Callable[[str], None]
) -> AsyncIterator[Premises]:
    """The premises of a command, where no server runs: this process owns the database meanwhile.

    Args:
        store: the database.
        data: the data directory.
        database: the database's URL, for the composer.
        waiting: called with a sentence where another host may own the database still.

    Raises:
        Owned: another process owns the database.
    """
    async with owning(store, waiting), Owner(store, _silent_room, _no_door) as owner:
        composing = Composing(data / RECORDINGS, database)
        try:
            yield Premises(owner, data, composing, Erasing(owner, composing))
        finally:
            await composing.stop()


def _silent_room(changed: Callable[[], None]) -> MediaRoom:
    """A room that nobody can come to: no ticket opens it."""
    return MediaRoom(changed, issue=lambda *_: "", withdraw=lambda _: None)


def _no_door(way: Way, ticket: str) -> MediaDoor:
    raise LookupError("nobody can come in here")

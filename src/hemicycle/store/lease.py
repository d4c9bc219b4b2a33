"""The lease: which one process decides what happens to the meetings of a database, and writes it
down.

Whoever takes the lease raises its epoch. Every transaction that writes compares the epoch of its
process with the stored one (`Store.writing`), so a process that lost the lease without noticing,
such as one that was stopped and goes on, can store nothing. Whether an owner is alive is told in
two ways:

- SQLite: an exclusive `flock` on a file beside the database, which the kernel gives up with the
  process.
- PostgreSQL: the row is good for `LEASE_MS` by the database's clock, and renewed every `RENEWAL_S`.
  An owner on this host whose process is gone is not waited for; one on another host is, until it
  renews or expires.
"""

from __future__ import annotations

import fcntl
import logging
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Row, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from hemicycle.store.database import Store
from hemicycle.store.errors import Owned, StoreUnavailable
from hemicycle.store.tables import leases

LEASE_MS = 10_000
RENEWAL_S = 3.0
LOOK_S = 0.2
"""Between two looks at another host's lease."""

log = logging.getLogger("hemicycle.store")


@dataclass(frozen=True, slots=True)
class _Process:
    """What tells this process from any other that may have the same database."""

    host: str
    boot: str
    pid: int

    @classmethod
    def own(cls) -> _Process:
        boot = ""
        with suppress(OSError):
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
            # Containers on one host share its boot id, and each counts its processes from 1.
            boot += f" {Path('/proc/self/ns/pid').readlink()}"
        return cls(socket.gethostname(), boot, os.getpid())

    def knows_dead(self, owner: Row[tuple[object, ...]]) -> bool:
        """Whether an owner can be told from here to have ended."""
        if owner.host != self.host:
            return False
        if owner.boot != self.boot:
            # The host was started anew since; another container of it is told by its lease only.
            return str(owner.boot).partition(" ")[0] != self.boot.partition(" ")[0]
        try:
            os.kill(owner.pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            return False
        return False


class Lease:
    """A lease that this process holds; `leased` takes one and gives it back."""

    def __init__(self, store: Store, epoch: int) -> None:
        self._store, self._epoch = store, epoch
        self._ended = threading.Event()
        self.on_lost: Callable[[], None] = lambda: None
        """Called once, from another thread, when another process has taken the lease."""

    def renew(self) -> bool:
        """Hold it for `LEASE_MS` more. Returns False where another process has taken it."""
        with self._store.unfenced() as connection:
            until = _now(connection) + LEASE_MS
            mine = update(leases).where(leases.c.epoch == self._epoch).values(until=until)
            return connection.execute(mine).rowcount == 1

    def keep(self) -> None:
        """Renew it again and again; in a thread of its own, until `release`."""
        while not self._ended.wait(RENEWAL_S):
            try:
                if self.renew():
                    continue
            except SQLAlchemyError:
                log.warning("the lease of the database could not be renewed; it is tried again")
                continue
            log.error("another process has taken the lease of the database")
            self.on_lost()
            return

    def release(self) -> None:
        """Let the next one take it at once."""
        self._ended.set()
        with suppress(SQLAlchemyError), self._store.unfenced() as connection:
            connection.execute(update(leases).where(leases.c.epoch == self._epoch).values(until=0))


@contextmanager
def leased(store: Store, waiting: Callable[[str], None] = lambda _: None) -> Iterator[Lease]:
    """Own the database for as long as the block lasts.

    Args:
        store: the database; what it writes in the block carries the lease's epoch.
        waiting: called once, with a sentence, where it has to be found out whether the owner is
            alive.

    Raises:
        Owned: a process that is alive owns it; with a sentence that says which.
        StoreUnavailable: the lock's file can't be made.
    """
    with _locked(store):
        lease = _take(store, waiting)
        keeper = threading.Thread(target=lease.keep, name="lease", daemon=True)
        if store.file is None:
            keeper.start()
        try:
            yield lease
        finally:
            lease.release()
            store.epoch = None
            if keeper.is_alive():
                keeper.join()


@contextmanager
def _locked(store: Store) -> Iterator[None]:
    """Hold the lock beside an SQLite file; it ends with the process, however that ends."""
    if store.file is None:
        yield
        return
    path = store.file.with_name(f"{store.file.name}.lock")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreUnavailable(f"{path} can't be made: {error.strerror}") from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            with store.reading() as connection:
                raise _owned(connection.execute(select(leases)).one()) from error
        yield
    finally:
        os.close(handle)


def _take(store: Store, waiting: Callable[[str], None]) -> Lease:
    own = _Process.own()
    watched: Row[tuple[object, ...]] | None = None
    while True:
        with store.unfenced() as connection:
            owner = connection.execute(select(leases).with_for_update()).one()
            now = _now(connection)
            is_free = store.file is not None or owner.until <= now or own.knows_dead(owner)
            if is_free:
                epoch = owner.epoch + 1
                connection.execute(
                    update(leases).values(
                        epoch=epoch, host=own.host, boot=own.boot, pid=own.pid, until=now + LEASE_MS
                    )
                )
        if is_free:
            store.epoch = epoch
            return Lease(store, epoch)
        if (owner.host, owner.boot) == (own.host, own.boot) or (watched is not None and watched != owner):
            raise _owned(owner)
        if watched is None:
            watched = owner
            waiting(
                f"Process {owner.pid} on {owner.host} has owned this database; "
                f"waiting up to {LEASE_MS // 1000} s to see whether it still does."
            )
        time.sleep(LOOK_S)


def _owned(owner: Row[tuple[object, ...]]) -> Owned:
    return Owned(
        f"Process {owner.pid} on {owner.host} owns this database: a server that runs, or a command at work. "
        "A database has one owner at a time; end that one first",
        is_here=owner.host == socket.gethostname(),
    )


def _now(connection: Connection) -> int:
    """The database's clock, in ms since 1970; SQLite's is this machine's."""
    if connection.dialect.name == "sqlite":
        return time.time_ns() // 1_000_000
    clock = text("SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT")
    return int(connection.execute(clock).scalar_one())

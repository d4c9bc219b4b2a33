"""Looks at a database without changing it."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, func, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from hemicycle.store.engine import MIGRATIONS
from hemicycle.store.errors import StoreUnavailable
from hemicycle.store.tables import facts
from hemicycle.wire.ids import Milliseconds


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """What `hemicycle doctor` reports of a database."""

    kind: str
    """`SQLite` or `PostgreSQL`."""
    exists: bool
    revision: str | None
    """Of its tables; None: there are none."""
    newest: str
    """The revision that this Hemicycle works with; it brings older ones up to it by itself."""
    last_fact: Milliseconds | None
    """When the newest fact was stored."""


def inspected(url: str) -> DatabaseState:
    """How a database stands.

    Raises:
        StoreUnavailable: it can't be reached; with a sentence that says why.
    """
    scripts = ScriptDirectory(str(MIGRATIONS))
    newest = scripts.get_current_head() or ""
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgres", "postgresql"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        kind = "SQLite" if parsed.get_backend_name() == "sqlite" else "PostgreSQL"
        if kind == "SQLite" and not Path(parsed.database or "").is_file():
            return DatabaseState(kind, False, None, newest, None)
        engine = create_engine(parsed)
    except ArgumentError as error:
        raise StoreUnavailable(f'"{url}" is not the URL of a database') from error
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise StoreUnavailable(
            f'there is no driver for it: pip install "hemicycle[postgresql]" ({error})'
        ) from error
    try:
        with engine.connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
            last = None
            if inspect(connection).has_table(facts.name):
                last = connection.execute(select(func.max(facts.c.at))).scalar_one_or_none()
            return DatabaseState(kind, True, revision, newest, last)
    except DBAPIError as error:
        raise StoreUnavailable(str(error.orig).strip().splitlines()[0]) from error
    finally:
        engine.dispose()


def is_known(revision: str) -> bool:
    """Whether this Hemicycle has ever had tables of that revision."""
    return revision in {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}


def bears_wal(folder: Path) -> bool:
    """Whether SQLite can keep its write-ahead log in a folder: on most network file systems it
    can't.

    Raises:
        OSError: nothing can be written there.
    """
    with tempfile.TemporaryDirectory(prefix=".hemicycle-", dir=folder) as beside:
        try:
            connection = sqlite3.connect(Path(beside) / "try.db")
            try:
                (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
                connection.execute("CREATE TABLE tried (x)")
                connection.commit()
            finally:
                connection.close()
        except sqlite3.Error:
            return False
    return bool(mode == "wal")

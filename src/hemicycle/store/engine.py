"""How a database is reached: its URL, the engine with our settings, and its tables brought up to
date."""

from __future__ import annotations

import sqlite3
import time
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from hemicycle.store.errors import StoreUnavailable

MIGRATIONS = Path(__file__).parent / "migrations"

_BUSY_MS = 10_000
"""How long SQLite waits for another process's write."""

_MIGRATING = 0x48454D49
"""The PostgreSQL advisory lock held while migrating."""


def parsed(url: str) -> URL:
    """The URL of a database; makes the folder of an SQLite file.

    Raises:
        StoreUnavailable: it is none, or the folder can't be made.
    """
    try:
        made = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreUnavailable(
            f'"{url}" is not the URL of a database: write sqlite:///PATH or postgresql://USER@HOST/NAME'
        ) from error
    if made.drivername in ("postgres", "postgresql"):
        made = made.set(drivername="postgresql+psycopg")
    if made.get_backend_name() == "sqlite":
        if not made.database or made.database == ":memory:":
            raise StoreUnavailable("an SQLite database needs a file: write sqlite:///PATH")
        try:
            Path(made.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(
                f"the folder of {made.database} can't be made: {error.strerror}"
            ) from error
    elif made.get_backend_name() != "postgresql":
        raise StoreUnavailable(
            f"{made.get_backend_name()} is not supported: write sqlite:///PATH or postgresql://USER@HOST/NAME"
        )
    return made


def engine_for(url: URL) -> Engine:
    """The engine over a database, with our settings for each connection.

    Raises:
        StoreUnavailable: there is no driver for it.
    """
    if url.get_backend_name() == "postgresql":
        try:
            return create_engine(url, pool_pre_ping=True)
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise StoreUnavailable(
                f'there is no driver for {url.drivername}: pip install "hemicycle[postgresql]"'
            ) from error
    engine = create_engine(url)
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _on_sqlite_connect(connection: sqlite3.Connection, _record: object) -> None:
    # None: the driver opens no transaction of its own, so that DDL is transactional and BEGIN is
    # ours.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    _use_wal(connection)
    # With WAL a killed process loses nothing; a power cut may lose the last moments, and breaks
    # nothing.
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _use_wal(connection: sqlite3.Connection) -> None:
    # The mode stays with the file. The first to open a new file sets it, for which SQLite doesn't
    # wait while another is doing the same, whatever the busy timeout.
    patience = time.monotonic() + _BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > patience:
                raise
            time.sleep(0.01)


def _on_sqlite_begin(connection: Connection) -> None:
    # A writer takes the lock at once: one that read first and then wrote would fail where it should
    # wait.
    writes = connection.get_execution_options().get("hemicycle_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def migrate(connection: Connection, to: str | None = None) -> None:
    """Bring the tables up to a revision, in the connection's transaction; one process at a time.

    Args:
        connection: in a transaction to write in.
        to: the revision; None: the newest. Where the tables are of it already, nothing is imported
            for it.

    Raises:
        StoreUnavailable: they are of a newer Hemicycle.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
    newest = max(path.stem.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    if _revision(connection) != (to or newest):
        import_module("hemicycle.store.migrating").upgrade(connection, to or "head")


def _revision(connection: Connection) -> str | None:
    """Of what revision the tables are; None: there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def shown(url: URL) -> str:
    """The URL without its password."""
    return url.render_as_string(hide_password=True)


def first_line(error: DBAPIError) -> str:
    """What the database said, as one line."""
    return str(error.orig).strip().splitlines()[0] if error.orig and str(error.orig).strip() else str(error)

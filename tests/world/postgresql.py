"""A PostgreSQL of the tests' own: made in a temporary folder, reached by a socket in it, gone
afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

GIVEN = "HEMICYCLE_TEST_POSTGRESQL"
"""The variable that names a server to use instead: a URL whose user may create databases."""

MISSING = (
    "The tests of the store run on a real PostgreSQL, and there is none on this machine: "
    f"`apt-get install postgresql`, or give the URL of one in {GIVEN} (its user has to be allowed CREATEDB)."
)


def _binaries() -> Path:
    # Debian keeps them out of PATH, a folder a version.
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    initdb = str(found[-1]) if found else shutil.which("initdb")
    if initdb is None:
        pytest.fail(MISSING, pytrace=False)
    return Path(initdb).resolve().parent


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server that databases can be created on."""
    if given := os.environ.get(GIVEN):
        yield given
        return
    binaries = _binaries()
    # The server refuses to run as root; then it runs as the user that comes with it.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="hemicycle-pg-"))
    try:
        if user:
            account = pwd.getpwnam(user)
            os.chown(folder, account.pw_uid, account.pw_gid)
        cluster = folder / "cluster"
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"

        def control(*command: str) -> None:
            subprocess.run(
                [str(binaries / command[0]), *command[1:]],
                user=user,
                cwd=folder,
                env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
                check=True,
                stdout=subprocess.DEVNULL,
            )

        control("initdb", "-D", str(cluster), "-U", "hemicycle", "--auth=trust", "--no-sync", "-E", "UTF8")
        log = str(folder / "log")
        control("pg_ctl", "-D", str(cluster), "-l", log, "-o", options, "-w", "start")
        try:
            yield f"postgresql+psycopg://hemicycle@/postgres?host={folder}"
        finally:
            control("pg_ctl", "-D", str(cluster), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def execute(url: str, statement: str) -> None:
    """Run one statement outside of any transaction, as CREATE DATABASE has to be."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()


def renamed(url: str, database: str) -> str:
    """The URL of another database on the same server."""
    return make_url(url).set(database=database).render_as_string(hide_password=False)

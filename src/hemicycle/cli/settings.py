"""What every command takes: where the data lies, which database, and the address that guests
see."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn
from urllib.parse import quote, urlsplit

import typer

from hemicycle.store import Store
from hemicycle.store.tokens import secret_in

DEFAULT_DATA = Path("data")
DEFAULT_PUBLIC_URL = "http://localhost:8443"

DataOption = Annotated[
    Path,
    typer.Option(
        "--data",
        metavar="DIR",
        envvar="HEMICYCLE_DATA",
        help="The directory of everything that is kept: the database and the secret of the links.",
    ),
]
DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        envvar="HEMICYCLE_DATABASE",
        help="postgresql://… or sqlite:///PATH.",
        show_default="hemicycle.db in the data directory",
    ),
]
PublicUrlOption = Annotated[
    str,
    typer.Option(
        "--public-url",
        metavar="URL",
        envvar="HEMICYCLE_PUBLIC_URL",
        help="The address at which guests reach the server.",
    ),
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the data lies, and under which address guests come."""

    data: Path
    database: str
    public_url: str
    """Without a slash at its end."""

    def url(self, path: str) -> str:
        """The full address of a path such as `/s/TOKEN`."""
        return self.public_url + path


def place(data: Path, database: str | None, public_url: str = DEFAULT_PUBLIC_URL) -> Place:
    """The place that the options name; ends the command where the address is none."""
    try:
        parts = urlsplit(public_url)
        fit = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
        _ = parts.port  # raises where it is no number
    except ValueError:
        fit = None
    if not fit:
        fail(
            f'--public-url: "{public_url}" is not a web address; write for example https://webinar.example.org'
        )
    # Quoted, because a directory's name may hold what means something in a URL.
    url = database or f"sqlite:///{quote(str(data / 'hemicycle.db'))}"
    return Place(data, url, public_url.rstrip("/"))


@contextmanager
def open_store(of: Place) -> Iterator[Store]:
    """The store, closed at the end.

    Raises:
        StoreUnavailable: it can't be opened; `run` says so and ends the command.
    """
    store = Store.open(of.database)
    try:
        yield store
    finally:
        store.close()


def secret_of(of: Place) -> bytes:
    """The secret of the links; ends the command with a sentence where the directory can't be used.

    Raises:
        SecretUnusable: there is something else in its file; `run` says so and ends the command.
    """
    try:
        return secret_in(of.data)
    except OSError as error:
        fail(f"--data: {error.filename or of.data}: {error.strerror}; give a directory that you may write to")


def now() -> int:
    """The time by this machine's clock, in ms since 1970-01-01T00:00Z."""
    return time.time_ns() // 1_000_000


def fail(*lines: str) -> NoReturn:
    """End the command with exit code 2 and a line each on standard error."""
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(2)

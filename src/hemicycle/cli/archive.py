"""`hemicycle archive` and `hemicycle verify`: what is kept of a meeting, to be trusted later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.filesize import decimal
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from hemicycle.archive import (
    ArchiveError,
    KeyUnusable,
    contents,
    fingerprint,
    make_archive,
    signing_key_in,
    verify_archive,
)
from hemicycle.cli.found import check_log, meeting_of
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, now, open_store, place
from hemicycle.recording.paths import RECORDINGS

MOST_FINDINGS = 50
"""So many are printed; the rest is counted."""


@contextmanager
def _bar(words: str) -> Iterator[Callable[[int, int], None]]:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(words, total=None)

        def told(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of)

        yield told


def archive(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help="Where to; made if it is not there, else empty."),
    ],
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Archive a meeting: a signed bag (BagIt, RFC 8493) with everything that is kept of it."""
    at = now()
    with open_store(place(data, database)) as store:
        meeting = meeting_of(store, slug)
        check_log(slug, store.entries(slug), "No archive was made.")
        try:
            key = signing_key_in(data)
            with _bar("Archiving") as progress:
                made = make_archive(
                    output,
                    contents(store, slug, data / RECORDINGS / slug, at),
                    key,
                    title=meeting["title"],
                    organiser=meeting["organiser"],
                    now=at,
                    progress=progress,
                )
        except OSError as error:
            fail(
                f"--data: {error.filename or data}: {error.strerror}; give a directory that you may write to"
            )
        except (ArchiveError, KeyUnusable) as error:
            fail(str(error))
    typer.echo(f"Archived {slug} in {made.folder}: {made.files} files, {decimal(made.size)}.")
    typer.echo(f"Signed with the key {made.fingerprint}")


def verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", show_default=False)],
    key: Annotated[
        str | None,
        typer.Option(
            "--key",
            metavar="FINGERPRINT",
            help="The key that it must be signed with, as the organiser gives it.",
            show_default="any",
        ),
    ] = None,
) -> None:
    """Verify an archive from its folder alone: every file, the chain of the log, the signature."""
    with _bar("Verifying") as progress:
        found = verify_archive(folder, progress)
    signed = None if found.public is None else fingerprint(found.public)
    for finding in found.findings[:MOST_FINDINGS]:
        typer.echo(f"{finding.path}: {finding.sentence}")
    if len(found.findings) > MOST_FINDINGS:
        typer.echo(f"… and {len(found.findings) - MOST_FINDINGS} more")
    another = key is not None and signed is not None and _bare(key) != _bare(signed)
    if another:
        typer.echo(f"{folder}: is signed with another key than the one asked for: {signed}")
    if found.findings or another:
        typer.echo(f"{folder} is not as it was when it was made.", err=True)
        raise typer.Exit(1)
    typer.echo(f"{folder} is as it was when it was made: {found.files} files, {decimal(found.size)}.")
    typer.echo(f"The chain of its {found.facts} facts holds.")
    typer.echo(f"Signed with the key {signed}")


def _bare(fingerprint: str) -> str:
    return "".join(fingerprint.split()).lower()

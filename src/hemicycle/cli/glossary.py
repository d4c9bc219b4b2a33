"""`hemicycle glossary`: the meeting's terms, for the booths."""

from __future__ import annotations

import sys
from base64 import b64encode
from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.files import content_of
from hemicycle.cli.found import meeting_of
from hemicycle.cli.operating import carried_out
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, open_store, place
from hemicycle.cli.tables import as_csv
from hemicycle.server.operations.texts import GIVE_GLOSSARY, GiveGlossary
from hemicycle.store.texts import glossary_of
from hemicycle.wire.texts import MAX_GLOSSARY_FILE_BYTES

glossary_app = typer.Typer(no_args_is_help=True, help="Give the booths the meeting's terms.")


@glossary_app.command("import")
def import_(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    file: Annotated[
        Path,
        typer.Argument(
            metavar="CSV", help="A column for each language, named by its tag.", show_default=False
        ),
    ],
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Take a glossary, in place of the one that the meeting has: all of it, or nothing."""
    wanted = GiveGlossary(
        slug=slug, name=str(file), content=b64encode(content_of(file, MAX_GLOSSARY_FILE_BYTES))
    )
    where = place(data, database)
    with open_store(where) as store:
        meeting_of(store, slug)
    given = carried_out(where, GIVE_GLOSSARY, wanted)
    number = f"{given.terms:,} {'term' if given.terms == 1 else 'terms'}"
    typer.echo(f"{slug}: {number} in {', '.join(given.languages)}. The booths can find them now.")


@glossary_app.command("export")
def export(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Print the glossary as the CSV file that `import` takes."""
    with open_store(place(data, database)) as store:
        meeting_of(store, slug)
        found = glossary_of(store, slug)
    if not found.version:
        fail(f"{slug} has no glossary: hemicycle glossary import {slug} CSV")
    sys.stdout.write(as_csv(found.languages, found.rows, line_end="\n"))

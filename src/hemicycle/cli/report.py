"""`hemicycle report`: what is to be said of a meeting, read from its log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.files import OutputFileOption
from hemicycle.cli.found import meeting_of
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, now, open_store, place
from hemicycle.report import Report, as_html, as_json, as_markdown
from hemicycle.report import report as read_report
from hemicycle.room.log import verify


class ReportFormat(StrEnum):
    """What the report is written as."""

    MD = "md"
    HTML = "html"
    JSON = "json"


RENDERERS: Mapping[ReportFormat, Callable[[Report], str]] = {
    ReportFormat.MD: as_markdown,
    ReportFormat.HTML: as_html,
    ReportFormat.JSON: as_json,
}

_SUFFIXES = {
    ".md": ReportFormat.MD,
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
    ".json": ReportFormat.JSON,
}


def format_for(file: Path | None) -> ReportFormat:
    """The format that a file's name asks for; Markdown where it asks for none."""
    return ReportFormat.MD if file is None else _SUFFIXES.get(file.suffix.lower(), ReportFormat.MD)


def report(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    format_: Annotated[
        ReportFormat | None,
        typer.Option("--format", help="What it is written as.", show_default="by FILE's name, otherwise md"),
    ] = None,
    output: OutputFileOption = None,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Write the report of a meeting: who came, and who had the floor, when, on what."""
    with open_store(place(data, database)) as store:
        meeting = meeting_of(store, slug)
        entries = store.entries(slug)
    if broken := verify(entries):
        # No report can be made of a log that was changed: it would be taken for what happened.
        typer.echo(f"The log of {slug} is broken: {broken.sentence}. No report was written.", err=True)
        raise typer.Exit(1)
    text = RENDERERS[format_ or format_for(output)](read_report(meeting, entries, now()))
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        fail(f"{output}: can't be written: {(error.strerror or str(error)).lower()}; give another path")

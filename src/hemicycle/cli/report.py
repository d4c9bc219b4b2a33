"""`hemicycle report`: what is to be said of a meeting, read from its log."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hemicycle.cli.files import FORMAT, OutputFileOption, format_of, write_out
from hemicycle.cli.found import check_log, meeting_of
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, now, open_store, place
from hemicycle.report import RENDERERS
from hemicycle.report import report as read_report


class ReportFormat(StrEnum):
    """What the report is written as."""

    MD = "md"
    HTML = "html"
    JSON = "json"


def report(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    format_: Annotated[ReportFormat | None, FORMAT] = None,
    output: OutputFileOption = None,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Write the report of a meeting: who came, and who had the floor, when, on what."""
    with open_store(place(data, database)) as store:
        meeting = meeting_of(store, slug)
        entries = store.entries(slug)
    check_log(slug, entries, "No report was written.")
    chosen = format_ or format_of(output, ReportFormat)
    text = RENDERERS[f".{chosen}"](read_report(meeting, entries, now()))
    write_out(output, text.encode(), text=True)

"""`hemicycle checks`: who has found out whether they can take part, and what they found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.table import Table

from hemicycle.cli.found import meeting_of
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, open_store, place
from hemicycle.cli.tables import RowsFormat, RowsFormatOption, as_csv, print_json, print_table
from hemicycle.store import CheckRow
from hemicycle.store.checks import kept_checks
from hemicycle.wire.checks import CheckMark, CheckSteps, CheckVerdict
from hemicycle.wire.meeting import Meeting

WORDS = {
    CheckVerdict.READY: "can take part",
    CheckVerdict.UNSEEN: "can take part, no camera",
    CheckVerdict.LISTENING: "can listen, cannot speak",
    CheckVerdict.WEAK: "can take part, weak connection",
    CheckVerdict.SILENT: "does not hear",
    CheckVerdict.CANNOT: "cannot take part",
}

COLUMNS = (
    "at", "seat", "name", "organisation", "verdict", "trouble", "browser", "way", "delay",
    "loss", "frame_rate",
)  # fmt: skip
STEPS = tuple(CheckSteps.model_fields)

MARKS = {CheckMark.PASSED: "yes", CheckMark.FAILED: "no", CheckMark.SKIPPED: "–"}

_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet would take for a formula, at the beginning of what a stranger typed."""


def checks(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    format_: RowsFormatOption = RowsFormat.TABLE,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Print what guests found out on the page "Can I take part?", the newest first."""
    with open_store(place(data, database)) as store:
        meeting = meeting_of(store, slug)
        found = kept_checks(store, slug)
    rows = [_row(row, meeting) for row in found]
    match format_:
        case RowsFormat.JSON:
            print_json(rows)
        case RowsFormat.CSV:
            columns = (*COLUMNS, *(f"step_{step}" for step in STEPS))
            typer.echo(as_csv(columns, map(_flat, rows)), nl=False)
        case RowsFormat.TABLE if rows:
            print_table(_as_table(rows, meeting["timezone"]))
        case RowsFormat.TABLE:
            typer.echo(f"Nobody has checked yet. Send your guests to /m/{slug}/check on your server.")


def _row(row: CheckRow, meeting: Meeting) -> dict[str, Any]:
    result = row.result
    seat = meeting["seats"].get(row.seat) if row.seat else None
    return {
        "at": row.at,
        "seat": row.seat,
        "name": seat["name"] if seat else result.name,
        "organisation": seat["organisation"] if seat else "",
        "verdict": result.verdict.value,
        "trouble": result.trouble,
        "browser": row.browser,
        "way": result.way,
        "delay": result.delay,
        "loss": result.loss,
        "frame_rate": result.frame_rate,
        "steps": {step: mark.value for step, mark in result.steps},
    }


def _as_table(rows: Sequence[dict[str, Any]], zone: str) -> Table:
    heads = ("When", "Who", "Verdict", "Trouble", "Browser", "Way", "Delay", "Loss", "Hears", "Mic", "Camera")
    table = Table(*heads)
    for row in rows:
        who = row["name"] if row["seat"] else f"{row['name'] or 'somebody'} (no seat)"
        if row["organisation"]:
            who += f", {row['organisation']}"
        table.add_row(
            f"{datetime.fromtimestamp(row['at'] / 1000, ZoneInfo(zone)):%Y-%m-%d %H:%M}",
            who,
            WORDS[CheckVerdict(row["verdict"])],
            row["trouble"],
            row["browser"],
            (row["way"] or "–").upper(),
            "–" if row["delay"] is None else f"{row['delay']} ms",
            "–" if row["loss"] is None else f"{row['loss']:.1%}",
            *(MARKS[CheckMark(row["steps"][step])] for step in ("loudspeaker", "microphone", "camera")),
        )
    return table


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the CSV file: a column a step, and nothing that is a formula."""
    cells = {column: row[column] for column in COLUMNS}
    if row["name"].startswith(_FORMULA):
        cells["name"] = f"'{row['name']}"
    return cells | {f"step_{step}": row["steps"][step] for step in STEPS}

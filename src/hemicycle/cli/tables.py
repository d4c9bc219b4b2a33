"""Prints rows: as tables, to a terminal and to what is no terminal whole, as JSON or as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table


class RowsFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


RowsFormatOption = Annotated[RowsFormat, typer.Option("--format", help="How they are printed.")]


def as_csv(columns: Collection[str], rows: Iterable[Mapping[str, Any]], line_end: str = "\r\n") -> str:
    """Rows as a CSV file with a header."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def print_json(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows as a JSON array."""
    typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def print_table(table: Table, *, whole: bool = False) -> None:
    """Print a table on standard output.

    Args:
        table: its cells are shown as they are: no square bracket in them means anything.
        whole: let its lines be longer than the terminal is wide rather than broken, so that what is
            in them can be copied. It is so anyway where the output is no terminal.
    """
    console = Console(markup=False, highlight=False, emoji=False)
    if whole or not console.is_terminal:
        unbounded = console.options.update(max_width=10_000)
        console.width = max(console.width, Measurement.get(console, unbounded, table).maximum)
    console.print(table, soft_wrap=False, crop=False)

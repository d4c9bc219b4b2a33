"""Prints tables to a terminal, and to what is no terminal whole."""

from __future__ import annotations

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table


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

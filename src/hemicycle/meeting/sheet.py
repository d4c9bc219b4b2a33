"""The cells of a CSV file, as spreadsheets write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from hemicycle.meeting.faults import FaultList

# What spreadsheets write as CSV depends on the country's decimal separator.
_DELIMITERS = ",;\t"

Line = tuple[int, list[str]]
"""A line's number, counted from 1 as an editor does, and its cells."""


def rows(text: str, faults: FaultList) -> list[Line]:
    """The lines that hold anything; none, with a fault, where the text is not CSV."""
    first = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[Line] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        faults.add("", f"is not CSV: {error}", "close each quotation mark, and double one within", line=line)
        return []
    return found


def whole(lines: Sequence[Line], columns: int, faults: FaultList) -> Iterator[Line]:
    """The lines that have a cell for each column; of the others a fault is noted."""
    for line, cells in lines:
        if len(cells) == columns:
            yield line, cells
        else:
            has = f"has {len(cells)} {'cell' if len(cells) == 1 else 'cells'}"
            right = f"write {columns}, as in the first line (a text with a comma goes in quotation marks)"
            faults.add("", has, right, line=line)

"""Reads the invitations: a CSV file with a line for each body that is invited, and how many seats it gets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hemicycle.meeting import values
from hemicycle.meeting.content import decoded
from hemicycle.meeting.faults import FaultList, choose, shown
from hemicycle.meeting.programme import LONGEST_NAME, LONGEST_ORGANISATION, LONGEST_TITLE
from hemicycle.meeting.values import Unfit
from hemicycle.wire.ids import Key

T = TypeVar("T")

LARGEST = 1024 * 1024
"""The largest list that is read, in bytes."""

MOST_ROWS = 2000
MOST_SEATS_A_ROW = 1000

REQUIRED = ("category", "organisation", "title", "seats", "language")
OPTIONAL = ("name", "email")

# What spreadsheets write as CSV depends on the country's decimal separator.
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One line of the list."""

    category: Key
    organisation: str
    title: str
    seats: int
    language: str
    name: str | None
    """Who is invited, where that is known; then it is one seat."""


def read_invitations(
    content: bytes, categories: Collection[Key] | None, faults: FaultList
) -> list[Invitation] | None:
    """The invitations in a file's content, in its order; None where there was any fault.

    Args:
        content: the file's bytes.
        categories: the keys of the programme's categories; None where they could not be read, and
            then a line may name any.
        faults: where faults are noted.
    """
    text = decoded(content, LARGEST, faults)
    if text is None:
        return None
    rows = _rows(text, faults)
    if not rows:
        if not faults.faults:
            faults.add("", "is empty", f"write the columns {','.join(REQUIRED)} in its first line")
        return None
    (header_line, header), *lines = rows
    columns = _columns(header, header_line, faults)
    if columns is None:
        return None
    if not lines:
        faults.add("", "invites nobody", "write a line for each body that is invited")
    if len(lines) > MOST_ROWS:
        faults.add("", f"has {len(lines):,} lines", f"write at most {MOST_ROWS:,}")
        return None
    found: list[Invitation] = []
    for line, cells in lines:
        if len(cells) != len(columns):
            right = (
                f"write {len(columns)}, as in the first line (a text with a comma goes in quotation marks)"
            )
            faults.add("", f"has {len(cells)} {'cell' if len(cells) == 1 else 'cells'}", right, line=line)
            continue
        found.append(_invitation(dict(zip(columns, cells, strict=True)), line, categories, faults))
    return None if faults.faults else found


def _rows(text: str, faults: FaultList) -> list[tuple[int, list[str]]]:
    """The lines that hold anything, each with its number."""
    first = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        faults.add("", f"is not CSV: {error}", "close each quotation mark, and double one within", line=line)
        return []
    return rows


def _columns(header: Sequence[str], line: int, faults: FaultList) -> list[str] | None:
    columns = [cell.strip().lower() for cell in header]
    known = (*REQUIRED, *OPTIONAL)
    before = len(faults.faults)
    missing = [column for column in REQUIRED if column not in columns]
    for place, column in enumerate(columns):
        if column not in known:
            free = [name for name in known if name not in columns]
            faults.add(
                "",
                f"{shown(column)} is not a column of invitations",
                choose(column, free, "column"),
                line=line,
            )
        elif column in columns[:place]:
            faults.add("", f"the column {shown(column)} is there twice", "write it once", line=line)
    for column in missing:
        faults.add(
            "",
            f"the column {shown(column)} is missing",
            f"write {','.join(REQUIRED)} in the first line",
            line=line,
        )
    return columns if len(faults.faults) == before else None


def _invitation(
    row: Mapping[str, str], line: int, categories: Collection[Key] | None, faults: FaultList
) -> Invitation:
    def read(column: str, fit: Callable[[str], T], empty: T) -> T:
        try:
            return fit(row[column])
        except Unfit as unfit:
            faults.add(f'"{column}"', unfit.wrong, unfit.right, line=line)
            return empty

    def category(value: str) -> str:
        found = value.strip()
        if categories is not None and found not in categories:
            raise Unfit(
                f"{shown(found)} is no category of the programme", choose(found, categories, "category")
            )
        return found

    def seats(value: str) -> int:
        return values.between(values.whole_number(value), 1, MOST_SEATS_A_ROW)

    invitation = Invitation(
        category=read("category", category, ""),
        organisation=read("organisation", lambda value: values.text(value, LONGEST_ORGANISATION), ""),
        title=read("title", lambda value: values.text(value, LONGEST_TITLE), ""),
        seats=read("seats", seats, 0),
        language=read("language", values.language, ""),
        name=read("name", lambda value: values.text(value, LONGEST_NAME), None)
        if row.get("name", "").strip()
        else None,
    )
    if row.get("email", "").strip():
        read("email", _email, "")
    if invitation.name is not None and invitation.seats > 1:
        faults.add(
            '"seats"',
            f"{shown(invitation.name)} has {invitation.seats} seats",
            "write 1, or no name",
            line=line,
        )
    return invitation


def _email(value: str) -> str:
    address = value.strip()
    if len(address) > 254 or not re.fullmatch(r"[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+", address):
        raise Unfit(
            f"{shown(address)} is no address", "write one such as name@example.org, or leave it empty"
        )
    return address

"""Reads the invitations: a CSV file with a line for each body that is invited, and how many seats
it gets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hemicycle.meeting import sheet, values
from hemicycle.meeting.content import decoded
from hemicycle.meeting.faults import FaultList, choose, shown
from hemicycle.meeting.interpreting import MOST_LANGUAGES, UNREPRESENTING, check_interpreter, check_other
from hemicycle.meeting.programme import MAX_NAME_CHARS, MAX_ORGANISATION_CHARS, MAX_TITLE_CHARS, Known
from hemicycle.meeting.values import Unfit
from hemicycle.wire.ids import Key, Role

T = TypeVar("T")

MAX_BYTES = 1024 * 1024
"""The largest list that is read, in bytes."""

MOST_ROWS = 2000
MOST_SEATS_A_ROW = 1000

REQUIRED = ("category", "organisation", "title", "seats", "language")
OPTIONAL = ("name", "role", "into", "from", "mail")

ROLES = (Role.PARTICIPANT, Role.OBSERVER, Role.INTERPRETER, Role.CAPTIONER)
"""Who can be invited. The chair and the speakers are the programme's."""

# What lists that were made for a mail merge call it.
_MEANT = {"email": "mail"}


@dataclass(frozen=True, slots=True)
class Invitation:
    """One row of the list of invitations: a body and its number of seats."""

    category: Key | None
    """None for those who represent nobody: interpreters and captioners."""
    organisation: str
    title: str
    seats: int
    language: str
    name: str | None
    """Who is invited, where that is known; then it is one seat."""
    role: Role
    into: list[str]
    out_of: list[str]
    """An interpreter's languages; empty for all others."""
    mail: str | None

    @property
    def prefix(self) -> str:
        """What the keys of its seats begin with."""
        return self.category or self.role.value


def read_invitations(content: bytes, known: Known, faults: FaultList) -> list[Invitation] | None:
    """The invitations in a file's content, in its order; None where there was any fault.

    Args:
        content: the file's bytes.
        known: the programme's categories and languages; where they could not be read, a line may
            name any.
        faults: where faults are noted.
    """
    text = decoded(content, MAX_BYTES, faults)
    if text is None:
        return None
    rows = sheet.rows(text, faults)
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
    found = [
        _invitation(dict(zip(columns, cells, strict=True)), line, known, faults)
        for line, cells in sheet.whole(lines, len(columns), faults)
    ]
    return None if faults.faults else found


def _columns(header: Sequence[str], line: int, faults: FaultList) -> list[str] | None:
    columns = [_MEANT.get(cell.strip().lower(), cell.strip().lower()) for cell in header]
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


def _invitation(row: Mapping[str, str], line: int, known: Known, faults: FaultList) -> Invitation:
    def fault(column: str, wrong: str, right: str) -> None:
        faults.add(f'"{column}"', wrong, right, line=line)

    def read(column: str, fit: Callable[[str], T], empty: T) -> T:
        try:
            return fit(row.get(column, ""))
        except Unfit as unfit:
            fault(column, unfit.wrong, unfit.right)
            return empty

    def if_given(column: str, fit: Callable[[str], T]) -> T | None:
        return read(column, fit, None) if row.get(column, "").strip() else None

    role = if_given("role", _role) or Role.PARTICIPANT
    into: list[str] = []
    out_of: list[str] = []
    if role is Role.INTERPRETER:
        into, out_of = read("into", _languages, into), read("from", _languages, out_of)
        check_interpreter(into, out_of, known.languages, fault)
    else:
        check_other([name for name in ("into", "from") if row.get(name, "").strip()], role, fault)
    invitation = Invitation(
        category=read("category", _category(role, known.categories), None),
        organisation=read("organisation", lambda value: values.text(value, MAX_ORGANISATION_CHARS), ""),
        title=read("title", lambda value: values.text(value, MAX_TITLE_CHARS), ""),
        seats=read("seats", _seats, 0),
        language=read("language", values.language, ""),
        name=if_given("name", lambda value: values.text(value, MAX_NAME_CHARS)),
        role=role,
        into=into,
        out_of=out_of,
        mail=if_given("mail", values.mail),
    )
    if invitation.name is not None and invitation.seats > 1:
        fault("seats", f"{shown(invitation.name)} has {invitation.seats} seats", "write 1, or no name")
    return invitation


def _role(value: str) -> Role:
    found = value.strip().lower()
    if found not in ROLES:
        raise Unfit(f"{shown(value.strip())} is no role of an invited seat", choose(found, ROLES, "role"))
    return Role(found)


def _category(role: Role, categories: Collection[Key] | None) -> Callable[[str], Key | None]:
    def fit(value: str) -> Key | None:
        found = value.strip()
        if role in UNREPRESENTING:
            if found:
                raise Unfit(f"{shown(role.value)} represents no category", "leave it empty")
            return None
        if categories is not None and found not in categories:
            raise Unfit(
                f"{shown(found)} is no category of the programme", choose(found, categories, "category")
            )
        return found

    return fit


def _seats(value: str) -> int:
    return values.between(values.whole_number(value), 1, MOST_SEATS_A_ROW)


def _languages(value: str) -> list[str]:
    """Tags with spaces between them: commas and semicolons may be what separates the cells."""
    tags = value.replace(",", " ").replace(";", " ").split()
    if not 1 <= len(tags) <= MOST_LANGUAGES:
        wrong = f"has {len(tags)} languages" if tags else "is empty"
        raise Unfit(wrong, "write languages with spaces between them, for example ko ru")
    found = [values.language(tag) for tag in tags]
    if len(set(found)) < len(found):
        raise Unfit("has a language twice", "write each language once")
    return found

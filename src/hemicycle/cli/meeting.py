"""`hemicycle meeting`: plan one, list them, show one."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.table import Table

from hemicycle.cli.found import meeting_of
from hemicycle.cli.operating import carried_out
from hemicycle.cli.settings import (
    DEFAULT_DATA,
    DEFAULT_PUBLIC_URL,
    DatabaseOption,
    DataOption,
    PublicUrlOption,
    fail,
    open_store,
    place,
)
from hemicycle.cli.tables import print_table
from hemicycle.meeting.invitations import MAX_BYTES as LARGEST_INVITATIONS
from hemicycle.meeting.programme import MAX_BYTES as LARGEST_PROGRAMME
from hemicycle.room.log import Entry
from hemicycle.room.opening import Agenda
from hemicycle.room.rules import replay
from hemicycle.server.operations.meetings import ADD_MEETING, AddMeeting, File
from hemicycle.wire.ids import Phase, Role
from hemicycle.wire.meeting import Meeting

meeting_app = typer.Typer(no_args_is_help=True, help="Plan a meeting, list the meetings, show one.")


@meeting_app.command("add")
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The programme, in TOML.", show_default=False)],
    invitations: Annotated[
        Path | None, typer.Option(metavar="CSV", help="The invitations, in CSV.", show_default=False)
    ] = None,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Plan a meeting from its programme and invitations: all of it is stored, or nothing."""
    programme, invited = _files(file, invitations)
    added = carried_out(
        place(data, database), ADD_MEETING, AddMeeting(programme=programme, invitations=invited)
    )
    typer.echo(f"Added {added.slug}: {added.title}")
    typer.echo(f"It has {_seats_in_words(added.seats)}. Their links: hemicycle links {added.slug}")


@meeting_app.command("list")
def list_(data: DataOption = DEFAULT_DATA, database: DatabaseOption = None) -> None:
    """List the meetings."""
    with open_store(place(data, database)) as store:
        rows = [(row, replay(store.entries(row.slug)).phase) for row in store.meetings()]
    if not rows:
        typer.echo("No meeting has been added: hemicycle meeting add FILE --invitations CSV")
        return
    table = Table("Slug", "Title", "Organiser", "Starts", "Seats", "Phase")
    for row, phase in rows:
        table.add_row(
            row.slug,
            row.title,
            row.organiser,
            _starts(row.starts, row.timezone),
            f"{row.seats:,}",
            str(phase),
        )
    print_table(table)


@meeting_app.command("show")
def show(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
    public_url: PublicUrlOption = DEFAULT_PUBLIC_URL,
) -> None:
    """Show a meeting: its programme, its seats, and where it stands."""
    where = place(data, database, public_url)
    with open_store(where) as store:
        meeting = meeting_of(store, slug)
        entries = store.entries(slug)
    for name, value in _head(meeting, entries, where.url(f"/m/{slug}")):
        typer.echo(f"{name + ':':<11} {value}")
    if meeting["items"]:
        agenda = Table("", "Agenda", "Speaker", "Minutes")
        agenda.columns[3].justify = "right"
        for number, item in enumerate(meeting["items"], 1):
            speaker = meeting["seats"][item["speaker"]]["name"] if "speaker" in item else ""
            agenda.add_row(str(number), item["title"], speaker, str(item["minutes"]))
        print_table(agenda)
    seats = Table("Role", "Category", "Seats")
    seats.columns[2].justify = "right"
    names = {category["key"]: category["name"] for category in meeting["categories"]}
    kinds = Counter((seat["role"], seat.get("category", "")) for seat in meeting["seats"].values())
    for role in Role:
        for category in ("", *names):
            if number := kinds[role, category]:
                seats.add_row(role.value, names.get(category, ""), f"{number:,}")
    print_table(seats)
    if booths := _booths(meeting):
        print_table(booths)


def _booths(meeting: Meeting) -> Table | None:
    """Each booth with its interpreters; None where there is none."""
    table = Table("Booth", "Interpreters", "Seat", "From")
    for language in meeting["languages"]:
        booth = language
        for key, seat in meeting["seats"].items():
            if language in seat.get("into", []):
                table.add_row(booth, seat["name"], key, ", ".join(seat.get("out_of", [])))
                booth = ""
    return table if table.rows else None


def _files(programme: Path, invitations: Path | None) -> tuple[File, File | None]:
    faults: list[str] = []

    def read(path: Path, largest: int) -> File:
        content = b""
        try:
            with path.open("rb") as file:
                # One more than is taken, so that too large a file is seen to be so without reading
                # all of it.
                content = file.read(largest + 1)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            faults.append(f"{path}: can't be read: {why}; give the path of a file that can")
        return File(name=str(path), content=b64encode(content))

    files = (
        read(programme, LARGEST_PROGRAMME),
        None if invitations is None else read(invitations, LARGEST_INVITATIONS),
    )
    if faults:
        fail(*faults)
    return files


def _head(meeting: Meeting, entries: Sequence[Entry], url: str) -> list[tuple[str, str]]:
    state = replay(entries)
    zone = meeting["timezone"]
    phase = {
        Phase.PLANNED: "planned",
        Phase.OPEN: f"open since {_starts(state[Agenda].opened, zone)}",
        Phase.CLOSED: f"closed at {_starts(state[Agenda].closed, zone)}",
    }[state.phase]
    return [
        ("Title", meeting["title"]),
        ("Organiser", meeting["organiser"]),
        ("Place", meeting["city"]),
        ("Starts", f"{_starts(meeting['starts'], zone)}, {meeting['minutes']} minutes"),
        ("Languages", ", ".join(meeting["languages"])),
        ("On record", "yes" if meeting["on_record"] else "no"),
        ("Phase", phase),
        ("Facts", f"{len(entries):,}"),
        ("Programme", url),
    ]


def _starts(at: int | None, zone: str) -> str:
    return (
        "" if at is None else f"{datetime.fromtimestamp(at / 1000, ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})"
    )


def _seats_in_words(number: Mapping[Role, int]) -> str:
    kinds = [
        f"{number[role]:,} {role.value}{'s' if number[role] > 1 else ''}" for role in Role if role in number
    ]
    total = sum(number.values())
    return f"{total:,} {'seat' if total == 1 else 'seats'} ({', '.join(kinds)})"

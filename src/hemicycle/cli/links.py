"""`hemicycle links`: the personal link of each seat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

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
    secret_of,
)
from hemicycle.cli.tables import RowsFormat, RowsFormatOption, as_csv, print_json, print_table
from hemicycle.meeting.faults import nearest, shown
from hemicycle.server.operations.links import REPLACE_LINK, ReplaceLink
from hemicycle.store.planning import seat_links
from hemicycle.wire.meeting import Meeting

COLUMNS = ("seat", "role", "name", "title", "organisation", "category", "url")


def links(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    format_: RowsFormatOption = RowsFormat.TABLE,
    revoked: Annotated[
        list[str] | None,
        typer.Option(
            "--revoke",
            metavar="SEAT",
            help="Make this seat's link invalid and give it a new one. May be said several times.",
            show_default=False,
        ),
    ] = None,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
    public_url: PublicUrlOption = DEFAULT_PUBLIC_URL,
) -> None:
    """Print each seat's personal link. Whoever has a link has the seat: send each to its person
    only."""
    where = place(data, database, public_url)
    with open_store(where) as store:
        meeting = meeting_of(store, slug)
        secret = secret_of(where)
        # Asked for before anything is revoked: with the wrong secret nothing would be put right by
        # it.
        seat_links(store, secret, slug)
        _check(meeting, revoked or ())
        for key in dict.fromkeys(revoked or ()):
            carried_out(where, REPLACE_LINK, ReplaceLink(slug=slug, seat=key))
        found = seat_links(store, secret, slug)
    rows: list[dict[str, str | None]] = [
        {
            "seat": link.key,
            "role": link.seat["role"].value,
            "name": link.seat["name"],
            "title": link.seat["title"],
            "organisation": link.seat["organisation"],
            "category": link.seat.get("category"),
            "url": where.url(link.path),
        }
        for link in found
    ]
    match format_:
        case RowsFormat.JSON:
            print_json(rows)
        case RowsFormat.CSV:
            typer.echo(as_csv(COLUMNS, rows), nl=False)
        case RowsFormat.TABLE:
            table = Table("Seat", "Role", "Name", "Organisation", "Link")
            for row in rows:
                table.add_row(row["seat"], row["role"], row["name"], row["organisation"], row["url"])
            print_table(table, whole=True)


def _check(meeting: Meeting, keys: Sequence[str]) -> None:
    wrong: list[str] = []
    for key in keys:
        if key not in meeting["seats"]:
            meant = nearest(key, meeting["seats"])
            hint = (
                "hemicycle links SLUG shows those there are"
                if meant is None
                else f"did you mean {shown(meant)}?"
            )
            wrong.append(f"--revoke: the meeting has no seat {shown(key)}; {hint}")
    if wrong:
        fail(*wrong)

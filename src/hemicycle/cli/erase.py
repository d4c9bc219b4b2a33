"""`hemicycle erase`: takes a person's name and words out of everything that is kept."""

from __future__ import annotations

from typing import Annotated

import typer

from hemicycle.cli.found import check_log, meeting_of
from hemicycle.cli.operating import carried_out
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, open_store, place
from hemicycle.meeting.faults import shown
from hemicycle.room.rules import replay
from hemicycle.server.operations.erasure import ERASE_SEAT, EraseSeat
from hemicycle.store import Store
from hemicycle.wire.ids import Phase


def erase(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    seat: Annotated[str, typer.Option("--seat", metavar="KEY", help="Whose.", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Erase a person: name, words and recording of a seat. The log stays whole, and can be
    verified."""
    where = place(data, database)
    with open_store(where) as store:
        name = _name_of(store, slug, seat)
    if not yes and not typer.confirm(
        f"Erase {name} ({seat}) from {slug}: name, words, recording? This can't be undone."
    ):
        typer.echo("Nothing was erased.")
        raise typer.Exit(1)
    done = carried_out(where, ERASE_SEAT, EraseSeat(slug=slug, seat=seat))
    counts = done.counts
    typer.echo(f"Erased {seat} from {slug}:")
    typer.echo("  name, title, organisation, mail address and personal link")
    typer.echo(f"  {counts['lines']} lines of the verbatim, in all their versions")
    typer.echo(
        f"  {counts['quotes']} quotes, {counts['speeches']} speech texts, {counts['checks']} check results"
    )
    typer.echo(f"  {counts['communiques']} versions of communiqués had a quote or the name in them")
    typer.echo(f"  {counts['tracks']} recorded tracks")
    if done.composes:
        typer.echo("The video and the sounds were deleted: a server makes them anew, now or when it starts.")
    typer.echo("Archives that were made before hold what they held: make them anew.")
    if not done.settled:
        typer.echo("The database is busy: its file is rid of it once every program has closed it.")
    if done.mentions:
        typer.echo("A part of the name may stand in other words. Look at:")
        for mention in done.mentions:
            typer.echo(f"  {mention}")


def _name_of(store: Store, slug: str, seat: str) -> str:
    """Whose name is asked for before anything is erased; ends the command where it can't be."""
    meeting, entries = meeting_of(store, slug), store.entries(slug)
    check_log(slug, entries, "Nothing was erased.")
    if seat not in meeting["seats"]:
        fail(f"{slug} has no seat {shown(seat)}; hemicycle meeting show {slug} lists them")
    if replay(entries).phase is Phase.OPEN:
        fail(f"{slug} is open; close the meeting first")
    return meeting["seats"][seat]["name"]

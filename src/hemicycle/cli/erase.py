"""`hemicycle erase`: takes a person's name and words out of everything that is kept."""

from __future__ import annotations

from typing import Annotated

import typer

from hemicycle.cli.found import meeting_of
from hemicycle.cli.serving import RECORDINGS
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, now, open_store, place
from hemicycle.meeting.faults import shown
from hemicycle.recorder.erasure import erase_tracks
from hemicycle.recorder.places import Places
from hemicycle.room.erasure import EraseSeat
from hemicycle.room.log import chain, verify
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import decide, replay
from hemicycle.store.erasure import erase_seat
from hemicycle.wire.messages import RefusalCode


def erase(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    seat: Annotated[str, typer.Option("--seat", metavar="KEY", help="Whose.", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Erase a person: name, words and recording of a seat. The log stays whole, and can be verified."""
    at = now()
    with open_store(place(data, database)) as store:
        meeting = meeting_of(store, slug)
        entries = store.entries(slug)
        if broken := verify(entries):
            typer.echo(f"The log of {slug} is broken: {broken.sentence}. Nothing was erased.", err=True)
            raise typer.Exit(1)
        outcome = decide(replay(entries), EraseSeat(), seat)
        if isinstance(outcome, Refusal):
            if outcome.code is RefusalCode.NO_SUCH_SEAT:
                fail(f"{slug} has no seat {shown(seat)}; hemicycle meeting show {slug} lists them")
            fail(f"{slug} is open; close the meeting first")
        name = meeting["seats"][seat]["name"]
        if not yes and not typer.confirm(
            f"Erase {name} ({seat}) from {slug}: name, words, recording? This can't be undone."
        ):
            typer.echo("Nothing was erased.")
            raise typer.Exit(1)
        places = Places(data / RECORDINGS / slug)
        try:
            # The recording first: where its files can't be deleted, the rows still say whose they are.
            tracks = erase_tracks(places, seat)
        except OSError as error:
            fail(f"{error.filename or places.directory}: {error.strerror}; nothing of the rows was erased")
        done = erase_seat(store, slug, seat, chain(outcome, at, entries[-1]), at)
    typer.echo(f"Erased {seat} from {slug}:")
    typer.echo("  name, title, organisation, mail address and personal link")
    typer.echo(f"  {done.lines} lines of the verbatim, in all their versions")
    typer.echo(f"  {done.quotes} quotes, {done.speeches} speech texts, {done.checks} check results")
    typer.echo(f"  {tracks} recorded tracks")
    if tracks:
        typer.echo("The video and the sounds were deleted: a server makes them anew when it starts next.")
    typer.echo("A server that runs forgets the name when it starts next.")
    typer.echo("Archives that were made before hold what they held: make them anew.")
    if done.mentions:
        typer.echo("The name may stand in words of others. Look at:")
        for mention in done.mentions:
            typer.echo(f"  {mention}")

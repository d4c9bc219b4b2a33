"""`hemicycle erase`: takes a person's name and words out of everything that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Annotated

import typer

from hemicycle.cli.found import meeting_of
from hemicycle.cli.serving import RECORDINGS
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, now, open_store, place
from hemicycle.meeting.faults import shown
from hemicycle.recording.erasure import erase_tracks
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.status import is_made
from hemicycle.room.erasure import EraseSeat
from hemicycle.room.floor import FloorGiven
from hemicycle.room.log import Entry, chain, verify
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import decide, replay
from hemicycle.room.stage import PictureShown
from hemicycle.store import LogConflict, Store
from hemicycle.store.erasure import erase_seat
from hemicycle.store.lines import lines_of
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.lines import Line


def erase(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    seat: Annotated[str, typer.Option("--seat", metavar="KEY", help="Whose.", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Erase a person: name, words and recording of a seat. The log stays whole, and can be verified."""
    with open_store(place(data, database)) as store:
        meeting = meeting_of(store, slug)
        _facts(store, slug, seat)
        name = meeting["seats"][seat]["name"]
        if not yes and not typer.confirm(
            f"Erase {name} ({seat}) from {slug}: name, words, recording? This can't be undone."
        ):
            typer.echo("Nothing was erased.")
            raise typer.Exit(1)
        paths = RecordingPaths(data / RECORDINGS / slug)
        with _recording_at_rest(paths):
            seen = _is_shown(store.entries(slug), lines_of(store, slug), seat)
            try:
                # The recording first: where its files can't be deleted, the rows still say whose they are.
                tracks = erase_tracks(paths, seat, shown=seen)
            except OSError as error:
                where = error.filename or paths.directory
                fail(f"{where}: {error.strerror}; nothing of the rows was erased")
            done = None
            while done is None:
                # A server that runs may store a fact at any moment, as somebody comes or goes.
                with suppress(LogConflict):
                    done = erase_seat(store, slug, seat, _facts(store, slug, seat), now())
    typer.echo(f"Erased {seat} from {slug}:")
    typer.echo("  name, title, organisation, mail address and personal link")
    typer.echo(f"  {done.lines} lines of the verbatim, in all their versions")
    typer.echo(f"  {done.quotes} quotes, {done.speeches} speech texts, {done.checks} check results")
    typer.echo(f"  {done.communiques} versions of communiqués had a quote or the name in them")
    typer.echo(f"  {tracks} recorded tracks")
    if paths.index.exists() and not is_made(paths):
        typer.echo("The video and the sounds were deleted: a server makes them anew, now or when it starts.")
    typer.echo("Archives that were made before hold what they held: make them anew.")
    if not done.settled:
        typer.echo("The database is busy: its file is rid of it once every program has closed it.")
    if done.mentions:
        typer.echo("A part of the name may stand in other words. Look at:")
        for mention in done.mentions:
            typer.echo(f"  {mention}")


def _facts(store: Store, slug: str, seat: Key) -> list[Entry]:
    """What is to be added to the log; ends the command where that is not allowed."""
    entries = store.entries(slug)
    if broken := verify(entries):
        typer.echo(f"The log of {slug} is broken: {broken.sentence}. Nothing was erased.", err=True)
        raise typer.Exit(1)
    outcome = decide(replay(entries), EraseSeat(), seat)
    if isinstance(outcome, Refusal):
        if outcome.code is DoorRefusal.NO_SUCH_SEAT:
            fail(f"{slug} has no seat {shown(seat)}; hemicycle meeting show {slug} lists them")
        fail(f"{slug} is open; close the meeting first")
    return chain(outcome, now(), entries[-1])


def _recording_at_rest(paths: RecordingPaths) -> AbstractContextManager[None]:
    """Nobody composes the video meanwhile; a server that is at it is waited for."""
    if not paths.index.exists():
        return nullcontext()
    told = False

    def waiting() -> None:
        nonlocal told
        if not told:
            typer.echo("The video is being made: waiting until it is.")
            told = True

    return paths.composing_lock(waiting)


def _is_shown(entries: Sequence[Entry], lines: Sequence[Line], seat: Key) -> bool:
    """Whether the video has a seat's name on it, or its words under it."""
    facts = (entry.fact for entry in entries)
    seen = any(isinstance(fact, FloorGiven | PictureShown) and fact.seat == seat for fact in facts)
    return seen or any(line["seat"] == seat for line in lines)

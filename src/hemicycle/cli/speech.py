"""`hemicycle speech`: the texts that the booths have before them while somebody speaks."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.table import Table

from hemicycle.cli.files import content_of
from hemicycle.cli.found import meeting_of
from hemicycle.cli.operating import carried_out
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, open_store, place
from hemicycle.cli.tables import print_table
from hemicycle.meeting.faults import choose, shown
from hemicycle.server.operations.texts import GIVE_SPEECH, REMOVE_SPEECH, GiveSpeech, RemoveSpeech
from hemicycle.store import Store
from hemicycle.store.texts import speeches_of
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.texts import MAX_SPEECH_FILE_BYTES


def speech(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="The text: .txt, .md or .docx.", show_default=False),
    ] = None,
    seat: Annotated[
        str | None, typer.Option(metavar="KEY", help="Whose words they are.", show_default=False)
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="The text's language.", show_default="what the seat speaks"),
    ] = None,
    embargo: Annotated[bool, typer.Option(help="Embargo until delivered.")] = False,
    check: Annotated[bool, typer.Option(help="Check against delivery.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take the seat's text back.")] = False,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Give the booths the text of a speech, or list the texts that they have.

    Only the booths, the chair and the speaker read it. Without FILE and --remove the texts are
    listed.
    """
    if seat is None and (file is not None or remove):
        fail("--seat: say whose words they are, by the key of a seat (hemicycle links shows them)")
    if file is not None and remove:
        fail("--remove: takes a text back; leave out the file")
    where = place(data, database)
    with open_store(where) as store:
        meeting = meeting_of(store, slug)
        if seat is not None and seat not in meeting["seats"]:
            fail(f"--seat: {shown(seat)} is no seat of {slug}; {choose(seat, meeting['seats'], 'seat')}")
        if seat is None or not (file or remove):
            _list(store, meeting, seat)
            return
    if file is None:
        removed = carried_out(where, REMOVE_SPEECH, RemoveSpeech(slug=slug, seat=seat))
        typer.echo(
            f"{seat}: the text is taken back." if removed.there_was_one else f"{seat} has given no text."
        )
        return
    given = carried_out(
        where,
        GIVE_SPEECH,
        GiveSpeech(
            slug=slug,
            seat=seat,
            name=str(file),
            content=b64encode(content_of(file, MAX_SPEECH_FILE_BYTES)),
            language=language,
            embargo=embargo,
            check=check,
        ),
    )
    words = f"{given.words:,} words in {given.language}"
    typer.echo(f"{seat}: version {given.version}, {words}. The booths can read it now.")


def _list(store: Store, meeting: Meeting, seat: str | None) -> None:
    found = [one for one in speeches_of(store, meeting["slug"]) if seat in (None, one.seat)]
    if not found:
        typer.echo(f"No text has been given: hemicycle speech {meeting['slug']} FILE --seat KEY")
        return
    table = Table("Seat", "Speaker", "Language", "Version", "Given", "File", "Words", "Embargo", "Check")
    zone = ZoneInfo(meeting["timezone"])
    for one in found:
        table.add_row(
            one.seat,
            meeting["seats"][one.seat]["name"],
            one.language,
            str(one.version),
            f"{datetime.fromtimestamp(one.at / 1000, zone):%Y-%m-%d %H:%M}",
            one.name,
            f"{len(one.text.split()):,}",
            "yes" if one.embargo else "",
            "yes" if one.check else "",
        )
    print_table(table)

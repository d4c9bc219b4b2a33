"""`hemicycle verbatim`: who said what, when, in words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hemicycle.cli.files import FORMAT, OutputFileOption, format_of, write_out
from hemicycle.cli.found import meeting_of
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
from hemicycle.meeting import values
from hemicycle.meeting.values import Unfit
from hemicycle.recording.paths import RECORDINGS, RecordingPaths
from hemicycle.recording.timeline import place as place_in
from hemicycle.report.as_webvtt import as_webvtt
from hemicycle.report.documents import DocumentFormat, written
from hemicycle.report.verbatim import verbatim_document, verbatim_json
from hemicycle.room.interruption import Interruptions
from hemicycle.room.opening import Agenda
from hemicycle.room.rules import replay
from hemicycle.store.lines import lines_of
from hemicycle.store.texts import speeches_of


class VerbatimFormat(StrEnum):
    """What the verbatim is written as."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    JSON = "json"
    VTT = "vtt"


def verbatim(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    format_: Annotated[VerbatimFormat | None, FORMAT] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="Every line in this language.", show_default="as it was said"),
    ] = None,
    output: OutputFileOption = None,
    public_url: PublicUrlOption = DEFAULT_PUBLIC_URL,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Write the verbatim of a meeting: every line with its speaker, title, item and time.

    A text that was given for the booths is compared with what was said, and the differences are
    shown.
    """
    try:
        tag = values.language(language) if language else None
    except Unfit as unfit:
        fail(f"--language: {unfit.wrong}; {unfit.right}")
    where = place(data, database, public_url)
    with open_store(where) as store:
        meeting, lines = meeting_of(store, slug), lines_of(store, slug)
        speeches = {speech.seat: speech for speech in speeches_of(store, slug)}
        state = replay(store.entries(slug))
    opened, holes = state[Agenda].opened, state[Interruptions].holes
    passages = RecordingPaths(where.data / RECORDINGS / slug).passages()

    def placing(at: int) -> int | None:
        """In the video, where there is one; otherwise since the meeting was opened."""
        return place_in(passages, at) if passages else max(0, at - (opened or at))

    chosen = format_ or format_of(output, VerbatimFormat)
    match chosen:
        case VerbatimFormat.JSON:
            content = verbatim_json(meeting, lines, holes).encode()
        case VerbatimFormat.VTT:
            content = as_webvtt(lines, meeting, tag, placing).encode()
        case _:
            document = verbatim_document(meeting, lines, tag, speeches, holes)
            clips = where.url(f"/m/{slug}/record/clip.m4a")
            content = written(document, DocumentFormat(chosen), clips)
    write_out(output, content, text=chosen not in (VerbatimFormat.DOCX, VerbatimFormat.PDF))

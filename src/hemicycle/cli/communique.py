"""`hemicycle communique`: the press report of a meeting."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hemicycle.cli.files import FORMAT, OutputFileOption, format_of, write_out
from hemicycle.cli.found import check_log, meeting_of
from hemicycle.cli.settings import (
    DEFAULT_DATA,
    DEFAULT_PUBLIC_URL,
    DatabaseOption,
    DataOption,
    PublicUrlOption,
    now,
    open_store,
    place,
)
from hemicycle.report.communique import draft, parsed
from hemicycle.report.documents import DocumentFormat, written
from hemicycle.report.printing import communique_document
from hemicycle.room.rules import replay
from hemicycle.store.communiques import communiques_of
from hemicycle.store.lines import lines_of
from hemicycle.store.quotes import quotes_of


class DraftLanguage(StrEnum):
    """What a communiqué can be written in."""

    EN = "en"
    KK = "kk"
    KO = "ko"
    RU = "ru"


TEXTS = frozenset({DocumentFormat.MD, DocumentFormat.HTML})
"""The formats that can be printed to a terminal."""


def communique(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    format_: Annotated[DocumentFormat | None, FORMAT] = None,
    language: Annotated[DraftLanguage, typer.Option(help="In which language.")] = DraftLanguage.EN,
    fresh: Annotated[
        bool, typer.Option("--draft", help="The draft as the record gives it now, whatever was edited.")
    ] = False,
    output: OutputFileOption = None,
    public_url: PublicUrlOption = DEFAULT_PUBLIC_URL,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Write the communiqué of a meeting: its newest edited version, or a draft read from the
    record.

    In HTML each quote plays its clip from the server.
    """
    where = place(data, database, public_url)
    with open_store(where) as store:
        meeting, entries = meeting_of(store, slug), store.entries(slug)
        check_log(slug, entries, "Nothing was written.")
        quotes = quotes_of(store, slug, replay(entries))
        edited = [] if fresh else communiques_of(store, slug, language)
        if edited:
            made = parsed(language, edited[0].headline, edited[0].text)
        else:
            made = draft(meeting, entries, lines_of(store, slug), quotes, language, now())
    document = communique_document(made, meeting, {quote["id"]: quote for quote in quotes})
    chosen = format_ or format_of(output, DocumentFormat)
    clips = where.url(f"/m/{slug}/record/clip.m4a")
    write_out(output, written(document, chosen, clips), text=chosen in TEXTS)

"""The record of a meeting that is over: its page, what it shows, and whether it is open."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response

from hemicycle.archive.reading import archive_contents
from hemicycle.archive.signature import ALGORITHM, fingerprint
from hemicycle.live.meeting import now_ms
from hemicycle.recording.paths import RecordingPaths
from hemicycle.report import report
from hemicycle.report.documents import MEDIA_TYPES, Document, DocumentFormat
from hemicycle.report.verbatim import verbatim_document
from hemicycle.room.archive import Archive, CloseArchive, OpenArchive
from hemicycle.room.interruption import Interruptions
from hemicycle.store.lines import lines_of
from hemicycle.store.search import MAX_QUERY_CHARS, search_lines
from hemicycle.web.changes import sent
from hemicycle.web.dependencies import PagesHere, SettingsHere
from hemicycle.web.desk import download
from hemicycle.web.identity import READER, Chair, Reader
from hemicycle.web.renderings import RenderingsHere
from hemicycle.wire.archive import ArchiveContents, ArchiveFound, ArchiveReaders
from hemicycle.wire.ids import Role

router = APIRouter(include_in_schema=False)


@router.get("/.well-known/hemicycle.json")
async def public_key(settings: SettingsHere) -> dict[str, object]:
    """The key that archives made here are signed with, for whoever verifies one."""
    key = settings.archive_key
    if key is None:
        raise HTTPException(404, "No archive can be made here.")
    shown = {"algorithm": ALGORITHM, "public_key": b64encode(key).decode(), "fingerprint": fingerprint(key)}
    return {"archive": shown}


@router.get("/m/{slug}/record", dependencies=[READER])
@router.get("/m/{slug}/seats/{key}/record", dependencies=[READER])
async def page(pages: PagesHere) -> Response:
    """The record's page."""
    return pages.page("record")


@router.get("/m/{slug}/record/contents.json")
@router.get("/m/{slug}/seats/{key}/record/contents.json")
async def contents(reader: Reader, settings: SettingsHere, response: Response) -> ArchiveContents:
    """All that the page shows."""
    folder = settings.recorded
    response.headers["Cache-Control"] = "no-store"

    def read() -> ArchiveContents:
        return archive_contents(
            reader.meeting,
            reader.standing.state,
            report(reader.meeting, reader.store.entries(reader.slug), now_ms()),
            lines_of(reader.store, reader.slug),
            RecordingPaths(folder / reader.slug) if folder is not None else None,
            organiser=reader.role is Role.CHAIR,
            records=settings.recordings is not None,
        )

    return await asyncio.to_thread(read)


@router.get("/m/{slug}/record/search.json")
@router.get("/m/{slug}/seats/{key}/record/search.json")
async def search(
    reader: Reader, response: Response, q: Annotated[str, Query(max_length=MAX_QUERY_CHARS)] = ""
) -> ArchiveFound:
    """The lines that hold every word that was asked for."""
    response.headers["Cache-Control"] = "no-store"
    return ArchiveFound(lines=await asyncio.to_thread(search_lines, reader.store, reader.slug, q))


@router.get("/m/{slug}/record/verbatim.{form}")
@router.get("/m/{slug}/seats/{key}/record/verbatim.{form}")
async def verbatim(form: DocumentFormat, reader: Reader, renderings: RenderingsHere) -> Response:
    """The verbatim as a document to keep."""

    def make() -> Document:
        holes = reader.standing.state[Interruptions].holes
        return verbatim_document(reader.meeting, lines_of(reader.store, reader.slug), holes=holes)

    content = await renderings.file(make, form)
    return download(content, MEDIA_TYPES[form], f"{reader.slug}-verbatim.{form}")


@router.post("/m/{slug}/seats/{key}/record/readers")
async def readers(chair: Chair, asked: Annotated[ArchiveReaders, sent(ArchiveReaders)]) -> ArchiveReaders:
    """Open the record to the seats or to everybody, or close it."""
    standing = await chair.act(CloseArchive() if asked.to is None else OpenArchive(asked.to))
    return ArchiveReaders(to=standing.state[Archive].readers)

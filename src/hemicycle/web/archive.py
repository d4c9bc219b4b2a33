"""The record of a meeting that is over: its page, what it shows, and whether it is open."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from hemicycle.archive.reading import archive_contents
from hemicycle.archive.signature import ALGORITHM, fingerprint
from hemicycle.live.meeting import now_ms
from hemicycle.live.owner import Owner
from hemicycle.recording.paths import RecordingPaths
from hemicycle.report import report
from hemicycle.report.documents import MEDIA_TYPES, DocumentFormat, written
from hemicycle.report.verbatim import verbatim_document
from hemicycle.room.archive import Archive, CloseArchive, OpenArchive
from hemicycle.store.lines import lines_of
from hemicycle.store.search import MAX_QUERY, search_lines
from hemicycle.web.desk import download
from hemicycle.web.desk_door import act, desk_of, sent
from hemicycle.web.doors import OwnerHere, PagesHere
from hemicycle.web.record_access import Asker, asker_of, may_hear
from hemicycle.wire.archive import ArchiveContents, ArchiveFound, ArchiveReaders
from hemicycle.wire.ids import Key, Role

router = APIRouter(include_in_schema=False)


@router.get("/.well-known/hemicycle.json")
async def public_key(request: Request) -> dict[str, object]:
    """The key that archives made here are signed with, for whoever verifies one."""
    key: bytes | None = request.app.state.settings.archive_key
    if key is None:
        raise HTTPException(404, "No archive can be made here.")
    shown = {"algorithm": ALGORITHM, "public_key": b64encode(key).decode(), "fingerprint": fingerprint(key)}
    return {"archive": shown}


@router.get("/m/{slug}/record")
@router.get("/m/{slug}/seats/{key}/record")
async def page(
    slug: str, request: Request, owner: OwnerHere, pages: PagesHere, key: Key | None = None
) -> Response:
    """The page; a notice where the record is not open to whoever asks."""
    standing = await owner.look(slug)
    if standing is None:
        return pages.notice("no_such_meeting", 404)
    if not await may_hear(owner, await asker_of(request, owner, standing, key)):
        return pages.notice("record_shut", 403)
    return pages.page("record")


@router.get("/m/{slug}/record/contents.json")
@router.get("/m/{slug}/seats/{key}/record/contents.json")
async def contents(
    slug: str, request: Request, response: Response, owner: OwnerHere, key: Key | None = None
) -> ArchiveContents:
    """All that the page shows."""
    asker = await _open_to(request, owner, slug, key)
    standing = asker.standing
    folder = request.app.state.settings.recordings
    response.headers["Cache-Control"] = "no-store"

    def read() -> ArchiveContents:
        return archive_contents(
            standing.meeting,
            standing.state,
            report(standing.meeting, owner.store.entries(slug), now_ms()),
            lines_of(owner.store, slug),
            RecordingPaths(folder / slug) if folder is not None else None,
            organiser=asker.role is Role.CHAIR,
        )

    return await asyncio.to_thread(read)


@router.get("/m/{slug}/record/search.json")
@router.get("/m/{slug}/seats/{key}/record/search.json")
async def search(
    slug: str,
    request: Request,
    response: Response,
    owner: OwnerHere,
    q: Annotated[str, Query(max_length=MAX_QUERY)] = "",
    key: Key | None = None,
) -> ArchiveFound:
    """The lines that hold every word that was asked for."""
    await _open_to(request, owner, slug, key)
    response.headers["Cache-Control"] = "no-store"
    return ArchiveFound(lines=await asyncio.to_thread(search_lines, owner.store, slug, q))


@router.get("/m/{slug}/record/verbatim.{form}")
@router.get("/m/{slug}/seats/{key}/record/verbatim.{form}")
async def verbatim(
    slug: str, form: DocumentFormat, request: Request, owner: OwnerHere, key: Key | None = None
) -> Response:
    """The verbatim as a document to keep."""
    standing = (await _open_to(request, owner, slug, key)).standing

    def make() -> bytes:
        return written(verbatim_document(standing.meeting, lines_of(owner.store, slug)), form)

    return download(await asyncio.to_thread(make), MEDIA_TYPES[form], f"{slug}-verbatim.{form}")


@router.post("/m/{slug}/seats/{key}/record/readers")
async def readers(slug: str, key: str, request: Request, owner: OwnerHere) -> ArchiveReaders:
    """Open the record to the seats or to everybody, or close it."""
    standing = await desk_of(request, owner, slug, key)
    asked = await sent(request, slug, key, ArchiveReaders)
    standing = await act(owner, slug, CloseArchive() if asked.to is None else OpenArchive(asked.to), key)
    return ArchiveReaders(to=standing.state[Archive].readers)


async def _open_to(request: Request, owner: Owner, slug: str, key: Key | None) -> Asker:
    standing = await owner.look(slug)
    if standing is None:
        raise HTTPException(404, f'There is no meeting "{slug}".')
    asker = await asker_of(request, owner, standing, key)
    if asker is None or not await may_hear(owner, asker):
        raise HTTPException(403, "The record is not open to you.")
    return asker

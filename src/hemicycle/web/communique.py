"""The communiqué: drafted, edited and published at the desk, public at the meeting's address."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated, cast

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from hemicycle.live.meeting import now_ms
from hemicycle.report.communique import LANGUAGES, Communique, draft, parsed
from hemicycle.report.documents import MEDIA_TYPES, Document, DocumentFormat
from hemicycle.report.printing import communique_document
from hemicycle.report.quoting import findings
from hemicycle.room.communique import Communiques, PublishCommunique, WithdrawCommunique
from hemicycle.store import Store
from hemicycle.store.communiques import CommuniqueRow, communiques_of, save_communique
from hemicycle.store.errors import CommuniqueChanged
from hemicycle.store.lines import lines_of
from hemicycle.store.quotes import quotes_of
from hemicycle.store.standing import Standing
from hemicycle.web.changes import CHANGING, sent
from hemicycle.web.dependencies import OwnerHere
from hemicycle.web.desk import download
from hemicycle.web.identity import Chair, StandingHere
from hemicycle.web.renderings import RenderingsHere
from hemicycle.wire.communique import (
    CommuniqueDesk,
    CommuniqueRemark,
    CommuniqueText,
    CommuniqueVersion,
    PublicClip,
    PublicCommunique,
    PublicCommuniques,
    PublicParagraph,
    PublishVersion,
    SaveCommunique,
)
from hemicycle.wire.quotes import Quote

router = APIRouter(include_in_schema=False)


def drafted_language(language: str) -> str:
    """A language in which communiqués are drafted.

    Raises:
        HTTPException: 404 where it is another.
    """
    if language not in LANGUAGES:
        raise HTTPException(404, f"A communiqué is drafted in {', '.join(LANGUAGES)}.")
    return language


Drafted = Annotated[str, Depends(drafted_language)]


@router.get("/m/{slug}/seats/{key}/desk/communique/{language}")
async def communique(chair: Chair, language: Drafted, response: Response) -> CommuniqueDesk:
    """The draft as the record gives it now, and every version that was saved."""
    response.headers["Cache-Control"] = "no-store"
    return await asyncio.to_thread(_desk, chair.store, chair.standing, language)


@router.post("/m/{slug}/seats/{key}/desk/communique/{language}")
async def save(
    chair: Chair, language: Drafted, edited: Annotated[SaveCommunique, sent(SaveCommunique)]
) -> CommuniqueDesk:
    """Keep the text as its next version."""
    kept = parsed(language, edited.headline, edited.text)
    try:
        await asyncio.to_thread(
            save_communique,
            chair.store,
            chair.slug,
            language,
            after=edited.after,
            headline=kept.headline,
            text=kept.text,
            by=chair.key,
            at=now_ms(),
        )
    except CommuniqueChanged as error:
        raise HTTPException(409, str(error)) from error
    return await asyncio.to_thread(_desk, chair.store, chair.standing, language)


@router.post("/m/{slug}/seats/{key}/desk/communique/{language}/publish")
async def publish(
    chair: Chair, language: str, wanted: Annotated[PublishVersion, sent(PublishVersion)]
) -> CommuniqueDesk:
    """Make a version public, if nothing in it is printed without approval."""

    def check() -> Sequence[CommuniqueRemark]:
        row = _row(communiques_of(chair.store, chair.slug, language), wanted.version)
        return _findings(chair.store, chair.standing, parsed(language, row.headline, row.text))

    if wrong := await asyncio.to_thread(check):
        raise HTTPException(
            422,
            {
                "code": "not_printable",
                "sentence": "Something in it was not approved. Mend it, or override the quote.",
                "findings": wrong,
            },
        )
    standing = await chair.act(PublishCommunique(language, wanted.version))
    return await asyncio.to_thread(_desk, chair.store, standing, language)


@router.post("/m/{slug}/seats/{key}/desk/communique/{language}/withdraw", dependencies=[CHANGING])
async def withdraw(chair: Chair, language: Drafted) -> CommuniqueDesk:
    """Take it off the public page."""
    standing = await chair.act(WithdrawCommunique(language))
    return await asyncio.to_thread(_desk, chair.store, standing, language)


@router.get("/m/{slug}/seats/{key}/desk/communique/{language}/file.{suffix}")
async def export(
    chair: Chair,
    language: Drafted,
    suffix: str,
    request: Request,
    renderings: RenderingsHere,
    version: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    """A version as a file, or the draft where none is named."""
    store, standing = chair.store, chair.standing
    clips = f"{str(request.base_url).rstrip('/')}/m/{chair.slug}/seats/{chair.key}/record/clip.m4a"

    def make() -> Document:
        quotes = _quotes(store, standing)
        if version is None:
            text = _draft(store, standing, language, quotes)
        else:
            row = _row(communiques_of(store, chair.slug, language), version)
            text = parsed(language, row.headline, row.text)
        return communique_document(text, standing.meeting, quotes)

    form = _format(suffix)
    content = await renderings.file(make, form, clips)
    return download(content, MEDIA_TYPES[form], f"{chair.slug}-communique-{language}.{form}")


@router.get("/m/{slug}/communique")
async def public(owner: OwnerHere, standing: StandingHere, response: Response) -> PublicCommuniques:
    """What is public of it, in every language."""
    response.headers["Cache-Control"] = "no-cache"
    return PublicCommuniques(communiques=await asyncio.to_thread(_public, owner.store, standing))


@router.get("/m/{slug}/communique/{language}.{suffix}")
async def public_file(
    slug: str,
    language: str,
    suffix: str,
    request: Request,
    owner: OwnerHere,
    standing: StandingHere,
    renderings: RenderingsHere,
) -> Response:
    """A public communiqué as a file."""
    version = standing.state[Communiques].published.get(language)
    if version is None:
        raise HTTPException(404, "There is no such communiqué.")
    clips = f"{str(request.base_url).rstrip('/')}/m/{slug}/record/clip.m4a"

    def make() -> Document:
        row = _row(communiques_of(owner.store, slug, language), version)
        text = parsed(language, row.headline, row.text)
        return communique_document(text, standing.meeting, _quotes(owner.store, standing))

    form = _format(suffix)
    content = await renderings.file(make, form, clips)
    return download(content, MEDIA_TYPES[form], f"{slug}-communique-{language}.{form}")


def _row(rows: Sequence[CommuniqueRow], version: int) -> CommuniqueRow:
    found = next((row for row in rows if row.version == version), None)
    if found is None:
        raise HTTPException(404, "There is no such version.")
    return found


def _quotes(store: Store, standing: Standing) -> dict[int, Quote]:
    return {quote["id"]: quote for quote in quotes_of(store, standing.meeting["slug"], standing.state)}


def _draft(store: Store, standing: Standing, language: str, quotes: dict[int, Quote]) -> Communique:
    slug = standing.meeting["slug"]
    entries, lines = store.entries(slug), lines_of(store, slug)
    return draft(standing.meeting, entries, lines, list(quotes.values()), language, now_ms())


def _desk(store: Store, standing: Standing, language: str) -> CommuniqueDesk:
    quotes = _quotes(store, standing)
    made = _draft(store, standing, language, quotes)
    rows = communiques_of(store, standing.meeting["slug"], language)
    newest = parsed(language, rows[0].headline, rows[0].text) if rows else made
    desk = CommuniqueDesk(
        language=language,
        draft=CommuniqueText(headline=made.headline, text=made.text),
        remarks=[_remark(code=one.note, quote=one.quote, seat=one.seat) for one in made.remarks],
        versions=[
            CommuniqueVersion(headline=row.headline, text=row.text, version=row.version, at=row.at, by=row.by)
            for row in rows
        ],
        findings=_findings(store, standing, newest),
    )
    if (published := standing.state[Communiques].published.get(language)) is not None:
        desk["published"] = published
    return desk


def _findings(store: Store, standing: Standing, made: Communique) -> list[CommuniqueRemark]:
    meeting = standing.meeting
    titles = [meeting["title"], *(item["title"] for item in meeting["items"])]
    found = findings(made, _quotes(store, standing), lines_of(store, meeting["slug"]), titles)
    return [_remark(code=one.fault, quote=one.quote, text=one.text) for one in found]


def _remark(*, code: str, **about: object) -> CommuniqueRemark:
    """A remark with what is known of it."""
    known = {name: value for name, value in about.items() if value}
    return cast("CommuniqueRemark", {"code": code, **known})


def _public(store: Store, standing: Standing) -> list[PublicCommunique]:
    meeting, quotes = standing.meeting, _quotes(store, standing)
    rows = {(row.language, row.version): row for row in communiques_of(store, meeting["slug"])}
    order = [tag for tag in meeting["languages"] if tag in standing.state[Communiques].published]
    order += [tag for tag in standing.state[Communiques].published if tag not in order]
    found: list[PublicCommunique] = []
    for language in order:
        row = rows[language, standing.state[Communiques].published[language]]
        document = communique_document(parsed(language, row.headline, row.text), meeting, quotes)
        paragraphs = [
            PublicParagraph(
                text=block.text,
                clips=[
                    PublicClip(seat=clip.seat, name=clip.label, since=clip.since, until=clip.until)
                    for run in block.runs
                    for clip in run.clips
                ],
            )
            for block in document.blocks
        ]
        found.append(PublicCommunique(language=language, headline=document.title, paragraphs=paragraphs))
    return found


def _format(suffix: str) -> DocumentFormat:
    if suffix not in tuple(DocumentFormat):
        raise HTTPException(404, "A communiqué is written as md, html, docx or pdf.")
    return DocumentFormat(suffix)

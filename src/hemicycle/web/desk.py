"""The organiser's desk after the meeting: the verbatim, and the quotes made of it."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from hemicycle.live.meeting import now_ms
from hemicycle.live.owner import Owner
from hemicycle.report.communique import LANGUAGES
from hemicycle.report.documents import MEDIA_TYPES, DocumentFormat, written
from hemicycle.report.quoting import MarkFault, mark
from hemicycle.report.verbatim import checked, verbatim_document, verbatim_json
from hemicycle.room.communique import Communiques
from hemicycle.room.quotes import AskQuote, MakeQuote, OverrideQuote, Quotes, WithdrawQuote
from hemicycle.store.errors import LineChanged, NoSuchLine
from hemicycle.store.lines import lines_of, revise_line, versions_of
from hemicycle.store.quotes import quotes_of, translate_quote, write_quote
from hemicycle.store.standing import Standing
from hemicycle.store.texts import speeches_of
from hemicycle.web.desk_door import act, changing, desk_of, sent
from hemicycle.web.doors import OwnerHere, PagesHere, seat_of_cookie
from hemicycle.web.quote_mail import ask_by_mail
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.desk import CheckedWords, Desk, EditLine, MarkQuote, TranslateQuote
from hemicycle.wire.ids import Role
from hemicycle.wire.lines import Line, LineVersion, Writer
from hemicycle.wire.quotes import Quote

router = APIRouter(include_in_schema=False)

_SENTENCES = {
    MarkFault.NOTHING: "No words are marked.",
    MarkFault.CHANGED: "A line was corrected in the meantime. Mark the words again.",
    MarkFault.SEVERAL_SPEAKERS: "These are the words of several speakers. Mark those of one.",
    MarkFault.SEVERAL_LANGUAGES: "These words are in several languages. Mark those in one.",
}


@router.get("/m/{slug}/seats/{key}/desk")
async def page(slug: str, key: str, request: Request, owner: OwnerHere, pages: PagesHere) -> Response:
    """The page."""
    row = await seat_of_cookie(request, owner, slug, key)
    if row is None or row.role is not Role.CHAIR:
        return pages.notice("no_seat", 403)
    return pages.notice("revoked_link", 403) if row.revoked else pages.page("desk")


@router.get("/m/{slug}/seats/{key}/desk/record")
async def record(slug: str, key: str, request: Request, response: Response, owner: OwnerHere) -> Desk:
    """All that the page shows beside the communiqué."""
    standing = await desk_of(request, owner, slug, key)
    settings: ServerSettings = request.app.state.settings
    response.headers["Cache-Control"] = "no-store"

    def read() -> Desk:
        mails = owner.store.mails(slug)
        lines = lines_of(owner.store, slug, struck=True)
        speeches = {speech.seat: speech for speech in speeches_of(owner.store, slug)}
        compared = checked([line for line in lines if line["text"]], speeches)
        return Desk(
            meeting=standing.meeting,
            phase=standing.state.phase,
            lines=lines,
            quotes=quotes_of(owner.store, slug, standing.state),
            checked={
                str(line): [CheckedWords(part=one.part.value, text=one.text) for one in segments]
                for line, segments in compared.items()
            },
            published=dict(standing.state[Communiques].published),
            languages=list(LANGUAGES),
            mails=dict.fromkeys(mails, True),
            can_mail=settings.mail is not None,
        )

    return await asyncio.to_thread(read)


@router.post("/m/{slug}/seats/{key}/desk/lines/{line}")
async def edit_line(slug: str, key: str, line: int, request: Request, owner: OwnerHere) -> Line:
    """Correct a line: its next version."""
    standing = await desk_of(request, owner, slug, key)
    edit = await sent(request, slug, key, EditLine)
    if edit.seat is not None and edit.seat not in standing.meeting["seats"]:
        raise HTTPException(422, "There is no such seat in this meeting.")
    try:
        return await asyncio.to_thread(
            revise_line,
            owner.store,
            slug,
            line,
            after=edit.after,
            text=" ".join(edit.text.split()),
            writer=Writer.EDITOR,
            at=now_ms(),
            by=key,
            seat=edit.seat,
        )
    except NoSuchLine as error:
        raise HTTPException(404, str(error)) from error
    except LineChanged as error:
        raise HTTPException(409, str(error)) from error


@router.get("/m/{slug}/seats/{key}/desk/lines/{line}/versions")
async def line_versions(
    slug: str, key: str, line: int, request: Request, owner: OwnerHere
) -> list[LineVersion]:
    """Every version of a line."""
    await desk_of(request, owner, slug, key)
    try:
        return await asyncio.to_thread(versions_of, owner.store, slug, line)
    except NoSuchLine as error:
        raise HTTPException(404, str(error)) from error


@router.post("/m/{slug}/seats/{key}/desk/quotes", status_code=201)
async def make_quote(slug: str, key: str, request: Request, owner: OwnerHere) -> Quote:
    """Make a quote of marked words."""
    standing = await desk_of(request, owner, slug, key)
    asked = await sent(request, slug, key, MarkQuote)
    lines = await asyncio.to_thread(lines_of, owner.store, slug)
    marked = mark(asked.parts, lines)
    if isinstance(marked, MarkFault):
        raise HTTPException(409, {"code": marked, "sentence": _SENTENCES[marked]})
    number = await asyncio.to_thread(
        write_quote,
        owner.store,
        slug,
        seat=marked.seat,
        language=marked.language,
        parts=marked.parts,
        spans=marked.spans,
        said=marked.said,
    )
    standing = await act(owner, slug, MakeQuote(number, marked.seat), key)
    return await _quote(owner, standing, slug, number)


@router.post("/m/{slug}/seats/{key}/desk/quotes/{quote}/ask")
async def ask_quote(slug: str, key: str, quote: int, request: Request, owner: OwnerHere) -> Quote:
    """Put a quote to its speaker: on the speaker's page, and by mail where that is possible."""
    standing = await desk_of(request, owner, slug, key)
    changing(request, slug, key)
    standing = await act(owner, slug, AskQuote(quote), key)
    await ask_by_mail(request, owner, standing, await _quote(owner, standing, slug, quote))
    return await _quote(owner, standing, slug, quote)


@router.post("/m/{slug}/seats/{key}/desk/quotes/{quote}/withdraw")
async def withdraw_quote(slug: str, key: str, quote: int, request: Request, owner: OwnerHere) -> Quote:
    """Take a quote back."""
    standing = await desk_of(request, owner, slug, key)
    changing(request, slug, key)
    standing = await act(owner, slug, WithdrawQuote(quote), key)
    return await _quote(owner, standing, slug, quote)


@router.post("/m/{slug}/seats/{key}/desk/quotes/{quote}/override")
async def override_quote(slug: str, key: str, quote: int, request: Request, owner: OwnerHere) -> Quote:
    """Let a quote be printed without its speaker's approval."""
    standing = await desk_of(request, owner, slug, key)
    changing(request, slug, key)
    standing = await act(owner, slug, OverrideQuote(quote), key)
    return await _quote(owner, standing, slug, quote)


@router.post("/m/{slug}/seats/{key}/desk/quotes/{quote}/translation")
async def translate(slug: str, key: str, quote: int, request: Request, owner: OwnerHere) -> Quote:
    """Keep a translation of a quote."""
    standing = await desk_of(request, owner, slug, key)
    given = await sent(request, slug, key, TranslateQuote)
    if quote not in standing.state[Quotes].by_number:
        raise HTTPException(404, "There is no such quote.")
    text = " ".join(given.text.split())
    await asyncio.to_thread(translate_quote, owner.store, slug, quote, given.language, text)
    return await _quote(owner, standing, slug, quote)


@router.get("/m/{slug}/seats/{key}/desk/verbatim.{suffix}")
async def verbatim(
    slug: str,
    key: str,
    suffix: str,
    request: Request,
    owner: OwnerHere,
    language: Annotated[str | None, Query(max_length=35, pattern=r"^[A-Za-z0-9-]+$")] = None,
) -> Response:
    """The verbatim as a file."""
    standing = await desk_of(request, owner, slug, key)
    if suffix not in ("json", *DocumentFormat):
        raise HTTPException(404, "The verbatim is written as md, html, docx, pdf or json.")
    clips = f"{str(request.base_url).rstrip('/')}/m/{slug}/seats/{key}/record/clip.m4a"

    def write() -> bytes:
        lines = lines_of(owner.store, slug)
        if suffix == "json":
            return verbatim_json(standing.meeting, lines).encode()
        speeches = {speech.seat: speech for speech in speeches_of(owner.store, slug)}
        document = verbatim_document(standing.meeting, lines, language, speeches)
        return written(document, DocumentFormat(suffix), clips)

    kind = "application/json" if suffix == "json" else MEDIA_TYPES[DocumentFormat(suffix)]
    return download(
        await asyncio.to_thread(write), kind, f"{slug}-verbatim{f'-{language}' if language else ''}.{suffix}"
    )


def download(content: bytes, kind: str, name: str) -> Response:
    """A file that a browser saves. Its name is made of keys and tags, so it needs no escaping."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=kind, headers=headers)


async def _quote(owner: Owner, standing: Standing, slug: str, number: int) -> Quote:
    found = await asyncio.to_thread(quotes_of, owner.store, slug, standing.state)
    return next(quote for quote in found if quote["id"] == number)

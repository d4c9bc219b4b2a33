"""The organiser's desk after the meeting: the verbatim, and the quotes made of it."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from hemicycle.live.meeting import now_ms
from hemicycle.report.communique import LANGUAGES
from hemicycle.report.documents import MEDIA_TYPES, Document, DocumentFormat
from hemicycle.report.quoting import MarkFault, mark
from hemicycle.report.verbatim import checked, verbatim_document, verbatim_json
from hemicycle.room.communique import Communiques
from hemicycle.room.interruption import Interruptions
from hemicycle.room.quotes import AskQuote, MakeQuote, OverrideQuote, Quotes, WithdrawQuote
from hemicycle.store.errors import LineChanged, NoSuchLine
from hemicycle.store.lines import lines_of, revise_line, versions_of
from hemicycle.store.quotes import quotes_of, translate_quote, write_quote
from hemicycle.store.standing import Standing
from hemicycle.store.texts import speeches_of
from hemicycle.web.changes import CHANGING, sent
from hemicycle.web.dependencies import PagesHere, SettingsHere
from hemicycle.web.identity import CHAIR, Chair, SeatHolder
from hemicycle.web.quote_mail import ask_by_mail
from hemicycle.web.renderings import RenderingsHere
from hemicycle.wire.desk import CheckedWords, Desk, EditLine
from hemicycle.wire.lines import Line, LineVersion, Writer
from hemicycle.wire.quotes import MarkQuote, Quote, TranslateQuote

router = APIRouter(include_in_schema=False)

_SENTENCES = {
    MarkFault.NOTHING: "No words are marked.",
    MarkFault.CHANGED: "A line was corrected in the meantime. Mark the words again.",
    MarkFault.SEVERAL_SPEAKERS: "These are the words of several speakers. Mark those of one.",
    MarkFault.SEVERAL_LANGUAGES: "These words are in several languages. Mark those in one.",
}


@router.get("/m/{slug}/seats/{key}/desk", dependencies=[CHAIR])
async def page(pages: PagesHere) -> Response:
    """The desk's page."""
    return pages.page("desk")


@router.get("/m/{slug}/seats/{key}/desk/record")
async def record(chair: Chair, settings: SettingsHere, response: Response) -> Desk:
    """All that the page shows beside the communiqué."""
    response.headers["Cache-Control"] = "no-store"
    store, slug, state = chair.store, chair.slug, chair.standing.state

    def read() -> Desk:
        mails = store.mails(slug)
        lines = lines_of(store, slug, struck=True)
        speeches = {speech.seat: speech for speech in speeches_of(store, slug)}
        compared = checked([line for line in lines if line["text"]], speeches)
        return Desk(
            meeting=chair.meeting,
            phase=state.phase,
            lines=lines,
            quotes=quotes_of(store, slug, state),
            checked={
                str(line): [CheckedWords(part=one.part.value, text=one.text) for one in segments]
                for line, segments in compared.items()
            },
            published=dict(state[Communiques].published),
            languages=list(LANGUAGES),
            mails=dict.fromkeys(mails, True),
            can_mail=settings.mail is not None,
        )

    return await asyncio.to_thread(read)


@router.post("/m/{slug}/seats/{key}/desk/lines/{line}")
async def edit_line(line: int, chair: Chair, edit: Annotated[EditLine, sent(EditLine)]) -> Line:
    """Correct a line: its next version."""
    if edit.seat is not None and edit.seat not in chair.meeting["seats"]:
        raise HTTPException(422, "There is no such seat in this meeting.")
    try:
        return await asyncio.to_thread(
            revise_line,
            chair.store,
            chair.slug,
            line,
            after=edit.after,
            text=" ".join(edit.text.split()),
            writer=Writer.EDITOR,
            at=now_ms(),
            by=chair.key,
            seat=edit.seat,
        )
    except NoSuchLine as error:
        raise HTTPException(404, str(error)) from error
    except LineChanged as error:
        raise HTTPException(409, str(error)) from error


@router.get("/m/{slug}/seats/{key}/desk/lines/{line}/versions")
async def line_versions(line: int, chair: Chair) -> list[LineVersion]:
    """Every version of a line."""
    try:
        return await asyncio.to_thread(versions_of, chair.store, chair.slug, line)
    except NoSuchLine as error:
        raise HTTPException(404, str(error)) from error


@router.post("/m/{slug}/seats/{key}/desk/quotes", status_code=201)
async def make_quote(chair: Chair, asked: Annotated[MarkQuote, sent(MarkQuote)]) -> Quote:
    """Make a quote of marked words."""
    lines = await asyncio.to_thread(lines_of, chair.store, chair.slug)
    marked = mark(asked.parts, lines)
    if isinstance(marked, MarkFault):
        raise HTTPException(409, {"code": marked, "sentence": _SENTENCES[marked]})
    number = await asyncio.to_thread(
        write_quote,
        chair.store,
        chair.slug,
        seat=marked.seat,
        language=marked.language,
        parts=marked.parts,
        spans=marked.spans,
        said=marked.said,
    )
    return await _quote(chair, await chair.act(MakeQuote(number, marked.seat)), number)


@router.post("/m/{slug}/seats/{key}/desk/quotes/{quote}/ask", dependencies=[CHANGING])
async def ask_quote(quote: int, chair: Chair, request: Request) -> Quote:
    """Put a quote to its speaker: on the speaker's page, and by mail where that is possible."""
    standing = await chair.act(AskQuote(quote))
    await ask_by_mail(request, chair.owner, standing, await _quote(chair, standing, quote))
    return await _quote(chair, standing, quote)


@router.post("/m/{slug}/seats/{key}/desk/quotes/{quote}/withdraw", dependencies=[CHANGING])
async def withdraw_quote(quote: int, chair: Chair) -> Quote:
    """Take a quote back."""
    return await _quote(chair, await chair.act(WithdrawQuote(quote)), quote)


@router.post("/m/{slug}/seats/{key}/desk/quotes/{quote}/override", dependencies=[CHANGING])
async def override_quote(quote: int, chair: Chair) -> Quote:
    """Let a quote be printed without its speaker's approval."""
    return await _quote(chair, await chair.act(OverrideQuote(quote)), quote)


@router.post("/m/{slug}/seats/{key}/desk/quotes/{quote}/translation")
async def translate(
    quote: int, chair: Chair, given: Annotated[TranslateQuote, sent(TranslateQuote)]
) -> Quote:
    """Keep a translation of a quote."""
    if quote not in chair.standing.state[Quotes].by_number:
        raise HTTPException(404, "There is no such quote.")
    text = " ".join(given.text.split())
    await asyncio.to_thread(translate_quote, chair.store, chair.slug, quote, given.language, text)
    return await _quote(chair, chair.standing, quote)


@router.get("/m/{slug}/seats/{key}/desk/verbatim.{suffix}")
async def verbatim(
    suffix: str,
    chair: Chair,
    request: Request,
    renderings: RenderingsHere,
    language: Annotated[str | None, Query(max_length=35, pattern=r"^[A-Za-z0-9-]+$")] = None,
) -> Response:
    """The verbatim as a file."""
    if suffix not in ("json", *DocumentFormat):
        raise HTTPException(404, "The verbatim is written as md, html, docx, pdf or json.")
    slug, holes = chair.slug, chair.standing.state[Interruptions].holes
    clips = f"{str(request.base_url).rstrip('/')}/m/{slug}/seats/{chair.key}/record/clip.m4a"

    def make() -> Document:
        lines = lines_of(chair.store, slug)
        speeches = {speech.seat: speech for speech in speeches_of(chair.store, slug)}
        return verbatim_document(chair.meeting, lines, language, speeches, holes)

    name = f"{slug}-verbatim{f'-{language}' if language else ''}.{suffix}"
    if suffix == "json":
        lines = await asyncio.to_thread(lines_of, chair.store, slug)
        return download(verbatim_json(chair.meeting, lines, holes).encode(), "application/json", name)
    form = DocumentFormat(suffix)
    return download(await renderings.file(make, form, clips), MEDIA_TYPES[form], name)


def download(content: bytes, kind: str, name: str) -> Response:
    """A file that a browser saves. Its name is made of keys and tags, so it needs no escaping."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=kind, headers=headers)


async def _quote(chair: SeatHolder, standing: Standing, number: int) -> Quote:
    found = await asyncio.to_thread(quotes_of, chair.store, chair.slug, standing.state)
    return next(quote for quote in found if quote["id"] == number)

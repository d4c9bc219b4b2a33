"""A speaker's page of quotes: what the organiser wants to print, and what the speaker says to it."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, HTTPException, Request, Response

from hemicycle.live.meeting import now_ms
from hemicycle.live.owner import Owner
from hemicycle.room.quotes import AmendQuote, ApproveQuote, Quotes, RefuseQuote
from hemicycle.store.quotes import quotes_of, write_answer
from hemicycle.store.standing import Standing
from hemicycle.web.desk_door import act, changing, meeting_of, sent
from hemicycle.web.doors import OwnerHere, PagesHere, seat_of_cookie
from hemicycle.wire.desk import AnswerQuote, AskedQuotes
from hemicycle.wire.ids import Key
from hemicycle.wire.quotes import Quote, QuoteStage

SHOWN = frozenset({QuoteStage.ASKED, QuoteStage.APPROVED, QuoteStage.AMENDED, QuoteStage.REFUSED})
"""What a speaker sees: nothing that was not put to them."""

router = APIRouter(include_in_schema=False)


@router.get("/m/{slug}/seats/{key}/quotes")
async def page(slug: str, key: str, request: Request, owner: OwnerHere, pages: PagesHere) -> Response:
    """The page."""
    row = await seat_of_cookie(request, owner, slug, key)
    if row is None:
        return pages.notice("no_seat", 403)
    return pages.notice("revoked_link", 403) if row.revoked else pages.page("quotes")


@router.get("/m/{slug}/seats/{key}/quotes/asked")
async def asked(slug: str, key: str, request: Request, response: Response, owner: OwnerHere) -> AskedQuotes:
    """The quotes that were put to this seat."""
    standing = await meeting_of(request, owner, slug, key)
    response.headers["Cache-Control"] = "no-store"
    return AskedQuotes(
        title=standing.meeting["title"],
        organiser=standing.meeting["organiser"],
        name=standing.meeting["seats"][key]["name"],
        quotes=await _asked(owner, standing, slug, key),
    )


@router.post("/m/{slug}/seats/{key}/quotes/{quote}/approve")
async def approve(slug: str, key: str, quote: int, request: Request, owner: OwnerHere) -> Quote:
    """The words as they were said."""
    standing = await meeting_of(request, owner, slug, key)
    changing(request, slug, key)
    standing = await act(owner, slug, ApproveQuote(quote), key)
    return await _one(owner, standing, slug, key, quote)


@router.post("/m/{slug}/seats/{key}/quotes/{quote}/amend")
async def amend(slug: str, key: str, quote: int, request: Request, owner: OwnerHere) -> Quote:
    """Other words; the first ones are kept beside them."""
    standing = await meeting_of(request, owner, slug, key)
    answer = await sent(request, slug, key, AnswerQuote)
    text = " ".join(answer.text.split())
    if not text:
        raise HTTPException(422, "Write the words that you approve.")
    number = await _answer(owner, standing, slug, key, quote, text=text, remark=answer.remark.strip())
    standing = await act(owner, slug, AmendQuote(quote, number), key)
    return await _one(owner, standing, slug, key, quote)


@router.post("/m/{slug}/seats/{key}/quotes/{quote}/refuse")
async def refuse(slug: str, key: str, quote: int, request: Request, owner: OwnerHere) -> Quote:
    """Not to be quoted, with a remark if the speaker likes."""
    standing = await meeting_of(request, owner, slug, key)
    answer = await sent(request, slug, key, AnswerQuote)
    number = await _answer(owner, standing, slug, key, quote, text="", remark=answer.remark.strip())
    standing = await act(owner, slug, RefuseQuote(quote, number), key)
    return await _one(owner, standing, slug, key, quote)


async def _answer(
    owner: Owner, standing: Standing, slug: str, key: Key, quote: int, *, text: str, remark: str
) -> int:
    """Keep an answer; the rules are asked afterwards, so the row is written only for whose quote it is."""
    known = standing.state[Quotes].by_number.get(quote)
    if known is None or known.seat != key:
        raise HTTPException(404, "There is no such quote.")
    return await asyncio.to_thread(write_answer, owner.store, slug, quote, now_ms(), text=text, remark=remark)


async def _asked(owner: Owner, standing: Standing, slug: str, key: Key) -> list[Quote]:
    found = await asyncio.to_thread(quotes_of, owner.store, slug, standing.state)
    own = [quote for quote in found if quote["seat"] == key and quote["stage"] in SHOWN]
    for quote in own:
        quote.pop("mailed_at", None)
        quote.pop("mail_fault", None)
    return own


async def _one(owner: Owner, standing: Standing, slug: str, key: Key, number: int) -> Quote:
    found = await _asked(owner, standing, slug, key)
    return next(quote for quote in found if quote["id"] == number)

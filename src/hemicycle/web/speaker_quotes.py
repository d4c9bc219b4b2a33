"""A speaker's page of quotes: what the organiser wants to print, and what the speaker says to
it."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, HTTPException, Response

from hemicycle.live.meeting import now_ms
from hemicycle.room.quotes import AmendQuote, ApproveQuote, Quotes, RefuseQuote
from hemicycle.store.quotes import quotes_of, write_answer
from hemicycle.store.standing import Standing
from hemicycle.web.changes import CHANGING, sent
from hemicycle.web.dependencies import PagesHere
from hemicycle.web.identity import SEAT, Seat, SeatHolder
from hemicycle.wire.quotes import AnswerQuote, AskedQuotes, Quote, QuoteStage

SHOWN = frozenset({QuoteStage.ASKED, QuoteStage.APPROVED, QuoteStage.AMENDED, QuoteStage.REFUSED})
"""What a speaker sees: nothing that was not put to them."""

router = APIRouter(include_in_schema=False)


@router.get("/m/{slug}/seats/{key}/quotes", dependencies=[SEAT])
async def page(pages: PagesHere) -> Response:
    """The page on which a speaker answers quotes."""
    return pages.page("quotes")


@router.get("/m/{slug}/seats/{key}/quotes/asked")
async def asked(seat: Seat, response: Response) -> AskedQuotes:
    """The quotes that were put to this seat."""
    response.headers["Cache-Control"] = "no-store"
    return AskedQuotes(
        title=seat.meeting["title"],
        organiser=seat.meeting["organiser"],
        name=seat.meeting["seats"][seat.key]["name"],
        quotes=await _asked(seat, seat.standing),
    )


@router.post("/m/{slug}/seats/{key}/quotes/{quote}/approve", dependencies=[CHANGING])
async def approve(quote: int, seat: Seat) -> Quote:
    """The words as they were said."""
    return await _one(seat, await seat.act(ApproveQuote(quote)), quote)


@router.post("/m/{slug}/seats/{key}/quotes/{quote}/amend")
async def amend(quote: int, seat: Seat, answer: Annotated[AnswerQuote, sent(AnswerQuote)]) -> Quote:
    """Other words; the first ones are kept beside them."""
    text = " ".join(answer.text.split())
    if not text:
        raise HTTPException(422, "Write the words that you approve.")
    number = await _answer(seat, quote, text=text, remark=answer.remark.strip())
    return await _one(seat, await seat.act(AmendQuote(quote, number)), quote)


@router.post("/m/{slug}/seats/{key}/quotes/{quote}/refuse")
async def refuse(quote: int, seat: Seat, answer: Annotated[AnswerQuote, sent(AnswerQuote)]) -> Quote:
    """Not to be quoted, with a remark if the speaker likes."""
    number = await _answer(seat, quote, text="", remark=answer.remark.strip())
    return await _one(seat, await seat.act(RefuseQuote(quote, number)), quote)


async def _answer(seat: SeatHolder, quote: int, *, text: str, remark: str) -> int:
    """Keep an answer; the rules are asked afterwards, so the row is written only for whose quote it
    is."""
    known = seat.standing.state[Quotes].by_number.get(quote)
    if known is None or known.seat != seat.key:
        raise HTTPException(404, "There is no such quote.")
    return await asyncio.to_thread(
        write_answer, seat.store, seat.slug, quote, now_ms(), text=text, remark=remark
    )


async def _asked(seat: SeatHolder, standing: Standing) -> list[Quote]:
    found = await asyncio.to_thread(quotes_of, seat.store, seat.slug, standing.state)
    own = [quote for quote in found if quote["seat"] == seat.key and quote["stage"] in SHOWN]
    for quote in own:
        quote.pop("mailed_at", None)
        quote.pop("mail_fault", None)
    return own


async def _one(seat: SeatHolder, standing: Standing, number: int) -> Quote:
    return next(quote for quote in await _asked(seat, standing) if quote["id"] == number)

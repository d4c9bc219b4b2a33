"""The doors for people: the public programme, a personal link, and the page of a seat."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from hemicycle.web.dependencies import OwnerHere, PagesHere, SettingsHere
from hemicycle.web.identity import COOKIE, MEETING, Seat
from hemicycle.web.pages import PAGE_OF
from hemicycle.web.way import is_secure
from hemicycle.wire.ids import audience_of

COOKIE_DAYS = 60

router = APIRouter(include_in_schema=False)


@router.get("/")
async def front(pages: PagesHere) -> Response:
    """The server's own address: nothing is listed here, links are personal."""
    return pages.notice("front_door", 200)


@router.get("/m/{slug}", dependencies=[MEETING])
async def programme(pages: PagesHere) -> Response:
    """The public programme."""
    return pages.page("programme")


@router.get("/s/{token}")
async def personal_link(
    token: str,
    request: Request,
    owner: OwnerHere,
    pages: PagesHere,
    settings: SettingsHere,
    to: Literal["", "quotes"] = "",
) -> Response:
    """A personal link: its token goes into a cookie for this one seat, and out of the address bar.

    Letters about quotes lead on `to` the page of them.
    """
    row = await owner.seat_of(token)
    if row is None:
        return pages.notice("unknown_link", 404)
    if row.revoked:
        return pages.notice("revoked_link", 403)
    path = f"/m/{row.slug}/seats/{row.key}/"
    response = RedirectResponse(path + to, 303, headers={"Cache-Control": "no-store"})
    response.set_cookie(
        COOKIE,
        token,
        max_age=COOKIE_DAYS * 24 * 3600,
        # One cookie a seat, so that one browser can hold several: the organiser's does.
        path=path,
        httponly=True,
        samesite="lax",
        secure=is_secure(request, settings),
    )
    return response


@router.get("/m/{slug}/seats/{key}/")
async def seat(holder: Seat, pages: PagesHere) -> Response:
    """The page of the seat's role."""
    return pages.page(PAGE_OF[audience_of(holder.role)])

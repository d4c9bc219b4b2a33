"""The doors for people: the public programme, a personal link, and the page of a seat."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response
from fastapi.requests import HTTPConnection
from fastapi.responses import RedirectResponse

from hemicycle.live.owner import Owner
from hemicycle.store.rows import SeatRow
from hemicycle.web.pages import PAGE_OF, Pages
from hemicycle.web.way import is_secure
from hemicycle.wire.ids import audience_of

COOKIE = "hemicycle_seat"
COOKIE_DAYS = 60

router = APIRouter(include_in_schema=False)


def owner_of(connection: HTTPConnection) -> Owner:
    """The owner of this server's meetings."""
    owner: Owner = connection.app.state.owner
    return owner


def pages_of(connection: HTTPConnection) -> Pages:
    """The built pages."""
    pages: Pages = connection.app.state.pages
    return pages


OwnerHere = Annotated[Owner, Depends(owner_of)]
PagesHere = Annotated[Pages, Depends(pages_of)]


def token_in(connection: HTTPConnection) -> str | None:
    """The token that the cookie holds."""
    return connection.cookies.get(COOKIE)


async def seat_of_cookie(connection: HTTPConnection, owner: Owner, slug: str, key: str) -> SeatRow | None:
    """The seat that the cookie opens, if it is the one in the address."""
    token = token_in(connection)
    row = await owner.seat_of(token) if token else None
    return row if row is not None and (row.slug, row.key) == (slug, key) else None


@router.get("/")
async def front(pages: PagesHere) -> Response:
    """The server's own address: nothing is listed here, links are personal."""
    return pages.notice("front_door", 200)


@router.get("/m/{slug}")
async def programme(slug: str, owner: OwnerHere, pages: PagesHere) -> Response:
    """The public programme."""
    if await owner.look(slug) is None:
        return pages.notice("no_such_meeting", 404)
    return pages.page("programme")


@router.get("/s/{token}")
async def personal_link(
    token: str, request: Request, owner: OwnerHere, pages: PagesHere, to: Literal["", "quotes"] = ""
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
        secure=is_secure(request, request.app.state.settings),
    )
    return response


@router.get("/m/{slug}/seats/{key}/")
async def seat(slug: str, key: str, request: Request, owner: OwnerHere, pages: PagesHere) -> Response:
    """The page of the seat's role."""
    row = await seat_of_cookie(request, owner, slug, key)
    if row is None:
        return pages.notice("no_seat", 403)
    if row.revoked:
        return pages.notice("revoked_link", 403)
    return pages.page(PAGE_OF[audience_of(row.role)])

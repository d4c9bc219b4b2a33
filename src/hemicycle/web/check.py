"""The page "Can I take part?": its addresses, its socket, and its result."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response, WebSocket
from fastapi.requests import HTTPConnection
from pydantic import ValidationError

from hemicycle.live.meeting import now_ms
from hemicycle.live.trial import Trials
from hemicycle.store.checks import keep_check, kept_checks
from hemicycle.web.body import body_of
from hemicycle.web.browser import browser_in_words
from hemicycle.web.changes import CHECKS, CHECKS_OF_GUESTS
from hemicycle.web.dependencies import PagesHere, owner_of, settings_of
from hemicycle.web.exchange import exchange
from hemicycle.web.identity import MEETING, SEAT, Chair, Guest, seat_of_cookie
from hemicycle.web.origin import same_origin
from hemicycle.web.way import way_of
from hemicycle.wire.checks import MAX_CHECK_BYTES, CheckHere, CheckResult, KeptCheck, KeptChecks

TRY_AGAIN_LATER = 1013
"""Close code where too many browsers are being tried out already."""

MAX_TICKET_CHARS = 100

router = APIRouter(include_in_schema=False)


@router.get("/m/{slug}/check", dependencies=[MEETING])
@router.get("/m/{slug}/seats/{key}/check", dependencies=[SEAT])
async def page(pages: PagesHere) -> Response:
    """The check of a guest who has no link yet, or of somebody whose seat is known."""
    return pages.page("check")


@router.get("/m/{slug}/check/here")
@router.get("/m/{slug}/seats/{key}/check/here")
async def here(guest: Guest, request: Request) -> CheckHere:
    """What is checked for, and by whom."""
    seat = guest.meeting["seats"][guest.key] if guest.key else None
    return CheckHere(
        title=guest.meeting["title"],
        organiser=guest.meeting["organiser"],
        name=seat["name"] if seat else "",
        role=seat["role"] if seat else None,
        busy=trials_of(request).busy,
    )


@router.post("/m/{slug}/check/result", status_code=204)
@router.post("/m/{slug}/seats/{key}/check/result", status_code=204)
async def result(
    guest: Guest, request: Request, trial: Annotated[str, Query(max_length=MAX_TICKET_CHARS)] = ""
) -> None:
    """Take the result of a guest, or of a seat.

    Args:
        guest: whose result it is.
        request: with the result.
        trial: the ticket of the trial that was made; empty where none could be.
    """
    if guest.key is not None:
        CHECKS.check(request, (guest.slug, guest.key))
    elif trials_of(request).has_begun(trial):
        CHECKS.check(request, trial)
    else:
        CHECKS_OF_GUESTS.check(request, guest.slug)
    body = await body_of(request, MAX_CHECK_BYTES, f"A result has at most {MAX_CHECK_BYTES} bytes.")
    try:
        found = CheckResult.model_validate_json(body)
    except ValidationError as error:
        raise HTTPException(422, "This is not the result of a check.") from error
    browser = browser_in_words(request.headers.get("user-agent", ""))
    await asyncio.to_thread(keep_check, guest.store, guest.slug, guest.key, browser, found, now_ms())


@router.get("/m/{slug}/seats/{key}/check/results")
async def results(chair: Chair) -> KeptChecks:
    """What was found so far, for the organiser's own seat."""
    rows = await asyncio.to_thread(kept_checks, chair.store, chair.slug)
    return KeptChecks(
        checks=[
            KeptCheck(
                at=row.at,
                seat=row.seat,
                name=row.result.name,
                verdict=row.result.verdict,
                trouble=row.result.trouble,
                browser=row.browser,
                way=row.result.way,
                delay=row.result.delay,
            )
            for row in rows
        ]
    )


@router.websocket("/check/ws")
async def check_socket(websocket: WebSocket) -> None:
    """A trial for no meeting in particular: `hemicycle doctor` uses it."""
    await _try_out(websocket, "")


@router.websocket("/m/{slug}/check/ws")
async def public_socket(websocket: WebSocket, slug: str) -> None:
    """A guest's trial."""
    await _try_out(websocket, slug)


@router.websocket("/m/{slug}/seats/{key}/check/ws")
async def seat_check_socket(websocket: WebSocket, slug: str, key: str) -> None:
    """A seat's trial. It is nobody else's business, so it does not touch the seat itself."""
    row = await seat_of_cookie(websocket, slug, key)
    await _try_out(websocket, slug if row is not None and not row.revoked else None)


async def _try_out(websocket: WebSocket, slug: str | None) -> None:
    standing = await owner_of(websocket).look(slug) if slug else None
    if not same_origin(websocket) or slug is None or (slug and standing is None):
        await websocket.close()
        return
    trials = trials_of(websocket)
    title = standing.meeting["title"] if standing else ""
    await websocket.accept()
    trial = trials.begin(way_of(websocket, settings_of(websocket)), title)
    if trial is None:
        await websocket.close(TRY_AGAIN_LATER)
        return
    try:
        # What comes too fast is left out: the page's own messages are few.
        await exchange(websocket, trial.connection, trial.hear, lambda _: None)
    finally:
        trials.end(trial)


def trials_of(connection: HTTPConnection) -> Trials:
    """The trials that this server runs."""
    trials: Trials = connection.app.state.trials
    return trials

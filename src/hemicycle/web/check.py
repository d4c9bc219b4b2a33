"""The page "Can I take part?": its addresses, its socket, and its result."""

from __future__ import annotations

import asyncio
import time

from fastapi import APIRouter, HTTPException, Request, Response, WebSocket
from fastapi.requests import HTTPConnection
from pydantic import ValidationError

from hemicycle.live.limits import Bucket
from hemicycle.live.meeting import now_ms
from hemicycle.live.owner import Owner
from hemicycle.live.trial import Trials
from hemicycle.store.checks import keep_check, kept_checks
from hemicycle.web.body import body_of
from hemicycle.web.browser import browser_in_words
from hemicycle.web.desk_door import desk_of
from hemicycle.web.doors import OwnerHere, PagesHere, owner_of, seat_of_cookie
from hemicycle.web.exchange import exchange
from hemicycle.web.origin import same_origin
from hemicycle.web.settings import ServerSettings
from hemicycle.web.way import network_of, way_of
from hemicycle.wire.checks import MAX_CHECK, CheckHere, CheckResult, KeptCheck, KeptChecks
from hemicycle.wire.ids import Key

TRY_AGAIN_LATER = 1013
"""Close code where too many browsers are being tried out already."""

RESULTS_AT_ONCE, RESULTS_A_SECOND = 20.0, 1 / 20
"""Of one network: how many results are taken at once, and in the long run."""

router = APIRouter(include_in_schema=False)


@router.get("/m/{slug}/check")
async def public_check(slug: str, owner: OwnerHere, pages: PagesHere) -> Response:
    """The check of a guest who has no link yet."""
    if await owner.look(slug) is None:
        return pages.notice("no_such_meeting", 404)
    return pages.page("check")


@router.get("/m/{slug}/seats/{key}/check")
async def seat_check(slug: str, key: str, request: Request, owner: OwnerHere, pages: PagesHere) -> Response:
    """The check of somebody whose seat is known."""
    row = await seat_of_cookie(request, owner, slug, key)
    if row is None:
        return pages.notice("no_seat", 403)
    if row.revoked:
        return pages.notice("revoked_link", 403)
    return pages.page("check")


@router.get("/m/{slug}/check/here")
async def public_here(slug: str, request: Request, owner: OwnerHere) -> CheckHere:
    """What is checked for."""
    return await _here(owner, slug, None, request)


@router.get("/m/{slug}/seats/{key}/check/here")
async def seat_here(slug: str, key: str, request: Request, owner: OwnerHere) -> CheckHere:
    """What is checked for, and by whom."""
    return await _here(owner, slug, await _seat(request, owner, slug, key), request)


@router.post("/m/{slug}/check/result", status_code=204)
async def public_result(slug: str, request: Request, owner: OwnerHere) -> None:
    """Take the result of a guest without a seat."""
    await _keep(owner, slug, None, request)


@router.post("/m/{slug}/seats/{key}/check/result", status_code=204)
async def seat_result(slug: str, key: str, request: Request, owner: OwnerHere) -> None:
    """Take the result of a seat."""
    await _keep(owner, slug, await _seat(request, owner, slug, key), request)


@router.get("/m/{slug}/seats/{key}/check/results")
async def results(slug: str, key: str, request: Request, owner: OwnerHere) -> KeptChecks:
    """What was found so far, for the organiser's own seat."""
    await desk_of(request, owner, slug, key)
    rows = await asyncio.to_thread(kept_checks, owner.store, slug)
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
    owner = owner_of(websocket)
    row = await seat_of_cookie(websocket, owner, slug, key)
    await _try_out(websocket, slug if row is not None and not row.revoked else None)


async def _try_out(websocket: WebSocket, slug: str | None) -> None:
    owner = owner_of(websocket)
    standing = await owner.look(slug) if slug else None
    if not same_origin(websocket) or slug is None or (slug and standing is None):
        await websocket.close()
        return
    settings: ServerSettings = websocket.app.state.settings
    trials = trials_of(websocket)
    title = standing.meeting["title"] if standing else ""
    await websocket.accept()
    trial = trials.begin(way_of(websocket, settings), title)
    if trial is None:
        await websocket.close(TRY_AGAIN_LATER)
        return
    try:
        # What comes too fast is left out: the page's own messages are few.
        await exchange(websocket, trial.connection, trial.hear, lambda _: None)
    finally:
        trials.end(trial)


async def _seat(request: HTTPConnection, owner: Owner, slug: str, key: str) -> Key:
    row = await seat_of_cookie(request, owner, slug, key)
    if row is None or row.revoked:
        raise HTTPException(403, "Open your personal link again.")
    return row.key


async def _here(owner: Owner, slug: str, seat: Key | None, request: Request) -> CheckHere:
    standing = await owner.look(slug)
    if standing is None:
        raise HTTPException(404, f'There is no meeting "{slug}".')
    meeting = standing.meeting
    return CheckHere(
        title=meeting["title"],
        organiser=meeting["organiser"],
        name=meeting["seats"][seat]["name"] if seat else "",
        role=meeting["seats"][seat]["role"] if seat else None,
        busy=trials_of(request).busy(network_of(request)),
    )


async def _keep(owner: Owner, slug: str, seat: Key | None, request: Request) -> None:
    if not same_origin(request):
        raise HTTPException(403, "Results come from the check page only.")
    if not _results(request).take():
        raise HTTPException(429, "Too many results from your network; try again in a minute.")
    if await owner.look(slug) is None:
        raise HTTPException(404, f'There is no meeting "{slug}".')
    body = await body_of(request, MAX_CHECK, f"A result has at most {MAX_CHECK} bytes.")
    try:
        result = CheckResult.model_validate_json(body)
    except ValidationError as error:
        raise HTTPException(422, "This is not the result of a check.") from error
    browser = browser_in_words(request.headers.get("user-agent", ""))
    await asyncio.to_thread(keep_check, owner.store, slug, seat, browser, result, now_ms())


def trials_of(connection: HTTPConnection) -> Trials:
    """The trials that this server runs."""
    trials: Trials = connection.app.state.trials
    return trials


def _results(request: Request) -> Bucket:
    buckets: dict[str, Bucket] = request.app.state.check_results
    if len(buckets) > 10_000:
        buckets.clear()
    return buckets.setdefault(network_of(request), Bucket(RESULTS_A_SECOND, RESULTS_AT_ONCE, time.monotonic))

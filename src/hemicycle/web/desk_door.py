"""Who may work at a desk, and what a desk's page sends."""

from __future__ import annotations

import time
from typing import TypeVar

from fastapi import HTTPException, Request
from pydantic import BaseModel, ValidationError

from hemicycle.live.limits import Bucket
from hemicycle.live.owner import Owner
from hemicycle.room.refusal import Refusal
from hemicycle.room.subject import InternalCommand
from hemicycle.store.standing import Standing
from hemicycle.web.body import body_of
from hemicycle.web.doors import seat_of_cookie
from hemicycle.web.origin import same_origin
from hemicycle.wire.desk import MAX_DESK
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.quotes import QuoteRefusal

CHANGES_AT_ONCE, CHANGES_A_SECOND = 40.0, 2.0
"""Of one seat: how many changes are taken at once, and in the long run."""

Sent = TypeVar("Sent", bound=BaseModel)

_STATUS = {
    RequestRefusal.NOT_ALLOWED: 403,
    QuoteRefusal.NO_SUCH_QUOTE: 404,
    QuoteRefusal.NOT_YOUR_QUOTE: 403,
    RequestRefusal.NOT_STORED: 503,
}


async def meeting_of(request: Request, owner: Owner, slug: str, key: str) -> Standing:
    """The meeting of a seat whose link the request brings.

    Raises:
        HTTPException: 403 where it brings none.
    """
    row = await seat_of_cookie(request, owner, slug, key)
    standing = await owner.look(slug) if row is not None and not row.revoked else None
    if standing is None:
        raise HTTPException(403, "Open your personal link again.")
    return standing


async def desk_of(request: Request, owner: Owner, slug: str, key: str) -> Standing:
    """The meeting of a chair's seat, which is the organiser's.

    Raises:
        HTTPException: 403 where the link is another's.
    """
    standing = await meeting_of(request, owner, slug, key)
    if standing.state.role(key) is not Role.CHAIR:
        raise HTTPException(403, "This is the organiser's desk.")
    return standing


async def sent(request: Request, slug: str, key: str, model: type[Sent]) -> Sent:
    """What a desk's page sends, read and fit.

    Raises:
        HTTPException: 403 another page, 429 too much, 413 too long, 422 not fit.
    """
    changing(request, slug, key)
    content = await body_of(request, MAX_DESK, "This is too long to be kept.")
    try:
        return model.model_validate_json(content or b"{}")
    except ValidationError as error:
        raise HTTPException(422, "The server did not understand this. Reload the page.") from error


def changing(request: Request, slug: str, key: str) -> None:
    """Let a change pass, if it is our page's and not one of too many.

    Raises:
        HTTPException: 403 or 429.
    """
    if not same_origin(request):
        raise HTTPException(403, "Changes come from the seat's own page only.")
    buckets: dict[tuple[Key, Key], Bucket] = request.app.state.desk_changes
    bucket = buckets.setdefault((slug, key), Bucket(CHANGES_A_SECOND, CHANGES_AT_ONCE, time.monotonic))
    if not bucket.take():
        raise HTTPException(429, "Too many changes; try again in a minute.")


async def act(owner: Owner, slug: Key, command: InternalCommand, key: Key) -> Standing:
    """Carry out what a seat asks for at its desk, and give the meeting as it stands afterwards.

    Raises:
        HTTPException: with the refusal's code and sentence.
    """
    async with owner.using(slug) as live:
        if refusal := await live.act(command, key):
            raise refused(refusal)
        return Standing(live.meeting, live.state)


def refused(refusal: Refusal) -> HTTPException:
    """The answer that says why a command was not carried out."""
    detail = {"code": refusal.code, "sentence": refusal.sentence}
    return HTTPException(_STATUS.get(refusal.code, 409), detail)

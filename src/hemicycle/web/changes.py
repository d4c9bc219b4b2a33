"""What a page sends to change something: from our own page, not too often, not too long, and
fit."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from fastapi import Depends, HTTPException, Request
from fastapi.requests import HTTPConnection
from pydantic import BaseModel, ValidationError

from hemicycle.live.limits import RateLimiter
from hemicycle.web.body import body_of
from hemicycle.web.identity import Seat
from hemicycle.web.origin import same_origin
from hemicycle.wire.desk import MAX_DESK_BYTES

Sent = TypeVar("Sent", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Limit:
    """How often one seat, or one network, may change something of a kind."""

    kind: str
    per_second: float
    """The rate that is allowed in the long run."""
    at_once: float
    sentence: str = "Too many changes; try again in a minute."

    def check(self, connection: HTTPConnection, key: Hashable) -> None:
        """Count one change.

        Raises:
            HTTPException: 403 where it comes from another site's page, 429 where it is one too
                many.
        """
        if not same_origin(connection):
            raise HTTPException(403, "Changes come from this server's own pages only.")
        limiters: dict[str, RateLimiter] = connection.app.state.limiters
        limiter = limiters.setdefault(self.kind, RateLimiter(self.per_second, self.at_once))
        if not limiter.allows(key):
            raise HTTPException(429, self.sentence)


DESK = Limit("desk", per_second=2.0, at_once=40.0)
"""Of one seat: lines, quotes, communiqués, readers."""

TEXTS = Limit("texts", per_second=0.5, at_once=20.0)
"""Of one seat: speech texts and glossaries."""

CHECKS = Limit(
    "checks",
    per_second=1 / 20,
    at_once=20.0,
    sentence="Too many results of this check; try again in a minute.",
)
"""Of one seat, or of one trial: results of "Can I take part?"."""

CHECKS_OF_GUESTS = Limit(
    "checks of guests",
    per_second=2.0,
    at_once=200.0,
    sentence="Too many results at the moment; try again in a minute.",
)
"""Of one meeting: results of guests to whom no trial could be given, from wherever they come."""


def changing(limit: Limit) -> Any:
    """The dependency of a route by which a seat changes something."""

    def check(request: Request, seat: Seat) -> None:
        limit.check(request, (seat.slug, seat.key))

    return Depends(check)


def sent(model: type[Sent]) -> Any:
    """The dependency of a route at the desk that takes a body of this model.

    It is read after the seat and the limit were looked at, and no further than it may be long.
    """

    async def read(request: Request, seat: Seat) -> Sent:
        DESK.check(request, (seat.slug, seat.key))
        content = await body_of(request, MAX_DESK_BYTES, "This is too long to be kept.")
        try:
            return model.model_validate_json(content or b"{}")
        except ValidationError as error:
            raise HTTPException(422, "The server did not understand this. Reload the page.") from error

    return Depends(read)


CHANGING = changing(DESK)

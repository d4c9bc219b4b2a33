"""Who asks: each route says by a dependency for whom it is, and everybody else is refused here.

`Seat` is whoever brings the personal link of the seat in the address, `Chair` a chair's seat,
`Guest` anybody, with or without a seat, and `Reader` a guest whom the recording is open to. A
person who is refused reads a notice, a program the sentence (`Refused`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.requests import HTTPConnection

from hemicycle.live.owner import Owner
from hemicycle.room.refusal import Refusal
from hemicycle.room.subject import InternalCommand
from hemicycle.store import Store
from hemicycle.store.rows import SeatRow
from hemicycle.store.standing import Standing
from hemicycle.web.dependencies import OwnerHere, owner_of
from hemicycle.web.recording_access import may_have
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.quotes import QuoteRefusal

COOKIE = "hemicycle_seat"

_STATUS = {
    RequestRefusal.NOT_ALLOWED: 403,
    QuoteRefusal.NO_SUCH_QUOTE: 404,
    QuoteRefusal.NOT_YOUR_QUOTE: 403,
    RequestRefusal.NOT_STORED: 503,
}


class Refused(HTTPException):
    """This is not for whoever asks. A person reads the notice of that name, a program the
    sentence."""

    def __init__(self, status: int, notice: str, sentence: str) -> None:
        """Refuse with an HTTP status, a notice's name, and a sentence in English."""
        super().__init__(status, sentence)
        self.notice = notice


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who asks for something of a meeting."""

    owner: Owner
    standing: Standing
    """The meeting as it is now."""
    key: Key | None
    """The seat in whose name they ask; None: in nobody's."""
    role: Role | None
    """The seat's role."""

    @property
    def meeting(self) -> Meeting:
        """The meeting as planned."""
        return self.standing.meeting

    @property
    def slug(self) -> Key:
        """The meeting's slug."""
        return self.standing.meeting["slug"]

    @property
    def store(self) -> Store:
        """Where the meeting is kept."""
        return self.owner.store


@dataclass(frozen=True, slots=True)
class SeatHolder(Visitor):
    """Somebody who brings the personal link of a seat."""

    key: Key
    role: Role

    async def act(self, command: InternalCommand) -> Standing:
        """Carry out what the seat asks for outside the room.

        Returns:
            The meeting as it is afterwards.

        Raises:
            HTTPException: with the refusal's code and sentence.
        """
        async with self.owner.using(self.slug) as live:
            if refusal := await live.act(command, self.key):
                raise _not_done(refusal)
            return Standing(live.meeting, live.state)


def _not_done(refusal: Refusal) -> HTTPException:
    detail = {"code": refusal.code, "sentence": refusal.sentence}
    return HTTPException(_STATUS.get(refusal.code, 409), detail)


def token_in(connection: HTTPConnection) -> str | None:
    """The token of a personal link that the seat's cookie holds."""
    return connection.cookies.get(COOKIE)


async def seat_of_cookie(connection: HTTPConnection, slug: str, key: str) -> SeatRow | None:
    """The seat that the cookie opens, by a link that may be revoked; None where it is another
    seat."""
    token = token_in(connection)
    row = await owner_of(connection).seat_of(token) if token else None
    return row if row is not None and (row.slug, row.key) == (slug, key) else None


async def standing_of(slug: str, owner: OwnerHere) -> Standing:
    """A meeting as it is now.

    Raises:
        Refused: 404 where there is none of that slug.
    """
    standing = await owner.look(slug)
    if standing is None:
        raise Refused(404, "no_such_meeting", f'There is no meeting "{slug}".')
    return standing


StandingHere = Annotated[Standing, Depends(standing_of)]


async def seat_holder(
    connection: HTTPConnection, owner: OwnerHere, standing: StandingHere, key: str
) -> SeatHolder:
    """Whoever brings the link of the seat in the address.

    Raises:
        Refused: 403 where the link is missing, another seat's, or revoked.
    """
    row = await seat_of_cookie(connection, standing.meeting["slug"], key)
    if row is None or row.revoked:
        notice = "no_seat" if row is None else "revoked_link"
        raise Refused(403, notice, "Open your personal link again.")
    return SeatHolder(owner, standing, row.key, row.role)


Seat = Annotated[SeatHolder, Depends(seat_holder)]


async def chair_holder(seat: Seat) -> SeatHolder:
    """A chair, whose seat is the organiser's.

    Raises:
        Refused: 403 where it is another role's seat.
    """
    if seat.role is not Role.CHAIR:
        raise Refused(403, "no_seat", "This is the organiser's desk.")
    return seat


Chair = Annotated[SeatHolder, Depends(chair_holder)]


async def guest(connection: HTTPConnection, owner: OwnerHere, standing: StandingHere) -> Visitor:
    """Anybody: in the name of the seat in the address, or, where the address has none, of nobody.

    Raises:
        Refused: 403 where there is a seat in the address and its link is missing.
    """
    key = connection.path_params.get("key")
    if key is None:
        return Visitor(owner, standing, None, None)
    return await seat_holder(connection, owner, standing, key)


Guest = Annotated[Visitor, Depends(guest)]


async def reader(guest: Guest) -> Visitor:
    """A guest to whom the recording of the meeting is open.

    Raises:
        Refused: 403 where it is not.
    """
    if not may_have(guest.standing.state, guest.role):
        raise Refused(403, "record_shut", "The recording is not open to you.")
    return guest


Reader = Annotated[Visitor, Depends(reader)]

SEAT, CHAIR, READER = Depends(seat_holder), Depends(chair_holder), Depends(reader)
MEETING = Depends(standing_of)

"""Who may hear and see what was recorded: the one place where that is said."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from fastapi import Request

from hemicycle.live.owner import Owner
from hemicycle.room.archive import Archive
from hemicycle.store.quotes import public_spans
from hemicycle.store.standing import Standing
from hemicycle.web.doors import seat_of_cookie
from hemicycle.wire.archive import Readers
from hemicycle.wire.ids import Key, Phase, Role


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a recording: the sound of one seat between two times, in ms."""

    seat: Key
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for what was recorded."""

    standing: Standing
    role: Role | None
    """Of the seat in whose name they ask; None: they ask in nobody's."""
    key: Key | None


async def asker_of(request: Request, owner: Owner, standing: Standing, key: Key | None) -> Asker | None:
    """Who asks; None where the link is not that seat's.

    Args:
        request: what they ask.
        owner: the meetings.
        standing: the meeting.
        key: the seat in whose name they ask; None: in nobody's.
    """
    if key is None:
        return Asker(standing, None, None)
    row = await seat_of_cookie(request, owner, standing.meeting["slug"], key)
    return None if row is None or row.revoked else Asker(standing, row.role, key)


async def may_hear(owner: Owner, asker: Asker | None, part: Part | None = None) -> bool:
    """Whether whoever asks may have a meeting's recording, or a part of it.

    The chair's seats may have everything, and each seat its own voice. What a published communiqué quotes
    is everybody's. The whole of a meeting that is closed is whose the organiser has opened it to.

    Args:
        owner: The meetings.
        asker: Who asks; None: whoever it is, they are nobody that is known.
        part: What they ask for; None: the whole.
    """
    if asker is None:
        return False
    standing, key = asker.standing, asker.key
    if asker.role is Role.CHAIR or (part is not None and part.seat == key):
        return True
    opened = standing.state[Archive].readers if standing.state.phase is Phase.CLOSED else None
    if opened is Readers.PUBLIC or (opened is Readers.SEATS and key is not None):
        return True
    if part is None:
        return False
    spans = await asyncio.to_thread(public_spans, owner.store, standing.meeting["slug"], standing.state)
    return (part.seat, part.since, part.until) in spans

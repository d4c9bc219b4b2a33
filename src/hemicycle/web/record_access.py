"""Who may hear and see what was recorded: the one place where that is said."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from fastapi import Request

from hemicycle.live.house import House
from hemicycle.live.meeting import LiveMeeting
from hemicycle.store.quotes import public_spans
from hemicycle.web.doors import seat_of_cookie
from hemicycle.wire.ids import Key, Phase, Role
from hemicycle.wire.record import Readers


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a recording: the sound of one seat between two times, in ms."""

    seat: Key
    since: int
    until: int


async def may_hear(
    request: Request, house: House, live: LiveMeeting, key: Key | None, part: Part | None = None
) -> bool:
    """Whether whoever asks may have a meeting's recording, or a part of it.

    The chair's seats may have everything, and each seat its own voice. What a published communiqué quotes
    is everybody's. The whole of a meeting that is closed is whose the organiser has opened it to.

    Args:
        request: Who asks.
        house: The meetings.
        live: The meeting.
        key: The seat in whose name they ask; None: in nobody's.
        part: What they ask for; None: the whole.
    """
    slug = live.meeting["slug"]
    if key is not None:
        row = await seat_of_cookie(request, house, slug, key)
        if row is None or row.revoked:
            return False
        if row.role is Role.CHAIR or (part is not None and part.seat == key):
            return True
    opened = live.state.archive if live.state.phase is Phase.CLOSED else None
    if opened is Readers.PUBLIC or (opened is Readers.SEATS and key is not None):
        return True
    if part is None:
        return False
    spans = await asyncio.to_thread(public_spans, house.store, slug, live.state)
    return (part.seat, part.since, part.until) in spans

"""Questions about logs that none has to be read for."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select

from hemicycle.room.erasure import KeepingEnded
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.store.database import Store
from hemicycle.store.tables import facts, meetings
from hemicycle.wire.ids import Milliseconds


def lengths(store: Store, slugs: Collection[str]) -> dict[str, int]:
    """How many facts the logs of some meetings have."""
    last = select(func.max(facts.c.seq)).where(facts.c.meeting_id == meetings.c.id).scalar_subquery()
    query = select(meetings.c.slug, last).where(meetings.c.slug.in_(slugs), last.is_not(None))
    with store.reading() as connection:
        return {slug: int(number) + 1 for slug, number in connection.execute(query)}


def closed_before(store: Store, at: Milliseconds) -> list[str]:
    """The meetings that were closed before that time, and that nothing was decided of since.

    That is: not opened again, and the time of their keeping was not ended. The rules are asked
    afterwards; this spares them the logs of all the others.
    """
    turned = facts.alias()
    turns = [MeetingOpened.type, MeetingClosed.type, KeepingEnded.type]
    last = (
        select(func.max(turned.c.seq))
        .where(turned.c.meeting_id == meetings.c.id, turned.c.type.in_(turns))
        .correlate(meetings)
        .scalar_subquery()
    )
    query = (
        select(meetings.c.slug)
        .where(facts.c.meeting_id == meetings.c.id, facts.c.seq == last)
        .where(facts.c.type == MeetingClosed.type, facts.c.at <= at)
        .order_by(meetings.c.id)
    )
    with store.reading() as connection:
        return [row.slug for row in connection.execute(query)]

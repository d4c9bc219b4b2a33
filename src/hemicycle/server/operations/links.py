"""Replacing a personal link."""

from __future__ import annotations

import asyncio

from hemicycle.live.meeting import now_ms
from hemicycle.server.operation import Answer, Operation, Wanted
from hemicycle.server.premises import Premises
from hemicycle.store.planning import revoke
from hemicycle.wire.ids import Key


class ReplaceLink(Wanted):
    """Make a seat's link invalid and give it another. Whoever is in the meeting by the old one is
    out."""

    slug: Key
    seat: Key


async def _replace(premises: Premises, wanted: ReplaceLink) -> Answer:
    secret = await premises.secret()
    await asyncio.to_thread(revoke, premises.store, secret, wanted.slug, wanted.seat, now_ms())
    await premises.owner.link_replaced(wanted.slug, wanted.seat)
    return Answer()


REPLACE_LINK = Operation("POST", "/meetings/{slug}/seats/{seat}/link", ReplaceLink, Answer, _replace)

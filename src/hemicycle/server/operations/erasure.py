"""Erasing a person."""

from __future__ import annotations

import asyncio

from hemicycle.meeting.faults import shown
from hemicycle.recording.status import is_made
from hemicycle.room.log import verify
from hemicycle.room.refusal import Refusal
from hemicycle.server.operation import Answer, Operation, OperationRefused, Wanted
from hemicycle.server.premises import Premises
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.opening import OpeningRefusal


class EraseSeat(Wanted):
    """Erase whoever has a seat: name, words and recording. The log stays whole, and can be
    verified."""

    slug: Key
    seat: Key


class SeatErased(Answer):
    """The person is erased."""

    counts: dict[str, int]
    """How many lines, quotes, files… had to do with the person, by subject."""
    mentions: list[str]
    """Where a part of the name may still stand."""
    settled: bool
    """Whether the database's file is rid of it, too."""
    composes: bool
    """Whether the video has to be made anew."""


async def _erase(premises: Premises, wanted: EraseSeat) -> SeatErased:
    slug, seat = wanted.slug, wanted.seat
    if broken := verify(await asyncio.to_thread(premises.store.entries, slug)):
        raise OperationRefused(f"The log of {slug} is broken: {broken.sentence}. Nothing was erased.")
    try:
        done = await premises.erasing.erase(slug, seat)
    except OSError as error:
        where = error.filename or premises.composing.paths(slug).directory
        raise OperationRefused(f"{where}: {error.strerror}; nothing of the rows was erased") from error
    match done:
        case Refusal(code=DoorRefusal.NO_SUCH_SEAT):
            raise OperationRefused(
                f"{slug} has no seat {shown(seat)}; hemicycle meeting show {slug} lists them"
            )
        case Refusal(code=OpeningRefusal.MEETING_ALREADY_OPEN):
            raise OperationRefused(f"{slug} is open; close the meeting first")
        case Refusal():
            raise OperationRefused(done.sentence)
        case _:
            paths = premises.composing.paths(slug)
            return SeatErased(
                counts={**done.rows.counts, **done.files},
                mentions=list(done.rows.mentions),
                settled=done.rows.settled,
                composes=paths.index.exists() and not is_made(paths),
            )


ERASE_SEAT = Operation("POST", "/meetings/{slug}/seats/{seat}/erase", EraseSeat, SeatErased, _erase)

"""The API: what other programs may ask, documented at /api/docs."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from hemicycle.room.view import programme
from hemicycle.web.doors import HouseHere
from hemicycle.wire.meeting import Programme

router = APIRouter(prefix="/api", tags=["meetings"])


@router.get("/meetings/{slug}", responses={404: {"description": "There is no meeting of that slug."}})
async def meeting(slug: str, house: HouseHere) -> Programme:
    """The public programme of a meeting: speakers by name, the others as a number by category."""
    live = await house.meeting(slug)
    if live is None:
        raise HTTPException(404, f'There is no meeting "{slug}".')
    return programme(live.meeting, live.state)

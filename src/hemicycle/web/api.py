"""The API: what other programs may ask, documented at /api/docs."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from hemicycle.room.view import programme
from hemicycle.web.doors import OwnerHere
from hemicycle.wire.meeting import Programme

router = APIRouter(prefix="/api", tags=["meetings"])


@router.get("/meetings/{slug}", responses={404: {"description": "There is no meeting of that slug."}})
async def meeting(slug: str, owner: OwnerHere) -> Programme:
    """The public programme of a meeting: speakers by name, the others as a number by category."""
    standing = await owner.look(slug)
    if standing is None:
        raise HTTPException(404, f'There is no meeting "{slug}".')
    return programme(standing.meeting, standing.state)

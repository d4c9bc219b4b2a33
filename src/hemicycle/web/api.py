"""The API: what other programs may ask, documented at /api/docs."""

from __future__ import annotations

from fastapi import APIRouter

from hemicycle.room.view import programme
from hemicycle.web.identity import StandingHere
from hemicycle.wire.meeting import Programme

router = APIRouter(prefix="/api", tags=["meetings"])


@router.get("/meetings/{slug}", responses={404: {"description": "There is no meeting of that slug."}})
async def meeting(standing: StandingHere) -> Programme:
    """The public programme of a meeting: speakers by name, the others as a number by category."""
    return programme(standing.meeting, standing.state)

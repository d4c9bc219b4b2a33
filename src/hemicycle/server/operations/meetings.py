"""Planning a meeting."""

from __future__ import annotations

import asyncio
from collections import Counter

from pydantic import Base64Bytes

from hemicycle.live.meeting import now_ms
from hemicycle.meeting import Document, Faults, Plan, plan
from hemicycle.room.operator import OperatorActed
from hemicycle.server.operation import Answer, Operation, OperationRefused, Wanted
from hemicycle.server.premises import Premises
from hemicycle.store import SlugTaken
from hemicycle.store.planning import add
from hemicycle.wire.ids import Key, Role


class File(Wanted):
    """A file that somebody gives."""

    name: str
    content: Base64Bytes


class AddMeeting(Wanted):
    """Plan a meeting from its programme and invitations: all of it is stored, or nothing."""

    programme: File
    invitations: File | None = None


class MeetingAdded(Answer):
    """The meeting is planned."""

    slug: Key
    title: str
    seats: dict[Role, int]
    """How many there are of each role."""


def planned_of(wanted: AddMeeting) -> Plan:
    """What the files plan.

    Raises:
        OperationRefused: they have faults; a sentence each.
    """
    documents = [Document(each.name, each.content) for each in (wanted.programme, wanted.invitations) if each]
    planned = plan(*documents)
    if isinstance(planned, Faults):
        raise OperationRefused(*(str(fault) for fault in planned.faults))
    return planned


async def _add(premises: Premises, wanted: AddMeeting) -> MeetingAdded:
    planned = await asyncio.to_thread(planned_of, wanted)
    meeting, secret = planned.meeting, await premises.secret()
    acted = OperatorActed("meeting.add")
    try:
        await asyncio.to_thread(add, premises.store, secret, meeting, now_ms(), planned.mails, [acted])
    except SlugTaken as error:
        raise OperationRefused(f'{wanted.programme.name}: "slug": {error}; choose another') from error
    return MeetingAdded(
        slug=meeting["slug"],
        title=meeting["title"],
        seats=dict(Counter(seat["role"] for seat in meeting["seats"].values())),
    )


ADD_MEETING = Operation("POST", "/meetings", AddMeeting, MeetingAdded, _add, check=planned_of)

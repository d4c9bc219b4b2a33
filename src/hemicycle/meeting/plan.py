"""Makes a meeting with its seats from the programme and the invitations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hemicycle.meeting.faults import Fault, FaultList, shown
from hemicycle.meeting.invitations import Invitation, read_invitations
from hemicycle.meeting.programme import Programme, read_programme
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.views import Meeting, Seat

MOST_SEATS = 2000
"""The most seats of one meeting."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read: its name, as faults give it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """A meeting that can be held."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Faults:
    """Everything that is wrong in the files, the programme's first. Never empty."""

    faults: tuple[Fault, ...]


def plan(programme: Document, invitations: Document | None = None) -> Plan | Faults:
    """The meeting that the files plan, or all that is wrong in them.

    The seats are the persons of the programme with their own keys, a chair if the programme names
    none, and the invited seats, whose keys are their category's and a running number: `diplomatic-1`.
    Those with a precedence sit first, in its order; then the chair that was made, the other persons
    and the invited, as the files name them.
    """
    programme_faults = FaultList(programme.name)
    read, categories = read_programme(programme.content, programme_faults)
    faults = programme_faults.faults
    invited: Sequence[Invitation] | None = ()
    if invitations is not None:
        invitation_faults = FaultList(invitations.name)
        invited = read_invitations(invitations.content, categories, invitation_faults)
        if invited is not None and read is not None:
            total = sum(invitation.seats for invitation in invited) + len(read.persons) + 1
            if total > MOST_SEATS:
                invitation_faults.add(
                    "",
                    f"makes {total:,} seats, the programme's included",
                    f"a meeting has at most {MOST_SEATS:,}",
                )
        faults += invitation_faults.faults
    if read is None or invited is None or faults:
        return Faults(tuple(faults))
    seats = _seats(read, invited, programme_faults)
    if programme_faults.faults:
        return Faults(tuple(programme_faults.faults))
    return Plan(
        Meeting(
            slug=read.slug,
            title=read.title,
            organiser=read.organiser,
            city=read.city,
            starts=read.starts,
            timezone=read.timezone,
            minutes=read.minutes,
            languages=read.languages,
            on_record=read.on_record,
            categories=read.categories,
            items=read.items,
            seats=seats,
        )
    )


def _seats(programme: Programme, invitations: Sequence[Invitation], faults: FaultList) -> dict[Key, Seat]:
    invited: dict[Key, Seat] = {}
    numbers: Counter[Key] = Counter()
    for invitation in invitations:
        for _ in range(invitation.seats):
            numbers[invitation.category] += 1
            invited[f"{invitation.category}-{numbers[invitation.category]}"] = Seat(
                # Nobody's name is known yet: the nameplate says in what capacity somebody sits there.
                name=invitation.name or invitation.title,
                title=invitation.title,
                organisation=invitation.organisation,
                role=Role.PARTICIPANT,
                language=invitation.language,
                category=invitation.category,
            )
    for place, key in enumerate(programme.persons, 1):
        if key in invited:
            faults.add(
                f'[[person]] {place}, "key"', f"{shown(key)} is an invited seat's key", "choose another"
            )
    planned = {**_chair(programme, invited), **programme.persons, **invited}
    after = 1 + max((seat.get("precedence", 0) for seat in planned.values()), default=0)
    return dict(sorted(planned.items(), key=lambda seat: seat[1].get("precedence", after)))


def _chair(programme: Programme, invited: dict[Key, Seat]) -> dict[Key, Seat]:
    if any(seat["role"] is Role.CHAIR for seat in programme.persons.values()):
        return {}
    key, number = "chair", 1
    while key in programme.persons or key in invited:
        number += 1
        key = f"chair-{number}"
    chair = Seat(
        name="Chair",
        title="Chair",
        organisation=programme.organiser,
        role=Role.CHAIR,
        language=programme.languages[0],
    )
    return {key: chair}

"""Makes a meeting with its seats from the programme and the invitations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hemicycle.meeting.faults import Fault, FaultList, shown
from hemicycle.meeting.invitations import Invitation, read_invitations
from hemicycle.meeting.programme import Programme, read_programme
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.meeting import Meeting, Seat

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
    mails: Mapping[Key, str] = field(default_factory=dict)
    """Mail addresses by seat, where they are known. No view holds them."""


@dataclass(frozen=True, slots=True)
class Faults:
    """Everything that is wrong in the files, the programme's first. Never empty."""

    faults: tuple[Fault, ...]


def plan(programme: Document, invitations: Document | None = None) -> Plan | Faults:
    """The meeting that the files plan, or all that is wrong in them.

    The seats are the persons of the programme with their own keys, a chair if the programme names
    none, and the invited seats, whose keys are their category's (or, without one, their role's) and
    a running number: `diplomatic-1`, `interpreter-1`.
    Those with a precedence sit first, in its order; then the chair that was made, the other persons
    and the invited, as the files name them.
    """
    programme_faults = FaultList(programme.name)
    read, known = read_programme(programme.content, programme_faults)
    faults = programme_faults.faults
    invited: Sequence[Invitation] | None = ()
    if invitations is not None:
        invitation_faults = FaultList(invitations.name)
        invited = read_invitations(invitations.content, known, invitation_faults)
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
    mails = dict(read.mails)
    seats = _seats(read, invited, mails, programme_faults)
    if programme_faults.faults:
        return Faults(tuple(programme_faults.faults))
    return Plan({**read.announced, "seats": seats}, mails)


def _seats(
    programme: Programme, invitations: Sequence[Invitation], mails: dict[Key, str], faults: FaultList
) -> dict[Key, Seat]:
    invited: dict[Key, Seat] = {}
    numbers: Counter[Key] = Counter()
    for invitation in invitations:
        for _ in range(invitation.seats):
            numbers[invitation.prefix] += 1
            key = f"{invitation.prefix}-{numbers[invitation.prefix]}"
            invited[key] = _invited(invitation)
            if invitation.mail is not None:
                mails[key] = invitation.mail
    for place, key in enumerate(programme.persons, 1):
        if key in invited:
            faults.add(
                f'[[person]] {place}, "key"', f"{shown(key)} is an invited seat's key", "choose another"
            )
    planned = {**_chair(programme, invited), **programme.persons, **invited}
    after = 1 + max((seat.get("precedence", 0) for seat in planned.values()), default=0)
    return dict(sorted(planned.items(), key=lambda seat: seat[1].get("precedence", after)))


def _invited(invitation: Invitation) -> Seat:
    seat = Seat(
        # Nobody's name is known yet: the nameplate says in what capacity somebody sits there.
        name=invitation.name or invitation.title,
        title=invitation.title,
        organisation=invitation.organisation,
        role=invitation.role,
        language=invitation.language,
    )
    if invitation.category is not None:
        seat["category"] = invitation.category
    if invitation.role is Role.INTERPRETER:
        seat["into"], seat["out_of"] = invitation.into, invitation.out_of
    return seat


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
        organisation=programme.announced["organiser"],
        role=Role.CHAIR,
        language=programme.announced["languages"][0],
    )
    return {key: chair}

"""Puts a planned meeting into the store, and reads its personal links out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from hemicycle.room.booths import BoothsPlanned
from hemicycle.room.languages import LanguagesPlanned
from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingPlanned
from hemicycle.room.record import RecordStopped
from hemicycle.room.state import PlannedSeat
from hemicycle.room.subjects import Fact
from hemicycle.store.database import Store
from hemicycle.store.errors import NoSuchMeeting, NoSuchSeat, SecretUnusable
from hemicycle.store.tokens import token, token_hash
from hemicycle.wire.ids import Key, Milliseconds
from hemicycle.wire.meeting import Meeting, Seat


@dataclass(frozen=True, slots=True)
class SeatLink:
    """The personal link of a seat."""

    key: Key
    seat: Seat
    path: str
    """`/s/TOKEN`, to be put after the public URL. Whoever has it has the seat."""


def planned(meeting: Meeting) -> list[Fact]:
    """The facts that a meeting's log begins with."""
    seats = meeting["seats"]
    interpreters = {key: tuple(seat["into"]) for key, seat in seats.items() if "into" in seat}
    into = {language for booths in interpreters.values() for language in booths}
    return [
        MeetingPlanned(
            seats={key: PlannedSeat(seat["role"], seat.get("category")) for key, seat in seats.items()},
            items=tuple(item["key"] for item in meeting["items"]),
        ),
        LanguagesPlanned({key: seat["language"] for key, seat in seats.items()}),
        *(
            [BoothsPlanned(tuple(each for each in meeting["languages"] if each in into), interpreters)]
            if into
            else []
        ),
        *([] if meeting["on_record"] else [RecordStopped()]),
    ]


def add(
    store: Store,
    secret: bytes,
    meeting: Meeting,
    at: Milliseconds,
    mails: Mapping[Key, str] = MappingProxyType({}),
    also: Sequence[Fact] = (),
) -> None:
    """Store a meeting with its seats, a link for each, and the first facts of its log: all or
    nothing.

    Args:
        store: where.
        secret: what the links' tokens are made with.
        meeting: the meeting as planned.
        at: now, in ms.
        mails: the mail addresses that are known, by seat.
        also: facts that the log begins with, after those that say what is planned.

    Raises:
        SlugTaken: and nothing is stored.
    """
    hashes = {key: token_hash(token(secret, meeting["slug"], key, 0)) for key in meeting["seats"]}
    store.add_meeting(meeting, hashes, chain([*planned(meeting), *also], at, None), mails)


def seat_links(store: Store, secret: bytes, slug: str) -> list[SeatLink]:
    """The valid link of each seat, in the order of the seats.

    Raises:
        NoSuchMeeting: there is none of that slug.
        SecretUnusable: the links were made with another secret, so they can't be made again.
    """
    meeting = store.meeting(slug)
    if meeting is None:
        raise NoSuchMeeting(f'there is no meeting "{slug}"')
    found: list[SeatLink] = []
    for row in store.links(slug):
        made = token(secret, slug, row.key, row.generation)
        if token_hash(made) != row.token_hash:
            raise SecretUnusable(
                f'the links of "{slug}" were made with another secret than the one in this data directory: '
                "give the directory that the meeting was added with"
            )
        found.append(SeatLink(row.key, meeting["seats"][row.key], f"/s/{made}"))
    return found


def revoke(store: Store, secret: bytes, slug: str, key: str, at: Milliseconds) -> None:
    """Make a seat's link invalid and give it the next one.

    Raises:
        NoSuchMeeting: there is none of that slug.
        NoSuchSeat: it has no seat of that key.
    """
    generation = next((row.generation for row in store.links(slug) if row.key == key), None)
    if generation is None:
        raise NoSuchSeat(f'the meeting "{slug}" has no seat "{key}"')
    after = generation + 1
    store.replace_link(slug, key, after, token_hash(token(secret, slug, key, after)), at)

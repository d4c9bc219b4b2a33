"""Takes a person's name and words out of the rows, in the transaction of the fact that says so.

Each subject takes out its own (`ROWS`). An erasure that was begun is kept in a row of `erasures`
until everything of it is done, so that whoever owns the database next goes on with one that was cut
short.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, insert, select, text, update

from hemicycle.room.floor import FloorGiven
from hemicycle.room.stage import PictureShown
from hemicycle.store.checks import erase_checks
from hemicycle.store.communiques import erase_in_communiques
from hemicycle.store.database import Store, meeting_id_of
from hemicycle.store.errors import NoSuchSeat
from hemicycle.store.lines import erase_lines
from hemicycle.store.quotes import erase_quotes
from hemicycle.store.rows import ERASED, Person
from hemicycle.store.tables import (
    checks,
    communiques,
    erasures,
    facts,
    glossaries,
    line_versions,
    links,
    meetings,
    quote_answers,
    quotes,
    seats,
    speeches,
)
from hemicycle.store.texts import erase_speeches
from hemicycle.wire.ids import Key, Milliseconds, Role

RowEraser = Callable[[Connection, Person], int]
"""Takes one subject's rows of a person out, and returns how many; running it again changes
nothing."""

ROWS: Mapping[str, RowEraser] = MappingProxyType(
    {
        "lines": erase_lines,
        # Before the quotes: it finds them by whose they are.
        "communiques": erase_in_communiques,
        "quotes": erase_quotes,
        "speeches": erase_speeches,
        "checks": erase_checks,
    }
)

_NAMED = (Role.CHAIR, Role.SPEAKER)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was taken out of the rows, and what a person has to look at."""

    counts: Mapping[str, int]
    """By subject, as in `ROWS`."""
    mentions: tuple[str, ...]
    """Where a part of the name still stands: a line of somebody else, an agenda item, a
    communiqué."""
    settled: bool
    """Whether the database's file is rid of it, too; False: it was busy, and is once all have
    closed it."""


def begin_erasure(store: Store, slug: str, key: Key) -> None:
    """Note that a seat is being erased, before anything is. Beginning again is no fault.

    Raises:
        NoSuchMeeting: there is none of that slug.
        NoSuchSeat: it has no seat of that key.
    """
    with store.writing() as connection:
        meeting_id = meeting_id_of(connection, slug)
        _name_of(connection, meeting_id, key)
        its = (erasures.c.meeting_id == meeting_id) & (erasures.c.key == key)
        connection.execute(delete(erasures).where(its))
        connection.execute(insert(erasures).values(meeting_id=meeting_id, key=key))


def begun_erasures(store: Store) -> list[tuple[Key, Key, bool]]:
    """The erasures that are not finished: the meeting, the seat, and whether its rows are erased
    already."""
    query = select(meetings.c.slug, erasures.c.key, erasures.c.found).join(
        meetings, meetings.c.id == erasures.c.meeting_id
    )
    with store.reading() as connection:
        return [(slug, key, found is not None) for slug, key, found in connection.execute(query)]


def erase_rows(connection: Connection, meeting_id: int, key: Key, at: Milliseconds) -> None:
    """Erase whoever had a seat from the rows. The seat stays, with its role and category, for the
    counts.

    Args:
        connection: in the transaction of the fact that says so.
        meeting_id: the meeting.
        key: the seat.
        at: now, in ms: the seat's link is not valid any more from then on.

    Raises:
        NoSuchSeat: it has no seat of that key.
    """
    _delete_for_good(connection)
    person = Person(meeting_id, key, _name_of(connection, meeting_id, key))
    counts = {subject: erase(connection, person) for subject, erase in ROWS.items()}
    its = (seats.c.meeting_id == meeting_id) & (seats.c.key == key)
    connection.execute(update(seats).where(its).values(name=ERASED, title="", organisation="", mail=None))
    connection.execute(
        update(links)
        .where(links.c.meeting_id == meeting_id, links.c.key == key, links.c.revoked_at.is_(None))
        .values(revoked_at=at)
    )
    found = {"counts": counts, "mentions": _mentions(connection, meeting_id, person.name)}
    connection.execute(
        update(erasures).where(erasures.c.meeting_id == meeting_id, erasures.c.key == key).values(found=found)
    )


def is_shown(store: Store, slug: str, key: Key) -> bool:
    """Whether a meeting's video has a seat's name on it, or its words under it, also when they are
    erased.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.reading() as connection:
        meeting_id = meeting_id_of(connection, slug)
        said = select(line_versions.c.line).where(
            line_versions.c.meeting_id == meeting_id, line_versions.c.seat == key
        )
        if connection.execute(said.limit(1)).first() is not None:
            return True
        seen = select(facts.c.data).where(
            facts.c.meeting_id == meeting_id, facts.c.type.in_([FloorGiven.type, PictureShown.type])
        )
        return any(json.loads(row.data)["seat"] == key for row in connection.execute(seen))


def finish_erasure(store: Store, slug: str, key: Key) -> Erased:
    """Forget that a seat was being erased, as everything of it is done, and say what was found.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.writing() as connection:
        meeting_id = meeting_id_of(connection, slug)
        its = (erasures.c.meeting_id == meeting_id) & (erasures.c.key == key)
        found = connection.execute(select(erasures.c.found).where(its)).scalar_one()
        connection.execute(delete(erasures).where(its))
    return Erased(found["counts"], tuple(found["mentions"]), store.settle())


def forget_guests(connection: Connection, meeting_id: int) -> None:
    """Take out what is personal of a meeting's guests when the time of keeping is over.

    The mail addresses of all seats go, the names of those who neither presided nor spoke, every
    check result and every speech text. Organisations and categories stay: they are what the
    attendance is counted by.

    Args:
        connection: in the transaction of the fact that says so.
        meeting_id: the meeting.
    """
    _delete_for_good(connection)
    given = select(facts.c.data).where(facts.c.meeting_id == meeting_id, facts.c.type == FloorGiven.type)
    spoke = {json.loads(row.data)["seat"] for row in connection.execute(given)}
    of_meeting = seats.c.meeting_id == meeting_id
    connection.execute(update(seats).where(of_meeting).values(mail=None))
    unknown = seats.c.key.not_in(spoke) & seats.c.role.not_in(_NAMED)
    connection.execute(update(seats).where(of_meeting, unknown).values(name=ERASED, title=""))
    connection.execute(delete(checks).where(checks.c.meeting_id == meeting_id))
    connection.execute(delete(speeches).where(speeches.c.meeting_id == meeting_id))


def _name_of(connection: Connection, meeting_id: int, key: Key) -> str:
    its = (seats.c.meeting_id == meeting_id) & (seats.c.key == key)
    name = connection.execute(select(seats.c.name).where(its)).scalar_one_or_none()
    if name is None:
        raise NoSuchSeat(f'the meeting has no seat "{key}"')
    return str(name)


def _delete_for_good(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        # Otherwise what was deleted stays in the file's free pages until something is written
        # there.
        connection.execute(text("PRAGMA secure_delete = ON"))


def _mentions(connection: Connection, meeting_id: int, name: str) -> list[str]:
    if name == ERASED:
        return []
    # The last word is the surname in most names that are written in Latin or Cyrillic letters; in a
    # Korean name it is the given name. Both, and each long word of the name, are looked for.
    words = {word.casefold() for word in name.split() if len(word) > 3} | {name.casefold()}
    return [
        place
        for place, text in _texts(connection, meeting_id)
        if any(word in text.casefold() for word in words)
    ]


def _texts(connection: Connection, meeting_id: int) -> Iterator[tuple[str, str]]:
    """Everything that people wrote or said in a meeting, and where it stands."""

    def all_of(table: Table, *order: ColumnElement[Any]) -> Iterator[Row[Any]]:
        query = select(table).where(table.c.meeting_id == meeting_id).order_by(*order)
        yield from connection.execute(query).all()

    plan = connection.execute(select(meetings.c.plan).where(meetings.c.id == meeting_id)).scalar_one()
    yield "the title", plan["title"]
    for item in plan["items"]:
        yield f"agenda item {item['key']}", item["title"]
    for row in all_of(line_versions, line_versions.c.line, line_versions.c.version):
        yield f"line {row.line}, version {row.version}", "\n".join([row.text, *row.translations.values()])
    for row in all_of(quotes, quotes.c.id):
        yield f"quote {row.id}", "\n".join([row.said, *row.translations.values()])
    for row in all_of(quote_answers, quote_answers.c.quote, quote_answers.c.id):
        yield f"answer {row.id} to quote {row.quote}", f"{row.text}\n{row.remark}"
    for row in all_of(communiques, communiques.c.language, communiques.c.version):
        yield f"communiqué {row.language}, version {row.version}", f"{row.headline}\n{row.text}"
    for row in all_of(speeches, speeches.c.key, speeches.c.version):
        yield f"speech text of {row.key}, version {row.version}", row.text or ""
    for row in all_of(glossaries, glossaries.c.version):
        yield f"glossary, version {row.version}", json.dumps(row.rows, ensure_ascii=False)

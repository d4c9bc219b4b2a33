"""Keeps what the booths read: the speakers' texts, and the glossary. The newest versions of
each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from hemicycle.store.database import Store, locked_meeting_id, meeting_id_of, next_number
from hemicycle.store.errors import NoSuchSeat
from hemicycle.store.rows import Person
from hemicycle.store.tables import glossaries, meetings, seats, speeches
from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.texts import Glossary, Speech

KEPT_VERSIONS = 20
"""How many versions of a text, or of the glossary, are kept: the newest."""

_GIVEN = ("version", "at", "language", "name", "text", "embargo", "check")

NO_GLOSSARY = Glossary(version=0, languages=[], rows=[])


@dataclass(frozen=True, slots=True)
class TextVersions:
    """What there is for the booths of one meeting to read."""

    speeches: Mapping[Key, int]
    """The version of each seat's text, in the order of the seats."""
    glossary: int
    """0: there is none."""


def keep_speech(
    store: Store,
    slug: str,
    seat: Key,
    *,
    language: Language,
    name: str,
    text: str,
    embargo: bool,
    check: bool,
    at: Milliseconds,
    by: Key | None,
) -> Speech:
    """Store a text, in place of the one that the seat had.

    Args:
        store: where.
        slug: the meeting.
        seat: whose words they are.
        language: theirs.
        name: the file that they came in; empty: none.
        text: the words.
        embargo: whether they may not be passed on before they have been delivered.
        check: whether they have to be checked against delivery.
        at: now, in ms.
        by: the seat that gave them; None: the command line.

    Raises:
        NoSuchMeeting: there is none of that slug.
        NoSuchSeat: it has no seat of that key.
    """
    row = {"at": at, "language": language, "name": name, "text": text, "embargo": embargo, "check": check}
    with store.writing() as connection:
        version = _add_version(connection, slug, seat, {**row, "by": by})
    return Speech.model_validate({**row, "seat": seat, "version": version})


def remove_speech(store: Store, slug: str, seat: Key, *, at: Milliseconds, by: Key | None) -> bool:
    """Take a seat's text back. Returns whether there was one.

    Raises:
        NoSuchMeeting: there is none of that slug.
        NoSuchSeat: it has no seat of that key.
    """
    with store.writing() as connection:
        if _newest(connection, meeting_id_of(connection, slug), seat) is None:
            return False
        row = {"at": at, "by": by, "language": "und", "name": "", "embargo": False, "check": False}
        _add_version(connection, slug, seat, row)
        return True


def speeches_of(store: Store, slug: str) -> list[Speech]:
    """The text of each seat that has given one, in the order of the seats.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.reading() as connection:
        meeting_id = meeting_id_of(connection, slug)
        query = (
            select(speeches.c.key.label("seat"), *(speeches.c[name] for name in _GIVEN))
            .join(seats, (seats.c.meeting_id == speeches.c.meeting_id) & (seats.c.key == speeches.c.key))
            .where(speeches.c.meeting_id == meeting_id, _is_newest(), speeches.c.text.is_not(None))
            .order_by(seats.c.position)
        )
        return [Speech.model_validate(dict(row)) for row in connection.execute(query).mappings()]


def erase_speeches(connection: Connection, person: Person) -> int:
    """Delete every version of a person's text. Returns how many there were."""
    its = (speeches.c.meeting_id == person.meeting_id) & (speeches.c.key == person.key)
    return connection.execute(delete(speeches).where(its)).rowcount


def keep_glossary(
    store: Store,
    slug: str,
    languages: Sequence[Language],
    rows: Sequence[Mapping[Language, str]],
    *,
    at: Milliseconds,
    by: Key | None,
) -> Glossary:
    """Store a glossary, in place of the one that the meeting had.

    Args:
        store: where.
        slug: the meeting.
        languages: in the order of its columns.
        rows: its terms, by language.
        at: now, in ms.
        by: the seat that gave it; None: the command line.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.writing() as connection:
        meeting_id = locked_meeting_id(connection, slug)
        mine = glossaries.c.meeting_id == meeting_id
        version = next_number(connection, glossaries.c.version, mine)
        whole = Glossary(version=version, languages=list(languages), rows=[dict(row) for row in rows])
        values = {"version": version, "at": at, "by": by, "languages": whole.languages, "rows": whole.rows}
        connection.execute(insert(glossaries).values(meeting_id=meeting_id, **values))
        connection.execute(delete(glossaries).where(mine, glossaries.c.version <= version - KEPT_VERSIONS))
    return whole


def glossary_of(store: Store, slug: str) -> Glossary:
    """The meeting's glossary; version 0, and empty, where there is none.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.reading() as connection:
        query = (
            select(glossaries.c.version, glossaries.c.languages, glossaries.c.rows)
            .where(glossaries.c.meeting_id == meeting_id_of(connection, slug))
            .order_by(glossaries.c.version.desc())
            .limit(1)
        )
        found = connection.execute(query).mappings().one_or_none()
    return NO_GLOSSARY if found is None else Glossary.model_validate(dict(found))


def text_versions(store: Store, slugs: Collection[str]) -> dict[str, TextVersions]:
    """What there is to read in each of some meetings."""
    texts = (
        select(meetings.c.slug, speeches.c.key, speeches.c.version)
        .join(meetings, meetings.c.id == speeches.c.meeting_id)
        .join(seats, (seats.c.meeting_id == speeches.c.meeting_id) & (seats.c.key == speeches.c.key))
        .where(meetings.c.slug.in_(slugs), _is_newest(), speeches.c.text.is_not(None))
        .order_by(seats.c.position)
    )
    terms = (
        select(meetings.c.slug, func.max(glossaries.c.version).label("version"))
        .join(meetings, meetings.c.id == glossaries.c.meeting_id)
        .where(meetings.c.slug.in_(slugs))
        .group_by(meetings.c.slug)
    )
    versions: dict[str, dict[Key, int]] = {slug: {} for slug in slugs}
    with store.reading() as connection:
        for slug, key, version in connection.execute(texts):
            versions[slug][key] = version
        glossary = {row.slug: row.version for row in connection.execute(terms)}
    return {slug: TextVersions(versions[slug], glossary.get(slug, 0)) for slug in slugs}


def _add_version(connection: Connection, slug: str, seat: Key, row: Mapping[str, object]) -> int:
    meeting_id = locked_meeting_id(connection, slug)
    known = (seats.c.meeting_id == meeting_id) & (seats.c.key == seat)
    if connection.execute(select(seats.c.key).where(known)).one_or_none() is None:
        raise NoSuchSeat(f'the meeting "{slug}" has no seat "{seat}"')
    its = (speeches.c.meeting_id == meeting_id) & (speeches.c.key == seat)
    version = next_number(connection, speeches.c.version, its)
    connection.execute(insert(speeches).values(meeting_id=meeting_id, key=seat, version=version, **row))
    connection.execute(delete(speeches).where(its, speeches.c.version <= version - KEPT_VERSIONS))
    return version


def _newest(connection: Connection, meeting_id: int, seat: Key) -> str | None:
    """The text that a seat has now."""
    query = (
        select(speeches.c.text)
        .where(speeches.c.meeting_id == meeting_id, speeches.c.key == seat)
        .order_by(speeches.c.version.desc())
        .limit(1)
    )
    return connection.execute(query).scalar_one_or_none()


def _is_newest() -> ColumnElement[bool]:
    later = speeches.alias()
    same = (later.c.meeting_id == speeches.c.meeting_id) & (later.c.key == speeches.c.key)
    return speeches.c.version == select(func.max(later.c.version)).where(same).scalar_subquery()

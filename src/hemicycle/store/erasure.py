"""Takes a person's name and words out of the rows, with the fact that says so: all or nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, delete, select, text, update

from hemicycle.room.log import Entry
from hemicycle.store.database import Store, append_within, meeting_id_of
from hemicycle.store.errors import NoSuchSeat
from hemicycle.store.search import forget_deleted, index_line
from hemicycle.store.tables import (
    checks,
    communiques,
    line_versions,
    links,
    quote_answers,
    quotes,
    seats,
    speeches,
)
from hemicycle.wire.ids import Key, Milliseconds

ERASED = "—"
"""What stands in the place of a name."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was taken out, and what a person has to look at."""

    lines: int
    quotes: int
    speeches: int
    checks: int
    mentions: tuple[str, ...]
    """Where others wrote the name down: a line of somebody else, a version of a communiqué."""


def erase_seat(store: Store, slug: str, key: Key, entries: Sequence[Entry], at: Milliseconds) -> Erasure:
    """Erase whoever had a seat.

    Args:
        store: where.
        slug: the meeting.
        key: the seat. It stays, with its role and category, so that the counts stay right.
        entries: the facts that say so, to be stored in the same transaction.
        at: now, in ms: the seat's link is not valid any more from then on.

    Raises:
        NoSuchMeeting: there is none of that slug.
        NoSuchSeat: it has no seat of that key.
        LogConflict: another process has written to the log meanwhile; nothing was erased.
    """
    with store.writing() as connection:
        _delete_for_good(connection)
        meeting_id = meeting_id_of(connection, slug)
        seat = connection.execute(
            select(seats.c.name).where(seats.c.meeting_id == meeting_id, seats.c.key == key)
        ).one_or_none()
        if seat is None:
            raise NoSuchSeat(f'the meeting "{slug}" has no seat "{key}"')
        append_within(connection, meeting_id, entries)
        connection.execute(
            update(seats)
            .where(seats.c.meeting_id == meeting_id, seats.c.key == key)
            .values(name=ERASED, title="", organisation="", mail=None)
        )
        connection.execute(
            update(links)
            .where(links.c.meeting_id == meeting_id, links.c.key == key, links.c.revoked_at.is_(None))
            .values(revoked_at=at)
        )
        spoken = [int(row.line) for row in connection.execute(_lines_of(meeting_id, key))]
        connection.execute(
            update(line_versions)
            .where(line_versions.c.meeting_id == meeting_id, line_versions.c.line.in_(spoken))
            .values(text="", translations={})
        )
        for line in spoken:
            index_line(connection, meeting_id, line)
        forget_deleted(connection)
        answers = select(quotes.c.id).where(quotes.c.meeting_id == meeting_id, quotes.c.seat == key)
        connection.execute(
            update(quote_answers)
            .where(quote_answers.c.meeting_id == meeting_id, quote_answers.c.quote.in_(answers))
            .values(text="", remark="")
        )
        quoted = connection.execute(
            update(quotes)
            .where(quotes.c.meeting_id == meeting_id, quotes.c.seat == key)
            .values(said="", parts=[], spans=[], translations={}, mail_fault=None)
        )
        given = connection.execute(
            delete(speeches).where(speeches.c.meeting_id == meeting_id, speeches.c.key == key)
        )
        checked = connection.execute(
            delete(checks).where(checks.c.meeting_id == meeting_id, checks.c.key == key)
        )
        return Erasure(
            len(spoken),
            quoted.rowcount,
            given.rowcount,
            checked.rowcount,
            _mentions(connection, meeting_id, seat.name),
        )


def forget_guests(store: Store, slug: str, known: Collection[Key], entries: Sequence[Entry]) -> None:
    """Take out what is personal of a meeting's guests when the time of keeping is over.

    The names and mail addresses of all seats but those `known`, every check result and every speech text go.
    Organisations and categories stay: they are what the attendance is counted by.

    Args:
        store: where.
        slug: the meeting.
        known: seats whose names are of the record: those who spoke.
        entries: the facts that say so, to be stored in the same transaction.

    Raises:
        NoSuchMeeting: there is none of that slug.
        LogConflict: another process has written to the log meanwhile; nothing was taken out.
    """
    with store.writing() as connection:
        _delete_for_good(connection)
        meeting_id = meeting_id_of(connection, slug)
        append_within(connection, meeting_id, entries)
        connection.execute(update(seats).where(seats.c.meeting_id == meeting_id).values(mail=None))
        connection.execute(
            update(seats)
            .where(seats.c.meeting_id == meeting_id, seats.c.key.not_in(known))
            .values(name=ERASED, title="")
        )
        connection.execute(delete(checks).where(checks.c.meeting_id == meeting_id))
        connection.execute(delete(speeches).where(speeches.c.meeting_id == meeting_id))


def _delete_for_good(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        # Otherwise what was deleted stays in the file's free pages until something is written there.
        connection.execute(text("PRAGMA secure_delete = ON"))


def _lines_of(meeting_id: int, key: Key) -> Select[tuple[int]]:
    """Lines of which any version was thought to be of that seat."""
    return (
        select(line_versions.c.line)
        .where(line_versions.c.meeting_id == meeting_id, line_versions.c.seat == key)
        .distinct()
    )


def _mentions(connection: Connection, meeting_id: int, name: str) -> tuple[str, ...]:
    # The last word is the surname in most names that are written in Latin or Cyrillic letters; in a
    # Korean name it is the given name. Both, and each long word of the name, are looked for.
    words = {word.casefold() for word in name.split() if len(word) > 3} | {name.casefold()}
    said = connection.execute(
        select(line_versions.c.line, line_versions.c.version, line_versions.c.text)
        .where(line_versions.c.meeting_id == meeting_id)
        .order_by(line_versions.c.line, line_versions.c.version)
    )
    written = connection.execute(
        select(communiques.c.language, communiques.c.version, communiques.c.headline, communiques.c.text)
        .where(communiques.c.meeting_id == meeting_id)
        .order_by(communiques.c.language, communiques.c.version)
    )
    texts = [
        *((f"line {row.line}, version {row.version}", row.text) for row in said),
        *(
            (f"communiqué {row.language}, version {row.version}", f"{row.headline}\n{row.text}")
            for row in written
        ),
    ]
    return tuple(place for place, text in texts if any(word in text.casefold() for word in words))

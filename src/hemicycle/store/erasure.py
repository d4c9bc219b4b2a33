"""Takes a person's name and words out of the rows, with the fact that says so: all or nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, delete, select, text, update

from hemicycle.room.log import Entry
from hemicycle.store.database import Store, append_within, meeting_id_of
from hemicycle.store.errors import NoSuchSeat
from hemicycle.store.search import forget_deleted, index_line
from hemicycle.store.tables import (
    checks,
    communiques,
    glossaries,
    line_versions,
    links,
    meetings,
    quote_answers,
    quotes,
    seats,
    speeches,
)
from hemicycle.wire.ids import Key, Milliseconds
from hemicycle.wire.quotes import MARK

ERASED = "—"
"""What stands in the place of a name."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was taken out, and what a person has to look at."""

    lines: int
    quotes: int
    communiques: int
    """Versions of communiqués in which a quote or the name stood."""
    speeches: int
    checks: int
    mentions: tuple[str, ...]
    """Where a part of the name still stands: a line of somebody else, an agenda item, a communiqué."""
    settled: bool
    """Whether the database's file is rid of it, too; False: it was busy, and is once all have closed it."""


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
        own = select(quotes.c.id).where(quotes.c.meeting_id == meeting_id, quotes.c.seat == key)
        numbers = [int(row.id) for row in connection.execute(own)]
        printed = _take_out_of_communiques(connection, meeting_id, seat.name, numbers)
        connection.execute(
            update(quote_answers)
            .where(quote_answers.c.meeting_id == meeting_id, quote_answers.c.quote.in_(numbers))
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
            delete(checks).where(
                # Who tried out their devices without their own link gave a name.
                checks.c.meeting_id == meeting_id,
                (checks.c.key == key) | (checks.c.name == seat.name),
            )
        )
        mentions = _mentions(connection, meeting_id, seat.name)
    return Erasure(
        len(spoken),
        quoted.rowcount,
        printed,
        given.rowcount,
        checked.rowcount,
        mentions,
        store.settle(),
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
    store.settle()


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


def _take_out_of_communiques(
    connection: Connection, meeting_id: int, name: str, numbers: Collection[int]
) -> int:
    """Take quotes and a name out of every version of the communiqués; how many had one."""
    changed = 0
    for row in connection.execute(select(communiques).where(communiques.c.meeting_id == meeting_id)).all():
        headline = row.headline.replace(name, ERASED)
        text = _without_quotes(row.text, numbers).replace(name, ERASED)
        if (headline, text) != (row.headline, row.text):
            changed += 1
            connection.execute(
                update(communiques)
                .where(
                    communiques.c.meeting_id == meeting_id,
                    communiques.c.language == row.language,
                    communiques.c.version == row.version,
                )
                .values(headline=headline, text=text)
            )
    return changed


def _without_quotes(text: str, numbers: Collection[int]) -> str:
    """A communiqué's text with a dash in the place of what stands before the marks of some quotes."""
    paragraphs = text.split("\n\n")
    for place, paragraph in enumerate(paragraphs):
        kept, start = "", 0
        for mark in MARK.finditer(paragraph):
            gone = int(mark.group(1)) in numbers
            kept += ERASED if gone else paragraph[start : mark.end()]
            start = mark.end()
        paragraphs[place] = kept + paragraph[start:]
    return "\n\n".join(paragraphs)


def _mentions(connection: Connection, meeting_id: int, name: str) -> tuple[str, ...]:
    if name == ERASED:
        return ()
    # The last word is the surname in most names that are written in Latin or Cyrillic letters; in a
    # Korean name it is the given name. Both, and each long word of the name, are looked for.
    words = {word.casefold() for word in name.split() if len(word) > 3} | {name.casefold()}
    return tuple(
        place
        for place, text in _texts(connection, meeting_id)
        if any(word in text.casefold() for word in words)
    )


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

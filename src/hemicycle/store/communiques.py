"""Keeps the communiqué as it was edited, every version of each language."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from hemicycle.store.database import Store, meeting_id_of
from hemicycle.store.errors import CommuniqueChanged
from hemicycle.store.rows import ERASED, Person
from hemicycle.store.tables import communiques, quotes
from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.quotes import MARK


@dataclass(frozen=True, slots=True)
class CommuniqueRow:
    """A saved version of a communiqué in one language."""

    language: Language
    version: int
    """Counts from 1."""
    at: Milliseconds
    by: Key
    headline: str
    text: str
    """Paragraphs with an empty line between them; each quote is followed by its mark, `[quote
    3]`."""


def save_communique(
    store: Store,
    slug: str,
    language: Language,
    *,
    after: int,
    headline: str,
    text: str,
    by: Key,
    at: Milliseconds,
) -> int:
    """Store the next version, and give its number.

    Args:
        store: where.
        slug: the meeting.
        language: in which it is written.
        after: the version that was edited; 0: none yet.
        headline: its headline.
        text: its paragraphs.
        by: the seat that edited it.
        at: when.

    Raises:
        NoSuchMeeting: there is none of that slug.
        CommuniqueChanged: `after` is not the newest version: somebody else saved one in the
            meantime.
    """
    with store.writing() as connection:
        meeting_id = meeting_id_of(connection, slug)
        mine = (communiques.c.meeting_id == meeting_id) & (communiques.c.language == language)
        last = connection.execute(select(func.max(communiques.c.version)).where(mine)).scalar_one() or 0
        fault = CommuniqueChanged(
            f"version {after} is not the newest: version {last} was saved in the meantime"
        )
        if last != after:
            raise fault
        try:
            connection.execute(
                insert(communiques).values(
                    meeting_id=meeting_id,
                    language=language,
                    version=after + 1,
                    at=at,
                    by=by,
                    headline=headline,
                    text=text,
                )
            )
        except IntegrityError as error:
            # PostgreSQL lets two read the same newest version; the primary key lets one of them
            # write.
            raise fault from error
    return after + 1


def communiques_of(store: Store, slug: str, language: Language | None = None) -> list[CommuniqueRow]:
    """The versions, by language, the newest first; of one language where it is given.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.reading() as connection:
        columns = [column for column in communiques.c if column.name != "meeting_id"]
        query = (
            select(*columns)
            .where(communiques.c.meeting_id == meeting_id_of(connection, slug))
            .order_by(communiques.c.language, communiques.c.version.desc())
        )
        if language is not None:
            query = query.where(communiques.c.language == language)
        return [CommuniqueRow(*row) for row in connection.execute(query)]


def erase_in_communiques(connection: Connection, person: Person) -> int:
    """Take a person's quotes and name out of every version of the communiqués. Returns how many had
    one."""
    meeting_id, name, changed = person.meeting_id, person.name, 0
    own = select(quotes.c.id).where(quotes.c.meeting_id == meeting_id, quotes.c.seat == person.key)
    numbers = [int(row.id) for row in connection.execute(own)]
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
    """A communiqué's text with a dash in the place of what stands before the marks of some
    quotes."""
    paragraphs = text.split("\n\n")
    for place, paragraph in enumerate(paragraphs):
        kept, start = "", 0
        for mark in MARK.finditer(paragraph):
            gone = int(mark.group(1)) in numbers
            kept += ERASED if gone else paragraph[start : mark.end()]
            start = mark.end()
        paragraphs[place] = kept + paragraph[start:]
    return "\n\n".join(paragraphs)

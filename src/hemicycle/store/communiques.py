"""Keeps the communiqué as it was edited, every version of each language."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from hemicycle.store.database import Store, meeting_id_of
from hemicycle.store.errors import CommuniqueChanged
from hemicycle.store.tables import communiques
from hemicycle.wire.ids import Key, Language, Milliseconds


@dataclass(frozen=True, slots=True)
class CommuniqueRow:
    """One version."""

    language: Language
    version: int
    """From 1."""
    at: Milliseconds
    by: Key
    headline: str
    text: str
    """Paragraphs with an empty line between them; each quote is followed by its mark, `[quote 3]`."""


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
        CommuniqueChanged: `after` is not the newest version: somebody else saved one in the meantime.
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
            # PostgreSQL lets two read the same newest version; the primary key lets one of them write.
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

"""Finds words in the verbatim: FTS5 in SQLite, full text search in PostgreSQL, the same questions
to both.

What is indexed are the words of each line's newest version and its translations. A question's words
are beginnings of words ("исп" finds "испытания"), in any order, all of them; accents and capitals
are no matter in SQLite, capitals in PostgreSQL. There is no stemming: it would have to know the
language.
"""

from __future__ import annotations

import re

from sqlalchemy import Connection, select, text

from hemicycle.store.database import Store, meeting_id_of
from hemicycle.store.tables import line_versions, lines

MAX_QUERY_CHARS = 200
"""The longest query, in characters."""

MAX_FOUND = 1000

_LINE_BITS = 32

_WORD = re.compile(r"\w+")


def index_line(connection: Connection, meeting_id: int, line: int) -> None:
    """Index a line as it stands now, in the transaction that wrote it."""
    row = connection.execute(
        select(line_versions.c.text, line_versions.c.translations)
        .join(
            lines,
            (lines.c.meeting_id == line_versions.c.meeting_id)
            & (lines.c.id == line_versions.c.line)
            & (lines.c.version == line_versions.c.version),
        )
        .where(lines.c.meeting_id == meeting_id, lines.c.id == line)
    ).one()
    words = "\n".join([row.text, *row.translations.values()]) if row.text else ""
    if connection.dialect.name == "sqlite":
        # A full text table has no keys but its row numbers.
        number = meeting_id << _LINE_BITS | line
        connection.execute(text("DELETE FROM line_search WHERE rowid = :number"), {"number": number})
        if words:
            connection.execute(
                text("INSERT INTO line_search (rowid, words) VALUES (:number, :words)"),
                {"number": number, "words": words},
            )
        return
    connection.execute(
        text(
            "INSERT INTO line_search (meeting_id, line, words) "
            "VALUES (:meeting_id, :line, to_tsvector('simple', :words)) "
            "ON CONFLICT (meeting_id, line) DO UPDATE SET words = excluded.words"
        ),
        {"meeting_id": meeting_id, "line": line, "words": words},
    )


def forget_deleted(connection: Connection) -> None:
    """Take words out of the index's own file whose lines were indexed anew without them."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO line_search (line_search) VALUES ('optimize')"))


def search_lines(store: Store, slug: str, query: str) -> list[int]:
    """The lines that hold every word of a question, as numbers, in the order in which they were
    said.

    Args:
        store: where.
        slug: the meeting.
        query: words or their beginnings; what is not a letter or a digit parts them.

    Raises:
        NoSuchMeeting: there is none of that slug.
        ValueError: the question is longer than `MAX_QUERY_CHARS`.
    """
    if len(query) > MAX_QUERY_CHARS:
        raise ValueError(f"a question has at most {MAX_QUERY_CHARS} characters")
    words = _WORD.findall(query)
    with store.reading() as connection:
        meeting_id = meeting_id_of(connection, slug)
        if not words:
            return []
        if connection.dialect.name == "sqlite":
            found = text(
                "SELECT lines.id FROM line_search JOIN lines "
                "ON lines.meeting_id = :meeting_id AND lines.id = line_search.rowid - (:meeting_id << :bits) "
                "WHERE line_search MATCH :words AND line_search.rowid BETWEEN (:meeting_id << :bits) "
                "AND ((:meeting_id + 1) << :bits) - 1 ORDER BY lines.since, lines.id LIMIT :most"
            )
            asked = " ".join(f'"{word}"*' for word in words)
        else:
            found = text(
                "SELECT lines.id FROM line_search JOIN lines "
                "ON lines.meeting_id = line_search.meeting_id AND lines.id = line_search.line "
                "WHERE line_search.meeting_id = :meeting_id "
                "AND line_search.words @@ to_tsquery('simple', :words) "
                "ORDER BY lines.since, lines.id LIMIT :most"
            )
            asked = " & ".join(f"'{word}':*" for word in words)
        values = {"meeting_id": meeting_id, "words": asked, "most": MAX_FOUND}
        if connection.dialect.name == "sqlite":
            values["bits"] = _LINE_BITS
        return [int(row.id) for row in connection.execute(found, values)]

"""Keeps the lines of a meeting: who said what, when, in every version of its words.

Struck-out lines keep their number and their versions, so that whatever names a line finds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Connection, insert, select, update

from hemicycle.store.database import Store, locked_meeting_id, meeting_id_of, next_number
from hemicycle.store.errors import LineChanged, NoSuchLine
from hemicycle.store.rows import Person
from hemicycle.store.search import forget_deleted, index_line
from hemicycle.store.tables import line_versions, lines
from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.lines import MAX_LINE_CHARS, Line, LineVersion, Writer


def add_line(
    store: Store,
    slug: str,
    *,
    seat: Key,
    item: Key | None,
    since: Milliseconds,
    until: Milliseconds,
    language: Language,
    text: str,
    writer: Writer,
    at: Milliseconds,
    by: Key | None = None,
    translations: Mapping[Language, str] | None = None,
) -> Line:
    """Store a line, in its first version.

    Args:
        store: where.
        slug: the meeting.
        seat: who spoke.
        item: the agenda item that the meeting was at, if at any.
        since: when the first word began, in ms by the server's clock.
        until: when the last word had been said.
        language: what was spoken.
        text: the words, 1 to `MAX_LINE` characters.
        writer: who wrote them down.
        at: when they were written down.
        by: the seat of the captioner or the editor.
        translations: the machine's, by language.

    Raises:
        NoSuchMeeting: there is none of that slug.
        ValueError: the text is empty or too long, or the line ends before it begins.
    """
    if not text:
        raise ValueError("a line begins with words")
    _check(text)
    if until < since:
        raise ValueError("a line can't end before it begins")
    first = _version(1, at, writer, by, seat, language, text, translations)
    with store.writing() as connection:
        meeting_id = locked_meeting_id(connection, slug)
        number = next_number(connection, lines.c.id, lines.c.meeting_id == meeting_id)
        connection.execute(
            insert(lines).values(
                meeting_id=meeting_id, id=number, item=item, since=since, until=until, version=1
            )
        )
        _write(connection, meeting_id, number, first)
        index_line(connection, meeting_id, number)
    return _line(number, item, since, until, first)


def revise_line(
    store: Store,
    slug: str,
    line: int,
    *,
    after: int,
    text: str,
    writer: Writer,
    at: Milliseconds,
    by: Key | None = None,
    seat: Key | None = None,
    language: Language | None = None,
    translations: Mapping[Language, str] | None = None,
) -> Line:
    """Give a line its next version. Translations of the version before are not taken along.

    Args:
        store: where.
        slug: the meeting.
        line: its number.
        after: the version that was corrected: what else was written in the meantime is not
            overwritten.
        text: the words, at most `MAX_LINE` characters; empty strikes the line out.
        writer: who wrote them down.
        at: when they were written down.
        by: the seat of the captioner or the editor.
        seat: who spoke, where it was somebody else; None: as before.
        language: what was spoken, where it was another language; None: as before.
        translations: of this text, by language.

    Raises:
        NoSuchMeeting: there is none of that slug.
        NoSuchLine: it has no such line.
        LineChanged: `after` is not the newest version.
        ValueError: the text is too long.
    """
    _check(text)
    with store.writing() as connection:
        meeting_id = meeting_id_of(connection, slug)
        mine = (lines.c.meeting_id == meeting_id) & (lines.c.id == line)
        # Moving the number on is what decides between two who correct the same version.
        moved = connection.execute(
            update(lines).where(mine, lines.c.version == after).values(version=after + 1)
        )
        row = connection.execute(select(lines).where(mine)).mappings().one_or_none()
        if row is None:
            raise NoSuchLine(f'the meeting "{slug}" has no line {line}')
        if moved.rowcount != 1:
            raise LineChanged(f"line {line} was corrected in the meantime: it is at version {row['version']}")
        before = _versions(connection, meeting_id, line, after)[0]
        seat, language = seat or before["seat"], language or before["language"]
        version = _version(after + 1, at, writer, by, seat, language, text, translations)
        _write(connection, meeting_id, line, version)
        index_line(connection, meeting_id, line)
    return _line(line, row["item"], row["since"], row["until"], version)


def translate_line(
    store: Store, slug: str, line: int, version: int, translations: Mapping[Language, str]
) -> None:
    """Put the machine's translations beside a version that they are of; it stays the same version.

    Raises:
        NoSuchMeeting: there is none of that slug.
        NoSuchLine: it has no such line, or not in that version.
    """
    with store.writing() as connection:
        meeting_id = meeting_id_of(connection, slug)
        written = connection.execute(
            update(line_versions)
            .where(
                line_versions.c.meeting_id == meeting_id,
                line_versions.c.line == line,
                line_versions.c.version == version,
            )
            .values(translations=dict(translations))
        )
        if written.rowcount != 1:
            raise NoSuchLine(f'the meeting "{slug}" has no line {line} in version {version}')
        index_line(connection, meeting_id, line)


def lines_of(store: Store, slug: str, *, struck: bool = False, after: int = 0) -> list[Line]:
    """The lines of a meeting in their newest version, in the order in which they were said.

    Args:
        store: where.
        slug: the meeting.
        struck: whether struck-out lines come too, with an empty text.
        after: only lines with a greater number.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.reading() as connection:
        query = (
            select(lines.c.id, lines.c.item, lines.c.since, lines.c.until, *_versioned)
            .join(
                line_versions,
                (line_versions.c.meeting_id == lines.c.meeting_id)
                & (line_versions.c.line == lines.c.id)
                & (line_versions.c.version == lines.c.version),
            )
            .where(lines.c.meeting_id == meeting_id_of(connection, slug), lines.c.id > after)
            .order_by(lines.c.since, lines.c.id)
        )
        if not struck:
            query = query.where(line_versions.c.text != "")
        return [
            _line(number, item, since, until, _version(*version))
            for number, item, since, until, *version in connection.execute(query)
        ]


def versions_of(store: Store, slug: str, line: int) -> list[LineVersion]:
    """Every version of a line, the first first.

    Raises:
        NoSuchMeeting: there is none of that slug.
        NoSuchLine: it has no such line.
    """
    with store.reading() as connection:
        found = _versions(connection, meeting_id_of(connection, slug), line)
    if not found:
        raise NoSuchLine(f'the meeting "{slug}" has no line {line}')
    return found


def versions_by_line(store: Store, slug: str) -> dict[int, list[LineVersion]]:
    """Every version of every line, by its number, the first first.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    found: dict[int, list[LineVersion]] = {}
    with store.reading() as connection:
        query = (
            select(line_versions.c.line, *_versioned)
            .where(line_versions.c.meeting_id == meeting_id_of(connection, slug))
            .order_by(line_versions.c.line, line_versions.c.version)
        )
        for line, *version in connection.execute(query):
            found.setdefault(line, []).append(_version(*version))
    return found


_versioned = tuple(
    line_versions.c[name]
    for name in ("version", "at", "writer", "by", "seat", "language", "text", "translations")
)
"""The columns that `_version` takes, in the order of its parameters."""


def erase_lines(connection: Connection, person: Person) -> int:
    """Take the words out of every line of which any version was thought to be the person's.

    Returns:
        How many lines those are.
    """
    of_meeting = line_versions.c.meeting_id == person.meeting_id
    thought = select(line_versions.c.line).where(of_meeting, line_versions.c.seat == person.key).distinct()
    spoken = [int(row.line) for row in connection.execute(thought)]
    connection.execute(
        update(line_versions)
        .where(of_meeting, line_versions.c.line.in_(spoken))
        .values(text="", translations={})
    )
    for line in spoken:
        index_line(connection, person.meeting_id, line)
    forget_deleted(connection)
    return len(spoken)


def _check(text: str) -> None:
    if len(text) > MAX_LINE_CHARS:
        raise ValueError(f"a line has at most {MAX_LINE_CHARS} characters")


def _write(connection: Connection, meeting_id: int, line: int, version: LineVersion) -> None:
    row: dict[str, Any] = {"by": None, "translations": {}, **version, "writer": str(version["writer"])}
    connection.execute(insert(line_versions).values(meeting_id=meeting_id, line=line, **row))


def _versions(
    connection: Connection, meeting_id: int, line: int, version: int | None = None
) -> list[LineVersion]:
    query = (
        select(*_versioned)
        .where(line_versions.c.meeting_id == meeting_id, line_versions.c.line == line)
        .order_by(line_versions.c.version)
    )
    if version is not None:
        query = query.where(line_versions.c.version == version)
    return [_version(*row) for row in connection.execute(query)]


def _version(
    number: int,
    at: Milliseconds,
    writer: str,
    by: Key | None,
    seat: Key,
    language: Language,
    text: str,
    translations: Mapping[Language, str] | None,
) -> LineVersion:
    version = LineVersion(
        version=number, at=at, writer=Writer(writer), seat=seat, language=language, text=text
    )
    if by is not None:
        version["by"] = by
    if translations:
        version["translations"] = dict(translations)
    return version


def _line(
    number: int, item: Key | None, since: Milliseconds, until: Milliseconds, version: LineVersion
) -> Line:
    line: dict[str, Any] = {**version, "id": number, "since": since, "until": until}
    if item is not None:
        line["item"] = item
    return cast("Line", line)

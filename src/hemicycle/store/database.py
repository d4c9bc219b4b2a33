"""The store: one database, opened once a process, used from any thread."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import Column, ColumnElement, Connection, Engine, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from hemicycle.room.facts import fact_from
from hemicycle.room.log import Entry
from hemicycle.store.appending import append_within
from hemicycle.store.engine import engine_for, first_line, migrate, parsed, shown
from hemicycle.store.errors import (
    LeaseLost,
    NoSuchMeeting,
    NoSuchSeat,
    SlugTaken,
    StoreUnavailable,
)
from hemicycle.store.rows import LinkRow, MeetingRow, SeatRow
from hemicycle.store.tables import facts, leases, links, meetings, seats
from hemicycle.wire.ids import Key, Milliseconds, Role
from hemicycle.wire.meeting import Meeting, Seat


class Store:
    """Meetings, seats, links and logs in one database. Synchronous; any number of threads may call
    it."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine whose database is migrated; `Store.open` makes one."""
        self._engine = engine
        self.epoch: int | None = None
        """Of the lease by which this process writes (see `lease`); None: it holds none."""

    @classmethod
    def open(cls, url: str) -> Store:
        """Open the database and bring its tables up to date.

        Args:
            url: `sqlite:///path/to/file.db` (its folder is made) or `postgresql://…`.

        Raises:
            StoreUnavailable: with a sentence that says why.
        """
        engine = engine_for(parsed(url))
        store = cls(engine)
        try:
            with store.unfenced() as connection:
                migrate(connection)
        except DBAPIError as error:
            engine.dispose()
            raise StoreUnavailable(
                f"the database {shown(engine.url)} can't be used: {first_line(error)}"
            ) from error
        except StoreUnavailable:
            engine.dispose()
            raise
        return store

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def add_meeting(
        self,
        meeting: Meeting,
        token_hashes: Mapping[Key, str],
        entries: Sequence[Entry],
        mails: Mapping[Key, str] = MappingProxyType({}),
    ) -> None:
        """Store a meeting, its seats, their links and the first entries of its log: all or nothing.

        Args:
            meeting: the meeting as planned.
            token_hashes: for each seat the hash of its link's token, generation 0.
            entries: the log so far, from sequence number 0.
            mails: the mail addresses that are known, by seat.

        Raises:
            SlugTaken: and nothing is stored.
        """
        slug = meeting["slug"]
        plan = {name: value for name, value in meeting.items() if name not in ("slug", "seats")}
        with self.writing() as connection:
            try:
                result = connection.execute(insert(meetings).values(slug=slug, plan=plan))
            except IntegrityError as error:
                raise SlugTaken(f'there is a meeting "{slug}" already') from error
            (meeting_id,) = cast("tuple[int]", result.inserted_primary_key)
            absent = dict.fromkeys(Seat.__annotations__)
            rows = [
                {
                    **absent,
                    **seat,
                    "meeting_id": meeting_id,
                    "key": key,
                    "position": position,
                    "role": str(seat["role"]),
                    "mail": mails.get(key),
                }
                for position, (key, seat) in enumerate(meeting["seats"].items())
            ]
            connection.execute(insert(seats), rows)
            connection.execute(
                insert(links),
                [
                    {"meeting_id": meeting_id, "key": key, "generation": 0, "token_hash": token_hashes[key]}
                    for key in meeting["seats"]
                ],
            )
            append_within(connection, meeting_id, entries)

    def meetings(self) -> list[MeetingRow]:
        """Every meeting, in the order in which they were added."""
        count = select(func.count()).where(seats.c.meeting_id == meetings.c.id).scalar_subquery()
        query = select(meetings.c.slug, meetings.c.plan, count).order_by(meetings.c.id)
        with self.reading() as connection:
            return [
                MeetingRow(slug, plan["title"], plan["organiser"], plan["starts"], plan["timezone"], number)
                for slug, plan, number in connection.execute(query)
            ]

    def open_meetings(self) -> list[str]:
        """The slugs of the meetings that are open, in the order in which they were added."""
        query = select(meetings.c.slug).where(meetings.c.is_open).order_by(meetings.c.id)
        with self.reading() as connection:
            return [row.slug for row in connection.execute(query)]

    def meeting(self, slug: str) -> Meeting | None:
        """The meeting as planned, its seats in their order; None where there is none of that
        slug."""
        with self.reading() as connection:
            found = connection.execute(
                select(meetings.c.id, meetings.c.plan).where(meetings.c.slug == slug)
            ).one_or_none()
            if found is None:
                return None
            rows = connection.execute(
                select(seats).where(seats.c.meeting_id == found.id).order_by(seats.c.position)
            ).mappings()
            of_meeting = {row["key"]: _seat(cast("Mapping[str, Any]", row)) for row in rows}
            return cast("Meeting", {"slug": slug, **found.plan, "seats": of_meeting})

    def mails(self, slug: str) -> dict[Key, str]:
        """The mail addresses of a meeting's seats, as far as they are known, in the order of the
        seats.

        Raises:
            NoSuchMeeting: there is none of that slug.
        """
        with self.reading() as connection:
            query = (
                select(seats.c.key, seats.c.mail)
                .where(seats.c.meeting_id == meeting_id_of(connection, slug), seats.c.mail.is_not(None))
                .order_by(seats.c.position)
            )
            return {row.key: row.mail for row in connection.execute(query)}

    def entries(self, slug: str, since: int = 0) -> list[Entry]:
        """The log from sequence number `since` on.

        Raises:
            NoSuchMeeting: there is none of that slug.
        """
        with self.reading() as connection:
            meeting_id = meeting_id_of(connection, slug)
            query = (
                select(facts.c.seq, facts.c.at, facts.c.type, facts.c.data, facts.c.prev, facts.c.hash)
                .where(facts.c.meeting_id == meeting_id, facts.c.seq >= since)
                .order_by(facts.c.seq)
            )
            return [
                Entry(seq, at, fact_from(name, json.loads(data)), prev, hash_)
                for seq, at, name, data, prev, hash_ in connection.execute(query)
            ]

    def append(self, slug: str, entries: Sequence[Entry]) -> None:
        """Add entries at the end of the log, all or none; they are on disk when this returns.

        Raises:
            NoSuchMeeting: there is none of that slug.
            LogConflict: they don't follow the last entry that is stored, so another process is
                holding this meeting; nothing was stored.
        """
        with self.writing() as connection:
            append_within(connection, meeting_id_of(connection, slug), entries)

    def seat_of(self, token_hash: str) -> SeatRow | None:
        """Whose link has a token with this hash, a revoked link included; None: nobody's."""
        query = (
            select(meetings.c.slug, seats.c.key, seats.c.role, links.c.revoked_at)
            .join(seats, (seats.c.meeting_id == links.c.meeting_id) & (seats.c.key == links.c.key))
            .join(meetings, meetings.c.id == links.c.meeting_id)
            .where(links.c.token_hash == token_hash)
        )
        with self.reading() as connection:
            found = connection.execute(query).one_or_none()
        return (
            SeatRow(found.slug, found.key, Role(found.role), found.revoked_at is not None) if found else None
        )

    def links(self, slug: str) -> list[LinkRow]:
        """The valid link of each seat, in the order of the seats.

        Raises:
            NoSuchMeeting: there is none of that slug.
        """
        with self.reading() as connection:
            query = (
                select(links.c.key, links.c.generation, links.c.token_hash)
                .join(seats, (seats.c.meeting_id == links.c.meeting_id) & (seats.c.key == links.c.key))
                .where(links.c.meeting_id == meeting_id_of(connection, slug), links.c.revoked_at.is_(None))
                .order_by(seats.c.position)
            )
            return [LinkRow(*row) for row in connection.execute(query)]

    def replace_link(self, slug: str, key: str, generation: int, token_hash: str, at: Milliseconds) -> None:
        """Revoke a seat's link and give it the next one, in one transaction.

        Args:
            slug: the meeting.
            key: the seat.
            generation: the new link's, one above that of the link it replaces.
            token_hash: the new link's.
            at: when the old one ceases to be valid, in ms.

        Raises:
            NoSuchMeeting: there is none of that slug.
            NoSuchSeat: it has no seat of that key, or its link was replaced in the meantime.
        """
        with self.writing() as connection:
            meeting_id = meeting_id_of(connection, slug)
            revoked = connection.execute(
                update(links)
                .where(
                    links.c.meeting_id == meeting_id,
                    links.c.key == key,
                    links.c.generation == generation - 1,
                    links.c.revoked_at.is_(None),
                )
                .values(revoked_at=at)
            )
            if revoked.rowcount != 1:
                raise NoSuchSeat(
                    f'the meeting "{slug}" has no seat "{key}" with a link of generation {generation - 1}'
                )
            connection.execute(
                insert(links).values(
                    meeting_id=meeting_id, key=key, generation=generation, token_hash=token_hash
                )
            )

    def settle(self) -> bool:
        """Bring everything that was written into the database's own file.

        SQLite leaves what a page held before in that file, and what was written in its write-ahead
        log, until then: what has to be gone is gone only afterwards.

        Returns:
            Whether it was done. False: others were using the database all the time.
        """
        if self._engine.dialect.name != "sqlite":
            return True
        with closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()
            return busy is not None and not busy[0]

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by, for the modules of `store`."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction to write in, for the modules of `store`: all of it is stored, or nothing.

        Raises:
            LeaseLost: another process owns the database; nothing is stored.
        """
        with self.unfenced() as connection:
            self._check_epoch(connection)
            yield connection

    @contextmanager
    def unfenced(self) -> Iterator[Connection]:
        """A transaction to write in whoever owns the database: for migrations and the lease
        itself."""
        with (
            self._engine.connect().execution_options(hemicycle_writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    @property
    def file(self) -> Path | None:
        """The database's file; None: it is not SQLite's."""
        url = self._engine.url
        return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None

    def _check_epoch(self, connection: Connection) -> None:
        # The lock keeps whoever would take the lease waiting until this transaction has ended.
        # SQLite has one writer at a time anyhow.
        owner = connection.execute(select(leases).with_for_update(read=True)).one()
        is_ours = not owner.until if self.epoch is None else owner.epoch == self.epoch
        if is_ours:
            return
        raise LeaseLost(
            f"another process owns the database now: process {owner.pid} on {owner.host}; nothing was stored"
        )


def meeting_id_of(connection: Connection, slug: str) -> int:
    """The row of a meeting.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    found = connection.execute(select(meetings.c.id).where(meetings.c.slug == slug)).scalar_one_or_none()
    if found is None:
        raise NoSuchMeeting(f'there is no meeting "{slug}"')
    return int(found)


def locked_meeting_id(connection: Connection, slug: str) -> int:
    """The row of a meeting, kept from others until the transaction ends.

    PostgreSQL would let two writers count at once; SQLite has one writer anyhow.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    meeting_id = meeting_id_of(connection, slug)
    connection.execute(select(meetings.c.id).where(meetings.c.id == meeting_id).with_for_update())
    return meeting_id


def next_number(connection: Connection, column: Column[int], mine: ColumnElement[bool]) -> int:
    """One above the highest number in the rows that `mine` selects; 1 where there are none."""
    last = connection.execute(select(func.max(column)).where(mine)).scalar_one()
    return int(last or 0) + 1


def _seat(row: Mapping[str, Any]) -> Seat:
    """A seat from its row: what is NULL there, the seat does not have."""
    kept = {name: row[name] for name in Seat.__annotations__ if row[name] is not None}
    return cast("Seat", {**kept, "role": Role(row["role"])})

"""Keeps what "Can I take part?" found out, and gives it to the organiser."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from hemicycle.store.database import Store, meeting_id_of
from hemicycle.store.rows import CheckRow, Person
from hemicycle.store.tables import checks
from hemicycle.wire.checks import CheckResult
from hemicycle.wire.ids import Key, Milliseconds

KEPT_OF_A_SEAT = 5
"""How many results of one seat are kept: the newest."""

KEPT_OF_GUESTS = 500
"""How many results are kept of all who came to one meeting's check without a seat: the newest."""


def keep_check(
    store: Store, slug: str, seat: Key | None, browser: str, result: CheckResult, at: Milliseconds
) -> None:
    """Store a result, and forget the oldest of the same seat, or of the guests, where there are too
    many.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.writing() as connection:
        meeting_id = meeting_id_of(connection, slug)
        connection.execute(
            insert(checks).values(
                meeting_id=meeting_id,
                at=at,
                key=seat,
                name="" if seat else result.name,
                browser=browser,
                result=result.model_dump(mode="json", exclude={"name"}),
            )
        )
        same = (checks.c.meeting_id == meeting_id) & checks.c.key.is_not_distinct_from(seat)
        kept = KEPT_OF_A_SEAT if seat else KEPT_OF_GUESTS
        oldest = connection.execute(
            select(checks.c.id).where(same).order_by(checks.c.id.desc()).offset(kept - 1).limit(1)
        ).scalar_one_or_none()
        if oldest is not None:
            connection.execute(delete(checks).where(same, checks.c.id < oldest))


def kept_checks(store: Store, slug: str) -> list[CheckRow]:
    """Every result of a meeting, the newest first.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.reading() as connection:
        query = (
            select(checks.c.at, checks.c.key, checks.c.name, checks.c.browser, checks.c.result)
            .where(checks.c.meeting_id == meeting_id_of(connection, slug))
            .order_by(checks.c.id.desc())
        )
        return [
            CheckRow(at, key, browser, CheckResult.model_validate({**result, "name": name}, strict=False))
            for at, key, name, browser, result in connection.execute(query)
        ]


def erase_checks(connection: Connection, person: Person) -> int:
    """Delete a person's results. Returns how many there were."""
    # Who tried out their devices without their own link gave a name.
    own = (checks.c.key == person.key) | (checks.c.name == person.name)
    return connection.execute(delete(checks).where(checks.c.meeting_id == person.meeting_id, own)).rowcount

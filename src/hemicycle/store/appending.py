"""Adds entries to the end of a log, in a transaction that may do more."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from hemicycle.room.facts import fact_data
from hemicycle.room.log import GENESIS, Entry
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.store.errors import LogConflict
from hemicycle.store.tables import facts, meetings


def append_within(connection: Connection, meeting_id: int, entries: Sequence[Entry]) -> None:
    """Append to the log in a transaction that does more.

    Raises:
        LogConflict: they don't follow the last entry that is stored.
    """
    if not entries:
        return
    last = connection.execute(
        select(facts.c.seq, facts.c.hash)
        .where(facts.c.meeting_id == meeting_id)
        .order_by(facts.c.seq.desc())
        .limit(1)
    ).one_or_none()
    seq, prev = (last.seq, last.hash) if last else (-1, GENESIS)
    for entry in entries:
        if (entry.seq, entry.prev) != (seq + 1, prev):
            raise LogConflict(
                f"fact {entry.seq} does not follow the last one stored, {seq}: "
                "another process is writing this meeting's log"
            )
        seq, prev = entry.seq, entry.hash
    try:
        connection.execute(insert(facts), [_fact_row(meeting_id, entry) for entry in entries])
    except IntegrityError as error:
        # PostgreSQL lets two processes read the same last fact; the primary key lets one of them
        # write.
        raise LogConflict(
            f"fact {entries[0].seq} is stored already: another process is writing this meeting's log"
        ) from error
    turns = [entry.fact for entry in entries if isinstance(entry.fact, MeetingOpened | MeetingClosed)]
    if turns:
        is_open = isinstance(turns[-1], MeetingOpened)
        connection.execute(update(meetings).where(meetings.c.id == meeting_id).values(is_open=is_open))


def _fact_row(meeting_id: int, entry: Entry) -> dict[str, Any]:
    data = json.dumps(fact_data(entry.fact), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return {
        "meeting_id": meeting_id,
        "seq": entry.seq,
        "at": entry.at,
        "type": entry.fact.type,
        "data": data,
        "prev": entry.prev,
        "hash": entry.hash,
    }

"""One process owns a database: who takes the lease, who has to end, and what a stale owner can
write."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text, update
from tests.service.store.test_store import SECRET, korean_peninsula

from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.store import LeaseLost, Owned, Store
from hemicycle.store.engine import engine_for, migrate, parsed
from hemicycle.store.lease import leased
from hemicycle.store.planning import add
from hemicycle.store.tables import leases

SLUG = "korean-peninsula"

OWNER = """
import sys
from hemicycle.store import Store
from hemicycle.store.engine import engine_for, migrate, parsed
from hemicycle.store.lease import leased
with leased(Store.open(sys.argv[1])):
    print("owned", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_owner(url: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that owns the database until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "owned\n"
        yield process


def test_a_second_owner_is_told_who_the_first_is(url: str, store: Store) -> None:
    with another_owner(url) as other:
        with pytest.raises(Owned, match=f"Process {other.pid} on .* owns this database"), leased(store):
            pass
        assert store.epoch is None


def test_the_lease_can_be_had_at_once_after_it_is_given_back(store: Store) -> None:
    with leased(store, pytest.fail):
        first = store.epoch
    with leased(store, pytest.fail):
        assert first is not None
        assert store.epoch == first + 1


def test_a_killed_owner_is_not_waited_for(url: str, store: Store) -> None:
    with another_owner(url) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        with leased(store, pytest.fail):
            assert store.epoch is not None


def test_a_stale_owner_can_store_nothing_more(url: str, store: Store) -> None:
    add(store, SECRET, korean_peninsula(SLUG), 1_000)
    entries = chain([MeetingOpened("chair")], 2_000, store.entries(SLUG)[-1])
    with leased(store):
        successor = Store.open(url)
        with successor.unfenced() as connection:
            connection.execute(update(leases).values(epoch=leases.c.epoch + 1, pid=1, host="elsewhere"))
        with pytest.raises(LeaseLost, match="process 1 on elsewhere"):
            store.append(SLUG, entries)
        assert successor.entries(SLUG) == store.entries(SLUG)[: entries[0].seq]
        successor.close()


def test_the_owner_learns_that_it_is_one_no_more(store: Store) -> None:
    with leased(store) as lease:
        assert lease.renew()
        with store.unfenced() as connection:
            connection.execute(update(leases).values(epoch=leases.c.epoch + 1))
        assert not lease.renew()


def test_another_hosts_lease_is_waited_for_and_taken_when_it_ends(store: Store) -> None:
    if store.file is not None:
        pytest.skip("SQLite's lock ends with the process that holds it")
    told: list[str] = []
    elsewhere(store, os.getpid(), lasting_ms=1_000)
    with leased(store, told.append):
        assert len(told) == 1
        assert f"Process {os.getpid()} on elsewhere" in told[0]


def test_another_host_that_renews_its_lease_is_alive(store: Store) -> None:
    if store.file is not None:
        pytest.skip("SQLite's lock ends with the process that holds it")
    elsewhere(store, 7, lasting_ms=10_000)
    with (
        pytest.raises(Owned, match="Process 7 on elsewhere"),
        leased(store, lambda _: elsewhere(store, 7, lasting_ms=20_000)),
    ):
        pass


def test_which_meetings_are_open_is_kept_with_the_facts(store: Store) -> None:
    add(store, SECRET, korean_peninsula(SLUG), 1_000)
    assert store.open_meetings() == []
    store.append(SLUG, chain([MeetingOpened("chair")], 2_000, store.entries(SLUG)[-1]))
    assert store.open_meetings() == [SLUG]
    store.append(SLUG, chain([MeetingClosed("chair")], 3_000, store.entries(SLUG)[-1]))
    assert store.open_meetings() == []


def test_an_older_database_is_told_from_its_logs_which_meetings_are_open(url: str) -> None:
    engine = engine_for(parsed(url))
    facts = {
        "planned": ["meeting.planned"],
        "open": ["meeting.opened", "seat.entered"],
        "closed": ["meeting.opened", "meeting.closed"],
        "open-again": ["meeting.opened", "meeting.closed", "meeting.opened"],
    }
    with engine.begin() as connection:
        migrate(connection, "0007")
        for number, (slug, types) in enumerate(facts.items(), 1):
            meeting = {"id": number, "slug": slug}
            connection.execute(
                text("INSERT INTO meetings (id, slug, plan) VALUES (:id, :slug, '{}')"), meeting
            )
            for seq, name in enumerate(types):
                fact = "INSERT INTO facts VALUES (:id, :seq, 0, :type, '{}', '', '')"
                connection.execute(text(fact), {"id": number, "seq": seq, "type": name})
    engine.dispose()
    store = Store.open(url)
    assert store.open_meetings() == ["open", "open-again"]
    store.close()


def elsewhere(store: Store, pid: int, *, lasting_ms: int) -> None:
    """Let a process of another host own the database for some time more."""
    # The database is on this machine, so its clock is this one.
    until = time.time_ns() // 1_000_000 + lasting_ms
    with store.unfenced() as connection:
        connection.execute(update(leases).values(host="elsewhere", boot="another", pid=pid, until=until))

"""The store, on both engines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, event, make_url, text
from sqlalchemy.exc import IntegrityError

from hemicycle.meeting import Document, Plan, plan
from hemicycle.room.doors import SeatEntered
from hemicycle.room.hands import HandRaised
from hemicycle.room.log import Entry, chain, verify
from hemicycle.room.opening import MeetingOpened
from hemicycle.room.subjects import Fact
from hemicycle.store import (
    LinkRow,
    LogConflict,
    MeetingRow,
    NoSuchMeeting,
    NoSuchSeat,
    SeatRow,
    SecretUnusable,
    SlugTaken,
    Store,
    StoreUnavailable,
)
from hemicycle.store.planning import add, planned, revoke, seat_links
from hemicycle.store.tables import metadata
from hemicycle.store.tokens import token_hash
from hemicycle.wire.ids import Role
from hemicycle.wire.meeting import Meeting

SECRET = b"a" * 32
EXAMPLE = Path(__file__).parents[3] / "src/hemicycle/demo/korean_peninsula"
BOOTHS = Path(__file__).parents[2] / "meetings/booths.toml"


def korean_peninsula(slug: str = "korean-peninsula") -> Meeting:
    made = plan(
        Document("programme.toml", (EXAMPLE / "programme.toml").read_bytes()),
        Document("invitations.csv", (EXAMPLE / "invitations.csv").read_bytes()),
    )
    assert isinstance(made, Plan)
    return {**made.meeting, "slug": slug}


def engine_url(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


def counts(url: str) -> dict[str, int]:
    """How many rows each table has."""
    engine = create_engine(engine_url(url))
    with engine.connect() as connection:
        found = {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in metadata.tables
            if name != "leases"
        }
    engine.dispose()
    return found


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table is one of `tables`: each engine makes those of its full text search
    itself."""
    return kind != "table" or not str(name).startswith("line_search")


def test_a_meeting_comes_back_as_it_was_planned(store: Store) -> None:
    meeting = korean_peninsula()
    add(store, SECRET, meeting, 5)
    found = store.meeting("korean-peninsula")
    assert found == meeting
    assert list(found["seats"]) == list(meeting["seats"])
    assert [type(seat["role"]) for seat in found["seats"].values()] == [Role] * 74
    assert store.entries("korean-peninsula") == chain(planned(meeting), 5, None)


def test_interpreters_and_addresses_come_back(store: Store, url: str) -> None:
    made = plan(Document("booths.toml", BOOTHS.read_bytes()))
    assert isinstance(made, Plan)
    add(store, SECRET, made.meeting, 5, made.mails)
    assert store.meeting("booths") == made.meeting
    assert store.mails("booths") == made.mails == {"english-a": "alice@bureau.example"}
    engine = create_engine(engine_url(url))
    with engine.connect() as connection:
        absent = text('SELECT count(*) FROM seats WHERE "into" IS NULL AND out_of IS NULL')
        assert connection.execute(absent).scalar_one() == 7
    engine.dispose()


def test_meetings_are_listed_as_they_were_added(store: Store) -> None:
    assert store.meetings() == []
    for slug in ("second", "first"):
        add(store, SECRET, korean_peninsula(slug), 5)
    title = (
        "The security situation on the Korean Peninsula and Kazakhstan's experience in nuclear disarmament"
    )
    organiser = "Embassy of the Republic of Korea in the Republic of Kazakhstan"
    assert store.meetings() == [
        MeetingRow(slug, title, organiser, 1606294800000, "Asia/Almaty", 74) for slug in ("second", "first")
    ]


def test_what_is_not_there_is_not_there(store: Store) -> None:
    assert store.meeting("nothing") is None
    assert store.seat_of("nothing") is None
    for ask in (
        store.entries,
        store.links,
        lambda slug: store.append(slug, chain([MeetingOpened("x")], 1, None)),
    ):
        with pytest.raises(NoSuchMeeting, match='there is no meeting "nothing"'):
            ask("nothing")


def test_a_taken_slug_stores_nothing(store: Store, url: str) -> None:
    add(store, SECRET, korean_peninsula(), 5)
    before = counts(url)
    with pytest.raises(SlugTaken, match='there is a meeting "korean-peninsula" already'):
        add(store, b"b" * 32, korean_peninsula(), 6)
    full = {table: rows for table, rows in before.items() if rows}
    assert full == {"meetings": 1, "seats": 74, "links": 74, "facts": 2}
    assert counts(url) == before


def test_a_meeting_that_fails_half_way_stores_nothing(store: Store, url: str) -> None:
    meeting = korean_peninsula()
    same = dict.fromkeys(meeting["seats"], "the same hash for all")
    with pytest.raises(IntegrityError):
        store.add_meeting(meeting, same, chain(planned(meeting), 5, None))
    assert not any(counts(url).values())


def test_a_log_grows_and_its_chain_holds(store: Store) -> None:
    add(store, SECRET, korean_peninsula(), 5)
    log = store.entries("korean-peninsula")
    happened: list[list[Fact]] = [
        [SeatEntered("chair")],
        [MeetingOpened("chair"), SeatEntered("diplomatic-1")],
    ]
    for at, facts in enumerate(happened, 6):
        more = chain(facts, at, log[-1])
        store.append("korean-peninsula", more)
        log += more
    store.append("korean-peninsula", [])
    assert store.entries("korean-peninsula") == log
    assert store.entries("korean-peninsula", since=2) == log[2:]
    assert store.entries("korean-peninsula", since=9) == []
    assert verify(store.entries("korean-peninsula")) is None


def test_what_does_not_follow_the_log_is_not_appended(store: Store) -> None:
    add(store, SECRET, korean_peninsula(), 5)
    first = store.entries("korean-peninsula")[-1]
    (one,) = chain([SeatEntered("chair")], 6, first)
    (other,) = chain([SeatEntered("fellow")], 6, first)
    store.append("korean-peninsula", [one])
    after_other = chain([HandRaised("fellow")], 7, other)
    gap = Entry(first.seq + 5, 7, HandRaised("fellow"), one.hash, "0" * 64)
    for wrong in ([one], [other], after_other, [gap]):
        with pytest.raises(LogConflict, match="another process is writing"):
            store.append("korean-peninsula", wrong)
    half = [*chain([HandRaised("fellow")], 7, one), gap]
    with pytest.raises(LogConflict):
        store.append("korean-peninsula", half)
    assert store.entries("korean-peninsula", first.seq) == [first, one]


def test_of_two_processes_that_append_at_once_one_is_refused(store: Store, url: str) -> None:
    add(store, SECRET, korean_peninsula(), 5)
    first = store.entries("korean-peninsula")[-1]
    other = Store.open(url)
    barrier = Barrier(2)

    def write(target: Store, seat: str) -> str:
        entries = chain([SeatEntered(seat)], 6, first)
        barrier.wait(10)
        try:
            target.append("korean-peninsula", entries)
        except LogConflict:
            return "refused"
        return seat

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(write, (store, other), ("chair", "fellow")))
    other.close()
    assert sorted(outcomes) in (["chair", "refused"], ["fellow", "refused"])
    (written,) = store.entries("korean-peninsula", first.seq + 1)
    assert written.fact == SeatEntered(next(outcome for outcome in outcomes if outcome != "refused"))


def test_threads_share_a_store(store: Store) -> None:
    slugs = [f"meeting-{number}" for number in range(6)]

    def hold(slug: str) -> list[Entry]:
        add(store, SECRET, korean_peninsula(slug), 5)
        log = store.entries(slug)
        for at in range(6, 16):
            more = chain([SeatEntered("chair")], at, log[-1])
            store.append(slug, more)
            log += more
        return log

    with ThreadPoolExecutor(len(slugs)) as pool:
        logs = list(pool.map(hold, slugs))
    assert [store.entries(slug) for slug in slugs] == logs
    assert {len(log) for log in logs} == {len(planned(korean_peninsula())) + 10}


def test_a_link_opens_its_seat_until_it_is_revoked(store: Store) -> None:
    add(store, SECRET, korean_peninsula(), 5)
    before = {
        link.key: link.path.removeprefix("/s/") for link in seat_links(store, SECRET, "korean-peninsula")
    }
    assert len(set(before.values())) == 74
    old = token_hash(before["fellow"])
    assert store.seat_of(old) == SeatRow("korean-peninsula", "fellow", Role.SPEAKER, revoked=False)

    revoke(store, SECRET, "korean-peninsula", "fellow", 9)

    after = {
        link.key: link.path.removeprefix("/s/") for link in seat_links(store, SECRET, "korean-peninsula")
    }
    new = token_hash(after["fellow"])
    assert {key for key in after if after[key] != before[key]} == {"fellow"}
    assert list(after) == list(before)
    assert store.seat_of(old) == SeatRow("korean-peninsula", "fellow", Role.SPEAKER, revoked=True)
    assert store.seat_of(new) == SeatRow("korean-peninsula", "fellow", Role.SPEAKER, revoked=False)
    assert LinkRow("fellow", 1, new) in store.links("korean-peninsula")


def test_only_a_seat_that_is_there_has_a_link_to_revoke(store: Store) -> None:
    add(store, SECRET, korean_peninsula(), 5)
    with pytest.raises(NoSuchSeat, match='has no seat "nobody"'):
        revoke(store, SECRET, "korean-peninsula", "nobody", 9)
    with pytest.raises(NoSuchMeeting):
        revoke(store, SECRET, "nothing", "fellow", 9)
    with pytest.raises(NoSuchSeat, match="generation 3"):
        store.replace_link("korean-peninsula", "fellow", 4, "hash", 9)


def test_links_are_not_printed_with_another_secret(store: Store) -> None:
    add(store, SECRET, korean_peninsula(), 5)
    with pytest.raises(SecretUnusable, match="made with another secret"):
        seat_links(store, b"b" * 32, "korean-peninsula")


def test_no_token_is_in_the_database(store: Store, url: str) -> None:
    add(store, SECRET, korean_peninsula(), 5)
    tokens = [link.path.removeprefix("/s/") for link in seat_links(store, SECRET, "korean-peninsula")]
    engine = create_engine(engine_url(url))
    with engine.connect() as connection:
        kept = str([connection.execute(table.select()).all() for table in metadata.sorted_tables])
    engine.dispose()
    assert not [token for token in tokens if token in kept]


def test_the_migrations_make_the_tables_that_the_code_uses(store: Store, url: str) -> None:
    engine = create_engine(engine_url(url))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_opening_again_keeps_what_is_there(url: str) -> None:
    first = Store.open(url)
    add(first, SECRET, korean_peninsula(), 5)
    first.close()
    again = Store.open(url)
    assert again.meeting("korean-peninsula") == korean_peninsula()
    again.close()


def test_processes_that_open_a_new_database_at_once_all_can(url: str) -> None:
    barrier = Barrier(4)

    def opened() -> int:
        barrier.wait(10)
        store = Store.open(url)
        number = len(store.meetings())
        store.close()
        return number

    with ThreadPoolExecutor(4) as pool:
        assert [future.result() for future in [pool.submit(opened) for _ in range(4)]] == [0] * 4


def test_a_database_of_a_newer_version_is_left_alone(url: str) -> None:
    Store.open(url).close()
    engine = create_engine(engine_url(url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailable, match="newer Hemicycle"):
        Store.open(url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"
    engine.dispose()


def test_text_of_every_script_is_kept(store: Store) -> None:
    meeting = korean_peninsula()
    meeting["title"] = 'Қазақстан · 한반도 · "кавычки" \N{WAVING HAND SIGN} \\ %s :name'
    meeting["seats"]["fellow"]["name"] = "천명국 'O''Neil'"
    add(store, SECRET, meeting, 5)
    assert store.meeting("korean-peninsula") == meeting


def test_sqlite_is_set_for_a_server(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/hemicycle.db")
    found: dict[str, object] = {}

    def look(connection: object, *_: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
            found[name] = cursor.execute(f"PRAGMA {name}").fetchone()[0]

    event.listen(store._engine, "checkout", look)
    store.meetings()
    store.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "is not the URL of a database"),
        ("hemicycle.db", "is not the URL of a database"),
        ("mysql://localhost/x", "mysql is not supported"),
        ("nonsense://x", "nonsense is not supported"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("sqlite:////proc/nowhere/x.db", "can't be made"),
        ("postgresql://127.0.0.1:1/x?connect_timeout=2", "can't be used: connection failed"),
        ("postgresql://127.0.0.1:nonsense/x", "is not the URL of a database"),
    ],
)
def test_a_database_that_cannot_be_opened_is_refused_in_a_sentence(url: str, sentence: str) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        Store.open(url)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Excellency, " * 100)
    with pytest.raises(StoreUnavailable, match="can't be used: file is not a database"):
        Store.open(f"sqlite:///{other}")
    assert other.read_text() == "Excellency, " * 100
    with pytest.raises(StoreUnavailable, match="can't be used: unable to open database file"):
        Store.open(f"sqlite:///{tmp_path}")


def test_a_password_is_not_in_the_sentence() -> None:
    with pytest.raises(StoreUnavailable) as refused:
        Store.open("postgresql://me:hunter2@127.0.0.1:1/x?connect_timeout=2")
    assert "hunter2" not in str(refused.value)
    assert make_url("postgresql://me:hunter2@h/x").password == "hunter2"

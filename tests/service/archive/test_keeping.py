"""When the days of keeping are over, the recording and the guests' names go, and the record
stays."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from tests.world.programmes import SMALL
from tests.world.site import store_with

from hemicycle.archive import SigningKey, signing_key_in
from hemicycle.archive.signature import fingerprint
from hemicycle.live.meeting import now_ms
from hemicycle.recording.paths import RecordingPaths
from hemicycle.room.doors import SeatEntered
from hemicycle.room.floor import FloorGiven
from hemicycle.room.log import chain, verify
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.room.subjects import Fact
from hemicycle.server.keeping import DAY_MS, Keeping
from hemicycle.server.premises import alone
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.store.lines import add_line, lines_of
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.lines import Writer

DAYS = 30


@pytest.fixture
def closed_at() -> int:
    return now_ms() - (DAYS + 1) * DAY_MS


@pytest.fixture
def store(tmp_path: Path, closed_at: int) -> Store:
    """The small meeting, held a month ago, with a recording."""
    store = store_with(SMALL, tmp_path)
    facts: list[Fact] = [
        SeatEntered("france"),
        MeetingOpened("chair"),
        FloorGiven("kazan", "chair"),
        MeetingClosed("chair"),
    ]
    store.append("small", chain(facts, closed_at, store.entries("small")[-1]))
    add_line(
        store,
        "small",
        seat="kazan",
        item=None,
        since=closed_at,
        until=closed_at + 1,
        language="ru",
        text="Вода и степь.",
        writer=Writer.MACHINE,
        at=closed_at + 1,
    )
    paths = RecordingPaths(tmp_path / "recordings" / "small")
    paths.tracks.mkdir(parents=True)
    (paths.tracks / "kazan.mkv").write_bytes(b"sound")
    return store


async def end_keeping(store: Store, data: Path, days: int) -> bool:
    """Whether the keeping of the small meeting was ended by a look now."""
    before = now_ms() - days * DAY_MS
    async with alone(store, data, f"sqlite:///{data}/hemicycle.db", pytest.fail) as premises:
        return await Keeping(premises.owner, premises.composing, days).end("small", before)


def names(store: Store) -> dict[str, str]:
    meeting = store.meeting("small")
    assert meeting is not None
    return {key: seat["name"] for key, seat in meeting["seats"].items()}


async def test_what_is_personal_of_guests_goes_and_the_record_stays(
    store: Store, tmp_path: Path, closed_at: int
) -> None:
    before = names(store)
    ended = await end_keeping(store, tmp_path, DAYS)
    assert ended
    after = names(store)
    assert after["france"] == "—"
    # Who spoke is of the record, a guest too.
    for seat in ("chair", "ambassador", "fellow", "kazan"):
        assert after[seat] == before[seat]
    assert not (tmp_path / "recordings" / "small").exists()
    assert [line["text"] for line in lines_of(store, "small")] == ["Вода и степь."]
    entries = store.entries("small")
    assert verify(entries) is None
    assert entries[-1].fact.type == "keeping.ended"
    assert not await end_keeping(store, tmp_path, DAYS), "once"


async def test_before_its_time_nothing_goes(store: Store, tmp_path: Path, closed_at: int) -> None:
    before = names(store)
    assert not await end_keeping(store, tmp_path, DAYS + 2)
    assert names(store) == before
    assert (tmp_path / "recordings" / "small").exists()


async def test_an_open_meeting_is_kept(store: Store, tmp_path: Path, closed_at: int) -> None:
    store.append("small", chain([MeetingOpened("chair")], closed_at + 1, store.entries("small")[-1]))
    assert not await end_keeping(store, tmp_path, DAYS)


async def test_a_server_does_it_by_itself_and_shows_its_key(store: Store, tmp_path: Path) -> None:
    key: SigningKey = signing_key_in(tmp_path)
    settings = ServerSettings(
        "localhost",
        0,
        f"sqlite:///{tmp_path}/hemicycle.db",
        keep_days=DAYS,
        data=tmp_path,
        archive_key=key.public,
    )
    async with serving(settings, store) as running, httpx.AsyncClient(base_url=running.url) as http:
        shown = (await http.get("/.well-known/hemicycle.json")).json()["archive"]
        assert shown["fingerprint"] == fingerprint(key.public)
        while store.entries("small")[-1].fact.type != "keeping.ended":
            await http.get("/health")
    assert names(store)["france"] == "—"

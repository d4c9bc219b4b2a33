"""The record of a meeting that is over: whom it is open to, and what it shows."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.service.web.desk import add_lines
from tests.world.programmes import SMALL
from tests.world.site import Site, site_over, store_with

from hemicycle.recording.paths import RecordingPaths, write_json
from hemicycle.recording.status import Status, write_status
from hemicycle.room.doors import SeatEntered
from hemicycle.room.floor import FloorGiven, FloorTaken
from hemicycle.room.log import chain
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.subjects import Fact
from hemicycle.store import Store
from hemicycle.wire.opening import OpenMeeting

OPENED, CLOSED = 990_000, 1_090_000
SEATS = ("chair", "ambassador", "fellow", "france")


def recorded(tmp_path: Path) -> Store:
    """The small meeting, held and closed, with a video that stands for one."""
    store = store_with(SMALL, tmp_path)
    happened: list[tuple[int, list[Fact]]] = [
        (980_000, [SeatEntered(seat) for seat in SEATS]),
        (OPENED, [MeetingOpened("chair"), ItemBegun("water", "chair"), FloorGiven("ambassador", "chair")]),
        (1_009_000, [FloorTaken("ambassador", "chair"), FloorGiven("fellow", "chair")]),
        (CLOSED, [FloorTaken("fellow", "chair"), MeetingClosed("chair")]),
    ]
    for at, facts in happened:
        store.append("small", chain(facts, at, store.entries("small")[-1]))
    add_lines(store)
    paths = RecordingPaths(tmp_path / "recordings" / "small")
    paths.tracks.mkdir(parents=True)
    paths.index.write_bytes(b"")
    write_json(
        paths.timeline,
        [
            {"since": OPENED, "until": 1_005_000, "at": 0, "card": False},
            {"since": 1_005_000, "until": 1_008_000, "at": 15_000, "card": True},
            {"since": 1_008_000, "until": CLOSED, "at": 18_200, "card": False},
        ],
    )
    write_json(paths.chapters, [{"at": 0, "title": "Water"}])
    write_status(paths, Status("ready", 100, 100_200))
    paths.video.write_bytes(b"v" * 5000)
    paths.sound("original").write_bytes(b"o" * 500)
    return store


@pytest.fixture
async def held(tmp_path: Path) -> AsyncIterator[Site]:
    """A server that records, over the meeting that is held and closed."""
    store = recorded(tmp_path)
    async with site_over(store, tmp_path, record=True) as site:
        yield site
    store.close()


Ask = Callable[..., Any]


@pytest.fixture
def ask(held: Site) -> Ask:
    async def asked(path: str, key: str | None = None, **sent: Any) -> httpx.Response:
        base = "/m/small" if key is None else f"/m/small/seats/{key}"
        cookie = {} if key is None else {"cookie": f"hemicycle_seat={held.token(key)}"}
        if sent:
            headers = {**cookie, "origin": held.running.url, "sec-fetch-site": "same-origin"}
            return await held.http.post(f"{base}/{path}", headers=headers, content=json.dumps(sent))
        return await held.http.get(f"{base}/{path}", headers=cookie)

    return asked


PATHS = (
    "record",
    "record/contents.json",
    "record/search.json?q=test",
    "record/verbatim.md",
    "record/video.mp4",
    "record/sound-original.m4a",
    "record/chapters.json",
)


@pytest.mark.parametrize("path", PATHS)
async def test_it_is_whose_the_organiser_opens_it_to(ask: Ask, path: str) -> None:
    async def who() -> list[str | None]:
        return [
            key for key in ("chair", "france", "fellow", None) if (await ask(path, key)).status_code == 200
        ]

    assert await who() == ["chair"]
    assert (await ask("record/readers", "chair", to="seats")).json() == {"to": "seats"}
    assert await who() == ["chair", "france", "fellow"]
    assert (await ask("record/readers", "chair", to="public")).json() == {"to": "public"}
    assert await who() == ["chair", "france", "fellow", None]
    assert (await ask("record/readers", "chair", to=None)).json() == {"to": None}
    assert await who() == ["chair"]


async def test_who_opens_it_is_in_the_log(held: Site, ask: Ask) -> None:
    assert (await ask("record/readers", "france", to="public")).status_code == 403
    await ask("record/readers", "chair", to="public")
    last = held.store.entries("small")[-1]
    assert last.fact.type == "archive.opened"


async def test_the_programme_leads_to_what_is_public(held: Site, ask: Ask) -> None:
    async def told() -> object:
        return (await held.http.get("/api/meetings/small")).json().get("readers")

    france = await held.seat("france")
    assert france.view is not None
    assert "readers" not in france.view
    await ask("record/readers", "chair", to="seats")
    assert await told() is None
    await ask("record/readers", "chair", to="public")
    assert await told() == "public"
    await france.until(lambda view: view.get("readers") == "public")


async def test_nobody_else_s_cookie_opens_a_seat_s_record(held: Site, ask: Ask) -> None:
    await ask("record/readers", "chair", to="seats")
    cookie = {"cookie": f"hemicycle_seat={held.token('france')}"}
    answer = await held.http.get("/m/small/seats/fellow/record/contents.json", headers=cookie)
    assert answer.status_code == 403


async def test_a_notice_says_that_it_is_shut(held: Site) -> None:
    answer = await held.http.get("/m/small/record", headers={"accept": "text/html"})
    assert answer.status_code == 403
    assert 'content="record_shut"' in answer.text


async def test_it_shows_who_spoke_where_and_names_nobody_else(ask: Ask) -> None:
    await ask("record/readers", "chair", to="public")
    shown = (await ask("record/contents.json")).json()
    assert list(shown["seats"]) == ["fellow", "ambassador"]
    assert "Claire Martin" not in json.dumps(shown)
    assert (shown["percent"], shown["kept"], shown["organiser"], shown["readers"]) == (
        100,
        True,
        False,
        "public",
    )
    assert shown["spoke"] == {"fellow": 81, "ambassador": 19}
    # What was off the record is not in the video: the turn comes in two pieces.
    assert shown["turns"] == [
        {"seat": "ambassador", "at": 0, "until": 15_000},
        {"seat": "ambassador", "at": 18_200, "until": 19_200},
        {"seat": "fellow", "at": 19_200, "until": 100_200},
    ]
    assert [(line["seat"], line.get("at")) for line in shown["lines"]] == [
        ("ambassador", 10_000),
        ("fellow", 20_200),
        ("fellow", 30_200),
    ]
    assert shown["sounds"] == ["original"]
    assert shown["duration"] == 100_200


async def test_words_are_searched(ask: Ask) -> None:
    await ask("record/readers", "chair", to="public")
    assert (await ask("record/search.json?q=test site")).json() == {"lines": [3]}
    assert (await ask("record/search.json?q=한반도")).json() == {"lines": [1]}
    assert (await ask("record/search.json?q=" + "a" * 201)).status_code == 422


async def test_an_open_meeting_s_record_is_the_organiser_s(held: Site, ask: Ask) -> None:
    await ask("record/readers", "chair", to="public")
    chair = await held.seat("chair")
    assert await chair.ask(OpenMeeting()) is None
    assert (await ask("record/contents.json")).status_code == 403
    assert (await ask("record/contents.json", "chair")).json()["phase"] == "open"


@pytest.mark.parametrize("is_there", [True, False])
async def test_a_server_that_records_nothing_shows_what_there_is(tmp_path: Path, *, is_there: bool) -> None:
    store = recorded(tmp_path)
    if not is_there:
        shutil.rmtree(tmp_path / "recordings")
    async with site_over(store, tmp_path, record=False) as site:
        cookie = {"cookie": f"hemicycle_seat={site.token('chair')}"}
        base = "/m/small/seats/chair/record"
        shown = (await site.http.get(f"{base}/contents.json", headers=cookie)).json()
        assert (shown["records"], shown["kept"]) == (False, is_there)
        video = await site.http.get(f"{base}/video.mp4", headers=cookie)
        assert video.status_code == (200 if is_there else 404)
    store.close()

"""A person is taken out of a meeting beside a server that holds it, and the server forgets at
once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
from bench.known import recorded
from bench.known.recorded import OPENED, Loop, Script, Sender, Sending, log_facts, prepared, write_line
from tests.world.command import Outcome, installed
from tests.world.recordings import loudness_at, sound_of, until
from tests.world.site import Site, site_over

from hemicycle.client.seat import Seat
from hemicycle.recording.paths import RecordingPaths
from hemicycle.room.floor import FloorGiven, FloorTaken
from hemicycle.room.log import verify
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.stage import PictureShown
from hemicycle.wire.ids import Source

SLUG, SECRET = "recorded", b"0" * 32
NAME = "Cheon Myeong Guk"
WORDS = "I recommend it to everybody at this table."
AMBASSADOR, FELLOW = 500, 800
VIDEO_SECONDS = 60.0


def script() -> Script:
    """Ten seconds: one speaker, and then the one who is erased."""
    sound = (Source.MICROPHONE,)
    return Script(
        facts=[
            (0, MeetingOpened("chair")),
            (0, ItemBegun("opening", "chair")),
            (0, FloorGiven("ambassador", "chair")),
            (5_000, FloorTaken("ambassador", "chair")),
            (5_000, FloorGiven("fellow", "chair")),
            (5_000, PictureShown("fellow", Source.CAMERA, "chair")),
            (10_000, FloorTaken("fellow", "chair")),
            (10_000, MeetingClosed("chair")),
        ],
        sendings=[
            Sending(Loop(Sender("ambassador", AMBASSADOR)), 0, 5_000, sound),
            Sending(Loop(Sender("fellow", FELLOW)), 5_000, 10_000),
        ],
    )


@pytest.fixture
async def held(tmp_path: Path) -> AsyncIterator[Site]:
    """A server that has made the video of a meeting which is over, and whose chair is still
    there."""
    (tmp_path / "secret").write_text(SECRET.hex())
    played = script()
    store, _, door = prepared(tmp_path, played, recorded.meeting())
    log_facts(store, SLUG, played.facts)
    door.until(20_000)
    door.close()
    for seat, since, words in (("ambassador", 1_000, "Welcome."), ("fellow", 6_000, WORDS)):
        write_line(store, seat, since, 3_000, words)
    async with site_over(store, tmp_path, slug=SLUG, record=True) as site:
        yield site
    store.close()


async def shown(site: Site) -> str:
    """What the server says of the meeting, to the organiser and to everybody."""
    cookie = {"cookie": f"hemicycle_seat={site.token('chair')}"}
    asked = [
        (f"/api/meetings/{SLUG}", {}),
        (f"/m/{SLUG}/seats/chair/desk/record", cookie),
        (f"/m/{SLUG}/seats/chair/record/contents.json", cookie),
        (f"/m/{SLUG}/seats/chair/desk/communique/en", cookie),
        (f"/m/{SLUG}/seats/chair/record/chapters.json", cookie),
    ]
    answers = [await site.http.get(path, headers=headers) for path, headers in asked]
    assert [answer.status_code for answer in answers] == [200] * len(asked)
    return "\n".join(answer.text for answer in answers)


async def video_made(chair: Seat) -> None:
    """The chair is told that the video is ready."""
    async with asyncio.timeout(VIDEO_SECONDS):
        await chair.until(lambda view: view.get("recording", {}).get("video") == 100)


def everything(folder: Path) -> bytes:
    """All that is in a folder's files."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.timeout(150)
async def test_a_server_that_runs_forgets_and_makes_the_video_anew(held: Site, tmp_path: Path) -> None:
    paths = RecordingPaths(tmp_path / "recordings" / SLUG)
    chair = await held.seat("chair")
    await video_made(chair)
    before = await shown(held)
    assert NAME in before
    assert WORDS in before
    assert np.max(loudness_at(sound_of(paths.sound("original")), FELLOW)) > 0.1

    erased: Outcome = await asyncio.to_thread(
        installed, "erase", SLUG, "--seat", "fellow", "--yes", data=tmp_path
    )
    assert erased.code == 0, erased.err
    assert "a server makes them anew" in erased.out
    await until(lambda: chair.meeting is not None and chair.meeting["seats"]["fellow"]["name"] == "—")
    await until(paths.video.exists, VIDEO_SECONDS)
    await video_made(chair)
    after = await shown(held)
    assert NAME not in after
    assert WORDS not in after
    assert "Welcome." in after
    assert '"Opening words: —"' in after, "the chapter is there, without the name"
    left = sound_of(paths.sound("original"))
    assert np.max(loudness_at(left, FELLOW)) < 0.01
    assert np.max(loudness_at(left, AMBASSADOR)) > 0.1
    assert verify(held.store.entries(SLUG)) is None
    clip = f"/m/{SLUG}/seats/chair/record/clip.m4a?seat=fellow&since={OPENED + 6_000}&until={OPENED + 8_000}"
    cookie = {"cookie": f"hemicycle_seat={held.token('chair')}"}
    assert (await held.http.get(clip, headers=cookie)).status_code == 404
    kept = everything(tmp_path)
    for gone in (NAME, WORDS):
        assert gone.encode() not in kept, gone

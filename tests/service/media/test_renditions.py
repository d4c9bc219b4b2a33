"""A small rendition is there for all, and taken from its publisher only while somebody takes it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tests.world.media import CAMERA, ENCODED, Hosted, Reader, listening, until

from hemicycle.media.client.broadcast import PictureTrack
from hemicycle.media.client.client import MediaClient
from hemicycle.media.server import gate
from hemicycle.media.wire.clock import now_us
from hemicycle.wire.ids import Source
from hemicycle.wire.media import Sending

SMALL = Source.CAMERA_SMALL
PERMITTED = frozenset({("a", CAMERA), ("a", SMALL)})


@pytest.fixture(autouse=True)
def linger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "LINGER_S", 0.3)


@asynccontextmanager
async def showing(client: MediaClient) -> AsyncIterator[dict[Source, PictureTrack]]:
    """Both renditions of a camera, a group of four pictures every 80 ms."""
    publication = client.publish()
    tracks = {source: publication.picture(source) for source in (CAMERA, SMALL)}

    async def show() -> None:
        for number in range(1_000_000):
            for track in tracks.values():
                track.write(b"picture", now_us(), track.wants_keyframe or number % 4 == 0)
            await asyncio.sleep(0.02)

    task = asyncio.get_running_loop().create_task(show())
    try:
        yield tracks
    finally:
        task.cancel()
        publication.close()


async def test_it_is_encoded_only_while_somebody_takes_it(hosted: Hosted) -> None:
    room = hosted.room
    async with (
        hosted.client("a") as speaker,
        showing(speaker) as tracks,
        hosted.client("b") as viewer,
        hosted.client("c") as other,
    ):
        room.set_sending("a", Sending(camera=ENCODED, camera_small=ENCODED))
        room.permit(PERMITTED)
        path = await hosted.opened("a", SMALL)
        await until(lambda: tracks[CAMERA].wanted)
        await asyncio.sleep(0.2)
        assert not tracks[SMALL].wanted
        last = 0
        for _ in range(3):
            asked_at = now_us()
            async with listening(viewer, path, SMALL) as seen, listening(other, path, SMALL) as seen_too:
                await until(lambda seen=seen, too=seen_too: min(len(seen.frames), len(too.frames)) > 10)  # type: ignore[misc]
                assert tracks[SMALL].wanted
            fresh = [frame for frame in seen.frames if frame.timestamp_us > last]
            assert fresh[0].keyframe
            assert min(frame.timestamp_us for frame in fresh) > asked_at - 200_000
            last = seen.frames[-1].timestamp_us
            await until(lambda: not tracks[SMALL].wanted)
            assert hosted.path("a", SMALL) == path
        assert tracks[CAMERA].wanted


async def test_who_comes_back_soon_finds_it_running(hosted: Hosted) -> None:
    room = hosted.room
    async with hosted.client("a") as speaker, showing(speaker) as tracks, hosted.client("b") as viewer:
        room.set_sending("a", Sending(camera_small=ENCODED))
        room.permit(PERMITTED)
        path = await hosted.opened("a", SMALL)
        for _ in range(3):
            async with listening(viewer, path, SMALL) as seen:
                await until(lambda seen=seen: seen.frames)  # type: ignore[misc]
            await asyncio.sleep(0.1)
            assert tracks[SMALL].wanted


@pytest.mark.parametrize("taken", [True, False])
async def test_closed_is_closed(hosted: Hosted, taken: bool) -> None:
    room = hosted.room
    async with hosted.client("a") as speaker, showing(speaker) as tracks, hosted.client("b") as viewer:
        room.set_sending("a", Sending(camera_small=ENCODED))
        for _ in range(3):
            room.permit(PERMITTED)
            path = await hosted.opened("a", SMALL)
            async with Reader(room.origin) as reader:
                if taken:
                    async with listening(viewer, path, SMALL) as seen:
                        await until(lambda seen=seen: len(seen.frames) > 5)  # type: ignore[misc]
                        room.permit(frozenset())
                        closed = now_us()
                        await until(lambda seen=seen: seen.ended)  # type: ignore[misc]
                    assert max(frame.timestamp_us for frame in seen.frames) <= closed
                room.permit(frozenset())
                assert hosted.path("a", SMALL) is None
                passed = room.counters.frames
                await until(lambda: not tracks[SMALL].wanted)
                await asyncio.sleep(0.1)
                assert room.counters.frames == passed
                assert all(stamp <= now_us() for _, stamp in reader.frames)


async def test_no_other_track_of_it(hosted: Hosted) -> None:
    room = hosted.room
    async with hosted.client("a") as speaker, showing(speaker), hosted.client("b") as viewer:
        room.set_sending("a", Sending(camera_small=ENCODED))
        room.permit(PERMITTED)
        path = await hosted.opened("a", SMALL)
        async with listening(viewer, path, CAMERA) as nothing:
            await asyncio.sleep(0.3)
            assert nothing.frames == []
        async with listening(viewer, path, SMALL) as seen:
            await until(lambda: seen.frames)

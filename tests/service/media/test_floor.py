"""The chair passes every frame, and only what is open."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Awaitable, Callable, Sized
from functools import partial

import numpy as np
import pytest
from tests.world.media import (
    CAMERA,
    ENCODED,
    MICROPHONE,
    NOTHING,
    SCREEN,
    Hosted,
    Reader,
    Stubborn,
    listening,
    speaking,
    until,
)
from tests.world.pictures import H264Decoder

from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS, OpusDecoder
from hemicycle.wire.media import Sending


def more_than(frames: Sized, count: int) -> bool:
    return len(frames) > count


SOUND_AND_PICTURE = frozenset({("a", MICROPHONE), ("a", CAMERA)})


async def test_a_speaker_is_seen_and_heard(hosted: Hosted) -> None:
    async with (
        hosted.client("a") as speaker,
        hosted.client("b") as viewer,
        speaking(speaker, picture=True) as sending,
    ):
        hosted.room.set_sending("a", sending)
        hosted.room.permit(SOUND_AND_PICTURE)
        sound, picture = await hosted.opened("a", MICROPHONE), await hosted.opened("a", CAMERA)
        async with listening(viewer, sound, MICROPHONE) as heard, listening(viewer, picture, CAMERA) as seen:
            await until(lambda: len(heard.frames) >= 50 and len(seen.frames) >= 10)
        assert seen.frames[0].keyframe
        decoder = OpusDecoder()
        in_order = sorted(heard.frames, key=lambda frame: frame.group)
        samples = np.concatenate([decoder.decode(frame.payload) for frame in in_order])[-24_000:]
        assert np.argmax(np.abs(np.fft.rfft(samples))) * 2 == pytest.approx(440, abs=6)
        shown = H264Decoder()
        pictures = [image for frame in seen.frames for image in shown.decode(frame.payload)]
        assert np.abs(pictures[-1].mean(axis=(0, 1)) - (200, 30, 30)).max() < 12
        assert hosted.room.streams["a"]["camera"]["codec"] == sending.camera.codec if sending.camera else None
        assert (hosted.room.sessions, hosted.room.publishers) == (2, 1)
        assert hosted.room.viewers == {"udp": 1, "tcp": 0}


@pytest.mark.parametrize("after", [0.02, 0.1, 0.25])
async def test_closed_is_closed_whatever_the_publisher_does(hosted: Hosted, after: float) -> None:
    """Frames that had already come in when the chair closed, and those that come later, stay
    out."""
    room = hosted.room
    room.set_sending("a", Sending(microphone=OPUS, camera=ENCODED))
    ticket = room.admit("a")
    async with (
        Stubborn(hosted.url(ticket), hosted.server.fingerprints) as publisher,
        Reader(room.origin) as reader,
    ):
        for _ in range(5):
            room.permit(SOUND_AND_PICTURE)
            await hosted.opened("a", MICROPHONE)
            await until(partial(more_than, reader.frames, len(reader.frames)))
            await asyncio.sleep(after)
            room.permit(frozenset())
            closed, passed, written = now_us(), room.counters.frames, publisher.written
            assert room.streams == {}
            await until(partial(publisher.has_written, written + 30))
            await asyncio.sleep(0.1)
            assert room.counters.frames == passed
            assert max(timestamp for _, timestamp in reader.frames) <= closed
        assert len(set(reader.paths)) == len(reader.paths)


async def test_only_what_is_open_passes(hosted: Hosted) -> None:
    room = hosted.room
    room.set_sending("a", Sending(microphone=OPUS, camera=ENCODED))
    async with (
        Stubborn(hosted.url(room.admit("a")), hosted.server.fingerprints) as publisher,
        Reader(room.origin) as reader,
    ):
        await until(lambda: publisher.written > 20)
        assert reader.paths == []
        room.permit(frozenset({("a", CAMERA), ("b", MICROPHONE)}))
        await until(lambda: len(reader.frames) > 20)
        assert {path for path, _ in reader.frames} == {"a/camera/1"}
        assert room.streams.keys() == {"a"}
        assert room.streams["a"].keys() == {"camera"}


async def test_an_opening_has_a_path_of_its_own_and_nothing_from_before_it(hosted: Hosted) -> None:
    room = hosted.room
    async with hosted.client("a") as speaker, hosted.client("b") as viewer, speaking(speaker) as sending:
        room.set_sending("a", sending)
        room.permit(SOUND_AND_PICTURE)
        first = await hosted.opened("a", MICROPHONE)
        async with listening(viewer, first, MICROPHONE) as heard:
            await until(lambda: len(heard.frames) > 10)
            room.permit(frozenset())
            await until(lambda: heard.ended)
        await asyncio.sleep(0.3)
        opened = now_us()
        room.permit(SOUND_AND_PICTURE)
        second = await hosted.opened("a", MICROPHONE)
        assert (first, second) == ("a/microphone/1", "a/microphone/2")
        async with hosted.client("c") as late, listening(late, second, MICROPHONE) as heard_late:
            await until(lambda: len(heard_late.frames) > 10)
            assert min(frame.timestamp_us for frame in heard_late.frames) >= opened
        assert room.counters.stale > 0
        # What is over can't be had any more.
        async with hosted.client("d") as curious, listening(curious, first, MICROPHONE) as nothing:
            await asyncio.sleep(0.3)
            assert nothing.frames == []


@pytest.mark.parametrize("order", list(itertools.permutations(["permit", "offer", "publish"])), ids="-".join)
async def test_the_order_of_arrival_does_not_matter(hosted: Hosted, order: tuple[str, ...]) -> None:
    async with hosted.client("a") as speaker, hosted.client("b") as viewer:

        async def publish() -> None:
            speakers.append(await exits.enter_async_context(speaking(speaker)))

        async def offer() -> None:
            hosted.room.set_sending("a", Sending(microphone=OPUS))

        async def permit() -> None:
            hosted.room.permit(frozenset({("a", MICROPHONE)}))

        speakers: list[Sending] = []
        steps: dict[str, Callable[[], Awaitable[None]]] = {
            "publish": publish,
            "offer": offer,
            "permit": permit,
        }
        exits = contextlib.AsyncExitStack()
        async with exits:
            for step in order:
                assert hosted.room.streams == {}
                await steps[step]()
                await asyncio.sleep(0.1)
            path = await hosted.opened("a", MICROPHONE)
            assert path == "a/microphone/1"
            async with listening(viewer, path, MICROPHONE) as heard:
                await until(lambda: len(heard.frames) > 5)


async def test_another_format_is_another_opening(hosted: Hosted) -> None:
    room = hosted.room
    room.permit(SOUND_AND_PICTURE)
    room.set_sending("a", Sending(camera=ENCODED))
    async with Stubborn(hosted.url(room.admit("a")), hosted.server.fingerprints):
        assert await hosted.opened("a", CAMERA) == "a/camera/1"
        changes = hosted.changes
        room.set_sending("a", Sending(camera=ENCODED))
        assert hosted.path("a", CAMERA) == "a/camera/1"
        room.set_sending("a", Sending(camera=ENCODED.model_copy(update={"width": 1280, "height": 720})))
        assert hosted.path("a", CAMERA) is None
        assert await hosted.opened("a", CAMERA) == "a/camera/2"
        assert room.streams["a"]["camera"]["width"] == 1280
        await until(lambda: hosted.changes > changes)
        room.set_sending("a", NOTHING)
        assert room.streams == {}


async def test_a_camera_can_be_stopped_and_used_again(hosted: Hosted) -> None:
    room = hosted.room
    room.permit(frozenset({("a", SCREEN)}))
    async with hosted.client("a") as speaker, hosted.client("b") as viewer:
        publication = speaker.publish()
        for number in (1, 2, 3):
            screen = publication.picture(SCREEN)
            room.set_sending("a", Sending(screen=ENCODED))
            path = await hosted.opened("a", SCREEN)
            async with listening(viewer, path, SCREEN) as seen:
                await asyncio.wait_for(screen.wait_wanted(), 2)
                for picture in range(5):
                    screen.write(b"picture %d" % number, now_us(), picture == 0)
                await until(partial(more_than, seen.frames, 4))
            assert {frame.payload for frame in seen.frames} == {b"picture %d" % number}
            room.set_sending("a", NOTHING)
            screen.close()


async def test_a_client_encodes_only_what_is_taken(hosted: Hosted) -> None:
    async with hosted.client("a") as speaker:
        publication = speaker.publish()
        microphone, camera = publication.sound(), publication.picture(CAMERA)
        hosted.room.set_sending("a", Sending(microphone=OPUS, camera=ENCODED))
        await asyncio.sleep(0.1)
        assert not microphone.wanted
        assert not microphone.write(b"opus", now_us())
        hosted.room.permit(SOUND_AND_PICTURE)
        await until(lambda: microphone.wanted and camera.wanted)
        assert microphone.write(b"opus", now_us())
        assert camera.wants_keyframe
        assert not camera.write(b"depends on others", now_us(), False)
        assert camera.write(b"key", now_us(), True)
        assert not camera.wants_keyframe
        assert camera.write(b"depends on others", now_us(), False)
        hosted.room.permit(frozenset())
        await until(lambda: not microphone.wanted and not camera.wanted)
        hosted.room.permit(SOUND_AND_PICTURE)
        await until(lambda: camera.wants_keyframe)

"""A microphone is held back while its stream stays; one that is expected passes at once when it is
opened."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest
from tests.world.media import (
    CAMERA,
    ENCODED,
    MICROPHONE,
    Hosted,
    Reader,
    Stubborn,
    listening,
    speaking,
    until,
)

from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS
from hemicycle.wire.media import Sending

pytestmark = pytest.mark.realtime

ON_ITS_WAY_US = 5_000
"""A frame that was on its way when the sound was let go belongs to neither side (see
`media.progress`)."""

SOUND = frozenset({("a", MICROPHONE)})


def beyond(reader: Reader, count: int) -> bool:
    return len(reader.frames) > count


def has_both(hosted: Hosted) -> bool:
    return set(hosted.room.streams.get("a", {})) == {MICROPHONE, CAMERA}


@pytest.mark.parametrize("after", [0.02, 0.1, 0.25])
async def test_held_is_held_whatever_the_publisher_does(hosted: Hosted, after: float) -> None:
    room = hosted.room
    room.set_sending("a", Sending(microphone=OPUS))
    async with (
        Stubborn(hosted.url(room.admit("a")), hosted.server.fingerprints) as publisher,
        Reader(room.origin) as reader,
    ):
        room.permit(SOUND)
        path = await hosted.opened("a", MICROPHONE)
        held_times: list[tuple[int, int]] = []
        for _ in range(5):
            await until(partial(beyond, reader, len(reader.frames)))
            await asyncio.sleep(after)
            room.mute(frozenset("a"))
            held, passed, written = now_us(), room.counters.frames, publisher.written
            await until(partial(publisher.has_written, written + 30))
            await asyncio.sleep(0.1)
            assert room.counters.frames == passed, "not one frame after it returned"
            assert hosted.path("a", MICROPHONE) == path, "the broadcast stays"
            held_times.append((held, now_us() - ON_ITS_WAY_US))
            room.mute(frozenset())
        await until(partial(beyond, reader, len(reader.frames)))
        stamps = [stamped for _, stamped in reader.frames]
        for begun, ended in held_times:
            assert not [stamped for stamped in stamps if begun < stamped < ended], "what was said meanwhile"
        assert set(reader.paths) == {path}


async def test_only_the_sound_is_held(hosted: Hosted) -> None:
    room = hosted.room
    room.set_sending("a", Sending(microphone=OPUS, camera=ENCODED))
    room.mute(frozenset("a"))
    room.permit(frozenset({("a", MICROPHONE), ("a", CAMERA)}))
    async with (
        Stubborn(hosted.url(room.admit("a")), hosted.server.fingerprints),
        Reader(room.origin) as reader,
    ):
        await until(lambda: has_both(hosted))
        await until(lambda: len(reader.frames) > 50)
        assert {path for path, _ in reader.frames} == {"a/camera/1"}, "it was held before it came"
        room.mute(frozenset())
        await until(lambda: {path for path, _ in reader.frames} == {"a/camera/1", "a/microphone/1"})


async def test_a_listener_hears_on_over_the_same_stream(hosted: Hosted) -> None:
    room = hosted.room
    async with hosted.client("a") as speaker, hosted.client("b") as viewer, speaking(speaker) as sending:
        room.set_sending("a", sending)
        room.permit(SOUND)
        path = await hosted.opened("a", MICROPHONE)
        async with listening(viewer, path, MICROPHONE) as heard:
            await until(lambda: len(heard.frames) > 10)
            for _ in range(3):
                room.mute(frozenset("a"))
                await asyncio.sleep(0.2)
                before = len(heard.frames)
                await asyncio.sleep(0.2)
                assert len(heard.frames) == before
                room.mute(frozenset())
                await until(lambda before=before: len(heard.frames) > before + 5)  # type: ignore[misc]
            assert not heard.ended


async def test_what_is_expected_is_taken_and_passes_nowhere(hosted: Hosted) -> None:
    room = hosted.room
    room.set_sending("a", Sending(microphone=OPUS))
    async with (
        Stubborn(hosted.url(room.admit("a")), hosted.server.fingerprints) as publisher,
        Reader(room.origin) as reader,
    ):
        room.prepare(SOUND)
        await until(partial(publisher.has_written, publisher.written + 100))
        await asyncio.sleep(0.2)
        assert (room.streams, reader.paths, room.counters.frames) == ({}, [], 0)

        opened = now_us()
        room.permit(SOUND)
        assert hosted.path("a", MICROPHONE) == "a/microphone/1", "it is there at once"
        room.prepare(frozenset())
        await until(lambda: len(reader.frames) > 50)
        assert min(stamped for _, stamped in reader.frames) >= opened - ON_ITS_WAY_US, (
            "nothing of what was said before"
        )
        assert hosted.path("a", MICROPHONE) == "a/microphone/1"

        room.prepare(SOUND)
        room.permit(frozenset())
        passed, written = room.counters.frames, publisher.written
        await until(partial(publisher.has_written, written + 100))
        assert (room.streams, room.counters.frames) == ({}, passed)
        room.permit(SOUND)
        assert await hosted.opened("a", MICROPHONE) == "a/microphone/2"


async def test_it_is_known_for_how_long_nothing_has_come(hosted: Hosted) -> None:
    room = hosted.room
    room.set_sending("a", Sending(microphone=OPUS))
    async with hosted.client("a") as speaker:
        microphone = speaker.publish().sound()
        assert room.stalled_s("a") == 0, "nothing is open"
        room.permit(SOUND)
        await hosted.opened("a", MICROPHONE)
        await until(lambda: room.stalled_s("a") > 0.2)
        await until(lambda: microphone.write(b"sound", now_us()))
        await until(lambda: room.stalled_s("a") < 0.1)
        room.mute(frozenset("a"))
        await until(lambda: room.stalled_s("a") > 0.2)
        microphone.write(b"sound", now_us())
        await until(lambda: room.stalled_s("a") < 0.1)
        room.permit(frozenset())
        assert room.stalled_s("a") == 0


async def test_a_publisher_is_asked_for_what_is_expected(hosted: Hosted) -> None:
    async with hosted.client("a") as speaker:
        microphone = speaker.publish().sound()
        hosted.room.set_sending("a", Sending(microphone=OPUS))
        hosted.room.prepare(SOUND)
        await until(lambda: microphone.wanted)
        hosted.room.prepare(frozenset())
        await until(lambda: not microphone.wanted)

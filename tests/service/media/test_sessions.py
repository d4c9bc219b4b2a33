"""Who is let in, who takes over, who is shown out."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
from pathlib import Path

import moq
import pytest
from tests.world.media import CAMERA, MICROPHONE, Hosted, Reader, listening, speaking, until

from hemicycle.media.client.client import MediaClient
from hemicycle.media.server import server as module
from hemicycle.media.server.room import SESSIONS_PER_TICKET
from hemicycle.media.server.server import MediaServer, is_due
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS
from hemicycle.media.wire.frames import MAX_FRAME_BYTES, encode_frame
from hemicycle.wire.media import Sending

SOUND = frozenset({("a", MICROPHONE)})


async def test_an_unknown_ticket_is_refused(hosted: Hosted) -> None:

    async with MediaClient(hosted.url("nonsense"), hosted.server.fingerprints) as stranger:
        await asyncio.wait_for(stranger.closed(), 3)
    assert hosted.room.sessions == 0
    assert hosted.server.refused == 1


async def test_a_dismissed_ticket_ends_its_sessions_and_no_other(hosted: Hosted) -> None:
    room = hosted.room
    room.permit(SOUND)
    async with hosted.client("a") as stays:
        ticket = room.admit("a")

        async with (
            MediaClient(hosted.url(ticket), hosted.server.fingerprints) as goes,
            speaking(goes) as sending,
        ):
            room.set_sending("a", sending)
            await hosted.opened("a", MICROPHONE)
            assert room.sessions == 2
            room.dismiss(ticket)
            assert room.streams == {}
            assert room.sessions == 1
            await asyncio.wait_for(goes.closed(), 5)
            assert stays.connected
        room.dismiss(ticket)
        async with MediaClient(hosted.url(ticket), hosted.server.fingerprints) as again:
            await asyncio.wait_for(again.closed(), 3)
    await until(lambda: room.sessions == 0)


async def test_a_publisher_that_comes_again_takes_over(hosted: Hosted) -> None:
    room = hosted.room
    room.permit(SOUND)
    async with hosted.client("a") as old, hosted.client("b") as viewer, speaking(old) as sending:
        room.set_sending("a", sending)
        first = await hosted.opened("a", MICROPHONE)
        async with listening(viewer, first, MICROPHONE) as heard, hosted.client("a") as new:
            await until(lambda: heard.frames)
            async with speaking(new):
                await until(lambda: hosted.path("a", MICROPHONE) == "a/microphone/2")
                await until(lambda: heard.ended)
                async with listening(viewer, "a/microphone/2", MICROPHONE) as heard_new:
                    await until(lambda: len(heard_new.frames) > 5)
            # The newer is gone: the older, which is still there, is taken again.
            await until(lambda: hosted.path("a", MICROPHONE) == "a/microphone/3")
            async with listening(viewer, "a/microphone/3", MICROPHONE) as heard_old:
                await until(lambda: len(heard_old.frames) > 5)


async def test_a_lost_connection_comes_back_and_everything_goes_on(hosted: Hosted) -> None:
    room = hosted.room
    room.permit(SOUND)
    async with hosted.client("a") as speaker, hosted.client("b") as viewer, speaking(speaker) as sending:
        room.set_sending("a", sending)
        path = await hosted.opened("a", MICROPHONE)
        async with listening(viewer, path, MICROPHONE) as heard:
            await until(lambda: heard.frames)
            # The viewer's connection breaks: the same stream goes on.
            for session in [each for each in room._sessions if each.seat == "b"]:
                session.end(1)
            await until(lambda: room.sessions == 1)
            await until(lambda: room.sessions == 2)
            before = len(heard.frames)
            await until(lambda: len(heard.frames) > before + 10)
            assert not heard.ended
            # The publisher's connection breaks: what it says next is another opening.
            for session in [each for each in room._sessions if each.seat == "a"]:
                session.end(1)
            await until(lambda: heard.ended, 10)
        after = await hosted.opened("a", MICROPHONE)
        assert after != path
        async with listening(viewer, after, MICROPHONE) as heard:
            await until(lambda: len(heard.frames) > 10)


async def test_what_a_viewer_publishes_is_seen_by_nobody(hosted: Hosted) -> None:
    room = hosted.room
    room.permit(SOUND)
    room.set_sending("a", Sending(microphone=OPUS))
    own = moq.OriginProducer()
    client = moq.Client(
        hosted.url(room.admit("b")),
        tls_fingerprints=hosted.server.fingerprints,
        websocket_enabled=False,
        publish=own,
        subscribe=moq.OriginProducer(),
    )
    async with client, Reader(room.origin) as reader:
        for path in ("seat", "a/microphone/1", "b/microphone/1"):
            broadcast = own.create_broadcast(path)
            track = broadcast.publish_track(MICROPHONE)
            broadcast.announce()
            track.write_frame(encode_frame(b"hello", now_us()), 0)
        await asyncio.sleep(0.3)
        assert reader.paths == []
        assert room.streams == {}
        assert room.counters.frames == 0


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(b"\0" * (MAX_FRAME_BYTES + 1), id="too long"),
        pytest.param(b"", id="without a timestamp"),
    ],
)
async def test_what_no_publisher_may_send_ends_its_session_only(hosted: Hosted, frame: bytes) -> None:
    room = hosted.room
    room.permit(frozenset({("a", MICROPHONE), ("b", CAMERA)}))
    own = moq.OriginProducer()
    client = moq.Client(
        hosted.url(room.admit("b")),
        tls_fingerprints=hosted.server.fingerprints,
        websocket_enabled=False,
        reconnect=False,
        publish=own,
        subscribe=moq.OriginProducer(),
    )
    async with hosted.client("a") as speaker, speaking(speaker) as sending, client:
        broadcast = own.create_broadcast("seat")
        track = broadcast.publish_track(CAMERA)
        broadcast.announce()
        room.set_sending("a", sending)
        room.set_sending(
            "b", Sending.model_validate({"camera": {"codec": "vp8", "width": 640, "height": 360}})
        )
        await hosted.opened("b", CAMERA)
        await hosted.opened("a", MICROPHONE)
        track.write_frame(frame, 0)
        await until(lambda: room.sessions == 1)
        assert hosted.path("b", CAMERA) is None
        passed = room.counters.frames
        await until(lambda: room.counters.frames > passed + 5)


async def test_garbage_at_the_door_stops_nothing(hosted: Hosted) -> None:
    noise = random.Random(7)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for _ in range(2000):
            sender.sendto(noise.randbytes(noise.randint(1, 1400)), ("127.0.0.1", hosted.server.port))
            if noise.random() < 0.01:
                await asyncio.sleep(0)
    async with hosted.client("a") as client:
        await until(lambda: hosted.room.sessions == 1)
        assert client.connected


async def test_a_room_that_closes_lets_everybody_go(hosted: Hosted) -> None:
    room = hosted.room
    room.permit(SOUND)
    ticket = room.admit("c")
    async with hosted.client("a") as speaker, speaking(speaker) as sending:
        room.set_sending("a", sending)
        await hosted.opened("a", MICROPHONE)
        await room.close()
        assert room.streams == {}
        await asyncio.wait_for(speaker.closed(), 5)

    async with MediaClient(hosted.url(ticket), hosted.server.fingerprints) as late:
        await asyncio.wait_for(late.closed(), 3)
    with pytest.raises(RuntimeError, match="closed"):
        room.admit("a")


async def test_rooms_do_not_hear_each_other(hosted: Hosted) -> None:
    other = hosted.server.room(lambda: None)
    other.permit(SOUND)
    hosted.room.permit(SOUND)
    async with hosted.client("a") as speaker, speaking(speaker) as sending, Reader(other.origin) as reader:
        hosted.room.set_sending("a", sending)
        other.set_sending("a", sending)
        await hosted.opened("a", MICROPHONE)
        await asyncio.sleep(0.2)
        assert other.streams == {}
        assert reader.paths == []


async def test_a_taken_port_is_said(hosted: Hosted) -> None:
    with pytest.raises(OSError, match=str(hosted.server.port)):
        async with MediaServer("127.0.0.1", hosted.server.port):
            pass


async def test_nobody_is_at_the_other_end() -> None:

    with pytest.raises(ConnectionError):
        async with MediaClient("https://127.0.0.1:18199/media?ticket=x", ["00" * 32], patience=1):
            pass


async def test_a_page_may_have_only_so_many_connections(hosted: Hosted) -> None:
    url = hosted.url(hosted.room.admit("a"))
    async with contextlib.AsyncExitStack() as stack:
        clients = [
            await stack.enter_async_context(MediaClient(url, hosted.server.fingerprints))
            for _ in range(SESSIONS_PER_TICKET)
        ]
        await until(lambda: hosted.room.sessions == SESSIONS_PER_TICKET)
        assert hosted.room.viewers == {"udp": 1, "tcp": 0}
        async with MediaClient(url, hosted.server.fingerprints):
            await until(lambda: not clients[0].connected)
            assert hosted.room.sessions <= SESSIONS_PER_TICKET
            assert clients[-1].connected


async def test_another_certificate_on_the_same_port(hosted: Hosted) -> None:
    room, door = hosted.room, hosted.server
    room.permit(SOUND)
    before, port, told = door.fingerprints, door.port, []
    door.renewed = lambda: told.append(door.fingerprints)
    ticket = room.admit("a")
    async with MediaClient(hosted.url(ticket), before) as old:
        await until(lambda: door.sessions == 1)
        await door.renew()
        await until(lambda: not old.connected)
    assert told == [door.fingerprints]
    assert door.fingerprints != before
    assert door.port == port
    async with MediaClient(hosted.url(ticket), door.fingerprints) as new, speaking(new) as sending:
        room.set_sending("a", sending)
        await hosted.opened("a", MICROPHONE)


@pytest.mark.parametrize(
    ("days", "sessions", "due"),
    [(0.5, 0, False), (1.5, 0, True), (1.5, 1, False), (11, 70, False), (12.5, 70, True)],
)
def test_when_a_certificate_is_replaced(days: float, sessions: int, due: bool) -> None:
    assert is_due(days * 24 * 3600, sessions) is due


@pytest.mark.parametrize("host", ["", "localhost", "::"])
async def test_one_port_for_both_families(host: str) -> None:
    async with MediaServer(host, 0) as door:
        for family, address in ((socket.AF_INET6, "::1"), (socket.AF_INET, "127.0.0.1")):
            with (
                pytest.raises(OSError),  # noqa: PT011
                socket.socket(family, socket.SOCK_DGRAM) as taken,
            ):
                taken.bind((address, door.port))


def test_a_key_without_its_certificate() -> None:
    with pytest.raises(ValueError, match="go together"):
        MediaServer("", 0, tls_key=Path("key.pem"))


class Held(MediaServer):
    """A media server whose port something else has for so many tries."""

    tries = 0

    async def _listen(self) -> moq.Server:
        if self.tries > 0:
            self.tries -= 1
            raise OSError("taken")
        return await super()._listen()


async def test_a_renewal_goes_on_until_the_port_is_free(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "RELEASE_S", 0.2)
    monkeypatch.setattr(module, "CHECK_EVERY_S", 0.5)
    async with Held("127.0.0.1", 0) as door:
        before, port = door.fingerprints, door.port
        told: list[list[str]] = []
        door.renewed = lambda: told.append(door.fingerprints)
        door.tries = 12
        monkeypatch.setattr(module, "RENEW_AT_LATEST_S", 0.3)
        await until(lambda: told)
        monkeypatch.setattr(module, "RENEW_AT_LATEST_S", 600.0)
        assert "could not listen again" in caplog.text
        assert door.port == port
        assert told[-1] == door.fingerprints != before
        room = door.room(lambda: None)
        url = f"https://127.0.0.1:{port}/media?ticket={room.admit('a')}"
        async with MediaClient(url, door.fingerprints):
            await until(lambda: room.sessions == 1)

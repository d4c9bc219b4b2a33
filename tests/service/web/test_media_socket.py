"""Sound and picture over a WebSocket, by clients that speak the protocol bare."""

from __future__ import annotations

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from urllib.parse import urlsplit

import numpy as np
import pytest
import websockets
from tests.service.web.test_authority import at_us, sources
from tests.world.media import CAMERA, ENCODED, MICROPHONE, Reader, listening, speaking, until
from tests.world.pictures import H264Decoder
from tests.world.site import Site

from hemicycle.client.seat import Seat
from hemicycle.media.server.tcp_session import TcpSession
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS, OpusDecoder
from hemicycle.media.wire.frames import decode_frame, encode_frame
from hemicycle.media.wire.tcp_messages import (
    BEGINS,
    BREACH,
    ENDS,
    REFUSED,
    SUBPROTOCOL,
    Announce,
    End,
    Frame,
    Gone,
    Message,
    Release,
    Request,
    Subscribe,
    Unannounce,
    decode_message,
    encode_message,
)
from hemicycle.wire.doors import SendOut
from hemicycle.wire.floor import CloseMicrophone, GiveFloor, TakeFloor
from hemicycle.wire.media import Sending
from hemicycle.wire.opening import CloseMeeting, OpenMeeting
from hemicycle.wire.protocol import Command


class Bare:
    """A media connection, message by message."""

    def __init__(self, connection: websockets.ClientConnection) -> None:
        self.connection = connection

    async def say(self, message: Message) -> None:
        await self.connection.send(encode_message(message))

    async def said(self, seconds: float = 5) -> Message:
        data = await asyncio.wait_for(self.connection.recv(), seconds)
        assert isinstance(data, bytes)
        return decode_message(data)

    def pause(self) -> None:
        """Read nothing from the network until `resume`."""
        self.connection.transport.pause_reading()

    def resume(self) -> None:
        self.connection.transport.resume_reading()

    async def closed(self, seconds: float = 5) -> int | None:
        """The code with which the server closes, whatever it says before."""
        async with asyncio.timeout(seconds):
            await self.connection.wait_closed()
        return self.connection.close_code


@asynccontextmanager
async def bare(url: str, *, window: int | None = None, **headers: str) -> AsyncIterator[Bare]:
    """A connection; `window`: how many bytes at most the machine takes in before they are read."""
    where = urlsplit(url)
    assert where.hostname is not None
    assert where.port is not None
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as opened:
        if window is not None:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        opened.setblocking(False)
        await asyncio.get_running_loop().sock_connect(opened, ("127.0.0.1", where.port))
        async with websockets.connect(
            url,
            sock=opened,
            subprotocols=[websockets.Subprotocol(SUBPROTOCOL)],
            additional_headers=headers,
            compression=None,
        ) as connection:
            yield Bare(connection)


def door(seat: Seat) -> str:
    assert seat.media is not None
    return seat.media.tcp


async def test_a_viewer_takes_what_a_speaker_sends_over_udp(site: Site) -> None:
    chair, ambassador, france = [await site.seat(key) for key in ("chair", "ambassador", "france")]
    await chair.ask(OpenMeeting())
    await chair.ask(GiveFloor(seat="ambassador"))
    async with (
        ambassador.connect_media() as speaker,
        speaking(speaker) as sending,
        bare(door(france)) as viewer,
    ):
        assert viewer.connection.subprotocol == SUBPROTOCOL
        await ambassador.sending(sending)
        view = await france.until(lambda view: "ambassador" in view["streams"])
        path = view["streams"]["ambassador"]["microphone"]["path"]
        await viewer.say(Subscribe(7, 10, path, "microphone"))
        stamps = []
        for _ in range(20):
            frame = await viewer.said()
            assert isinstance(frame, Frame)
            assert (frame.id, frame.flags) == (7, BEGINS | ENDS)
            stamps.append(decode_frame(frame.payload)[0])
        assert stamps == sorted(set(stamps))
        assert now_us() - stamps[-1] < 1_000_000
        await chair.ask(CloseMicrophone(seat="ambassador"))
        while isinstance(message := await viewer.said(), Frame):
            pass
        assert message == Gone(7)


async def test_a_speaker_is_heard_and_closed_as_any_other(site: Site) -> None:
    chair, ambassador = await site.seat("chair"), await site.seat("ambassador")
    await chair.ask(OpenMeeting())
    origin = site.running.owner.rooms["small"].origin
    async with bare(door(ambassador)) as speaker, Reader(origin) as reader:
        await speaker.say(Announce())
        await ambassador.sending(Sending(microphone=OPUS))
        await chair.ask(GiveFloor(seat="ambassador"))
        want = await speaker.said()
        assert want == Request(1, "microphone")
        for group in range(10):
            await speaker.say(Frame(1, group, BEGINS | ENDS, encode_frame(b"sound", now_us())))
        await until(lambda: len(reader.frames) == 10)
        await chair.ask(CloseMicrophone(seat="ambassador"))
        closed = now_us()
        assert await speaker.said() == Release(1)
        for group in range(10, 20):
            await speaker.say(Frame(1, group, BEGINS | ENDS, encode_frame(b"sound", now_us())))
        await speaker.say(Unannounce())
        await asyncio.sleep(0.2)
        assert max(stamp for _, stamp in reader.frames) < closed
        assert len(reader.frames) == 10


async def test_a_meeting_over_tcp_alone(site: Site) -> None:
    """Sound and picture, speaker and viewers; who comes late begins with the group that is under
    way."""
    chair, ambassador, france = [await site.seat(key) for key in ("chair", "ambassador", "france")]
    await chair.ask(OpenMeeting())
    await chair.ask(GiveFloor(seat="ambassador"))
    async with (
        ambassador.connect_media("tcp") as speaker,
        speaking(speaker, picture=True) as sending,
        france.connect_media("tcp") as viewer,
        chair.connect_media("tcp") as late,
    ):
        await ambassador.sending(sending)
        view = await france.until(lambda view: len(view["streams"].get("ambassador", {})) == 2)
        streams = view["streams"]["ambassador"]
        sound, picture = streams["microphone"]["path"], streams["camera"]["path"]
        async with listening(viewer, sound, MICROPHONE) as heard, listening(viewer, picture, CAMERA) as seen:
            await until(lambda: len(heard.frames) >= 50 and len(seen.frames) >= 10)
            assert seen.frames[0].keyframe
            shown = H264Decoder()
            pictures = [image for frame in seen.frames for image in shown.decode(frame.payload)]
            assert np.abs(pictures[-1].mean(axis=(0, 1)) - (200, 30, 30)).max() < 12
            decoder = OpusDecoder()
            samples = np.concatenate([decoder.decode(frame.payload) for frame in heard.frames])[-24_000:]
            assert np.argmax(np.abs(np.fft.rfft(samples))) * 2 == pytest.approx(440, abs=6)
            async with listening(late, picture, CAMERA) as seen_late:
                await until(lambda: len(seen_late.frames) > 5)
            assert seen_late.frames[0].keyframe
            assert seen_late.frames[0] in seen.frames
        room = site.running.owner.rooms["small"]
        assert (room.publishers, room.viewers) == (1, {"udp": 0, "tcp": 2})
        figures = (await site.http.get("/metrics")).text
        assert 'hemicycle_viewers{meeting="small",way="tcp"} 2.0' in figures
        await chair.ask(SendOut(seat="france"))
        await asyncio.wait_for(viewer.closed(), 3)


async def test_a_speaker_who_was_cut_off_is_heard_again(site: Site) -> None:
    chair, ambassador = await site.seat("chair"), await site.seat("ambassador")
    await chair.ask(OpenMeeting())
    await chair.ask(GiveFloor(seat="ambassador"))
    room = site.running.owner.rooms["small"]
    async with (
        ambassador.connect_media("tcp") as speaker,
        speaking(speaker) as sending,
        chair.connect_media("tcp") as viewer,
    ):
        await ambassador.sending(sending)
        for opening in range(1, 3):
            path = f"ambassador/microphone/{opening}"
            await chair.until(
                lambda view, path=path: (
                    view["streams"].get("ambassador", {}).get("microphone", {}).get("path")  # type: ignore[misc]
                    == path
                )
            )
            async with listening(viewer, path, MICROPHONE) as heard:
                await until(lambda heard=heard: len(heard.frames) > 10)  # type: ignore[misc]
                for session in [each for each in room._sessions if each.seat == "ambassador"]:
                    session.end(1)
                await until(lambda heard=heard: heard.ended)  # type: ignore[misc]
                timestamps = [frame.timestamp_us for frame in heard.frames]
                assert timestamps == sorted(set(timestamps))


class Stubborn:
    """A publisher over TCP that goes on sending whatever was ever wanted of it."""

    def __init__(self, connection: Bare) -> None:
        self.connection = connection
        self.written = 0

    def has_written(self, frames: int) -> bool:
        return self.written > frames

    async def listen(self, wanted: dict[int, str]) -> None:
        while True:
            message = await self.connection.said(60)
            if isinstance(message, Request):
                wanted[message.id] = message.track

    async def run(self) -> None:
        wanted: dict[int, str] = {}
        begun: set[int] = set()
        await self.connection.say(Announce())
        listening = asyncio.create_task(self.listen(wanted))
        try:
            while True:
                for number, track in tuple(wanted.items()):
                    sound = track == MICROPHONE
                    flags = BEGINS | ENDS if sound else BEGINS * (number not in begun)
                    begun.add(number)
                    group = self.written if sound else number
                    await self.connection.say(Frame(number, group, flags, encode_frame(b"x", now_us())))
                    self.written += 1
                await asyncio.sleep(0.002)
        except websockets.ConnectionClosed:
            # Sent out. It comes back no more.
            self.written += 10**9
        finally:
            listening.cancel()


@pytest.mark.parametrize(
    ("command", "still"),
    [
        (CloseMicrophone(seat="ambassador"), {"camera"}),
        (TakeFloor(seat="ambassador"), {"camera"}),
        (SendOut(seat="ambassador"), set()),
        (CloseMeeting(), set()),
    ],
    ids=lambda value: getattr(value, "type", None),
)
async def test_not_one_frame_after_the_fact(site: Site, command: Command, still: set[str]) -> None:
    chair, ambassador = await site.seat("chair"), await site.seat("ambassador")
    await chair.ask(OpenMeeting())
    async with (
        bare(door(ambassador)) as connection,
        Reader(site.running.owner.rooms["small"].origin) as reader,
    ):
        stubborn = Stubborn(connection)
        running = asyncio.create_task(stubborn.run())
        await ambassador.sending(Sending(microphone=OPUS, camera=ENCODED))
        await chair.ask(GiveFloor(seat="ambassador"))
        await until(lambda: sources(reader, 0) == {"microphone", "camera"})
        assert await chair.ask(command) is None
        fact = site.store.entries("small")[-1]
        await until(partial(stubborn.has_written, stubborn.written + 200))
        if still:
            await until(lambda: sources(reader, now_us() - 100_000) == still)
        else:
            await asyncio.sleep(0.2)
        assert sources(reader, at_us(fact)) <= still
        running.cancel()


async def test_a_slow_reader_loses_groups_and_keeps_the_connection(site: Site) -> None:
    """It gets the sound of now when it reads again, and little was kept for it meanwhile."""
    chair, ambassador, france = [await site.seat(key) for key in ("chair", "ambassador", "france")]
    await chair.ask(OpenMeeting())
    await chair.ask(GiveFloor(seat="ambassador"))
    room = site.running.owner.rooms["small"]
    async with (
        bare(door(ambassador)) as speaker,
        bare(door(france), window=4096) as viewer,
    ):
        await speaker.say(Announce())
        await ambassador.sending(Sending(microphone=OPUS, camera=ENCODED))
        wants = [await speaker.said(), await speaker.said()]
        ids = {want.track: want.id for want in wants if isinstance(want, Request)}
        view = await france.until(lambda view: len(view["streams"].get("ambassador", {})) == 2)
        streams = view["streams"]["ambassador"]
        sound, picture = streams["microphone"]["path"], streams["camera"]["path"]
        await viewer.say(Subscribe(1, 200, sound, MICROPHONE))
        await viewer.say(Subscribe(2, 100, picture, CAMERA))
        viewer.pause()
        await until(lambda: room.viewers["tcp"] == 1)
        (session,) = [each for each in room._sessions if each.seat == "france"]
        assert isinstance(session, TcpSession)
        most = 0
        for number in range(150):
            await speaker.say(
                Frame(ids[MICROPHONE], number, BEGINS | ENDS, encode_frame(b"s" * 80, now_us()))
            )
            flags = BEGINS if number % 10 == 0 else ENDS if number % 10 == 9 else 0
            await speaker.say(Frame(ids[CAMERA], number // 10, flags, encode_frame(b"p" * 40_000, now_us())))
            most = max(most, session.waiting)
            await asyncio.sleep(0.02)
        assert 100_000 < most < 700_000
        assert room.viewers["tcp"] == 1
        viewer.resume()
        resumed = now_us()
        sounds: list[Frame] = []
        old = 0
        while not (isinstance(message := await viewer.said(), End) and message.lost):
            if isinstance(message, Frame) and decode_frame(message.payload)[0] < resumed - 1_500_000:
                old += len(message.payload)
            if isinstance(message, Frame) and message.id == 1:
                sounds.append(message)
        stamps = [decode_frame(sound.payload)[0] for sound in sounds]
        assert stamps[-1] > resumed - 600_000
        gaps = [after.group - before.group for before, after in itertools.pairwise(sounds)]
        assert sum(gap > 20 for gap in gaps) == 1, "one long gap, then every frame"
        assert old < 300_000, "what lay in buffers that know no priority"
        await speaker.say(Frame(ids[CAMERA], 15, BEGINS | ENDS, encode_frame(b"p", now_us())))
        while not (
            isinstance(message := await viewer.said(), Frame) and (message.id, message.group) == (2, 15)
        ):
            pass


async def test_what_is_not_there_is_gone(site: Site) -> None:
    async with bare(door(await site.seat("france"))) as viewer:
        await viewer.say(Subscribe(1, 1, "nobody/microphone/1", "microphone"))
        await viewer.say(Subscribe(2, 1, "nobody/microphone/1", "catalog.json"))
        assert await viewer.said() == Gone(1)
        assert await viewer.said() == Gone(2)


async def test_a_ticket_that_opens_nothing(site: Site) -> None:
    chair, france = await site.seat("chair"), await site.seat("france")
    async with bare(door(france) + "x") as stranger:
        assert await stranger.closed() == REFUSED
    assert site.running.media.refused == 1
    await chair.ask(OpenMeeting())
    async with bare(door(france)) as viewer:
        await until(lambda: site.running.owner.rooms["small"].sessions == 1)
        await chair.ask(SendOut(seat="france"))
        assert await viewer.closed() == REFUSED
    assert site.running.owner.rooms["small"].sessions == 0


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x01", b"\x20\x01\x01a", "text"])
async def test_what_is_no_message_ends_the_connection(site: Site, data: bytes | str) -> None:
    france = await site.seat("france")
    async with bare(door(france)) as viewer:
        await viewer.connection.send(data)
        assert await viewer.closed() == BREACH
    async with bare(door(france)) as viewer:
        await viewer.say(Subscribe(1, 1, "x", "camera"))
        assert await viewer.said() == Gone(1)

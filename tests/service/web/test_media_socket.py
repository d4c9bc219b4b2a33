"""Sound and picture over a WebSocket, by clients that speak the protocol bare."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import websockets
from tests.service.media.clients import Reader, now_us, speaking, until
from tests.service.web.conftest import Site

from hemicycle.demo.seat import Seat
from hemicycle.media.client import MediaClient
from hemicycle.media.codecs import OPUS
from hemicycle.media.frames import decode_frame, encode_frame
from hemicycle.media.tcp_messages import (
    BEGINS,
    BREACH,
    ENDS,
    REFUSED,
    SUBPROTOCOL,
    Frame,
    Gone,
    Message,
    Offer,
    Take,
    Unwant,
    Want,
    Withdraw,
    decode_message,
    encode_message,
)
from hemicycle.wire.commands import CloseMicrophone, GiveFloor, OpenMeeting, SendOut
from hemicycle.wire.messages import Sending


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

    async def closed(self, seconds: float = 5) -> int | None:
        """The code with which the server closes, whatever it says before."""
        async with asyncio.timeout(seconds):
            await self.connection.wait_closed()
        return self.connection.close_code


@asynccontextmanager
async def bare(url: str, **headers: str) -> AsyncIterator[Bare]:
    async with websockets.connect(
        url, subprotocols=[websockets.Subprotocol(SUBPROTOCOL)], additional_headers=headers
    ) as connection:
        yield Bare(connection)


def door(seat: Seat) -> str:
    assert seat.media is not None
    return seat.media.tcp


async def test_a_viewer_takes_what_a_speaker_sends_over_udp(site: Site) -> None:
    chair, ambassador, france = [await site.seat(key) for key in ("chair", "ambassador", "france")]
    await chair.ask(OpenMeeting())
    await chair.ask(GiveFloor(seat="ambassador"))
    assert ambassador.media is not None
    async with (
        MediaClient(ambassador.media.url, ambassador.media.fingerprints) as speaker,
        speaking(speaker) as sending,
        bare(door(france)) as viewer,
    ):
        assert viewer.connection.subprotocol == SUBPROTOCOL
        await ambassador.sending(sending)
        view = await france.until(lambda view: "ambassador" in view["streams"])
        path = view["streams"]["ambassador"]["microphone"]["path"]
        await viewer.say(Take(7, 10, path, "microphone"))
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
    origin = site.running.house.rooms["small"].origin
    async with bare(door(ambassador)) as speaker, Reader(origin) as reader:
        await speaker.say(Offer())
        await ambassador.sending(Sending(microphone=OPUS))
        await chair.ask(GiveFloor(seat="ambassador"))
        want = await speaker.said()
        assert want == Want(1, "microphone")
        for group in range(10):
            await speaker.say(Frame(1, group, BEGINS | ENDS, encode_frame(b"sound", now_us())))
        await until(lambda: len(reader.frames) == 10)
        await chair.ask(CloseMicrophone(seat="ambassador"))
        closed = now_us()
        assert await speaker.said() == Unwant(1)
        for group in range(10, 20):
            await speaker.say(Frame(1, group, BEGINS | ENDS, encode_frame(b"sound", now_us())))
        await speaker.say(Withdraw())
        await asyncio.sleep(0.2)
        assert max(stamp for _, stamp in reader.frames) < closed
        assert len(reader.frames) == 10


async def test_what_is_not_there_is_gone(site: Site) -> None:
    async with bare(door(await site.seat("france"))) as viewer:
        await viewer.say(Take(1, 1, "nobody/microphone/1", "microphone"))
        await viewer.say(Take(2, 1, "nobody/microphone/1", "catalog.json"))
        assert await viewer.said() == Gone(2)
        assert await viewer.said() == Gone(1)


async def test_a_ticket_that_opens_nothing(site: Site) -> None:
    chair, france = await site.seat("chair"), await site.seat("france")
    async with bare(door(france) + "x") as stranger:
        assert await stranger.closed() == REFUSED
    assert site.running.house.door.refused == 1
    await chair.ask(OpenMeeting())
    async with bare(door(france)) as viewer:
        await until(lambda: site.running.house.rooms["small"].sessions == 1)
        await chair.ask(SendOut(seat="france"))
        assert await viewer.closed() == REFUSED
    assert site.running.house.rooms["small"].sessions == 0


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x01", b"\x20\x01\x01a", "text"])
async def test_what_is_no_message_ends_the_connection(site: Site, data: bytes | str) -> None:
    france = await site.seat("france")
    async with bare(door(france)) as viewer:
        await viewer.connection.send(data)
        assert await viewer.closed() == BREACH
    async with bare(door(france)) as viewer:
        await viewer.say(Take(1, 1, "x", "camera"))
        assert await viewer.said() == Gone(1)


async def test_a_page_of_another_origin_is_turned_away(site: Site) -> None:
    url = door(await site.seat("france"))
    with pytest.raises(websockets.InvalidStatus):
        async with bare(url, Origin="https://elsewhere.example"):
            pass
    async with bare(url, Origin=site.running.url) as viewer:
        assert viewer.connection.subprotocol == SUBPROTOCOL

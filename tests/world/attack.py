"""Guests who do what no page does, and what the others have of it, in figures."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Literal

import httpx
import websockets.sync.client
from tests.world.media import CAMERA, MICROPHONE, listening, speaking
from tests.world.server import Planned, Server
from websockets.typing import Subprotocol

from hemicycle.client.seat import Seat
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS
from hemicycle.media.wire.tcp_messages import SUBPROTOCOL
from hemicycle.wire.floor import GiveFloor
from hemicycle.wire.hands import LowerHand, RaiseHand
from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, Sending
from hemicycle.wire.opening import OpenMeeting
from hemicycle.wire.stage import ShowPicture

CLAIMS = bytes.fromhex("8249834203fff3fff0") + bytes(85)
"""A key frame of VP9, 94 bytes long, that claims 16384 x 16384 pixels."""

PACKETS_PER_S = 50
Door = Literal["seat", "media"]

_TINY = {"seat": b"\x81\x81\0\0\0\0x", "media": b"\x82\x82\0\0\0\0\x02\x01"}
"""The shortest messages over a WebSocket, masked: text that is none, and an `unsubscribe`."""


@asynccontextmanager
async def held(meeting: Planned) -> AsyncIterator[tuple[Seat, Seat, Seat]]:
    """A chair, a speaker who has the floor, and a guest, in an open meeting."""
    async with (
        httpx.AsyncClient() as http,
        Seat(meeting.links["chair"], http) as chair,
        Seat(meeting.links["ambassador"], http) as ambassador,
        Seat(meeting.links["france"], http) as france,
    ):
        await chair.ask(OpenMeeting())
        await chair.ask(GiveFloor(seat="ambassador"))
        yield chair, ambassador, france


@contextlib.contextmanager
def flood(url: str, door: Door, headers: dict[str, str]) -> Iterator[None]:
    """One socket of tiny messages, as many as it takes, until the block ends."""
    protocols = [Subprotocol(SUBPROTOCOL)] if door == "media" else None
    with websockets.sync.client.connect(
        url, additional_headers=headers, subprotocols=protocols, compression=None
    ) as connection:
        blob, over = _TINY[door] * 10_000, threading.Event()

        def send() -> None:
            with contextlib.suppress(OSError):
                while not over.is_set():
                    connection.socket.sendall(blob)

        thread = threading.Thread(target=send, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            with contextlib.suppress(OSError):
                connection.socket.shutdown(2)
            thread.join(5)


async def sound_under_flood(server: Server, meeting: Planned, door: Door, seconds: float) -> float:
    """The share of a speaker's packets that a listener gets while another guest's socket floods."""
    async with held(meeting) as (_, ambassador, france):
        assert france.media is not None
        if door == "seat":
            async with httpx.AsyncClient() as browser:
                await browser.get(meeting.links["kazan"], follow_redirects=True)
                cookie = "; ".join(f"{one.name}={one.value}" for one in browser.cookies.jar)
            url = f"{server.own_url.replace('http', 'ws', 1)}/m/{meeting.slug}/seats/kazan/ws"
            headers = {"Cookie": cookie}
        else:
            url, headers = france.media.tcp, {}
        async with (
            ambassador.connect_media() as speaker,
            speaking(speaker) as sending,
            france.connect_media() as viewer,
        ):
            await ambassador.sending(sending)
            view = await france.until(lambda view: "ambassador" in view["streams"])
            path = view["streams"]["ambassador"]["microphone"]["path"]
            async with listening(viewer, path, MICROPHONE) as heard:
                with flood(url, door, headers):
                    await asyncio.sleep(1)
                    before, began = len(heard.frames), time.monotonic()
                    await asyncio.sleep(seconds)
                    share = (len(heard.frames) - before) / (PACKETS_PER_S * (time.monotonic() - began))
    return share


async def wait_under_documents(server: Server, meeting: Planned, per_s: int, seconds: float) -> float:
    """How many seconds a command waits at most while the public communiqué is asked for all the
    time."""
    where = f"{server.own_url}/m/{meeting.slug}/communique/en.docx"
    async with (
        httpx.AsyncClient(timeout=60, headers={"Origin": server.own_url}) as desk,
        held(meeting) as (_, _, france),
    ):
        await desk.get(meeting.links["chair"], follow_redirects=True)
        page = f"{server.own_url}/m/{meeting.slug}/seats/chair/desk/communique/en"
        text = "\n\n".join(f"Paragraph {number} of what was agreed upon here." for number in range(300))
        for address, sent in (
            (page, {"after": 0, "headline": "Peace", "text": text}),
            (f"{page}/publish", {"version": 1}),
        ):
            (await desk.post(address, json=sent)).raise_for_status()
        async with asyncio.TaskGroup() as asking:
            requests = []
            slowest, until = 0.0, time.monotonic() + seconds
            for number in range(int(per_s * seconds)):
                requests.append(asking.create_task(_got(desk, where)))
                await asyncio.sleep(1 / per_s)
                if number % per_s == 0:
                    began = time.monotonic()
                    refused = await france.ask(RaiseHand() if number // per_s % 2 == 0 else LowerHand())
                    assert refused is None
                    slowest = max(slowest, time.monotonic() - began)
            assert time.monotonic() >= until
            for request in requests:
                request.cancel()
        done = [request.result() for request in requests if not request.cancelled()]
        assert 200 in done
    return slowest


async def _got(desk: httpx.AsyncClient, where: str) -> int:
    return (await desk.get(where)).status_code


async def memory_of_a_claim(server: Server, meeting: Planned) -> int:
    """By how many bytes the server grows at a camera whose frames claim to be huge."""
    async with held(meeting) as (chair, ambassador, _), ambassador.connect_media() as client:
        publication = client.publish()
        camera = publication.picture(CAMERA)
        announced = PictureFormat(codec="vp09.00.10.08", width=640, height=360)
        await ambassador.sending(Sending(microphone=OPUS, camera=announced))
        await chair.ask(ShowPicture(seat="ambassador", source=Source.CAMERA))
        before = most = server.memory()
        for _ in range(30):
            with contextlib.suppress(Exception):
                camera.write(CLAIMS, now_us(), True)
            await asyncio.sleep(0.1)
            most = max(most, server.memory())
    return most - before

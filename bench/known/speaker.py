"""The known speaker, with a chair who does as told: `python -m bench.known.speaker CHAIR_LINK
SPEAKER_LINK`.

Says `"ready"` in a line when the speaker has the floor. Each line on its standard input is then one
JSON array, answered by one line: `["close"]` and `["open"]` the microphone, `["hide"]` and
`["show"]` the camera (null when it was done, else the refusal), `["numbers"]` when which pictures
were made, `["view"]` the chair's view.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx
import uvloop
from bench.known.signals import (
    FRAME_RATE,
    GROUP_PICTURES,
    LOOP_PICTURES,
    ROUND_PACKETS,
    Loop,
    loop,
    packets,
)
from bench.programs import Program, orders, say

from hemicycle.client.media import LostError, keep_media
from hemicycle.client.seat import Seat
from hemicycle.media.client.broadcast import Broadcast, PictureTrack
from hemicycle.media.client.client import MediaClient
from hemicycle.media.wire.clock import now_us, ticks
from hemicycle.media.wire.codecs import OPUS, PACKET_US
from hemicycle.wire.floor import CloseMicrophone, GiveFloor, OpenMicrophone
from hemicycle.wire.ids import Source
from hemicycle.wire.media import MediaDoor, Sending
from hemicycle.wire.opening import OpenMeeting
from hemicycle.wire.protocol import Command
from hemicycle.wire.stage import HidePicture, ShowPicture

ROOT = Path(__file__).parent.parent.parent
FULL = (640, 360, 1_400_000)
SMALL = (320, 180, 450_000)
"""Pixels, and bits a second."""


class Known:
    """Publishes the known sound and picture from a seat."""

    def __init__(self, seat: Seat, port: int | None, *, tcp: bool) -> None:
        self.numbers: list[tuple[str, int, int]] = []
        """Source, from when on (µs), and what frames are counted from: n = (at / frame - this) mod
        loop."""
        self._seat, self._port, self._tcp = seat, port, tcp
        self._packets = packets()
        self._loops = {Source.CAMERA: loop(*FULL), Source.CAMERA_SMALL: loop(*SMALL)}

    async def run(self) -> None:
        """Publish over each door that the seat is told of, until the seat is lost."""
        await self._seat.sending(
            Sending(
                microphone=OPUS,
                camera=self._loops[Source.CAMERA].format,
                camera_small=self._loops[Source.CAMERA_SMALL].format,
            )
        )
        await keep_media(self._seat, self._publish, self._connect)

    def _connect(self, door: MediaDoor) -> MediaClient:
        """To the media server itself, past the relay, if its port is given."""
        parts = urlsplit(door.tcp if self._tcp else door.url)
        if self._port is not None:
            parts = parts._replace(netloc=f"{parts.hostname}:{self._port}")
        return MediaClient(urlunsplit(parts), door.fingerprints)

    async def _publish(self, client: MediaClient) -> None:
        publication = client.publish()
        closed = asyncio.create_task(client.closed())
        tasks = [asyncio.create_task(self._sound(publication))]
        tasks += [asyncio.create_task(self._picture(publication, source)) for source in self._loops]
        try:
            await asyncio.wait([closed, *tasks], return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                if task.done():
                    task.result()
        finally:
            for task in (closed, *tasks):
                task.cancel()
            await asyncio.gather(closed, *tasks, return_exceptions=True)

    async def _sound(self, publication: Broadcast) -> None:
        track = publication.sound()
        # A packet is sent when its last sample was heard.
        async for heard in ticks(PACKET_US, now_us() // PACKET_US * PACKET_US + PACKET_US):
            at = heard - PACKET_US
            track.write(self._packets[at // PACKET_US % ROUND_PACKETS], at)

    async def _picture(self, publication: Broadcast, source: Source) -> None:
        track = publication.picture(source)
        assert isinstance(track, PictureTrack)
        known: Loop = self._loops[source]
        begins = 0
        frame = now_us() * FRAME_RATE // 1_000_000
        while True:
            frame += 1
            at = frame * 1_000_000 // FRAME_RATE
            await _until(at)
            if track.wants_keyframe and (frame - begins) % GROUP_PICTURES:
                # Whoever begins to take it needs not wait for a key frame.
                begins = frame
                self.numbers.append((source, at, begins))
            picture = known.pictures[(frame - begins) % LOOP_PICTURES]
            track.write(picture.payload, at, picture.keyframe)


async def _until(at_us: int) -> None:
    await asyncio.sleep(max(0.0, at_us / 1e6 - time.monotonic()))


async def _obey(chair: Seat, speaker: Seat, known: Known, order: str) -> Any:
    commands: dict[str, Command] = {
        "close": CloseMicrophone(seat=speaker.key),
        "open": OpenMicrophone(seat=speaker.key),
        "hide": HidePicture(seat=speaker.key, source=Source.CAMERA),
        "show": ShowPicture(seat=speaker.key, source=Source.CAMERA),
    }
    if order in commands:
        refused = await chair.ask(commands[order])
        return refused.code if refused else None
    return known.numbers if order == "numbers" else chair.view


async def _main(options: argparse.Namespace) -> None:
    async with (
        httpx.AsyncClient() as http,
        Seat(options.chair, http) as chair,
        Seat(options.speaker, http) as speaker,
    ):
        known = Known(speaker, options.media_port, tcp=options.tcp)
        running = asyncio.create_task(known.run())
        await chair.ask(OpenMeeting())
        await chair.until(lambda view: speaker.key in view["present"])
        await chair.ask(GiveFloor(seat=speaker.key))
        wanted = {"microphone", "camera"}
        await chair.until(lambda view: wanted <= set(view["streams"].get(speaker.key, {})))
        say("ready")
        async for name, *_ in orders():
            if running.done():
                running.result()
            try:
                answer = await _obey(chair, speaker, known, name)
            except LostError as error:
                answer = str(error)
            say(answer)
        running.cancel()


class KnownSpeaker(Program):
    """`bench.known.speaker` in a process of its own; its orders are as above. A context manager.

    Args:
        links: The personal links of `chair` and `speaker`, where its WebSockets reach the server.
        media_port: The media server's port, past a relay; None: as the server says.
        tcp: Whether it publishes over TCP.
    """

    def __init__(self, links: Mapping[str, str], *, media_port: int | None = None, tcp: bool = False) -> None:
        options = ["--media-port", str(media_port)] if media_port is not None else []
        options += ["--tcp"] if tcp else []
        super().__init__("bench.known.speaker", links["chair"], links["speaker"], *options)


def main() -> None:
    """Speak until the standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("chair", help="the chair's personal link")
    parser.add_argument("speaker", help="the speaker's personal link")
    parser.add_argument("--media-port", type=int, help="the door's own port, past a relay")
    parser.add_argument("--tcp", action="store_true", help="publish over TCP")
    logging.basicConfig(level=logging.WARNING)
    # A measuring instrument goes first, where it may.
    with contextlib.suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    uvloop.run(_main(parser.parse_args()))


if __name__ == "__main__":
    main()

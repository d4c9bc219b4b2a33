"""Clients of the media door: well-behaved ones, and one that does as it likes."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from typing import cast

import moq
import numpy as np

from hemicycle.media.client.client import MediaClient
from hemicycle.media.server.server import MediaServer
from hemicycle.media.wire.codecs import OPUS, H264Encoder, OpusEncoder
from hemicycle.media.wire.frames import MediaFrame, decode_frame, encode_frame
from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, Sending, Stream

MICROPHONE, CAMERA, SCREEN = Source.MICROPHONE, Source.CAMERA, Source.SCREEN
ENCODED = PictureFormat(codec="avc1.42c01f", width=640, height=360)
NOTHING = Sending()


def now_us() -> int:
    """Microseconds by the clock that every client here takes its timestamps from."""
    return time.monotonic_ns() // 1000


async def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait until a condition holds.

    Raises:
        TimeoutError: it didn't.
    """
    async with asyncio.timeout(seconds):
        # Conditions here are over several objects of two sides: nothing to be told by.
        while not condition():
            await asyncio.sleep(0.005)


class House:
    """A door with one room behind it."""

    def __init__(self, door: MediaServer) -> None:
        self.door = door
        self.changes = 0
        self.on_change: Callable[[], None] = lambda: None
        self.room = door.room(self._changed)

    def _changed(self) -> None:
        self.changes += 1
        self.on_change()

    def url(self, ticket: str) -> str:
        """Where the holder of a ticket connects."""
        return f"https://127.0.0.1:{self.door.port}/media?ticket={ticket}"

    def client(self, seat: str) -> MediaClient:
        """A client with a fresh ticket of a seat."""
        return MediaClient(self.url(self.room.admit(seat)), self.door.fingerprints)

    def path(self, seat: str, source: Source) -> str | None:
        """Where a source of a seat can be taken now."""
        streams = self.room.streams.get(seat)
        stream = streams.get(source.value) if streams else None
        return cast("Stream", stream)["path"] if stream else None

    async def opened(self, seat: str, source: Source) -> str:
        """The path of a source, once it is there."""
        await until(lambda: self.path(seat, source))
        path = self.path(seat, source)
        assert path is not None
        return path


@contextlib.asynccontextmanager
async def speaking(client: MediaClient, *, picture: bool = False) -> AsyncIterator[Sending]:
    """Publish a tone of 440 Hz, and a red picture at 15 a second, as an honest page does."""
    encoder = H264Encoder(320, 180, frame_rate=15, bit_rate=200_000)
    opus = OpusEncoder()
    publication = client.publish()
    microphone = publication.sound()
    camera = publication.picture(CAMERA) if picture else None
    red = np.full((180, 320, 3), (200, 30, 30), np.uint8)

    async def speak() -> None:
        for number in range(1_000_000):
            at = np.arange(960) + number * 960
            packet = opus.encode((np.sin(2 * np.pi * 440 * at / 48_000) * 12_000).astype(np.int16))
            microphone.write(packet, now_us())
            if camera is not None and number % 3 == 0 and camera.wanted:
                encoded = encoder.encode(red, keyframe=camera.wants_keyframe)
                camera.write(encoded.payload, now_us(), encoded.keyframe)
            await asyncio.sleep(0.02)

    task = asyncio.get_running_loop().create_task(speak())
    try:
        yield Sending(microphone=OPUS, camera=encoder.format if picture else None)
    finally:
        task.cancel()
        publication.close()


@dataclass(slots=True)
class Heard:
    """What one listener has taken from one stream."""

    frames: list[MediaFrame] = field(default_factory=list)
    ended: bool = False


@contextlib.asynccontextmanager
async def listening(client: MediaClient, path: str, source: Source) -> AsyncIterator[Heard]:
    """Take a stream, beside what the test does."""
    heard = Heard()

    async def listen() -> None:
        async for frame in client.watch(path, source):
            heard.frames.append(frame)
        heard.ended = True

    task = asyncio.get_running_loop().create_task(listen())
    try:
        yield heard
    finally:
        task.cancel()


class Stubborn:
    """A publisher that knows no chair: it writes as fast as it likes, whether it is taken or not.

    Sound as a group a frame, a picture as one group that never ends.
    """

    def __init__(self, url: str, fingerprints: list[str], every: float = 0.002) -> None:
        self.written = 0
        self._every = every
        self._origin = moq.OriginProducer()
        self._client = moq.Client(
            url,
            tls_fingerprints=fingerprints,
            websocket_enabled=False,
            publish=self._origin,
            subscribe=moq.OriginProducer(),
        )
        self._exits = contextlib.AsyncExitStack()
        self._task: asyncio.Task[None] | None = None

    def has_written(self, frames: int) -> bool:
        """Whether it has written more than so many frames to each track."""
        return self.written > frames

    async def __aenter__(self) -> Stubborn:
        await self._exits.enter_async_context(self._client)
        broadcast = self._origin.create_broadcast("seat")
        sound = broadcast.publish_track(MICROPHONE)
        picture = broadcast.publish_track(CAMERA)
        broadcast.announce()
        self._task = asyncio.get_running_loop().create_task(self._write(broadcast, sound, picture))
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
        await self._exits.aclose()

    async def _write(
        self, broadcast: moq.BroadcastProducer, sound: moq.TrackProducer, picture: moq.TrackProducer
    ) -> None:
        group = picture.append_group()
        while True:
            at = now_us()
            sound.write_frame(encode_frame(b"sound", at), at)
            group.write_frame(encode_frame(b"picture", at), at)
            self.written += 1
            await asyncio.sleep(self._every)


class Reader:
    """Reads everything that ever appears in an origin, with no patience and no permission."""

    def __init__(self, origin: moq.OriginProducer) -> None:
        self.frames: list[tuple[str, int]] = []
        """Path and timestamp of each frame."""
        self.paths: list[str] = []
        self._origin = origin.consume()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Reader:
        self._spawn(self._announcements())
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in list(self._tasks):
            task.cancel()

    def _spawn(self, what: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(what)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _announcements(self) -> None:
        async for update in self._origin.announced():
            if update.active:
                self.paths.append(update.prefix)
                self._spawn(self._track(update.prefix))

    async def _track(self, path: str) -> None:
        with contextlib.suppress(moq.Error):
            broadcast = await self._origin.request_broadcast(path)
            track = await broadcast.subscribe_track(
                path.split("/")[1], moq.Subscription(max_age_us=60_000_000)
            )
            while (group := await track.recv_group()) is not None:
                self._spawn(self._group(path, group))

    async def _group(self, path: str, group: moq.GroupConsumer) -> None:
        with contextlib.suppress(moq.Error):
            while (frame := await group.read_frame()) is not None:
                self.frames.append((path, decode_frame(frame.payload)[0]))

"""A media server with clients: well-behaved ones, and one that does as it likes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from typing import cast

import moq
import numpy as np

from hemicycle.media.client.broadcast import PictureTrack
from hemicycle.media.client.client import MediaClient
from hemicycle.media.server.server import MediaServer
from hemicycle.media.wire.clock import now_us, ticks
from hemicycle.media.wire.codecs import FRAME_SAMPLES, OPUS, PACKET_US, SAMPLE_RATE, H264Encoder, OpusEncoder
from hemicycle.media.wire.frames import MediaFrame, decode_frame, encode_frame
from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, Sending, Stream

MICROPHONE, CAMERA, SCREEN = Source.MICROPHONE, Source.CAMERA, Source.SCREEN
ENCODED = PictureFormat(codec="avc1.42c01f", width=640, height=360)
NOTHING = Sending()


async def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait until a condition holds.

    Raises:
        TimeoutError: it didn't.
    """
    async with asyncio.timeout(seconds):
        # Conditions here are over several objects of two sides: nothing to be told by.
        while not condition():
            await asyncio.sleep(0.005)


class Hosted:
    """A media server with the media of one meeting."""

    def __init__(self, server: MediaServer) -> None:
        self.server = server
        self.changes = 0
        self.on_change: Callable[[], None] = lambda: None
        self.room = server.room(self._changed)

    def _changed(self) -> None:
        self.changes += 1
        self.on_change()

    def url(self, ticket: str) -> str:
        """Where the holder of a ticket connects."""
        return f"https://127.0.0.1:{self.server.port}/media?ticket={ticket}"

    def client(self, seat: str) -> MediaClient:
        """A client with a fresh ticket of a seat."""
        return MediaClient(self.url(self.room.admit(seat)), self.server.fingerprints)

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


@dataclass(slots=True)
class Tone:
    """A speaker whose tone and picture the test can change while they are sent."""

    hertz: float = 440.0
    size: tuple[int, int] = (320, 180)
    colour: tuple[int, int, int] = (200, 30, 30)
    spoken: list[tuple[int, bytes]] = field(default_factory=list)
    """Timestamp and packet of each frame of sound."""
    shown: list[tuple[int, bytes]] = field(default_factory=list)


@contextlib.asynccontextmanager
async def speaking(
    client: MediaClient, tone: Tone | None = None, *, picture: bool = False
) -> AsyncIterator[Sending]:
    """Publish a tone, and a picture of one colour at some 16 a second, as an honest page does.

    Args:
        client: Over which it is published.
        tone: What is published: the test may change it meanwhile. Sound and picture, if it is
            given.
        picture: Whether there is a picture, where no tone is given.
    """
    sent = Tone() if tone is None else tone
    opus = OpusEncoder()
    encoders: dict[tuple[int, int], H264Encoder] = {}
    broadcast = client.publish()
    microphone = broadcast.sound()
    camera = broadcast.picture(CAMERA) if picture or tone is not None else None

    def encoder() -> H264Encoder:
        if sent.size not in encoders:
            encoders[sent.size] = H264Encoder(*sent.size, frame_rate=16, bit_rate=150_000)
        return encoders[sent.size]

    def show(camera: PictureTrack, at_us: int, *, anew: bool) -> None:
        pixels = np.full((sent.size[1], sent.size[0], 3), sent.colour, np.uint8)
        encoded = encoder().encode(pixels, keyframe=camera.wants_keyframe or anew)
        camera.write(encoded.payload, at_us, encoded.keyframe)
        sent.shown.append((at_us, encoded.payload))

    async def speak() -> None:
        phase, size, number = 0.0, sent.size, 0
        async for at_us in ticks(PACKET_US):
            steps = phase + 2 * np.pi * sent.hertz * np.arange(1, FRAME_SAMPLES + 1) / SAMPLE_RATE
            phase = float(steps[-1]) % (2 * np.pi)
            packet = opus.encode((np.sin(steps) * 12_000).astype(np.int16))
            microphone.write(packet, at_us)
            sent.spoken.append((at_us, packet))
            if camera is not None and number % 3 == 0 and camera.wanted:
                show(camera, at_us, anew=sent.size != size)
                size = sent.size
            number += 1

    task = asyncio.get_running_loop().create_task(speak())
    try:
        yield Sending(microphone=OPUS, camera=encoder().format if camera is not None else None)
    finally:
        task.cancel()
        broadcast.close()


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

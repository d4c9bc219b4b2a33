"""A seat that can be heard and seen: a microphone and a camera, both made by this program."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field

import numpy as np

from hemicycle.client.media import LostError, failure_of, keep_media
from hemicycle.client.picture import FRAMES_PER_S, HEIGHT, SHOWN_SECONDS, WIDTH, Picture, Plate
from hemicycle.client.seat import Seat
from hemicycle.client.speech import Samples, cut, loudness
from hemicycle.media.client.broadcast import PictureTrack, SoundTrack
from hemicycle.media.client.client import MediaClient
from hemicycle.media.wire.clock import now_us, ticks
from hemicycle.media.wire.codecs import (
    FRAME_SAMPLES,
    KEYFRAME_INTERVAL_S,
    OPUS,
    PACKET_US,
    H264Encoder,
    OpusEncoder,
)
from hemicycle.wire.ids import Source
from hemicycle.wire.media import Sending

_COMPLEXITY = 3
"""The complexity of Opus, 0 to 10: ten microphones share a process, and a synthetic voice gains
little by more."""

_STILL_EVERY = 5
"""Only every fifth picture is sent of somebody who says nothing: nothing but the clock moves in
it."""


@dataclass(eq=False, slots=True)
class _Speech:
    samples: Samples
    place: int = 0
    frames: list[int] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Speaker:
    """Publishes from a seat. `start` it, let it `say` something, `close` it.

    The devices run all the time; what is sent of them is what the server is taking, as in a page.
    """

    def __init__(self, seat: Seat, plate: Plate | None) -> None:
        """Nothing is turned on yet.

        Args:
            seat: whose devices they are.
            plate: what is drawn as its picture; None: it has a microphone only.
        """
        self.seat = seat
        self.level = 0.0
        """How loud the last 20 ms were, 0 to 1, made larger as a meter does."""
        self.late = 0.0
        """By how many seconds the microphone was late at the most: more than 0.1 is a machine too
        busy."""
        self._picture = Picture(plate) if plate else None
        self._encoder = H264Encoder(WIDTH, HEIGHT, FRAMES_PER_S) if plate else None
        self._speech: _Speech | None = None
        self._sound_track: SoundTrack | None = None
        self._picture_track: PictureTrack | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Turns the devices on, and tells the server what they can send."""
        self._tasks = [
            asyncio.create_task(
                keep_media(self.seat, self._publish, MediaClient.of), name=f"media of {self.seat.key}"
            ),
            asyncio.create_task(self._hear(), name=f"microphone of {self.seat.key}"),
        ]
        if self._picture is None or self._encoder is None:
            await self.seat.sending(Sending(microphone=OPUS))
            return
        seeing = self._see(self._picture, self._encoder)
        self._tasks.append(asyncio.create_task(seeing, name=f"camera of {self.seat.key}"))
        await self.seat.sending(Sending(microphone=OPUS, camera=self._encoder.format))

    async def close(self) -> None:
        """Stop publishing and turn the devices off."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def failure(self) -> str | None:
        """Which device has failed, and how; None where none has."""
        return failure_of(self._tasks)

    async def say(self, samples: Samples, seconds: float) -> list[int]:
        """Speaks into the microphone.

        Args:
            samples: the words, mono at 48 kHz.
            seconds: how much of them is said at most.

        Returns:
            The timestamp (µs) of each 20 ms, once all is said.

        Raises:
            LostError: the seat is not ours any more.
        """
        speech = _Speech(cut(samples, seconds))
        self._speech = speech
        done = asyncio.create_task(speech.done.wait())
        await asyncio.wait([done, *self._tasks], return_when=asyncio.FIRST_COMPLETED)
        if not speech.done.is_set():
            done.cancel()
            raise LostError(self.failure or f"the devices of {self.seat.key} have stopped")
        return speech.frames

    async def _publish(self, client: MediaClient) -> None:
        """Publishes over the seat's media connection, until that is closed."""
        publication = client.publish()
        self._sound_track = publication.sound()
        self._picture_track = publication.picture(Source.CAMERA) if self._picture else None
        try:
            await client.closed()
        finally:
            self._sound_track = self._picture_track = None

    async def _hear(self) -> None:
        """The microphone: 20 ms of speech or of silence, 50 times a second."""
        encoder = OpusEncoder(complexity=_COMPLEXITY)
        silence = np.zeros(FRAME_SAMPLES, np.int16)
        due = now_us()
        async for at in ticks(PACKET_US, due):
            self.late = max(self.late, (now_us() - due) / 1e6)
            due = at + PACKET_US
            speech = self._speech
            samples = silence
            self.level = 0.0
            if speech is not None:
                samples = speech.samples[speech.place : speech.place + FRAME_SAMPLES]
                samples = np.pad(samples, (0, FRAME_SAMPLES - samples.size))
                speech.frames.append(at)
                speech.place += FRAME_SAMPLES
                if speech.place >= speech.samples.size:
                    speech.done.set()
                    self._speech = None
                self.level = min(1.0, loudness(samples) * 5)
            track = self._sound_track
            if track is not None and track.wanted:
                track.write(encoder.encode(samples), at)

    async def _see(self, drawn: Picture, encoder: H264Encoder) -> None:
        """The camera, while its picture is being taken."""
        due = moved = key_at = time.monotonic()
        while True:
            track = self._picture_track
            now = time.monotonic()
            if self.level > 0:
                moved = now
            if track is not None and track.wanted:
                at = now_us()
                key = track.wants_keyframe or now - key_at >= KEYFRAME_INTERVAL_S
                pixels = drawn.draw(time.time(), self.level)
                picture = await asyncio.to_thread(encoder.encode, pixels, keyframe=key)
                track.write(picture.payload, at, picture.keyframe)
                if picture.keyframe:
                    key_at = now
            is_still = now - moved > SHOWN_SECONDS
            due = max(due + (_STILL_EVERY if is_still else 1) / FRAMES_PER_S, time.monotonic() - 0.2)
            await asyncio.sleep(max(0.0, due - time.monotonic()))

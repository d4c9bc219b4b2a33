"""What a seat publishes: a track of sound, and a track each of camera and screen."""

from __future__ import annotations

import asyncio
import contextlib

import moq

from hemicycle.media.frames import encode_frame
from hemicycle.media.passage import PRIORITY
from hemicycle.wire.ids import Source


class _Track:
    """One source, written only while the server takes it.

    The MoQ track under it lives as long as the client does. The other side of a session keeps the
    groups of a track by their numbers, beyond the end of a subscription and even of the broadcast:
    a track that began anew would be taken for what is already there, and one that was finished is
    never asked for again.
    """

    def __init__(self, source: Source, track: moq.TrackProducer) -> None:
        self.source = source
        self._track = track
        self._demand = track.demand()
        self._closed = False

    @property
    def wanted(self) -> bool:
        """Whether the server takes it now, which it does only while the chair has it open."""
        return not self._closed and self._demand.is_used()

    async def wait_wanted(self) -> None:
        """Wait until the server takes it.

        Raises:
            ConnectionError: the client was left.
        """
        try:
            await self._demand.used()
        except moq.Error as error:
            raise ConnectionError(f"the {self.source} is published no more") from error

    def close(self) -> None:
        """Send nothing more; the same source can be published again. Closing again is no fault."""
        self._closed = True


class SoundTrack(_Track):
    """The microphone: one Opus packet of 20 ms a write."""

    def write(self, payload: bytes, timestamp_us: int) -> bool:
        """Send a packet; False, and nothing sent, while the server doesn't take it.

        Args:
            payload: An Opus packet.
            timestamp_us: When its first sample was heard, by this publisher's monotonic clock.
        """
        if not self.wanted:
            return False
        self._track.write_frame(encode_frame(payload, timestamp_us), timestamp_us)
        return True


class PictureTrack(_Track):
    """A camera or a screen: one encoded picture a write, a group from each key frame on."""

    def __init__(self, source: Source, track: moq.TrackProducer) -> None:
        super().__init__(source, track)
        self._group: moq.GroupProducer | None = None
        self._watching = asyncio.get_running_loop().create_task(self._watch())

    @property
    def wants_keyframe(self) -> bool:
        """Whether the next picture must be a key frame, because the server has just begun to take it."""
        return self.wanted and self._group is None

    def write(self, payload: bytes, timestamp_us: int, keyframe: bool) -> bool:
        """Send a picture; False, and nothing sent, while the server doesn't take it or awaits a key frame.

        Args:
            payload: An encoded picture; H.264 as Annex B, with its parameter sets at a key frame.
            timestamp_us: When it was seen, by this publisher's monotonic clock.
            keyframe: Whether a decoder can begin with it.
        """
        if not self.wanted:
            self._end_group()
            return False
        if keyframe:
            self._end_group()
            self._group = self._track.append_group()
        if self._group is None:
            return False
        self._group.write_frame(encode_frame(payload, timestamp_us), timestamp_us)
        return True

    def close(self) -> None:
        """Stop it; the same source can be published again. Closing again is no fault."""
        self._watching.cancel()
        self._end_group()
        super().close()

    async def _watch(self) -> None:
        """End the group as soon as it is not taken, so that whoever takes it next begins with a key frame."""
        with contextlib.suppress(moq.Error):
            while True:
                await self._demand.used()
                await self._demand.unused()
                self._end_group()

    def _end_group(self) -> None:
        if self._group is not None:
            self._group.finish()
            self._group = None


class Publication:
    """A seat's broadcast. Made by `MediaClient.publish`, which makes one for each client."""

    def __init__(self, broadcast: moq.BroadcastProducer) -> None:
        self._broadcast = broadcast
        self._producers: dict[Source, moq.TrackProducer] = {}
        self._tracks: list[SoundTrack | PictureTrack] = []

    def announce(self) -> None:
        """Let the server know of it. Announcing again is no fault."""
        self._broadcast.announce()

    def sound(self) -> SoundTrack:
        """Publish the microphone."""
        track = SoundTrack(Source.MICROPHONE, self._producer(Source.MICROPHONE))
        self._tracks.append(track)
        return track

    def picture(self, source: Source) -> PictureTrack:
        """Publish a camera or a screen.

        Raises:
            ValueError: the microphone is no picture.
        """
        if source is Source.MICROPHONE:
            raise ValueError(f"the {source} is no picture")
        track = PictureTrack(source, self._producer(source))
        self._tracks.append(track)
        return track

    def close(self) -> None:
        """Stop publishing. The client may publish again."""
        for track in self._tracks:
            track.close()
        self._tracks.clear()
        self._broadcast.unannounce()

    def _producer(self, source: Source) -> moq.TrackProducer:
        if source not in self._producers:
            self._producers[source] = self._broadcast.publish_track(
                source, moq.TrackInfo(priority=PRIORITY[source])
            )
        return self._producers[source]

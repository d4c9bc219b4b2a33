"""The broadcast of a seat: a track of sound, and a track each of camera and screen."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Protocol

from hemicycle.media.wire.frames import encode_frame
from hemicycle.wire.ids import Source


class OutGroup(Protocol):
    """A group of a track while it is written."""

    def write_frame(self, payload: bytes, timestamp_us: int) -> None:
        """Send the next frame of the group.

        Args:
            payload: The frame with its timestamp (see `frames.encode_frame`).
            timestamp_us: The same timestamp.
        """

    def finish(self) -> None:
        """End the group: no frame follows."""


class Outlet(Protocol):
    """The track of one source on its way to the server."""

    def is_used(self) -> bool:
        """Whether the server subscribes to the track now."""

    async def used(self) -> None:
        """Wait until the server subscribes to the track.

        Raises:
            ConnectionError: the client was closed.
        """

    async def unused(self) -> None:
        """Wait until the server has unsubscribed from the track.

        Raises:
            ConnectionError: the client was closed.
        """

    def append_group(self) -> OutGroup:
        """Begin the next group of the track."""

    def write_frame(self, payload: bytes, timestamp_us: int) -> None:
        """Send the next group, of one frame; the arguments are as of `OutGroup.write_frame`."""


class Outlets(Protocol):
    """The connection to the server, as far as publishing goes (see `transport.ClientTransport`)."""

    def announce(self) -> None:
        """Announce the seat's broadcast to the server."""

    def withdraw(self) -> None:
        """Take the announcement back."""

    def outlet(self, source: Source) -> Outlet:
        """The track of a source: the same one each time."""


class _Track:
    """The track of one source, written only while the server subscribes to it."""

    def __init__(self, source: Source, outlet: Outlet) -> None:
        self.source = source
        self._outlet = outlet
        self._closed = False

    @property
    def wanted(self) -> bool:
        """Whether the server takes it now, which it does only while the chair has it open."""
        return not self._closed and self._outlet.is_used()

    async def wait_wanted(self) -> None:
        """Wait until the server takes it.

        Raises:
            ConnectionError: the client was left.
        """
        await self._outlet.used()

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
        self._outlet.write_frame(encode_frame(payload, timestamp_us), timestamp_us)
        return True


class PictureTrack(_Track):
    """A camera or a screen: one encoded picture a write, a group from each key frame on."""

    def __init__(self, source: Source, outlet: Outlet) -> None:
        super().__init__(source, outlet)
        self._group: OutGroup | None = None
        self._watching = asyncio.get_running_loop().create_task(self._watch())

    @property
    def wants_keyframe(self) -> bool:
        """Whether the next picture must be a key frame, because the server has just begun to take
        it."""
        return self.wanted and self._group is None

    def write(self, payload: bytes, timestamp_us: int, keyframe: bool) -> bool:
        """Send a picture; False, and nothing sent, while the server doesn't take it or awaits a key
        frame.

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
            self._group = self._outlet.append_group()
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
        """End the group as soon as it is not taken, so that whoever takes it next begins with a key
        frame."""
        with contextlib.suppress(ConnectionError):
            while True:
                await self._outlet.used()
                await self._outlet.unused()
                self._end_group()

    def _end_group(self) -> None:
        if self._group is not None:
            self._group.finish()
            self._group = None


class Broadcast:
    """The one broadcast of a client. Made by `MediaClient.publish`."""

    def __init__(self, transport: Outlets) -> None:
        self._transport = transport
        self._tracks: list[SoundTrack | PictureTrack] = []

    def announce(self) -> None:
        """Let the server know of it. Announcing again is no fault."""
        self._transport.announce()

    def sound(self) -> SoundTrack:
        """Add the track of the microphone."""
        track = SoundTrack(Source.MICROPHONE, self._transport.outlet(Source.MICROPHONE))
        self._tracks.append(track)
        return track

    def picture(self, source: Source) -> PictureTrack:
        """Add the track of a camera or a screen.

        Raises:
            ValueError: the microphone is no picture.
        """
        if source is Source.MICROPHONE:
            raise ValueError(f"the {source} is no picture")
        track = PictureTrack(source, self._transport.outlet(source))
        self._tracks.append(track)
        return track

    def close(self) -> None:
        """End all tracks and take the announcement back. The client may publish again."""
        for track in self._tracks:
            track.close()
        self._tracks.clear()
        self._transport.withdraw()

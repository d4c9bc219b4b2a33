"""A group of frames as whoever subscribes to a track gets it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

from hemicycle.media.wire.frames import MediaFrame, decode_frame


class MediaGroup:
    """A group as it arrives: a frame of sound, or a picture that can be decoded and what follows
    it.

    Args:
        sequence: Its number.
        read: The next frame as it goes over MoQ; None at the end, or where the rest was given up.
        cancel: Take no more of it.
    """

    def __init__(
        self, sequence: int, read: Callable[[], Awaitable[bytes | None]], cancel: Callable[[], None]
    ) -> None:
        self.sequence = sequence
        self._read = read
        self._cancel = cancel

    async def frames(self) -> AsyncIterator[MediaFrame]:
        """The frames in order; ends early where the group was given up on its way.

        Raises:
            MalformedFrameError: a frame without a timestamp.
        """
        first = True
        while (frame := await self._read()) is not None:
            timestamp_us, payload = decode_frame(frame)
            yield MediaFrame(timestamp_us, payload, first, self.sequence)
            first = False

    def skip(self) -> None:
        """Take nothing of it: what a client does that only counts."""
        self._cancel()

"""Keeps pictures out that are greater than their publisher has announced."""

from __future__ import annotations

from hemicycle.media.server.ingest import BreachError
from hemicycle.media.wire.frames import decode_frame
from hemicycle.media.wire.picture_size import NoSizeError, PictureSize, picture_size
from hemicycle.wire.media import PictureFormat, SoundFormat

MAX_WIDTH, MAX_HEIGHT = 4096, 2304
"""The greatest picture of a meeting, in pixels, lying or upright, whatever is announced. Our pages
send 1920 x 1080 at most."""

SLACK_PIXELS = 64
"""Codecs work in blocks of up to so many pixels, and some headers say the size in whole blocks."""

MAX_REFUSED = 8
"""So many groups are left out; with the next one the session ends. One or two come by accident,
where a camera is changed and the announcement overtakes the pictures."""


class SizeGuard:
    """Looks at the headers of one source's frames.

    Args:
        announced: How the source is encoded, as its publisher says it.
    """

    def __init__(self, announced: SoundFormat | PictureFormat) -> None:
        self._announced = announced
        self._refused = 0

    def admits(self, payload: bytes) -> bool:
        """Whether a frame may pass; the rest of its group may not where it may not.

        A frame whose header can't be read passes: nothing in this process decodes it.

        Args:
            payload: The frame as it goes over MoQ.

        Raises:
            BreachError: it is one of too many that may not.
        """
        if isinstance(self._announced, SoundFormat):
            return True
        try:
            size = picture_size(self._announced.codec, decode_frame(payload)[1])
        except NoSizeError:
            return True
        if size is None or not self._is_too_great(size):
            return True
        self._refused += 1
        if self._refused > MAX_REFUSED:
            raise BreachError(f"pictures of {size.width} x {size.height}, which it has not announced")
        return False

    def _is_too_great(self, size: PictureSize) -> bool:
        announced = self._announced
        assert isinstance(announced, PictureFormat)
        return size.exceeds(announced.width, announced.height, SLACK_PIXELS) or size.exceeds(
            MAX_WIDTH, MAX_HEIGHT
        )

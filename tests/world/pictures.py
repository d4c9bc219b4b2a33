"""Pictures as a test looks at them."""

from __future__ import annotations

import av
import numpy as np
from numpy.typing import NDArray


class H264Decoder:
    """Decodes pictures, one after the other, from a key frame on."""

    def __init__(self) -> None:
        self._context = av.CodecContext.create("h264", "r")
        self._context.thread_count = 1

    def decode(self, payload: bytes) -> list[NDArray[np.uint8]]:
        """The pictures that this payload completes, each of shape (height, width, 3), RGB.

        Raises:
            ValueError: the payload can't be decoded.
        """
        try:
            frames = self._context.decode(av.Packet(payload))
        except av.FFmpegError as error:
            raise ValueError(f"no H.264: {error}") from error
        return [frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False) for frame in frames]

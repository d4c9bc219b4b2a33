"""A watcher that decodes what it hears and reads every picture, as a page does."""

from __future__ import annotations

import time

from hemicycle.client.heard import Heard
from hemicycle.client.media import SeatMedia
from hemicycle.client.speech import loudness
from hemicycle.client.watcher import Watcher, sound
from hemicycle.media.client.client import MediaClient
from hemicycle.media.wire.codecs import OpusDecoder
from hemicycle.wire.ids import Key, Source


class Listener(Watcher):
    """Decodes the sound, so that silence is told from speech, and reads each picture."""

    def __init__(self, seat: SeatMedia) -> None:
        super().__init__(seat)
        self.levels: dict[Key, float] = {}
        """How loud each seat was last, 0 to 1."""

    async def _hear(self, client: MediaClient, path: str, seat: Key) -> None:
        heard, decoder, began = self.heard[seat], OpusDecoder(), time.monotonic()
        try:
            async for timestamp_us, payload in sound(client, path):
                heard.hear(timestamp_us, began)
                level = loudness(decoder.decode(payload))
                heard.loudest = max(heard.loudest or 0.0, level)
                self.levels[seat] = level
        finally:
            self.levels.pop(seat, None)

    async def _see(self, client: MediaClient, path: str, source: Source, heard: Heard) -> None:
        began = time.monotonic()
        async for group in client.groups(path, source):
            async for _ in group.frames():
                heard.see(began)

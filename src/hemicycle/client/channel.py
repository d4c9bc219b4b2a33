"""Which voices somebody hears who has chosen a language, as on the pages.

Who speaks the language is heard in the original; for all others its booth is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hemicycle.client.media import SeatMedia
from hemicycle.client.seat import Seat
from hemicycle.wire.ids import Key, primary
from hemicycle.wire.media import MediaDoor, Streams
from hemicycle.wire.protocol import View


def voices(view: View, channel: str | None) -> frozenset[Key]:
    """Whose microphones are listened to.

    Args:
        view: of whoever listens.
        channel: the language chosen; None: the original.
    """
    floor = view["floor"]
    if channel is None:
        return frozenset(entry["seat"] for entry in floor)
    live = view["booths"][channel].get("live")
    own = {entry["seat"] for entry in floor if live is None or primary(entry["language"]) == primary(channel)}
    return frozenset(own if live is None or (floor and len(own) == len(floor)) else {*own, live})


class ChannelMedia(SeatMedia):
    """The media of a seat, less the microphones that its chosen language leaves out."""

    def __init__(self, seat: Seat, channel: Callable[[View], str | None], *, sees: bool = True) -> None:
        """Nothing is taken yet.

        Args:
            seat: whose.
            channel: the language to listen to, by the seat's view.
            sees: whether pictures are taken, too.
        """
        self.key = seat.key
        self._seat, self._channel, self._sees = seat, channel, sees

    @property
    def media(self) -> MediaDoor | None:  # type: ignore[override]
        """See `SeatMedia.media`."""
        return self._seat.media

    @property
    def watching(self) -> list[Callable[[], None]]:
        """See `Seat.watching`."""
        return self._seat.watching

    @property
    def streams(self) -> Mapping[Key, Streams]:
        """What there is to take of the chosen language, by seat."""
        view = self._seat.view
        if view is None:
            return {}
        heard = voices(view, self._channel(view))
        found: dict[Key, Streams] = {}
        for key, streams in view["streams"].items():
            taken: Streams = streams.copy() if self._sees else {}
            taken.pop("microphone", None)
            if key in heard and "microphone" in streams:
                taken["microphone"] = streams["microphone"]
            if taken:
                found[key] = taken
        return found

    async def wait(self, holds: Callable[[], bool]) -> None:
        """See `SeatMedia.wait`."""
        await self._seat.wait(holds)

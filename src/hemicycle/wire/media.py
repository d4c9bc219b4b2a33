"""What a seat sends of sound and picture, what it can take, and where."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from hemicycle.wire.models import DownModel, UpModel


class SoundFormat(UpModel):
    """How a microphone's sound is encoded."""

    codec: Literal["opus"]
    sample_rate: Literal[48000]
    channels: Literal[1, 2]


class PictureFormat(UpModel):
    """How a camera's or a screen's picture is encoded. H.264 is sent as Annex B."""

    codec: Annotated[str, Field(pattern=r"^(avc1|avc3|vp8|vp09|av01)[.0-9A-Za-z]{0,40}$")]
    width: Annotated[int, Field(ge=16, le=7680)]
    height: Annotated[int, Field(ge=16, le=4320)]


class Sending(UpModel):
    """What the seat's publisher is ready to send; sent again, whole, when it changes.

    It opens nothing: the server takes from a seat only what the chair has opened.
    """

    type: Literal["sending"] = "sending"
    microphone: SoundFormat | None = None
    camera: PictureFormat | None = None
    screen: PictureFormat | None = None
    camera_small: PictureFormat | None = None
    screen_small: PictureFormat | None = None


class Hold(UpModel):
    """Holds the seat's own sound back, or lets it go again: a cough button, a mute.

    It opens nothing. The server forwards no sound of the seat meanwhile.
    """

    type: Literal["hold"] = "hold"
    held: bool


Up = Sending | Hold


class MediaDoor(DownModel):
    """Where the seat takes and publishes sound and picture."""

    url: str
    """An `https` URL for WebTransport, with the ticket that lets this connection in."""
    fingerprints: list[str]
    """SHA-256 of the certificates to pin, in hex; empty where the certificate is publicly
    trusted."""
    tcp: str
    """A `ws` or `wss` URL of the same media, for where UDP is blocked, with the same ticket."""
    network: str
    """A key of the network that the seat comes from, to remember by what works there."""


class Stream(TypedDict):
    """Sound or picture that can be taken now: where, and how to decode it."""

    path: str
    """The MoQ broadcast; its only track is named as the source."""
    codec: str
    """A WebCodecs codec string: `opus`, `avc1.42e01f`, `vp8`, …"""
    sample_rate: NotRequired[int]
    channels: NotRequired[int]
    width: NotRequired[int]
    height: NotRequired[int]


class Streams(TypedDict):
    """What can be taken from one seat, by source."""

    microphone: NotRequired[Stream]
    camera: NotRequired[Stream]
    screen: NotRequired[Stream]
    camera_small: NotRequired[Stream]
    screen_small: NotRequired[Stream]


class Sends(TypedDict):
    """What one seat could be heard and seen with, by source."""

    microphone: NotRequired[Literal[True]]
    camera: NotRequired[Literal[True]]
    screen: NotRequired[Literal[True]]


class MediaView(TypedDict):
    """What can be taken of sound and picture now, and what could be."""

    streams: dict[str, Streams]
    """Only what the chair has opened and the seat is sending."""
    sending: NotRequired[dict[str, Sends]]
    """What each seat could be heard and seen with, opened or not. All but the hall."""
    held: NotRequired[dict[str, Literal[True]]]
    """Whose sound the server holds back at their own wish: a cough, a mute. All but the hall."""

"""What should be on its way into a room: pure bookkeeping, no order of arrival in it.

Three things must come together before a source passes: the chair has opened it, the seat has said
how it sends it, and a MoQ session of the seat has announced its broadcast. They come in any order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, Sending, SoundFormat, Stream

Feed = tuple[str, Source]
"""One source of one seat."""


@dataclass(frozen=True, slots=True)
class Passing:
    """From where a feed is taken, and in which format: when either changes, it is another opening."""

    ingest: int
    """The number of the seat's newest ingest."""
    format: SoundFormat | PictureFormat


def format_of(sending: Sending, source: Source) -> SoundFormat | PictureFormat | None:
    """How a seat sends a source; None where it doesn't."""
    match source:
        case Source.MICROPHONE:
            return sending.microphone
        case Source.CAMERA:
            return sending.camera
        case Source.SCREEN:
            return sending.screen
        case Source.CAMERA_SMALL:
            return sending.camera_small
        case Source.SCREEN_SMALL:
            return sending.screen_small


def passing(
    opened: frozenset[Feed],
    offers: Mapping[str, Sending],
    ingests: Mapping[str, int],
) -> dict[Feed, Passing]:
    """What should pass.

    Args:
        opened: What the chair has opened.
        offers: What each seat says that it can send.
        ingests: The number of each seat's newest ingest, for seats that have one.
    """
    result: dict[Feed, Passing] = {}
    for seat, source in opened:
        if seat not in offers or seat not in ingests:
            continue
        found = format_of(offers[seat], source)
        if found is not None:
            result[seat, source] = Passing(ingests[seat], found)
    return result


def stream_of(path: str, sent: SoundFormat | PictureFormat) -> Stream:
    """How a view tells of a broadcast at `path`."""
    if isinstance(sent, SoundFormat):
        return Stream(path=path, codec=sent.codec, sample_rate=sent.sample_rate, channels=sent.channels)
    return Stream(path=path, codec=sent.codec, width=sent.width, height=sent.height)

"""Which sources of which seats should pass into a meeting's origin. Pure: no order of arrival
matters.

A source passes when the chair has permitted it, the seat has said in which format it sends it, and
a session of the seat has announced its broadcast. The three come in any order.
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
    """From which ingest a feed is taken, and in which format; a change of either makes another
    opening."""

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
    sendings: Mapping[str, Sending],
    ingests: Mapping[str, int],
) -> dict[Feed, Passing]:
    """What should pass.

    Args:
        opened: What the chair has permitted.
        sendings: In which formats each seat can send which sources.
        ingests: The number of each seat's newest ingest, for seats that have one.
    """
    result: dict[Feed, Passing] = {}
    for seat, source in opened:
        if seat not in sendings or seat not in ingests:
            continue
        found = format_of(sendings[seat], source)
        if found is not None:
            result[seat, source] = Passing(ingests[seat], found)
    return result


def stream_of(path: str, sent: SoundFormat | PictureFormat) -> Stream:
    """The stream as a view shows it: where it is, and how it is decoded."""
    if isinstance(sent, SoundFormat):
        return Stream(path=path, codec=sent.codec, sample_rate=sent.sample_rate, channels=sent.channels)
    return Stream(path=path, codec=sent.codec, width=sent.width, height=sent.height)

"""Authority is the server's: a client that ignores the page is not heard once the chair has closed
it."""

from __future__ import annotations

import time

import pytest
from tests.world.media import ENCODED, Reader, Stubborn, until
from tests.world.site import Site

from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS
from hemicycle.room.log import Entry
from hemicycle.wire.doors import SendOut
from hemicycle.wire.floor import CloseMicrophone, GiveFloor, TakeFloor
from hemicycle.wire.ids import Source
from hemicycle.wire.media import Sending
from hemicycle.wire.opening import CloseMeeting, OpenMeeting
from hemicycle.wire.protocol import Command
from hemicycle.wire.stage import HidePicture

EVERYTHING = {"microphone", "camera"}


def at_us(entry: Entry) -> int:
    """A fact's instant by the clock that frames are stamped with, in microseconds."""
    return entry.at * 1000 - (time.time_ns() - time.monotonic_ns()) // 1000


def sources(reader: Reader, since: int) -> set[str]:
    """Which sources have a frame in the room's origin that was stamped after an instant."""
    return {path.split("/")[1] for path, stamped in reader.frames if stamped > since}


@pytest.mark.parametrize(
    ("command", "still"),
    [
        (CloseMicrophone(seat="ambassador"), {"camera"}),
        (HidePicture(seat="ambassador", source=Source.CAMERA), {"microphone"}),
        (TakeFloor(seat="ambassador"), {"camera"}),
        (SendOut(seat="ambassador"), set()),
        (CloseMeeting(), set()),
    ],
    ids=lambda value: getattr(value, "type", None),
)
async def test_not_one_frame_after_the_fact(site: Site, command: Command, still: set[str]) -> None:
    chair, ambassador = await site.seat("chair"), await site.seat("ambassador")
    await chair.ask(OpenMeeting())
    media = ambassador.media
    assert media is not None
    origin = site.running.owner.rooms["small"].origin
    async with Stubborn(media.url, media.fingerprints) as stubborn, Reader(origin) as reader:
        await ambassador.sending(Sending(microphone=OPUS, camera=ENCODED))
        await until(lambda: stubborn.has_written(50))
        assert not reader.frames, "nothing was opened yet"

        await chair.ask(GiveFloor(seat="ambassador"))
        await until(lambda: sources(reader, 0) == EVERYTHING)
        assert await chair.ask(command) is None
        fact = site.store.entries("small")[-1]

        written = stubborn.written
        await until(lambda: stubborn.has_written(written + 200))
        # The picture is one group that never ends, so its frames go on arriving where it is still
        # open.
        if still:
            await until(lambda: sources(reader, now_us() - 100_000) == still)
        assert sources(reader, at_us(fact)) <= still


async def test_a_participant_speaks_from_the_seat_with_the_floor_only(site: Site) -> None:
    chair, france = await site.seat("chair"), await site.seat("france")
    await chair.ask(OpenMeeting())
    media = france.media
    assert media is not None
    async with (
        Stubborn(media.url, media.fingerprints) as stubborn,
        Reader(site.running.owner.rooms["small"].origin) as reader,
    ):
        await france.sending(Sending(microphone=OPUS))
        await until(lambda: stubborn.has_written(100))
        assert not reader.frames
        await chair.ask(GiveFloor(seat="france"))
        view = await chair.until(lambda view: "france" in view["streams"])
        assert view["streams"]["france"]["microphone"]["codec"] == "opus"
        await until(lambda: sources(reader, 0) == {"microphone"})
        await chair.ask(TakeFloor(seat="france"))
        await chair.until(lambda view: "france" not in view["streams"])

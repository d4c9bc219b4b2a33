"""The booths' law against clients that ignore the page, over both ways to the media."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.service.web.test_authority import at_us
from tests.world.media import Reader, speaking, until
from tests.world.site import Site

from hemicycle.client.seat import Seat
from hemicycle.interpretation.booths import SOUNDLESS_AFTER_S
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS
from hemicycle.media.wire.transport import Transport
from hemicycle.wire.booths import AskHandover, BoothRefusal, LeaveBooth, TakeBooth
from hemicycle.wire.doors import SendOut
from hemicycle.wire.floor import FloorRefusal, GiveFloor, TakeFloor
from hemicycle.wire.media import Sending
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import CloseMeeting, OpenMeeting
from hemicycle.wire.protocol import Command, RefusalCode

WAYS: list[Transport] = ["udp", "tcp"]


@contextlib.asynccontextmanager
async def at_the_microphone(seat: Seat, way: Transport = "udp") -> AsyncIterator[None]:
    """The seat publishes a tone for all it is worth, whatever its page would have done."""
    async with seat.connect_media(way) as client, speaking(client) as sending:
        await seat.sending(sending)
        yield


class Ear:
    """Who can be heard in the room, by the frames in its origin."""

    def __init__(self, site: Site) -> None:
        self.reader = Reader(site.running.owner.rooms[site.slug].origin)

    async def __aenter__(self) -> Ear:
        await self.reader.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.reader.__aexit__()

    def since(self, instant_us: int) -> set[str]:
        """Whose frames were stamped after an instant."""
        return {path.split("/")[0] for path, stamped in self.reader.frames if stamped > instant_us}

    async def hears(self, *seats: str) -> None:
        """Wait until these are heard, and nobody else has been for a while."""
        await until(lambda: self.since(now_us() - 150_000) == set(seats))


def whole(directory: Path) -> bytes:
    """Every byte that is in a directory."""
    return b"".join(path.read_bytes() for path in directory.rglob("*") if path.is_file())


async def refusal(seat: Seat, command: Command) -> RefusalCode | None:
    refused = await seat.ask(command)
    return refused.code if refused else None


@pytest.mark.parametrize("way", WAYS)
async def test_only_its_live_interpreter_is_heard_from_a_booth(booths: Site, way: Transport) -> None:
    chair, a, b = [await booths.seat(key) for key in ("chair", "english-a", "english-b")]
    korean, france = await booths.seat("korean"), await booths.seat("france")
    await chair.ask(OpenMeeting())
    async with contextlib.AsyncExitStack() as stack:
        ear = await stack.enter_async_context(Ear(booths))
        for seat in (a, b, korean, france):
            await stack.enter_async_context(at_the_microphone(seat, way))
        assert await refusal(korean, TakeBooth(booth="en")) is BoothRefusal.NOT_YOUR_BOOTH
        assert await refusal(france, TakeBooth(booth="en")) is RequestRefusal.NOT_ALLOWED
        assert await refusal(chair, GiveFloor(seat="english-a")) is FloorRefusal.INTERPRETERS_INTERPRET
        assert not ear.reader.frames, "nobody has a booth, nobody has the floor"

        assert await refusal(a, TakeBooth(booth="en")) is None
        await ear.hears("english-a")
        assert await refusal(b, TakeBooth(booth="en")) is BoothRefusal.BOOTH_TAKEN
        assert await refusal(b, AskHandover(booth="en")) is BoothRefusal.BOOTH_NOT_LIVE
        await chair.ask(GiveFloor(seat="france"))
        await ear.hears("english-a", "france")
        # The booth's sound is told apart from the floor's by who it is of: nobody is both.
        view = await france.until(lambda view: {"english-a", "france"} <= set(view["streams"]))
        assert view["booths"]["en"].get("live") == "english-a"
        assert [has["seat"] for has in view["floor"]] == ["france"]
        await chair.ask(TakeFloor(seat="france"))
        await ear.hears("english-a")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("by", "command"),
    [
        ("english-a", LeaveBooth(booth="en")),
        ("chair", LeaveBooth(booth="en")),
        ("chair", SendOut(seat="english-a")),
        ("chair", CloseMeeting()),
    ],
    ids=lambda value: getattr(value, "type", value),
)
async def test_not_one_frame_after_the_booth_was_left(
    booths: Site, by: str, command: Command, way: Transport
) -> None:
    seats = {key: await booths.seat(key) for key in ("chair", "english-a")}
    await seats["chair"].ask(OpenMeeting())
    await seats["english-a"].ask(TakeBooth(booth="en"))
    async with at_the_microphone(seats["english-a"], way), Ear(booths) as ear:
        await ear.hears("english-a")
        assert await seats[by].ask(command) is None
        fact = booths.store.entries("booths")[-1]
        await asyncio.sleep(0.3)
        assert not ear.since(at_us(fact))


@pytest.mark.parametrize("way", WAYS)
async def test_a_handover_has_no_moment_with_two(booths: Site, way: Transport) -> None:
    chair, a, b = [await booths.seat(key) for key in ("chair", "english-a", "english-b")]
    await chair.ask(OpenMeeting())
    await a.ask(TakeBooth(booth="en"))
    async with at_the_microphone(a, way), at_the_microphone(b, way), Ear(booths) as ear:
        live, partner = a, b
        for _ in range(3):
            await ear.hears(live.key)
            assert await refusal(live, AskHandover(booth="en")) is None
            await asyncio.sleep(0.2)
            assert ear.since(now_us() - 100_000) == {live.key}, "the partner is not heard before taking"
            assert await refusal(partner, TakeBooth(booth="en")) is None
            taken = at_us(booths.store.entries("booths")[-1])
            live, partner = partner, live
            await ear.hears(live.key)
            stamps: dict[str, list[int]] = {}
            for path, stamped in ear.reader.frames:
                stamps.setdefault(path, []).append(stamped)
            before, after = [
                next(path for path in reversed(stamps) if path.startswith(f"{seat.key}/"))
                for seat in (partner, live)
            ]
            assert max(stamps[before]) <= taken
            # What was on its way when the booth was taken belongs to neither side.
            assert min(stamps[after]) > taken - 5_000


@pytest.mark.parametrize("way", WAYS)
async def test_a_cough_is_heard_by_nobody(booths: Site, way: Transport) -> None:
    chair, a, france = [await booths.seat(key) for key in ("chair", "english-a", "france")]
    await chair.ask(OpenMeeting())
    await a.ask(TakeBooth(booth="en"))
    room = booths.running.owner.rooms["booths"]
    async with at_the_microphone(a, way), Ear(booths) as ear:
        await ear.hears("english-a")
        view = await chair.until(lambda view: "english-a" in view["streams"])
        for _ in range(3):
            await a.hold(True)
            await chair.until(lambda view: "english-a" in view.get("held", {}))
            passed = room.counters.frames
            await asyncio.sleep(0.3)
            assert room.counters.frames == passed
            await a.hold(False)
            held = await chair.until(lambda view: not view.get("held"))
            assert held["streams"] == view["streams"], "the stream is the same"
            await ear.hears("english-a")
        assert "held" not in (france.view or {})


async def test_whose_partner_is_cut_off_takes_over_at_once(booths: Site) -> None:
    chair, b = await booths.seat("chair"), await booths.seat("english-b")
    await chair.ask(OpenMeeting())
    a = Seat(booths.link("english-a"), booths.http)
    await a.__aenter__()
    await a.ask(TakeBooth(booth="en"))
    async with at_the_microphone(b), Ear(booths) as ear, at_the_microphone(a):
        await ear.hears("english-a")
        assert await refusal(b, TakeBooth(booth="en")) is BoothRefusal.BOOTH_TAKEN
        await a.__aexit__(None, None, None)
        live = booths.running.owner.meetings["booths"]
        await until(lambda: "english-a" not in live.connections)
        assert await refusal(b, TakeBooth(booth="en")) is None
        # The media connection of who was replaced still stands, and is heard no more.
        await ear.hears("english-b")


@pytest.mark.parametrize("way", WAYS)
async def test_whose_partner_sends_nothing_any_more_takes_over(booths: Site, way: Transport) -> None:
    """As when a machine loses its network: its connections stand, for all that the server knows."""
    chair, a, b = [await booths.seat(key) for key in ("chair", "english-a", "english-b")]
    await chair.ask(OpenMeeting())
    await a.ask(TakeBooth(booth="en"))
    async with at_the_microphone(b, way), Ear(booths) as ear, a.connect_media(way) as client:
        microphone = client.publish().sound()
        await a.sending(Sending(microphone=OPUS))
        await until(lambda: microphone.write(b"the last word", now_us()))
        await until(lambda: "english-a" in ear.since(0))
        assert await refusal(b, TakeBooth(booth="en")) is BoothRefusal.BOOTH_TAKEN
        async with asyncio.timeout(SOUNDLESS_AFTER_S + 3):
            while await refusal(b, TakeBooth(booth="en")) is BoothRefusal.BOOTH_TAKEN:
                await asyncio.sleep(0.1)
        assert client.connected
        await ear.hears("english-b")


async def test_the_chat_and_the_signals_are_the_booths(booths: Site, tmp_path: Path) -> None:
    keys = ("chair", "english-a", "english-b", "korean", "ambassador", "france", "captioner")
    seats = {key: await booths.seat(key) for key in keys}
    await seats["chair"].ask(OpenMeeting())
    secret = "the ambassador mumbles, zwölf Boxkämpfer"
    for key in ("ambassador", "france", "captioner"):
        refused = await seats[key].note("en", secret)
        assert refused is not None
        assert refused.code is RequestRefusal.NOT_ALLOWED
        await seats[key].slow_down("en")
        await until(lambda key=key: seats[key].refusals)  # type: ignore[misc]
        assert seats[key].refusals[0].code is RequestRefusal.NOT_ALLOWED
    refused = await seats["korean"].note("en", secret)
    assert refused is not None
    assert refused.code is BoothRefusal.NOT_YOUR_BOOTH
    assert await seats["english-a"].note("en", secret) is None
    await until(lambda: all(seats[key].notes for key in ("chair", "english-a", "english-b")))
    assert not any(seats[key].notes for key in ("korean", "ambassador", "france", "captioner"))

    await seats["english-b"].slow_down("en")
    view = await seats["ambassador"].until(lambda view: "en" in view.get("slow", {}))
    assert view["slow"].keys() == {"en"}
    assert "slow" not in (seats["france"].view or {})

    # Every command that comes after is stored after: then look whether a word of the chat is
    # anywhere.
    await seats["chair"].ask(CloseMeeting())
    written = whole(tmp_path)
    assert b"meeting.closed" in written
    for word in (secret, "mumbles"):
        assert word.encode() not in written
        assert word.encode("utf-16-le") not in written

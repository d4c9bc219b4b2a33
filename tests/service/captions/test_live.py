"""Captions in a meeting: a speaking client is written down under its own name, off the record
nobody is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.world.programmes import BOOTHS
from tests.world.site import Site, store_with
from tests.world.speech import spoken

from hemicycle.client.picture import Plate
from hemicycle.client.seat import Seat
from hemicycle.client.speaker import Speaker
from hemicycle.client.speech import Samples, Voice
from hemicycle.server.serving import serving
from hemicycle.store.lines import lines_of, versions_of
from hemicycle.store.tokens import secret_in
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.captions import CaptionRefusal
from hemicycle.wire.floor import CloseMicrophone, GiveFloor
from hemicycle.wire.ids import Key
from hemicycle.wire.languages import SetLanguage
from hemicycle.wire.lines import Line, Writer
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import BeginItem, OpenMeeting
from hemicycle.wire.record import ResumeRecord, StopRecord

PATIENCE = 40.0


class Reader(Seat):
    """A seat that reads captions, and can write them."""

    def __init__(self, link: str, http: httpx.AsyncClient) -> None:
        super().__init__(link, http)
        self.heard: list[dict[str, Any]] = []
        self.answers: dict[int, dict[str, Any]] = {}
        self.came = asyncio.Event()

    async def _listen(self, socket: Any) -> None:
        async def noted() -> AsyncIterator[str]:
            async for text in socket:
                message = json.loads(text)
                if message["type"] == "caption":
                    self.heard.append(message)
                elif message["type"] in ("done", "refused") and message["id"] is not None:
                    self.answers[message["id"]] = message
                self.came.set()
                yield text

        await super()._listen(noted())  # type: ignore[arg-type]

    async def until_it(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self.came.clear()
                await self.came.wait()

    async def say(self, **message: Any) -> None:
        assert self._socket is not None
        await self._socket.send(json.dumps(message))

    async def answered(self, **message: Any) -> dict[str, Any]:
        number = 1000 + len(self.answers)
        await self.say(id=number, **message)
        await self.until_it(lambda: number in self.answers)
        return self.answers[number]

    @property
    def finals(self) -> dict[int, dict[str, Any]]:
        """The newest of each final line, by id."""
        return {each["id"]: each for each in self.heard if each["final"]}


@asynccontextmanager
async def captioned(data: Path, model: str | None) -> AsyncIterator[Site]:
    """A server that writes captions, and holds the meeting with booths."""
    store = store_with(BOOTHS, data)
    settings = ServerSettings("localhost", 0, "", captions=model)
    async with (
        serving(settings, store, grace_s=0.3) as running,
        httpx.AsyncClient(base_url=running.url) as http,
        AsyncExitStack() as seats,
    ):
        yield Site(store, secret_in(data), running, http, seats, "booths")


async def reader(site: Site, key: Key) -> Reader:
    return await site.seats.enter_async_context(Reader(site.link(key), site.http))


async def speaker(site: Site, key: Key) -> Speaker:
    seat = await site.seat(key)
    found = Speaker(seat, Plate(key, "", ""))
    await found.start()
    site.seats.push_async_callback(found.close)
    return found


async def floor(chair: Seat, *keys: Key) -> None:
    for key in keys:
        assert await chair.ask(GiveFloor(seat=key)) is None
        await chair.until(lambda view, key=key: "microphone" in view["streams"].get(key, {}))  # type: ignore[misc]


def told(site: Site) -> list[Line]:
    return lines_of(site.store, "booths")


async def until_stored(site: Site, holds: Callable[[list[Line]], bool]) -> list[Line]:
    async with asyncio.timeout(PATIENCE):
        while not holds(lines := await asyncio.to_thread(told, site)):
            await asyncio.sleep(0.05)
    return lines


def everything_in(data: Path) -> bytes:
    return b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())


async def say(speaker: Speaker, samples: Samples) -> None:
    await speaker.say(samples, samples.size / 48_000 + 1)


async def test_two_who_speak_at_once_are_written_down_each_under_their_name(
    tmp_path: Path, tiny_en: str
) -> None:
    async with captioned(tmp_path, tiny_en) as site:
        chair, hall, nobody = (
            await reader(site, "chair"),
            await reader(site, "france"),
            await reader(site, "press"),
        )
        fellow, kazan = await speaker(site, "fellow"), await speaker(site, "kazan")
        await chair.ask(OpenMeeting())
        await chair.ask(BeginItem(item="opening"))
        await chair.ask(SetLanguage(seat="kazan", language="en-GB"))
        view = await hall.until(lambda view: "captions" in view)
        assert view["captions"] == {"offered": ["original"], "writing": {}, "machine": ["en"]}
        await hall.say(type="captions", wanted="original")
        await floor(chair, "fellow", "kazan")
        await asyncio.gather(
            say(fellow, spoken("The university teaches history and international law.", voice=Voice("m3"))),
            say(
                kazan,
                spoken(
                    "We are ready to share our experience of giving up nuclear weapons.", voice=Voice("f2")
                ),
            ),
        )
        await hall.until_it(lambda: {each["seat"] for each in hall.finals.values()} == {"fellow", "kazan"})
        lines = {line["seat"]: line for line in await until_stored(site, lambda lines: len(lines) == 2)}
    assert "history" in lines["fellow"]["text"]
    assert "nuclear" in lines["kazan"]["text"]
    assert lines["kazan"]["language"] == "en-GB"
    assert {line["item"] for line in lines.values()} == {"opening"}
    opened = site.store.entries("booths")[-1].at
    assert all(0 < line["since"] - opened < 60_000 for line in lines.values())
    assert any(not each["final"] for each in hall.heard), "nothing was shown while it was being said"
    assert nobody.heard == []


async def test_off_the_record_nothing_is_written(tmp_path: Path, tiny_en: str) -> None:
    async with captioned(tmp_path, tiny_en) as site:
        chair, fellow = await reader(site, "chair"), await speaker(site, "fellow")
        await chair.ask(OpenMeeting())
        await chair.say(type="captions", wanted="original")
        await floor(chair, "fellow")
        await say(fellow, spoken("We are ready to share our experience of giving up nuclear weapons."))
        await until_stored(site, lambda lines: len(lines) == 1)
        await chair.ask(StopRecord())
        stopped = site.store.entries("booths")[-1]
        await say(fellow, spoken("The secret number is seventy seven elephants."))
        await chair.ask(ResumeRecord())
        resumed = site.store.entries("booths")[-1]
        # A pause, so that the first word is not cut by the guard.
        await say(fellow, spoken("The university teaches history and international law.", pause=1.5))
        lines = await until_stored(site, lambda lines: "history" in lines[-1]["text"])
        shown = " ".join(each["text"] for each in chair.heard)
    assert not any(stopped.at < line["until"] < resumed.at for line in lines)
    for word in ("elephant", "seventy", "secret"):
        assert word not in " ".join(line["text"] for line in lines).lower()
        assert word not in shown.lower()
    database = everything_in(tmp_path)
    assert b"nuclear" in database
    assert b"elephant" not in database


async def test_who_is_muted_in_the_middle_is_written_up_to_there(tmp_path: Path, tiny_en: str) -> None:
    async with captioned(tmp_path, tiny_en) as site:
        chair, fellow = await reader(site, "chair"), await speaker(site, "fellow")
        await chair.ask(OpenMeeting())
        await chair.say(type="captions", wanted="original")
        await floor(chair, "fellow")
        speaking = asyncio.create_task(
            say(
                fellow,
                spoken(
                    "We are ready to share our experience of giving up nuclear weapons and of what came next"
                ),
            )
        )
        await chair.until_it(lambda: any("nuclear" in each["text"] for each in chair.heard))
        await chair.ask(CloseMicrophone(seat="fellow"))
        (line,) = await until_stored(site, lambda lines: len(lines) == 1)
        await speaking
    assert "nuclear" in line["text"]


async def test_a_captioner_writes_and_corrects(tmp_path: Path) -> None:
    async with captioned(tmp_path, None) as site:
        chair, hall, olga = (
            await reader(site, "chair"),
            await reader(site, "kazan"),
            await reader(site, "captioner"),
        )
        view = await hall.until(lambda view: "captions" in view)
        assert view["captions"] == {"offered": ["original", "ru"], "writing": {}}
        line = {"type": "write", "seat": "ambassador", "language": "ru", "text": "Добрый день!"}
        assert (await olga.answered(**line))["code"] == CaptionRefusal.NOTHING_WRITTEN
        await chair.ask(OpenMeeting())
        await chair.ask(BeginItem(item="opening"))
        await hall.say(type="captions", wanted="ru")
        await chair.say(type="captions", wanted="original")
        assert (await hall.answered(**line))["code"] == RequestRefusal.NOT_ALLOWED
        await olga.say(type="captioning", language="ru")
        await hall.until(lambda view: view["captions"]["writing"] == {"ru": "captioner"})
        assert (await olga.answered(**line))["type"] == "done"
        await hall.until_it(lambda: len(hall.finals) == 1)
        (caption,) = hall.finals.values()
        assert (caption["text"], caption["seat"], caption["writer"]) == (
            "Добрый день!",
            "ambassador",
            "captioner",
        )

        correction = {"type": "correct", "line": caption["line"], "text": "Добрый день, коллеги!"}
        assert (await hall.answered(**correction, after=1))["code"] == RequestRefusal.NOT_ALLOWED
        assert (await olga.answered(**correction, after=1))["type"] == "done"
        assert (await olga.answered(**correction, after=1))["code"] == CaptionRefusal.LINE_CHANGED
        assert (await olga.answered(**{**correction, "line": 99}, after=1))[
            "code"
        ] == CaptionRefusal.NO_SUCH_LINE
        await hall.until_it(lambda: hall.finals[caption["id"]]["text"] == "Добрый день, коллеги!")
        assert hall.finals[caption["id"]]["version"] == 2
        # The ambassador speaks Korean, so this is not what is spoken.
        assert chair.heard == []

        late = await reader(site, "france")
        await late.say(type="captions", wanted="ru")
        await late.until_it(lambda: bool(late.heard))
        assert [each["text"] for each in late.heard] == ["Добрый день, коллеги!"]

        await chair.ask(StopRecord())
        assert (await olga.answered(**line))["code"] == CaptionRefusal.NOTHING_WRITTEN
        assert (await olga.answered(**correction, after=2))["code"] == CaptionRefusal.NOTHING_WRITTEN
    (stored,) = told(site)
    assert (stored["text"], stored["item"], stored.get("by")) == (
        "Добрый день, коллеги!",
        "opening",
        "captioner",
    )
    versions = versions_of(site.store, "booths", 1)
    assert [(each["text"], each["writer"]) for each in versions] == [
        ("Добрый день!", Writer.CAPTIONER),
        ("Добрый день, коллеги!", Writer.CAPTIONER),
    ]


async def test_where_a_captioner_writes_the_machine_does_not(tmp_path: Path, tiny_en: str) -> None:
    async with captioned(tmp_path, tiny_en) as site:
        chair, olga = await reader(site, "chair"), await reader(site, "captioner")
        fellow = await speaker(site, "fellow")
        await chair.ask(OpenMeeting())
        await olga.say(type="captions", wanted="original")
        await olga.say(type="captioning", language="en")
        await chair.until(lambda view: view["captions"]["writing"] == {"en": "captioner"})
        await floor(chair, "fellow")
        await say(fellow, spoken("We are ready to share our experience of giving up nuclear weapons."))
        await olga.say(type="captioning", language=None)
        await chair.until(lambda view: view["captions"]["writing"] == {})
        await say(fellow, spoken("The university teaches history and international law."))
        lines = await until_stored(site, lambda lines: "history" in " ".join(line["text"] for line in lines))
    assert "nuclear" not in " ".join(line["text"] for line in lines)


@pytest.mark.parametrize("text", ["", "   ", "x" * 501])
async def test_what_is_no_line_is_refused(tmp_path: Path, text: str) -> None:
    async with captioned(tmp_path, None) as site:
        olga = await reader(site, "captioner")
        refused = await olga.answered(type="write", seat="ambassador", language="ru", text=text)
        assert refused["code"] == RequestRefusal.NOT_UNDERSTOOD

"""How soon a page plays, and how late: `python -m bench.join [--seats 70] [--runs 10] [--seconds
8]`.

A speaker in Chromium sends a clock for a picture and a beep for sound, through a real server in a
process of its own. Then a guest opens a personal link in a fresh browser context, run after run:
alone, and while all other seats come in at the same moment, as programs that take sound and
picture. At the end the guest reads the clock off the stage: that is glass to glass, on one machine
and by one machine's clock.

From "link" a time counts from the moment at which the link is opened (the page's `timeOrigin`,
before the redirect); from "script", from when the page is parsed and its last script is there,
which is when it runs. All of it shares this machine's cores: with few of them, that is what the
larger numbers measure.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import httpx
import uvloop
from bench.meetings import made_up
from bench.processes import Pipe, process
from playwright.async_api import Browser, Page, ViewportSize, async_playwright
from rich.console import Console
from rich.table import Table

from hemicycle.client.seat import Seat
from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingPlanned
from hemicycle.room.state import PlannedSeat
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.store.tokens import token_hash
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.floor import GiveFloor
from hemicycle.wire.ids import Role, Source
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.opening import OpenMeeting
from hemicycle.wire.protocol import View

SLUG, CHAIR, SPEAKER, GUEST = "bench", "chair", "speaker", "guest"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
)
SIZE: ViewportSize = {"width": 1280, "height": 800}
CLOCK = (Path(__file__).parent / "clock.js").read_text(encoding="utf-8")
TAKEN = (Source.MICROPHONE, Source.CAMERA)
WITHIN_MS = 30_000
BETWEEN = 1.0
"""Seconds for everybody to have left before the next run."""
MARKS = """() => {
  const marks = ['joined', 'first-picture', 'first-sound'].map(
    (name) => performance.getEntriesByName(`hemicycle:${name}`)[0]?.startTime);
  if (marks.some((mark) => mark === undefined)) return null;
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => /\\.js$/.test(name));
  const early = scripts.filter(({ responseEnd }) => responseEnd <= marks[0]);
  const { domInteractive } = performance.getEntriesByType('navigation')[0];
  return [Math.max(domInteractive, ...early.map(({ responseEnd }) => responseEnd)), ...marks];
}"""


@dataclass
class Opening:
    """What the guest's pages took, in milliseconds from the opening of the link, a value a run."""

    script: list[float] = field(default_factory=list)
    joined: list[float] = field(default_factory=list)
    picture: list[float] = field(default_factory=list)
    sound: list[float] = field(default_factory=list)

    def add(self, marks: list[float]) -> None:
        """One run's marks, in that order."""
        for values, mark in zip((self.script, self.joined, self.picture, self.sound), marks, strict=True):
            values.append(mark)


@dataclass
class Crowd:
    """What the programs took, in milliseconds, a value a seat and run."""

    welcomed: list[float] = field(default_factory=list)
    """From the link to the first view."""
    frame: list[float] = field(default_factory=list)
    """From the first view to the first frame, of whatever source."""


# The server's process


def meeting_of(seats: int) -> Meeting:
    """A meeting of a chair, a speaker, a guest, and so many others."""
    others = {f"seat-{number}": Role.PARTICIPANT for number in range(seats)}
    return made_up(SLUG, {CHAIR: Role.CHAIR, SPEAKER: Role.SPEAKER, GUEST: Role.PARTICIPANT, **others})


def serve(pipe: Pipe, seats: int) -> None:
    """Says its address, and serves until it is ended."""
    uvloop.run(_serve(pipe, seats))


async def _serve(pipe: Pipe, seats: int) -> None:
    with tempfile.TemporaryDirectory() as data:
        store = Store.open(f"sqlite:///{data}/hemicycle.db")
        meeting = meeting_of(seats)
        planned = {key: PlannedSeat(seat["role"]) for key, seat in meeting["seats"].items()}
        # The keys themselves serve as the tokens of the personal links.
        store.add_meeting(
            meeting, {key: token_hash(key) for key in planned}, chain([MeetingPlanned(planned, ())], 0, None)
        )
        async with serving(ServerSettings("localhost", 0, ""), store) as running:
            pipe.send(running.url)
            await asyncio.to_thread(pipe.recv)
        store.close()


# The crowd's process


def crowd(pipe: Pipe, url: str, seats: int) -> None:
    """Comes in at each `True`, says what that took when all have come, and leaves at the next
    word."""
    uvloop.run(_crowd(pipe, url, seats))


async def _crowd(pipe: Pipe, url: str, seats: int) -> None:
    pipe.send("ready")
    while await asyncio.to_thread(pipe.recv):
        leave, took = asyncio.Event(), Crowd()
        limits = httpx.Limits(max_connections=seats)
        async with httpx.AsyncClient(limits=limits, timeout=30) as http, asyncio.TaskGroup() as group:
            for number in range(seats):
                group.create_task(_sit(f"{url}/s/seat-{number}", http, took, leave))
            while len(took.frame) < seats:
                await asyncio.sleep(0.01)
            pipe.send(took)
            await asyncio.to_thread(pipe.recv)
            leave.set()


async def _sit(link: str, http: httpx.AsyncClient, took: Crowd, leave: asyncio.Event) -> None:
    began = time.perf_counter()
    async with Seat(link, http) as seat:
        welcomed = time.perf_counter()
        took.welcomed.append((welcomed - began) * 1000)
        view = await seat.until(is_on_stage)
        streams = cast("dict[str, Any]", view["streams"][SPEAKER])
        first = asyncio.Event()
        async with seat.connect_media() as client:

            async def take(source: Source) -> None:
                async for group in client.groups(streams[source]["path"], source):
                    group.skip()
                    if not first.is_set():
                        first.set()
                        took.frame.append((time.perf_counter() - welcomed) * 1000)

            taking = [asyncio.create_task(take(source)) for source in TAKEN]
            await leave.wait()
            for task in taking:
                task.cancel()
            await asyncio.gather(*taking, return_exceptions=True)


def is_on_stage(view: View) -> bool:
    """Whether the speaker can be seen and heard."""
    return set(TAKEN) <= set(view["streams"].get(SPEAKER, {}))


# The browser


async def speaks(browser: Browser, url: str) -> Page:
    """A speaker whose camera is the clock, gone in."""
    context = await browser.new_context(viewport=SIZE, locale="en-GB")
    await context.add_init_script(f"{CLOCK}; hemicycleClock.cameraIsClock()")
    page = await context.new_page()
    await page.goto(f"{url}/s/{SPEAKER}")
    await page.get_by_text("We hear you.").wait_for(timeout=WITHIN_MS)
    await page.get_by_text("We see you.").wait_for(timeout=WITHIN_MS)
    await page.get_by_role("button", name="Go in", exact=True).click()
    return page


@contextlib.asynccontextmanager
async def guest_of(browser: Browser, url: str) -> Any:
    """A guest's page in a context of its own, with nothing kept from before."""
    context = await browser.new_context(viewport=SIZE, locale="en-GB")
    await context.add_init_script(CLOCK)
    page = await context.new_page()
    await page.goto(f"{url}/s/{GUEST}", wait_until="commit")
    try:
        yield page
    finally:
        await context.close()


async def marks_of(page: Page) -> list[float]:
    """The page's marks, when all are there; the first is when its script began."""
    found = await page.wait_for_function(MARKS, polling=50, timeout=WITHIN_MS)
    return cast("list[float]", await found.json_value())


async def ages_on(page: Page, seconds: float) -> list[float]:
    """How old the pictures are that the page shows, in milliseconds."""
    read = "([seat, within]) => hemicycleClock.ages(seat, within)"
    return cast("list[float]", await page.evaluate(read, [SPEAKER, seconds * 1000]))


async def measure(url: str, load: Pipe, runs: int, seconds: float, console: Console) -> list[Table]:
    """Hold the meeting, and measure."""
    async with async_playwright() as playwright, contextlib.AsyncExitStack() as stack:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*ARGUMENTS]
        )
        stack.push_async_callback(browser.close)
        http = await stack.enter_async_context(httpx.AsyncClient())
        chair = await stack.enter_async_context(Seat(f"{url}/s/{CHAIR}", http))
        await chair.ask(OpenMeeting())
        await speaks(browser, url)
        await chair.ask(GiveFloor(seat=SPEAKER))
        await asyncio.wait_for(chair.until(is_on_stage), 30)
        alone, together, programs = Opening(), Opening(), Crowd()
        glass: dict[str, list[float]] = {}
        with console.status("alone"):
            for run in range(runs):
                async with guest_of(browser, url) as page:
                    alone.add(await marks_of(page))
                    if run == runs - 1:
                        glass["alone"] = await ages_on(page, seconds)
                await asyncio.sleep(BETWEEN)
        with console.status("all at once"):
            for run in range(runs):
                load.send(True)
                async with guest_of(browser, url) as page:
                    together.add(await marks_of(page))
                    took: Crowd = await asyncio.to_thread(load.recv)
                    programs.welcomed += took.welcomed
                    programs.frame += took.frame
                    if run == runs - 1:
                        glass["came with all"] = await ages_on(page, seconds)
                if run == runs - 1:
                    # What is held back after a rough start is given back slowly; a fresh page has
                    # less.
                    async with guest_of(browser, url) as page:
                        await marks_of(page)
                        await asyncio.sleep(BETWEEN)
                        glass["came after all"] = await ages_on(page, seconds)
                load.send(True)
                await asyncio.sleep(BETWEEN)
        load.send(False)
        return [joining_table(alone, together, programs), glass_table(glass, browser.version)]


# The tables


def joining_table(alone: Opening, together: Opening, programs: Crowd) -> Table:
    """From opening the link to playing."""
    table = table_of("From a personal link to sound and picture, in ms", "from")
    for who, opening in (("page, alone", alone), ("page, at once", together)):
        for what, values in (
            ("script runs", opening.script),
            ("joined", opening.joined),
            ("first picture", opening.picture),
            ("first sound", opening.sound),
        ):
            add(table, who, what, "link", values)
            if values is not opening.script:
                since = [value - script for value, script in zip(values, opening.script, strict=True)]
                add(table, who, what, "script", since)
    add(table, "programs, at once", "joined", "link", programs.welcomed)
    add(table, "programs, at once", "first frame", "joined", programs.frame)
    return table


def glass_table(glass: dict[str, list[float]], browser: str) -> Table:
    """From the camera to the screen."""
    table = table_of(f"From glass to glass, Chromium {browser}, in ms", "from")
    for who, ages in glass.items():
        add(table, f"page, {who}", "picture", "camera", ages)
    return table


def table_of(title: str, since: str) -> Table:
    """An empty table."""
    table = Table("who", "what", since, title=title)
    for head in ("values", "p50", "p95", "most"):
        table.add_column(head, justify="right")
    return table


def add(table: Table, who: str, what: str, since: str, values: Iterable[float]) -> None:
    """One line; of few values, p95 is near the largest of them."""
    found = sorted(values)
    if len(found) < 2:
        table.add_row(who, what, since, str(len(found)), "", "", "")
        return
    cuts = statistics.quantiles(found, n=100, method="inclusive")
    numbers = (f"{number:,.0f}" for number in (cuts[49], cuts[94], found[-1]))
    table.add_row(who, what, since, str(len(found)), *numbers)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seats", type=int, default=70, help="how many programs come in at once")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=8.0, help="how long the clock is read")
    parser.add_argument("--limit", type=float, default=240.0, help="seconds after which it gives up")
    options = parser.parse_args()
    console = Console()
    with process(serve, options.seats, patience=5) as server:
        url: str = server.recv()
        with process(crowd, url, options.seats, patience=5) as load:
            load.recv()
            tables = asyncio.run(
                asyncio.wait_for(measure(url, load, options.runs, options.seconds, console), options.limit)
            )
        server.send("enough")
    for table in tables:
        console.print(table)
    console.print(f"{os.cpu_count()} cores; load average at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()

"""What interpretation costs, and how long a handover is silent: `python -m bench.booths
[--listeners 70]`.

First the listeners, as in `fanout.py`: one speaker and four booths publish, and so many listeners
take the original, or a fifth of them each channel. Each takes one voice, with the speaker's picture
or without.

Then handovers, with the real server in a process of its own, and two interpreters and a listener in
another, with a network of `--round-trip` between (`relay`). They publish a packet of sound every 20
ms while the server takes it, as a page does. What is measured is the listener's gap: from the
arrival of the last packet of the one interpreter to the first of the other, which a page's own
buffer stands beside. Two microphones at once would show as an overlap.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvloop
from bench.fanout import SETTLE_SECONDS, Load, publish_beside, send_noise, serve, view
from bench.meetings import made_up
from bench.processes import Pipe, Usage, process
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from rich.console import Console
from rich.table import Table

from hemicycle.client.seat import Seat
from hemicycle.media.client.client import MediaClient
from hemicycle.media.wire.codecs import OPUS
from hemicycle.media.wire.transport import Transport
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.store.planning import add
from hemicycle.store.tokens import secret_in, token
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.booths import AskHandover, LeaveBooth, TakeBooth
from hemicycle.wire.ids import Role, Source
from hemicycle.wire.media import Sending
from hemicycle.wire.opening import OpenMeeting
from hemicycle.wire.protocol import Command

SLUG, BOOTH, BOOTHS = "bench", "kk", 4
SEATS = {
    "chair": Role.CHAIR,
    "first": Role.INTERPRETER,
    "second": Role.INTERPRETER,
    "listener": Role.PARTICIPANT,
}
BETWEEN = 0.5
"""Seconds for which an interpreter speaks before the next handover."""


@dataclass(frozen=True, slots=True)
class ListenersRow:
    """One line of the listeners' table."""

    said: str
    picture: bool
    percents: list[float]
    """Of one core, each time that it was measured."""
    memory: int
    load: Load
    """The last."""


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One line of the handovers' table; times in milliseconds."""

    said: str
    way: Transport
    gaps: list[float]
    overlaps: int


def listeners_rows(count: int, seconds: float, rounds: int) -> Iterator[ListenersRow]:
    """Measure one channel and five in turn: the same publishers, the same number of listeners."""
    with process(serve, BOOTHS) as server:

        def ask(what: object) -> Any:
            server.send(what)
            return server.recv()

        names = ["speaker", *(f"booth-{number}" for number in range(BOOTHS))]
        doors = {name: ask(("ticket", name, "udp")) for name in names}
        with process(publish_beside, *doors["speaker"], [doors[name] for name in names[1:]]):
            while set(ask("streams")) != set(names) or len(ask("streams")["speaker"]) < 2:
                time.sleep(0.1)
            streams = ask("streams")
            voices = [streams[name]["microphone"]["path"] for name in names]
            picture = {Source.CAMERA: streams["speaker"]["camera"]["path"]}
            time.sleep(SETTLE_SECONDS)
            for seen in ({}, picture):
                found: dict[str, list[tuple[float, int, Load]]] = {}
                for said, heard in (
                    ("all on the original", voices[:1]),
                    ("over five channels", voices),
                ) * rounds:
                    taken = [
                        {Source.MICROPHONE: heard[number % len(heard)], **seen} for number in range(count)
                    ]
                    tickets = [ask(("ticket", f"listener-{number}", "udp")) for number in range(count)]
                    with process(view, tickets, taken, seconds, patience=10) as load:
                        load.recv()
                        before: Usage = ask("usage")
                        load.send("go")
                        got: Load = load.recv()
                        after: Usage = ask("usage")
                    found.setdefault(said, []).append((after.percent_since(before), after.memory, got))
                for said, times in found.items():
                    yield ListenersRow(said, bool(seen), [each[0] for each in times], *times[-1][1:])


def hold_meeting(pipe: Pipe, url: str) -> None:
    """The server's process: says its port and the seats' links, by a URL that leads there, then
    waits."""
    uvloop.run(_hold_meeting(pipe, url))


async def _hold_meeting(pipe: Pipe, url: str) -> None:
    with tempfile.TemporaryDirectory() as data:
        store = Store.open(f"sqlite:///{data}/hemicycle.db")
        meeting = made_up(SLUG, SEATS)
        meeting["languages"] = ["en", BOOTH]
        for key in ("first", "second"):
            meeting["seats"][key] |= {"into": [BOOTH], "out_of": ["en"]}
        secret = secret_in(Path(data))
        add(store, secret, meeting, 0)
        async with serving(ServerSettings("localhost", 0, "", url), store) as running:
            pipe.send(running.settings.port)
            pipe.send({key: f"{url}/s/{token(secret, SLUG, key, 0)}" for key in SEATS})
            await asyncio.to_thread(pipe.recv)
        store.close()


class Listener:
    """Hears the booth: follows the view to whoever is live, and notes each packet's arrival."""

    def __init__(self, seat: Seat, client: MediaClient) -> None:
        self.arrivals: list[tuple[float, str]] = []
        """Seconds of the monotonic clock, and whose packet it was."""
        self._seat, self._client = seat, client
        self._taking: dict[str, asyncio.Task[None]] = {}
        seat.watching.append(self._look)

    def _look(self) -> None:
        view = self._seat.view
        live = view["booths"][BOOTH].get("live") if view else None
        stream = self._seat.streams.get(live, {}).get("microphone") if live else None
        if live and stream and stream["path"] not in self._taking:
            loop = asyncio.get_running_loop()
            self._taking[stream["path"]] = loop.create_task(self._take(live, stream["path"]))

    async def _take(self, seat: str, path: str) -> None:
        async for _ in self._client.singles(path, Source.MICROPHONE):
            self.arrivals.append((time.monotonic(), seat))

    async def hears(self, seat: str) -> None:
        """Wait until this seat, and nobody else, has been heard for a moment."""
        since = time.monotonic()
        while True:
            await asyncio.sleep(0.005)
            late = [whose for at, whose in self.arrivals[-20:] if at > max(since, time.monotonic() - 0.2)]
            if len(late) > 5 and set(late) == {seat}:
                return

    def gap(self, before: str, after: str) -> tuple[float, bool]:
        """Milliseconds of silence at the last change, and whether both were heard at once."""
        last = max(at for at, whose in self.arrivals if whose == before)
        stint = [at for at, whose in self.arrivals if whose == after]
        # The latest stint of the new one: no pause within it.
        first = stint[-1]
        for at in reversed(stint):
            if first - at > BETWEEN:
                break
            first = at
        return (first - last) * 1000, first < last


@contextlib.asynccontextmanager
async def interpreter(seat: Seat, way: Transport) -> AsyncIterator[None]:
    """Publish sound while the server takes it."""
    async with seat.connect_media(way) as client:
        task = asyncio.get_running_loop().create_task(send_noise(client.publish().sound()))
        await seat.sending(Sending(microphone=OPUS))
        yield
        task.cancel()


async def _carried_out(seat: Seat, command: Command) -> None:
    if refused := await seat.ask(command):
        raise RuntimeError(refused.sentence)


async def _handovers(links: dict[str, str], way: Transport, count: int) -> list[HandoverRow]:
    rows: list[HandoverRow] = []
    async with httpx.AsyncClient() as http, contextlib.AsyncExitStack() as stack:
        seats = {key: await stack.enter_async_context(Seat(link, http)) for key, link in links.items()}
        client = await stack.enter_async_context(seats["listener"].connect_media(way))
        listener = Listener(seats["listener"], client)
        for key in ("first", "second"):
            await stack.enter_async_context(interpreter(seats[key], way))
        if seats["chair"].view and seats["chair"].view["phase"] != "open":
            await _carried_out(seats["chair"], OpenMeeting())
        live, other = seats["first"], seats["second"]
        await _carried_out(live, TakeBooth(booth=BOOTH))
        for said in ("handover asked for, then taken", "left, then taken"):
            gaps: list[tuple[float, bool]] = []
            for _ in range(count):
                await listener.hears(live.key)
                await asyncio.sleep(BETWEEN)
                if said.startswith("handover"):
                    await _carried_out(live, AskHandover(booth=BOOTH))
                    await other.until(lambda view: "asked" in view["booths"][BOOTH])
                    await asyncio.sleep(BETWEEN)
                else:
                    await _carried_out(live, LeaveBooth(booth=BOOTH))
                await _carried_out(other, TakeBooth(booth=BOOTH))
                live, other = other, live
                await listener.hears(live.key)
                gaps.append(listener.gap(other.key, live.key))
            rows.append(HandoverRow(said, way, sorted(gap for gap, _ in gaps), sum(both for _, both in gaps)))
        await _carried_out(live, LeaveBooth(booth=BOOTH))
    return rows


def handovers(pipe: Pipe, links: dict[str, str], way: Transport, count: int) -> None:
    """The interpreters' and the listener's process."""
    pipe.send(uvloop.run(_handovers(links, way, count)))


def handover_rows(count: int, round_trip: float) -> Iterator[HandoverRow]:
    """Measure so many handovers of each kind, over each way, with a round trip of so many ms."""
    with Relay() as relay, process(hold_meeting, f"http://localhost:{relay.port}") as server:
        relay.target(server.recv())
        relay.become(Conditions(delay_ms=round_trip / 2))
        links = server.recv()
        ways: list[Transport] = ["udp", "tcp"]
        for way in ways:
            with process(handovers, links, way, count) as parties:
                yield from parties.recv()
        server.send("end")


def listeners_table(rows: list[ListenersRow], count: int) -> Table:
    """One line a measurement."""
    table = Table(title=f"{count} listeners, one speaker and {BOOTHS} booths")
    for head in (
        "channels",
        "picture",
        "kbit/s each",
        "CPU %",
        "least – most",
        "memory MB",
        "age p50 / p99, ms",
    ):
        table.add_column(head, justify="left" if head == "channels" else "right", no_wrap=True)
    for row in rows:
        ages = row.load.ages_ms
        table.add_row(
            row.said,
            "yes" if row.picture else "no",
            f"{row.load.kilobits:.0f}",
            f"{statistics.median(row.percents):.1f}",
            f"{min(row.percents):.1f} – {max(row.percents):.1f}",
            f"{row.memory / 2**20:.0f}",
            f"{ages[len(ages) // 2]:.1f} / {ages[int(len(ages) * 0.99)]:.1f}",
        )
    return table


def handover_table(rows: list[HandoverRow], round_trip: float) -> Table:
    """One line a kind of handover and way."""
    table = Table(title=f"Silence at a listener when another takes the booth, round trip {round_trip:.0f} ms")
    for head in ("how", "way", "n", "p50, ms", "p95, ms", "most, ms", "overlaps"):
        table.add_column(head, justify="left" if head == "how" else "right", no_wrap=True)
    for row in rows:
        cuts = statistics.quantiles(row.gaps, n=20)
        values = (f"{cuts[9]:.0f}", f"{cuts[18]:.0f}", f"{row.gaps[-1]:.0f}")
        table.add_row(row.said, row.way, str(len(row.gaps)), *values, str(row.overlaps))
    return table


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--listeners", type=int, default=70)
    parser.add_argument("--seconds", type=float, default=8.0, help="how long each measurement takes")
    parser.add_argument("--rounds", type=int, default=4, help="how often each is measured, in turn")
    parser.add_argument("--handovers", type=int, default=20, help="of each kind")
    parser.add_argument("--round-trip", type=float, default=80.0, help="of everybody to the server, in ms")
    options = parser.parse_args()
    console = Console()
    with console.status("measuring"):
        some = options.listeners > 0
        listened = list(listeners_rows(options.listeners, options.seconds, options.rounds)) if some else []
        handed = list(handover_rows(options.handovers, options.round_trip)) if options.handovers else []
    if listened:
        console.print(listeners_table(listened, options.listeners))
    if handed:
        console.print(handover_table(handed, options.round_trip))


if __name__ == "__main__":
    main()

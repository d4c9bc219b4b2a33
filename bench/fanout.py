"""What a meeting's viewers cost its server: `python -m bench.fanout [--viewers 50 100] [--seconds
8]`.

Three processes: the server, a publisher that is no camera but sends as one, and the viewers. Each
viewer takes every group of sound and picture; the first one reads every frame, to know how old it
is. CPU is the server process's own time, in percent of one core. Over TCP the viewers go through
the server's own WebSocket route.

Then the WebSocket half: how soon every seat sees what the chair asks for (`telling.py`).
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import secrets
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import uvicorn
import uvloop
from bench.processes import Pipe, Usage, process
from bench.telling import telling_rows, telling_table
from fastapi import FastAPI
from rich.console import Console
from rich.table import Table

from hemicycle.media.client.broadcast import SoundTrack
from hemicycle.media.client.client import MediaClient
from hemicycle.media.server.server import MediaServer
from hemicycle.media.wire.clock import now_us, ticks
from hemicycle.media.wire.codecs import OPUS, PACKET_US
from hemicycle.media.wire.tcp_messages import MAX_TCP_MESSAGE
from hemicycle.media.wire.transport import Transport
from hemicycle.server.listening import listen
from hemicycle.web import media_socket
from hemicycle.web.settings import ServerSettings
from hemicycle.web.transport import ShortWebSocket
from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, Sending

FRAME_RATE = 15
SOUND_BYTES = 80
"""A packet of 20 ms at 32 kbit/s."""
PICTURE_BYTES = 3_400
"""A picture at 15 a second; a key frame is five times as long. With the sound: 500 kbit/s."""
SETTLE_SECONDS = 2.0
PER_STEP = 0.02
"""Seconds between one viewer's coming and the next one's."""


@dataclass(frozen=True, slots=True)
class Load:
    """What the viewers saw."""

    kilobits: float
    """Kilobits a second and viewer."""
    groups: int
    ages_ms: list[float]
    """How old each frame was that the first viewer read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    viewers: int
    way: Transport
    picture: bool
    load: Load
    server_percent: float
    memory: int


def serve(pipe: Pipe, booths: int = 0) -> None:
    """The server process: answers what it is asked on its pipe.

    Beside the speaker so many booths may be heard, as `booth-0` and on.
    """
    uvloop.run(_serve(pipe, booths))


@contextlib.asynccontextmanager
async def _tcp(door: MediaServer) -> AsyncIterator[int]:
    """The route of media over a WebSocket, as the server has it; its port."""
    app = FastAPI()
    app.state.find_ticket, app.state.settings = door.find, ServerSettings("127.0.0.1", 0, "")
    app.include_router(media_socket.router)
    sockets = listen("127.0.0.1", 0)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            loop="none",
            lifespan="off",
            ws=ShortWebSocket,
            ws_max_size=MAX_TCP_MESSAGE,
            ws_per_message_deflate=False,
            log_config=None,
            access_log=False,
        )
    )
    task = asyncio.create_task(server.serve(sockets))
    try:
        yield sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        await task


async def _serve(pipe: Pipe, booths: int) -> None:
    async with MediaServer("127.0.0.1", 0) as door, _tcp(door) as tcp_port:
        room = door.room(lambda: None)
        heard = ["speaker", *(f"booth-{number}" for number in range(booths))]
        room.permit(frozenset({*((seat, Source.MICROPHONE) for seat in heard), ("speaker", Source.CAMERA)}))
        for seat in heard:
            room.set_sending(seat, Sending(microphone=OPUS))
        room.set_sending(
            "speaker",
            Sending(microphone=OPUS, camera=PictureFormat(codec="avc1.42c01e", width=640, height=360)),
        )
        loop = asyncio.get_running_loop()
        stopped = asyncio.Event()

        def asked() -> None:
            match pipe.recv():
                case ("ticket", seat, way):
                    where = f"ws://127.0.0.1:{tcp_port}" if way == "tcp" else f"https://127.0.0.1:{door.port}"
                    pipe.send((f"{where}/media?ticket={room.admit(seat)}", door.fingerprints))
                case "usage":
                    pipe.send(Usage.now())
                case "sessions":
                    pipe.send(room.sessions)
                case "streams":
                    pipe.send(room.streams)
                case _:
                    stopped.set()

        loop.add_reader(pipe.fileno(), asked)
        await stopped.wait()
        loop.remove_reader(pipe.fileno())


def publish(url: str, fingerprints: list[str], booths: Sequence[tuple[str, list[str]]] = ()) -> None:
    """The publisher process: sound and picture until it is ended; the sound alone of each booth
    beside."""
    uvloop.run(_publish_all(url, fingerprints, booths))


async def _publish_all(url: str, fingerprints: list[str], booths: Sequence[tuple[str, list[str]]]) -> None:
    await asyncio.gather(_publish(url, fingerprints), *(_interpret(*door) for door in booths))


async def _interpret(url: str, fingerprints: list[str]) -> None:
    async with MediaClient(url, fingerprints) as client:
        await send_noise(client.publish().sound())


async def send_noise(microphone: SoundTrack) -> None:
    """A packet that nobody can decode every 20 ms."""
    sound = secrets.token_bytes(SOUND_BYTES)
    async for _ in ticks(PACKET_US):
        microphone.write(sound, now_us())


async def _publish(url: str, fingerprints: list[str]) -> None:
    async with MediaClient(url, fingerprints) as client:
        publication = client.publish()
        microphone, camera = publication.sound(), publication.picture(Source.CAMERA)
        sound = secrets.token_bytes(SOUND_BYTES)
        key, other = secrets.token_bytes(5 * PICTURE_BYTES), secrets.token_bytes(PICTURE_BYTES)
        begun, pictures = now_us(), 0
        async for at in ticks(PACKET_US, begun):
            microphone.write(sound, now_us())
            while pictures < (at - begun) * FRAME_RATE / 1_000_000:
                first = camera.wants_keyframe or pictures % (2 * FRAME_RATE) == 0
                camera.write(key if first else other, now_us(), first)
                pictures += 1


Paths = Mapping[Source, str]


def view(
    pipe: Pipe, doors: list[tuple[str, list[str]]], paths: Paths | Sequence[Paths], seconds: float
) -> None:
    """The viewers' process: sends `ready`, waits for a word, and sends a `Load`.

    Args:
        pipe: to whom.
        doors: one a viewer.
        paths: what is taken, by all alike, or by each.
        seconds: for how long it is measured.
    """
    each = [paths] * len(doors) if isinstance(paths, Mapping) else list(paths)
    uvloop.run(_view(pipe, doors, each, seconds))


async def _view(pipe: Pipe, doors: list[tuple[str, list[str]]], paths: list[Paths], seconds: float) -> None:
    groups = 0
    ages: list[float] = []

    async def read(client: MediaClient, path: str, source: Source) -> None:
        async for frame in client.watch(path, source):
            age_us = now_us() - frame.timestamp_us
            ages.append(age_us / 1000)

    async def count(client: MediaClient, path: str, source: Source) -> None:
        nonlocal groups
        async for group in client.groups(path, source):
            groups += 1
            group.skip()

    async with contextlib.AsyncExitStack() as stack:
        clients: list[MediaClient] = []
        tasks: list[asyncio.Task[None]] = []
        for number, (url, fingerprints) in enumerate(doors):
            client = await stack.enter_async_context(MediaClient(url, fingerprints))
            clients.append(client)
            take = count if number else read
            loop = asyncio.get_running_loop()
            tasks += [loop.create_task(take(client, path, source)) for source, path in paths[number].items()]
            await asyncio.sleep(PER_STEP)
        await asyncio.sleep(SETTLE_SECONDS)
        pipe.send("ready")
        await asyncio.to_thread(pipe.recv)
        groups = 0
        ages.clear()
        before = sum(client.bytes_received for client in clients)
        await asyncio.sleep(seconds)
        received = sum(client.bytes_received for client in clients) - before
        pipe.send(Load(received * 8 / 1000 / seconds / max(1, len(clients)), groups, sorted(ages)))
        for task in tasks:
            task.cancel()


def publish_beside(
    _: Pipe, url: str, fingerprints: list[str], booths: Sequence[tuple[str, list[str]]] = ()
) -> None:
    """`publish` as a process of its own."""
    publish(url, fingerprints, booths)


def media_rows(viewers: list[int], ways: list[Transport], seconds: float) -> Iterator[Row]:
    """Measure: with nobody watching, then each number of viewers with sound alone and with
    picture."""
    with process(serve) as server:

        def ask(what: object) -> Any:
            server.send(what)
            return server.recv()

        with process(publish_beside, *ask(("ticket", "speaker", "udp"))):
            while set(ask("streams").get("speaker", {})) != {"microphone", "camera"}:
                time.sleep(0.1)
            streams = ask("streams")["speaker"]
            every = {source: streams[source]["path"] for source in (Source.MICROPHONE, Source.CAMERA)}
            time.sleep(SETTLE_SECONDS)
            before: Usage = ask("usage")
            time.sleep(seconds)
            after: Usage = ask("usage")
            yield Row(0, "udp", True, Load(0, 0, []), after.percent_since(before), after.memory)
            sound = {Source.MICROPHONE: every[Source.MICROPHONE]}
            for count, way, paths in itertools.product(viewers, ways, (sound, every)):
                doors = [ask(("ticket", f"viewer-{number}", way)) for number in range(count)]
                with process(view, doors, paths, seconds, patience=10) as load:
                    load.recv()
                    before = ask("usage")
                    load.send("go")
                    seen: Load = load.recv()
                    after = ask("usage")
                percent = after.percent_since(before)
                yield Row(count, way, Source.CAMERA in paths, seen, percent, after.memory)


def media_table(rows: list[Row]) -> Table:
    """One line a measurement. The first, with nobody watching, is what passing one publisher
    costs."""
    table = Table(title="One speaker through the chair to many viewers")
    heads = (
        "viewers", "way", "picture", "kbit/s each", "CPU %", "CPU % each", "memory MB", "age p50 / p99, ms",
    )  # fmt: skip
    for head in heads:
        table.add_column(head, justify="right", no_wrap=True)
    alone = rows[0].server_percent
    for row in rows:
        ages = row.load.ages_ms
        table.add_row(
            str(row.viewers),
            row.way if row.viewers else "",
            "yes" if row.picture else "no",
            f"{row.load.kilobits:.0f}" if row.viewers else "",
            f"{row.server_percent:.1f}",
            f"{(row.server_percent - alone) / row.viewers:.2f}" if row.viewers else "",
            f"{row.memory / 2**20:.0f}",
            f"{ages[len(ages) // 2]:.1f} / {ages[int(len(ages) * 0.99)]:.1f}" if ages else "",
        )
    return table


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--viewers", type=int, nargs="+", default=[50, 100])
    parser.add_argument("--ways", nargs="+", choices=["udp", "tcp"], default=["udp", "tcp"])
    parser.add_argument("--seconds", type=float, default=8.0, help="how long each measurement takes")
    parser.add_argument("--seats", type=int, nargs="+", default=[70, 1000])
    parser.add_argument("--commands", type=int, default=20, help="how many each meeting gets")
    options = parser.parse_args()
    console = Console()
    with console.status("measuring"):
        rows = list(media_rows(options.viewers, options.ways, options.seconds))
        told = list(telling_rows(options.seats, options.commands))
    console.print(media_table(rows))
    console.print(telling_table(told))


if __name__ == "__main__":
    main()

"""Watchers in a process of their own, so that their load does not hold up the server and the
speakers.

Their seats stay where they are. What the seats are told of media goes to the process in lines of
JSON; it ends when its input does, so nothing is left behind, and its last word is what its watchers
heard.
"""

from __future__ import annotations

import asyncio
import logging
import resource
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import uvloop
from pydantic import TypeAdapter

from hemicycle.client.heard import Heard
from hemicycle.client.media import SeatMedia
from hemicycle.client.watcher import Watcher
from hemicycle.wire.ids import Key
from hemicycle.wire.media import MediaDoor, Streams

log = logging.getLogger("hemicycle.demo")

_LINE = 16 * 1024 * 1024
"""Bytes in a line at the most: five hours of somebody's sound, frame by frame."""

_PATIENCE_S = 15.0
"""Seconds within which the process has to give its account once it was told to end."""


@dataclass(frozen=True, slots=True)
class Usage:
    """The processor time and the memory of a process."""

    cpu: float
    """Seconds of processor time."""
    memory: int
    """The most bytes that were resident."""

    @classmethod
    def now(cls) -> Usage:
        """The usage of this process until now."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        # Linux counts in KiB, macOS in bytes.
        unit = 1 if sys.platform == "darwin" else 1024
        return cls(used.ru_utime + used.ru_stime, used.ru_maxrss * unit)

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.cpu + other.cpu, self.memory + other.memory)


@dataclass(frozen=True, slots=True)
class Told:
    """The media of a watcher's seat, as its process is told of them."""

    seat: Key
    media: MediaDoor | None
    streams: dict[Key, Streams]


@dataclass(slots=True)
class Account:
    """What came of a crowd, or of a part of it."""

    heard: dict[Key, dict[Key, Heard]] = field(default_factory=dict)
    """By watcher, then by the seat that it heard."""
    failures: list[str] = field(default_factory=list)
    usage: Usage = field(default_factory=lambda: Usage(0.0, 0))

    def add(self, other: Account) -> None:
        """Adds the account of other watchers of the same process."""
        self.heard |= other.heard
        self.failures += other.failures
        self.usage += other.usage


_TOLD = TypeAdapter(Told)
_ACCOUNT = TypeAdapter(Account)


class Crowd:
    """The process, from the outside. `start` it, let it `watch` for seats, `finish` it."""

    def __init__(self) -> None:
        self.keys: list[Key] = []
        """The seats for which it watches."""
        self._process: Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self._changed = asyncio.Condition()
        self._connected = 0
        self._ended = False
        self._account = Account()

    async def start(self) -> None:
        """Starts the process; it watches for nobody yet."""
        # A session of its own: Ctrl-C at the terminal is for the demo, which then ends its crowds.
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "hemicycle.demo.crowd"),
            stdin=PIPE,
            stdout=PIPE,
            start_new_session=True,
            limit=_LINE,
        )
        self._reading = asyncio.create_task(self._read(self._process))

    def watch(self, seat: SeatMedia, watching: list[Callable[[], None]]) -> None:
        """Takes the media of a seat from now on.

        Args:
            seat: for whom.
            watching: what is called when the seat was told something.
        """
        last: Told | None = None

        def tell() -> None:
            nonlocal last
            told = Told(seat.key, seat.media, dict(seat.streams))
            if told != last and self._process is not None and self._process.stdin is not None:
                last = told
                self._process.stdin.write(_TOLD.dump_json(told) + b"\n")

        self.keys.append(seat.key)
        watching.append(tell)
        tell()

    async def connected(self) -> None:
        """Waits until every watcher has its way to sound and picture, or the process has ended."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._ended or self._connected >= len(self.keys))

    async def finish(self) -> Account:
        """Ends the process, and gets from it what its watchers have heard. Again is no fault."""
        process, self._process = self._process, None
        if process is None or process.stdin is None or self._reading is None:
            return self._account
        process.stdin.close()
        try:
            async with asyncio.timeout(_PATIENCE_S):
                await self._reading
                await process.wait()
        except (TimeoutError, ValueError) as error:
            log.debug("the crowd's account: %r", error)
        with suppress(ProcessLookupError):
            process.kill()
        code = await process.wait()
        silent = [key for key in self.keys if key not in self._account.heard]
        self._account.heard.update({key: {} for key in silent})
        if silent or code:
            self._account.failures.append(
                f"{len(silent)} of {len(self.keys)} watchers did not say what they heard; "
                f"their process ended with code {code}"
            )
        return self._account

    async def _read(self, process: Process) -> None:
        """Reads an empty line for each watcher that is connected, then the accounts of them all."""
        assert process.stdout is not None
        try:
            async for line in process.stdout:
                if line.strip():
                    self._account.add(_ACCOUNT.validate_json(line))
                    continue
                async with self._changed:
                    self._connected += 1
                    self._changed.notify_all()
        finally:
            self._ended = True
            async with self._changed:
                self._changed.notify_all()


class _Told(SeatMedia):
    """A seat in another process, as far as this one is told of it."""

    def __init__(self, key: Key) -> None:
        self.key = key
        self.media: MediaDoor | None = None
        self._streams: dict[Key, Streams] = {}
        self._changed = asyncio.Condition()

    @property
    def streams(self) -> Mapping[Key, Streams]:
        return self._streams

    async def wait(self, holds: Callable[[], bool]) -> None:
        async with self._changed:
            await self._changed.wait_for(holds)

    async def hear(self, told: Told) -> None:
        async with self._changed:
            self.media, self._streams = told.media, told.streams
            self._changed.notify_all()


async def _attend() -> None:
    """Watches for every seat that is told of on the standard input, until that ends."""
    lines = asyncio.StreamReader(limit=_LINE)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(lines), sys.stdin.buffer
    )
    seats: dict[Key, _Told] = {}
    watchers: list[Watcher] = []
    waiting: set[asyncio.Task[None]] = set()
    async for line in lines:
        told = _TOLD.validate_json(line)
        if told.seat not in seats:
            seat = seats[told.seat] = _Told(told.seat)
            watchers.append(Watcher(seat))
            watchers[-1].start()
            waiting.add(asyncio.create_task(_tell_connected(watchers[-1])))
        await seats[told.seat].hear(told)
    for task in waiting:
        task.cancel()
    for watcher in watchers:
        failure = watcher.failure
        await watcher.close()
        _say(_ACCOUNT.dump_json(Account({watcher.seat.key: watcher.heard}, [failure] if failure else [])))
    _say(_ACCOUNT.dump_json(Account(usage=Usage.now())))


async def _tell_connected(watcher: Watcher) -> None:
    await watcher.connected.wait()
    _say(b"")


def _say(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    uvloop.run(_attend())

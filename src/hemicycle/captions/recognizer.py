"""Speech recognition for the server: one worker process for all meetings, restarted if it dies."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import itertools
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from hemicycle.captions.engine import EngineUnavailable
from hemicycle.captions.pipe import (
    English,
    Input,
    InputKind,
    Output,
    Pace,
    Ready,
    Unavailable,
    Words,
    decode_output,
    encode_input,
)
from hemicycle.wire.ids import primary

log = logging.getLogger("hemicycle.captions")

LOAD_TIMEOUT_S = 600.0
"""How long a model may take to load: it may be fetched first."""

MOST_UNREAD_BYTES = 4 * 1024 * 1024
"""Of sound that wait for a worker that does not read; beyond it sound is dropped."""

FIRST_DELAY_S, LONGEST_DELAY_S = 1.0, 60.0
"""Before a worker that died is started again; doubled each time."""

KEPT_CLOSED = 256
"""How many closed tracks are remembered, for the words that still come of them."""

LIFE = 1_000_000
"""More utterances than a track has in one life of the worker: each life numbers its own from here
on."""

MAX_LINE_BYTES = 1024 * 1024


@dataclass(slots=True)
class _Track:
    language: str
    heard: Callable[[Words | English], None]
    open: bool = True


class Recognizer:
    """Recognises speech in a worker process. An async context manager; called on the loop."""

    def __init__(self, model: str) -> None:
        """Nothing is started yet.

        Args:
            model: a folder, or a name that faster-whisper knows.
        """
        self.model = model
        self.ready = Ready([], False)
        self.behind_ms = 0
        """How far recognition is behind what is said; 0: it keeps up."""
        self.down = False
        """Whether the worker is gone, and is being started again."""
        self.changed: list[Callable[[], None]] = []
        """Called when `behind_ms` or `down` has changed."""
        self._numbers = itertools.count(1)
        self._tracks: dict[int, _Track] = {}
        self._process: asyncio.subprocess.Process | None = None
        self._lives = 0
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Recognizer:
        """Start the process and wait until the model is loaded.

        Raises:
            EngineUnavailable: with a sentence that says what to do.
        """
        if importlib.util.find_spec("faster_whisper") is None:
            raise EngineUnavailable('captions need faster-whisper: pip install "hemicycle[captions]"')
        await self._start()
        self._running = asyncio.create_task(self._run(), name="captions")
        return self

    async def __aexit__(self, *_: object) -> None:
        """End the worker process, by closing its input."""
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running
        await self._end()

    def writes(self, language: str) -> bool:
        """Whether the model knows a language."""
        return primary(language) in self.ready.languages

    def open(self, language: str, heard: Callable[[Words | English], None]) -> int:
        """A microphone was opened.

        Args:
            language: what is spoken; see `writes`.
            heard: called on the loop with what was said. The number of an utterance stays the same
                from its first draft to its English.

        Returns:
            The track's number.
        """
        number = next(self._numbers)
        self._tracks[number] = _Track(primary(language), heard)
        self._tell(Input(InputKind.OPEN, number, data=primary(language).encode()))
        return number

    def hear(self, track: int, packet: bytes, timestamp_us: int, at: int) -> None:
        """A packet of Opus has come.

        Args:
            track: whose.
            packet: what the codec made.
            timestamp_us: when it was captured, by the publisher's clock.
            at: the same in ms by the server's clock.
        """
        self._tell(Input(InputKind.SOUND, track, timestamp_us, at, packet))

    def close(self, track: int) -> None:
        """Nothing more will come of a track. What was begun is written to its end, and told."""
        if (known := self._tracks.get(track)) and known.open:
            known.open = False
            self._tell(Input(InputKind.CLOSE, track))
        closed = [number for number, each in self._tracks.items() if not each.open]
        for number in closed[:-KEPT_CLOSED]:
            del self._tracks[number]

    def _tell(self, told: Input) -> None:
        process = self._process
        if process is None or process.stdin is None or process.stdin.is_closing():
            return
        if (
            told.kind is InputKind.SOUND
            and process.stdin.transport.get_write_buffer_size() > MOST_UNREAD_BYTES
        ):
            return
        process.stdin.write(encode_input(told))

    async def _start(self) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "hemicycle.captions.worker",
            self.model,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=MAX_LINE_BYTES,
            # The model's threads would wait for each other by running in circles: half of what they
            # take.
            env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE"},
        )
        self._process = process
        try:
            async with asyncio.timeout(LOAD_TIMEOUT_S):
                first = await self._next(process)
        except TimeoutError:
            first = Unavailable(f'the model "{self.model}" was not loaded within {LOAD_TIMEOUT_S:.0f} s')
        if not isinstance(first, Ready):
            await self._end()
            reason = first.reason if isinstance(first, Unavailable) else "the worker did not start"
            raise EngineUnavailable(reason)
        self.ready = first
        self._lives += 1
        log.info("captions: %s is loaded (%d languages)", self.model, len(first.languages))
        for number, track in self._tracks.items():
            if track.open:
                self._tell(Input(InputKind.OPEN, number, data=track.language.encode()))

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), 2)
        except TimeoutError:
            process.kill()
            await process.wait()

    async def _run(self) -> None:
        delay = FIRST_DELAY_S
        while True:
            if (process := self._process) is not None:
                began = asyncio.get_running_loop().time()
                while (heard := await self._next(process)) is not None:
                    self._take(heard)
                if asyncio.get_running_loop().time() - began > LONGEST_DELAY_S:
                    delay = FIRST_DELAY_S
                log.warning("captions: the worker ended; it is started again in %.0f s", delay)
            await self._end()
            self._say(0, down=True)
            await asyncio.sleep(delay)
            delay = min(delay * 2, LONGEST_DELAY_S)
            try:
                await self._start()
            except EngineUnavailable as error:
                log.warning("captions: %s", error)
            else:
                self._say(0, down=False)

    async def _next(self, process: asyncio.subprocess.Process) -> Output | None:
        """What the process says next; None: it is gone."""
        if process.stdout is None:
            return None
        line = await process.stdout.readline()
        return decode_output(line) if line.endswith(b"\n") else None

    def _take(self, heard: Output) -> None:
        match heard:
            case Words() | English():
                if track := self._tracks.get(heard.track):
                    try:
                        track.heard(replace(heard, utterance=heard.utterance + self._lives * LIFE))
                    except Exception:
                        log.exception("captions: what was heard could not be passed on")
            case Pace():
                self._say(heard.behind_ms, down=False)
            case _:
                pass

    def _say(self, behind_ms: int, *, down: bool) -> None:
        if (behind_ms, down) != (self.behind_ms, self.down):
            self.behind_ms, self.down = behind_ms, down
            for changed in self.changed:
                changed()

"""Seats that say one steady tone each: `python -m bench.known.voices LINK=HZ …`, and who runs that.

Instead of a tone a seat can say the known sound, which tells by itself when it was made:
`LINK=known`.

Says the seats' keys in a line when all are in. Each line on its standard input is then one JSON
array, answered by one line: `["ask", SEAT, COMMAND]` (null when it was done, else the refusal's
code), `["say", SEAT, HZ]` (0: silence goes out), `["view", SEAT]`, `["vanish", SEAT]`: its
connections are gone.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import uvloop
from bench.known.signals import ROUND_PACKETS, packets
from bench.programs import Program, orders, say
from pydantic import TypeAdapter

from hemicycle.client.seat import Seat
from hemicycle.media.client.broadcast import Broadcast
from hemicycle.media.wire.clock import now_us, ticks
from hemicycle.media.wire.codecs import FRAME_SAMPLES, OPUS, PACKET_US, SAMPLE_RATE, OpusEncoder
from hemicycle.wire.media import Sending
from hemicycle.wire.protocol import Command

ROOT = Path(__file__).parent.parent.parent
AMPLITUDE = 0.25
KNOWN = "known"
"""In a tone's place: the sound of `signals`."""
COMMAND: TypeAdapter[Command] = TypeAdapter(Command)


class Voice:
    """A seat that says a tone whenever the server takes its microphone.

    Args:
        seat: Which has been opened.
        tone_hz: A multiple of 50 Hz, of which a packet takes whole periods; 0: silence; None: the
            known sound.
    """

    def __init__(self, seat: Seat, tone_hz: float | None) -> None:
        self.seat = seat
        self.tone_hz = tone_hz
        self._known = packets() if tone_hz is None else []

    async def run(self) -> None:
        """Publish over the door that the seat was told of."""
        await self.seat.sending(Sending(microphone=OPUS))
        async with self.seat.connect_media() as client:
            await self._publish(client.publish())

    async def _publish(self, publication: Broadcast) -> None:
        track = publication.sound()
        while True:
            await track.wait_wanted()
            encoder = OpusEncoder(40_000)
            # A packet is sent when its last sample was heard.
            async for heard in ticks(PACKET_US, now_us() // PACKET_US * PACKET_US + PACKET_US):
                at = heard - PACKET_US
                if not track.write(self._packet(encoder, at), at):
                    break

    def _packet(self, encoder: OpusEncoder, at_us: int) -> bytes:
        if self.tone_hz is None:
            return self._known[at_us // PACKET_US % ROUND_PACKETS]
        turns = 2 * np.pi * self.tone_hz * np.arange(FRAME_SAMPLES) / SAMPLE_RATE
        return encoder.encode(np.asarray(AMPLITUDE * 32767 * np.sin(turns), np.int16))


async def _obey(voices: Mapping[str, Voice], order: list[Any]) -> Any:
    name, key, *rest = order
    voice = voices[key]
    if name == "ask":
        refused = await voice.seat.ask(COMMAND.validate_python(rest[0]))
        return refused.code if refused else None
    if name == "say":
        voice.tone_hz = rest[0]
        return None
    return voice.seat.view


async def _main(voices: list[tuple[str, float | None]]) -> None:
    async with contextlib.AsyncExitStack() as stack:
        http = await stack.enter_async_context(httpx.AsyncClient())
        seats: dict[str, Voice] = {}
        running: dict[str, asyncio.Task[None]] = {}
        exits: dict[str, contextlib.AsyncExitStack] = {}
        for link, tone_hz in voices:
            own = contextlib.AsyncExitStack()
            seat = await own.enter_async_context(Seat(link, http))
            stack.push_async_exit(own)
            exits[seat.key] = own
            seats[seat.key] = Voice(seat, tone_hz)
            if tone_hz != 0:
                running[seat.key] = asyncio.create_task(seats[seat.key].run())
        say([*seats])
        async for order in orders():
            for task in running.values():
                if task.done() and not task.cancelled():
                    task.result()
            if order[0] == "vanish":
                running.pop(order[1]).cancel()
                await exits[order[1]].aclose()
                answer = None
            else:
                answer = await _obey(seats, order)
            say(answer)
        for task in running.values():
            task.cancel()


class Voices(Program):
    """This program in a process of its own. A context manager.

    Args:
        tones: The tone of each personal link, in Hz; 0: a seat that says nothing; None: the known
            sound.
    """

    def __init__(self, tones: Mapping[str, float | None]) -> None:
        super().__init__(
            "bench.known.voices", *(f"{link}={KNOWN if hz is None else hz}" for link, hz in tones.items())
        )
        self.seats: list[str] = self.said

    def ask(self, seat: str, kind: str, /, **fields: Any) -> None:
        """Let a seat ask for something that is carried out."""
        refused = self.order("ask", seat, {"type": kind, **fields})
        if refused is not None:
            raise RuntimeError(f"{kind} of {seat}: {refused}")

    def say(self, seat: str, tone_hz: float) -> None:
        """From now on it says this tone."""
        self.order("say", seat, tone_hz)

    def view(self, seat: str) -> Any:
        """The meeting as that seat sees it."""
        return self.order("view", seat)

    def vanish(self, seat: str) -> None:
        """Its connections are gone, as when its machine is switched off."""
        self.order("vanish", seat)


def main() -> None:
    """Speak until the standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("voices", nargs="+", metavar="LINK=HZ")
    # A measuring instrument goes first, where it may.
    with contextlib.suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    links = [one.rsplit("=", 1) for one in parser.parse_args().voices]
    uvloop.run(_main([(link, None if hz == KNOWN else float(hz)) for link, hz in links]))


if __name__ == "__main__":
    main()

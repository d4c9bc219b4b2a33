"""Holds the meeting of a script: takes every seat, does every step, and notes what came of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Self

import httpx

from hemicycle.client.channel import ChannelMedia
from hemicycle.client.heard import Heard
from hemicycle.client.listener import Listener
from hemicycle.client.media import LostError
from hemicycle.client.picture import Plate
from hemicycle.client.seat import Seat
from hemicycle.client.speaker import Speaker
from hemicycle.client.speech import Samples
from hemicycle.client.watcher import Watcher
from hemicycle.demo.captioner import WRITES, Captioner
from hemicycle.demo.crowd import Account, Crowd, Usage
from hemicycle.demo.narration import named, sentence
from hemicycle.demo.observed import Interpreted, Spoken
from hemicycle.demo.script import (
    LEAD_S,
    TAIL_S,
    Ask,
    Enter,
    Interpreting,
    Pause,
    Script,
    Speak,
    Step,
    Utterance,
)
from hemicycle.demo.words import interpretations
from hemicycle.live.meeting import now_ms
from hemicycle.media.wire.codecs import SAMPLE_RATE
from hemicycle.wire.channels import ChooseChannel
from hemicycle.wire.ids import Key, Source
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.messages import GoodbyeReason
from hemicycle.wire.protocol import View

LISTENERS = 5
"""How many of the watchers are here and decode what they take: one of the original, and one of each
of four booths. The others are in processes of their own."""

VIEWERS = 3
"""How many of these take pictures; the others take sound alone, as on a page that saves data."""

CROWD = 100
"""How many watchers share a process."""

_ABREAST = 48
"""How many may be on their way in at once: the one process of the demo is server and everybody
else."""

_PATIENCE_S = 15.0
"""Seconds after which what should have happened by itself has not."""


def _seconds(sound: Samples) -> float:
    return sound.size / SAMPLE_RATE


def microphone_is(view: View, seat: Key, *, is_open: bool) -> bool:
    """Whether the seat has the floor, and its microphone is so."""
    return any(floor["seat"] == seat and floor["microphone"] is is_open for floor in view["floor"])


class Performance:
    """One performance. Use as an async context manager: the seats stay taken until it ends."""

    def __init__(
        self,
        script: Script,
        meeting: Meeting,
        links: Mapping[Key, str],
        sounds: Mapping[str, Samples],
        booths: Mapping[tuple[Key, str], Samples],
        watching: Sequence[Key],
        say: Callable[[str], None],
        captioner: Key | None = None,
    ) -> None:
        """Nobody has come in yet.

        Args:
            script: what to do.
            meeting: as planned.
            links: each seat's personal link.
            sounds: the words of the script, by their text.
            booths: what the interpreters say, by their seat and the text that they interpret.
            watching: which seats take sound and picture, of the original or of a booth in turn; the
                first few also listen to what they take.
            say: told a sentence at each step.
            captioner: who writes down what is not spoken in English, where captions are written at
                all; somebody in the hall reads them then.
        """
        self.script, self.meeting = script, meeting
        self.seats: dict[Key, Seat] = {}
        self.speakers: dict[Key, Speaker] = {}
        self.listeners: dict[Key, Listener] = {}
        self.blind: set[Key] = set()
        """The watchers that take sound and no pictures."""
        self.incoming: dict[Key, Watcher] = {}
        """What those interpreters listen to who interpret from another booth at some time."""
        turns = [one for step in script.steps if isinstance(step, Speak) for one in step.booths]
        self._relaying = {one.seat for one in turns if one.pivot is not None}
        into = {one.language for one in turns}
        channels = [None, *(language for language in meeting["languages"] if language in into)]
        self.channels = {key: channels[place % len(channels)] for place, key in enumerate(watching)}
        """The booth that each watcher listens to; None: the original."""
        self.crowds = [Crowd() for _ in range(LISTENERS, len(watching), CROWD)]
        self.spoken: list[Spoken] = []
        self.faults: list[str] = []
        self.seen: frozenset[Key] = frozenset()
        self.began: float | None = None
        """When the play began, in seconds of `time.monotonic`; None before."""
        self.captioner: Captioner | None = None
        self._writing = captioner
        self._links, self._watching, self._say = links, watching, say
        self._sounds, self._booths = sounds, booths
        self._accounts: list[Account] = []
        self._asking = {u.seat for u in script.utterances} - set(script.speakers)
        self._stack = AsyncExitStack()
        self._http = httpx.AsyncClient(
            timeout=_PATIENCE_S, limits=httpx.Limits(max_connections=None), trust_env=False
        )
        self._doorway = asyncio.Semaphore(_ABREAST)

    async def __aenter__(self) -> Self:
        """The watchers' processes begin, and the chair comes in.

        Raises:
            LinkError: the chair's link opens nothing.
        """
        await self._stack.enter_async_context(self._http)
        for crowd in self.crowds:
            await crowd.start()
            self._stack.push_async_callback(crowd.finish)
        try:
            await self._take_seat(self.script.chair)
        except BaseException:
            await self._stack.aclose()
            raise
        self._chair.watching.append(self._see)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Lets everybody leave, and ends the crowds."""
        await asyncio.gather(*(speaker.close() for speaker in self.speakers.values()))
        watchers = (*self.listeners.values(), *self.incoming.values())
        await asyncio.gather(*(watcher.close() for watcher in watchers))
        await asyncio.gather(*(seat.__aexit__(None, None, None) for seat in self.seats.values()))
        await self._stack.aclose()

    @property
    def view(self) -> View | None:
        """The meeting as the chair sees it."""
        return self._chair.view

    @property
    def heard(self) -> dict[Key, dict[Key, Heard]]:
        """What each watcher has heard of whom; without one whose seat a person has taken over.

        Of those in processes of their own, once they have been dismissed.
        """
        heard = {key: listener.heard for key, listener in self.listeners.items()}
        for account in self._accounts:
            heard |= account.heard
        return {key: of for key, of in heard.items() if key not in self.lent}

    @property
    def reader(self) -> Seat:
        """Who reads the captions, where any are written: the first who came into the hall."""
        return self.seats[self.script.entering[0]]

    @property
    def usage(self) -> Usage:
        """What this process has used, and those of the watchers, once they have been dismissed."""
        return sum((account.usage for account in self._accounts), Usage.now())

    @property
    def lent(self) -> frozenset[Key]:
        """The seats that a person has: taken over from a program, or taken before it came."""
        ours = {key for key, seat in self.seats.items() if seat.goodbye is not GoodbyeReason.REPLACED}
        return frozenset(self.script.entering) - ours

    async def hold(self) -> None:
        """Does every step. What goes wrong is put down in `faults`, and the meeting goes on if it
        can."""
        self.began = time.monotonic()
        for step in self.script.steps:
            if told := sentence(self.meeting, step):
                self._say(told)
            try:
                await self._do(step)
            except TimeoutError:
                self._fault(f"nothing came of it within {_PATIENCE_S:g} s: {told or step}")
            except LostError as error:
                self._fault(f"{told or step}: {error}")
                if self._chair.goodbye is not None:
                    return
        # What is still on its way is heard.
        await asyncio.sleep(TAIL_S)
        failures = [one.failure for one in self.speakers.values()]
        failures += [one.failure for one in (*self.listeners.values(), *self.incoming.values())]
        for failure in failures:
            if failure is not None:
                self._fault(failure)

    async def dismiss(self) -> None:
        """Ends the watchers' processes, which then say what they heard. Again is no fault."""
        crowds, self.crowds = self.crowds, []
        for account in await asyncio.gather(*(crowd.finish() for crowd in crowds)):
            self._accounts.append(account)
            for failure in account.failures:
                self._fault(failure)

    @property
    def _chair(self) -> Seat:
        return self.seats[self.script.chair]

    def _fault(self, what: str) -> None:
        self.faults.append(what)
        self._say(f"! {what}")

    def _see(self) -> None:
        view = self._chair.view
        if view is not None and len(view["present"]) >= len(self.seen):
            self.seen = frozenset(view["present"])

    async def _do(self, step: Step) -> None:
        match step:
            case Enter(seats, every):
                await self._enter(seats, every)
            case Ask():
                await self._ask(step)
            case Speak(utterance=utterance):
                async with asyncio.timeout(_PATIENCE_S + utterance.seconds):
                    await (self._speak(step) if step.is_heard else self._speak_closed(utterance))
            case Pause(seconds):
                await asyncio.sleep(seconds)

    async def _enter(self, seats: Sequence[Key], every: float) -> None:
        coming: list[asyncio.Task[None]] = []
        begun = time.monotonic()
        for place, key in enumerate(seats, 1):
            coming.append(asyncio.create_task(self._come_in(key)))
            await asyncio.sleep(max(0.0, begun + place * every - time.monotonic()))
        for key, result in zip(seats, await asyncio.gather(*coming, return_exceptions=True), strict=True):
            if isinstance(result, BaseException):
                self._fault(f"{named(self.meeting, key)} could not come in: {result!r}")
        if self._writing is not None:
            english = {text: into[WRITES] for text, into in interpretations().items() if WRITES in into}
            self.captioner = Captioner(await self._take_seat(self._writing), english)
            await self.reader.read_captions(WRITES)
        async with asyncio.timeout(_PATIENCE_S):
            await self._chair.until(lambda view: set(seats) <= set(view["present"]))
            # A meeting is not opened before people see and hear.
            await asyncio.gather(
                *(listener.connected.wait() for listener in self.listeners.values()),
                *(watcher.connected.wait() for watcher in self.incoming.values()),
                *(crowd.connected() for crowd in self.crowds),
            )

    async def _come_in(self, key: Key) -> None:
        if key == self.script.entering[-1] and self._chair.view and key in self._chair.view["present"]:
            return  # a person has taken it already, and is not to be put out
        async with self._doorway:
            seat = await self._take_seat(key)
        if key in self.script.speakers:
            await self._equip(key)
        if key in self.script.interpreters:
            await self._open_booth(key)
        if key in self._watching:
            await self._watch(seat, self._watching.index(key))

    async def _watch(self, seat: Seat, place: int) -> None:
        """Somebody in the hall chooses what to hear, and takes it."""
        channel = self.channels[seat.key]
        if channel is not None:
            await seat.ask(ChooseChannel(booth=channel))
        sees = place < VIEWERS or place >= LISTENERS
        if not sees:
            self.blind.add(seat.key)
        ear = ChannelMedia(seat, lambda _: channel, sees=sees)
        if place < LISTENERS:
            self.listeners[seat.key] = Listener(ear)
            self.listeners[seat.key].start()
        else:
            self.crowds[(place - LISTENERS) // CROWD].watch(ear, ear.watching)

    async def _open_booth(self, key: Key) -> None:
        """An interpreter gets a microphone; who interprets from another booth listens to it."""

        def source(view: View) -> str | None:
            mine = (booth for booth in view["booths"].values() if booth.get("live") == key)
            return next((booth.get("pivot") for booth in mine), None)

        self.speakers[key] = Speaker(self.seats[key], None)
        await self.speakers[key].start()
        if key in self._relaying:
            self.incoming[key] = Watcher(ChannelMedia(self.seats[key], source, sees=False))
            self.incoming[key].start()

    async def _take_seat(self, key: Key) -> Seat:
        seat = Seat(self._links[key], self._http, self.meeting)
        await seat.__aenter__()
        self.seats[key] = seat
        return seat

    async def _equip(self, key: Key) -> None:
        """Gives a seat a microphone and a camera."""
        planned = self.meeting["seats"][key]
        plate = Plate(planned["name"], planned["title"], planned["organisation"])
        speaker = Speaker(self.seats[key], plate)
        self.speakers[key] = speaker
        await speaker.start()

    async def _ask(self, step: Ask) -> None:
        if step.seat not in self.seats:
            self._fault(f"{named(self.meeting, step.seat)} is not there to ask for {step.command.type}")
            return
        if step.seat in self._asking and step.seat not in self.speakers:
            await self._equip(step.seat)
        async with asyncio.timeout(_PATIENCE_S):
            refused = await self.seats[step.seat].ask(step.command)
        if refused is not None:
            self._fault(f"{step.command.type} was refused to {step.seat}: {refused.sentence}")

    async def _speak(self, step: Speak) -> None:
        """Like a person: once the page says that the microphone is open, and a moment later."""
        utterance, key = step.utterance, step.utterance.seat
        speaker, seat = self.speakers[key], self.seats[key]
        await seat.until(lambda view: microphone_is(view, key, is_open=True))
        sounding = {key, *(one.seat for one in step.booths)}
        await seat.until(
            lambda view: all(Source.MICROPHONE in view["streams"].get(each, {}) for each in sounding)
        )
        captioner = self.captioner if self.captioner and self.captioner.writes(utterance) else None
        if captioner is not None:
            await captioner.begin(utterance)
        await asyncio.sleep(LEAD_S)
        began, sound = now_ms(), self._sounds[utterance.words.text]
        by_hand = [captioner.write(utterance, utterance.seconds / _seconds(sound))] if captioner else []
        writing = asyncio.gather(*by_hand)
        frames, *interpreted = await asyncio.gather(
            speaker.say(sound, utterance.seconds),
            *(self._interpret(one, utterance) for one in step.booths),
        )
        said = [Interpreted(one, heard) for one, heard in zip(step.booths, interpreted, strict=True)]
        self.spoken.append(Spoken(utterance, frames, said, began, now_ms()))
        await writing
        if captioner is not None:
            await captioner.end()
        await asyncio.sleep(TAIL_S)

    async def _interpret(self, one: Interpreting, utterance: Utterance) -> list[int]:
        """Says an utterance in a booth's language, a little later than its speaker."""
        await asyncio.sleep(one.after)
        return await self.speakers[one.seat].say(
            self._booths[one.seat, utterance.words.text], utterance.seconds
        )

    async def _speak_closed(self, utterance: Utterance) -> None:
        """The device goes on taking sound, as a page that ignores the chair would."""
        key = utterance.seat
        await self.seats[key].until(lambda view: microphone_is(view, key, is_open=False))
        began = now_ms()
        frames = await self.speakers[key].say(self._sounds[utterance.words.text], utterance.seconds)
        self.spoken.append(Spoken(utterance, frames, began=began, ended=now_ms()))
        await asyncio.sleep(TAIL_S)

"""Companions: the one way in which a subject takes part in a live meeting.

The rules decide what becomes a fact. Whatever else a subject needs of a meeting while it is live
(messages of its own, timers, sound and picture, signals in the view) is a `Companion`. The server
makes one of each kind for each meeting; everything is called on the event loop.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, ClassVar, Protocol, TypeVar

from hemicycle.live.connection import Connection
from hemicycle.media.server.room import MediaRoom
from hemicycle.room.erasure import SeatErased
from hemicycle.room.log import Entry
from hemicycle.room.record import RecordStopped
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand
from hemicycle.wire.ids import Key
from hemicycle.wire.media import Streams
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.models import RequestRefusal, UpModel

SLOW_CALL_S = 0.05
"""A call to a companion that takes longer is logged: everybody in every meeting waits meanwhile."""

STOP_TIMEOUT_S = 30.0
"""How long the end of a meeting waits for a companion to stop."""

Handler = Callable[[Connection, Any], Refusal | Awaitable[Refusal | None] | None]
"""Carries out one message of a seat that is inside.

Returns why it was not carried out, or None; or an awaitable of the same, where it takes time. The
seat is answered by `done` or `refused` where the message has an id, otherwise by `refused` only.
"""

log = logging.getLogger("hemicycle.live")


class Live(Protocol):
    """What a companion sees of its meeting, and may ask of it; `LiveMeeting` is one."""

    meeting: Meeting
    state: State

    @property
    def connections(self) -> Mapping[Key, Connection]:
        """The connection of each seat that has one, whether it is inside or not."""

    def signal(self, part: object) -> None:
        """Show in the view what is so without being a fact: a part of `Signals`, whole."""

    def ask(self, command: AnyCommand, seat: Key) -> None:
        """Put a command of the server's own into the meeting's inbox, on behalf of a seat."""


class Companion:
    """One subject's part in a live meeting. What a subclass does not override does nothing.

    Every call returns at once; slow work has a task or a process of its own. A companion never
    decides. One that raises harms neither the meeting nor another companion.
    """

    name: ClassVar[str]
    """By which the log speaks of it."""

    signals: ClassVar[frozenset[type]] = frozenset()
    """The parts of `Signals` that are this companion's own."""

    async def start(self) -> None:
        """The meeting is being opened: read what is needed of the store. The first call of all."""

    def hears(self) -> Mapping[type[UpModel], Handler]:
        """The messages of seats that are this subject's. Asked once, when the meeting is opened."""
        return {}

    def advise(self, command: AnyCommand, state: State) -> AnyCommand:
        """Put into a command what its rule needs to know of the moment.

        Args:
            command: what is about to be decided.
            state: the state on which it is decided.

        Returns:
            The command to decide in its place; itself where there is nothing to add.
        """
        return command

    def before(self, facts: Sequence[Entry], state: State) -> None:
        """Facts are about to be stored, and `state` is what will be so.

        When this returns, nothing is kept any more that `state` does not allow: off the record
        nothing at all. Where it raises, the meeting does not go off the record; other facts are
        stored all the same.
        """

    def after(self, facts: Sequence[Entry], state: State) -> None:
        """Facts are stored, and `state` is what is so.

        Also without facts: once when the meeting is opened, and when storing has failed.
        """

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        """What can be taken of the meeting's sound and picture has changed."""

    def welcomed(self, connection: Connection) -> None:
        """A connection was just sent its `welcome`, for the first time or again."""

    def forget(self, seat: Key) -> None:
        """A seat was erased: drop what is remembered of it. Its rows and files are gone already."""

    async def stop(self) -> None:
        """The meeting ends for this process. It may go on in the next one."""


CompanionFactory = Callable[[Live, MediaRoom], Companion]
"""Makes a companion for a meeting that is being opened, with its sound and picture."""

C = TypeVar("C", bound=Companion)


class Companions:
    """All companions of one meeting: what one of them does wrong is kept from the others."""

    def __init__(self, slug: Key) -> None:
        self._slug = slug
        self._all: list[Companion] = []
        self._handlers: dict[type[UpModel], tuple[Companion, Handler]] = {}
        self._answering: set[asyncio.Task[None]] = set()

    async def add(self, companion: Companion, state: State, streams: Mapping[Key, Streams]) -> None:
        """Start it and call it from now on, beginning with how things stand.

        Raises:
            ValueError: a message that it hears, or a signal that it owns, is another's already.
            Exception: it could not start.
        """
        handlers = companion.hears()
        for other in self._all:
            if shared := companion.signals & other.signals:
                names = sorted(part.__name__ for part in shared)
                raise ValueError(f"{companion.name} and {other.name} both own the signals {names}")
        for model in handlers.keys() & self._handlers.keys():
            other, _ = self._handlers[model]
            raise ValueError(f"{companion.name} and {other.name} both hear {model.__name__}")
        try:
            await companion.start()
        except Exception:
            await self._stop(companion)
            raise
        self._all.append(companion)
        self._handlers |= {model: (companion, handler) for model, handler in handlers.items()}
        self._each(lambda each: each.streams(streams), [companion])
        self._each(lambda each: each.after((), state), [companion])

    def of(self, kind: type[C]) -> C | None:
        """The companion of a kind; None: this meeting has none."""
        return next((each for each in self._all if isinstance(each, kind)), None)

    def hear(self, connection: Connection, message: UpModel) -> bool:
        """Have a message of a seat that is inside carried out, and answered.

        Returns:
            Whether any companion hears such messages; otherwise nothing was done.
        """
        if (found := self._handlers.get(type(message))) is None:
            return False
        companion, handler = found
        message_id: int | None = getattr(message, "id", None)
        outcome: Refusal | Awaitable[Refusal | None] | None = Refusal(RequestRefusal.NOT_STORED)

        def call(_: Companion) -> None:
            nonlocal outcome
            outcome = handler(connection, message)

        self._each(call, [companion])
        if inspect.isawaitable(outcome):
            task = asyncio.ensure_future(self._answer(companion, connection, message_id, outcome))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)
        else:
            connection.answer(message_id, outcome)
        return True

    def advise(self, command: AnyCommand, state: State) -> AnyCommand:
        """The command as it is to be decided."""

        def call(companion: Companion) -> None:
            nonlocal command
            command = companion.advise(command, state)

        self._each(call, self._all)
        return command

    def before(self, facts: Sequence[Entry], state: State) -> None:
        """Facts are about to be stored.

        Raises:
            Exception: a companion failed over a fact by which nothing may be kept any more.
        """
        failed = self._each(lambda companion: companion.before(facts, state), self._all)
        if failed and any(isinstance(entry.fact, RecordStopped) for entry in facts):
            raise failed[0]

    def after(self, facts: Sequence[Entry], state: State) -> None:
        """Facts are stored, or (none) what was to be stored was not."""
        for seat in [entry.fact.seat for entry in facts if isinstance(entry.fact, SeatErased)]:
            self._forget(seat)
        self._each(lambda companion: companion.after(facts, state), self._all)

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        """What can be taken has changed."""
        self._each(lambda companion: companion.streams(streams), self._all)

    def welcomed(self, connection: Connection) -> None:
        """A connection was sent its `welcome`."""
        self._each(lambda companion: companion.welcomed(connection), self._all)

    async def stop(self) -> None:
        """Stop all of them, and call them no more. One that takes too long is left behind."""
        stopping, self._all, self._handlers = self._all, [], {}
        await asyncio.gather(*(self._stop(companion) for companion in stopping))
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    def _forget(self, seat: Key) -> None:
        self._each(lambda companion: companion.forget(seat), self._all)

    async def _answer(
        self,
        companion: Companion,
        connection: Connection,
        message_id: int | None,
        work: Awaitable[Refusal | None],
    ) -> None:
        try:
            outcome = await work
        except Exception:
            log.exception("meeting %s: the companion %s failed", self._slug, companion.name)
            outcome = Refusal(RequestRefusal.NOT_STORED)
        connection.answer(message_id, outcome)

    async def _stop(self, companion: Companion) -> None:
        try:
            async with asyncio.timeout(STOP_TIMEOUT_S):
                await companion.stop()
        except Exception:
            log.exception("meeting %s: the companion %s did not stop well", self._slug, companion.name)

    def _each(self, call: Callable[[Companion], None], companions: Sequence[Companion]) -> list[Exception]:
        """Call each of them; log what fails or is slow. Returns what was raised."""
        failed: list[Exception] = []
        for companion in companions:
            began = time.perf_counter()
            try:
                call(companion)
            except Exception as error:
                log.exception("meeting %s: the companion %s failed", self._slug, companion.name)
                failed.append(error)
            if (took := time.perf_counter() - began) > SLOW_CALL_S:
                log.warning(
                    "meeting %s: the companion %s took %.0f ms", self._slug, companion.name, took * 1000
                )
        return failed

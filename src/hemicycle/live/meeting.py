"""A live meeting: one task that decides, stores, applies and broadcasts, in this order.

Everything that happens to a meeting goes through one inbox, so nothing is decided on a state that
is no longer so. What piled up while the last facts were being stored is decided together and stored
in one transaction: seventy seats that come in at once cost one write.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence

from pydantic import ValidationError

from hemicycle.live.broadcaster import Broadcaster
from hemicycle.live.companion import Companion, Companions
from hemicycle.live.connection import Connection, Way
from hemicycle.live.measures import COMMAND_SECONDS, FACTS
from hemicycle.live.ports import Journal, Media
from hemicycle.live.presence import GRACE_S
from hemicycle.live.request import Request, id_in
from hemicycle.live.seats import Seats
from hemicycle.room.doors import Enter, SeatEntered, SeatLeft
from hemicycle.room.erasure import KeepingEnded, SeatErased
from hemicycle.room.log import Entry, chain
from hemicycle.room.media import Offered, OnAir
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import apply, decide, replay
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand, InternalCommand, Signals
from hemicycle.room.view import permitted
from hemicycle.store.errors import LeaseLost, LogConflict
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.media import MediaDoor, Sending
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.messages import UP, Ask, Ping, Pong
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.protocol import RefusalCode

NOT_OWNED = (LeaseLost, LogConflict)
"""Raised by the journal where another process decides about the meeting now."""

log = logging.getLogger("hemicycle.live")


def now_ms() -> int:
    """The server's clock: milliseconds since 1970-01-01T00:00Z."""
    return time.time_ns() // 1_000_000


class LiveMeeting:
    """One meeting while it is live. `accompany` it, `start` it, connect its `seats`, `stop` it."""

    def __init__(
        self,
        meeting: Meeting,
        entries: Sequence[Entry],
        journal: Journal,
        media: Media,
        door: Callable[[Way, str], MediaDoor],
        *,
        clock: Callable[[], int] = now_ms,
        grace_s: float = GRACE_S,
    ) -> None:
        """A meeting as its log left it.

        Args:
            meeting: the plan.
            entries: the whole log.
            journal: where new facts are stored.
            media: the meeting's sound and picture.
            door: where they are, for a way to the server and a ticket.
            clock: milliseconds since 1970-01-01T00:00Z.
            grace_s: how long a seat stays taken without a connection.
        """
        self.meeting = meeting
        self.state: State = replay(entries)
        self.last: Entry | None = entries[-1] if entries else None
        self.companions = Companions(meeting["slug"])
        self._slug = meeting["slug"]
        self._journal, self._media, self._clock = journal, media, clock
        self._signals = Signals()
        self._inbox: list[Request] = []
        self._wake = asyncio.Event()
        self._broadcaster = Broadcaster(meeting, self.state, self._signals, clock=clock, due=self._wake.set)
        self.seats = Seats(
            media,
            door,
            self._broadcaster,
            put=self._put,
            sending=lambda sending: self.signal(Offered(sending)),
            welcomed=self.companions.welcomed,
            grace_s=grace_s,
        )
        self._urgent = False
        """Whether what has changed is told without waiting for more of it."""
        self._carries_out = False
        self._is_lost = False
        """Whether another process owns the meeting now."""
        self._task: asyncio.Task[None] | None = None

    async def accompany(self, companion: Companion) -> None:
        """Start a companion; before the meeting's own `start`, so that it misses nothing."""
        await self.companions.add(companion, self.state, self._media.streams)

    def start(self) -> None:
        """Go on where the log ended. Whoever was in the room has a while to come back."""
        self._media.permit(permitted(self.state))
        for seat in self.state.present:
            self.seats.presence.expect(seat)
        self._task = asyncio.create_task(self._run(), name=f"meeting {self._slug}")

    async def stop(self) -> None:
        """Drop every connection without a goodbye, so that its page comes back to the next
        server."""
        self.seats.stop()
        self._broadcaster.stop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self.companions.stop()

    @property
    def is_idle(self) -> bool:
        """Whether it is not open, nobody is in or expected back, and nothing is to be carried
        out."""
        busy = self.seats.presence.somebody or self._inbox or self._carries_out
        return self.state.phase is not Phase.OPEN and not busy

    @property
    def connections(self) -> Mapping[Key, Connection]:
        """The connection of each seat that has one, whether it is inside or not."""
        return self.seats.presence.connections

    def hear(self, connection: Connection, text: str | bytes) -> None:
        """Take up a message from a seat; what cannot be read, and what nobody hears, is refused."""
        try:
            message = UP.validate_json(text)
        except ValidationError:
            self.refuse(connection, text, RequestRefusal.NOT_UNDERSTOOD)
            return
        match message:
            case Ask():
                self._put(Request(message.command, connection.seat, connection, message.id))
            case Ping():
                connection.send(Pong(id=message.id, now=self._clock()).model_dump_json())
            case Sending():
                self.seats.offer(connection, message)
            case _:
                if not (connection.is_inside and self.companions.hear(connection, message)):
                    self.refuse(connection, text, RequestRefusal.NOT_ALLOWED)

    def refuse(self, connection: Connection, text: str | bytes, code: RefusalCode) -> None:
        """Refuse a message without looking into it further than for its id."""
        connection.answer(id_in(text), Refusal(code))

    def ask(self, command: AnyCommand, seat: Key) -> None:
        """Put a command of the server's own into the inbox, on behalf of a seat."""
        self._put(Request(command, seat))

    async def act(self, command: InternalCommand, seat: Key) -> Refusal | None:
        """Carry out what is asked for outside the room: over HTTP, by the operator, by the server.

        Returns:
            Why it was not carried out; None: it was, and its facts are stored.
        """
        answered: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()
        self._put(Request(command, seat, answered=answered))
        return await answered

    def signal(self, part: object) -> None:
        """Show in the view what is so without being a fact: a part of `Signals`, whole."""
        self._signals = self._signals.having(part)
        self._hurry()

    def media_changed(self) -> None:
        """Called by the media when what can be taken has changed."""
        self.companions.streams(self._media.streams)
        self._hurry()

    def welcome_again(self) -> None:
        """Welcome whoever is inside again: the plan, or the way to the media, is another one."""
        self.seats.welcome_again(self.state)

    def _put(self, request: Request) -> None:
        if self._is_lost:
            request.answer(Refusal(RequestRefusal.NOT_STORED))
            return
        self._inbox.append(request)
        self._wake.set()

    def _hurry(self) -> None:
        self._urgent = True
        self._wake.set()

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            requests, self._inbox = self._inbox, []
            self._carries_out = True
            try:
                await self._carry_out(requests)
            except NOT_OWNED:
                await self._lose(requests)
                return
            except Exception:
                # A fault of ours. The facts, if any, are stored; the meeting goes on.
                log.exception("meeting %s: after %s", self._slug, [each.command for each in requests])
                for request in requests:
                    request.answer(Refusal(RequestRefusal.NOT_STORED))
            self._carries_out = False

    async def _lose(self, requests: list[Request]) -> None:
        """Another process owns the meeting now: decide nothing more here, and let nothing pass."""
        log.error("meeting %s: another process owns it now; its connections here are dropped", self._slug)
        self._is_lost = True
        self._media.permit(frozenset())
        self.seats.stop()
        for request in (*requests, *self._inbox):
            request.answer(Refusal(RequestRefusal.NOT_STORED))
        await self.companions.stop()

    async def _carry_out(self, requests: list[Request]) -> None:
        state, entries = self._decide(requests)
        if entries:
            try:
                await self._store(state, entries)
            except NOT_OWNED:
                raise
            except Exception:
                log.exception("meeting %s: could not store %d facts", self._slug, len(entries))
                entries = []
                for request in requests:
                    request.outcome = request.outcome or Refusal(RequestRefusal.NOT_STORED)
        self._broadcast(entries)
        self.seats.see_to(entries)
        for request in requests:
            self._answer(request)

    def _decide(self, requests: list[Request]) -> tuple[State, list[Entry]]:
        """What comes of everything that was asked for: the state after it, and the facts."""
        entries: list[Entry] = []
        state, now = self.state, self._clock()
        for request in requests:
            outcome = decide(state, self.companions.advise(request.command, state), request.seat)
            request.outcome = outcome if isinstance(outcome, Refusal) else None
            if isinstance(outcome, Refusal):
                continue
            fresh = chain(outcome, now, entries[-1] if entries else self.last)
            for entry in fresh:
                state = apply(state, entry.fact, entry.at)
            entries += fresh
        return state, entries

    async def _store(self, state: State, entries: list[Entry]) -> None:
        """Store facts and apply them; what they close is closed before, what they open opened
        after."""
        self._media.permit(permitted(self.state) & permitted(state))
        try:
            self.companions.before(entries, state)
            await asyncio.get_running_loop().run_in_executor(
                self._journal.thread, self._journal.append, self._slug, entries
            )
        except NOT_OWNED:
            # What was closed stays closed: another process decides what is so.
            raise
        except BaseException:
            self._media.permit(permitted(self.state))
            self.companions.after((), self.state)
            raise
        self.state, self.last = state, entries[-1]
        self._media.permit(permitted(state))
        self.companions.after(entries, state)
        for entry in entries:
            FACTS.labels(entry.fact.type).inc()
        if any(isinstance(entry.fact, SeatErased | KeepingEnded) for entry in entries):
            await self._welcome_with_new_plan()

    async def _welcome_with_new_plan(self) -> None:
        # The pages have the names, and what their companions remember, from the last `welcome`.
        journal, loop = self._journal, asyncio.get_running_loop()
        if (plan := await loop.run_in_executor(journal.thread, journal.meeting, self._slug)) is not None:
            self.meeting = plan
            self._broadcaster.plan_changed(plan)
        self.welcome_again()

    def _broadcast(self, entries: Sequence[Entry]) -> None:
        only_presence = all(isinstance(entry.fact, SeatEntered | SeatLeft) for entry in entries)
        signals = self._signals.having(OnAir(self._media.streams))
        self._broadcaster.tell(self.state, signals, at_once=self._urgent or not only_presence)
        self._urgent = False

    def _answer(self, request: Request) -> None:
        request.answer(request.outcome)
        if (connection := request.connection) is None:
            return
        if isinstance(request.command, Enter):
            self.seats.answer(connection, request.outcome, self.state)
        else:
            connection.answer(request.id, request.outcome)
            COMMAND_SECONDS.observe(time.perf_counter() - request.arrived)

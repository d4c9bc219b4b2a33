"""A live meeting: one task that decides, stores, applies and tells, in this order.

Everything that happens to a meeting goes through one inbox, so nothing is decided on a state that
is no longer so. What piled up while the last facts were being stored is decided together and stored
in one transaction: seventy seats that come in at once cost one write.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from hemicycle.live.booths import Desk, reads
from hemicycle.live.broadcaster import Broadcaster
from hemicycle.live.companion import Companion, Companions
from hemicycle.live.connection import Connection, Way
from hemicycle.live.measures import COMMAND_SECONDS, FACTS
from hemicycle.live.ports import Journal, Media
from hemicycle.live.request import Request, id_in
from hemicycle.room.desk import DeskCommand
from hemicycle.room.doors import Enter, Leave
from hemicycle.room.facts import KeepingEnded, SeatEntered, SeatErased, SeatLeft, SeatLetIn, SeatSentOut
from hemicycle.room.log import Entry, chain
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import Asked, apply, decide, replay
from hemicycle.room.state import State
from hemicycle.room.view import Signals, permitted
from hemicycle.store.errors import LogConflict
from hemicycle.wire.booths import Note, SlowDown
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.media import Hold, MediaDoor, Sending, Sends
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.messages import UP, Ask, Goodbye, GoodbyeReason, Ping, Pong
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.protocol import RefusalCode

GRACE = 8.0
"""Seconds that a seat stays taken without a connection: longer than a reconnection, shorter than a walk."""

PRESENCE_PAUSE = 0.0002
"""Seconds between two tellings of who came and went, for each seat that is told.

When a thousand come at once, telling each entry to everybody inside would be half a million messages.
"""

SMALL_MEETING = 100
"""With fewer seats than this, who came and went is told at once."""

log = logging.getLogger("hemicycle.live")


def now_ms() -> int:
    """The server's clock: milliseconds since 1970-01-01T00:00Z."""
    return time.time_ns() // 1_000_000


class LiveMeeting:
    """One meeting while the server runs. Make it, `start` it, `connect` connections to it, `stop` it."""

    def __init__(
        self,
        meeting: Meeting,
        entries: Sequence[Entry],
        journal: Journal,
        media: Media,
        door: Callable[[Way, str], MediaDoor],
        *,
        clock: Callable[[], int] = now_ms,
        grace: float = GRACE,
    ) -> None:
        """A meeting as its log left it.

        Args:
            meeting: the plan.
            entries: the whole log.
            journal: where new facts are stored.
            media: the meeting's sound and picture.
            door: where they are, for a way to the server and a ticket.
            clock: milliseconds since 1970-01-01T00:00Z.
            grace: seconds that a seat stays taken without a connection.
        """
        self.meeting = meeting
        self.state: State = replay(entries)
        self.last: Entry | None = entries[-1] if entries else None
        self._slug = meeting["slug"]
        self._journal, self._media, self._door = journal, media, door
        self._clock, self._grace = clock, grace
        self._signals = Signals()
        self.companions = Companions(self._slug)
        self._desk = Desk(
            media,
            clock=clock,
            changed=lambda: self.signal(held=self._desk.held, slow=self._desk.slow),
            ask=self.ask,
        )
        self._connections: dict[Key, Connection] = {}
        self._tickets: dict[Key, str] = {}
        self._pages: dict[Key, str] = {}
        self._absences: dict[Key, asyncio.TimerHandle] = {}
        self._broadcaster = Broadcaster(meeting, self.state, self._signals, clock)
        self._inbox: list[Request] = []
        self._wake = asyncio.Event()
        self._behind = False
        self._urgent = False
        self._told_at = 0.0
        self._told_later = 0.0
        self._telling_later: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Go on where the log ended. Whoever was in the room has a while to come back."""
        self._media.permit(permitted(self.state))
        self._desk.follow(self.state)
        for seat in self.state.present:
            self._expect(seat)
        self._task = asyncio.create_task(self._run(), name=f"meeting {self._slug}")

    async def stop(self) -> None:
        """Drop every connection without a goodbye, so that the pages come back to the next server."""
        for timer in (*self._absences.values(), self._telling_later):
            if timer is not None:
                timer.cancel()
        self._desk.stop()
        for connection in self._connections.values():
            connection.close()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self.companions.stop()

    @property
    def connections(self) -> Mapping[Key, Connection]:
        """The connection of each seat that has one, whether it is inside or not."""
        return self._connections

    def ask(self, command: Asked, seat: Key) -> None:
        """Put a command of the server's own into the inbox, on behalf of a seat."""
        self._put(Request(command, seat))

    def connect(self, connection: Connection) -> None:
        """Take up a seat's new connection; an older one of another page says that it was replaced."""
        if older := self._connections.get(connection.seat):
            self._broadcaster.leave(older)
            # What a page asked for and gave up may come after its next try: it must be free to come back.
            is_same = bool(connection.page) and connection.page == older.page
            older.close(None if is_same else GoodbyeReason.REPLACED)
        self._connections[connection.seat] = connection
        if timer := self._absences.pop(connection.seat, None):
            timer.cancel()
        self._put(Request(Enter(), connection.seat, connection))

    def disconnect(self, connection: Connection) -> None:
        """The socket of a connection is gone; the seat has a while to come back."""
        connection.close()
        self._broadcaster.leave(connection)
        if self._connections.get(connection.seat) is connection:
            del self._connections[connection.seat]
            self._expect(connection.seat)

    def revoke(self, connection: Connection) -> None:
        """The link that the connection came by is no longer valid: whoever used it is out."""
        connection.close(GoodbyeReason.REVOKED)
        self.disconnect(connection)
        self._shut_media(connection.seat)

    def hear(self, connection: Connection, text: str | bytes) -> None:
        """Take up a message from a seat; what cannot be read is refused."""
        try:
            message = UP.validate_json(text)
        except ValidationError:
            connection.answer(id_in(text), Refusal(RequestRefusal.NOT_UNDERSTOOD))
            return
        match message:
            case Ask():
                self._put(Request(message.command, connection.seat, connection, message.id))
            case Sending():
                self._offer(connection, message)
            case Ping():
                connection.send(Pong(id=message.id, now=self._clock()).model_dump_json())
            case Hold() if self._is_inside(connection):
                self._desk.hold(connection.seat, message.held)
            case SlowDown() if self._is_inside(connection):
                if refusal := self._desk.slow_down(self.state, connection.seat, message.booth):
                    connection.answer(None, refusal)
            case Note() if self._is_inside(connection):
                self._note(connection, message)
            case _ if self._is_inside(connection) and self.companions.hear(connection, message):
                pass
            case _:
                connection.answer(id_in(text), Refusal(RequestRefusal.NOT_ALLOWED))

    async def act(self, command: DeskCommand, seat: Key) -> Refusal | None:
        """Carry out what a seat asks for at a desk.

        Returns:
            Why it was not carried out; None: it was, and its facts are stored.
        """
        answered: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()
        self._put(Request(command, seat, answered=answered))
        return await answered

    def refuse(self, connection: Connection, text: str | bytes, code: RefusalCode) -> None:
        """Refuse a message without looking into it further than for its id."""
        connection.answer(id_in(text), Refusal(code))

    def media_changed(self) -> None:
        """Called by the media when what can be taken has changed."""
        self.companions.streams(self._media.streams)
        self._desk.heard(self.state)
        self._hurry()

    def accompany(self, companion: Companion) -> None:
        """Add a companion; before `start`, so that it misses nothing."""
        self.companions.add(companion, self.state, self._media.streams)

    def signal(self, **changes: Any) -> None:
        """Tell what is so without being a fact: fields of `Signals`, whole."""
        self._signals = replace(self._signals, **changes)
        self._hurry()

    def speeches_changed(self, versions: Mapping[Key, int]) -> None:
        """Whose speech texts there are now, each with its version."""
        self.signal(speeches=dict(versions))

    def glossary_changed(self, version: int) -> None:
        """The glossary is another one."""
        self.signal(glossary=version)

    def door_changed(self) -> None:
        """The way to the media is another one."""
        self._welcome_again()

    def _welcome_again(self) -> None:
        """Say `welcome` again to whoever is inside, with what is so now."""
        for connection in self._connections.values():
            if connection.ticket is not None:
                self._welcome(connection, connection.ticket)

    def log_grew(self) -> None:
        """Another process has stored facts: take them up."""
        self._behind = True
        self._wake.set()

    def _put(self, request: Request) -> None:
        self._inbox.append(request)
        self._wake.set()

    def _is_inside(self, connection: Connection) -> bool:
        return connection.ticket is not None and self._connections.get(connection.seat) is connection

    def _note(self, connection: Connection, message: Note) -> None:
        noted = self._desk.note(self.state, connection.seat, message.booth, message.text)
        if isinstance(noted, Refusal):
            connection.answer(message.id, noted)
            return
        told = noted.model_dump_json()
        for other in self._connections.values():
            if self._is_inside(other) and reads(self.state, other.seat, noted.booth):
                other.send(told)
        connection.answer(message.id, None)

    def _offer(self, connection: Connection, sending: Sending) -> None:
        if not self._is_inside(connection):
            return
        sends: Sends = {}
        if sending.microphone:
            sends["microphone"] = True
        if sending.camera:
            sends["camera"] = True
        if sending.screen:
            sends["screen"] = True
        others = {seat: s for seat, s in self._signals.sending.items() if seat != connection.seat}
        self._media.offer(connection.seat, sending)
        self.signal(sending={**others, connection.seat: sends} if sends else others)

    def _expect(self, seat: Key) -> None:
        """Count the seat as left if it is not back in time."""

        def give_up() -> None:
            self._absences.pop(seat, None)
            self._shut_media(seat)
            self._put(Request(Leave(), seat))

        self._absences[seat] = asyncio.get_running_loop().call_later(self._grace, give_up)

    def _shut_media(self, seat: Key) -> None:
        if seat in self._signals.sending:
            self.signal(sending={other: s for other, s in self._signals.sending.items() if other != seat})
        self._media.offer(seat, Sending())
        self._desk.hold(seat, False)
        if ticket := self._tickets.pop(seat, None):
            self._media.dismiss(ticket)

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            asked, self._inbox = self._inbox, []
            behind, self._behind = self._behind, False
            try:
                if behind:
                    await self._catch_up()
                await self._carry_out(asked)
            except Exception:
                # A fault of ours. The facts, if any, are stored; the meeting goes on.
                log.exception("meeting %s: after %s", self._slug, [a.command for a in asked])
                for request in asked:
                    if request.answered is not None and not request.answered.done():
                        request.answered.set_result(Refusal(RequestRefusal.NOT_STORED))

    async def _carry_out(self, asked: list[Request]) -> None:
        state, entries = self._decide(asked)
        if entries:
            try:
                try:
                    await self._store(state, entries)
                except LogConflict:
                    await self._catch_up()
                    state, entries = self._decide(asked)
                    await self._store(state, entries)
            except Exception:
                log.exception("meeting %s: could not store %d facts", self._slug, len(entries))
                entries = []
                for request in asked:
                    request.outcome = request.outcome or Refusal(RequestRefusal.NOT_STORED)
        self._tell(entries)
        for entry in entries:
            self._see_to(entry)
        for request in asked:
            self._answer(request)

    def _decide(self, asked: list[Request]) -> tuple[State, list[Entry]]:
        """What comes of everything that was asked for: the state after it, and the facts."""
        entries: list[Entry] = []
        state, now = self.state, self._clock()
        for request in asked:
            request.outcome = None
            asked_for = self._desk.weigh(state, request.command, self._connections.__contains__)
            asked_for = self.companions.advise(asked_for, state)
            outcome = decide(state, asked_for, request.seat)
            if isinstance(outcome, Refusal):
                request.outcome = outcome
                continue
            fresh = chain(outcome, now, entries[-1] if entries else self.last)
            for entry in fresh:
                state = apply(state, entry.fact, entry.at)
            entries += fresh
        return state, entries

    async def _catch_up(self) -> None:
        """Take up what another process has stored: a command line works on the same log."""
        since = self.last.seq + 1 if self.last else 0
        entries = await asyncio.to_thread(self._journal.entries, self._slug, since)
        state = self.state
        for entry in entries:
            state = apply(state, entry.fact, entry.at)
        forgets = any(isinstance(entry.fact, SeatErased | KeepingEnded) for entry in entries)
        if forgets and (plan := await asyncio.to_thread(self._journal.meeting, self._slug)) is not None:
            self.meeting = plan
            self._broadcaster.plan_changed(plan)
        self._take_up(state, entries)
        self._urgent = True
        if forgets:
            # The pages have the names, and the latest lines, from their last `welcome`.
            self._welcome_again()

    def _hurry(self) -> None:
        """Tell at once what is so now."""
        self._urgent = True
        self._wake.set()

    def _tell(self, entries: list[Entry]) -> None:
        """Tell everybody what has changed; who came and went may wait for others to come and go."""
        loop = asyncio.get_running_loop()
        only_presence = all(isinstance(entry.fact, SeatEntered | SeatLeft) for entry in entries)
        told = len(self._connections)
        due = self._told_at + (PRESENCE_PAUSE * told if told >= SMALL_MEETING else 0)
        if self._urgent or not only_presence or loop.time() >= due:
            self._urgent, self._told_at = False, loop.time()
            self._broadcaster.tell(self.state, replace(self._signals, streams=self._media.streams))
        elif self._told_later != due:
            # Once for each telling that waits; uvloop's handles do not say when they are due.
            self._told_later = due
            self._telling_later = loop.call_at(due, self._telling_is_due)

    def _telling_is_due(self) -> None:
        # uvloop counts in whole milliseconds and may call a little early: then it is waited for once more.
        self._told_later = 0.0
        self._wake.set()

    async def _store(self, state: State, entries: list[Entry]) -> None:
        """Store facts and make them so. What they close is closed before, what they open is opened after."""
        if not entries:
            return
        self._media.permit(permitted(self.state) & permitted(state))
        try:
            self.companions.before(entries, state)
            await asyncio.to_thread(self._journal.append, self._slug, entries)
        except BaseException:
            self._media.permit(permitted(self.state))
            self.companions.after((), self.state)
            raise
        self._take_up(state, entries)

    def _take_up(self, state: State, entries: Sequence[Entry]) -> None:
        """Make stored facts so."""
        if not entries:
            return
        self.state, self.last = state, entries[-1]
        self._media.permit(permitted(state))
        self._desk.follow(state)
        self.companions.after(entries, state)
        for entry in entries:
            FACTS.labels(entry.fact.type).inc()

    def _see_to(self, entry: Entry) -> None:
        """What a fact means for the connections themselves."""
        match entry.fact:
            case SeatSentOut(seat=seat):
                self._shut_media(seat)
                if connection := self._connections.get(seat):
                    self._broadcaster.leave(connection)
                    connection.ticket = None
                    connection.send(Goodbye(reason=GoodbyeReason.SENT_OUT).model_dump_json())
            case SeatLetIn(seat=seat):
                if connection := self._connections.get(seat):
                    self._put(Request(Enter(), seat, connection))
            case _:
                pass

    def _answer(self, request: Request) -> None:
        connection = request.connection
        if request.answered is not None and not request.answered.done():
            request.answered.set_result(request.outcome)
        if isinstance(request.command, Enter) and connection is not None:
            self._let_in(connection, request.outcome)
        elif connection is not None and request.id is not None:
            connection.answer(request.id, request.outcome)
            COMMAND_SECONDS.observe(time.perf_counter() - request.arrived)

    def _let_in(self, connection: Connection, refusal: Refusal | None) -> None:
        if self._connections.get(connection.seat) is not connection:
            return
        if refusal is not None:
            if refusal.code is DoorRefusal.SEAT_SENT_OUT:
                connection.send(Goodbye(reason=GoodbyeReason.SENT_OUT).model_dump_json())
            else:
                connection.close(GoodbyeReason.REVOKED if refusal.code is DoorRefusal.NO_SUCH_SEAT else None)
            return
        ticket = self._tickets.get(connection.seat)
        if ticket is None or not connection.page or self._pages.get(connection.seat) != connection.page:
            self._shut_media(connection.seat)
            ticket = self._media.admit(connection.seat)
        # A page that only lost its socket keeps its media connection, and is heard and seen meanwhile.
        connection.ticket = self._tickets[connection.seat] = ticket
        self._pages[connection.seat] = connection.page
        self._welcome(connection, ticket)

    def _welcome(self, connection: Connection, ticket: str) -> None:
        self._broadcaster.welcome(
            connection, self._door(connection.way, ticket), self.state.channels.get(connection.seat)
        )
        self.companions.welcomed(connection)
        for noted in self._desk.notes_for(self.state, connection.seat):
            connection.send(noted.model_dump_json())

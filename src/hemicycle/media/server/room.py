"""One meeting's sound and picture: its sessions, and what of their ingests passes to everybody."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable

import moq

from hemicycle.media.server.fan_out import FanOut
from hemicycle.media.server.gate import Counters, Gate
from hemicycle.media.server.ingest import BreachError, Ingest
from hemicycle.media.server.inside import groups_of
from hemicycle.media.server.opening import ON_DEMAND
from hemicycle.media.server.plan import Feed, Passing, format_of, passing, stream_of
from hemicycle.media.server.session import Session
from hemicycle.media.wire.groups import MediaGroup
from hemicycle.media.wire.transport import Transport
from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, Sending, SoundFormat, Streams

logger = logging.getLogger("hemicycle.media")

ROOM_CACHE_BYTES = 64 * 1024 * 1024
"""The most that the room's origin keeps for those who come late."""


SESSIONS_PER_TICKET = 8
"""How many connections one page may have: two, where its pictures come apart, and new ones come
while the broken ones are still thought alive."""


class MediaRoom:
    """The media of one meeting. Everything here is called on the event loop.

    Made by `MediaServer.room`.

    Args:
        changed: Called on the loop, soon after `streams` has changed; several changes may be one
            call.
        issue: Makes a ticket for a seat of this room.
        withdraw: Forgets a ticket.
    """

    def __init__(
        self,
        changed: Callable[[], None],
        *,
        issue: Callable[[MediaRoom, str], str],
        withdraw: Callable[[str], None],
    ) -> None:
        self.counters = Counters()
        self.origin = moq.OriginProducer(cache_capacity_bytes=ROOM_CACHE_BYTES)
        """The broadcasts to which every session may subscribe. Only gates write into it."""
        self.fan_out = FanOut(self._broadcast_at)
        self._changed = changed
        self._issue = issue
        self._withdraw = withdraw
        self._opened: frozenset[Feed] = frozenset()
        self._prepared: frozenset[Feed] = frozenset()
        self._muted: frozenset[str] = frozenset()
        self._sendings: dict[str, Sending] = {}
        self._tickets: dict[str, str] = {}
        self._sessions: dict[Session, None] = {}
        self._ingests: dict[str, list[tuple[Session, Ingest]]] = {}
        self._numbers = itertools.count(1)
        self._openings: Counter[Feed] = Counter()
        self._gates: dict[Feed, tuple[Passing, Gate]] = {}
        self._ending: set[asyncio.Task[None]] = set()
        self._telling = False
        self._closed = False

    def admit(self, seat: str) -> str:
        """A fresh ticket for one page of a seat. Others of the seat stay valid until dismissed.

        Raises:
            RuntimeError: the room is closed.
        """
        if self._closed:
            raise RuntimeError("the media room is closed")
        ticket = self._issue(self, seat)
        self._tickets[ticket] = seat
        return ticket

    def dismiss(self, ticket: str) -> None:
        """End the sessions that came in by this ticket, and let nobody in by it any more.

        What they published stops at once; what they take may go on for a moment, as
        `quic_session.py` says of `LINGER_S`. An unknown ticket is no fault.
        """
        self._tickets.pop(ticket, None)
        self._withdraw(ticket)
        for session in [each for each in self._sessions if each.ticket == ticket]:
            self._drop(session, 403)

    def set_sending(self, seat: str, sending: Sending) -> None:
        """Say in which formats a seat can send which sources; none when it is gone."""
        if any(format_of(sending, source) for source in Source):
            self._sendings[seat] = sending
        else:
            self._sendings.pop(seat, None)
        self._settle()

    def permit(self, opened: frozenset[tuple[str, Source]]) -> None:
        """Let exactly these pass from now on.

        When this returns, not one frame of anything else goes into the meeting's origin.
        """
        self._opened = opened
        self._settle()

    def prepare(self, feeds: frozenset[tuple[str, Source]]) -> None:
        """Take these from their publishers already, so that they pass at once when they are
        permitted.

        What was prepared before and is not among them is let go. Sources that are taken on demand
        are left out.
        """
        self._prepared = frozenset(feed for feed in feeds if feed[1] not in ON_DEMAND)
        self._settle()

    def mute(self, seats: frozenset[str]) -> None:
        """Hold back the microphones of exactly these seats; their streams stay announced.

        When this returns, not one frame more of them goes into the meeting's origin.
        """
        self._muted = seats
        for (seat, source), (_, gate) in self._gates.items():
            if source is Source.MICROPHONE:
                gate.mute(seat in seats)

    def stalled_s(self, seat: str) -> float:
        """Seconds for which no packet has come of a seat's open microphone; 0 where there is no
        stream.

        A page that sends silence is not stalled: its connection died unnoticed where it is.
        """
        _, gate = self._gates.get((seat, Source.MICROPHONE), (None, None))
        return gate.stalled_s if gate is not None and gate.path is not None else 0.0

    @property
    def streams(self) -> dict[str, Streams]:
        """What can be taken now, by seat and source: exactly the broadcasts that are there."""
        result: dict[str, Streams] = {}
        for (seat, source), (wanted, gate) in self._gates.items():
            if gate.path is not None:
                result.setdefault(seat, Streams())[source.value] = stream_of(gate.path, wanted.format)
        return result

    async def groups(self, path: str, source: Source) -> AsyncIterator[MediaGroup]:
        """The groups of a stream as they arrive, for whoever listens inside this process.

        Ends when the stream does; at once where nothing is at that path.

        Args:
            path: The stream's path, as `streams` says it.
            source: Which source it is.
        """
        if (broadcast := self._broadcast_at(path)) is not None:
            async for group in groups_of(broadcast, source):
                yield group

    def ingest_of(self, path: str) -> int | None:
        """The number of the ingest of which a stream is; None where nothing is at that path.

        All streams of an ingest go by one clock.
        """
        return next((wanted.ingest for wanted, gate in self._gates.values() if gate.path == path), None)

    @property
    def sessions(self) -> int:
        """How many sessions are connected, by either transport."""
        return len(self._sessions)

    @property
    def publishers(self) -> int:
        """How many seats are heard or seen in the meeting."""
        return len({seat for (seat, _), (_, gate) in self._gates.items() if gate.path})

    @property
    def viewers(self) -> dict[Transport, int]:
        """How many pages watch, by transport: pages of seats that are neither heard nor seen."""
        heard = {seat for (seat, _), (_, gate) in self._gates.items() if gate.path}
        watching = [session for session in self._sessions if session.seat not in heard]
        count = Counter(transport for _, transport in {(each.ticket, each.transport) for each in watching})
        return {"udp": count["udp"], "tcp": count["tcp"]}

    @property
    def closed(self) -> bool:
        """Whether the meeting's media are over for good."""
        return self._closed

    async def close(self) -> None:
        """End every session and every gate; nobody is let in any more. Closing again is no
        fault."""
        self._closed = True
        for ticket in list(self._tickets):
            self.dismiss(ticket)
        self.permit(frozenset())
        for session in list(self._sessions):
            self._drop(session, 0)
        await self.fan_out.close()
        if self._ending:
            await asyncio.wait(self._ending)

    # What a session calls, as its `SessionHost`. Not for use outside `media`.

    def enter(self, session: Session) -> bool:
        """A session has come in; False where its ticket was dismissed while it came."""
        if session.ticket not in self._tickets:
            return False
        self._sessions[session] = None
        of_ticket = [each for each in self._sessions if each.ticket == session.ticket]
        for old in of_ticket[:-SESSIONS_PER_TICKET]:
            self._drop(old, 1)
        return True

    def leave(self, session: Session) -> None:
        """A session has ended: forget it, and what it publishes."""
        self._sessions.pop(session, None)
        self.unpublish(session)

    def publish(self, session: Session, broadcast: moq.BroadcastConsumer) -> None:
        """A session has announced its broadcast: from now on the seat is taken from there."""
        if session not in self._sessions:
            return
        self._ingests.setdefault(session.seat, []).append((session, Ingest(next(self._numbers), broadcast)))
        self._settle()

    def unpublish(self, session: Session) -> None:
        """What a session had announced is gone; an older one of the seat, if any, takes its
        place."""
        kept = [each for each in self._ingests.get(session.seat, []) if each[0] is not session]
        if kept:
            self._ingests[session.seat] = kept
        else:
            self._ingests.pop(session.seat, None)
        self._settle()

    def _broadcast_at(self, path: str) -> moq.BroadcastConsumer | None:
        return next((gate.broadcast for _, gate in self._gates.values() if gate.path == path), None)

    def _drop(self, session: Session, code: int) -> None:
        self.leave(session)
        session.end(code)

    def _settle(self) -> None:
        """End what should pass no more, then begin what should pass."""
        newest = {seat: published[-1][1].number for seat, published in self._ingests.items()}
        wanted = {} if self._closed else passing(self._opened | self._prepared, self._sendings, newest)
        over = [
            feed
            for feed, (was, gate) in self._gates.items()
            if wanted.get(feed) != was or (gate.is_open and feed not in self._opened)
        ]
        for feed in over:
            _, gate = self._gates.pop(feed)
            gate.end()
            self._forget_later(gate)
        for feed, what in wanted.items():
            if feed not in self._gates:
                self._gates[feed] = (what, self._begin(feed, what.format))
            elif feed in self._opened:
                self._gates[feed][1].open()

    def _begin(self, feed: Feed, announced: SoundFormat | PictureFormat) -> Gate:
        seat, source = feed
        session, ingest = self._ingests[seat][-1]

        def path() -> str:
            self._openings[feed] += 1
            return f"{seat}/{source}/{self._openings[feed]}"

        def breached(breach: BreachError) -> None:
            logger.warning("seat %s: its %s sent %s; the session is ended", seat, source, breach)
            self._drop(session, 400)

        return Gate(
            ingest,
            source,
            announced,
            self.origin,
            path=path,
            changed=self._tell,
            breached=breached,
            counters=self.counters,
            is_open=feed in self._opened,
            muted=source is Source.MICROPHONE and seat in self._muted,
        )

    def _forget_later(self, gate: Gate) -> None:
        task = asyncio.get_running_loop().create_task(gate.done())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    def _tell(self) -> None:
        if not self._telling:
            self._telling = True
            asyncio.get_running_loop().call_soon(self._told)

    def _told(self) -> None:
        self._telling = False
        self._changed()

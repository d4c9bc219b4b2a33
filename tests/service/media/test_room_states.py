"""Whatever happens in whatever order: what is there is what is open, offered and published."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import TypeVar

import moq
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.world.examples import examples

from hemicycle.media.server.plan import Feed, format_of
from hemicycle.media.server.quic_session import QuicSession
from hemicycle.media.server.room import MediaRoom
from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, Sending, SoundFormat

OPUS = SoundFormat(codec="opus", sample_rate=48000, channels=1)
SIZES = [PictureFormat(codec="avc1.42c01f", width=width, height=360) for width in (480, 640)]

T = TypeVar("T")

seats = st.sampled_from("ab")
pictures = st.sampled_from([None, *SIZES])
sendings = st.builds(
    Sending,
    microphone=st.sampled_from([None, OPUS]),
    camera=pictures,
    screen=pictures,
    camera_small=pictures,
)


class Rooms(RuleBasedStateMachine):
    """A room whose sessions publish from this process, without a network between."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.numbers = itertools.count()
        self.tickets: dict[str, None] = {}
        self.opened: frozenset[Feed] = frozenset()
        self.offers: dict[str, Sending] = {}
        self.sessions: list[QuicSession] = []
        self.published: dict[QuicSession, tuple[moq.BroadcastProducer, list[moq.TrackProducer]]] = {}
        self.there: dict[Feed, str] = {}
        self.paths: set[str] = set()
        self.told = 0
        self.room = self.run(self._make)

    def _make(self) -> MediaRoom:
        def issue(_: MediaRoom, seat: str) -> str:
            ticket = f"ticket {next(self.numbers)} of {seat}"
            self.tickets[ticket] = None
            return ticket

        def told() -> None:
            self.told += 1

        return MediaRoom(told, issue=issue, withdraw=lambda ticket: self.tickets.pop(ticket, None))

    def run(self, what: Callable[[], T]) -> T:
        """Do something on the loop, then let everything come to rest."""

        async def do() -> T:
            result = what()
            await asyncio.sleep(0)
            return result

        return self.runner.run(do())

    def teardown(self) -> None:
        self.runner.run(self.room.close())
        self.runner.close()

    @rule(opened=st.frozensets(st.tuples(seats, st.sampled_from(Source))))
    def permit(self, opened: frozenset[Feed]) -> None:
        """The chair opens and closes."""
        self.opened = opened

        def permit() -> None:
            self.room.permit(opened)
            for seat, streams in self.room.streams.items():
                assert {(seat, Source(name)) for name in streams} <= opened

        self.run(permit)

    @rule(seat=seats, sending=sendings)
    def offer(self, seat: str, sending: Sending) -> None:
        """A seat says what it sends."""
        self.offers[seat] = sending
        self.run(lambda: self.room.set_sending(seat, sending))

    @rule(seat=seats)
    def enter(self, seat: str) -> None:
        """A page of a seat connects."""
        session = QuicSession(self.room, seat, self.run(lambda: self.room.admit(seat)))
        assert self.run(lambda: self.room.enter(session))
        self.sessions.append(session)

    @precondition(lambda self: any(each not in self.published for each in self.sessions))
    @rule(data=st.data())
    def publish(self, data: st.DataObject) -> None:
        """A connected page announces its broadcast."""
        session = data.draw(st.sampled_from([each for each in self.sessions if each not in self.published]))
        broadcast = moq.BroadcastProducer()
        self.published[session] = (broadcast, [broadcast.publish_track(source) for source in Source])
        self.run(lambda: self.room.publish(session, broadcast.consume()))

    @precondition(lambda self: self.published)
    @rule(data=st.data())
    def unpublish(self, data: st.DataObject) -> None:
        """A page withdraws its broadcast."""
        session = data.draw(st.sampled_from(list(self.published)))
        self.run(lambda: self.room.unpublish(session))
        del self.published[session]

    @precondition(lambda self: self.sessions)
    @rule(data=st.data())
    def dismiss(self, data: st.DataObject) -> None:
        """A page is shown out."""
        session = data.draw(st.sampled_from(self.sessions))
        self.run(lambda: self.room.dismiss(session.ticket))
        self.sessions.remove(session)
        self.published.pop(session, None)

    @invariant()
    def what_is_there(self) -> None:
        """The streams come to be those that should be there, each under a path never used
        before."""
        publishing = {session.seat for session in self.published}
        wanted = {
            (seat, source): sent
            for seat, source in self.opened
            if seat in publishing and seat in self.offers and (sent := format_of(self.offers[seat], source))
        }

        async def settled() -> None:
            async with asyncio.timeout(5):
                while self.feeds().keys() != wanted.keys():
                    await asyncio.sleep(0.001)

        self.runner.run(settled())
        now = self.feeds()
        for feed, path in now.items():
            assert path.startswith(f"{feed[0]}/{feed[1]}/")
            assert path not in self.paths or self.there.get(feed) == path
        self.paths |= set(now.values())
        self.there = now
        assert self.room.sessions == len(self.sessions)
        assert self.tickets.keys() == {session.ticket for session in self.sessions}

    def feeds(self) -> dict[Feed, str]:
        """The paths that are there."""
        return {
            (seat, source): streams[source.value]["path"]
            for seat, streams in self.room.streams.items()
            for source in Source
            if source.value in streams
        }


TestRooms = Rooms.TestCase
TestRooms.settings = examples(25, steps=20)

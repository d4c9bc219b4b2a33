"""A live meeting over a journal in memory: the order of things, and who is told what."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextvars import Context
from typing import TypeVarTuple

import pytest
import uvloop
from tests.unit.live.guests import GRACE, Guest, Notes, opened, seated
from tests.unit.room.meetings import BEGINNING, SEATS

from hemicycle.live.companion import Companion
from hemicycle.live.connection import ConnectionClosed
from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.erasure import EraseSeat, Erasure
from hemicycle.room.log import chain
from hemicycle.room.opening import ItemBegun
from hemicycle.room.refusal import Refusal
from hemicycle.wire.ids import Source
from hemicycle.wire.models import RequestRefusal


async def test_who_enters_is_welcomed_and_seen_by_the_others(live: LiveMeeting) -> None:
    chair = await seated(live, "chair")
    france = await seated(live, "france")
    assert france.view["present"] == {"chair": True, "france": True}
    await chair.until("change")
    assert chair.view["present"] == {"chair": True, "france": True}


async def test_facts_are_stored_before_anybody_sees_them(live: LiveMeeting, notes: Notes) -> None:
    chair = await seated(live, "chair")
    assert (await chair.ask("meeting.open"))["type"] == "done"
    assert chair.view["phase"] == "open"
    notes.full = True
    refused = await chair.ask("meeting.close")
    assert refused["code"] == "not_stored"
    assert chair.view["phase"] == "open"
    notes.full = False
    assert (await chair.ask("meeting.close"))["type"] == "done"


async def test_a_microphone_is_shut_before_the_fact_and_opened_after(live: LiveMeeting, notes: Notes) -> None:
    chair = await seated(live, "chair")
    await seated(live, "ambassador")
    await chair.ask("meeting.open")
    heard = ("ambassador", Source.MICROPHONE)

    notes.happened.clear()
    await chair.ask("floor.give", seat="ambassador")
    first_open = next(i for i, h in enumerate(notes.happened) if h[0] == "permitted" and heard in h[1])
    assert notes.happened.index(("stored", "floor.given")) < first_open

    notes.happened.clear()
    await chair.ask("microphone.close", seat="ambassador")
    first_shut = next(i for i, h in enumerate(notes.happened) if h[0] == "permitted" and heard not in h[1])
    assert first_shut < notes.happened.index(("stored", "microphone.closed"))


async def test_a_closing_that_cannot_be_stored_is_taken_back(live: LiveMeeting, notes: Notes) -> None:
    chair = await seated(live, "chair")
    await seated(live, "ambassador")
    await chair.ask("meeting.open")
    await chair.ask("floor.give", seat="ambassador")
    notes.full = True
    assert (await chair.ask("floor.take", seat="ambassador"))["code"] == "not_stored"
    assert ("ambassador", Source.MICROPHONE) in notes.happened[-1][1]


async def test_the_newer_window_wins_and_the_older_says_so(live: LiveMeeting, notes: Notes) -> None:
    older = await seated(live, "france")
    newer = await seated(live, "france")
    assert (await older.until("goodbye"))["reason"] == "replaced"
    assert older.connection.closed
    live.seats.disconnect(older.connection)
    assert newer.view["present"] == {"france": True}
    assert ("dismissed", "france-1") in notes.happened
    assert [e.fact.type for e in notes.log] == [*(f.type for f in BEGINNING), "seat.entered"]


async def test_what_a_page_gave_up_and_comes_late_sends_it_away_from_nowhere(live: LiveMeeting) -> None:
    present = Guest(live, "france", "a")
    await present.until("welcome")
    late = Guest(live, "france", "a")
    await late.until("welcome")
    with pytest.raises(ConnectionClosed):
        await present.until("goodbye")
    live.seats.disconnect(late.connection)
    again = Guest(live, "france", "a")
    await again.until("welcome")
    assert again.view["present"] == {"france": True}


async def test_who_is_sent_out_waits_outside_and_is_welcomed_when_let_in(live: LiveMeeting) -> None:
    chair = await seated(live, "chair")
    france = await seated(live, "france")
    await chair.ask("seat.send_out", seat="france")
    assert (await france.until("goodbye"))["reason"] == "sent_out"
    assert not france.connection.closed
    france.say("hand.raise")
    assert (await france.next())["code"] == "not_allowed"
    other_window = Guest(live, "france")
    assert (await other_window.next())["reason"] == "sent_out"
    await chair.ask("seat.let_in", seat="france")
    await other_window.until("welcome")
    assert "france" in other_window.view["present"]


async def test_a_short_absence_is_none_a_long_one_is_leaving(live: LiveMeeting, notes: Notes) -> None:
    chair = await seated(live, "chair")
    france = await seated(live, "france")
    live.seats.disconnect(france.connection)
    france = await seated(live, "france")
    await asyncio.sleep(GRACE * 2)
    assert "france" in live.state.present
    live.seats.disconnect(france.connection)
    while "france" in chair.view["present"] or chair.rev < 2:
        await chair.until("change")
    assert [e.fact.type for e in notes.log].count("seat.entered") == 2
    assert notes.log[-1].fact.type == "seat.left"


@pytest.mark.parametrize(("pages", "kept"), [(("a", "a"), True), (("a", "b"), False), (("", ""), False)])
async def test_a_page_that_lost_only_its_socket_keeps_its_media(
    live: LiveMeeting, notes: Notes, pages: tuple[str, str], kept: bool
) -> None:
    before = Guest(live, "france", pages[0])
    await before.until("welcome")
    sending = {"type": "sending", "microphone": {"codec": "opus", "sample_rate": 48000, "channels": 1}}
    live.hear(before.connection, json.dumps(sending))
    live.seats.disconnect(before.connection)
    after = Guest(live, "france", pages[1])
    await after.until("welcome")
    assert (after.connection.ticket == before.connection.ticket) is kept
    assert (("dismissed", before.connection.ticket) in notes.happened) is not kept


Ts = TypeVarTuple("Ts")


class EarlyLoop(asyncio.SelectorEventLoop):
    """Calls before the time, as uvloop may by up to a millisecond; by more, to be early each
    time."""

    def call_at(
        self, when: float, callback: Callable[[*Ts], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.TimerHandle:
        return super().call_at(when - 0.005, callback, *args, context=context)


@pytest.mark.parametrize("loop", [asyncio.new_event_loop, uvloop.new_event_loop, EarlyLoop])
def test_who_comes_in_a_crowd_is_told_together(
    loop: Callable[[], asyncio.AbstractEventLoop], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the server's own kind of loop too, whose handles say less than asyncio's."""
    monkeypatch.setattr("hemicycle.live.broadcaster.SMALL_MEETING", 2)
    monkeypatch.setattr("hemicycle.live.broadcaster.PRESENCE_PAUSE_S", 0.1)

    async def crowd() -> None:
        live = await opened(Notes())
        chair = await seated(live, "chair")
        await seated(live, "press")
        while "press" not in chair.view["present"]:
            await chair.until("change")
        before = chair.rev
        # However slow the machine is, they come within this.
        monkeypatch.setattr("hemicycle.live.broadcaster.PRESENCE_PAUSE_S", 3600.0)
        for seat in ("ambassador", "minister", "france"):
            await seated(live, seat)
        # What is more than coming and going is told at once, and they with it.
        assert (await chair.ask("meeting.open"))["type"] == "done"
        assert chair.view["phase"] == "open"
        assert len(chair.view["present"]) == 5
        assert chair.rev == before + 1, "three came, and were not told together"
        await live.stop()

    with asyncio.Runner(loop_factory=loop) as runner:
        runner.run(crowd())


def test_a_wait_of_next_to_nothing_is_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """uvloop calls at once what is due within half a millisecond, by a handle that has no
    `when`."""
    monkeypatch.setattr("hemicycle.live.broadcaster.SMALL_MEETING", 2)

    async def come_and_go() -> None:
        live = await opened(Notes())
        chair = await seated(live, "chair")
        await seated(live, "press")
        for place in range(200):
            # Somewhere between them is a wait that short.
            monkeypatch.setattr("hemicycle.live.broadcaster.PRESENCE_PAUSE_S", place * 0.000_005)
            await seated(live, ("france", "minister")[place % 2])
        assert (await chair.ask("meeting.open"))["type"] == "done"
        await live.stop()

    uvloop.run(come_and_go())


async def test_after_a_restart_the_meeting_is_as_it_was(notes: Notes) -> None:
    before = await opened(notes)
    chair = await seated(before, "chair")
    await seated(before, "ambassador")
    await chair.ask("meeting.open")
    await chair.ask("floor.give", seat="ambassador")
    await before.stop()

    after = await opened(notes)
    assert after.state == before.state
    speaking = {Source.MICROPHONE, Source.CAMERA, Source.CAMERA_SMALL}
    assert notes.happened[-1] == ("permitted", {("ambassador", source) for source in speaking})
    chair = await seated(after, "chair")
    assert [f["seat"] for f in chair.view["floor"]] == ["ambassador"]
    # The speaker does not come back: the seat is left, and the floor stays as the chair left it.
    while "ambassador" in chair.view["present"]:
        await chair.until("change")
    assert [f["seat"] for f in chair.view["floor"]] == ["ambassador"]
    await after.stop()


@pytest.mark.parametrize(
    ("text", "answer_id"),
    [
        ("", None),
        ("null", None),
        ("[" * 5000, None),
        ('{"type":"command","id":7,"command":{"type":"floor.seize"}}', 7),
        ('{"type":"command","id":8,"command":{"type":"floor.give","seat":"A b"}}', 8),
        ('{"type":"command","id":9,"command":{"type":"hand.raise","by":"chair"}}', 9),
        ('{"type":"command","id":true,"command":{"type":"hand.raise"}}', None),
        ('{"type":"sending","microphone":{"codec":"mp3","sample_rate":48000,"channels":1}}', None),
        (b"\xff\xfe", None),
    ],
)
async def test_what_cannot_be_read_is_refused(
    live: LiveMeeting, text: str | bytes, answer_id: int | None
) -> None:
    france = await seated(live, "france")
    live.hear(france.connection, text)
    refused = await france.next()
    assert (refused["type"], refused["id"], refused["code"]) == ("refused", answer_id, "not_understood")


async def test_what_a_seat_could_send_is_told_to_chair_and_stage_only(live: LiveMeeting) -> None:
    chair = await seated(live, "chair")
    france = await seated(live, "france")
    sending = {"type": "sending", "microphone": {"codec": "opus", "sample_rate": 48000, "channels": 1}}
    live.hear(france.connection, json.dumps(sending))
    while not chair.view["sending"]:
        await chair.until("change")
    assert chair.view["sending"] == {"france": {"microphone": True}}
    assert (await france.ask("hand.raise"))["code"] == "meeting_not_open"
    assert "sending" not in france.view


async def test_ping_is_answered_with_the_clock(live: LiveMeeting) -> None:
    france = await seated(live, "france")
    live.hear(france.connection, '{"type":"ping","id":3}')
    pong = await france.next()
    assert (pong["type"], pong["id"], pong["now"] > 0) == ("pong", 3, True)


async def test_many_at_once_are_stored_together(live: LiveMeeting, notes: Notes) -> None:
    guests = [Guest(live, seat) for seat in SEATS]
    for guest in guests:
        await guest.until("welcome")
    assert live.state.present == frozenset(SEATS)


async def test_another_way_to_the_media_is_told_to_whoever_is_inside(live: LiveMeeting, notes: Notes) -> None:
    chair, france = await seated(live, "chair"), await seated(live, "france")
    await chair.ask("meeting.open")
    await chair.ask("seat.send_out", seat="france")
    await france.until("goodbye")
    before = (chair.view, chair.connection.ticket, notes.tickets)
    live.welcome_again()
    welcome = await chair.until("welcome")
    assert (welcome["view"], chair.connection.ticket, notes.tickets) == before
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(france.until("welcome"), 0.05)


async def test_what_was_taken_out_is_forgotten_at_once(live: LiveMeeting, notes: Notes) -> None:
    chair = await seated(live, "chair")
    await chair.ask("meeting.open")
    await chair.ask("meeting.close")
    seats = notes.plan["seats"]
    notes.plan = {**notes.plan, "seats": {**seats, "france": {**seats["france"], "name": "—"}}}
    assert await live.act(EraseSeat(), "france") is None
    welcome = await chair.until("welcome")
    assert welcome["meeting"]["seats"]["france"]["name"] == "—"
    assert live.meeting == notes.plan
    assert live.state[Erasure].seats == {"france"}
    late = Guest(live, "ambassador")
    assert (await late.until("welcome"))["meeting"]["seats"]["france"]["name"] == "—"


@pytest.mark.parametrize("another", ["has the lease", "has written to the log"])
async def test_a_process_that_is_not_the_owner_any_more_decides_nothing_and_lets_nothing_pass(
    notes: Notes, another: str, caplog: pytest.LogCaptureFixture
) -> None:
    stopped: list[str] = []

    class Stopping(Companion):
        name = "stopping"

        async def stop(self) -> None:
            stopped.append(self.name)

    live = await opened(notes, lambda *_: Stopping())
    chair, ambassador = await seated(live, "chair"), await seated(live, "ambassador")
    await chair.ask("meeting.open")
    await chair.ask("floor.give", seat="ambassador")
    state = live.state
    if another == "has the lease":
        notes.lost = True
    else:
        notes.log += chain([ItemBegun("opening", "chair")], 1, notes.log[-1])
    stored = len(notes.log)
    chair.say("item.begin", item="opening")
    with pytest.raises(ConnectionClosed):
        await chair.until("done")
    with pytest.raises(ConnectionClosed):
        await ambassador.until("goodbye")
    assert notes.happened[-1] == ("permitted", frozenset())
    assert "another process owns it now" in caplog.text
    again = Guest(live, "chair")
    with pytest.raises(ConnectionClosed):
        await again.next()
    assert (await live.act(EraseSeat(), "france")) == Refusal(RequestRefusal.NOT_STORED)
    assert (len(notes.log), live.state) == (stored, state)
    await live.stop()
    assert stopped == ["stopping"], "not once, or twice"

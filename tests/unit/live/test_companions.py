"""Companions: when each of their calls comes, and that a faulty one harms nobody else."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.live.guests import Notes, opened, seated

from hemicycle.live import companion as companions
from hemicycle.live.companion import Companion, Handler
from hemicycle.live.connection import Connection
from hemicycle.live.meeting import LiveMeeting
from hemicycle.room.captions import CaptionSignals
from hemicycle.room.erasure import EraseSeat
from hemicycle.room.log import Entry
from hemicycle.room.record import Record
from hemicycle.room.recording import RecordingSignals
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand
from hemicycle.room.texts import TextSignals
from hemicycle.wire.captions import Captioning, CaptionRefusal, CorrectLine, WantCaptions, WriteLine
from hemicycle.wire.ids import Key
from hemicycle.wire.media import Streams
from hemicycle.wire.models import UpModel
from hemicycle.wire.opening import OpenMeeting


class Keeper(Companion):
    """Keeps what the state allows, and notes in the journal's list when it begins and stops."""

    name = "keeper"

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.keeps = False
        self.heard: list[Mapping[Key, Streams]] = []
        self.broken = False
        self.stopped = False

    def before(self, facts: Sequence[Entry], state: State) -> None:
        if self.broken:
            raise RuntimeError("no way to stop")
        if state[Record].off_since is not None:
            self._keep(False)

    def after(self, facts: Sequence[Entry], state: State) -> None:
        if state[Record].off_since is None:
            self._keep(True)

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        self.heard.append(streams)

    async def stop(self) -> None:
        self.stopped = True

    def _keep(self, keeps: bool) -> None:
        if keeps is not self.keeps:
            self.keeps = keeps
            self.notes.happened.append(("keeps", keeps))


def told_of(notes: Notes) -> list[Any]:
    return [happened for happened in notes.happened if happened[0] in ("stored", "keeps")]


async def test_nothing_is_kept_from_before_the_fact_until_after_the_next(
    live: LiveMeeting, notes: Notes
) -> None:
    keeper = Keeper(notes)
    await live.accompany(keeper)
    chair = await seated(live, "chair")
    notes.happened.clear()
    assert (await chair.ask("record.stop"))["type"] == "done"
    assert (await chair.ask("record.resume"))["type"] == "done"
    assert told_of(notes) == [
        ("keeps", False),
        ("stored", "record.stopped"),
        ("stored", "record.resumed"),
        ("keeps", True),
    ]


async def test_what_could_not_be_stored_is_taken_back(live: LiveMeeting, notes: Notes) -> None:
    keeper = Keeper(notes)
    await live.accompany(keeper)
    chair = await seated(live, "chair")
    notes.full = True
    assert (await chair.ask("record.stop"))["code"] == "not_stored"
    assert keeper.keeps, "the meeting is still on the record"


@pytest.mark.parametrize("works", [True, False])
async def test_the_meeting_goes_off_the_record_only_if_nothing_is_kept_then(
    live: LiveMeeting, notes: Notes, works: bool
) -> None:
    broken, other = Keeper(notes), Keeper(notes)
    await live.accompany(broken)
    await live.accompany(other)
    chair = await seated(live, "chair")
    broken.broken = not works
    # One that fails holds nothing else up.
    assert (await chair.ask("meeting.open"))["type"] == "done"
    answer = await chair.ask("record.stop")
    assert (answer["type"], answer.get("code")) == (("done", None) if works else ("refused", "not_stored"))
    assert (live.state[Record].off_since is not None) is works
    assert other.keeps is not works


async def test_a_companion_knows_what_can_be_taken_and_when_the_server_stops(notes: Notes) -> None:
    live = await opened(notes)
    keeper = Keeper(notes)
    await live.accompany(keeper)
    assert (keeper.heard, keeper.keeps) == ([{}], True)
    notes.streams = {"ambassador": {"microphone": {"path": "ambassador/microphone/1", "codec": "opus"}}}
    live.media_changed()
    assert keeper.heard[-1] == notes.streams
    await live.stop()
    assert keeper.stopped


async def test_what_is_so_without_being_a_fact_is_told_to_whom_it_concerns(live: LiveMeeting) -> None:
    booth, hall = await seated(live, "smith"), await seated(live, "press")
    live.signal(TextSignals({"ambassador": 1}, glossary=4))
    while booth.view["glossary"] != 4:
        await booth.until("change")
    assert booth.view["speeches"] == {"ambassador": 1}
    assert not {"speeches", "glossary"} & set(hall.view)


class Faulty(Companion):
    """Raises in every call that `raises` names, is slow in those that `sleeps` names."""

    name = "faulty"

    def __init__(self, *raises: str, sleeps: str = "") -> None:
        self.raises, self.sleeps = set(raises), sleeps
        self.called: set[str] = set()
        self.work: asyncio.Task[None] | None = None

    def _call(self, what: str) -> None:
        self.called.add(what)
        if what in self.raises:
            raise RuntimeError(what)
        if what == self.sleeps:
            time.sleep(companions.SLOW_CALL_S * 1.2)

    def hears(self) -> Mapping[type[UpModel], Handler]:
        return {WantCaptions: self._want, WriteLine: self._write}

    def _want(self, connection: Connection, message: WantCaptions) -> None:
        self._call("hears")

    async def _write(self, connection: Connection, message: WriteLine) -> Refusal | None:
        await asyncio.sleep(0)
        self._call("work")
        return Refusal(CaptionRefusal.LINE_CHANGED)

    def advise(self, command: AnyCommand, state: State) -> AnyCommand:
        self._call("advise")
        return command

    def before(self, facts: Sequence[Entry], state: State) -> None:
        self._call("before")

    def after(self, facts: Sequence[Entry], state: State) -> None:
        self._call("after")

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        self._call("streams")

    def welcomed(self, connection: Connection) -> None:
        self._call("welcomed")

    def forget(self, seat: Key) -> None:
        self._call("forget")

    async def stop(self) -> None:
        self._call("stop")


CALLS = ("hears", "work", "advise", "before", "after", "streams", "welcomed", "forget", "stop")

WANT = json.dumps({"type": "captions", "wanted": "original"})
WRITE = json.dumps(
    {"type": "write", "id": 7, "seat": "ambassador", "language": "en", "text": "Good morning."}
)


@pytest.mark.parametrize("raises", CALLS)
async def test_one_that_raises_harms_neither_the_meeting_nor_another(
    notes: Notes, raises: str, caplog: pytest.LogCaptureFixture
) -> None:
    live = await opened(notes)
    faulty, other = Faulty(raises), Faulty()
    other.hears = dict[type[UpModel], Handler]  # type: ignore[method-assign]
    await live.accompany(faulty)
    await live.accompany(other)
    chair, france = await seated(live, "chair"), await seated(live, "france")
    live.media_changed()
    live.hear(france.connection, WANT)
    live.hear(france.connection, WRITE)
    assert (await france.until("refused"))["code"] in ("not_stored", "line_changed")
    assert (await chair.ask("meeting.open"))["type"] == "done"
    assert (await chair.ask("meeting.close"))["type"] == "done"
    assert await live.act(EraseSeat(), "france") is None
    await chair.until("welcome")
    await live.stop()
    assert faulty.called == set(CALLS)
    assert other.called == set(CALLS) - {"hears", "work"}
    assert any("faulty" in record.message for record in caplog.records)


async def test_one_that_is_slow_is_named_in_the_log(
    live: LiveMeeting, caplog: pytest.LogCaptureFixture
) -> None:
    await live.accompany(Faulty(sleeps="before"))
    with caplog.at_level(logging.WARNING):
        await seated(live, "chair")
    assert any("the companion faulty took" in record.message for record in caplog.records)


async def test_one_whose_task_hangs_or_dies_holds_nobody_up(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(companions, "STOP_TIMEOUT_S", 0.05)

    class Hanging(Faulty):
        async def stop(self) -> None:
            await asyncio.Event().wait()

        async def _write(self, connection: Connection, message: WriteLine) -> Refusal | None:
            await asyncio.Event().wait()
            return None

    async def dies() -> None:
        raise RuntimeError("dead")

    live = await opened(notes)
    hanging, other = Hanging(), Keeper(notes)
    await live.accompany(hanging)
    await live.accompany(other)
    dead = asyncio.create_task(dies())
    hanging.work = dead
    chair = await seated(live, "chair")
    live.hear(chair.connection, WRITE)
    assert (await chair.ask("meeting.open"))["type"] == "done"
    await live.stop()
    assert other.stopped
    assert isinstance(dead.exception(), RuntimeError)


async def test_a_message_that_nobody_hears_is_refused(live: LiveMeeting) -> None:
    await live.accompany(Faulty())
    france = await seated(live, "france")
    correct = {"type": "correct", "id": 5, "line": 1, "after": 1, "text": "x"}
    live.hear(france.connection, json.dumps(correct))
    refused = await france.until("refused")
    assert (refused["id"], refused["code"]) == (5, "not_allowed")


async def test_only_who_is_inside_is_heard(live: LiveMeeting) -> None:
    faulty = Faulty()
    await live.accompany(faulty)
    chair, france = await seated(live, "chair"), await seated(live, "france")
    await chair.ask("seat.send_out", seat="france")
    await france.until("goodbye")
    live.hear(france.connection, WANT)
    assert (await france.until("refused"))["code"] == "not_allowed"
    assert "hears" not in faulty.called


async def test_each_message_and_each_signal_has_one_owner(live: LiveMeeting) -> None:
    class First(Companion):
        name = "first"
        signals = frozenset({CaptionSignals})

        def hears(self) -> Mapping[type[UpModel], Handler]:
            return {Captioning: lambda *_: None, CorrectLine: lambda *_: None}

    class SameSignal(Companion):
        name = "same signal"
        signals = frozenset({CaptionSignals, RecordingSignals})

    class SameMessage(Companion):
        name = "same message"

        def hears(self) -> Mapping[type[UpModel], Handler]:
            return {CorrectLine: lambda *_: None}

    first = First()
    await live.accompany(first)
    for wrong in (SameSignal(), SameMessage()):
        with pytest.raises(ValueError, match="first both"):
            await live.accompany(wrong)
    assert live.companions.of(First) is first
    assert live.companions.of(SameSignal) is None


async def test_one_that_cannot_start_is_stopped_and_heard_of_no_more(live: LiveMeeting) -> None:
    class Unready(Faulty):
        async def start(self) -> None:
            raise OSError("no such table")

    unready = Unready()
    with pytest.raises(OSError, match="no such table"):
        await live.accompany(unready)
    chair = await seated(live, "chair")
    live.hear(chair.connection, WANT)
    assert (await chair.until("refused"))["code"] == "not_allowed"
    assert unready.called == {"stop"}


async def test_the_advice_of_each_is_heard_and_only_commands_come_of_it(live: LiveMeeting) -> None:
    class Adviser(Companion):
        name = "adviser"

        def advise(self, command: AnyCommand, state: State) -> AnyCommand:
            return OpenMeeting() if type(command).__name__ == "CloseMeeting" else command

    await live.accompany(Adviser())
    await live.accompany(Faulty("advise"))
    chair = await seated(live, "chair")
    assert (await chair.ask("meeting.close"))["type"] == "done"
    assert live.state.phase == "open"


COMMANDS = ("meeting.open", "record.stop", "record.resume", "meeting.close")


@settings(deadline=None, max_examples=60)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(COMMANDS), st.booleans(), st.sampled_from(["", *CALLS]), st.booleans()),
        max_size=8,
    )
)
def test_whatever_fails_nothing_is_kept_off_the_record(steps: list[tuple[str, bool, str, bool]]) -> None:
    """Either the meeting is not off the record, or its keeper keeps nothing."""

    async def held() -> None:
        notes = Notes()
        live = await opened(notes)
        keeper, faulty = Keeper(notes), Faulty()
        await live.accompany(faulty)
        await live.accompany(keeper)
        chair = await seated(live, "chair")
        for command, breaks, raises, full in steps:
            keeper.broken, faulty.raises, notes.full = breaks, {raises}, full
            await chair.ask(command)
            assert live.state[Record].off_since is None or not keeper.keeps
        notes.full = False
        await live.stop()

    asyncio.run(held())

"""The law under any order of commands: invariants hold, and a replay of the log equals the state."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.unit.room.meetings import ITEMS, PLANNED, SEATS

from hemicycle.room.doors import Enter, Leave
from hemicycle.room.log import Entry, chain, verify
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import Asked, apply, decide, replay
from hemicycle.room.state import State
from hemicycle.room.view import Signals, permitted, view
from hemicycle.wire.commands import (
    BeginItem,
    CloseMeeting,
    CloseMicrophone,
    GiveFloor,
    HidePicture,
    LetIn,
    LowerHand,
    OpenMeeting,
    OpenMicrophone,
    RaiseHand,
    SendOut,
    ShowPicture,
    TakeFloor,
)
from hemicycle.wire.ids import PICTURES, Audience, Phase, Role, Source
from hemicycle.wire.patch import diff, merge

seats = st.sampled_from([*SEATS, "nobody"])
sources = st.sampled_from(PICTURES)
commands: st.SearchStrategy[Asked] = st.one_of(
    st.builds(OpenMeeting),
    st.builds(CloseMeeting),
    st.builds(BeginItem, item=st.sampled_from([*ITEMS, "lunch"])),
    st.builds(GiveFloor, seat=seats),
    st.builds(TakeFloor, seat=seats),
    st.builds(OpenMicrophone, seat=seats),
    st.builds(CloseMicrophone, seat=seats),
    st.builds(ShowPicture, seat=seats, source=sources),
    st.builds(HidePicture, seat=seats, source=sources),
    st.builds(RaiseHand),
    st.builds(LowerHand, seat=st.none() | seats),
    st.builds(SendOut, seat=seats),
    st.builds(LetIn, seat=seats),
    st.builds(Enter),
    st.builds(Leave),
)


class Law(RuleBasedStateMachine):
    """A meeting in which anybody asks for anything."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0
        self.entries: list[Entry] = []
        self.state = State()
        self.views: dict[Audience, Any] = {}

    @initialize(opened=st.booleans())
    def plan(self, opened: bool) -> None:
        self._happen([PLANNED])
        self.views = {audience: view(self.state, audience, Signals()) for audience in Audience}
        if opened:
            for seat in SEATS:
                self.ask(Enter(), seat, 1)
            self.ask(OpenMeeting(), "chair", 1)

    @rule(command=commands, seat=seats, later=st.integers(0, 10_000))
    def ask(self, command: Asked, seat: str, later: int) -> None:
        self.now += later
        before = self.state
        outcome = decide(self.state, command, seat)
        if isinstance(outcome, Refusal):
            assert self.state is before
            return
        self._happen(outcome)
        for audience, old in self.views.items():
            new = view(self.state, audience, Signals())
            assert merge(old, diff(old, new)) == new
            self.views[audience] = new

    @rule(
        seat=seats, command=st.sampled_from([GiveFloor, TakeFloor, OpenMicrophone, CloseMicrophone]), of=seats
    )
    def only_the_chair_has_authority_over_the_floor(self, seat: str, command: type[Any], of: str) -> None:
        if self.state.role(seat) is not Role.CHAIR:
            assert isinstance(decide(self.state, command(seat=of), seat), Refusal)

    def _happen(self, facts: list[Any]) -> None:
        fresh = chain(facts, self.now, self.entries[-1] if self.entries else None)
        for entry in fresh:
            self.state = apply(self.state, entry.fact, entry.at)
        self.entries += fresh

    @invariant()
    def replay_equals_state(self) -> None:
        assert replay(self.entries) == self.state
        assert verify(self.entries) is None

    @invariant()
    def nobody_speaks_outside_an_open_meeting(self) -> None:
        if self.state.phase is not Phase.OPEN:
            assert not self.state.floor
            assert not self.state.stage
            assert not self.state.hands
            assert not permitted(self.state)

    @invariant()
    def microphones_are_open_only_with_the_floor(self) -> None:
        heard = {seat for seat, source in permitted(self.state) if source is Source.MICROPHONE}
        assert heard <= set(self.state.floor)

    @invariant()
    def who_is_sent_out_keeps_nothing(self) -> None:
        out = set(self.state.sent_out)
        assert not out & self.state.present
        assert not out & set(self.state.floor)
        assert not out & set(self.state.hands)
        assert not out & {shown.seat for shown in self.state.stage}
        assert "chair" not in out

    @invariant()
    def hands_are_of_those_present_who_lack_the_floor(self) -> None:
        assert len(set(self.state.hands)) == len(self.state.hands)
        assert set(self.state.hands) <= self.state.present
        assert not set(self.state.hands) & set(self.state.floor)
        assert len(set(self.state.stage)) == len(self.state.stage)

    @invariant()
    def observers_are_never_heard_or_seen(self) -> None:
        assert "press" not in {seat for seat, _ in permitted(self.state)}

    @invariant()
    def views_tell_no_audience_more_than_it_may_know(self) -> None:
        for audience, shown in self.views.items():
            assert ("sent_out" in shown) is (audience is Audience.CHAIR)
            assert ("sending" in shown) is (audience is not Audience.HALL)


Law.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestLaw = Law.TestCase

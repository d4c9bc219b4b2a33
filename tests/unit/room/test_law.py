"""The law under any order of commands: invariants hold, and a replay of the log equals the
state."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.unit.room.meetings import BEGINNING, BOOTHS, INTERPRETERS, ITEMS, SEATS
from tests.world.examples import examples

from hemicycle.room.booths import Booths, LapseHandover, TakeOver
from hemicycle.room.channels import Channels
from hemicycle.room.doors import Doors, Enter, Leave
from hemicycle.room.floor import Floor
from hemicycle.room.hands import Hands
from hemicycle.room.log import Entry, chain, verify
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import COMMANDS, apply, decide, replay
from hemicycle.room.stage import Stage
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand, Signals
from hemicycle.room.view import permitted, view
from hemicycle.wire.booths import AskHandover, LeaveBooth, TakeBooth, WithdrawHandover
from hemicycle.wire.floor import CloseMicrophone, GiveFloor, OpenMicrophone, TakeFloor
from hemicycle.wire.ids import PICTURES, Audience, Phase, Role, Source
from hemicycle.wire.models import CommandModel
from hemicycle.wire.opening import OpenMeeting
from hemicycle.wire.patch import diff, merge

seats = st.sampled_from([*SEATS, "nobody"])
booths = st.sampled_from([*BOOTHS, "ko"])
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "seat": seats,
    "item": st.sampled_from([*ITEMS, "lunch"]),
    "source": st.sampled_from(PICTURES),
    "language": booths,
    "booth": booths,
    "pivot": booths,
}
"""What a field of a command can hold, by its name; one that may be None holds that, too."""


def _any_of(model: type[CommandModel]) -> st.SearchStrategy[AnyCommand]:
    fields = {name: field.annotation for name, field in model.model_fields.items() if name != "type"}
    return st.builds(
        model,
        **{
            name: st.none() | FIELDS[name] if type(None) in get_args(kind) else FIELDS[name]
            for name, kind in fields.items()
        },
    )


commands: st.SearchStrategy[AnyCommand] = st.one_of(
    *(_any_of(model) for model in COMMANDS if issubclass(model, CommandModel)),
    st.builds(TakeOver, booths, seats),
    st.builds(LapseHandover, st.sampled_from(BOOTHS), st.integers(0, 100_000)),
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
        self._happen(BEGINNING)
        self.views = {audience: view(self.state, audience, Signals()) for audience in Audience}
        if opened:
            for seat in SEATS:
                self.ask(Enter(), seat, 1)
            self.ask(OpenMeeting(), "chair", 1)

    @rule(command=commands, seat=seats, later=st.integers(0, 10_000))
    def ask(self, command: AnyCommand, seat: str, later: int) -> None:
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

    @rule(
        seat=st.sampled_from(list(INTERPRETERS)),
        booth=booths,
        command=st.sampled_from([TakeBooth, LeaveBooth, AskHandover, WithdrawHandover]),
        later=st.integers(0, 10_000),
    )
    def interpret(self, seat: str, booth: str, command: type[Any], later: int) -> None:
        """Interpreters do what interpreters do: often enough for two to meet."""
        self.ask(command(booth=booth), seat, later)

    @rule(booth=st.sampled_from(BOOTHS))
    def lapse(self, booth: str) -> None:
        """A handover whose time is over leaves everything as it was before it was asked for."""
        was = self.state[Booths].by_language[booth]
        if was.asked is not None and was.live is not None:
            self.ask(LapseHandover(booth, was.asked), was.live, 0)
            now = self.state[Booths].by_language[booth]
            assert (now.live, now.since, now.asked) == (was.live, was.since, None)

    @rule(seat=seats, booth=booths, gone=seats)
    def only_its_interpreters_go_live_in_a_booth(self, seat: str, booth: str, gone: str) -> None:
        if booth not in INTERPRETERS.get(seat, ()):
            assert isinstance(decide(self.state, TakeBooth(booth=booth), seat), Refusal)
            assert isinstance(decide(self.state, TakeOver(booth, gone), seat), Refusal)

    @rule(seat=st.sampled_from(list(INTERPRETERS)), booth=booths)
    def a_live_partner_is_replaced_only_after_asking(self, seat: str, booth: str) -> None:
        outcome = decide(self.state, TakeBooth(booth=booth), seat)
        if isinstance(outcome, list):
            was = self.state[Booths].by_language[booth]
            assert was.live is None or was.asked is not None

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
            assert not self.state[Floor].seats
            assert not self.state[Stage].pictures
            assert not self.state[Hands].raised
            assert not permitted(self.state)

    @invariant()
    def microphones_are_open_only_with_the_floor_or_in_a_booth(self) -> None:
        heard = {seat for seat, source in permitted(self.state) if source is Source.MICROPHONE}
        live = {booth.live for booth in self.state[Booths].by_language.values()}
        assert heard <= set(self.state[Floor].seats) | live
        assert not live & set(self.state[Floor].seats)

    @invariant()
    def a_booth_has_one_live_interpreter_of_its_own_at_most(self) -> None:
        lives = [
            (booth.live, language)
            for language, booth in self.state[Booths].by_language.items()
            if booth.live is not None
        ]
        assert len({live for live, _ in lives}) == len(lives), "nobody is live in two booths"
        for live, language in lives:
            assert language in INTERPRETERS[live]
            assert live in self.state.present
            assert live not in self.state[Doors].sent_out
            assert self.state.phase is Phase.OPEN
        heard_of_a_booth: dict[str, set[str]] = {language: set() for language in BOOTHS}
        for seat, source in permitted(self.state):
            if seat in INTERPRETERS:
                assert source is Source.MICROPHONE, "an interpreter has no picture"
                heard_of_a_booth[dict(lives)[seat]].add(seat)
        assert all(len(heard) <= 1 for heard in heard_of_a_booth.values())

    @invariant()
    def a_handover_is_asked_for_by_who_is_live(self) -> None:
        for booth in self.state[Booths].by_language.values():
            assert (booth.live is None) is (booth.since is None)
            if booth.asked is not None:
                assert booth.live is not None
                assert booth.since is not None
                assert booth.asked >= booth.since

    @invariant()
    def no_booth_listens_to_itself(self) -> None:
        for language in self.state[Booths].by_language:
            passed, source = {language}, self.state[Booths].by_language[language].pivot
            while source is not None:
                assert source not in passed
                passed.add(source)
                source = self.state[Booths].by_language[source].pivot

    @invariant()
    def channels_are_booths(self) -> None:
        assert set(self.state[Channels].chosen.values()) <= set(BOOTHS)

    @invariant()
    def who_is_sent_out_keeps_nothing(self) -> None:
        out = set(self.state[Doors].sent_out)
        assert not out & self.state.present
        assert not out & set(self.state[Floor].seats)
        assert not out & set(self.state[Hands].raised)
        assert not out & {shown.seat for shown in self.state[Stage].pictures}
        assert "chair" not in out

    @invariant()
    def hands_are_of_those_present_who_lack_the_floor(self) -> None:
        assert len(set(self.state[Hands].raised)) == len(self.state[Hands].raised)
        assert set(self.state[Hands].raised) <= self.state.present
        assert not set(self.state[Hands].raised) & set(self.state[Floor].seats)
        assert len(set(self.state[Stage].pictures)) == len(self.state[Stage].pictures)

    @invariant()
    def observers_are_never_heard_or_seen(self) -> None:
        assert not {"press", "writer"} & {seat for seat, _ in permitted(self.state)}

    @invariant()
    def views_tell_no_audience_more_than_it_may_know(self) -> None:
        for audience, shown in self.views.items():
            assert ("sent_out" in shown) is (audience is Audience.CHAIR)
            for known in ("sending", "held"):
                assert (known in shown) is (audience is not Audience.HALL)
            from_hall = any(self.state.role(seat) is Role.PARTICIPANT for seat in self.state[Floor].seats)
            assert ("slow" in shown) is (audience is not Audience.HALL or from_hall)
            desk = audience in (Audience.CHAIR, Audience.BOOTH)
            for known in ("listeners", "speeches", "glossary"):
                assert (known in shown) is desk
            assert desk or not any("asked" in booth for booth in shown["booths"].values())
            assert "channels" not in shown, "what each seat listens to is nobody's business"


Law.TestCase.settings = examples(60, steps=40)
TestLaw = Law.TestCase

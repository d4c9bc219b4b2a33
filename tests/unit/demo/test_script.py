"""The script fits the time it is given, and the rules of the room let all of it happen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.demo.acting import SAID, act, meeting, script
from tests.world.examples import examples

from hemicycle.demo.script import SHORTEST_S, Ask, TooShortError, entering
from hemicycle.demo.words import Kind
from hemicycle.room.opening import MeetingClosed
from hemicycle.wire.ids import Phase
from hemicycle.wire.opening import BeginItem


@examples(40)
@given(seconds=st.floats(16, 900), seats=st.integers(2, 140))
def test_it_fits_the_time_and_leaves_every_statement_long_enough_to_be_heard(
    seconds: float, seats: int
) -> None:
    made = script(seats, seconds)
    assert made.seconds <= seconds
    assert all(utterance.seconds >= SHORTEST_S for utterance in made.utterances)
    natural = {one.words: one.seconds for one in SAID}
    for utterance in made.utterances:
        assert utterance.seconds <= natural[utterance.words]
        assert utterance.is_cut is (utterance.seconds < natural[utterance.words])


@examples(30)
@given(seconds=st.one_of(st.none(), st.floats(16, 600)), seats=st.integers(2, 140))
def test_the_rules_let_all_of_it_happen(seconds: float | None, seats: int) -> None:
    made = script(seats, seconds)
    room, spoken = act(made, seats)
    assert room.refusals == []
    assert room.state.phase is Phase.CLOSED
    assert room.entries[-1].fact == MeetingClosed("chair")
    assert [one.utterance for one in spoken] == list(made.utterances)


def test_it_uses_most_of_the_time_it_is_given() -> None:
    assert script(70, 60).seconds > 58
    longest_round = 25
    assert script(70, 400).seconds > 400 - longest_round


def test_its_natural_length_is_between_a_minute_and_a_half_and_three_minutes() -> None:
    made = script(70)
    assert 90 < made.seconds < 180
    assert not any(utterance.is_cut for utterance in made.utterances)


def test_a_time_that_is_too_short_is_refused_with_what_is_needed() -> None:
    with pytest.raises(TooShortError, match=r"^3 seconds are too few: the meeting takes \d+ at"):
        script(12, 3)


def test_the_items_come_in_the_order_of_the_programme_and_all_statements_are_made() -> None:
    made = script(70)
    begun = [s.command.item for s in made.steps if isinstance(s, Ask) and isinstance(s.command, BeginItem)]
    assert begun == [item["key"] for item in meeting()["items"]]
    kinds = [utterance.words.kind for utterance in made.utterances]
    assert kinds == [Kind.PARAPHRASE, Kind.QUOTE, Kind.ASIDE, Kind.QUOTE, Kind.QUOTE, Kind.QUESTION]


@given(count=st.integers(2, 70))
def test_the_seats_that_come_are_spread_over_all_that_are_invited(count: int) -> None:
    came = entering(meeting(), count)
    assert len(came) == len(set(came)) == count
    if count >= 12:
        assert {meeting()["seats"][key].get("category") for key in came} == {
            "diplomatic",
            "academic",
            "government",
        }


def test_the_seat_left_to_a_person_does_nothing() -> None:
    for seats in (2, 12, 70):
        made = script(seats, 600)
        asked = {step.seat for step in made.steps if isinstance(step, Ask)}
        assert made.entering[-1] not in asked


def test_more_seats_than_the_report_has_are_invited_where_more_are_asked_for() -> None:
    hall = [key for key, seat in meeting(150)["seats"].items() if seat["role"] == "participant"]
    assert len(hall) == 210
    assert len(entering(meeting(150), 150)) == 150

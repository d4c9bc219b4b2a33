"""What the report reads out of a log."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.report.meetings import START, log, meeting

from hemicycle.report import CategoryAttendance, report
from hemicycle.report.as_json import as_json
from hemicycle.report.lines import facts_of
from hemicycle.room.doors import Enter, Leave, SeatEntered, SeatLeft
from hemicycle.room.floor import Floor, FloorGiven, FloorTaken, MicrophoneClosed
from hemicycle.room.interruption import MeetingInterrupted
from hemicycle.room.opening import Agenda, ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.record import RecordResumed, RecordStopped
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import apply, decide, replay
from hemicycle.room.subjects import Fact
from hemicycle.wire.doors import SendOut
from hemicycle.wire.floor import GiveFloor, TakeFloor
from hemicycle.wire.ids import Phase
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpenMeeting

CHAIR = SeatEntered("chair")
OPENED = MeetingOpened("chair")
CLOSED = MeetingClosed("chair")


def begun(item: str) -> Fact:
    return ItemBegun(item, "chair")


def given_to(seat: str) -> Fact:
    return FloorGiven(seat, "chair")


def taken_from(seat: str) -> Fact:
    return FloorTaken(seat, "chair")


def floor(
    happened: list[tuple[float, Fact]], now: float = 1000
) -> list[tuple[str, str | None, float, float]]:
    """The floor times: seat, item, since and until in seconds after the start."""
    found = report(meeting(), log(happened), START + round(now * 1000))
    return [(t.seat, t.item, (t.since - START) / 1000, (t.until - START) / 1000) for t in found.floor]


def attended(happened: list[tuple[float, Fact]]) -> int:
    return report(meeting(), log(happened), START + 1_000_000).attendance.attended


def test_a_meeting_from_beginning_to_end() -> None:
    entries = log(
        [
            (0, CHAIR),
            (1, SeatEntered("ku")),
            (2, SeatEntered("diplomatic-1")),
            (10, OPENED),
            (10, begun("opening")),
            (12, given_to("ku")),
            (15, SeatEntered("guest")),
            (42.5, taken_from("ku")),
            (60, CLOSED),
        ]
    )
    found = report(meeting(), entries, START + 1_000_000)
    assert (found.phase, found.opened, found.closed) == (Phase.CLOSED, START + 10_000, START + 60_000)
    assert (found.facts, found.head) == (10, entries[-1].hash)
    assert found.attendance.by_category == (
        CategoryAttendance("diplomatic", "Diplomatic missions", 2, 1),
        CategoryAttendance("press", "Press", 1, 0),
        CategoryAttendance(None, "Other guests", 1, 1),
    )
    attendance = found.attendance
    assert (attendance.invited, attendance.attended) == (4, 2)
    assert (attendance.speakers_planned, attendance.speakers_attended) == (2, 1)
    assert (
        attendance.sentence
        == "Two representatives of diplomatic missions, and other guests, attended the meeting."
    )
    (time,) = found.floor
    assert (time.name, time.title, time.organisation) == ("Ku", "Ku's title", "Ku's house")
    assert (time.item, time.seconds) == ("opening", 30.5)


def test_a_meeting_that_was_never_opened() -> None:
    found = report(meeting(), log([(0, CHAIR), (1, SeatEntered("diplomatic-1"))]), START)
    assert (found.phase, found.opened, found.closed, found.floor) == (Phase.PLANNED, None, None, ())
    assert found.attendance.attended == 0
    assert found.attendance.sentence == "The meeting has not been opened yet."


def test_who_came_before_and_left_before_did_not_attend() -> None:
    assert attended([(0, CHAIR), (1, SeatEntered("press-1")), (2, SeatLeft("press-1")), (3, OPENED)]) == 0


def test_who_was_there_when_it_opened_attended_though_they_left() -> None:
    assert attended([(0, CHAIR), (1, SeatEntered("press-1")), (3, OPENED), (3, SeatLeft("press-1"))]) == 1


def test_who_came_after_the_close_did_not_attend_unless_it_opened_again() -> None:
    before: list[tuple[float, Fact]] = [(0, CHAIR), (1, OPENED), (2, CLOSED), (3, SeatEntered("press-1"))]
    assert attended(before) == 0
    assert attended([*before, (4, OPENED)]) == 1


def test_who_came_twice_counts_once() -> None:
    enter, leave = SeatEntered("press-1"), SeatLeft("press-1")
    assert attended([(0, CHAIR), (1, OPENED), (2, enter), (3, leave), (4, enter)]) == 1


def test_chair_and_speakers_are_not_among_the_invited() -> None:
    assert attended([(0, CHAIR), (1, OPENED), (2, SeatEntered("ku")), (2, SeatEntered("cheon"))]) == 0


def test_no_row_for_others_where_everybody_has_a_category() -> None:
    made = meeting()
    del made["seats"]["guest"]
    found = report(made, log([], made), START)
    assert [row.category for row in found.attendance.by_category] == ["diplomatic", "press"]


def test_the_floor_is_split_where_the_item_changes() -> None:
    assert floor(
        [
            (0, OPENED),
            (1, given_to("ku")),
            (5, begun("opening")),
            (9, begun("debate")),
            (12, taken_from("ku")),
        ]
    ) == [("ku", None, 1, 5), ("ku", "opening", 5, 9), ("ku", "debate", 9, 12)]


def test_several_can_have_the_floor() -> None:
    assert floor(
        [
            (0, OPENED),
            (0, begun("opening")),
            (1, given_to("ku")),
            (2, given_to("cheon")),
            (3, taken_from("ku")),
            (5, taken_from("cheon")),
            (6, given_to("ku")),
            (7, taken_from("ku")),
        ]
    ) == [("ku", "opening", 1, 3), ("cheon", "opening", 2, 5), ("ku", "opening", 6, 7)]


def test_the_floor_that_is_still_held_ends_now() -> None:
    assert floor([(0, OPENED), (1, given_to("ku"))], now=4) == [("ku", None, 1, 4)]
    # A clock that was set back is no reason for a negative time.
    assert floor([(0, OPENED), (1, given_to("ku"))], now=0.5) == []


def test_the_floor_that_was_held_ends_with_the_meeting() -> None:
    assert floor([(0, OPENED), (1, begun("debate")), (2, given_to("ku")), (4, CLOSED)]) == [
        ("ku", "debate", 2, 4)
    ]


def test_a_moment_without_length_is_left_out() -> None:
    assert floor(
        [(0, OPENED), (1, begun("opening")), (2, given_to("ku")), (2, begun("debate")), (3, CLOSED)]
    ) == [("ku", "debate", 2, 3)]


def test_a_closed_microphone_leaves_the_floor_where_it_is() -> None:
    assert floor(
        [(0, OPENED), (1, given_to("ku")), (2, MicrophoneClosed("ku", "chair")), (5, taken_from("ku"))]
    ) == [("ku", None, 1, 5)]


def test_a_meeting_opened_again_has_its_first_opening_and_last_close() -> None:
    found = report(meeting(), log([(1, OPENED), (2, CLOSED), (5, OPENED), (9, CLOSED)]), START)
    assert (found.opened, found.closed) == (START + 1000, START + 9000)
    found = report(meeting(), log([(1, OPENED), (2, CLOSED), (5, OPENED)]), START + 6000)
    assert (found.phase, found.opened, found.closed) == (Phase.OPEN, START + 1000, None)


SEATS = st.sampled_from(list(meeting()["seats"]))
ASKED = st.one_of(
    st.tuples(SEATS, st.builds(Enter)),
    st.tuples(SEATS, st.builds(Leave)),
    st.tuples(st.just("chair"), st.builds(OpenMeeting)),
    st.tuples(st.just("chair"), st.builds(CloseMeeting)),
    st.tuples(st.just("chair"), st.builds(BeginItem, item=st.sampled_from(["opening", "debate"]))),
    st.tuples(st.just("chair"), st.builds(GiveFloor, seat=SEATS)),
    st.tuples(st.just("chair"), st.builds(TakeFloor, seat=SEATS)),
    st.tuples(st.just("chair"), st.builds(SendOut, seat=SEATS)),
)


@given(st.lists(st.tuples(ASKED, st.integers(0, 5)), max_size=60))
def test_what_any_meeting_reports(asked: list[tuple[tuple[str, Enter], int]]) -> None:
    happened: list[tuple[float, Fact]] = [(0, CHAIR)]
    state = replay(log(happened))
    present_while_open: set[str] = set()
    held: dict[tuple[str, str | None], float] = {}
    now = 0
    for (seat, command), pause in asked:
        for key in state[Floor].seats:
            held[key, state[Agenda].item] = held.get((key, state[Agenda].item), 0) + pause
        now += pause
        facts = decide(state, command, seat)
        for fact in [] if isinstance(facts, Refusal) else facts:
            happened.append((now, fact))
            state = apply(state, fact, START + now * 1000)
            if state.phase is Phase.OPEN:
                present_while_open |= state.present
    found = report(meeting(), log(happened), START + now * 1000)
    # Counted another way: second by second as the meeting went.
    added: dict[tuple[str, str | None], float] = {}
    for time in found.floor:
        assert time.until > time.since
        added[time.seat, time.item] = added.get((time.seat, time.item), 0) + time.seconds
    assert added == {key: seconds for key, seconds in held.items() if seconds}
    assert found.attendance.attended == len(present_while_open - {"chair", "ku", "cheon"})
    assert found.attendance.attended == sum(row.attended for row in found.attendance.by_category)
    assert found.phase is state.phase


def test_what_was_off_the_record_is_said_by_its_times_alone() -> None:
    happened: list[tuple[float, Fact]] = [
        (-60, RecordStopped("chair")),
        (0, MeetingOpened("chair")),
        (30, RecordResumed("chair")),
        (90, RecordStopped("chair")),
        (150, MeetingClosed("chair")),
        (200, RecordResumed("chair")),
    ]
    made = report(meeting(), log(happened), START + 300_000)
    assert [(time.since - START, time.until - START) for time in made.off_record] == [
        (0, 30_000),
        (90_000, 150_000),
    ]
    said = dict(facts_of(made))["On the record"]
    assert said.startswith("yes, except 15:00:00–15:00:30 (")
    going = report(meeting(), log(happened[:4]), START + 100_000)
    assert going.off_record[-1].seconds == 10


def test_what_no_server_held_is_said_by_its_times() -> None:
    happened: list[tuple[float, Fact]] = [
        (0, MeetingOpened("chair")),
        (60, MeetingInterrupted(START + 30_000)),
        # A clock that was set back.
        (61, MeetingInterrupted(START + 90_000)),
    ]
    made = report(meeting(), log(happened), START + 100_000)
    assert [(hole.since - START, hole.until - START) for hole in made.interruptions] == [
        (30_000, 60_000),
        (61_000, 61_000),
    ]
    assert dict(facts_of(made))["Interrupted"].startswith("15:00:30–15:01:00 (0:30), ")
    told = json.loads(as_json(made))["interruptions"]
    assert told[0] == {
        "from": "2020-11-25T09:00:30.000Z",
        "to": "2020-11-25T09:01:00.000Z",
        "seconds": 30.0,
    }
    whole = report(meeting(), log(happened[:1]), START)
    assert "Interrupted" not in dict(facts_of(whole))
    assert "interruptions" not in json.loads(as_json(whole))

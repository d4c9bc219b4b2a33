"""Which times are in the video, and where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.recording.timeline import (
    CARD_STEPS,
    SEGMENT_STEPS,
    STEP_US,
    History,
    Span,
    length_ms,
    passages,
    place,
    segments,
    spans,
)
from hemicycle.room.floor import FloorGiven, FloorTaken
from hemicycle.room.log import Entry, chain
from hemicycle.room.opening import MeetingClosed, MeetingOpened, MeetingPlanned
from hemicycle.room.record import RecordResumed, RecordStopped
from hemicycle.room.state import PlannedSeat
from hemicycle.room.subjects import Fact
from hemicycle.wire.ids import Role

SEATS = {"chair": PlannedSeat(Role.CHAIR), "speaker": PlannedSeat(Role.SPEAKER)}


def history(*facts: tuple[int, Fact]) -> History:
    entries: list[Entry] = chain([MeetingPlanned(SEATS, ())], 0, None)
    for at, fact in facts:
        entries += chain([fact], at, entries[-1])
    return History(entries)


OPENED, CLOSED = MeetingOpened("chair"), MeetingClosed("chair")
STOPPED, RESUMED = RecordStopped("chair"), RecordResumed("chair")


def test_only_what_is_open_and_on_the_record_is_in_the_video() -> None:
    found = spans(history((1_000, OPENED), (5_000, STOPPED), (9_000, RESUMED), (20_000, CLOSED)))
    assert found == [Span(1_000, 5_000), Span(5_000, 9_000, card=True), Span(9_000, 20_000)]


def test_what_changes_without_the_record_cuts_nothing() -> None:
    found = spans(
        history(
            (1_000, OPENED), (2_000, FloorGiven("speaker", "chair")), (3_000, FloorTaken("speaker", "chair"))
        )
    )
    assert found == [Span(1_000, None)]


def test_off_the_record_before_the_opening_and_after_the_close_needs_no_card() -> None:
    found = spans(
        history(
            (500, STOPPED),
            (800, RESUMED),
            (1_000, OPENED),
            (2_000, CLOSED),
            (3_000, STOPPED),
            (9_000, RESUMED),
        )
    )
    assert found == [Span(1_000, 2_000)]


def test_a_meeting_that_is_off_the_record_all_the_time_is_a_card() -> None:
    found = spans(history((500, STOPPED), (1_000, OPENED), (60_000, CLOSED)))
    made = segments(found, 70_000)
    assert [(segment.steps, segment.span.card) for segment in made] == [(CARD_STEPS, True)]


def test_a_segment_is_made_only_when_its_end_is_past() -> None:
    going = [Span(0, None)]
    whole_ms = SEGMENT_STEPS * STEP_US / 1000
    assert segments(going, round(whole_ms) - 1) == []
    assert len(segments(going, round(whole_ms) + 1)) == 1
    assert len(segments(going, round(3.5 * whole_ms))) == 3


@given(
    st.lists(st.integers(1, 60_000), min_size=1, max_size=8),
    st.lists(st.integers(0, 600_000), min_size=2, max_size=6),
)
def test_what_was_made_stays_as_the_log_goes_on(lengths: list[int], horizons: list[int]) -> None:
    facts: list[tuple[int, Fact]] = [(0, OPENED)]
    at = 0
    for number, length in enumerate(lengths):
        at += length
        facts.append((at, STOPPED if number % 2 == 0 else RESUMED))
    facts.append((at + 1_000, CLOSED))
    before: list[object] = []
    for horizon in sorted(horizons):
        known = [(when, fact) for when, fact in facts if when <= horizon]
        made = [(s.number, s.at, s.steps, s.since_us) for s in segments(spans(history(*known)), horizon)]
        assert made[: len(before)] == before
        before = list(made)


def test_a_time_is_found_in_the_video_and_what_was_left_out_is_not() -> None:
    facts = history((1_000, OPENED), (5_000, STOPPED), (9_000, RESUMED), (20_000, CLOSED))
    found = passages(segments(spans(facts), 30_000))
    assert place(found, 1_500) == 500
    assert place(found, 6_000) is None
    after = length_ms(8) + length_ms(CARD_STEPS)
    assert place(found, 9_000) == after
    assert place(found, 12_345) == after + 3_345
    assert place(found, 25_000) is None

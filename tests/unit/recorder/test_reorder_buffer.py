"""Frames in their order, whatever the network did to them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.recorder.capture.reorder_buffer import EncodedFrame, ReorderBuffer


def frame(number: int) -> EncodedFrame:
    return EncodedFrame(number, b"", True)


def numbers(frames: list[EncodedFrame]) -> list[int]:
    return [each.timestamp_us for each in frames]


def test_groups_that_overtake_each_other_are_put_in_order() -> None:
    order = ReorderBuffer(patience_s=0.5)
    assert numbers(order.frame(1, frame(1), 0)) == [1]
    assert numbers(order.end(1, 0)) == []
    assert numbers(order.frame(3, frame(3), 0.1)) == []
    assert numbers(order.end(3, 0.1)) == []
    assert numbers(order.frame(2, frame(2), 0.2)) == [2]
    assert numbers(order.end(2, 0.2)) == [3]
    assert order.late == 0


def test_a_group_that_never_comes_is_waited_for_only_so_long() -> None:
    order = ReorderBuffer(patience_s=0.5)
    order.frame(1, frame(1), 0)
    order.end(1, 0)
    assert numbers(order.frame(3, frame(3), 0.1)) == []
    assert numbers(order.overdue(0.5)) == []
    assert numbers(order.overdue(0.7)) == [3]
    assert numbers(order.frame(2, frame(2), 0.8)) == []
    assert order.late == 1


def test_a_picture_that_goes_on_while_the_next_group_begins_is_not_cut_short() -> None:
    order = ReorderBuffer(patience_s=0.5)
    assert numbers(order.frame(7, frame(70), 0)) == [70]
    assert numbers(order.frame(8, frame(80), 0.1)) == []
    assert numbers(order.frame(7, frame(71), 0.2)) == [71]
    assert numbers(order.end(7, 0.3)) == [80]
    assert numbers(order.frame(8, frame(81), 0.4)) == [81]


def test_what_is_still_held_at_the_end_is_handed_out_in_order() -> None:
    order = ReorderBuffer(patience_s=10)
    order.frame(1, frame(1), 0)
    order.frame(4, frame(4), 0)
    order.frame(3, frame(3), 0)
    assert numbers(order.rest()) == [3, 4]


@given(st.permutations(range(12)))
def test_whatever_the_order_of_arrival_what_is_written_only_goes_up(arrival: list[int]) -> None:
    order = ReorderBuffer(patience_s=100)
    written: list[EncodedFrame] = []
    for group in arrival:
        written += order.frame(group, frame(group), 0) + order.end(group, 0)
    written += order.rest()
    assert numbers(written) == sorted(numbers(written))
    # Nothing is lost but what came after the first one had shown where to begin.
    assert len(written) + order.late == 12
    assert order.late == sum(group < arrival[0] for group in arrival)

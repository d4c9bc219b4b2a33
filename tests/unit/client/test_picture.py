"""The drawn picture of a speaker: it stands where it should stand and moves where it should
move."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.world.examples import examples

from hemicycle.client.picture import HEIGHT, WIDTH, Picture, Pixels, Plate

PLATE = Plate("Cheon Myeong Guk", "Research Fellow", "Korea Institute for Defense Analysis (KIDA)")


def _changed(one: Pixels, other: Pixels) -> tuple[int, int, int, int]:
    """The box of what differs: left, top, right, bottom."""
    rows, columns = np.nonzero((one != other).any(axis=2))
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())


@examples(40)
@given(
    plate=st.builds(Plate, st.text(max_size=200), st.text(max_size=200), st.text(max_size=200)),
    at=st.floats(0, 4e9),
    level=st.floats(-1, 2),
)
def test_any_nameplate_any_time_and_any_level_make_a_picture(plate: Plate, at: float, level: float) -> None:
    pixels = Picture(plate).draw(at, level)
    assert pixels.shape == (HEIGHT, WIDTH, 3)
    assert pixels.dtype == np.uint8
    assert pixels.std() > 10


def test_sound_moves_the_ring_and_the_bars_but_not_the_name() -> None:
    quiet, loud = Picture(PLATE).draw(100.0, 0.0), Picture(PLATE).draw(100.0, 1.0)
    moved = (quiet != loud).any(axis=2)
    ring, bars = (slice(128, 329), slice(220, 421)), (slice(0, 42), slice(400, 620))
    assert moved[ring].any()
    assert moved[bars].any()
    moved[ring] = moved[bars] = False
    assert not moved.any()


def test_a_second_moves_the_clock_alone() -> None:
    picture = Picture(PLATE)
    one, other = picture.draw(100.0, 0.0), picture.draw(101.0, 0.0)
    left, top, _, bottom = _changed(one, other)
    assert left > 530
    assert top > 100
    assert bottom < 190


def test_within_a_second_the_hand_goes_on() -> None:
    picture = Picture(PLATE)
    assert not np.array_equal(picture.draw(100.0, 0.0), picture.draw(100.5, 0.0))


def test_a_frame_is_the_callers_own() -> None:
    picture = Picture(PLATE)
    picture.draw(5.0, 0.0)[:] = 0
    assert picture.draw(5.0, 0.0).std() > 10


@pytest.mark.parametrize("other", [Plate("Ku Hong-seok", PLATE.title, PLATE.organisation)])
def test_another_name_is_another_picture(other: Plate) -> None:
    assert not np.array_equal(Picture(PLATE).draw(5.0, 0.0), Picture(other).draw(5.0, 0.0))


def test_speakers_of_one_organisation_have_one_background() -> None:
    colleague = Plate("Somebody Else", "Director", PLATE.organisation)
    corner = (slice(100, 120), slice(0, 20))
    assert np.array_equal(Picture(PLATE).draw(5.0, 0.0)[corner], Picture(colleague).draw(5.0, 0.0)[corner])

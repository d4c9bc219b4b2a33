"""What should pass, whatever came first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.media.server.plan import Feed, Passing, passing, stream_of
from hemicycle.wire.ids import Source
from hemicycle.wire.media import PictureFormat, Sending, SoundFormat

OPUS = SoundFormat(codec="opus", sample_rate=48000, channels=1)
SMALL = PictureFormat(codec="avc1.42c016", width=640, height=360)
LARGE = PictureFormat(codec="avc1.42c01f", width=1280, height=720)
MICROPHONE = Sending(microphone=OPUS)
BOTH = Sending(microphone=OPUS, camera=SMALL)

A_MICROPHONE: Feed = ("a", Source.MICROPHONE)
A_CAMERA: Feed = ("a", Source.CAMERA)


@pytest.mark.parametrize(
    ("opened", "offers", "publications", "expected"),
    [
        pytest.param([], {"a": BOTH}, {"a": 1}, {}, id="nothing is opened"),
        pytest.param([A_MICROPHONE], {}, {"a": 1}, {}, id="nothing is offered"),
        pytest.param([A_MICROPHONE], {"a": BOTH}, {}, {}, id="nothing is published"),
        pytest.param([A_CAMERA], {"a": MICROPHONE}, {"a": 1}, {}, id="another source is offered"),
        pytest.param([A_MICROPHONE], {"b": BOTH}, {"b": 1}, {}, id="another seat sends"),
        pytest.param([A_MICROPHONE], {"a": BOTH}, {"b": 1}, {}, id="another seat has published"),
        pytest.param(
            [A_MICROPHONE], {"a": BOTH}, {"a": 1}, {A_MICROPHONE: Passing(1, OPUS)}, id="only sound"
        ),
        pytest.param(
            [A_MICROPHONE, A_CAMERA],
            {"a": BOTH},
            {"a": 2},
            {A_MICROPHONE: Passing(2, OPUS), A_CAMERA: Passing(2, SMALL)},
            id="both",
        ),
    ],
)
def test_three_things_must_come_together(
    opened: list[Feed],
    offers: dict[str, Sending],
    publications: dict[str, int],
    expected: dict[Feed, Passing],
) -> None:
    assert passing(frozenset(opened), offers, publications) == expected


seats = st.sampled_from("abc")
feeds = st.tuples(seats, st.sampled_from(Source))
sendings = st.builds(
    Sending,
    microphone=st.sampled_from([None, OPUS]),
    camera=st.sampled_from([None, SMALL, LARGE]),
    screen=st.sampled_from([None, LARGE]),
)


@given(st.frozensets(feeds), st.dictionaries(seats, sendings), st.dictionaries(seats, st.integers(1, 9)))
def test_nothing_passes_that_is_not_opened_offered_and_published(
    opened: frozenset[Feed], offers: dict[str, Sending], publications: dict[str, int]
) -> None:
    result = passing(opened, offers, publications)
    every = {(seat, source) for seat in "abc" for source in Source}
    for feed in every:
        seat, source = feed
        offered = getattr(offers.get(seat), source.value, None)
        if feed in opened and offered is not None and seat in publications:
            assert result[feed] == Passing(publications[seat], offered)
        else:
            assert feed not in result


def test_a_view_tells_how_to_decode() -> None:
    assert stream_of("a/microphone/1", OPUS) == {
        "path": "a/microphone/1",
        "codec": "opus",
        "sample_rate": 48000,
        "channels": 1,
    }
    assert stream_of("a/camera/3", LARGE) == {
        "path": "a/camera/3",
        "codec": "avc1.42c01f",
        "width": 1280,
        "height": 720,
    }

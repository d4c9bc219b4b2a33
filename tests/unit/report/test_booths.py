"""What the report says of the interpretation."""

from __future__ import annotations

import json
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.report.meetings import START, log, meeting, seat

from hemicycle.report import BoothTime, InterpreterTime, as_html, as_json, as_markdown, report
from hemicycle.room.booths import BoothLeft, BoothsPlanned, BoothTaken, PivotSet
from hemicycle.room.channels import ChannelChosen
from hemicycle.room.doors import SeatEntered, SeatLeft
from hemicycle.room.floor import FloorGiven
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.room.subjects import Fact
from hemicycle.wire.ids import Role
from hemicycle.wire.meeting import Meeting

PLANNED = BoothsPlanned(("en", "kk"), {"smith": ("en",), "lee": ("en", "kk")})
OPENED = MeetingOpened("chair")


def interpreted() -> Meeting:
    made = meeting()
    made["seats"]["smith"] = seat("Smith", Role.INTERPRETER)
    made["seats"]["lee"] = seat("Lee", Role.INTERPRETER)
    made["seats"]["writer"] = seat("Writer", Role.CAPTIONER)
    return made


HAPPENED: list[tuple[float, Fact]] = [
    (-1, PLANNED),
    (0, SeatEntered("chair")),
    (0, SeatEntered("press-1")),
    (0, SeatEntered("guest")),
    (0, SeatEntered("smith")),
    (0, SeatEntered("lee")),
    (0, SeatEntered("writer")),
    (1, ChannelChosen("press-1", "en")),
    (10, OPENED),
    (10, BoothTaken("en", "smith")),
    (20, ChannelChosen("guest", "kk")),
    (30, BoothLeft("en", "smith")),
    (30, BoothTaken("en", "lee")),
    (40, PivotSet("en", "lee", "kk")),
    (45, FloorGiven("guest", "chair")),
    (50.5, BoothLeft("en", "lee")),
    (60, ChannelChosen("press-1")),
    (70, SeatLeft("guest")),
    (80, SeatEntered("guest")),
    (90, MeetingClosed("chair")),
]
ENGLISH = BoothTime(
    "en", (InterpreterTime("smith", "Smith", 20), InterpreterTime("lee", "Lee", 20.5)), "kk", 1, 50
)
KAZAKH = BoothTime("kk", (InterpreterTime("lee", "Lee", 0),), None, 1, 60)


def booths(happened: list[tuple[float, Fact]], now: float = 1000) -> tuple[BoothTime, ...]:
    made = interpreted()
    return report(made, log(happened, made), START + round(now * 1000)).booths


def test_who_interpreted_and_who_listened() -> None:
    assert booths(HAPPENED) == (ENGLISH, KAZAKH)
    assert ENGLISH.live_seconds == 40.5


def test_what_goes_on_ends_now() -> None:
    english, _ = booths(HAPPENED[:11], now=25)
    assert (english.live_seconds, english.listeners, english.listened_seconds) == (15, 1, 15)


ENTERED = (0, SeatEntered("guest"))


def chosen(at: float, booth: str | None) -> tuple[float, Fact]:
    return at, ChannelChosen("guest", booth)


@pytest.mark.parametrize(
    ("happened", "seconds"),
    [
        ([ENTERED, chosen(1, "en")], 0),  # not opened
        ([chosen(1, "en"), (2, OPENED)], 0),  # not there
        ([ENTERED, chosen(1, "en"), (2, OPENED)], 8),
        ([ENTERED, (2, OPENED), chosen(4, "kk"), chosen(6, "en")], 4),
        ([ENTERED, (2, OPENED), chosen(2, "en"), chosen(2, None)], 0),
    ],
)
def test_when_somebody_listens(happened: list[tuple[float, Fact]], seconds: float) -> None:
    english, _ = booths([(-1, PLANNED), *happened], now=10)
    assert (english.listened_seconds, english.listeners) == (seconds, int(seconds > 0))


def test_a_meeting_without_booths_has_none() -> None:
    found = report(meeting(), log([(0, OPENED)]), START + 1000)
    assert found.booths == ()
    assert "Interpretation" not in as_markdown(found) + as_html(found)


def test_interpreters_and_captioners_are_not_among_the_invited() -> None:
    made = interpreted()
    found = report(made, log(HAPPENED, made), START + 1_000_000).attendance
    assert (found.invited, found.attended) == (4, 2)
    assert (found.speakers_planned, found.speakers_attended) == (2, 0)
    assert "Smith" not in found.sentence


def test_the_formats() -> None:
    made = interpreted()
    found = report(made, log(HAPPENED, made), START + 1_000_000)
    assert json.loads(as_json(found))["booths"] == [
        {
            "language": "en",
            "interpreters": [
                {"seat": "smith", "name": "Smith", "live_seconds": 20.0},
                {"seat": "lee", "name": "Lee", "live_seconds": 20.5},
            ],
            "live_seconds": 40.5,
            "pivot": "kk",
            "listeners": 1,
            "listened_seconds": 50.0,
        },
        {
            "language": "kk",
            "interpreters": [{"seat": "lee", "name": "Lee", "live_seconds": 0.0}],
            "live_seconds": 0,
            "pivot": None,
            "listeners": 1,
            "listened_seconds": 60.0,
        },
    ]
    assert (
        "| English | Smith (0:20), Lee (0:20) | Kazakh | 0:40 | 1 | 0:50 |\n"
        "| Kazakh | Lee (0:00) | the original | 0:00 | 1 | 1:00 |"
    ) in as_markdown(found)
    page = unescape(as_html(found))
    for said in ("Interpretation", "English", "from Kazakh", "Smith (0:20)", "from the original", "0:50"):
        assert said in page


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.sampled_from(
                [
                    OPENED,
                    MeetingClosed("chair"),
                    *(SeatEntered(key) for key in ("guest", "press-1")),
                    *(SeatLeft(key) for key in ("guest", "press-1")),
                    *(ChannelChosen(key, to) for key in ("guest", "press-1") for to in ("en", "kk", None)),
                ]
            ),
        ),
        max_size=25,
    )
)
def test_nobody_listens_longer_than_the_meeting_was_open(steps: list[tuple[int, Fact]]) -> None:
    at, opened, is_open = 0, 0, False
    happened: list[tuple[float, Fact]] = [(-1, PLANNED)]
    for later, fact in steps:
        at += later
        opened += later if is_open else 0
        happened.append((at, fact))
        is_open = fact is OPENED or (is_open and not isinstance(fact, MeetingClosed))
    for booth in booths(happened, now=at):
        assert booth.listened_seconds <= booth.listeners * opened
        assert (booth.listened_seconds > 0) is (booth.listeners > 0)

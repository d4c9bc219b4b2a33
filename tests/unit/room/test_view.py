"""What each audience may know."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter
from tests.unit.room.meetings import SEATS, everybody_in

from hemicycle.room.booths import BoothTaken, HandoverAsked, PivotSet, SlowDowns
from hemicycle.room.channels import ChannelChosen
from hemicycle.room.doors import SeatLeft, SeatSentOut
from hemicycle.room.floor import FloorGiven, MicrophoneClosed
from hemicycle.room.hands import HandRaised
from hemicycle.room.languages import LanguageSet
from hemicycle.room.media import HeldBack, Offered, OnAir
from hemicycle.room.record import RecordStopped
from hemicycle.room.stage import PictureShown
from hemicycle.room.state import State
from hemicycle.room.subject import Signals
from hemicycle.room.texts import TextSignals
from hemicycle.room.view import permitted, programme, view
from hemicycle.wire.ids import Audience, Role, Source
from hemicycle.wire.meeting import Meeting, Programme, Seat
from hemicycle.wire.protocol import View

STATE = everybody_in(
    FloorGiven("ambassador", "chair"),
    PictureShown("ambassador", Source.CAMERA, "chair"),
    FloorGiven("minister", "chair"),
    MicrophoneClosed("minister", "chair"),
    SeatLeft("institute"),
    SeatSentOut("institute", "chair"),
    BoothTaken("en", "smith"),
    HandoverAsked("en", "smith"),
    PivotSet("kk", "omarov", "en"),
    LanguageSet("minister", "kk", "smith"),
    ChannelChosen("france", "kk"),
    ChannelChosen("press", "kk"),
    ChannelChosen("institute", "en"),
    RecordStopped("chair"),
)
BEGUN = len(SEATS) + 1
"""The instant of the last fact before those of the state above."""
SIGNALS = (
    Signals()
    .having(OnAir({"ambassador": {"microphone": {"path": "ambassador/microphone/1", "codec": "opus"}}}))
    .having(Offered({"ambassador": {"microphone": True}, "france": {"camera": True}}))
    .having(HeldBack(frozenset({"smith"})))
    .having(SlowDowns({"en": 5}))
    .having(TextSignals({"ambassador": 2}, glossary=3))
)


@pytest.mark.parametrize("audience", list(Audience))
def test_views_are_what_the_protocol_says(audience: Audience) -> None:
    shown = view(STATE, audience, SIGNALS)
    TypeAdapter(View).validate_python(shown, extra="forbid")
    assert None not in shown.values()


def test_the_chair_sees_how_long_hands_have_been_up() -> None:
    raised = everybody_in(HandRaised("kazan"), HandRaised("france"))
    shown = view(raised, Audience.CHAIR, SIGNALS)
    assert shown["raised"] == dict(zip(shown["hands"], (len(SEATS) + 2, len(SEATS) + 3), strict=True))
    assert "raised" not in view(raised, Audience.HALL, SIGNALS)


def test_only_the_chair_knows_who_was_sent_out() -> None:
    assert [a for a in Audience if "sent_out" in view(STATE, a, SIGNALS)] == [Audience.CHAIR]


def test_the_hall_does_not_know_what_seats_could_send() -> None:
    assert "sending" not in view(STATE, Audience.HALL, SIGNALS)


def test_booths_and_the_floor_are_told_to_everybody() -> None:
    hall = view(STATE, Audience.HALL, SIGNALS)
    assert hall["booths"] == {
        "en": {"interpreters": ["smith", "lee"], "live": "smith", "since": BEGUN + 7},
        "kk": {"interpreters": ["omarov"], "pivot": "en"},
        "ru": {"interpreters": ["lee"]},
    }
    assert [(has["seat"], has["language"]) for has in hall["floor"]] == [
        ("ambassador", "ko"),
        ("minister", "kk"),
    ]
    assert hall["off_record"] == BEGUN + 14


def test_a_handover_is_the_booths_and_the_chairs_matter() -> None:
    asked = {a for a in Audience if "asked" in view(STATE, a, SIGNALS)["booths"]["en"]}
    assert asked == {Audience.CHAIR, Audience.BOOTH}
    assert view(STATE, Audience.CHAIR, SIGNALS)["booths"]["en"]["asked"] == BEGUN + 8


def test_listeners_are_those_in_the_room() -> None:
    counts = {a: view(STATE, a, SIGNALS).get("listeners") for a in Audience}
    here = {"en": 0, "kk": 2, "ru": 0}
    assert counts == {Audience.CHAIR: here, Audience.BOOTH: here, Audience.STAGE: None, Audience.HALL: None}


def test_texts_are_the_booths_and_the_chairs_and_a_cough_is_nothing_for_the_hall() -> None:
    shown = {a: view(STATE, a, SIGNALS) for a in Audience}
    assert [a for a in Audience if "speeches" in shown[a]] == [Audience.CHAIR, Audience.BOOTH]
    for desk in (Audience.CHAIR, Audience.BOOTH):
        assert (shown[desk]["speeches"], shown[desk]["glossary"]) == ({"ambassador": 2}, 3)
    for audience in Audience:
        told = (shown[audience].get("held"), shown[audience].get("slow"))
        assert told == ((None, None) if audience is Audience.HALL else ({"smith": True}, {"en": 5}))


def test_who_speaks_from_the_hall_knows_who_cannot_follow() -> None:
    shown = view(everybody_in(FloorGiven("france", "chair")), Audience.HALL, SIGNALS)
    assert shown["slow"] == {"en": 5}
    assert "held" not in shown


def test_only_what_the_chair_opened_is_permitted_and_each_booths_one() -> None:
    assert permitted(STATE) == {
        ("smith", Source.MICROPHONE),
        ("ambassador", Source.MICROPHONE),
        ("ambassador", Source.CAMERA),
        ("ambassador", Source.CAMERA_SMALL),
    }


def test_the_public_programme_names_speakers_only() -> None:
    seat: Seat = {"name": "", "title": "", "organisation": "", "role": Role.CHAIR, "language": "en"}
    meeting: Meeting = {
        "slug": "m",
        "title": "T",
        "organiser": "O",
        "city": "C",
        "starts": 0,
        "timezone": "UTC",
        "minutes": 60,
        "languages": ["en"],
        "on_record": True,
        "items": [],
        "categories": [{"key": "diplomatic", "name": "Missions"}, {"key": "academic", "name": "Circles"}],
        "seats": {
            "chair": seat,
            "ambassador": {**seat, "role": Role.SPEAKER},
            "france": {
                **seat,
                "name": "Secret",
                "organisation": "Hidden",
                "role": Role.PARTICIPANT,
                "category": "diplomatic",
            },
        },
    }
    public = programme(meeting, State())
    TypeAdapter(Programme).validate_python(public, extra="forbid")
    assert list(public["speakers"]) == ["ambassador"]
    assert public["expected"] == {"diplomatic": 1, "academic": 0}
    assert "Secret" not in str(public)
    assert "Hidden" not in str(public)

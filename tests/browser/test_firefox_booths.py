"""The booths in Firefox: somebody listens to one, and somebody works in one."""

from __future__ import annotations

import json

import pytest
from bench.known.recording import RECORDER
from bench.known.voices import Voices
from tests.browser.test_interpretation import ENGLISH, HEARS, KOREAN, TONES
from tests.world.acts import press, seated
from tests.world.chromium import Visit
from tests.world.clients import Client
from tests.world.firefox import BY, FirefoxVisit, FirefoxVisitor
from tests.world.server import Planned


@pytest.fixture
def meeting(interpreted: Planned) -> Planned:
    return interpreted


def hears(visitor: FirefoxVisitor, *tones: float) -> None:
    """These tones and no others, before long."""
    visitor.wait_until(f"() => ({HEARS})({json.dumps([TONES, tones, 250])})")


@pytest.mark.parametrize("way", ["udp", "tcp"])
def test_a_listener_in_firefox_hears_a_booth_and_gets_the_original_back(
    visit_firefox: FirefoxVisit, meeting: Planned, way: str
) -> None:
    says = {"chair": 0.0, "ambassador": KOREAN, "english-a": ENGLISH}
    with Voices({meeting.links[seat]: tone for seat, tone in says.items()}) as said:
        said.ask("chair", "meeting.open")
        said.ask("chair", "floor.give", seat="ambassador")
        said.ask("english-a", "booth.take", booth="en")
        guest = visit_firefox(BY % way + RECORDER)
        guest.open(meeting.links["france"])
        guest.press("Listen to English")
        hears(guest, ENGLISH)
        said.ask("chair", "booth.leave", booth="en")
        hears(guest, KOREAN)
        guest.reads("You hear the original: nobody is in the booth (English).")


def test_an_interpreter_in_firefox_is_heard_in_chromium(
    visit: Visit, chair: Client, visit_firefox: FirefoxVisit, meeting: Planned
) -> None:
    guest = seated(visit, meeting, "france")
    press(guest, "Listen to English")
    interpreter = visit_firefox()
    interpreter.open(meeting.links["english-a"])
    interpreter.press("Turn on microphone")
    interpreter.press("Go live")
    interpreter.reads("You are live. Everybody who listens to English hears you.")
    guest.hears()
    interpreter.press("Stop")
    guest.hears_nothing()

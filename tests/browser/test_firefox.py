"""Firefox beside Chromium: in the hall, on the stage and at the chair's desk."""

from __future__ import annotations

import pytest
from tests.world.acts import AMBASSADOR, press, seated, went_in
from tests.world.chromium import Visit
from tests.world.clients import Client
from tests.world.firefox import BY, FirefoxVisit, FirefoxVisitor
from tests.world.server import Planned

KEEP_LOCKS = """
globalThis.locks = [];
const request = globalThis.WakeLock?.prototype.request;
if (request) {
	WakeLock.prototype.request = async function (type) {
		const lock = await request.call(this, type);
		locks.push(lock);
		return lock;
	};
}
"""
HELD = "() => locks.some(({ released }) => !released)"


def hide(visitor: FirefoxVisitor, visit_firefox: FirefoxVisit) -> None:
    """Puts another page in front of somebody's, as who looks something up does."""
    visit_firefox()
    visitor.wait_until("() => document.hidden")


@pytest.mark.parametrize("way", ["udp", "tcp"])
def test_a_guest_in_firefox_sees_and_hears_a_speaker_in_chromium(
    visit: Visit, chair: Client, visit_firefox: FirefoxVisit, meeting: Planned, way: str
) -> None:
    went_in(visit, meeting)
    guest = visit_firefox(BY % way)
    guest.open(meeting.links["france"])
    guest.reads("Nobody has the floor at the moment.")
    chair.give_floor("ambassador")
    guest.reads(AMBASSADOR)
    guest.sees("ambassador")
    guest.hears()
    assert guest.went_by() == way
    chair.close_microphone("ambassador")
    guest.hears_nothing()
    guest.sees("ambassador")
    chair.open_microphone("ambassador")
    hide(guest, visit_firefox)
    guest.hears()


# A hidden page of Firefox has few turns on a busy machine.
@pytest.mark.realtime
@pytest.mark.parametrize("way", ["udp", "tcp"])
def test_a_speaker_in_firefox_is_seen_and_heard_in_chromium(
    visit: Visit, chair: Client, visit_firefox: FirefoxVisit, meeting: Planned, way: str
) -> None:
    guest = seated(visit, meeting, "france")
    speaker = visit_firefox(BY % way)
    speaker.open(meeting.links["ambassador"])
    speaker.press("Turn on microphone and camera")
    speaker.reads("We see you.")
    speaker.reads("We hear you.")
    speaker.press("Go in")
    speaker.reads("You do not have the floor yet.")
    chair.give_floor("ambassador")
    speaker.reads("The chair has given you the floor. Everybody hears you.")
    guest.sees("ambassador")
    guest.hears()
    assert speaker.went_by() == way
    chair.close_microphone("ambassador")
    speaker.reads("You have the floor. Your microphone is closed by the chair.")
    guest.hears_nothing()
    chair.open_microphone("ambassador")
    guest.hears()
    speaker.press("Mute")
    guest.hears_nothing()
    speaker.press("Unmute")
    hide(speaker, visit_firefox)
    guest.sees("ambassador")
    guest.hears()


def test_a_chair_in_firefox_runs_the_meeting(
    visit: Visit, visit_firefox: FirefoxVisit, meeting: Planned
) -> None:
    guest = seated(visit, meeting, "france")
    went_in(visit, meeting)
    chair = visit_firefox()
    chair.open(meeting.links["chair"])
    chair.press("Open the meeting")
    chair.press(f"Give the floor to {AMBASSADOR}")
    guest.sees("ambassador")
    guest.hears()
    chair.sees("ambassador")
    chair.hears()
    chair.press(f"Close the microphone of {AMBASSADOR}")
    guest.hears_nothing()
    chair.press(f"Take the floor back from {AMBASSADOR}")
    guest.reads("Nobody has the floor at the moment.")
    press(guest, "Raise hand")
    chair.press("Give the floor to Claire Martin, Embassy of France")
    guest.reads("You have the floor.")
    chair.press("Close the meeting")
    chair.press("Yes, close the meeting")
    guest.reads("The meeting is closed.")


def test_the_screen_stays_on_while_the_meeting_is_open(
    chair: Client, visit_firefox: FirefoxVisit, meeting: Planned
) -> None:
    guest = visit_firefox(KEEP_LOCKS)
    guest.open(meeting.links["france"])
    guest.wait_until(HELD)
    hide(guest, visit_firefox)
    guest.wait_until(f"() => !({HELD})()")
    guest.tab.activate()
    guest.wait_until(HELD)
    chair.ask("meeting.close")
    guest.wait_until(f"() => !({HELD})()")

"""A speaker is seen and heard in the hall while the chair lets them, and not a moment longer."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.world.acts import AMBASSADOR, button, check, give_floor, opened, press, seated, went_in
from tests.world.chromium import Visit
from tests.world.clients import Client
from tests.world.server import Planned


def test_a_speaker_is_seen_and_heard_while_the_chair_lets_them(visit: Visit, meeting: Planned) -> None:
    chair = opened(visit, meeting)
    guest = seated(visit, meeting, "france")
    guest.reads("Nobody is on the stage at the moment.")
    speaker = went_in(visit, meeting)
    speaker.reads("You do not have the floor yet.")

    give_floor(chair, AMBASSADOR)
    speaker.reads("The chair has given you the floor. Everybody hears you.")
    speaker.reads("Your picture is on the stage.")
    nameplate = guest.page.get_by_role("region", name="Has the floor")
    expect(nameplate).to_contain_text(AMBASSADOR)
    expect(nameplate).to_contain_text("Ambassador · Embassy of the Republic of Korea")
    expect(nameplate).to_contain_text("한국어")
    expect(nameplate).to_contain_text("On air")
    guest.sees("ambassador")
    guest.hears()
    chair.sees("ambassador")
    chair.hears()

    press(chair, f"Close the microphone of {AMBASSADOR}")
    speaker.reads("You have the floor. Your microphone is closed by the chair.")
    expect(nameplate).to_contain_text("Microphone closed")
    expect(nameplate).not_to_contain_text("On air")
    guest.hears_nothing()
    guest.sees("ambassador")

    press(chair, f"Open the microphone of {AMBASSADOR}")
    speaker.reads("The chair has given you the floor. Everybody hears you.")
    guest.hears()

    press(chair, f"Take the floor back from {AMBASSADOR}")
    speaker.reads("You no longer have the floor. Nobody hears you.")
    guest.reads("Nobody has the floor at the moment.")
    guest.hears_nothing()
    expect(button(chair, f"Give the floor to {AMBASSADOR}")).to_be_visible()


def test_what_a_speaker_mutes_is_not_heard(visit: Visit, chair: Client, meeting: Planned) -> None:
    guest = seated(visit, meeting, "france")
    speaker = went_in(visit, meeting)
    chair.give_floor("ambassador")
    guest.hears()
    press(speaker, "Mute")
    speaker.reads("The chair has given you the floor. You have muted yourself.")
    guest.hears_nothing()
    press(speaker, "Unmute")
    guest.hears()


def test_the_check_asks_for_the_devices_where_the_browser_would_ask(visit: Visit, meeting: Planned) -> None:
    speaker = visit()
    speaker.context.add_init_script("navigator.permissions.query = async () => ({ state: 'prompt' })")
    speaker.open(meeting.links["ambassador"])
    expect(button(speaker, "Go in without a microphone")).to_be_visible()
    speaker.reads("Your camera is off. The hall will see your name instead.")
    press(speaker, "Turn on microphone and camera")
    check(speaker)
    press(speaker, "Go in")
    speaker.reads("The chair has not opened the meeting yet.")

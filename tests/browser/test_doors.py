"""Who may come in, where, and what the page says where they may not or cannot."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.world.acts import AMBASSADOR, FRANCE, button, give_floor, opened, press, seated, went_in
from tests.world.chromium import Visit
from tests.world.server import Planned, Server


def test_sent_out_stays_out_until_let_in(visit: Visit, meeting: Planned) -> None:
    chair = opened(visit, meeting)
    guest = seated(visit, meeting, "france")
    chair.page.get_by_role("list", name="Room").get_by_role("button", name=FRANCE).click()
    press(chair, f"Send out {FRANCE}")
    chair.reads(
        f"Send out {FRANCE}? Their page will say so, and they cannot come back until you let them in."
    )
    press(chair, "Send out")
    guest.reads("The chair has sent you out of the meeting.")
    guest.reads("If you are let in again, this page returns by itself.")
    expect(button(guest, "Raise hand")).to_have_count(0)

    guest.page.reload()
    guest.reads("The chair has sent you out of the meeting.")
    guest.open(meeting.links["france"])
    guest.reads("The chair has sent you out of the meeting.")

    press(chair, f"Let in {FRANCE}")
    expect(button(guest, "Raise hand")).to_be_visible()
    press(guest, "Raise hand")
    guest.reads("1st in the list")


def test_of_two_windows_the_newer_has_the_seat(visit: Visit, meeting: Planned) -> None:
    opened(visit, meeting)
    guest = seated(visit, meeting, "france")
    # The media library says this of a connection that is closed from both its ends at once.
    guest.expects("The WebTransport connection is not open")
    older = guest.page
    newer = guest.context.new_page()
    guest.open(meeting.links["france"], newer)
    taken = "Your seat is open in another window."
    expect(older.get_by_text(taken)).to_be_visible()
    expect(newer.get_by_role("button", name="Raise hand")).to_be_visible()
    expect(newer.get_by_text(taken)).to_have_count(0)

    older.get_by_role("button", name="Continue here").click()
    expect(older.get_by_role("button", name="Raise hand")).to_be_visible()
    expect(newer.get_by_text(taken)).to_be_visible()
    older.get_by_role("button", name="Raise hand").click()
    expect(older.get_by_text("1st in the list").first).to_be_visible()


def test_a_revoked_link_ends_the_seat_and_opens_nothing(
    visit: Visit, meeting: Planned, server: Server
) -> None:
    guest = seated(visit, meeting, "france")
    again = server.links(meeting.slug, "--revoke", "france")
    guest.reads("Your personal link is no longer valid.")
    guest.reads("Please ask the organiser for a new link.")
    guest.expects("status 403: .*/s/", "console: .*403")
    guest.open(meeting.links["france"])
    guest.reads("This link is no longer valid.")
    guest.reads("ask the organiser who invited you.")
    guest.open(again.links["france"])
    expect(button(guest, "Raise hand")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "status", "title", "help_"),
    [
        ("/s/unknown", 404, "This link does not lead to a seat.", "ask the organiser who invited you"),
        ("/m/nowhere", 404, "There is no meeting at this address.", "ask the organiser who invited you"),
        ("/m/SLUG/seats/france/", 403, "This browser has not taken this seat.", "open your personal link"),
        ("/nowhere", 404, "There is nothing at this address.", "open your personal link"),
    ],
)
def test_a_notice_says_what_to_do(
    visit: Visit, meeting: Planned, server: Server, path: str, status: int, title: str, help_: str
) -> None:
    visitor = visit()
    visitor.expects(f"status {status}: ", f"console: .*{status}")
    visitor.open(server.url + path.replace("SLUG", meeting.slug))
    expect(visitor.page.get_by_role("heading", name=title)).to_be_visible()
    visitor.reads(help_)


def test_the_api_is_documented_on_a_page_of_our_own(visit: Visit, server: Server) -> None:
    integrator = visit()
    integrator.open(f"{server.url}/api/docs")
    integrator.reads("/api/meetings/{slug}")


LACKING = {
    "WebCodecs": "for (const name of ['Audio', 'Video']) for (const what of ['Decoder', 'Encoder'])"
    " delete globalThis[name + what]",
}
TOLD = {
    "WebCodecs": "Please open your link in a current version of Chrome, Edge or Firefox.",
}


def test_without_webtransport_sound_and_picture_come_over_tcp(visit: Visit, meeting: Planned) -> None:
    chair = opened(visit, meeting)
    went_in(visit, meeting)
    guest = visit(lacking="delete globalThis.WebTransport")
    guest.open(meeting.links["france"])
    give_floor(chair, AMBASSADOR)
    guest.hears()
    guest.sees("ambassador")


@pytest.mark.parametrize("lacking", LACKING)
def test_a_hall_that_cannot_play_says_so_and_all_else_works(
    visit: Visit, meeting: Planned, lacking: str
) -> None:
    chair = opened(visit, meeting)
    went_in(visit, meeting)
    guest = visit(lacking=LACKING[lacking])
    guest.open(meeting.links["france"])
    guest.reads(TOLD[lacking])
    guest.reads("Everything else on this page works.")
    give_floor(chair, AMBASSADOR)
    expect(guest.page.get_by_role("region", name="Has the floor")).to_contain_text(AMBASSADOR)
    press(guest, "Raise hand")
    guest.reads("1st in the list")
    guest.reads(TOLD[lacking])


@pytest.mark.parametrize("lacking", LACKING)
def test_a_desk_that_cannot_play_says_so_and_all_else_works(
    visit: Visit, meeting: Planned, lacking: str
) -> None:
    chair = visit(lacking=LACKING[lacking])
    chair.open(meeting.links["chair"])
    chair.reads("This browser cannot play the sound and picture of the meeting")
    press(chair, "Open the meeting")
    went_in(visit, meeting)
    guest = seated(visit, meeting, "france")
    give_floor(chair, AMBASSADOR)
    guest.sees("ambassador")
    guest.hears()
    press(chair, f"Take the floor back from {AMBASSADOR}")
    guest.reads("Nobody has the floor at the moment.")


@pytest.mark.parametrize("lacking", LACKING)
def test_a_stage_that_cannot_play_says_so(visit: Visit, meeting: Planned, lacking: str) -> None:
    chair = opened(visit, meeting)
    speaker = visit(lacking=LACKING[lacking])
    speaker.open(meeting.links["ambassador"])
    button(speaker, re.compile("^Go in")).click()
    speaker.reads("Open your personal link in a current Chrome, Edge or Firefox.")
    give_floor(chair, AMBASSADOR)
    speaker.reads(re.compile("^The chair has given you the floor."))

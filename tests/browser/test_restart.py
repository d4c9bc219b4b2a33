"""The server is killed, or stopped, while somebody speaks, and everything goes on when it is
back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.world.acts import AMBASSADOR, button, give_floor, opened, press, seated, went_in
from tests.world.chromium import visiting
from tests.world.server import Server


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Server]:
    """A server of this test's own."""
    server = Server(tmp_path)
    yield server
    server.kill()
    assert "Traceback" not in server.log()


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[Server]:
    """A server of this test's own, which records nothing."""
    server = Server(tmp_path, "--no-record")
    yield server
    server.stop()
    assert "Traceback" not in server.log()


LOST = "The connection has been lost since"
PIXELS = "canvas => canvas.toDataURL()"
AWAY = (
    "WebSocket connection to .* failed",
    "Connection lost",
    "Failed to establish a connection",
    "/health",
)
"""What a browser says of a server that is not there, while the page looks whether it is back."""


def test_killed_while_somebody_speaks_and_back(browser: Browser, mortal: Server) -> None:
    meeting = mortal.plan("mortal")
    with visiting(browser, mortal.url) as visit:
        chair = opened(visit, meeting)
        guest = seated(visit, meeting, "france")
        speaker = went_in(visit, meeting)
        give_floor(chair, AMBASSADOR)
        press(chair, "Begin: Opening")
        press(chair, "Next: Discussion")
        press(guest, "Raise hand")
        guest.reads("1st in the list")
        guest.sees("ambassador")
        guest.hears()
        everybody = (chair, guest, speaker)
        for one in everybody:
            one.expects(*AWAY)

        mortal.kill()
        for one in everybody:
            one.reads(LOST)
            expect(one.page.get_by_text(LOST)).to_contain_text("What you see is the last known state.")
        guest.hears_nothing()
        canvas = guest.page.locator('canvas[data-seat="ambassador"]').first
        last = canvas.evaluate(PIXELS)
        assert len(last) > len(guest.page.evaluate(f"({PIXELS})(document.createElement('canvas'))"))
        expect(guest.page.get_by_role("region", name="Has the floor")).to_contain_text(AMBASSADOR)
        assert canvas.evaluate(PIXELS) == last

        mortal.start()
        for one in everybody:
            expect(one.page.get_by_text(LOST)).to_have_count(0)
        speaker.reads("The chair has given you the floor. Everybody hears you.")
        expect(button(chair, f"Take the floor back from {AMBASSADOR}")).to_be_visible()
        expect(button(chair, "Close the meeting")).to_be_visible()
        chair.reads("Present item")
        expect(chair.page.locator('[aria-current="step"]')).to_contain_text("Discussion")
        guest.reads("1st in the list")
        guest.sees("ambassador")
        guest.hears()
        press(chair, f"Take the floor back from {AMBASSADOR}")
        guest.reads("Nobody has the floor at the moment.")
        guest.hears_nothing()


def test_a_browser_that_lost_its_cookies_meanwhile_is_told_what_to_do(
    browser: Browser, mortal: Server
) -> None:
    """A private window's go with the browser's network process, and that may go with a killed
    server."""
    meeting = mortal.plan("mortal")
    with visiting(browser, mortal.url) as visit:
        guest = seated(visit, meeting, "france")
        # It is not waited for until the page has all it asks for.
        guest.expects(*AWAY, "/built/assets/fonts", "fatal error running connection")
        guest.context.clear_cookies()
        mortal.kill()
        mortal.start()
        guest.reads("This browser no longer holds your seat.")
        guest.reads("Please open your personal link again.")
        guest.open(meeting.links["france"])
        guest.reads("The meeting has not been opened yet.")


def test_stopped_while_somebody_speaks_and_back(browser: Browser, stopped: Server) -> None:
    """The server's own farewell ends every media connection in an instant: no page may fall with
    it."""
    meeting = stopped.plan("stopped")
    with visiting(browser, stopped.url) as visit:
        chair = opened(visit, meeting)
        guest = seated(visit, meeting, "france")
        speaker = went_in(visit, meeting)
        give_floor(chair, AMBASSADOR)
        guest.hears()
        everybody = (chair, guest, speaker)
        for one in everybody:
            one.expects(*AWAY)
        for _ in range(3):
            stopped.stop()
            for one in everybody:
                one.reads(LOST)
            stopped.start()
            for one in everybody:
                expect(one.page.get_by_text(LOST)).to_have_count(0)
            speaker.reads("The chair has given you the floor. Everybody hears you.")
            guest.hears()

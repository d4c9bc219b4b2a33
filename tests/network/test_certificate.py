"""The certificate that pages pin is replaced while they listen, and nobody notices."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from bench.known.speaker import KnownSpeaker
from playwright.sync_api import Browser
from tests.world.chromium import viewer_at
from tests.world.firefox import Watched
from tests.world.network import Guests
from tests.world.person import LISTENER
from tests.world.programmes import known
from tests.world.proxies import free_port
from tests.world.server import Server

pytestmark = pytest.mark.realtime

LIFE = 4.0
RENEWED = re.compile("the media server has another certificate")
ATTENTIVE = """
globalThis.alarms = new Set();
setInterval(() => {
    const words = document.body?.innerText ?? "";
    for (const [alarm] of words.matchAll(/.*(lost since|interrupted).*/g)) alarms.add(alarm);
}, 50);
"""
"""Notes what the page says of a connection that is gone, however shortly."""


def test_a_page_stays_over_two_renewals(browser: Browser, watched: Watched, tmp_path: Path) -> None:
    """By the next certificate, or over TCP where that is quicker; a newcomer pins what there is
    now."""
    port = free_port()
    with (
        Server(tmp_path, "--no-record", public_port=port, port=port, life=LIFE) as served,
        ExitStack() as stack,
    ):
        meeting = served.add("pinned", known("pinned", guests=4))

        def come(script: str, seats: tuple[str, str]) -> Guests:
            at_chromium = viewer_at(browser, served.url, script)
            stack.callback(at_chromium.close)
            at_firefox = watched.visitor(served.url, script, ear=LISTENER)
            stack.callback(watched.leave)
            at_chromium.open(meeting.links[seats[0]])
            at_firefox.open(meeting.links[seats[1]])
            return Guests({"chromium": at_chromium, "firefox": at_firefox})

        # The speaker's connection has no certificate of ours: what is missed is missed by the
        # guest's own.
        with KnownSpeaker(meeting.links, tcp=True):
            guests = come(ATTENTIVE, ("guest-1", "guest-2"))
            guests.wait_for_sound()
            guests.wait_for_picture()
            before = len(RENEWED.findall(served.log()))
            listened = guests.listen(3 * LIFE)
            assert len(RENEWED.findall(served.log())) >= before + 2
            for browser_name, given in listened:
                assert given.silent < 0.2, browser_name
            assert guests.ask("() => [...alarms]") == {"chromium": [], "firefox": []}
            guests.wait_for_sound()
            guests.wait_for_picture()
            newcomers = come("", ("guest-3", "guest-4"))
            newcomers.wait_for_sound()

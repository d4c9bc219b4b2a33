"""A speaker at a real page behind a relay of their own, whose microphone and camera are the known
ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser
from tests.world.acts import give_floor, opened, went_in
from tests.world.chromium import visitors_of
from tests.world.network import through
from tests.world.server import Planned, Server

SPEAKER = "Ku Hong-seok"
DEVICES = (Path(__file__).parent / "devices.js").read_text(encoding="utf-8")


def known_through(served: Server, relay_port: int) -> str:
    """A script by which a page has the known devices, and reaches the server by a relay of its
    own."""
    return through(served, relay_port) + DEVICES


@contextmanager
def page_speaker(browser: Browser, served: Server, meeting: Planned, relay_port: int) -> Iterator[None]:
    """Has the floor of a meeting that nobody has opened yet, until the block ends.

    Args:
        browser: Where the speaker and, at the beginning, the chair are.
        served: The server.
        meeting: The meeting.
        relay_port: Of the speaker's relay.
    """
    script = known_through(served, relay_port)
    with visitors_of(browser, served.url) as (visit, _):
        chair = opened(visit, meeting)
        went_in(partial(visit, script), meeting.at(f"http://localhost:{relay_port}"), "speaker")
        give_floor(chair, SPEAKER)
        # The floor stays as the chair leaves it, and a page that plays costs the machine's time.
        chair.page.close()
        yield

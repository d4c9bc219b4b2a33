"""Off the record and on it again: everybody sees it at once, and nobody by mistake."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.test_axe import AXE, clean
from tests.world.acts import button, opened, press, seated
from tests.world.chromium import Visit, Visitor
from tests.world.programmes import BOOTHS
from tests.world.server import Planned, Server

SHOTS = os.environ.get("HEMICYCLE_SHOTS")
"""A folder for pictures of the pages, to be looked at."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """One that records."""
    server = Server(tmp_path)
    yield server
    server.stop()


def band(visitor: Visitor) -> Locator:
    """The band across the page."""
    return visitor.page.get_by_role("status").filter(has_text="Nothing that is said or shown now is kept.")


def shot(visitor: Visitor, name: str) -> None:
    """Take pictures of a page in light and dark, wide and narrow, where somebody wants to look at
    them."""
    if not SHOTS:
        return
    before = visitor.page.viewport_size
    for width in (1440, 360):
        visitor.page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            visitor.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            visitor.page.screenshot(path=Path(SHOTS) / f"{name}-{width}-{scheme}.png")
    if before is not None:
        visitor.page.set_viewport_size(before)


def test_off_the_record_is_seen_by_everybody_and_asked_for_once(visit: Visit, server: Server) -> None:
    meeting: Planned = server.plan("off-record", like=BOOTHS)

    def looked_at(lacking: str | None = None, **options: object) -> Visitor:
        visitor = visit(lacking, **options)
        visitor.context.add_init_script(AXE)
        return visitor

    chair = opened(looked_at, meeting)
    guest = seated(looked_at, meeting, "france")
    interpreter = looked_at()
    interpreter.open(meeting.links["english-a"])
    expect(chair.page.get_by_text("Being recorded")).to_be_visible()
    for visitor in (chair, guest, interpreter):
        expect(band(visitor)).to_have_count(0)

    press(chair, "Go off the record")
    question = chair.page.get_by_role("group", name="Go off the record?")
    expect(question).to_be_visible()
    press(chair, "Cancel")
    expect(band(guest)).to_have_count(0)
    press(chair, "Go off the record")
    question.get_by_role("button", name="Go off the record").click()
    for visitor in (chair, guest, interpreter):
        expect(band(visitor)).to_be_visible()
        expect(band(visitor)).to_contain_text("Off the record")
    expect(chair.page.get_by_text("Being recorded")).to_have_count(0)
    # It stays in sight, however far down the page is.
    guest.page.mouse.wheel(0, 4000)
    expect(band(guest)).to_be_in_viewport()
    shot(chair, "chair-off")
    shot(guest, "hall-off")
    shot(interpreter, "booth-off")
    clean(chair, "chair, off the record")
    clean(guest, "hall, off the record")

    press(chair, "Undo")
    for visitor in (chair, guest, interpreter):
        expect(band(visitor)).to_have_count(0)
    expect(chair.page.get_by_text("Being recorded")).to_be_visible()
    press(chair, "Go off the record")
    chair.page.get_by_role("group").get_by_role("button", name="Go off the record").click()
    expect(band(guest)).to_be_visible()
    press(chair, "Go on the record")
    chair.page.get_by_role("group", name="Go on the record?").get_by_role(
        "button", name="Go on the record"
    ).click()
    expect(band(guest)).to_have_count(0)
    shot(chair, "chair-on")

    press(chair, "Close the meeting")
    press(chair, "Yes, close the meeting")
    expect(chair.page.get_by_text("The video is ready")).to_be_visible(timeout=30_000)
    expect(button(chair, "Open the meeting again")).to_be_visible()
    shot(chair, "chair-closed")

"""The page "Can I take part?", in a real browser through a real server."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect
from tests.browser.test_axe import AXE, clean
from tests.world.acts import button, press
from tests.world.chromium import Visit, Visitor
from tests.world.server import Planned, Server

NO_UDP = """
// A network that lets no UDP through: the handshake never comes to an end.
globalThis.WebTransport = class {
	ready = new Promise(() => undefined);
	closed = new Promise(() => undefined);
	incomingBidirectionalStreams = new ReadableStream();
	incomingUnidirectionalStreams = new ReadableStream();
	close() {}
};
"""
NO_MICROPHONE = """
if (globalThis.MediaDevices) {
const ask = MediaDevices.prototype.getUserMedia;
MediaDevices.prototype.getUserMedia = function (wanted) {
	if (wanted.audio) return Promise.reject(new DOMException("denied", "NotAllowedError"));
	return ask.call(this, wanted);
};
}
"""
NO_CODECS = "delete globalThis.VideoDecoder; delete globalThis.AudioDecoder;"


def state_of(page: Page, step: str) -> str | None:
    return page.locator(f"[data-step={step}]").get_attribute("data-state")


def states(page: Page) -> dict[str, str | None]:
    steps = page.locator("[data-step]")
    return {str(row.get_attribute("data-step")): row.get_attribute("data-state") for row in steps.all()}


def answer(visitor: Visitor, *names: str) -> None:
    for name in names:
        press(visitor, name)


def verdict(visitor: Visitor) -> str | None:
    found = visitor.page.locator(".check-verdict")
    expect(found).to_be_visible(timeout=60_000)
    expect(found.locator("[data-sent=true]")).to_be_visible()
    return found.get_attribute("data-verdict")


def results(server: Server, meeting: Planned) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(server.hemicycle("checks", meeting.slug, "--format", "json"))
    return found


def test_a_guest_finds_out_and_so_does_the_organiser(visit: Visit, meeting: Planned, server: Server) -> None:
    guest = visit()
    guest.context.add_init_script(AXE)
    guest.open(f"{server.url}/m/{meeting.slug}")
    guest.page.get_by_role("link", name="Can I take part?").click()
    guest.reads("The organiser sees the result")
    clean(guest, "check, before")
    guest.page.get_by_label("Your name").fill("Aigerim Serikova")
    press(guest, "Begin the check")
    expect(button(guest, "Yes, I heard them")).to_be_focused()
    clean(guest, "check, a question")
    answer(guest, "Yes, I heard them", "Try the microphone", "Try the camera", "Yes, I see myself")
    guest.sees("echo")
    assert verdict(guest) in ("ready", "weak")
    assert set(states(guest.page).values()) == {"passed"}
    expect(guest.page.get_by_role("heading", level=2)).to_be_focused()
    clean(guest, "check, done")

    (row,) = results(server, meeting)
    assert (row["name"], row["seat"], row["way"]) == ("Aigerim Serikova", None, "udp")
    assert row["browser"].startswith("Chrome ")
    assert 0 < row["delay"] < 5_000
    assert row["frame_rate"] > 1


def test_a_seat_is_known_and_stays_free(visit: Visit, meeting: Planned, server: Server) -> None:
    guest = visit()
    guest.open(meeting.links["france"])
    guest.open(guest.page.url + "check")
    guest.reads("You are checking as Claire Martin.")
    press(guest, "Begin the check")
    answer(guest, "No", "I will only listen", "Go without a camera")
    assert verdict(guest) == "silent"
    guest.reads("Turn up the volume of your computer")
    assert states(guest.page) == {
        **dict.fromkeys(("secure", "browser", "server", "udp", "tcp", "sound", "picture"), "passed"),
        "loudspeaker": "failed",
        "microphone": "skipped",
        "camera": "skipped",
    }
    guest.page.get_by_role("link", name="Back").click()
    guest.reads("The meeting has not been opened yet.")
    (row,) = results(server, meeting)
    assert (row["seat"], row["name"], row["verdict"]) == ("france", "Claire Martin", "silent")


def test_what_fails_says_what_to_do(visit: Visit, meeting: Planned, server: Server) -> None:
    guest = visit(NO_MICROPHONE)
    guest.open(f"{server.url}/m/{meeting.slug}/check")
    press(guest, "Begin the check")
    answer(guest, "Yes, I heard them", "Try the microphone")
    guest.reads("Allow it in the address bar")
    answer(guest, "Go without a camera")
    assert verdict(guest) in ("listening", "weak")
    assert results(server, meeting)[0]["trouble"] == "microphone:denied"


def test_where_udp_is_blocked_the_second_way_is_taken(visit: Visit, meeting: Planned, server: Server) -> None:
    guest = visit(NO_UDP)
    guest.open(f"{server.url}/m/{meeting.slug}/check")
    press(guest, "Begin the check")
    answer(guest, "Yes, I heard them", "Try the microphone", "Go without a camera")
    assert verdict(guest) in ("unseen", "weak")
    guest.reads("The meeting will use the second way by itself")
    assert (state_of(guest.page, "udp"), state_of(guest.page, "sound")) == ("failed", "passed")
    assert results(server, meeting)[0]["way"] == "tcp"


def test_a_browser_that_cannot_is_told_so_at_once(visit: Visit, meeting: Planned, server: Server) -> None:
    guest = visit(NO_CODECS)
    guest.open(f"{server.url}/m/{meeting.slug}/check")
    press(guest, "Begin the check")
    assert verdict(guest) == "cannot"
    guest.reads("This browser cannot decode")
    assert results(server, meeting)[0]["trouble"] == "browser:webcodecs"

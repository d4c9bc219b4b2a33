"""Interpreters at their pages, and those who listen to them."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, expect
from tests.world.acts import button, seated
from tests.world.chromium import Visit, Visitor
from tests.world.person import TONE_MICROPHONE
from tests.world.server import Planned

TONE = 1100.0
SENT = """
(() => {
  // Not the empty page before the first one.
  if (!("AudioEncoder" in window)) return;
  const encode = AudioEncoder.prototype.encode;
  window.hemicycleSent = 0;
  AudioEncoder.prototype.encode = function (sound) {
    window.hemicycleSent++;
    return encode.call(this, sound);
  };
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (wanted) => {
    window.hemicycleWanted = wanted.audio;
    return open(wanted);
  };
})();
"""
"""Counts what the page encodes, as nothing else leaves it; and keeps how it opens a microphone."""


def interpreter(
    visit: Visit, meeting: Planned, seat: str = "english-a", tone: float = TONE, **options: Any
) -> Visitor:
    """An interpreter at their page, whose microphone says one steady tone."""
    visitor = visit(lacking=TONE_MICROPHONE % tone + SENT, **options)
    visitor.open(meeting.links[seat])
    expect(great(visitor)).to_be_visible()
    expect(cough(visitor)).to_be_visible()
    return visitor


def great(visitor: Visitor) -> Locator:
    """The one button that goes live, takes over, or stops."""
    return visitor.page.locator(".booth-great")


def cough(visitor: Visitor) -> Locator:
    return visitor.page.locator(".booth-cough")


def sentence(visitor: Visitor) -> Locator:
    return visitor.page.locator(".booth-sentence")


def listener(visit: Visit, meeting: Planned, language: str = "English", **options: Any) -> Visitor:
    """Somebody in the hall who listens to a booth."""
    guest = seated(visit, meeting, "france", **options)
    button(guest, re.compile("^Listen to: ")).click()
    guest.page.get_by_role("radio", name=language).check()
    guest.page.keyboard.press("Escape")
    return guest


def sent(visitor: Visitor) -> int:
    return int(visitor.page.evaluate("hemicycleSent"))


def sends_nothing(visitor: Visitor) -> None:
    """Not one packet more, for longer than many of them take."""
    visitor.page.wait_for_function(
        "async () => { const before = hemicycleSent; await new Promise((done) => setTimeout(done, 400));"
        " return hemicycleSent === before }"
    )

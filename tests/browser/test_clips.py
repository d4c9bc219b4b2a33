"""What was really said is heard: at the desk, by its speaker, and by everybody who reads the
communiqué."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect
from tests.browser.test_desk import tab
from tests.world.acts import button, give_floor, opened, press, went_in
from tests.world.chromium import Visit, Visitor
from tests.world.server import Planned, Server

from hemicycle.room.floor import FloorGiven

WORDS = "The agreement on the river is an example to others."
BEGINS, LENGTH = 1.0, 3.0
"""When the line begins, after the floor was given, and how long it is, in seconds."""
FRAME = 1024 / 48_000
"""A frame of AAC, of which a whole number fills a file."""

PLAYED = """async (audio) => {
	const over = new Promise((resolve, reject) => {
		audio.addEventListener("ended", () => resolve());
		audio.addEventListener("error", () => reject(new Error(audio.error.message)));
	});
	await audio.play();
	await over;
	return { length: audio.duration, at: audio.currentTime };
}"""

LOUDEST = """async (audio) => {
	const answer = await fetch(audio.src);
	const context = new OfflineAudioContext(1, 48000, 48000);
	const samples = (await context.decodeAudioData(await answer.arrayBuffer())).getChannelData(0);
	return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """One that records."""
    server = Server(tmp_path)
    yield server
    server.stop()


def player(visitor: Visitor) -> Locator:
    """The clip on a page."""
    return visitor.page.get_by_label("Listen: Cheon Myeong Guk")


def plays(audio: Locator) -> None:
    """It is heard to its end, and is as long as the words."""
    expect(audio).to_be_visible()
    heard: dict[str, Any] = audio.evaluate(PLAYED)
    assert heard["at"] == heard["length"]
    assert abs(heard["length"] - LENGTH) <= 2 * FRAME


def held(visit: Visit, server: Server) -> Planned:
    """A meeting that is over: a speaker was heard for some seconds, and written down."""
    meeting = server.plan("clips")
    chair, speaker = opened(visit, meeting), went_in(visit, meeting, "fellow")
    give_floor(chair, "Cheon Myeong Guk")
    chair.hears(for_ms=(BEGINS + LENGTH) * 1000)
    press(chair, "Close the meeting")
    press(chair, "Yes, close the meeting")
    given = next(entry.at for entry in server.log_of(meeting) if isinstance(entry.fact, FloorGiven))
    server.add_lines(
        meeting, [("fellow", "en", WORDS)], since=given + round(BEGINS * 1000), length=round(LENGTH * 1000)
    )
    speaker.context.close()
    chair.context.close()
    return meeting


def test_a_quote_is_heard_by_whom_it_concerns_and_then_by_everybody(
    visit: Visit, server: Server, tmp_path: Path
) -> None:
    meeting = held(visit, server)
    chair, speaker, reader = visit(), visit(), visit()
    chair.open(meeting.links["chair"])
    chair.open(f"{server.url}/m/{meeting.slug}/seats/chair/desk")
    listen = button(chair, re.compile("^Listen"))
    listen.click()
    expect(button(chair, re.compile("^Stop"))).to_be_visible()
    expect(listen).to_be_visible()

    button(chair, re.compile("^Quote")).press("Enter")
    press(chair, "Take the selected words")
    press(chair, "Make a quote")
    tab(chair, "Quotes")
    plays(player(chair))
    assert player(chair).evaluate(LOUDEST) > 0.05
    press(chair, "Ask the speaker")
    chair.reads("Waiting for the speaker")

    speaker.open(meeting.links["fellow"])
    speaker.open(f"{server.url}/m/{meeting.slug}/seats/fellow/quotes")
    plays(player(speaker))
    press(speaker, "Approve")
    speaker.reads("Thank you. You have approved these words.")

    tab(chair, "Communiqué")
    press(chair, "Save")
    chair.reads(re.compile("^Version 1, saved at"))
    plays(player(chair))
    press(chair, "Publish")
    press(chair, "Yes, publish")
    chair.reads("Version 1 is public.")

    reader.open(f"{server.url}/m/{meeting.slug}")
    plays(player(reader))
    assert player(reader).evaluate(LOUDEST) > 0.05
    with reader.page.expect_download() as download:
        reader.page.get_by_role("link", name="HTML").click()
    # The file plays wherever it lies.
    kept = tmp_path / "communique.html"
    download.value.save_as(kept)
    elsewhere = visit()
    elsewhere.expects("another host: file:")
    elsewhere.open(kept.as_uri())
    plays(elsewhere.page.get_by_label("Cheon Myeong Guk"))

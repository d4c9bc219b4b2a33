"""Somebody with several loudspeakers chooses where the meeting comes out."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.world.acts import check, press
from tests.world.chromium import Visit
from tests.world.clients import Client
from tests.world.server import Planned

KEEP = """
globalThis.contexts = [];
globalThis.AudioContext = class extends AudioContext {
	constructor(...options) {
		super(...options);
		contexts.push(this);
	}
};
"""


def test_the_sound_comes_out_where_a_speaker_chooses(visit: Visit, chair: Client, meeting: Planned) -> None:
    speaker = visit(lacking=KEEP)
    speaker.open(meeting.links["ambassador"])
    check(speaker)
    press(speaker, "Go in")
    speaker.page.get_by_text("Choose devices").click()
    choice = speaker.page.get_by_label("Which loudspeaker")
    expect(choice).to_have_value("")
    labels = choice.locator("option").all_inner_texts()
    assert labels[0] == "As the system has it"
    assert len(labels) > 1
    choice.select_option(index=1)
    chosen = choice.input_value()
    speaker.page.wait_for_function("id => contexts.some(({ sinkId }) => sinkId === id)", arg=chosen)

    speaker.page.reload()
    check(speaker)
    press(speaker, "Go in")
    speaker.page.wait_for_function("id => contexts.some(({ sinkId }) => sinkId === id)", arg=chosen)
    speaker.page.get_by_text("Choose devices").click()
    expect(choice).to_have_value(chosen)
    choice.select_option("")
    speaker.page.wait_for_function("() => contexts.every(({ sinkId }) => sinkId === '')")

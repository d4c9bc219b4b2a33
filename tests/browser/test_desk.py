"""From the words of a meeting to its published communiqué, by clicks and by keys, in real pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.browser.test_axe import AXE, clean
from tests.world.acts import button, press
from tests.world.chromium import Visit, Visitor
from tests.world.server import Planned, Server

SAID = [
    ("ambassador", "ko", "정부는 한반도의 평화를 굳게 믿습니다."),
    ("fellow", "en", "I think the apeal of the idea to the leader is the most important factor."),
    ("fellow", "en", "The test site was closed by the will of the people. I shall not forget that day."),
]
APPEAL = SAID[1][2].replace("apeal", "appeal")

Open = Callable[[str, str], Visitor]


@pytest.fixture
def at(visit: Visit, meeting: Planned, server: Server) -> Open:
    """Opens a page of a seat, with axe in it. No sound was recorded, so no clip is there."""

    def opened(seat: str, page: str, **options: Any) -> Visitor:
        visitor = visit(**options)
        visitor.context.add_init_script(AXE)
        visitor.expects("status 40[34]: .*clip", "console: .*40[34].*", "request failed: .*clip")
        visitor.open(meeting.links[seat])
        visitor.open(f"{server.url}/m/{meeting.slug}/seats/{seat}/{page}")
        return visitor

    return opened


def tab(chair: Visitor, name: str) -> None:
    """Turns to one of the desk's tabs."""
    chair.page.get_by_role("tab", name=name).click()


def test_words_become_a_quote_that_its_speaker_approves_and_everybody_reads(
    at: Open, visit: Visit, meeting: Planned, server: Server
) -> None:
    chair = at("chair", "desk")
    chair.reads("Nothing has been written down yet.")
    clean(chair, "desk, empty")
    server.add_lines(meeting, SAID)
    chair.page.reload()
    chair.reads("3 lines")

    # A line is corrected, and the correction undone and made again.
    chair.page.get_by_role("button", name=re.compile("^Correct")).nth(1).click()
    words = chair.page.get_by_role("textbox", name="Words")
    expect(words).to_be_focused()
    words.fill(APPEAL)
    clean(chair, "desk, a line is corrected")
    line = chair.page.locator("[data-line='2']")
    press(chair, "Save")
    expect(line).to_have_text(APPEAL)
    press(chair, "Undo")
    expect(line).to_have_text(SAID[1][2])
    chair.page.get_by_text("3 versions").click()
    press(chair, "Restore")
    expect(line).to_have_text(APPEAL)

    # Words are marked by keys alone.
    chair.page.get_by_role("button", name=re.compile("^Quote")).nth(1).press("Enter")
    expect(chair.page.get_by_role("textbox", name="Words")).to_be_focused()
    press(chair, "Take the selected words")
    expect(chair.page.get_by_role("region", name="Words for a quote")).to_contain_text(APPEAL)
    clean(chair, "desk, words are marked")
    press(chair, "Make a quote")
    tab(chair, "Quotes")
    chair.reads("Quote 1: Cheon Myeong Guk")
    chair.reads("Not asked yet")
    chair.reads("No mail server is configured")
    clean(chair, "desk, quotes")
    press(chair, "Ask the speaker")
    chair.reads("Waiting for the speaker")

    speaker = at("fellow", "quotes")
    speaker.reads(APPEAL)
    clean(speaker, "a speaker's quotes")
    press(speaker, "Approve")
    speaker.reads("Thank you. You have approved these words.")

    tab(chair, "Communiqué")
    text = chair.page.get_by_role("textbox", name="Text")
    expect(text).to_have_value(re.compile(r"most important factor,” Cheon said\. \[quote 1\]"))
    expect(chair.page.get_by_role("region", name="Preview")).to_contain_text("Cheon said.")
    expect(chair.page.get_by_role("region", name="Preview")).not_to_contain_text("[quote")
    chair.page.get_by_role("textbox", name="Headline").fill("Peace was spoken of")
    press(chair, "Save")
    chair.reads(re.compile("^Version 1, saved at"))
    clean(chair, "desk, communiqué")
    press(chair, "Publish")
    press(chair, "Yes, publish")
    chair.reads("Version 1 is public.")

    reader = visit()
    reader.context.add_init_script(AXE)
    reader.expects("status 40[34]: .*clip", "console: .*40[34].*", "request failed: .*clip")
    reader.open(f"{server.url}/m/{meeting.slug}")
    article = reader.page.get_by_role("region", name="Communiqué")
    expect(article.get_by_role("heading", name="Peace was spoken of")).to_be_visible()
    expect(article).to_contain_text("most important factor,” Cheon said.")
    expect(article.get_by_label("Listen: Cheon Myeong Guk")).to_be_visible()
    clean(reader, "programme, with a communiqué")
    with reader.page.expect_download() as download:
        article.get_by_role("link", name="PDF").click()
    assert download.value.suggested_filename == f"{meeting.slug}-communique-en.pdf"

    press(chair, "Take off the public page")
    press(chair, "Take off the public page")
    chair.reads("Not public.")
    reader.page.reload()
    reader.reads("Agenda")
    expect(reader.page.get_by_role("region", name="Communiqué")).to_have_count(0)


def test_a_speaker_changes_the_words_and_an_unapproved_quote_is_held_back(
    at: Open, meeting: Planned, server: Server
) -> None:
    server.add_lines(meeting, SAID)
    chair = at("chair", "desk")
    # With the mouse, words of a line are taken by selecting them.
    line = chair.page.locator("[data-line='3']")
    line.select_text()
    chair.page.dispatch_event("body", "mouseup")
    expect(chair.page.get_by_role("region", name="Words for a quote")).to_contain_text("The test site")
    press(chair, "Make a quote")
    tab(chair, "Quotes")
    press(chair, "Ask the speaker")
    chair.reads("Waiting for the speaker")

    tab(chair, "Communiqué")
    text = chair.page.get_by_role("textbox", name="Text")
    text.fill(f"“{SAID[2][2]}” [quote 1]")
    press(chair, "Save")
    chair.reads("To mend before it can be published")
    chair.reads("is not approved by its speaker.")
    press(chair, "Publish")
    press(chair, "Yes, publish")
    chair.reads("Something in it was not approved.")
    chair.expects("status 422: .*publish", "console: .*422")
    chair.reads("Not public.")

    speaker = at("fellow", "quotes")
    press(speaker, "Change the words")
    own = speaker.page.get_by_role("textbox", name="The words that you approve")
    own.fill(" ")
    press(speaker, "Approve these words")
    speaker.reads("Please write the words that you approve.")
    own.fill("The test site was closed by the people.")
    clean(speaker, "a speaker's quotes, other words")
    press(speaker, "Approve these words")
    speaker.reads("Your own wording will be printed.")
    speaker.reads("As it was said")

    press(speaker, "Answer differently")
    press(speaker, "Refuse")
    speaker.page.get_by_role("textbox", name="A remark for the organiser").fill("Not now.")
    press(speaker, "Refuse the quote")
    speaker.reads("You have refused this quote.")

    chair.page.reload()
    tab(chair, "Quotes")
    chair.reads("Not now.")
    press(chair, "Print without approval")
    press(chair, "Yes, print them")
    chair.reads(re.compile("Printed without approval"))
    clean(chair, "desk, a quote is overridden")
    tab(chair, "Communiqué")
    press(chair, "Publish")
    press(chair, "Yes, publish")
    chair.reads("Version 1 is public.")
    assert "quote.overridden" in server.facts(meeting)


@pytest.mark.parametrize("page", ["desk", "quotes"])
def test_it_fits_a_phone(at: Any, meeting: Planned, server: Server, page: str) -> None:
    server.add_lines(meeting, SAID)
    visitor = at("chair" if page == "desk" else "fellow", page, viewport={"width": 320, "height": 640})
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    for name in ("Quotes", "Communiqué", "Verbatim") if page == "desk" else ():
        tab(visitor, name)
        clean(visitor, f"desk, narrow, {name}")
    clean(visitor, f"{page}, narrow")
    wider = visitor.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, "it must be scrolled sideways"


def test_the_tabs_are_moved_between_with_the_arrows(at: Open, meeting: Planned, server: Server) -> None:
    server.add_lines(meeting, SAID)
    chair = at("chair", "desk")
    chair.page.get_by_role("tab", name="Verbatim").focus()
    chair.page.keyboard.press("ArrowRight")
    expect(chair.page.get_by_role("tab", name="Quotes")).to_be_focused()
    chair.reads("There are no quotes yet.")
    chair.page.keyboard.press("ArrowLeft")
    expect(button(chair, re.compile("^Correct"))).to_be_visible()

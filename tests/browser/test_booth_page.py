"""The interpreter's page by itself: microphone, text, glossary, keys, and what axe finds wrong with
it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.test_axe import AXE, clean
from tests.browser.test_keyboard import keyboard_alone as keyboard_alone
from tests.browser.test_keyboard import tab_to
from tests.world.acts import button, give_floor, opened, press
from tests.world.booths import TONE, cough, great, interpreter, listener, sent, sentence
from tests.world.chromium import Visit, Visitor
from tests.world.person import TONE_MICROPHONE
from tests.world.server import Planned, Server

BEYOND = """() => [...document.querySelectorAll("body *")]
    .filter((one) => document.documentElement.scrollWidth > innerWidth && !one.closest(".booth-terms"))
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 0.5)
    .map((one) => `${one.tagName}.${one.className}`)"""
"""What reaches beyond the window's right edge."""
SPEECH = """Mr Chair,

Korea tested another ballistic missile, and war is no answer.

""" + "\n\n".join(f"Point {number}: a missile is no argument." for number in range(1, 40))
GLOSSARY = """en,ko,ru
nuclear weapon,핵무기,ядерное оружие
ballistic missile,탄도미사일,баллистическая ракета
missile,미사일,ракета
"""


@pytest.fixture
def meeting(interpreted: Planned) -> Planned:
    return interpreted


def test_the_microphone_is_opened_as_it_is(visit: Visit, meeting: Planned) -> None:
    alice = interpreter(visit, meeting)
    works = ("echoCancellation", "noiseSuppression", "autoGainControl")
    assert [alice.page.evaluate("hemicycleWanted")[name] for name in works] == [False] * 3
    alice.page.get_by_text("Devices", exact=True).click()
    alice.page.get_by_label("Let the browser work on the sound").check()
    alice.page.wait_for_function("hemicycleWanted.echoCancellation")
    assert [alice.page.evaluate("hemicycleWanted")[name] for name in works] == [True] * 3


def test_one_hears_oneself_before_going_live(visit: Visit, meeting: Planned) -> None:
    opened(visit, meeting)
    alice = interpreter(visit, meeting)
    guest = listener(visit, meeting)
    alice.hears_nothing()
    press(alice, "Hear yourself")
    alice.reads("Speak now…")
    alice.reads("This is how you sound")
    alice.hears()
    alice.reads("Records three seconds and plays them back to you alone.")
    assert sent(alice) == 0
    guest.hears_nothing()


def test_the_speech_text_and_the_glossary(
    visit: Visit, meeting: Planned, server: Server, tmp_path: Path
) -> None:
    chair = opened(visit, meeting)
    fellow = visit()
    fellow.open(meeting.links["fellow"])
    press(fellow, "Go in")
    alice = interpreter(visit, meeting, "korean")
    page = alice.page
    alice.expects("status 422: .*glossary", "console: .*422")
    alice.reads("No speaker has given a text yet.")
    alice.reads("There is no glossary yet.")
    speech = tmp_path / "speech.txt"
    speech.write_text(SPEECH)
    server.hemicycle("speech", meeting.slug, "--seat", "fellow", str(speech), "--embargo")
    give_floor(chair, "Cheon Myeong Guk")
    alice.reads("Embargo until delivered")
    text = page.locator(".booth-text")
    expect(text).to_contain_text("Korea tested another ballistic missile")
    expect(page.get_by_text("Check against delivery")).to_have_count(0)

    file = page.get_by_label("Upload CSV")
    file.set_input_files({"name": "g.csv", "mimeType": "text/csv", "buffer": b"en,ko\nmissile\n,,\n"})
    alice.reads("The file was not taken; the glossary is as it was.")
    expect(page.locator(".booth-faults")).to_contain_text(re.compile("Line [23]"))
    file.set_input_files({"name": "g.csv", "mimeType": "text/csv", "buffer": GLOSSARY.encode()})
    alice.reads("The glossary has 3 terms now.")
    # The speech is in English, and this booth speaks Korean.
    term = text.locator("mark", has_text="ballistic missile")
    expect(term).to_contain_text("(탄도미사일)")
    expect(text.locator("mark", has_text="war")).to_have_count(0)

    page.keyboard.press("g")
    page.keyboard.type("РАКЕТ бал")
    expect(page.locator(".booth-terms tbody tr")).to_have_count(1)
    expect(page.locator(".booth-terms tbody tr")).to_contain_text("ballistic missile")
    page.keyboard.press("Escape")
    expect(page.locator(".booth-terms tbody tr")).to_have_count(3)
    page.keyboard.press("Escape")

    page.emulate_media(reduced_motion="reduce")
    assert text.evaluate("element => element.scrollTop") == 0
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.wait_for_function("document.querySelector('.booth-text').scrollTop > 200")
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.wait_for_function("document.querySelector('.booth-text').scrollTop === 0")
    size = text.evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
    button(alice, re.compile("Larger text")).click()
    assert text.evaluate("element => parseFloat(getComputedStyle(element).fontSize)") > size


@pytest.mark.usefixtures("keyboard_alone")
def test_the_booth_by_keyboard_alone(visit: Visit, meeting: Planned) -> None:
    opened_by_keyboard(visit, meeting)
    alice = interpreter(visit, meeting, "english-a")
    bruno = interpreter(visit, meeting, "english-b")
    keys = alice.page.keyboard
    keys.press("l")
    expect(sentence(alice)).to_contain_text("You are live. Everybody")
    keys.down("c")
    expect(sentence(alice)).to_contain_text("While you hold the button")
    expect(cough(alice)).to_have_attribute("aria-pressed", "true")
    keys.up("c")
    expect(cough(alice)).to_have_attribute("aria-pressed", "false")
    tab_to(alice.page, cough(alice))
    keys.down("Space")
    expect(sentence(alice)).to_contain_text("While you hold the button")
    keys.up("Space")
    expect(sentence(alice)).to_contain_text("You are live. Everybody")
    keys.press("m")
    expect(sentence(alice)).to_contain_text("muted")
    keys.press("m")
    # A second stroke of the key that goes live does not stop it.
    keys.press("l")
    expect(sentence(alice)).to_contain_text("You are live. Everybody")
    keys.press("h")
    expect(sentence(bruno)).to_contain_text("asks you to take over")
    bruno.page.keyboard.press("l")
    expect(sentence(bruno)).to_contain_text("You are live. Everybody")
    bruno.page.keyboard.press("x")
    expect(sentence(bruno)).to_contain_text("Nobody is live")
    volume = alice.page.locator("output").first
    keys.press("+")
    expect(volume).to_have_text("+2 dB")
    keys.press("-")
    keys.press("-")
    expect(volume).to_have_text("-2 dB")
    keys.press("?")
    dialog = alice.page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    keys.press("Space")
    keys.press("Escape")
    expect(dialog).to_be_hidden()
    # With single keys off, none acts.
    keys.press("l")
    keys.press("s")
    expect(alice.page.locator(".booth-slow")).not_to_contain_text("Asked")
    expect(sentence(alice)).to_contain_text("Nobody is live")


def opened_by_keyboard(visit: Visit, meeting: Planned) -> Visitor:
    chair = visit()
    chair.open(meeting.links["chair"])
    tab_to(chair.page, button(chair, "Open the meeting"))
    chair.page.keyboard.press("Enter")
    expect(button(chair, "Close the meeting")).to_be_visible()
    return chair


@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing(
    visit: Visit, meeting: Planned, server: Server, tmp_path: Path, width: int
) -> None:
    alice = visit(lacking=TONE_MICROPHONE % TONE + AXE, viewport={"width": width, "height": 900})
    alice.open(meeting.links["english-a"])
    expect(cough(alice)).to_be_visible()
    # It is dark of its own accord, though the browser likes it light.
    dark(alice, "rgb(14, 18, 23)")
    look_at(alice, "planned")
    chair = opened(visit, meeting)
    fellow = visit()
    fellow.open(meeting.links["fellow"])
    press(fellow, "Go in")
    (tmp_path / "speech.txt").write_text(SPEECH)
    server.hemicycle("speech", meeting.slug, "--seat", "fellow", str(tmp_path / "speech.txt"), "--check")
    give_floor(chair, "Cheon Myeong Guk")
    file = alice.page.get_by_label("Upload CSV")
    file.set_input_files({"name": "g.csv", "mimeType": "text/csv", "buffer": GLOSSARY.encode()})
    alice.reads("The glossary has 3 terms now.")
    great(alice).click()
    expect(sentence(alice)).to_contain_text("You are live.")
    for summary in ("Devices", "Preselect by language of the floor"):
        alice.page.get_by_text(summary, exact=True).click()
    alice.page.get_by_label("Note to partners and chair").fill("Hello")
    alice.page.keyboard.press("Enter")
    expect(alice.page.locator(".booth-chat-note")).to_have_count(1)
    look_at(alice, "live")
    press(alice, "Mute")
    look_at(alice, "live, muted")
    assert alice.page.evaluate(BEYOND) == [], "it must be scrolled sideways"
    small = alice.page.evaluate(
        """() => [...document.querySelectorAll("main button, main select, main input")]
            .filter((one) => !["checkbox", "radio"].includes(one.type))
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
            .map((one) => one.outerHTML)"""
    )
    assert small == []
    alice.page.locator("h1").click()
    alice.page.keyboard.press("?")
    expect(alice.page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    look_at(alice, "the keys")


def dark(visitor: Visitor, colour: str) -> None:
    assert visitor.page.evaluate("getComputedStyle(document.body).backgroundColor") == colour


def look_at(visitor: Visitor, state: str) -> None:
    """Axe finds nothing, in the page's own dark and in the light that can be chosen."""
    # A colour that is on its way from one theme to the other is neither's.
    visitor.page.emulate_media(reduced_motion="reduce")
    for theme in ("light", "dark"):
        visitor.page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        clean(visitor, state, schemes=("light",))

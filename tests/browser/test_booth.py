"""The interpreter's page: going live, silence, handing over, what comes in, slower speech,
notes."""

from __future__ import annotations

import itertools
import re

import pytest
from bench.known.recording import RECORDER, SINCE, WINDOW_MS, Recording, longest_gap_ms
from playwright.sync_api import expect
from tests.world.acts import AMBASSADOR, button, give_floor, opened, press, seated, went_in
from tests.world.booths import TONE, cough, great, interpreter, listener, sends_nothing, sent, sentence
from tests.world.chromium import Visit
from tests.world.clients import Client
from tests.world.server import Planned

ALICE, BRUNO = "Alice Morgan", "Bruno Keller"
PARTNER_TONE = 1500.0
LOUD = 0.05
PRESSES = 60


@pytest.fixture
def meeting(interpreted: Planned) -> Planned:
    return interpreted


def test_an_interpreter_goes_live_and_is_heard_while_they_want_to_be(visit: Visit, meeting: Planned) -> None:
    alice = interpreter(visit, meeting)
    expect(sentence(alice)).to_have_text("The meeting is not open yet. You can check your sound.")
    expect(great(alice)).to_have_attribute("aria-disabled", "true")
    chair = opened(visit, meeting)
    guest = listener(visit, meeting)
    expect(sentence(alice)).to_contain_text("Nobody is live in this booth.")
    assert sent(alice) == 0
    guest.hears_nothing()

    great(alice).click()
    expect(sentence(alice)).to_have_text("You are live. Everybody who listens to English hears you.")
    expect(alice.page.locator(".booth-state .on-air")).to_have_text("On air")
    guest.hears()

    box = cough(alice).bounding_box()
    assert box is not None
    alice.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    alice.page.mouse.down()
    expect(sentence(alice)).to_contain_text("While you hold the button nobody hears you.")
    expect(alice.page.locator(".booth-state .on-air")).to_have_count(0)
    sends_nothing(alice)
    guest.hears_nothing()
    # The finger may slide off the button.
    alice.page.mouse.move(2, 2)
    expect(sentence(alice)).to_contain_text("While you hold the button nobody hears you.")
    alice.page.mouse.up()
    expect(sentence(alice)).to_contain_text("You are live. Everybody")
    guest.hears()

    press(alice, "Mute")
    expect(sentence(alice)).to_have_text("You are live, but muted. Nobody hears you.")
    sends_nothing(alice)
    guest.hears_nothing()
    press(alice, "Unmute")
    guest.hears()

    great(alice).click()
    expect(sentence(alice)).to_contain_text("Nobody is live in this booth.")
    sends_nothing(alice)
    guest.hears_nothing()
    assert chair.unexpected() == []


def test_partners_hand_over_and_both_see_the_countdown(
    visit: Visit, chair: Client, meeting: Planned, capsys: pytest.CaptureFixture[str]
) -> None:
    guest = listener(visit, meeting, lacking=RECORDER)
    alice = interpreter(visit, meeting, "english-a", TONE)
    bruno = interpreter(visit, meeting, "english-b", PARTNER_TONE)
    expect(alice.page.locator('[data-partner="english-b"]')).to_contain_text("Present, microphone on")
    great(alice).click()
    expect(sentence(bruno)).to_have_text(f"{ALICE} is live. Nobody hears you.")
    great(bruno).click()
    bruno.reads("Your partner is live. Ask for the handover.")
    expect(sentence(bruno)).to_have_text(f"{ALICE} is live. Nobody hears you.")
    guest.hears()
    alice.page.keyboard.down("c")
    expect(bruno.page.locator('[data-partner="english-a"]')).to_contain_text("Live, silent at their own wish")
    alice.page.keyboard.up("c")
    expect(bruno.page.locator('[data-partner="english-a"]')).not_to_contain_text("silent")

    press(alice, "Ask partner to take over")
    expect(sentence(alice)).to_have_text("You are live, and have asked your partner to take over.")
    expect(sentence(bruno)).to_have_text(f"{ALICE} asks you to take over.")
    for page in (alice.page, bruno.page):
        expect(page.locator(".booth-state .booth-countdown")).to_have_text(re.compile(r"^(30|2\d) s$"))
    press(alice, "Withdraw")
    expect(sentence(bruno)).to_have_text(f"{ALICE} is live. Nobody hears you.")
    expect(bruno.page.locator(".booth-countdown")).to_have_count(0)

    press(alice, "Ask partner to take over")
    expect(great(bruno)).to_have_text(re.compile("^Take over"))
    since = guest.page.evaluate("performance.now()")
    great(bruno).click()
    expect(sentence(bruno)).to_contain_text("You are live. Everybody")
    expect(sentence(alice)).to_have_text(f"{BRUNO} is live. Nobody hears you.")
    sends_nothing(alice)
    guest.hears()
    heard = Recording.of(guest.page.evaluate(SINCE, since))
    tones = heard.loudest((TONE, PARTNER_TONE))
    assert [tone for tone, _ in itertools.groupby(filter(None, tones))] == [TONE, PARTNER_TONE]
    # One fades while the other begins: 20 ms, which touch three windows at the most.
    both = (heard.amplitudes((TONE, PARTNER_TONE)) > LOUD).all(axis=1).sum()
    assert both * WINDOW_MS <= 30
    with capsys.disabled():
        print(f"\ngap at a handover from page to page: {longest_gap_ms(tones):.0f} ms")

    # Bruno's computer goes: whoever presses until it works does not wait until he counts as gone.
    bruno.context.close()
    for _ in range(PRESSES):
        great(alice).click()
        alice.page.wait_for_timeout(250)
        if "You are live" in sentence(alice).inner_text():
            break
    expect(sentence(alice)).to_contain_text("You are live. Everybody")
    guest.hears()


def test_slower_speech_is_asked_for_without_a_name(visit: Visit, meeting: Planned) -> None:
    chair = opened(visit, meeting)
    speaker = visit()
    speaker.open(meeting.links["ambassador"])
    press(speaker, "Go in")
    fellow = visit()
    fellow.open(meeting.links["fellow"])
    press(fellow, "Go in")
    give_floor(chair, AMBASSADOR)
    alice = interpreter(visit, meeting)
    alice.page.keyboard.press("s")
    alice.reads("Asked for slower speech")
    for visitor in (speaker, chair):
        sign = visitor.page.locator(".slow-sign")
        expect(sign).to_contain_text("Please speak more slowly")
        expect(sign).to_contain_text("English")
        expect(sign).not_to_contain_text(ALICE)
    # Whoever does not speak cannot speak more slowly.
    expect(fellow.page.locator(".slow-sign")).to_be_empty()
    for visitor in (speaker, chair):
        expect(visitor.page.locator(".slow-sign")).to_be_empty(timeout=30_000)


def test_notes_reach_the_partner_and_the_chair_and_nobody_else(visit: Visit, meeting: Planned) -> None:
    chair = opened(visit, meeting)
    alice = interpreter(visit, meeting, "english-a")
    bruno = interpreter(visit, meeting, "english-b")
    others = [interpreter(visit, meeting, "korean"), seated(visit, meeting, "france")]
    field = alice.page.get_by_label("Note to partners and chair")
    alice.page.keyboard.press("n")
    expect(field).to_be_focused()
    # While one types, the letters are letters.
    alice.page.keyboard.type("Cough! Next figure is 4,5")
    alice.page.keyboard.press("Enter")
    for visitor in (alice, bruno, chair):
        expect(visitor.page.locator(".booth-chat-log")).to_contain_text("Cough! Next figure is 4,5")
    expect(chair.page.locator(".booth-chat-who")).to_contain_text(ALICE)
    answer = chair.page.get_by_label("Note to partners and chair")
    answer.fill("Thank you, the text is coming")
    answer.press("Enter")
    for visitor in (alice, bruno):
        expect(visitor.page.locator(".booth-chat-log")).to_contain_text("Thank you, the text is coming")
    for visitor in others:
        expect(visitor.page.locator("body")).not_to_contain_text("figure")
        expect(visitor.page.locator("body")).not_to_contain_text("text is coming")

    # The line breaks: what is written meanwhile goes out when it is back.
    alice.expects("ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION", "WebTransport", "WebSocket")
    alice.context.set_offline(True)
    alice.reads(re.compile("The connection has been lost"))
    field.fill("Written in a tunnel")
    field.press("Enter")
    alice.reads("Goes out when the connection is back.")
    alice.context.set_offline(False)
    expect(bruno.page.locator(".booth-chat-log")).to_contain_text("Written in a tunnel")
    expect(alice.page.locator(".booth-chat-state")).to_have_count(0)
    expect(alice.page.locator(".booth-chat-text", has_text="Written in a tunnel")).to_have_count(1)


def test_another_booth_is_listened_to_by_hand_and_by_preselection(
    visit: Visit, chair: Client, meeting: Planned
) -> None:
    went_in(visit, meeting)
    chair.give_floor("ambassador")
    alice = interpreter(visit, meeting)
    great(alice).click()
    expect(sentence(alice)).to_contain_text("You are live.")
    madina = interpreter(visit, meeting, "kazakh-russian")
    page = madina.page
    english = button(madina, re.compile("^English"))
    # Korean is none of hers: the page says that there is the way over another booth.
    madina.reads("Korean is not among the languages that you work from.")
    page.keyboard.press("2")
    expect(english).to_have_attribute("aria-pressed", "true")
    madina.reads("You hear the English booth.")
    madina.hears()

    # Once she is live, it is a fact.
    great(madina).click()
    expect(sentence(madina)).to_contain_text("You are live.")
    expect(button(alice, re.compile("^Қазақ тілі"))).to_contain_text("live")

    page.get_by_text("Preselect by language of the floor").click()
    page.get_by_label("When the floor is in Korean").select_option("en")
    # The floor goes over to Russian: what was chosen for Korean holds no more, and comes back with
    # it.
    page.get_by_label(f"Language that {AMBASSADOR} speaks now").select_option("ru")
    expect(button(madina, re.compile("^Original"))).to_have_attribute("aria-pressed", "true")
    madina.reads("You hear the original.")
    page.get_by_label(f"Language that {AMBASSADOR} speaks now").select_option("ko")
    expect(english).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(english).to_have_attribute("aria-pressed", "true")

    # A circle would be silence: the one who would close it is told, and hears the original.
    alice.page.keyboard.press("2")
    alice.reads("That booth listens to this one. Choose another source.")
    expect(button(alice, re.compile("^Original"))).to_have_attribute("aria-pressed", "true")
    alice.reads("You hear the original.")


def test_whoever_has_two_booths_is_live_in_one(visit: Visit, chair: Client, meeting: Planned) -> None:
    madina = interpreter(visit, meeting, "kazakh-russian")
    great(madina).click()
    expect(sentence(madina)).to_have_text("You are live. Everybody who listens to Kazakh hears you.")
    madina.page.keyboard.press("d")
    expect(madina.page.get_by_role("radio", name="Русский")).to_be_checked()
    expect(sentence(madina)).to_have_text("You are live in another booth: Kazakh.")
    expect(great(madina)).to_have_text(re.compile("^Go live here, leave Kazakh"))
    madina.page.keyboard.press("l")
    expect(sentence(madina)).to_have_text("You are live. Everybody who listens to Russian hears you.")
    # After a reload the page is in the booth that is live.
    madina.page.reload()
    expect(madina.page.get_by_role("radio", name="Русский")).to_be_checked()

"""What listeners hear of the booths: each booth, and the floor, says a tone of its own.

Tones are told apart in the samples that a page gives to the loudspeaker. Times are those of the
samples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from bench.known.recording import QUIET, RECORDER, SINCE, WINDOW_MS, Recording, longest_gap_ms
from bench.known.voices import Voices
from playwright.sync_api import expect
from tests.world.acts import button, check, press
from tests.world.chromium import Visit, Visitor
from tests.world.person import TONE_MICROPHONE
from tests.world.server import Planned

pytestmark = pytest.mark.realtime

KOREAN, ENGLISH, PARTNER, KAZAKH, FELLOW, KOREAN_BOOTH = 700.0, 1100.0, 1500.0, 1900.0, 2300.0, 2700.0
"""Of the ambassador, the English booth's two, the Kazakh booth, the fellow (in English), the Korean
booth."""
TONES = (KOREAN, ENGLISH, PARTNER, KAZAKH, FELLOW, KOREAN_BOOTH)
SAYS = {
    "chair": 0.0,
    "ambassador": KOREAN,
    "fellow": FELLOW,
    "english-a": ENGLISH,
    "english-b": PARTNER,
    "kazakh-russian": KAZAKH,
    "korean": KOREAN_BOOTH,
}
HEARS = """([tones, hz, milliseconds]) => {
    const { samples } = hemicycleRecorder.since(performance.now() - milliseconds);
    const bytes = Uint8Array.from(atob(samples), (one) => one.charCodeAt(0));
    const heard = new Int16Array(bytes.buffer);
    const loud = (tone) => {
        let real = 0;
        let imaginary = 0;
        for (let at = 0; at < heard.length; at++) {
            const turn = (2 * Math.PI * tone * at) / 48000;
            real += heard[at] * Math.cos(turn);
            imaginary += heard[at] * Math.sin(turn);
        }
        return (2 * Math.hypot(real, imaginary)) / heard.length / 32767 > 0.02;
    };
    return heard.length > 4800 && tones.every((tone) => loud(tone) === hz.includes(tone));
}"""
"""Whether of all tones just these were heard in the last so many milliseconds."""


@pytest.fixture
def meeting(interpreted: Planned) -> Planned:
    return interpreted


@contextmanager
def voices(meeting: Planned, *seats: str) -> Iterator[Voices]:
    """The chair, who has opened the meeting, and seats that each say their tone."""
    with Voices({meeting.links[seat]: SAYS[seat] for seat in ("chair", *seats)}) as said:
        said.ask("chair", "meeting.open")
        yield said


def listener(visit: Visit, meeting: Planned, seat: str = "france") -> Visitor:
    """Somebody in the hall, whose loudspeaker is recorded."""
    guest = visit(lacking=RECORDER)
    guest.open(meeting.links[seat])
    expect(channel_button(guest)).to_be_visible()
    return guest


def channel_button(visitor: Visitor) -> Any:
    return button(visitor, re.compile("^Listen to: "))


def choose(visitor: Visitor, name: str) -> None:
    """Chooses what is listened to, by a click."""
    channel_button(visitor).click()
    visitor.page.get_by_role("radio", name=name).check()
    visitor.page.keyboard.press("Escape")
    expect(button(visitor, f"Listen to: {name}")).to_be_visible()


def now(visitor: Visitor) -> float:
    return float(visitor.page.evaluate("performance.now()"))


def hears(visitor: Visitor, *tones: float, milliseconds: int = 250) -> None:
    """These tones and no others, before long."""
    visitor.page.wait_for_function(HEARS, arg=[[*TONES], [*tones], milliseconds], polling=50)


def recorded(visitor: Visitor, since: float) -> Recording:
    recording = Recording.of(visitor.page.evaluate(SINCE, since))
    assert recording.missed == 0
    return recording


def test_a_listener_switches_languages_and_hears_the_other_tone(visit: Visit, meeting: Planned) -> None:
    with voices(meeting, "ambassador", "english-a", "kazakh-russian") as said:
        guest = listener(visit, meeting)
        said.ask("chair", "floor.give", seat="ambassador")
        hears(guest, KOREAN)
        said.ask("english-a", "booth.take", booth="en")
        said.ask("kazakh-russian", "booth.take", booth="kk")
        hears(guest, KOREAN)
        choose(guest, "English")
        hears(guest, ENGLISH)
        channel_button(guest).click()
        for name, tone in 4 * (("Қазақ тілі", KAZAKH), ("English", ENGLISH)):
            guest.page.get_by_role("radio", name=name).check()
            hears(guest, tone)
        assert said.view("chair")["listeners"] == {"en": 1, "kk": 0, "ko": 0, "ru": 0}


def test_the_floor_is_passed_on_while_it_speaks_the_booths_language(visit: Visit, meeting: Planned) -> None:
    with voices(meeting, "ambassador", "fellow", "english-a") as said:
        said.ask("chair", "floor.give", seat="ambassador")
        said.ask("english-a", "booth.take", booth="en")
        guest = listener(visit, meeting)
        choose(guest, "English")
        hears(guest, ENGLISH)
        # The ambassador goes over to English, and back: the chair says so.
        for _ in range(3):
            said.ask("chair", "language.set", seat="ambassador", language="en-GB")
            hears(guest, KOREAN)
            said.ask("chair", "language.set", seat="ambassador", language="ko")
            hears(guest, ENGLISH)
        # One who speaks English has the floor beside one who is interpreted.
        said.ask("chair", "floor.give", seat="fellow")
        hears(guest, ENGLISH, FELLOW)
        said.ask("chair", "floor.take", seat="ambassador")
        hears(guest, FELLOW)
        channel_button(guest).click()
        expect(guest.page.get_by_role("radio", name="English Spoken on the floor")).to_be_checked()


def test_a_handover_leaves_no_gap_and_no_overlap(
    visit: Visit, meeting: Planned, capsys: pytest.CaptureFixture[str]
) -> None:
    with voices(meeting, "ambassador", "english-a", "english-b") as said:
        said.ask("chair", "floor.give", seat="ambassador")
        said.ask("english-a", "booth.take", booth="en")
        guest = listener(visit, meeting)
        choose(guest, "English")
        hears(guest, ENGLISH)
        gaps = []
        for live, partner, before, tone in 2 * (
            ("english-a", "english-b", ENGLISH, PARTNER),
            ("english-b", "english-a", PARTNER, ENGLISH),
        ):
            since = now(guest)
            said.ask(live, "handover.ask", booth="en")
            said.ask(partner, "booth.take", booth="en")
            hears(guest, tone)
            heard = recorded(guest, since)
            tones = heard.loudest(TONES)
            assert {*filter(None, tones)} == {before, tone}
            # One may fade while the other begins, for no longer than a fade takes.
            overlap = len(tones) - tones[::-1].index(before) - tones.index(tone)
            assert overlap * WINDOW_MS <= 50
            gaps.append(longest_gap_ms(tones))
        with capsys.disabled():
            print(f"\ngap at a handover: {', '.join(f'{ms:.0f}' for ms in gaps)} ms")
        assert min(gaps) < 300


def test_the_original_comes_back_where_the_booth_cannot_be_heard(visit: Visit, meeting: Planned) -> None:
    with voices(meeting, "ambassador", "english-a", "english-b") as said:
        said.ask("chair", "floor.give", seat="ambassador")
        guest = listener(visit, meeting)
        choose(guest, "English")
        hears(guest, KOREAN)
        guest.reads("You hear the original: nobody is in the booth (English).")
        said.ask("english-a", "booth.take", booth="en")
        hears(guest, ENGLISH)
        guest.reads("The interpretation is back (English).")
        # She is silent: what she sends is silence.
        said.say("english-a", 0)
        hears(guest, KOREAN)
        guest.reads("You hear the original: the booth says nothing at the moment (English).")
        said.say("english-a", ENGLISH)
        hears(guest, ENGLISH)
        guest.reads("The interpretation is back (English).")
        # While the floor is silent too, nothing is amiss.
        said.say("ambassador", 0)
        said.say("english-a", 0)
        hears(guest, milliseconds=5_000)
        expect(guest.page.locator(".channel-sign")).to_have_text("")
        said.say("ambassador", KOREAN)
        said.say("english-a", ENGLISH)
        hears(guest, ENGLISH)
        since = now(guest)
        said.vanish("english-a")
        hears(guest, KOREAN)
        guest.reads(re.compile("^You hear the original: "))
        assert longest_gap_ms(recorded(guest, since).loudest(TONES)) < 1_000
        said.ask("english-b", "booth.take", booth="en")
        hears(guest, PARTNER)


def test_the_original_is_heard_softly_under_the_booth_where_that_is_wished(
    visit: Visit, meeting: Planned
) -> None:
    with voices(meeting, "ambassador", "english-a") as said:
        said.ask("chair", "floor.give", seat="ambassador")
        said.ask("english-a", "booth.take", booth="en")
        guest = listener(visit, meeting)
        hears(guest, KOREAN)
        loud = amplitude(guest, KOREAN)
        choose(guest, "English")
        hears(guest, ENGLISH)
        channel_button(guest).click()
        slider = guest.page.get_by_role("slider", name="Original under the interpretation")
        expect(slider).to_have_value("0")
        slider.press("ArrowRight")
        slider.press("ArrowRight")
        slider.press("ArrowRight")
        slider.press("ArrowRight")
        expect(slider).to_have_attribute("aria-valuetext", "20%")
        hears(guest, ENGLISH, KOREAN)
        assert amplitude(guest, KOREAN) == pytest.approx(0.2 * loud, rel=0.15)
        assert amplitude(guest, ENGLISH) == pytest.approx(loud, rel=0.15)
        # Both choices are there again: one kept by the seat, one by the browser.
        guest.page.reload()
        expect(button(guest, "Listen to: English")).to_be_visible()
        hears(guest, ENGLISH, KOREAN)


def test_a_speaker_on_the_stage_hears_a_language_and_never_themselves(visit: Visit, meeting: Planned) -> None:
    with voices(meeting, "fellow", "english-a", "korean") as said:
        said.ask("chair", "floor.give", seat="fellow")
        speaker = visit(lacking=RECORDER + TONE_MICROPHONE % KOREAN)
        speaker.open(meeting.links["ambassador"])
        check(speaker)
        press(speaker, "Go in")
        hears(speaker, FELLOW)
        said.ask("english-a", "booth.take", booth="en")
        said.ask("korean", "booth.take", booth="ko")
        choose(speaker, "한국어")
        hears(speaker, KOREAN_BOOTH)
        said.ask("chair", "floor.take", seat="fellow")
        said.ask("chair", "floor.give", seat="ambassador")
        speaker.reads("The chair has given you the floor. Everybody hears you.")
        guest = listener(visit, meeting)
        hears(guest, KOREAN)
        hears(speaker, KOREAN_BOOTH, milliseconds=2_000)
        choose(speaker, "Original")
        hears(speaker, milliseconds=2_000)
        choose(speaker, "English")
        hears(speaker, ENGLISH, milliseconds=2_000)


def test_a_language_is_offered_once_and_chosen_by_keyboard(visit: Visit, meeting: Planned) -> None:
    with voices(meeting, "ambassador", "kazakh-russian") as said:
        said.ask("chair", "floor.give", seat="ambassador")
        said.ask("kazakh-russian", "booth.take", booth="ru")
        guest = listener(visit, meeting, "kazan")
        guest.reads("What would you like to hear?")
        expect(button(guest, "Listen to English")).to_be_visible()
        press(guest, "Keep the original")
        expect(guest.page.get_by_text("What would you like to hear?")).to_have_count(0)
        guest.page.reload()
        hears(guest, KOREAN)
        expect(guest.page.get_by_text("What would you like to hear?")).to_have_count(0)
        channel_button(guest).focus()
        guest.page.keyboard.press("Enter")
        expect(guest.page.get_by_role("radio", name="Original")).to_be_checked()
        guest.page.keyboard.press("Tab")
        guest.page.keyboard.press("ArrowUp")
        expect(guest.page.get_by_role("radio", name="Русский")).to_be_checked()
        hears(guest, KAZAKH)
        guest.page.keyboard.press("Escape")
        expect(channel_button(guest)).to_be_focused()


def test_the_original_comes_back_when_the_interpreters_tab_is_killed(visit: Visit, meeting: Planned) -> None:
    with voices(meeting, "ambassador") as said:
        said.ask("chair", "floor.give", seat="ambassador")
        guest = listener(visit, meeting)
        choose(guest, "English")
        hears(guest, KOREAN)
        interpreter = booth_page(visit, meeting, "english-a", ENGLISH)
        partner = booth_page(visit, meeting, "english-b", PARTNER)
        press(interpreter, "Go live")
        hears(guest, ENGLISH)
        interpreter.context.close()
        hears(guest, KOREAN)
        guest.reads(re.compile("^You hear the original: "))
        button(partner, re.compile("^(Go live|Take over at once)$")).click()
        hears(guest, PARTNER)
        guest.reads("The interpretation is back (English).")


def test_kazakh_is_interpreted_from_english_which_is_interpreted_from_korean(
    visit: Visit, meeting: Planned
) -> None:
    with voices(meeting, "ambassador", "english-a") as said:
        said.ask("chair", "floor.give", seat="ambassador")
        said.ask("english-a", "booth.take", booth="en")
        interpreter = booth_page(visit, meeting, "kazakh-russian", KAZAKH)
        hears(interpreter, KOREAN)
        button(interpreter, re.compile("^English")).click()
        hears(interpreter, ENGLISH)
        guest = listener(visit, meeting)
        choose(guest, "Қазақ тілі")
        hears(guest, KOREAN)
        press(interpreter, "Go live")
        hears(guest, KAZAKH)
        hears(interpreter, ENGLISH, milliseconds=2_000)
        assert said.view("chair")["booths"]["kk"]["pivot"] == "en"
        # The floor goes over to English: the pivot is passed on to whoever interprets from it.
        said.ask("chair", "language.set", seat="ambassador", language="en")
        hears(interpreter, KOREAN)
        hears(guest, KAZAKH)


def test_the_chair_sees_how_the_booths_stand(visit: Visit, meeting: Planned) -> None:
    with Voices({meeting.links[seat]: SAYS[seat] for seat in ("ambassador", "english-a")}) as said:
        chair = visit(lacking=RECORDER)
        chair.open(meeting.links["chair"])
        press(chair, "Open the meeting")
        press(chair, "Give the floor to Ku Hong-seok")
        hears(chair, KOREAN)
        booth = chair.page.locator("[data-booth=en]")
        expect(booth).to_contain_text("Nobody is in the booth, and the floor speaks another language.")
        guest = listener(visit, meeting)
        choose(guest, "English")
        said.ask("english-a", "booth.take", booth="en")
        expect(booth).to_contain_text("Alice Morgan")
        expect(booth).to_contain_text("1 listener")
        expect(booth).not_to_contain_text("Nobody is in the booth")
        meter = booth.get_by_role("meter", name="Sound level of the booth: English")
        expect(meter).not_to_have_attribute("value", "0")
        hears(chair, KOREAN)
        press(chair, "Listen in to the booth: English")
        hears(chair, ENGLISH)
        press(chair, "Stop listening in")
        hears(chair, KOREAN)
        assert said.view("english-a")["listeners"]["en"] == 1
        said.say("english-a", 0)
        expect(booth).to_contain_text("No sound for 10 seconds, while the floor speaks.")
        press(chair, "Stop the interpretation: English")
        press(chair, "Yes, stop it")
        hears(guest, KOREAN)
        chair.page.get_by_label("Language that Ku Hong-seok speaks now").select_option("en")
        expect(booth).not_to_contain_text("Nobody is in the booth")


def booth_page(visit: Visit, meeting: Planned, seat: str, tone: float) -> Visitor:
    """An interpreter at their page, whose microphone says a tone."""
    interpreter = visit(lacking=RECORDER + TONE_MICROPHONE % tone)
    interpreter.open(meeting.links[seat])
    expect(button(interpreter, "Go live")).to_be_visible()
    return interpreter


def amplitude(visitor: Visitor, tone: float) -> float:
    """How loud a tone is, once that does not change any more."""
    before = 0.0
    for _ in range(50):
        heard = recorded(visitor, now(visitor) - 300)
        loud = float(np.max(heard.amplitudes((tone,))[-5:]))
        if loud > QUIET and loud == pytest.approx(before, rel=0.02):
            return loud
        before = loud
        visitor.page.wait_for_timeout(100)
    raise AssertionError(f"{tone} Hz goes on changing: {before}")

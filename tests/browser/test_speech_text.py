"""The text that the booths have before them: given on the stage page, or by the chair."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, expect
from tests.browser.test_axe import AXE, clean
from tests.world.acts import button, press, went_in
from tests.world.chromium import Visit, Visitor
from tests.world.server import Planned, Server

WORDS = "존경하는 참석자 여러분, 한반도의 평화는 중요합니다."


def given(server: Server, meeting: Planned) -> str:
    """What the organiser's command line says of the texts."""
    return server.hemicycle("speech", meeting.slug)


def panel(visitor: Visitor) -> Locator:
    return visitor.page.get_by_test_id("speech")


def test_a_speaker_pastes_a_text_marks_it_and_takes_it_back(
    visit: Visit, interpreted: Planned, server: Server
) -> None:
    speaker = went_in(visit, interpreted)
    expect(speaker.page.get_by_role("heading", name="The text of your speech")).to_be_visible()
    expect(button(speaker, "Give it to the booths")).to_be_disabled()
    speaker.page.get_by_label("Paste the text").fill(WORDS)
    speaker.page.get_by_label("Embargo until delivered").check()
    press(speaker, "Give it to the booths")
    expect(panel(speaker)).to_contain_text("The booths have had it since")
    expect(panel(speaker)).to_contain_text("6 words")
    speaker.page.get_by_label("Check against delivery").check()
    speaker.page.reload()
    press(speaker, "Go in")
    speaker.page.get_by_text("Read the text").click()
    expect(speaker.page.get_by_role("region", name="Read the text")).to_have_text(WORDS)
    for mark in ("Embargo until delivered", "Check against delivery"):
        expect(speaker.page.get_by_label(mark)).to_be_checked()

    press(speaker, "Take it back")
    speaker.reads("The text has been taken back.")
    expect(speaker.page.get_by_label("Paste the text")).to_have_value(WORDS)
    assert "No text has been given" in given(server, interpreted)
    press(speaker, "Undo")
    expect(panel(speaker)).to_have_attribute("data-given", "true")
    assert "yes" in given(server, interpreted)


def test_a_document_that_cannot_be_read_changes_nothing_and_says_the_mend(
    visit: Visit, interpreted: Planned, server: Server, tmp_path: Path
) -> None:
    made, out = docx.Document(), io.BytesIO()
    made.add_paragraph("Ladies and gentlemen")
    made.save(out)
    good, bad = tmp_path / "speech.docx", tmp_path / "broken.docx"
    good.write_bytes(out.getvalue())
    bad.write_bytes(out.getvalue()[:200])
    speaker = went_in(visit, interpreted, "fellow")
    speaker.expects("status 422: ", "console: .*422")
    speaker.page.get_by_label("Or choose a file").set_input_files(bad)
    speaker.reads("The file broken.docx will be given.")
    press(speaker, "Give it to the booths")
    expect(speaker.page.get_by_role("alert").filter(has_text="can't be read")).to_be_visible()
    speaker.page.get_by_label("Or choose a file").set_input_files(good)
    press(speaker, "Give it to the booths")
    expect(panel(speaker)).to_contain_text("speech.docx · 3 words")
    press(speaker, "Replace")
    expect(speaker.page.get_by_label("Paste the text")).to_have_value("Ladies and gentlemen")
    speaker.page.get_by_label("Paste the text").fill("Dear friends")
    press(speaker, "Keep the present text")
    expect(panel(speaker)).to_contain_text("3 words")
    assert "speech.docx" in given(server, interpreted)


def test_what_was_typed_stays_when_the_server_is_away(visit: Visit, interpreted: Planned) -> None:
    speaker = went_in(visit, interpreted)
    speaker.page.get_by_label("Paste the text").fill(WORDS)
    speaker.expects("request failed: .*speeches/ambassador", "console: .*ERR_INTERNET_DISCONNECTED")
    speaker.page.route("**/speeches/ambassador*", lambda route: route.abort("internetdisconnected"))
    press(speaker, "Give it to the booths")
    expect(speaker.page.get_by_role("alert").filter(has_text="Your text is still here")).to_be_visible()
    expect(speaker.page.get_by_label("Paste the text")).to_have_value(WORDS)
    speaker.page.unroute("**/speeches/ambassador*")
    press(speaker, "Give it to the booths")
    expect(panel(speaker)).to_have_attribute("data-given", "true")


@pytest.mark.parametrize("width", [1440, 360])
def test_the_chair_gives_anybodys_text_and_axe_finds_nothing(
    visit: Visit, interpreted: Planned, width: int
) -> None:
    chair = visit(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    chair.context.add_init_script(AXE)
    chair.open(interpreted.links["chair"])
    if width < 1000:
        press(chair, "Stage")
    chair.page.get_by_text("Texts for the booths").click()
    chair.page.get_by_label("Whose speech").select_option("fellow")
    chair.page.get_by_label("Paste the text").fill("Ladies and gentlemen")
    clean(chair, "chair, about to give a text")
    press(chair, "Give it to the booths")
    chair.reads("Texts for the booths (1)")
    expect(chair.page.get_by_label("Whose speech").get_by_role("option", selected=True)).to_contain_text(
        "given"
    )
    chair.page.get_by_text("Read the text").click()
    clean(chair, "chair, a text given")
    wider = chair.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0, "it must be scrolled sideways"
    speaker = went_in(visit, interpreted, "fellow")
    expect(panel(speaker)).to_contain_text("3 words")


def test_where_there_are_no_booths_nobody_is_asked_for_a_text(visit: Visit, meeting: Planned) -> None:
    speaker = went_in(visit, meeting)
    speaker.reads("The chair has not opened the meeting yet.")
    expect(panel(speaker)).to_have_count(0)


def test_a_booth_reads_a_text_as_soon_as_it_is_given_and_no_more_when_it_is_taken_back(
    visit: Visit, interpreted: Planned
) -> None:
    booth = visit()
    booth.open(interpreted.links["english-a"])
    booth.reads("No speaker has given a text yet.")
    speaker = went_in(visit, interpreted)
    speaker.page.get_by_label("Paste the text").fill(WORDS)
    speaker.page.get_by_label("Embargo until delivered").check()
    press(speaker, "Give it to the booths")
    booth.reads(WORDS)
    booth.reads("Embargo until delivered")
    press(speaker, "Take it back")
    booth.reads("No speaker has given a text yet.")
    expect(booth.page.get_by_text(WORDS)).to_have_count(0)

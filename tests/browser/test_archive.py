"""The record of a meeting in real browsers: its video, the verbatim in step, whom it is open to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.known import recorded
from bench.known.recorded import log_facts, minute, prepared, write_line
from playwright.sync_api import Browser, expect
from tests.browser.test_axe import AXE, clean
from tests.world.chromium import Visit, visiting
from tests.world.server import Server

from hemicycle.store.tokens import token

SLUG = "recorded"
SECRET = b"0" * 32
SAID = [
    (4_000, "ambassador", "ko", "물은 국경을 모릅니다.", {"en": "Water knows no borders."}),
    (12_000, "ambassador", "ko", "감사합니다.", {"en": "Thank you."}),
    (34_000, "fellow", "en", "The agreement on the river is an example.", {}),
    (45_000, "fellow", "en", "I recommend it to everybody at this table.", {}),
]
TIME = "document.querySelector('video').currentTime"
SHOWN = "[...document.querySelector('video').textTracks].find(({ mode }) => mode === 'showing')?.language"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A minute's meeting that was recorded, at a server that has its video still to make."""
    folder = tmp_path_factory.mktemp("held")
    (folder / "secret").write_text(SECRET.hex())
    script = minute()
    store, _, door = prepared(folder, script, recorded.meeting())
    log_facts(store, SLUG, script.facts)
    door.until(70_000)
    door.close()
    for since, seat, language, text, translations in SAID:
        write_line(store, seat, since, 5_000, text, language=language, translations=translations)
    store.close()
    server = Server(folder)
    yield server
    server.stop()


@pytest.fixture
def come(browser: Browser, held: Server) -> Iterator[Visit]:
    """Makes visitors of that server, whose pages have axe in them."""
    with visiting(browser, held.url) as visit:
        yield visit


def address(server: Server, seat: str | None = None) -> str:
    """The record's page, for everybody or for a seat."""
    return f"{server.url}/m/{SLUG}/record" if seat is None else f"{server.url}/m/{SLUG}/seats/{seat}/record"


def link(server: Server, seat: str) -> str:
    """A seat's personal link."""
    return f"{server.url}/s/{token(SECRET, SLUG, seat, 0)}"


def test_the_video_is_made_and_goes_with_the_words(come: Visit, held: Server) -> None:
    visitor = come()
    visitor.context.add_init_script(AXE)
    visitor.open(link(held, "chair"))
    page = visitor.open(address(held, "chair"))
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=90_000)
    clean(visitor, "the record")

    lines = page.locator(".record-line")
    expect(lines).to_have_count(4)
    page.get_by_role("button", name=re.compile("^Cheon Myeong Guk, 0:25")).click()
    page.wait_for_function(f"() => {TIME} > 25.5")
    expect(page.locator(".record-line[aria-current]")).to_contain_text("The agreement on the river")

    page.get_by_role("combobox", name="Sound").select_option("en")
    page.wait_for_function(f"() => {TIME} > 28")
    assert page.evaluate("document.querySelector('video').muted"), "one sound at a time"

    page.get_by_role("button", name="Pause").click()
    slider = page.get_by_role("slider", name="Position in the video")
    before = page.evaluate(TIME)
    slider.press("ArrowLeft")
    page.wait_for_function(f"() => {TIME} < {before} - 4")
    page.get_by_role("combobox", name="Captions").select_option("en")
    page.wait_for_function(f"() => {SHOWN} === 'en'")


def test_words_are_found_and_read_in_another_language(come: Visit, held: Server) -> None:
    visitor = come()
    visitor.open(link(held, "chair"))
    page = visitor.open(address(held, "chair"))
    lines = page.locator(".record-line")
    expect(lines).to_have_count(4)
    page.get_by_role("searchbox").fill("riv")
    expect(lines).to_have_count(1)
    expect(page.locator("mark")).to_have_text("river")
    expect(page.get_by_role("status").filter(has_text="found")).to_have_text("1 line found")
    page.get_by_role("searchbox").fill("nothing of the kind")
    expect(page.get_by_text("Nothing was found.")).to_be_visible()
    page.get_by_role("button", name="Show everything").click()
    expect(lines).to_have_count(4)
    page.get_by_role("combobox", name="Read in").select_option("en")
    expect(lines.first).to_contain_text("Water knows no borders.")


def test_the_organiser_opens_it_to_everybody(come: Visit, held: Server) -> None:
    chair, guest = come(), come(viewport={"width": 360, "height": 780})
    guest.context.add_init_script(AXE)
    guest.expects("status 403: ", "console: .*403")
    guest.open(address(held))
    guest.reads("The record of this meeting is not open to you.")
    clean(guest, "a record that is shut")
    chair.open(link(held, "chair"))
    page = chair.open(address(held, "chair"))
    page.get_by_role("radio", name="Everybody", exact=True).check()
    expect(page.get_by_role("radio", name="Everybody", exact=True)).to_be_checked()
    # What was chosen is the server's word: a page that is opened anew says the same.
    page.reload()
    expect(page.get_by_role("radio", name="Everybody", exact=True)).to_be_checked()
    guest.open(address(held))
    guest.reads("Who spoke for how long")
    expect(guest.page.get_by_role("radio")).to_have_count(0)
    assert guest.page.evaluate("document.documentElement.scrollWidth") <= 360
    clean(guest, "a record on a phone")


def test_it_says_who_spoke_for_how_long(come: Visit, held: Server) -> None:
    visitor = come(locale="ru-RU")
    visitor.open(link(held, "chair"))
    page = visitor.open(address(held, "chair"))
    rows = page.get_by_role("table").get_by_role("row")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("Cheon Myeong Guk")
    expect(rows.nth(1)).to_contain_text("0:25")


def test_the_documents_are_there(come: Visit, held: Server, tmp_path: Path) -> None:
    visitor = come()
    visitor.open(link(held, "chair"))
    page = visitor.open(address(held, "chair"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Verbatim (MD)").click()
    kept = tmp_path / "verbatim.md"
    download.value.save_as(kept)
    assert "The agreement on the river is an example." in kept.read_text(encoding="utf-8")
    with page.expect_download() as download:
        page.get_by_role("link", name="Captions: English (WebVTT)").click()
    assert download.value.suggested_filename == "recorded-en.vtt"
    kept = tmp_path / "captions.vtt"
    download.value.save_as(kept)
    assert "<v 구홍석>Water knows no borders." in kept.read_text(encoding="utf-8")

"""The pages in the four languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.world.acts import AMBASSADOR, give_floor, opened, seated, went_in
from tests.world.chromium import Visit
from tests.world.server import Planned, Server

LANGUAGES = {
    "kk": ("kk-KZ", "Қол көтеру", "Сөз берілді", "Отырыс әлі ашылған жоқ."),
    "ko": ("ko-KR", "손 들기", "발언자", "회의가 아직 열리지 않았습니다."),
    "ru": ("ru-RU", "Поднять руку", "Слово имеет", "Заседание ещё не открыто."),
}
WORD = re.compile(r"[A-Za-z]{2,}")
STRINGS = re.compile(r"/assets/[a-z]+-(en|kk|ko|ru)-")
LOADED = "() => performance.getEntriesByType('resource').map((entry) => entry.name)"
IN_SIGHT = """() => {
  const said = [document.body.innerText, document.title];
  for (const name of ['aria-label', 'aria-description', 'title', 'placeholder']) {
    for (const element of document.querySelectorAll(`[${name}]`)) said.push(element.getAttribute(name));
  }
  return said.join('\\n');
}"""


def english(text: str, *programmes: str) -> set[str]:
    """The words in Latin letters that the organiser's own documents do not bring."""
    return set(WORD.findall(text)) - set(WORD.findall(" ".join(programmes)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hall_speaks_the_browsers_language(
    visit: Visit, meeting: Planned, server: Server, language: str
) -> None:
    locale, raise_hand, has_the_floor, planned = LANGUAGES[language]
    guest = seated(visit, meeting, "france", locale=locale, timezone_id="Asia/Almaty")
    expect(guest.page.locator("html")).to_have_attribute("lang", language)
    guest.reads(planned)
    brought = server.programme(meeting), "Hemicycle English UTC"
    assert english(guest.page.evaluate(IN_SIGHT), *brought) == set()

    chair = opened(visit, meeting)
    went_in(visit, meeting)
    give_floor(chair, AMBASSADOR)
    expect(guest.page.get_by_role("button", name=raise_hand)).to_be_visible()
    expect(guest.page.get_by_role("region", name=has_the_floor)).to_contain_text(AMBASSADOR)
    assert english(guest.page.evaluate(IN_SIGHT), *brought) == set()
    assert set(STRINGS.findall("\n".join(guest.page.evaluate(LOADED)))) == {language}


def test_the_language_is_chosen_by_one_control_and_remembered(visit: Visit, meeting: Planned) -> None:
    guest = seated(visit, meeting, "france")
    expect(guest.page.locator("html")).to_have_attribute("lang", "en")
    guest.page.get_by_role("combobox", name="Language of the page").select_option("ko")
    expect(guest.page.locator("html")).to_have_attribute("lang", "ko")
    guest.reads("회의가 아직 열리지 않았습니다.")
    guest.page.reload()
    guest.reads("회의가 아직 열리지 않았습니다.")


@pytest.mark.parametrize("seat", ["chair", "ambassador"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_desk_and_stage_speak_it_too(
    visit: Visit, meeting: Planned, server: Server, seat: str, language: str
) -> None:
    somebody = visit(locale=LANGUAGES[language][0], timezone_id="Asia/Almaty")
    somebody.open(meeting.links[seat])
    expect(somebody.page.locator("html")).to_have_attribute("lang", language)
    expect(somebody.page.get_by_role("main")).to_be_visible()
    # What Chromium calls its own camera and microphone is not ours.
    brought = (
        server.programme(meeting),
        "Hemicycle English GMT UTC Enter Esc fake device Fake Audio Input Default",
    )
    assert english(somebody.page.evaluate(IN_SIGHT), *brought) == set()

"""Takes pictures of every page in its main states, in every language, light and dark, wide and
narrow.

    python -m tools.gallery DIR [--only NAME …] [--large]

It holds a meeting of its own for that: the demo's programme and its seventy seats, with browsers in
the seats that are looked at. DIR gets two sheets a state, `NAME-wide.png` and `NAME-narrow.png`,
with every language and one picture in the dark, and each picture by itself in a folder of the
state's name. Whoever changes a page looks at them.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, ViewportSize, expect, sync_playwright
from tests.world.acts import button, check, press
from tests.world.chromium import FREE_SOUND, Visit, Visitor, launch
from tests.world.server import Planned, Server
from tools.contact_sheet import SET, SETTLED, SPOKEN, TOO_WIDE, sheet

from hemicycle.demo.words import INVITED, invitations_file, programme_file, statements

SLUG = "korean-peninsula"
GUEST = "diplomatic-2"
LANGUAGES = ("en", "kk", "ko", "ru")
WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 360, "height": 780}
WITHIN_MS = 60_000
CAPTIONER = """
[[person]]
key = "captioner"
name = "Olga Lebedeva"
title = "Captioner"
organisation = "Bureau of Interpreters"
role = "captioner"
language = "en"
"""
GLOSSARY = """en,kk,ko,ru
denuclearization,ядросыздандыру,비핵화,денуклеаризация
Korean Peninsula,Корей түбегі,한반도,Корейский полуостров
test site,полигон,핵실험장,полигон
lasting peace,берік бейбітшілік,항구적 평화,прочный мир
"""
LARGE = ("--blink-settings=defaultFontSize=32",)
"""Text at 200 %, as somebody sets it in the browser."""


@dataclass
class Gallery:
    """Where the pictures go, and which are wanted."""

    folder: Path
    only: Sequence[str]
    large: bool
    """Text at 200 %, in English and Russian alone."""

    @property
    def acting(self) -> ViewportSize:
        """The window in which everything is in sight that is clicked between the pictures."""
        times = 2 if self.large else 1
        return {"width": times * WIDE["width"], "height": times * WIDE["height"]}

    def wants(self, name: str) -> bool:
        """Whether a state is to be taken."""
        return not self.only or any(one in name for one in self.only)

    def take(self, page: Page, name: str, *, dialog: bool = False) -> None:
        """Takes a state in every language, light and dark, wide and narrow.

        Args:
            page: as it stands; its language, size and scheme are as before afterwards.
            name: of the state.
            dialog: what is in sight is taken, not the whole length of the page.
        """
        if not self.wants(name):
            return
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        ways = [(language, "light") for language in (LANGUAGES if not self.large else ("en", "ru"))]
        ways.append(("en", "dark"))
        for size, viewport in (("wide", WIDE), ("narrow", NARROW)):
            page.set_viewport_size(viewport)
            files = []
            for language, scheme in ways:
                page.evaluate(SET, [language, scheme])
                page.wait_for_function(SPOKEN, arg=language)
                page.evaluate(SETTLED)
                files.append(folder / f"{size}-{language}-{scheme}.png")
                page.screenshot(
                    path=files[-1], animations="disabled", full_page=not dialog, timeout=WITHIN_MS
                )
                if wider := page.evaluate(TOO_WIDE):
                    print(f"{name}, {size}, {language}: too wide by {', '.join(wider)}")
            sheet(files, self.folder / f"{name}-{size}.png", 1 if size == "narrow" else 0.5)
        page.set_viewport_size(self.acting)
        page.evaluate(SET, ["en", "light"])
        print(name, flush=True)


@dataclass
class House:
    """A server with the meeting, and the seats that are looked at."""

    gallery: Gallery
    server: Server
    visit: Visit
    meeting: Planned

    def at(self, seat: str, page: str = "") -> Visitor:
        """Somebody in a seat, at a page of it."""
        visitor = self.visit()
        visitor.open(self.meeting.links[seat])
        if page:
            visitor.open(self.page(seat, page))
        expect(visitor.page.get_by_role("main")).to_be_visible()
        return visitor

    def page(self, seat: str, page: str) -> str:
        """The address of a page of a seat."""
        return f"{self.server.url}/m/{self.meeting.slug}/seats/{seat}/{page}"


def open_to_all(house: House) -> None:
    """What anybody can see before the meeting: programme, notices, the check."""
    visitor, take = house.visit(), house.gallery.take
    visitor.open(f"{house.server.url}/m/{house.meeting.slug}")
    visitor.reads("Agenda")
    take(visitor.page, "programme-planned")
    visitor.open(f"{house.server.url}/m/nowhere")
    expect(visitor.page.get_by_role("heading").first).to_be_visible()
    take(visitor.page, "programme-unknown")
    visitor.open(f"{house.server.url}/s/unknown")
    expect(visitor.page.get_by_role("heading").first).to_be_visible()
    take(visitor.page, "notice")
    visitor.open(f"{house.server.url}/m/{house.meeting.slug}/check")
    expect(button(visitor, "Begin the check")).to_be_visible()
    take(visitor.page, "check-intro")
    visitor.page.get_by_label("Your name").fill("Aigerim Serikova")
    press(visitor, "Begin the check")
    expect(button(visitor, "Yes, I heard them")).to_be_visible(timeout=WITHIN_MS)
    take(visitor.page, "check-question")
    for name in ("Yes, I heard them", "Try the microphone", "Try the camera", "Yes, I see myself"):
        press(visitor, name)
    expect(visitor.page.locator(".check-verdict [data-sent=true]")).to_be_visible(timeout=WITHIN_MS)
    take(visitor.page, "check-done")
    visitor.context.close()


def held(house: House) -> None:
    """A meeting from before its opening to its close."""
    take, guest = house.gallery.take, house.at(GUEST)
    guest.reads("The meeting has not been opened yet.")
    take(guest.page, "hall-planned")
    chair = house.at("chair")
    expect(button(chair, "Open the meeting")).to_be_visible()
    chair.page.locator(".chair-checks summary").click()
    take(chair.page, "chair-planned")
    speaker = house.at("ambassador")
    check(speaker)
    take(speaker.page, "stage-check")
    press(speaker, "Go in")
    speaker.reads("The chair has not opened the meeting yet.")
    take(speaker.page, "stage-planned")
    booth = house.at("english-a")
    expect(booth.page.locator(".booth-cough")).to_be_visible()
    take(booth.page, "booth-planned")

    press(chair, "Open the meeting")
    guest.reads("Nobody is on the stage at the moment.")
    take(guest.page, "hall-open-empty")
    press(guest, "Raise hand")
    guest.reads("1st in the list")
    press(chair, "Give the floor to Ku Hong-seok")
    chair.page.locator(".chair-agenda-next").click()
    guest.sees("ambassador")
    booth.page.locator(".booth-great").click()
    booth.reads("You are live.")
    take(booth.page, "booth-live")
    take(speaker.page, "stage-floor")
    take(chair.page, "chair-open")
    take(guest.page, "hall-open")
    live(house, chair, guest, speaker, booth)


def live(house: House, chair: Visitor, guest: Visitor, speaker: Visitor, booth: Visitor) -> None:
    """While somebody speaks: captions, menus, off the record, a lost connection, and the close."""
    take = house.gallery.take
    writer = house.at("captioner")
    for words in statements()[:3]:
        line = writer.page.get_by_role("textbox", name="Line")
        line.fill(words.text[:400])
        line.press("Enter")
    writer.page.get_by_role("button", name="Correct").first.wait_for()
    take(writer.page, "captioner")
    for name in ("Show captions", "Listen to English"):
        found = guest.page.get_by_role("button", name=name)
        if found.count():
            take(guest.page, f"hall-offer-{name.split()[0].lower()}")
            found.first.click()
    take(guest.page, "hall-captions-waiting")
    guest.page.locator(".captions-menu button").click()
    guest.page.locator(".captions-menu").get_by_role("radio", name="English").check()
    guest.page.locator(".captions-line").first.wait_for()
    take(guest.page, "hall-captions-menu", dialog=True)
    guest.page.keyboard.press("Escape")
    take(guest.page, "hall-captions")
    guest.page.locator(".channel:not(.captions-menu) button").click()
    take(guest.page, "hall-channel-menu", dialog=True)
    guest.page.keyboard.press("Escape")
    guest.page.locator(".saving-select select").select_option("sound")
    take(guest.page, "hall-sound-only")
    guest.page.locator(".saving-select select").select_option("automatic")
    seat = chair.page.get_by_role("list", name="Room").get_by_role("button").nth(8)
    seat.click()
    take(chair.page, "chair-seat")
    chair.page.keyboard.press("?")
    expect(chair.page.get_by_role("dialog")).to_be_visible()
    take(chair.page, "chair-keys", dialog=True)
    chair.page.keyboard.press("Escape")
    booth.page.keyboard.press("?")
    expect(booth.page.get_by_role("dialog")).to_be_visible()
    take(booth.page, "booth-keys", dialog=True)
    booth.page.keyboard.press("Escape")

    press(chair, "Go off the record")
    take(chair.page, "chair-off-question")
    chair.page.locator(".confirm").get_by_role("button", name="Go off the record").click()
    guest.reads("Off the record")
    for visitor, name in ((chair, "chair"), (guest, "hall"), (speaker, "stage"), (booth, "booth")):
        take(visitor.page, f"{name}-off")
    take(writer.page, "captioner-off")
    press(chair, "Go on the record")
    chair.page.locator(".confirm").get_by_role("button", name="Go on the record").click()

    house.server.kill()
    speaker.reads("The connection is interrupted")
    for visitor, name in ((guest, "hall"), (speaker, "stage"), (chair, "chair"), (booth, "booth")):
        take(visitor.page, f"{name}-lost")
    house.server.start()
    expect(chair.page.locator(".link-banner-band")).to_have_count(0, timeout=WITHIN_MS)
    expect(guest.page.locator(".link-banner-band")).to_have_count(0, timeout=WITHIN_MS)

    press(chair, "Close the meeting")
    take(chair.page, "chair-close-question")
    press(chair, "Yes, close the meeting")
    guest.reads("The meeting is closed.")
    for visitor, name in ((chair, "chair"), (guest, "hall"), (speaker, "stage"), (booth, "booth")):
        take(visitor.page, f"{name}-closed")
    for visitor in (guest, speaker, booth, writer, chair):
        visitor.context.close()


def recorded(house: House) -> None:
    """What comes of the meeting: the desk, the speaker's quotes, the communiqué, the record."""
    take, server, meeting = house.gallery.take, house.server, house.meeting
    chair = house.at("chair", "desk")
    chair.reads("lines")
    take(chair.page, "desk-verbatim")
    chair.page.get_by_role("button", name="Correct").first.click()
    take(chair.page, "desk-correct")
    press(chair, "Cancel")
    for nth in (0, 1):
        chair.page.get_by_role("button", name="Quote").nth(nth).press("Enter")
        take(chair.page, f"desk-mark-{nth}")
        press(chair, "Take the selected words")
        if nth == 0:
            take(chair.page, "desk-basket")
        press(chair, "Make a quote")
        expect(chair.page.get_by_role("region", name="Words for a quote")).to_have_count(0)
    chair.page.get_by_role("tab", name="Quotes").click()
    take(chair.page, "desk-quotes-made")
    for _ in range(2):
        chair.page.get_by_role("button", name="Ask the speaker").first.click()
        chair.reads("Waiting for the speaker")
    speaker = house.at("ambassador", "quotes")
    speaker.reads("Quote 1")
    take(speaker.page, "quotes-asked")
    speaker.page.get_by_role("button", name="Change the words").first.click()
    take(speaker.page, "quotes-amend")
    press(speaker, "Approve these words")
    speaker.page.get_by_role("button", name="Refuse", exact=True).last.click()
    take(speaker.page, "quotes-refuse")
    speaker.page.get_by_role("textbox", name="A remark for the organiser").fill("Not in this form.")
    press(speaker, "Refuse the quote")
    speaker.reads("You have refused this quote.")
    take(speaker.page, "quotes-answered")
    chair.page.reload()
    chair.page.get_by_role("tab", name="Quotes").click()
    chair.reads("Not in this form.")
    take(chair.page, "desk-quotes")
    chair.page.get_by_role("tab", name="Communiqué").click()
    expect(chair.page.get_by_role("textbox", name="Text")).to_be_visible()
    take(chair.page, "desk-communique-draft")
    press(chair, "Save")
    chair.reads("Version 1, saved at")
    text = chair.page.get_by_role("textbox", name="Text")
    text.fill(f"{text.input_value()}\n\n“Nobody said this.” [quote 2]")
    press(chair, "Save")
    chair.reads("To mend before it can be published")
    take(chair.page, "desk-communique-findings")
    text.fill(text.input_value().replace("“Nobody said this.” [quote 2]", ""))
    press(chair, "Save")
    press(chair, "Publish")
    take(chair.page, "desk-publish-question")
    press(chair, "Yes, publish")
    chair.reads("is public.")
    take(chair.page, "desk-communique")

    record = house.at("chair", "record")
    take(record.page, "record-making")
    expect(record.page.get_by_role("button", name="Play")).to_be_visible(timeout=4 * WITHIN_MS)
    record.page.evaluate("document.querySelector('video').currentTime = 5")
    take(record.page, "record")
    record.page.get_by_role("searchbox").fill("peace")
    record.page.locator("mark").first.wait_for()
    take(record.page, "record-search")
    anybody = house.visit()
    anybody.open(f"{server.url}/m/{meeting.slug}/record")
    expect(anybody.page.get_by_role("heading").first).to_be_visible()
    take(anybody.page, "record-shut")
    anybody.open(f"{server.url}/m/{meeting.slug}")
    anybody.reads("Agenda")
    take(anybody.page, "programme-communique")
    anybody.open(f"{server.url}/api/docs")
    anybody.reads("GET")
    take(anybody.page, "docs", dialog=True)


@contextmanager
def house(gallery: Gallery) -> Iterator[House]:
    """A server with the meeting planned, and a browser."""
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hemicycle-gallery-")))
        server = Server(data)
        stack.callback(server.stop)
        meeting = planned(server, data)
        playwright = stack.enter_context(sync_playwright())
        expect.set_options(timeout=WITHIN_MS)
        browser = stack.enter_context(launch(playwright, FREE_SOUND, *(LARGE if gallery.large else ())))

        def visit(lacking: str | None = None, **options: Any) -> Visitor:
            context = browser.new_context(
                viewport=gallery.acting,
                locale="en-GB",
                reduced_motion="reduce",
                **options,
            )
            if lacking is not None:
                context.add_init_script(lacking)
            visitor = Visitor(context, urlsplit(server.url).netloc)
            context.set_default_timeout(WITHIN_MS)
            return visitor

        yield House(gallery, server, visit, meeting)


def planned(server: Server, data: Path) -> Planned:
    """The demo's meeting, with a captioner, the ambassador's text and a glossary."""
    (data / "programme.toml").write_text(programme_file().decode() + CAPTIONER)
    (data / "invitations.csv").write_bytes(invitations_file(INVITED))
    (data / "glossary.csv").write_text(GLOSSARY)
    (data / "speech.txt").write_text(
        "\n\n".join(one.text for one in statements() if one.where == "ambassador")
    )
    server.hemicycle(
        "meeting", "add", str(data / "programme.toml"), "--invitations", str(data / "invitations.csv")
    )
    server.hemicycle("glossary", "import", SLUG, str(data / "glossary.csv"))
    server.hemicycle("speech", SLUG, str(data / "speech.txt"), "--seat=ambassador", "--embargo", "--check")
    return server.links(SLUG)


def main() -> None:
    """Takes them all, or those that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("directory", metavar="DIR", type=Path)
    parser.add_argument(
        "--only", nargs="*", default=[], metavar="NAME", help="states with this in their names"
    )
    parser.add_argument("--large", action="store_true", help="with text at 200 %%")
    options = parser.parse_args()
    shutil.rmtree(options.directory, ignore_errors=True)
    with house(Gallery(options.directory, options.only, options.large)) as one:
        open_to_all(one)
        held(one)
        recorded(one)


if __name__ == "__main__":
    main()

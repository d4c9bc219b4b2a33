"""Takes the README's pictures of a meeting that is being held, and of its record afterwards.

    python tools/screens.py --chair LINK --speaker LINK --hall LINK DIR
    python tools/screens.py --record ADDRESS DIR

The links are personal, such as `hemicycle demo` prints for a person. Whoever sits there is
replaced, so take the pictures when the demo has lent those seats. The speaker has Chromium's own
moving picture. The record's page is what the demo prints at its end; it has to be open to
everybody, and served.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext, Page, ViewportSize, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
)
SIZE: ViewportSize = {"width": 1440, "height": 900}
WITHIN_MS = 30_000
MOVING = """() =>
  [...document.querySelectorAll("canvas[data-frames]")].some(({ dataset }) => dataset.frames > 10)"""
SHOWN = """async (share) => {
  const video = document.querySelector("video");
  video.currentTime = share * video.duration;
  await new Promise((done) => video.addEventListener("seeked", done, { once: true }));
}"""
SHARE = 0.4
"""Which part of the video is shown: somebody speaks there, and somebody has spoken before."""
STILL = """document.fonts.ready.then(
  () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"""


def opened(context: BrowserContext, link: str) -> Page:
    """The page of a seat, with its content there."""
    page = context.new_page()
    page.goto(link)
    page.get_by_role("main").wait_for()
    return page


def taken(page: Page, file: Path, *, whole: bool = False) -> None:
    """Takes the picture, of the whole page or of what is in sight, when its typefaces are there."""
    page.evaluate(STILL)
    page.screenshot(path=file, animations="disabled", full_page=whole)
    # Small, but in their own colours: with fewer of them the paper turns green.
    Image.open(file).convert("RGB").save(file, optimize=True)
    print(file)


def moving(page: Page) -> None:
    """Waits until the stage moves and is whole."""
    offer = page.get_by_role("button", name="Keep the original")
    if offer.is_visible():
        offer.click()
    page.wait_for_function(MOVING)
    page.locator("[data-level=full]").first.wait_for(state="attached")


def take_hall(context: BrowserContext, link: str, directory: Path) -> None:
    """The hall."""
    page = opened(context, link)
    # A meeting is at its best while somebody speaks.
    page.get_by_text("On air").first.wait_for()
    moving(page)
    taken(page, directory / "hall.png", whole=True)
    page.close()


def take_chair(context: BrowserContext, link: str, directory: Path) -> None:
    """The chair's page."""
    page = opened(context, link)
    page.get_by_text("On air").first.wait_for()
    moving(page)
    taken(page, directory / "chair.png")
    page.close()


def take_stage(context: BrowserContext, link: str, directory: Path) -> None:
    """The speaker's page."""
    page = opened(context, link)
    page.get_by_role("button", name="Go in", exact=True).click()
    moving(page)
    taken(page, directory / "stage.png")
    page.close()


def take_record(context: BrowserContext, address: str, directory: Path) -> None:
    """The record's page with its video and verbatim, and the communiqué on the public programme."""
    page = opened(context, address)
    page.wait_for_function("() => document.querySelector('video')?.readyState >= 2")
    captions = page.get_by_role("combobox", name="Captions")
    if captions.is_visible():
        captions.select_option(index=1)
    page.evaluate(SHOWN, SHARE)
    taken(page, directory / "record.png")
    page.goto(address.removesuffix("/record") + "#communique")
    page.locator("#communique").wait_for()
    page.locator("#communique").scroll_into_view_if_needed()
    taken(page, directory / "communique.png")
    page.close()


def main() -> None:
    """Takes those that are asked for, one after the other: each page decodes what it shows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    pictures = {"hall": take_hall, "chair": take_chair, "speaker": take_stage, "record": take_record}
    for name in pictures:
        parser.add_argument(f"--{name}", metavar="LINK")
    parser.add_argument("directory", metavar="DIR", type=Path, help="such as docs/screens")
    options = parser.parse_args()
    options.directory.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*ARGUMENTS])
        context = browser.new_context(
            viewport=SIZE, locale="en-GB", color_scheme="light", reduced_motion="reduce"
        )
        context.set_default_timeout(WITHIN_MS)
        for name, take in pictures.items():
            if (link := getattr(options, name)) is not None:
                take(context, link, options.directory)
        browser.close()


if __name__ == "__main__":
    main()

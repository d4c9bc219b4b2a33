"""Takes the README's pictures of a meeting that is being held.

    python tools/screens.py CHAIR SPEAKER HALL DIR

The addresses are personal links, such as `hemicycle demo` prints for a person. Whoever sits there is
replaced, so take them when the demo has lent those seats. The speaker has Chromium's own moving picture.
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
STILL = """document.fonts.ready.then(
  () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"""


def opened(context: BrowserContext, link: str) -> Page:
    """The page of a seat, with its content there."""
    page = context.new_page()
    page.goto(link)
    page.get_by_role("main").wait_for()
    return page


def taken(page: Page, file: Path, *, whole: bool = False) -> None:
    """Takes the picture, of the whole page or of what is in sight, when the stage moves and is whole."""
    offer = page.get_by_role("button", name="Keep the original")
    if offer.is_visible():
        offer.click()
    page.wait_for_function(MOVING)
    page.locator("[data-level=full]").first.wait_for(state="attached")
    page.evaluate(STILL)
    page.screenshot(path=file, animations="disabled", full_page=whole)
    # Small, but in their own colours: with fewer of them the paper turns green.
    Image.open(file).convert("RGB").save(file, optimize=True)
    print(file)


def main() -> None:
    """Takes all three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for seat in ("chair", "speaker", "hall"):
        parser.add_argument(seat, metavar=seat.upper(), help=f"a personal link: {seat}")
    parser.add_argument("directory", metavar="DIR", type=Path, help="such as docs/screens")
    options = parser.parse_args()
    options.directory.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*ARGUMENTS])
        context = browser.new_context(
            viewport=SIZE, locale="en-GB", color_scheme="light", reduced_motion="reduce"
        )
        context.set_default_timeout(WITHIN_MS)
        # One after the other: each decodes what it shows, beside the meeting's own seats.
        hall = opened(context, options.hall)
        # A meeting is at its best while somebody speaks.
        hall.get_by_text("On air").first.wait_for()
        taken(hall, options.directory / "hall.png", whole=True)
        hall.close()
        chair = opened(context, options.chair)
        chair.get_by_text("On air").first.wait_for()
        taken(chair, options.directory / "chair.png")
        chair.close()
        stage = opened(context, options.speaker)
        stage.get_by_role("button", name="Go in", exact=True).click()
        taken(stage, options.directory / "stage.png")
        browser.close()


if __name__ == "__main__":
    main()

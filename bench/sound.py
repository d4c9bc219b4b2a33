"""How a booth sounds, and how late everything is: `python -m bench.sound [--seconds 15]`.

A real server on loopback, an interpreter at the booth's page of a real browser, whose microphone
plays a file of tones, and a listener at another, whose page is recorded where it gives its sound to
the loudspeaker. Then the known speaker and a known interpreter, whose sound and picture say by
themselves when they were made.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import tempfile
import wave
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench.known.recording import RATE, RECORDER, SINCE, Recording, longest_gap_ms
from bench.known.signals import TONES_HZ as KNOWN_HZ
from bench.known.speaker import KnownSpeaker
from bench.known.voices import Voices
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page
from rich.console import Console
from rich.table import Table
from tests.world.chromium import ARGUMENTS, FREE_SOUND, Visitor, chromium, viewer_at
from tests.world.server import Planned, Server

PROGRAMME = Path(__file__).parent.parent / "tests" / "meetings" / "booths.toml"
TONES_HZ = (125, 250, 500, 1_000, 2_000, 4_000, 8_000, 12_500, 15_000)
REFERENCE_HZ = 1_000
TONE_SECONDS = 0.5
AMPLITUDE = 0.1
WINDOW = RATE // 20
"""50 ms: a whole number of periods of every tone."""
SWITCHES = 12
KOREAN_HZ, KAZAKH_HZ = 4_500, 5_100
"""What two booths say between which the listener switches: other tones than the known speaker's."""
SWITCH = """name => {
    const choice = [...document.querySelectorAll("label.channel-choice")].find(
        (label) => label.querySelector(".channel-name").textContent === name);
    const at = performance.now();
    choice.click();
    return at;
}"""


@dataclass(frozen=True, slots=True)
class Delays:
    """Milliseconds from the making of a sound or a picture to the page that gives it out."""

    sound: Sequence[float]
    picture: Sequence[float]

    @classmethod
    def of(cls, viewer: Visitor, speaker: KnownSpeaker, seconds: float) -> Delays:
        """Look and listen for some seconds."""
        viewer.begin()
        viewer.page.wait_for_timeout(seconds * 1000)
        given = viewer.taken(speaker.order("numbers"))
        return cls(given.sound_delays_ms, given.picture_delays_ms)


def tones_file(path: Path) -> None:
    """Write one tone after the other; Chromium's microphone plays them round and round."""
    at = np.arange(int(TONE_SECONDS * RATE)) / RATE
    said = np.concatenate([AMPLITUDE * np.sin(2 * np.pi * hz * at) for hz in TONES_HZ])
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.asarray(32767 * said, "<i2").tobytes())


def response(samples: NDArray[np.float64]) -> dict[int, float]:
    """How loud each tone came out, in dB beside the one of 1 kHz.

    Args:
        samples: Some rounds of the tones.
    """
    count = len(samples) // WINDOW
    cut = samples[: count * WINDOW].reshape(count, WINDOW) * np.hanning(WINDOW) * 2
    turns = np.exp(-2j * np.pi * np.outer(np.arange(WINDOW) / RATE, TONES_HZ))
    loud = np.abs(cut @ turns) * 2 / WINDOW
    # The windows in the middle of a tone: of those in which it is the loudest, the louder half.
    loudest = np.argmax(loud, axis=1)
    heard = {}
    for place, hz in enumerate(TONES_HZ):
        own = loud[loudest == place, place]
        heard[hz] = float(np.median(own[own >= np.median(own)])) if len(own) else 0.0
    return {hz: 20 * np.log10(max(one, 1e-6) / heard[REFERENCE_HZ]) for hz, one in heard.items()}


@contextmanager
def interpreter(browser: Browser, folder: Path, link: str) -> Iterator[Page]:
    """An interpreter's page, in a browser whose microphone says the tones; she is live."""
    file = folder / "tones.wav"
    tones_file(file)
    arguments = [*ARGUMENTS, FREE_SOUND, f"--use-file-for-fake-audio-capture={file}"]
    own = browser.browser_type.launch(executable_path=shutil.which("chromium"), args=arguments)
    try:
        page = own.new_context(locale="en-GB").new_page()
        page.goto(link)
        page.get_by_role("button", name="Go live").first.click()
        yield page
    finally:
        own.close()


def choose(page: Page, name: str) -> None:
    """Listen to a booth."""
    page.get_by_role("button", name=re.compile("^Listen to: ")).click()
    page.get_by_role("radio", name=name).check()


def measure_response(browser: Browser, folder: Path, meeting: Planned) -> dict[int, float]:
    """The whole path's: an interpreter's microphone, Opus, the server, a listener's player."""
    with Voices({meeting.links["chair"]: 0}) as said:
        said.ask("chair", "meeting.open")
        viewer = viewer_at(browser, meeting.links["chair"], RECORDER)
        try:
            with interpreter(browser, folder, meeting.links["english-a"]):
                viewer.open(meeting.links["france"])
                choose(viewer.page, "English")
                since = viewer.now() + 3_000
                viewer.page.wait_for_timeout(3_000 + 3_000 * TONE_SECONDS * len(TONES_HZ))
                return response(Recording.of(viewer.page.evaluate(SINCE, since)).samples)
        finally:
            viewer.close()


def measure_delays(
    browser: Browser, meeting: Planned, seconds: float
) -> tuple[Delays, Delays, list[float], list[float]]:
    """Of the original, of the booth; gaps at corrections of the language, and switches between two
    booths."""
    known = {"chair": meeting.links["chair"], "speaker": meeting.links["ambassador"]}
    with KnownSpeaker(known) as speaker:
        booths = {"english-a": None, "korean": KOREAN_HZ, "kazakh-russian": KAZAKH_HZ}
        with Voices({meeting.links[seat]: tone for seat, tone in booths.items()}) as said:
            for seat, language in (("english-a", "en"), ("korean", "ko"), ("kazakh-russian", "kk")):
                said.ask(seat, "booth.take", booth=language)
            # None of the three booths' languages, so that each of them interprets.
            said.ask("english-a", "language.set", seat="ambassador", language="ru")
            viewer = viewer_at(browser, meeting.links["chair"], RECORDER)
            try:
                viewer.open(meeting.links["france"])
                viewer.wait_for_sound()
                viewer.wait_for_picture()
                original = Delays.of(viewer, speaker, seconds)
                choose(viewer.page, "English")
                viewer.wait_for_sound()
                booth = Delays.of(viewer, speaker, seconds)
                return original, booth, [*corrections(viewer, said)], [*switches(viewer.page)]
            finally:
                viewer.close()


def corrections(viewer: Visitor, said: Voices) -> Iterator[float]:
    """Milliseconds of silence when the floor's language is corrected, and the original passed on or
    not."""
    for turn in range(SWITCHES):
        since = viewer.now()
        said.ask("english-a", "language.set", seat="ambassador", language=("en", "ru")[turn % 2])
        viewer.page.wait_for_timeout(1_500)
        yield longest_gap_ms(Recording.of(viewer.ask(SINCE, since)).loudest(KNOWN_HZ))


def switches(page: Page) -> Iterator[float]:
    """Milliseconds from a click to the other booth's first sound, over and over."""
    tones = (KOREAN_HZ, KAZAKH_HZ)
    for turn in range(SWITCHES + 1):
        name, hz = (("한국어", KOREAN_HZ), ("Қазақ тілі", KAZAKH_HZ))[turn % 2]
        pressed = page.evaluate(SWITCH, name)
        page.wait_for_timeout(1_500)
        heard = Recording.of(page.evaluate(SINCE, pressed))
        # The first is from the known sound to a tone.
        if turn > 0:
            yield heard.first_ms + 10 * heard.loudest(tones).index(hz) - pressed


def quantile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed; not a number where there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def band(heard: dict[int, float]) -> Table:
    """The table of the response."""
    table = Table(title="A booth's response, microphone to loudspeaker, dB beside 1 kHz")
    for hz in heard:
        table.add_column(f"{hz} Hz", justify="right")
    table.add_row(*(f"{db:+.1f}" for db in heard.values()))
    return table


def late(original: Delays, booth: Delays, corrected: list[float], changes: list[float]) -> Table:
    """The table of the delays."""
    table = Table(title="Delay on loopback, ms")
    for head in ("what", "p50", "p95", "held against"):
        table.add_column(head, justify="left" if head == "what" else "right")
    rows = (
        ("original sound", original.sound, ""),
        ("original picture", original.picture, ""),
        ("booth's sound (added by us)", booth.sound, "p95 < 150"),
        ("gap at a correction of the floor's language", corrected, "< 100"),
        ("language switch", changes, "< 300"),
    )
    for what, values, held in rows:
        table.add_row(what, f"{quantile(values, 0.5):.0f}", f"{quantile(values, 0.95):.0f}", held)
    if original.sound and original.picture:
        lips = statistics.median(original.picture) - statistics.median(original.sound)
        table.add_row("lip-sync: picture after sound", f"{lips:+.0f}", "", "within ±100")
    return table


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=15.0, help="how long each delay is measured")
    options = parser.parse_args()
    console = Console(width=130)
    with tempfile.TemporaryDirectory() as folder, Server(Path(folder), "--no-record") as served:
        programme = PROGRAMME.read_text(encoding="utf-8")
        response_meeting, delay_meeting = (
            served.add(slug, programme.replace('slug      = "booths"', f'slug = "{slug}"'))
            for slug in ("response", "delay")
        )
        with chromium() as browser:
            console.print(band(measure_response(browser, Path(folder), response_meeting)))
            console.print(late(*measure_delays(browser, delay_meeting, options.seconds)))
    console.print(f"load {os.getloadavg()[0]:.1f}", style="dim")


if __name__ == "__main__":
    main()

"""Somebody at a page, which is used, listened to and looked at, at whichever browser it is."""

from __future__ import annotations

import re
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.known.heard import Given, clock_of, given, reading

HERE = Path(__file__).parent
LISTENER = (HERE / "listener.js").read_text(encoding="utf-8")
"""Takes down the known sound and picture; has to run in the page before everything else."""
EAR = (HERE / "ear.js").read_text(encoding="utf-8")
"""Tells sound from silence, of whatever kind it is."""
PICTURE = (HERE / "picture.js").read_text(encoding="utf-8")
LOOK = PICTURE[PICTURE.index("async (") :].rstrip().rstrip(";")
TONE_MICROPHONE = (HERE / "tone-microphone.js").read_text(encoding="utf-8")
"""Makes each microphone of a page say one tone: `TONE_MICROPHONE % HZ`."""
PATIENCE_MS = 30_000
"""How long anything may take: the machine may be slow, and runs several browsers at once."""
QUIET_MS = 2_500
"""So long without a sound is silence: the fake microphone beeps every second."""
DIFFERENT = 8
SOUNDING = "from => /[0-7]{20}$/.test(hemicycleListener.since(from).windows)"
WIDE = "([from, width]) => hemicycleListener.since(from).drawn.slice(-5).some(one => one[2] === width)"
MOVING = "from => hemicycleListener.since(from).drawn.length > 5"
IN_SIGHT = """pattern => [...document.querySelectorAll("body *")].some(element =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && new RegExp(pattern).test((element.innerText ?? "").replace(/\\s+/g, " ")))"""
PIXELS = """([seat, source]) => {
    const canvas = document.querySelector(`canvas[data-seat="${seat}"][data-source="${source}"]`);
    const small = new OffscreenCanvas(16, 9).getContext("2d");
    small.drawImage(canvas, 0, 0, 16, 9);
    return small.getImageData(0, 0, 16, 9).data.reduce((sum, value, at) => sum + (at % 4 < 3 ? value : 0), 0);
}"""


class Person(ABC):
    """Somebody at a page, watched for whatever a page must not do.

    Args:
        host: `name:port` of the only server that their pages may talk to.
    """

    def __init__(self, host: str) -> None:
        self.problems: list[str] = []
        self._host = host
        self._expected: list[re.Pattern[str]] = []
        self._from = 0.0

    def expects(self, *patterns: str) -> None:
        """Problems that belong to what is being tested."""
        self._expected += map(re.compile, patterns)

    def unexpected(self) -> list[str]:
        """What the pages did that they must not do."""
        return [one for one in self.problems if not any(pattern.search(one) for pattern in self._expected)]

    def _look_at(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("about", "data", "blob") and parts.netloc != self._host:
            self.problems.append(f"another host: {url}")

    @abstractmethod
    def open(self, url: str) -> Any:
        """Opens an address, such as a personal link."""

    @abstractmethod
    def ask(self, function: str, argument: Any = None) -> Any:
        """What a function of JavaScript says of a JSON argument."""

    @abstractmethod
    def wait_until(self, function: str, argument: Any = None, timeout_ms: float = PATIENCE_MS) -> None:
        """Until a function of JavaScript says so.

        Raises:
            TimeoutError: it never did.
        """

    @abstractmethod
    def press(self, name: str) -> None:
        """Clicks the button of that name, once it is there."""

    @abstractmethod
    def close(self) -> None:
        """Closes the page and forgets its cookies."""

    @abstractmethod
    def reads(self, text: str) -> None:
        """Words that come in sight."""

    def sees(self, seat: str, source: str = "camera") -> None:
        """Moving pictures of a seat, not black ones."""
        asked = {"seat": seat, "source": source, "different": DIFFERENT, "within": PATIENCE_MS}
        found = self.ask(LOOK, asked)
        assert min(found["seen"], found["drawn"]) >= DIFFERENT, f"{source} of {seat}: {found}"

    def hears(self, for_ms: float = 0) -> None:
        """Sound, from now on, and again after as many ms."""
        self.wait_until("from => hemicycleEar.loudAt > from", self.now() + for_ms)

    def hears_nothing(self) -> None:
        """Silence, for longer than the fake microphone is ever silent."""
        self.wait_until(
            f"from => performance.now() - Math.max(from, hemicycleEar.loudAt) > {QUIET_MS}", self.now()
        )

    def now(self) -> float:
        """The page's clock, ms."""
        return float(self.ask("() => performance.now()"))

    def wait_for_sound(self) -> None:
        """Until 100 ms of the known sound came, from now on."""
        self.wait_until(SOUNDING, self.now())

    def wait_for_picture(self, timeout_ms: float = PATIENCE_MS) -> None:
        """Until some pictures came, from now on."""
        self.wait_until(MOVING, self.now(), timeout_ms)

    def wait_for_level(self, width: int, timeout_ms: float = 2 * PATIENCE_MS) -> None:
        """Until pictures come that are so many pixels wide, from now on."""
        self.wait_until(WIDE, [self.now(), width], timeout_ms)

    def wait_for_words(self, pattern: str) -> None:
        """Until words that match come in sight."""
        self.wait_until(IN_SIGHT, pattern)

    def wait_without_words(self, pattern: str) -> None:
        """Until no words that match are in sight."""
        self.wait_until(f"pattern => !({IN_SIGHT})(pattern)", pattern)

    def brightness(self, seat: str, source: str = "camera") -> int:
        """Of what stands on the picture's canvas: above 0 where there is anything at all."""
        return int(self.ask(PIXELS, [seat, source]))

    def mark(self, name: str) -> float | None:
        """When the page's User Timing mark was made, ms since the page was asked for; None: it was
        not."""
        entry = self.ask(
            "name => performance.getEntriesByName(name)[0]?.startTime ?? null", f"hemicycle:{name}"
        )
        return None if entry is None else float(entry)

    def begin(self) -> None:
        """What is taken down counts from now on."""
        self._from = self.now()

    def taken(self, numbers: Sequence[tuple[str, int, int]] = ()) -> Given:
        """What the page gave out since `begin`."""
        raw: dict[str, Any] = self.ask("from => hemicycleListener.since(from)", self._from)
        return given(raw, clock_of([reading(self.now) for _ in range(8)]), numbers)

    def listen(self, seconds: float) -> Given:
        """What the page gives out in so many seconds from now on."""
        self.begin()
        time.sleep(seconds)
        return self.taken()

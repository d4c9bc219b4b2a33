"""A Firefox beside the Chromium of the other browser tests, and visitors at it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.browser.firefox.bidi import Bidi, Firefox, Json
from tests.browser.firefox.preferences import PREFERENCES
from tests.browser.firefox.sound import loudspeaker
from tests.browser.firefox.visitors import EVENTS, FirefoxVisit, FirefoxVisitor
from tests.browser.served import Server


class Watched:
    """The session with a Firefox, and those who are told what its pages do."""

    def __init__(self, firefox: Firefox) -> None:
        """Begins the session."""
        self.visitors: list[FirefoxVisitor] = []
        self.bidi = Bidi(firefox.url, self._tell)
        self.bidi.command("session.subscribe", events=[*EVENTS])

    def _tell(self, name: str, event: Json) -> None:
        for visitor in [*self.visitors]:
            visitor.on_event(name, event)


@pytest.fixture(scope="session")
def watched() -> Iterator[Watched]:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program, "Firefox is not installed: run .ci/services"
    with ExitStack() as stack:
        # Not pytest's own folder: the path of a socket has to be short.
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="hemicycle-", ignore_cleanup_errors=True))
        )
        sound = stack.enter_context(loudspeaker(folder))
        firefox = Firefox(program, folder, PREFERENCES, sound)
        stack.callback(firefox.stop)
        yield Watched(firefox)


@pytest.fixture
def visit_firefox(watched: Watched, server: Server) -> Iterator[FirefoxVisit]:
    """Makes visitors; at the end of the test, their pages must have done nothing wrong."""

    def visit(script: str = "") -> FirefoxVisitor:
        watched.visitors.append(FirefoxVisitor(watched.bidi, urlsplit(server.url).netloc, script))
        return watched.visitors[-1]

    yield visit
    problems = [one for visitor in watched.visitors for one in visitor.unexpected()]
    for visitor in watched.visitors:
        visitor.close()
    watched.visitors.clear()
    assert problems == []

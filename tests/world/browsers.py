"""What all tests share: one process of each browser, everybody in it with cookies of their own;
clients."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from tests.world.chromium import FREE_SOUND, launch
from tests.world.clients import Clients, clients
from tests.world.firefox import Watched, firefox
from tests.world.person import PATIENCE_MS


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium with a camera and a microphone that are programs: a moving picture, a beep each
    second."""
    with launch(playwright, FREE_SOUND) as browser:
        yield browser


@pytest.fixture(scope="session")
def watched() -> Iterator[Watched]:
    """Firefox, whose sound goes to a loudspeaker that is a program."""
    with firefox() as watched:
        yield watched


@pytest.fixture(scope="session", name="clients")
def running_clients() -> Iterator[Clients]:
    """Where people take part without a browser."""
    with clients() as running:
        yield running

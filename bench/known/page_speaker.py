"""A speaker at a real page behind a relay of their own, whose microphone and camera are the known ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.known.served import Served
from playwright.sync_api import Browser
from tests.browser.acts import give_floor, opened, went_in
from tests.browser.served import Planned
from tests.browser.visitors import Visitor

SPEAKER = "Ku Hong-seok"
DEVICES = (Path(__file__).parent / "devices.js").read_text(encoding="utf-8")
THROUGH = """
for (const name of ["WebTransport", "WebSocket"]) {
	const Plain = globalThis[name];
	globalThis[name] = class extends Plain {
		constructor(url, ...rest) {
			super(String(url).replace("localhost:%d/", "localhost:%d/"), ...rest);
		}
	};
}"""
"""Sound and picture go through the page's own relay too, wherever the server thinks that guests come from."""


def through(served: Served, relay_port: int) -> str:
    """A script by which a page has the known devices, and reaches the server by a relay of its own."""
    return THROUGH % (urlsplit(served.url).port or 0, relay_port) + DEVICES


@contextmanager
def page_speaker(browser: Browser, served: Served, paths: dict[str, str], relay_port: int) -> Iterator[None]:
    """Has the floor of a meeting that nobody has opened yet, until the block ends.

    Args:
        browser: Where the speaker and, at the beginning, the chair are.
        served: The server.
        paths: Of the meeting's personal links, by seat.
        relay_port: Of the speaker's relay.
    """
    own = f"http://localhost:{relay_port}"
    script = through(served, relay_port)
    links = {seat: (own if seat == "speaker" else served.url) + path for seat, path in paths.items()}
    with ExitStack() as stack:

        def visit(lacking: str | None = None, **options: Any) -> Visitor:
            context = browser.new_context(**{"locale": "en-GB", **options})
            stack.callback(context.close)
            context.add_init_script(script)
            return Visitor(context, urlsplit(served.url).netloc)

        chair = opened(visit, Planned("uplink", links))
        went_in(visit, Planned("uplink", links), "speaker")
        give_floor(chair, SPEAKER)
        # The floor stays as the chair leaves it, and a page that plays costs the machine's time.
        chair.page.close()
        yield

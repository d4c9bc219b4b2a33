"""A network for each guest, and the same thing done by guests at several browsers at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from bench.known.heard import Given
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from tests.world.person import PATIENCE_MS, Person
from tests.world.server import Server

GOOD = Conditions(delay_ms=40, jitter_ms=10)
THROUGH = """
for (const name of ["WebTransport", "WebSocket"]) {
	const Plain = globalThis[name];
	if (!Plain) continue;
	globalThis[name] = class extends Plain {
		constructor(url, ...rest) {
			super(String(url).replace("localhost:%d/", "localhost:%d/"), ...rest);
		}
	};
}"""


def through(served: Server, relay_port: int) -> str:
    """A script by which a page's sound and picture go through a relay of its own.

    Args:
        served: the server, which thinks that all guests come by one relay.
        relay_port: the page's own.
    """
    return THROUGH % (urlsplit(served.url).port or 0, relay_port)


class Network:
    """Relays that all do the same: a narrow link is each guest's own, as it would be.

    Args:
        relays: by browser.
    """

    def __init__(self, relays: Mapping[str, Relay]) -> None:
        self.relays = relays

    def become(self, conditions: Conditions) -> None:
        """Each link is like this from now on."""
        for relay in self.relays.values():
            relay.become(conditions)

    def change(self, **fields: Any) -> None:
        """Each link is as it was but for these fields of `Conditions`."""
        for relay in self.relays.values():
            relay.change(**fields)

    def move(self) -> None:
        """Each guest has a new address."""
        for relay in self.relays.values():
            relay.move()


class Guests:
    """People at several browsers in one meeting, who look and listen at the same time.

    Args:
        people: by browser.
    """

    def __init__(self, people: Mapping[str, Person]) -> None:
        self.people = people

    def each(self, does: Callable[[Person], object]) -> None:
        """Everybody does that; what one waits for is going on for the others meanwhile."""
        for browser, person in self.people.items():
            try:
                does(person)
            except (AssertionError, TimeoutError) as error:
                error.add_note(f"in {browser}")
                raise

    def wait_for_sound(self) -> None:
        """Until 100 ms of the known sound came, from now on."""
        self.each(lambda person: person.wait_for_sound())

    def wait_for_picture(self) -> None:
        """Until some pictures came, from now on."""
        self.each(lambda person: person.wait_for_picture())

    def wait_for_level(self, width: int, timeout_ms: float = 2 * PATIENCE_MS) -> None:
        """Until pictures come that are so many pixels wide, from now on."""
        self.each(lambda person: person.wait_for_level(width, timeout_ms))

    def wait_for_words(self, pattern: str) -> None:
        """Until words that match come in sight."""
        self.each(lambda person: person.wait_for_words(pattern))

    def wait_without_words(self, pattern: str) -> None:
        """Until no words that match are in sight."""
        self.each(lambda person: person.wait_without_words(pattern))

    def wait_until(self, function: str) -> None:
        """Until a function of JavaScript says so."""
        self.each(lambda person: person.wait_until(function))

    def ask(self, function: str) -> dict[str, Any]:
        """What a function of JavaScript says, by browser."""
        return {browser: person.ask(function) for browser, person in self.people.items()}

    def listen(self, seconds: float) -> Sequence[tuple[str, Given]]:
        """What each page gives out in so many seconds from now on, and in which browser."""
        self.each(lambda person: person.begin())
        time.sleep(seconds)
        return [(browser, person.taken()) for browser, person in self.people.items()]

    def close(self) -> None:
        """Everybody leaves."""
        self.each(lambda person: person.close())

"""People who take part by the Python client: a chair whose page is not under test costs no
browser."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import AsyncExitStack, contextmanager
from typing import Any, TypeVar

import httpx
from pydantic import TypeAdapter

from hemicycle.client.seat import Seat
from hemicycle.wire.protocol import Command, View

WITHIN_S = 30.0
COMMAND: TypeAdapter[Command] = TypeAdapter(Command)
Result = TypeVar("Result")


class Clients:
    """A thread in which seats are kept: Playwright's loop stays in the thread of the tests."""

    def __init__(self, loop: asyncio.AbstractEventLoop, http: httpx.AsyncClient) -> None:
        self._loop, self._http = loop, http

    def wait(self, waited_for: Coroutine[Any, Any, Result]) -> Result:
        """What comes of it in the thread of the clients."""
        return asyncio.run_coroutine_threadsafe(waited_for, self._loop).result(WITHIN_S)

    @contextmanager
    def seat(self, link: str) -> Iterator[Client]:
        """Somebody in a seat until the block ends."""
        stack = AsyncExitStack()
        seat = self.wait(stack.enter_async_context(Seat(link, self._http)))
        try:
            yield Client(self, seat)
        finally:
            self.wait(stack.aclose())


@contextmanager
def clients() -> Iterator[Clients]:
    """The thread, until the block ends."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    http = httpx.AsyncClient()
    made = Clients(loop, http)
    try:
        yield made
    finally:
        made.wait(http.aclose())
        loop.call_soon_threadsafe(loop.stop)
        thread.join(WITHIN_S)
        loop.close()


class Client:
    """Somebody in a seat. What is asked for is carried out, or fails the test."""

    def __init__(self, clients: Clients, seat: Seat) -> None:
        self._clients, self._seat = clients, seat

    @property
    def view(self) -> View:
        """The meeting as this seat sees it."""
        assert self._seat.view is not None
        return self._seat.view

    def ask(self, kind: str, /, **fields: Any) -> None:
        """Asks for something that is carried out."""
        command = COMMAND.validate_python({"type": kind, **fields})
        refused = self._clients.wait(self._seat.ask(command))
        assert refused is None, f"{kind} {fields}: {refused}"

    def give_floor(self, seat: str) -> None:
        """Gives a seat the floor, once it is there."""
        self._clients.wait(self._seat.until(lambda view: seat in view["present"]))
        self.ask("floor.give", seat=seat)

    def take_floor(self, seat: str) -> None:
        """Takes the floor back."""
        self.ask("floor.take", seat=seat)

    def open_microphone(self, seat: str) -> None:
        """Opens a microphone."""
        self.ask("microphone.open", seat=seat)

    def close_microphone(self, seat: str) -> None:
        """Closes a microphone."""
        self.ask("microphone.close", seat=seat)

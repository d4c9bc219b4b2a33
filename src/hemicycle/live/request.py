"""A command on its way through a live meeting's inbox."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field

from hemicycle.live.connection import Connection
from hemicycle.room.refusal import Refusal
from hemicycle.room.subject import AnyCommand
from hemicycle.wire.ids import Key


@dataclass(slots=True)
class Request:
    """A command of a seat's, or of the server's own on behalf of a seat, and what became of it."""

    command: AnyCommand
    seat: Key
    connection: Connection | None = None
    """By which it came; None: it did not come from a page in the room."""
    id: int | None = None
    """The page's number for it."""
    arrived: float = field(default_factory=time.perf_counter)
    """In seconds, by `time.perf_counter`."""
    outcome: Refusal | None = None
    """Why it was not carried out; None: it was, or is not decided yet."""
    answered: asyncio.Future[Refusal | None] | None = None
    """Set to the outcome, for whoever awaits it outside the room."""

    def answer(self, outcome: Refusal | None) -> None:
        """Tell the outcome to whoever awaits it outside the room."""
        if self.answered is not None and not self.answered.done():
            self.answered.set_result(outcome)


def id_in(text: str | bytes) -> int | None:
    """The id of a message, as far as that can be made out of it; None where it has none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None

"""What is asked of a live meeting, on its way through the inbox."""

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
    """Somebody's command."""

    command: AnyCommand
    seat: Key
    connection: Connection | None = None
    id: int | None = None
    arrived: float = field(default_factory=time.perf_counter)
    outcome: Refusal | None = None
    answered: asyncio.Future[Refusal | None] | None = None
    """Whom it is told to where there is no connection."""

    def answer(self, outcome: Refusal | None) -> None:
        """Tell whoever awaits it."""
        if self.answered is not None and not self.answered.done():
            self.answered.set_result(outcome)


def id_in(text: str | bytes) -> int | None:
    """The id of a message that is otherwise not understood."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None

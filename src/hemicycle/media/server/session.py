"""What a meeting's media know of a connected client, by either transport, and what it tells
them."""

from __future__ import annotations

from typing import Protocol

import moq

from hemicycle.media.server.fan_out import FanOut
from hemicycle.media.wire.transport import Transport

SESSION_CACHE_BYTES = 16 * 1024 * 1024
"""The most that is kept of what a session publishes, if anything is taken from it."""


class Session(Protocol):
    """A connected client of a seat: a page, or any other."""

    seat: str
    ticket: str
    transport: Transport

    def end(self, code: int) -> None:
        """End the session with a MoQ error code; 403: it is not to come back by this ticket."""


class SessionHost(Protocol):
    """The meeting's media, as far as a session has to do with them. Implemented by `MediaRoom`."""

    origin: moq.OriginProducer
    """The broadcasts to which a session may subscribe."""
    fan_out: FanOut
    """The same broadcasts, for sessions over TCP, which moq-rs doesn't serve."""

    def enter(self, session: Session) -> bool:
        """A session has come in; False where it may not stay."""

    def leave(self, session: Session) -> None:
        """A session has ended."""

    def publish(self, session: Session, broadcast: moq.BroadcastConsumer) -> None:
        """A session has announced its broadcast."""

    def unpublish(self, session: Session) -> None:
        """A session has taken its announcement back."""

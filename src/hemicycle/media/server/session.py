"""What a room knows of a connected client, whichever way it came."""

from __future__ import annotations

from typing import Literal, Protocol

import moq

from hemicycle.media.server.fan_out import Fan

Way = Literal["udp", "tcp"]
"""MoQ over QUIC, or the TCP way where UDP is blocked."""

SESSION_CACHE_BYTES = 16 * 1024 * 1024
"""The most that is kept of what a session publishes, if anything is taken from it."""


class Session(Protocol):
    """A page, or any other client, of a seat that is connected."""

    seat: str
    ticket: str
    way: Way

    def end(self, code: int) -> None:
        """End the session with a MoQ error code; 403: it is not to come back by this ticket."""


class Keeper(Protocol):
    """What a session tells, and to whom: its room."""

    origin: moq.OriginProducer
    """What a session may read."""
    fan: Fan
    """The same, for sessions that moq-rs doesn't serve."""

    def enter(self, session: Session) -> bool:
        """It has come in; False where it may not stay."""

    def leave(self, session: Session) -> None:
        """It is over."""

    def publish(self, session: Session, broadcast: moq.BroadcastConsumer) -> None:
        """It has announced its broadcast."""

    def unpublish(self, session: Session) -> None:
        """What it had announced is gone."""

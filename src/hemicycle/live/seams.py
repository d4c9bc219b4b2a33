"""What a live meeting needs of others, and who is told what happens to it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from hemicycle.room.facts import RecordStopped
from hemicycle.room.log import Entry
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Source
from hemicycle.wire.messages import Sending
from hemicycle.wire.views import Meeting, Streams

log = logging.getLogger("hemicycle.live")


class Journal(Protocol):
    """Where facts are stored; `store.Store` is one."""

    def append(self, slug: Key, entries: Sequence[Entry]) -> None:
        """Store all of them or, by raising, none.

        Raises:
            LogConflict: another process has stored facts after the last one that is known here.
        """

    def entries(self, slug: Key, since: int) -> list[Entry]:
        """The log from sequence number `since` on."""

    def meeting(self, slug: Key) -> Meeting | None:
        """The meeting as planned, less what was taken out of it since."""


class Media(Protocol):
    """The sound and picture of one meeting; `media.MediaRoom` is one."""

    def admit(self, seat: Key) -> str:
        """A ticket that lets a seat's media connection in."""

    def dismiss(self, ticket: str) -> None:
        """End the connections of a ticket, and let nobody in with it any more."""

    def offer(self, seat: Key, sending: Sending) -> None:
        """Say what a seat is ready to send."""

    def permit(self, opened: frozenset[tuple[Key, Source]]) -> None:
        """When this returns, not one more frame of anything else reaches the room."""

    def expect(self, feeds: frozenset[tuple[Key, Source]]) -> None:
        """Say what may be permitted in a moment, so that it passes at once then."""

    def hold(self, seats: frozenset[Key]) -> None:
        """When this returns, not one more frame of these seats' sound gets in; their streams stay."""

    def quiet(self, seat: Key) -> float:
        """Seconds for which nothing has come of a seat's sound that could be taken; 0 where it can't be."""

    @property
    def streams(self) -> dict[Key, Streams]:
        """What can be taken now."""


class Witness(Protocol):
    """Who keeps what is said: the recorder, the captions. Called on the loop, never waited for."""

    def before(self, facts: Sequence[Entry], state: State) -> None:
        """Facts are about to be stored, and `state` is what will be so.

        When this returns, nothing more is kept that `state` does not allow: off the record nothing
        at all. Where it raises, the meeting does not go off the record; other facts are stored all the same.
        """

    def after(self, facts: Sequence[Entry], state: State) -> None:
        """Facts are stored, and `state` is what is so: what it allows may be kept from now on.

        Also without facts: once when the meeting is taken up, and when storing has failed.
        """

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        """What can be taken of the meeting's sound and picture has changed."""

    async def stop(self) -> None:
        """The server stops. The meeting may go on with the next one."""


class Witnesses:
    """All witnesses of one meeting: what one of them does wrong is not the others' matter."""

    def __init__(self, slug: Key) -> None:
        self._slug = slug
        self._all: list[Witness] = []

    def add(self, witness: Witness, state: State, streams: Mapping[Key, Streams]) -> None:
        """Tell it of everything from now on, beginning with how things stand."""
        self._all.append(witness)
        self._each(lambda witness: witness.streams(streams), [witness])
        self._each(lambda witness: witness.after((), state), [witness])

    def before(self, facts: Sequence[Entry], state: State) -> None:
        """Facts are about to be stored.

        Raises:
            Exception: a witness failed over a fact by which nothing may be kept any more.
        """
        failed = self._each(lambda witness: witness.before(facts, state), self._all)
        if failed and any(isinstance(entry.fact, RecordStopped) for entry in facts):
            raise failed[0]

    def after(self, facts: Sequence[Entry], state: State) -> None:
        """Facts are stored, or (none) what was to be stored was not."""
        self._each(lambda witness: witness.after(facts, state), self._all)

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        """What can be taken has changed."""
        self._each(lambda witness: witness.streams(streams), self._all)

    async def stop(self) -> None:
        """The server stops."""
        for outcome in await asyncio.gather(*(each.stop() for each in self._all), return_exceptions=True):
            if isinstance(outcome, BaseException):
                log.error("meeting %s: a witness did not stop well", self._slug, exc_info=outcome)

    def _each(self, tell: Callable[[Witness], None], whom: Sequence[Witness]) -> list[Exception]:
        failed: list[Exception] = []
        for witness in whom:
            try:
                tell(witness)
            except Exception as error:
                log.exception("meeting %s: a witness failed", self._slug)
                failed.append(error)
        return failed

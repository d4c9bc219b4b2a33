"""A trial: a room that one browser has to itself, to find out whether it can take part.

It speaks the seats' protocol, so the page uses the very parts that a meeting uses. What the guest
sends comes back as the streams of another seat, `echo`: through the server, and to nobody else.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from pydantic import ValidationError

from hemicycle.live.connection import Connection, Way
from hemicycle.live.limits import Bucket
from hemicycle.live.meeting import now_ms
from hemicycle.live.ports import Media
from hemicycle.room.refusal import Refusal
from hemicycle.wire.ids import Audience, Key, Phase, Role, Source
from hemicycle.wire.media import MediaDoor, Sending
from hemicycle.wire.meeting import Meeting, Seat
from hemicycle.wire.messages import UP, Ask, Change, Ping, Pong, Welcome
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.patch import diff
from hemicycle.wire.protocol import View

GUEST, ECHO = "guest", "echo"

AT_ONCE = 40
"""How many trials run at once: each may send as much as a speaker does."""

STARTS_AT_ONCE, STARTS_A_SECOND = 80.0, 1.0
"""What may begin at once, and in the long run. Nothing is limited by address: an embassy, and a
ministry, are one address each."""

TICKETS_KEPT = 1_000
"""Of so many trials, the newest, it is known that they were begun: their results are taken."""

TRIAL_S = 600.0
"""After how long a trial ends: long enough to look for a headset."""

SOUND_S = 120.0
"""How long anything passes, from the first offer on: a check room is no place to meet."""


class Room(Media, Protocol):
    """A media room of its own; `media.MediaRoom` is one."""

    async def close(self) -> None:
        """End every session; nobody is let in any more."""


def _seat(name: str) -> Seat:
    return Seat(name=name, title="", organisation="", role=Role.SPEAKER, language="en")


def _plan(title: str, now: int) -> Meeting:
    return Meeting(
        slug="check",
        title=title,
        organiser="",
        city="",
        starts=now,
        timezone="UTC",
        minutes=10,
        languages=["en"],
        on_record=False,
        categories=[],
        items=[],
        seats={GUEST: _seat("Guest"), ECHO: _seat("Echo")},
    )


class Trial:
    """One browser being tried out. Made by `Trials.begin`; `end` it."""

    def __init__(
        self,
        room: Callable[[Callable[[], None]], Room],
        media_door: Callable[[Way, str], MediaDoor],
        way: Way,
        title: str,
    ) -> None:
        """Open the room and welcome the guest.

        Args:
            room: makes a media room; it is given what to call when its streams have changed.
            media_door: where the room is, for a way and a ticket.
            way: how the browser reached the server.
            title: what the meeting of the welcome is called.
        """
        self.connection = Connection(GUEST, Audience.STAGE, "", way)
        self._room = room(self._tell)
        self.ticket = self._room.admit(GUEST)
        self._view = self._now()
        self._rev = 0
        self._permitted = False
        self._closing: asyncio.Task[None] | None = None
        loop = asyncio.get_running_loop()
        self._timers = [loop.call_later(TRIAL_S, self.connection.close)]
        now = now_ms()
        self.connection.send(
            Welcome(
                now=now,
                seat=GUEST,
                audience=Audience.STAGE,
                channel=None,
                meeting=_plan(title, now),
                rev=0,
                view=self._view,
                media=media_door(way, self.ticket),
            ).model_dump_json(exclude_none=True)
        )

    def hear(self, text: str | bytes) -> None:
        """Take up a message from the browser. There is nothing to be asked for here."""
        try:
            message = UP.validate_json(text)
        except ValidationError:
            self.connection.answer(None, Refusal(RequestRefusal.NOT_UNDERSTOOD))
            return
        match message:
            case Ask():
                self.connection.answer(message.id, Refusal(RequestRefusal.NOT_ALLOWED))
            case Sending():
                self._offer(message)
            case Ping():
                self.connection.send(Pong(id=message.id, now=now_ms()).model_dump_json())

    def end(self) -> None:
        """End it; the room is gone."""
        for timer in self._timers:
            timer.cancel()
        self.connection.close()
        self._closing = asyncio.get_running_loop().create_task(self._room.close())

    def _offer(self, sending: Sending) -> None:
        self._room.set_sending(GUEST, Sending(microphone=sending.microphone, camera=sending.camera))
        if not self._permitted and (sending.microphone or sending.camera):
            self._permitted = True
            self._room.permit(frozenset({(GUEST, Source.MICROPHONE), (GUEST, Source.CAMERA)}))
            loop = asyncio.get_running_loop()
            self._timers.append(loop.call_later(SOUND_S, self._room.permit, frozenset[tuple[Key, Source]]()))

    def _now(self) -> View:
        returned = self._room.streams.get(GUEST)
        return View(
            phase=Phase.OPEN,
            present={GUEST: True, ECHO: True},
            hands=[],
            floor=[],
            stage=[],
            booths={},
            # The mapping is the room's own; a view must not change once it was told.
            streams={ECHO: {**returned}} if returned else {},
        )

    def _tell(self) -> None:
        view = self._now()
        if patch := diff(self._view, view):
            self._view = view
            self._rev += 1
            self.connection.send(Change(rev=self._rev, now=now_ms(), patch=patch).model_dump_json())


class Trials:
    """All trials of a server, and how many of them there may be."""

    def __init__(
        self,
        room: Callable[[Callable[[], None]], Room],
        media_door: Callable[[Way, str], MediaDoor],
    ) -> None:
        """None yet.

        Args:
            room: makes a media room; it is given what to call when its streams have changed.
            media_door: where a room is, for a way and a ticket.
        """
        self._room, self._media_door = room, media_door
        self._running: set[Trial] = set()
        self._begun: deque[str] = deque(maxlen=TICKETS_KEPT)
        self._starts = Bucket(STARTS_A_SECOND, STARTS_AT_ONCE, time.monotonic)

    @property
    def busy(self) -> bool:
        """Whether nobody can begin now."""
        return len(self._running) >= AT_ONCE

    def has_begun(self, ticket: str) -> bool:
        """Whether it is the ticket of a trial that runs, or ran not long ago."""
        return ticket in self._begun

    def begin(self, way: Way, title: str) -> Trial | None:
        """A trial; None where there are too many."""
        if self.busy or not self._starts.take():
            return None
        trial = Trial(self._room, self._media_door, way, title)
        self._running.add(trial)
        self._begun.append(trial.ticket)
        return trial

    def end(self, trial: Trial) -> None:
        """A browser is gone. Ending again is no fault."""
        if trial in self._running:
            self._running.remove(trial)
            trial.end()

    def stop(self) -> None:
        """End all of them."""
        for trial in list(self._running):
            self.end(trial)

"""What the booths do beside the log: sound held back, a wish for slower speech, chat, a handover's time.

None of it is a fact. It is gone with the server, and the chat is written nowhere at all.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Callable, Mapping

from hemicycle.live.limits import Bucket
from hemicycle.live.ports import Media
from hemicycle.room.booths import LapseHandover, TakeOver
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import Asked
from hemicycle.room.state import State
from hemicycle.wire.booths import BoothRefusal, Noted, TakeBooth
from hemicycle.wire.ids import Key, Phase, Role, Source
from hemicycle.wire.models import RequestRefusal
from hemicycle.wire.opening import OpeningRefusal

HANDOVER_LASTS = 30.0
"""Seconds in which a partner can take over after having been asked."""

SLOW_LASTS = 10.0
"""Seconds for which a booth's wish for slower speech is shown."""

SLOW_AGAIN = 3.0
"""Seconds within which the same wish is the same: pressing harder says nothing more."""

SOUNDLESS_AFTER = 2.0
"""Seconds after which a live interpreter's sound is gone: without a stream, which a reconnection takes less
than, or without one packet of it, as when a machine lost its network and nothing has told the server yet."""

NOTES_KEPT = 200
"""Lines of chat that each booth keeps, for who comes in or comes back."""

NOTES_AT_ONCE, NOTES_A_SECOND = 10.0, 1.0
"""How much one seat may write."""


class Desk:
    """The booths of one meeting while the server runs. Everything is called on the loop."""

    def __init__(
        self,
        media: Media,
        *,
        clock: Callable[[], int],
        changed: Callable[[], None],
        ask: Callable[[Asked, Key], None],
    ) -> None:
        """Nothing is held, wished or written yet.

        Args:
            media: the meeting's sound and picture.
            clock: milliseconds since 1970-01-01T00:00Z.
            changed: called when `held` or `slow` is another.
            ask: puts a command of the server's own into the meeting's inbox, for a seat.
        """
        self.held: frozenset[Key] = frozenset()
        """Whose sound is held back."""
        self.slow: Mapping[str, int] = {}
        """Which booths wish for slower speech, and since when (ms)."""
        self._media, self._clock, self._changed, self._ask = media, clock, changed, ask
        self._slow_timers: dict[str, asyncio.TimerHandle] = {}
        self._handovers: dict[str, tuple[int, asyncio.TimerHandle]] = {}
        self._expected: frozenset[tuple[Key, Source]] = frozenset()
        self._soundless: dict[Key, float] = {}
        """Since when a live interpreter has no stream, in seconds of the loop."""
        self._notes: dict[str, deque[Noted]] = {}
        self._numbers = itertools.count(1)
        self._writing: dict[Key, Bucket] = {}

    def stop(self) -> None:
        """Let no timer go off any more."""
        for timer in (*self._slow_timers.values(), *(timer for _, timer in self._handovers.values())):
            timer.cancel()

    def hold(self, seat: Key, held: bool) -> None:
        """Hold a seat's sound back, or let it go again. When this returns, it is so."""
        seats = self.held | {seat} if held else self.held - {seat}
        if seats != self.held:
            self.held = seats
            self._media.hold(seats)
            self._changed()

    def slow_down(self, state: State, seat: Key, booth: str) -> Refusal | None:
        """A booth wishes that the floor speak more slowly; None: it is shown."""
        if refusal := _refusal(state, seat, booth, chair=False):
            return refusal
        if state.phase is not Phase.OPEN:
            return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
        now = self._clock()
        if now - self.slow.get(booth, -(10**9)) < SLOW_AGAIN * 1000:
            return None
        self.slow = {**self.slow, booth: now}
        if timer := self._slow_timers.pop(booth, None):
            timer.cancel()
        self._slow_timers[booth] = asyncio.get_running_loop().call_later(SLOW_LASTS, self._fade, booth)
        self._changed()
        return None

    def _fade(self, booth: str) -> None:
        self._slow_timers.pop(booth, None)
        self.slow = {other: since for other, since in self.slow.items() if other != booth}
        self._changed()

    def note(self, state: State, seat: Key, booth: str, text: str) -> Noted | Refusal:
        """A line of a booth's chat, to be told to everybody who reads it."""
        if refusal := _refusal(state, seat, booth, chair=True):
            return refusal
        if not self._writing.setdefault(seat, Bucket(NOTES_A_SECOND, NOTES_AT_ONCE, time.monotonic)).take():
            return Refusal(RequestRefusal.TOO_FAST)
        noted = Noted(id=next(self._numbers), booth=booth, seat=seat, at=self._clock(), text=text)
        self._notes.setdefault(booth, deque(maxlen=NOTES_KEPT)).append(noted)
        return noted

    def notes_for(self, state: State, seat: Key) -> list[Noted]:
        """The latest lines of the chats that a seat reads, the oldest first."""
        read = (note for booth, notes in self._notes.items() if reads(state, seat, booth) for note in notes)
        return sorted(read, key=lambda note: note.id)

    def weigh(self, state: State, command: Asked, connected: Callable[[Key], bool]) -> Asked:
        """What is asked in truth: taking a booth whose live interpreter is gone is taking over.

        Args:
            state: as it is.
            command: what was asked.
            connected: whether a seat has a connection.
        """
        if not isinstance(command, TakeBooth):
            return command
        booth = state.booths.get(command.booth)
        if (
            booth is None
            or booth.live is None
            or (connected(booth.live) and not self._is_soundless(booth.live))
        ):
            return command
        return TakeOver(command.booth, booth.live)

    def follow(self, state: State) -> None:
        """The state is another one: give each handover its time, and have the partner's sound at hand."""
        if any(note.seat in state.erased for notes in self._notes.values() for note in notes):
            for booth, notes in self._notes.items():
                kept = (note for note in notes if note.seat not in state.erased)
                self._notes[booth] = deque(kept, maxlen=NOTES_KEPT)
        asked = {language: booth.asked for language, booth in state.booths.items() if booth.asked is not None}
        for language, (since, timer) in list(self._handovers.items()):
            if asked.get(language) != since:
                timer.cancel()
                del self._handovers[language]
        loop = asyncio.get_running_loop()
        for language, since in asked.items():
            if language not in self._handovers:
                live = state.booths[language].live
                assert live is not None
                left = HANDOVER_LASTS - (self._clock() - since) / 1000
                timer = loop.call_later(max(0.0, left), self._ask, LapseHandover(language, since), live)
                self._handovers[language] = (since, timer)
        partners = frozenset(
            (seat, Source.MICROPHONE)
            for seat, booths in state.interpreters.items()
            if seat in state.present and any(booth in asked for booth in booths)
        )
        if partners != self._expected:
            self._expected = partners
            self._media.expect(partners)
        self.heard(state)

    def heard(self, state: State) -> None:
        """What can be taken has changed: see which live interpreter has no sound."""
        streams = self._media.streams
        silent = {
            booth.live
            for booth in state.booths.values()
            if booth.live is not None and "microphone" not in streams.get(booth.live, {})
        }
        now = asyncio.get_running_loop().time()
        self._soundless = {seat: self._soundless.get(seat, now) for seat in silent}

    def _is_soundless(self, seat: Key) -> bool:
        since = self._soundless.get(seat)
        if since is not None:
            return asyncio.get_running_loop().time() - since >= SOUNDLESS_AFTER
        # Who holds the sound back may as well send none.
        return seat not in self.held and self._media.quiet(seat) >= SOUNDLESS_AFTER


def reads(state: State, seat: Key, booth: str) -> bool:
    """Whether a seat reads a booth's chat, and may write into it: its interpreters and the chairs do."""
    return booth in state.interpreters.get(seat, ()) or state.role(seat) is Role.CHAIR


def _refusal(state: State, seat: Key, booth: str, *, chair: bool) -> Refusal | None:
    """Why a seat may not do this for a booth; None where it may."""
    if seat not in state.present or state.role(seat) not in (Role.INTERPRETER, Role.CHAIR if chair else None):
        return Refusal(RequestRefusal.NOT_ALLOWED)
    if booth not in state.booths:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    if not (reads(state, seat, booth) if chair else booth in state.interpreters.get(seat, ())):
        return Refusal(BoothRefusal.NOT_YOUR_BOOTH)
    return None

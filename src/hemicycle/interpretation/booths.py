"""What the booths do beside the log: sound held back, a wish for slower speech, timed handovers.

None of it is a fact; it is gone when the meeting is taken up by another process.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Protocol

from hemicycle.live.companion import Companion, Handler, Live
from hemicycle.live.connection import Connection
from hemicycle.live.meeting import now_ms
from hemicycle.room.booths import Booths as BoothsPart
from hemicycle.room.booths import LapseHandover, SlowDowns, TakeOver
from hemicycle.room.doors import SeatLeft, SeatSentOut
from hemicycle.room.log import Entry
from hemicycle.room.media import HeldBack
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand
from hemicycle.wire.booths import BoothRefusal, SlowDown, TakeBooth
from hemicycle.wire.ids import Key, Phase, Role, Source
from hemicycle.wire.media import Hold, Streams
from hemicycle.wire.models import RequestRefusal, UpModel
from hemicycle.wire.opening import OpeningRefusal

HANDOVER_S = 30.0
"""How long a partner can take over after having been asked."""

SLOW_SHOWN_S = 10.0
"""How long a booth's wish for slower speech is shown."""

SLOW_AGAIN_MS = 3000
"""How long a repeated wish counts as the same one: pressing harder says nothing more."""

SOUNDLESS_AFTER_S = 2.0
"""After how long a live interpreter's sound counts as gone: without a stream, which a reconnection
takes less than, or without one packet of it, as when a machine lost its network unnoticed."""


class Sound(Protocol):
    """The sound of one meeting; `media.server.room.MediaRoom` is one."""

    def prepare(self, feeds: frozenset[tuple[Key, Source]]) -> None:
        """Say what may be permitted in a moment, so that it passes at once then."""

    def mute(self, seats: frozenset[Key]) -> None:
        """Let not one more frame of these seats' sound in once this returns; their streams stay."""

    def stalled_s(self, seat: Key) -> float:
        """For how long nothing has come of a seat's open microphone; 0 where there is no stream."""

    @property
    def streams(self) -> dict[Key, Streams]:
        """The streams that pass now and can be subscribed to, by seat."""


class Booths(Companion):
    """The booths of one meeting while it is live."""

    name = "booths"
    signals = frozenset({HeldBack, SlowDowns})

    def __init__(self, live: Live, sound: Sound) -> None:
        """Nothing is held back or wished for yet.

        Args:
            live: the meeting.
            sound: what its interpreters say.
        """
        self._live, self._sound = live, sound
        self._held: dict[Key, str | None] = {}
        """Whose sound is held back, with the ticket of the connection that asked for it."""
        self._slow: Mapping[str, int] = {}
        """Which booths wish for slower speech, and since when (ms)."""
        self._slow_timers: dict[str, asyncio.TimerHandle] = {}
        self._handovers: dict[str, tuple[int, asyncio.TimerHandle]] = {}
        self._expected: frozenset[tuple[Key, Source]] = frozenset()
        self._soundless: dict[Key, float] = {}
        """Since when a live interpreter has no stream, in seconds of the loop."""

    def hears(self) -> Mapping[type[UpModel], Handler]:
        """A cough button, and a wish for slower speech."""
        return {Hold: self._hear_hold, SlowDown: self._hear_slow_down}

    def advise(self, command: AnyCommand, state: State) -> AnyCommand:
        """Taking a booth whose live interpreter is not heard any more is taking over."""
        if not isinstance(command, TakeBooth):
            return command
        booth = state[BoothsPart].by_language.get(command.booth)
        if booth is None or booth.live is None:
            return command
        if booth.live in self._live.connections and not self._is_soundless(booth.live):
            return command
        return TakeOver(command.booth, booth.live)

    def after(self, facts: Sequence[Entry], state: State) -> None:
        """Give each handover its time, and have the partner's sound at hand."""
        for entry in facts:
            if isinstance(entry.fact, SeatLeft | SeatSentOut):
                self._release(entry.fact.seat)
        asked = {
            language: booth.asked
            for language, booth in state[BoothsPart].by_language.items()
            if booth.asked is not None
        }
        self._time_handovers(state, asked)
        partners = frozenset(
            (seat, Source.MICROPHONE)
            for seat, booths in state[BoothsPart].interpreters.items()
            if seat in state.present and any(booth in asked for booth in booths)
        )
        if partners != self._expected:
            self._expected = partners
            self._sound.prepare(partners)
        self._note_soundless(state)

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        """Another interpreter may be without sound now."""
        self._note_soundless(self._live.state)

    def welcomed(self, connection: Connection) -> None:
        """A page that came in the place of another one does not hold its sound back."""
        if self._held.get(connection.seat, connection.ticket) != connection.ticket:
            self._release(connection.seat)

    async def stop(self) -> None:
        """Let no timer go off any more."""
        for timer in (*self._slow_timers.values(), *(timer for _, timer in self._handovers.values())):
            timer.cancel()

    def _hear_hold(self, connection: Connection, message: Hold) -> None:
        if not message.held:
            self._release(connection.seat)
        elif connection.seat not in self._held:
            self._held[connection.seat] = connection.ticket
            self._hold()

    def _release(self, seat: Key) -> None:
        if seat in self._held:
            del self._held[seat]
            self._hold()

    def _hold(self) -> None:
        held = frozenset(self._held)
        self._sound.mute(held)
        self._live.signal(HeldBack(held))

    def _hear_slow_down(self, connection: Connection, message: SlowDown) -> Refusal | None:
        state, booth = self._live.state, message.booth
        if connection.seat not in state.present or state.role(connection.seat) is not Role.INTERPRETER:
            return Refusal(RequestRefusal.NOT_ALLOWED)
        if booth not in state[BoothsPart].by_language:
            return Refusal(BoothRefusal.NO_SUCH_BOOTH)
        if booth not in state[BoothsPart].interpreters.get(connection.seat, ()):
            return Refusal(BoothRefusal.NOT_YOUR_BOOTH)
        if state.phase is not Phase.OPEN:
            return Refusal(OpeningRefusal.MEETING_NOT_OPEN)
        now = now_ms()
        if now - self._slow.get(booth, -SLOW_AGAIN_MS) < SLOW_AGAIN_MS:
            return None
        self._slow = {**self._slow, booth: now}
        if timer := self._slow_timers.pop(booth, None):
            timer.cancel()
        self._slow_timers[booth] = asyncio.get_running_loop().call_later(SLOW_SHOWN_S, self._fade, booth)
        self._live.signal(SlowDowns(self._slow))
        return None

    def _fade(self, booth: str) -> None:
        self._slow_timers.pop(booth, None)
        self._slow = {other: since for other, since in self._slow.items() if other != booth}
        self._live.signal(SlowDowns(self._slow))

    def _time_handovers(self, state: State, asked: Mapping[str, int]) -> None:
        for language, (since, timer) in list(self._handovers.items()):
            if asked.get(language) != since:
                timer.cancel()
                del self._handovers[language]
        for language, since in asked.items():
            if language not in self._handovers:
                live = state[BoothsPart].by_language[language].live
                assert live is not None
                left_s = max(0.0, HANDOVER_S - (now_ms() - since) / 1000)
                timer = asyncio.get_running_loop().call_later(
                    left_s, self._live.ask, LapseHandover(language, since), live
                )
                self._handovers[language] = since, timer

    def _note_soundless(self, state: State) -> None:
        streams = self._sound.streams
        silent = {
            booth.live
            for booth in state[BoothsPart].by_language.values()
            if booth.live is not None and "microphone" not in streams.get(booth.live, {})
        }
        now = asyncio.get_running_loop().time()
        self._soundless = {seat: self._soundless.get(seat, now) for seat in silent}

    def _is_soundless(self, seat: Key) -> bool:
        since = self._soundless.get(seat)
        if since is not None:
            return asyncio.get_running_loop().time() - since >= SOUNDLESS_AFTER_S
        # Who holds the sound back may as well send none.
        return seat not in self._held and self._sound.stalled_s(seat) >= SOUNDLESS_AFTER_S

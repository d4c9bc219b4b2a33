"""The chat of each booth, among its interpreters and the chair. It is stored nowhere."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Mapping

from hemicycle.live.companion import Companion, Handler, Live
from hemicycle.live.connection import Connection
from hemicycle.live.limits import RateLimiter
from hemicycle.live.meeting import now_ms
from hemicycle.room.booths import Booths
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.wire.booths import BoothRefusal, Note, Noted
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.models import RequestRefusal, UpModel

NOTES_KEPT = 200
"""Notes that each booth keeps, for who comes in or comes back."""

NOTES_AT_ONCE, NOTES_A_SECOND = 10.0, 1.0
"""How much one seat may write."""


class BoothNotes(Companion):
    """The chats of one meeting's booths."""

    name = "booth notes"

    def __init__(self, live: Live) -> None:
        """Nothing is written yet in the meeting."""
        self._live = live
        self._notes: dict[str, deque[Noted]] = {}
        self._numbers = itertools.count(1)
        self._writes = RateLimiter(NOTES_A_SECOND, NOTES_AT_ONCE)

    def hears(self) -> Mapping[type[UpModel], Handler]:
        """A note, for everybody who reads the chat of its booth."""
        return {Note: self._hear_note}

    def welcomed(self, connection: Connection) -> None:
        """Send the latest notes of the chats that the seat reads, the oldest first."""
        state, seat = self._live.state, connection.seat
        read = (note for booth, notes in self._notes.items() if _reads(state, seat, booth) for note in notes)
        for note in sorted(read, key=lambda note: note.id):
            connection.send(note.model_dump_json())

    def forget(self, seat: Key) -> None:
        """Drop the notes that it wrote, so that no later `welcome` brings them again."""
        for booth, notes in self._notes.items():
            self._notes[booth] = deque((note for note in notes if note.seat != seat), maxlen=NOTES_KEPT)

    def _hear_note(self, connection: Connection, message: Note) -> Refusal | None:
        state, seat, booth = self._live.state, connection.seat, message.booth
        if seat not in state.present or state.role(seat) not in (Role.INTERPRETER, Role.CHAIR):
            return Refusal(RequestRefusal.NOT_ALLOWED)
        if booth not in state[Booths].by_language:
            return Refusal(BoothRefusal.NO_SUCH_BOOTH)
        if not _reads(state, seat, booth):
            return Refusal(BoothRefusal.NOT_YOUR_BOOTH)
        if not self._writes.allows(seat):
            return Refusal(RequestRefusal.TOO_FAST)
        note = Noted(id=next(self._numbers), booth=booth, seat=seat, at=now_ms(), text=message.text)
        self._notes.setdefault(booth, deque(maxlen=NOTES_KEPT)).append(note)
        told = note.model_dump_json()
        for other in self._live.connections.values():
            if other.is_inside and _reads(state, other.seat, booth):
                other.send(told)
        return None


def _reads(state: State, seat: Key, booth: str) -> bool:
    """Whether a seat reads a booth's chat and may write into it, as its interpreters and chairs
    do."""
    return booth in state[Booths].interpreters.get(seat, ()) or state.role(seat) is Role.CHAIR

"""Who may hear and see what was recorded: the one place where that is said."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.room.archive import Archive
from hemicycle.room.state import State
from hemicycle.store import Store
from hemicycle.store.quotes import public_spans
from hemicycle.wire.archive import Readers
from hemicycle.wire.ids import Key, Phase, Role


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a recording: the sound of one seat between two times, in ms."""

    seat: Key
    since: int
    until: int


def may_have(state: State, role: Role | None) -> bool:
    """Whether a seat of that role, or (None) somebody without a seat, may have the whole recording.

    A chair may at any time. Whom the organiser has opened it to may once the meeting is closed.
    """
    if role is Role.CHAIR:
        return True
    opened = state[Archive].readers if state.phase is Phase.CLOSED else None
    return opened is Readers.PUBLIC or (opened is Readers.SEATS and role is not None)


def may_hear(store: Store, slug: Key, state: State, key: Key | None, role: Role | None, part: Part) -> bool:
    """Whether a seat, or (None) somebody without one, may hear a part of the recording.

    Beside whoever may have the whole: each seat its own voice, and everybody what a published
    communiqué quotes. Reads the store.
    """
    if may_have(state, role) or part.seat == key:
        return True
    return (part.seat, part.since, part.until) in public_spans(store, slug, state)

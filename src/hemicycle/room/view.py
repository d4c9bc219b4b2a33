"""What each audience may know, and what may be heard and seen, over the parts of all subjects."""

from __future__ import annotations

from typing import Any, cast

from hemicycle.room.archive import Archive
from hemicycle.room.state import State
from hemicycle.room.subject import Signals
from hemicycle.room.subjects import SUBJECTS
from hemicycle.wire.archive import Readers
from hemicycle.wire.ids import Audience, Key, Phase, Role, Source
from hemicycle.wire.meeting import Meeting, Programme
from hemicycle.wire.protocol import View

_VIEWS = [subject.view for subject in SUBJECTS if subject.view is not None]
_PERMITS = [subject.permits for subject in SUBJECTS if subject.permits is not None]


def view(state: State, audience: Audience, signals: Signals) -> View:
    """The meeting as it stands, for one audience. Holds no None (see `wire.protocol.View`)."""
    shown: dict[str, Any] = {}
    for part in _VIEWS:
        shown.update(part(state, audience, signals))
    return cast("View", shown)


def permitted(state: State) -> frozenset[tuple[Key, Source]]:
    """Whose sound and pictures may reach the room, as the subjects permit it."""
    return frozenset(passes for permits in _PERMITS for passes in permits(state))


def programme(meeting: Meeting, state: State) -> Programme:
    """What the public may know: speakers by name, the others as a number by category."""
    expected: dict[str, int] = {category["key"]: 0 for category in meeting["categories"]}
    for seat in meeting["seats"].values():
        if category := seat.get("category"):
            expected[category] += 1
    public: Programme = {
        "slug": meeting["slug"],
        "title": meeting["title"],
        "organiser": meeting["organiser"],
        "city": meeting["city"],
        "starts": meeting["starts"],
        "timezone": meeting["timezone"],
        "minutes": meeting["minutes"],
        "languages": meeting["languages"],
        "on_record": meeting["on_record"],
        "categories": meeting["categories"],
        "items": meeting["items"],
        "speakers": {key: seat for key, seat in meeting["seats"].items() if seat["role"] == Role.SPEAKER},
        "expected": expected,
        "phase": state.phase,
    }
    if state.phase is Phase.CLOSED and state[Archive].readers is Readers.PUBLIC:
        public["readers"] = "public"
    return public

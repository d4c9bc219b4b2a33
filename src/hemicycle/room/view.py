"""What each audience may know, and what may be heard and seen: the only places where that is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hemicycle.room.state import EMPTY, State
from hemicycle.wire.ids import SMALL, Audience, Key, Phase, Role, Source
from hemicycle.wire.views import Meeting, Programme, Sends, Streams, View


@dataclass(frozen=True, slots=True)
class Signals:
    """What is so now without being a fact: which streams are there, what each seat could send."""

    streams: Mapping[Key, Streams] = field(default_factory=lambda: EMPTY)
    sending: Mapping[Key, Sends] = field(default_factory=lambda: EMPTY)


def view(state: State, audience: Audience, signals: Signals) -> View:
    """The meeting as it stands, for one audience. Holds no None (see `wire.views`)."""
    shown: View = {
        "phase": state.phase,
        "present": dict.fromkeys(sorted(state.present), True),
        "hands": list(state.hands),
        "floor": [
            {"seat": seat, "since": floor.since, "microphone": floor.microphone}
            for seat, floor in state.floor.items()
        ],
        "stage": [{"seat": shown.seat, "source": shown.source} for shown in state.stage],
        "streams": dict(signals.streams),
    }
    if state.opened is not None:
        shown["opened"] = state.opened
    if state.closed is not None:
        shown["closed"] = state.closed
    if state.item is not None and state.item_since is not None:
        shown["item"] = state.item
        shown["item_since"] = state.item_since
    if audience in (Audience.CHAIR, Audience.STAGE):
        shown["sending"] = dict(signals.sending)
    if audience is Audience.CHAIR:
        shown["sent_out"] = dict(state.sent_out)
        shown["raised"] = dict(state.hands)
    return shown


def programme(meeting: Meeting, phase: Phase) -> Programme:
    """What the public may know of a meeting: speakers by name, the others as a number by category."""
    expected: dict[str, int] = {category["key"]: 0 for category in meeting["categories"]}
    for seat in meeting["seats"].values():
        if category := seat.get("category"):
            expected[category] += 1
    return {
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
        "phase": phase,
    }


def permitted(state: State) -> frozenset[tuple[Key, Source]]:
    """Whose microphone, camera and screen may reach the room: what the chair has opened, no more."""
    microphones = {(seat, Source.MICROPHONE) for seat, floor in state.floor.items() if floor.microphone}
    pictures: set[tuple[Key, Source]] = {(shown.seat, shown.source) for shown in state.stage}
    small = {(seat, SMALL[source]) for seat, source in pictures}
    return frozenset(microphones | pictures | small)

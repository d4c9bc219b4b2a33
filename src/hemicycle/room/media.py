"""What is there of sound and picture. What of it may be heard and seen, other subjects permit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hemicycle.room.parts import EMPTY
from hemicycle.room.state import State
from hemicycle.room.subject import Signals, Subject
from hemicycle.wire.ids import Audience, Key
from hemicycle.wire.media import MediaView, Sends, Streams


@dataclass(frozen=True, slots=True)
class OnAir:
    """What can be taken of sound and picture."""

    streams: Mapping[Key, Streams] = field(default_factory=lambda: EMPTY)
    """By seat."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What each seat could be heard and seen with."""

    seats: Mapping[Key, Sends] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Whose sound the server holds back at their own wish."""

    seats: frozenset[Key] = frozenset()


def view(state: State, audience: Audience, signals: Signals) -> MediaView:
    """What is not on air is nothing for the hall."""
    shown: MediaView = {"streams": dict(signals[OnAir].streams)}
    if audience is not Audience.HALL:
        shown["sending"] = dict(signals[Offered].seats)
        shown["held"] = dict.fromkeys(sorted(signals[HeldBack].seats), True)
    return shown


SUBJECT = Subject(view=view)

"""Which texts the booths can read: the speakers' speeches, and the meeting's glossary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hemicycle.room.parts import EMPTY
from hemicycle.room.state import State
from hemicycle.room.subject import Signals, Subject
from hemicycle.wire.ids import Audience, Key
from hemicycle.wire.texts import TextsView


@dataclass(frozen=True, slots=True)
class TextSignals:
    """The versions of the texts that there are."""

    speeches: Mapping[Key, int] = field(default_factory=lambda: EMPTY)
    """By the seat whose speech it is."""
    glossary: int = 0
    """0: there is none."""


def view(state: State, audience: Audience, signals: Signals) -> TextsView:
    """Texts are for the booths, and for the chair, who gives them."""
    if audience not in (Audience.CHAIR, Audience.BOOTH):
        return {}
    texts = signals[TextSignals]
    return {"speeches": dict(texts.speeches), "glossary": texts.glossary}


SUBJECT = Subject(view=view)

"""Which captions the view offers, and how the machine that writes them fares."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.room.state import State
from hemicycle.room.subject import Signals, Subject
from hemicycle.wire.captions import Captions, CaptionsView
from hemicycle.wire.ids import Audience


@dataclass(frozen=True, slots=True)
class CaptionSignals:
    """The captions companion's signal: what is written down now."""

    captions: Captions | None = None
    """None where there are no captions: no machine and no captioner writes."""


def view(state: State, audience: Audience, signals: Signals) -> CaptionsView:
    """Everybody knows which captions there are; delay and trouble of the machine are for the
    chair."""
    captions = signals[CaptionSignals].captions
    if captions is None:
        return {}
    if audience is Audience.CHAIR:
        return {"captions": captions}
    shown: Captions = {"offered": captions["offered"], "writing": captions["writing"]}
    if "machine" in captions:
        shown["machine"] = captions["machine"]
    return {"captions": shown}


SUBJECT = Subject(view=view)

"""Telling each audience what it may know: a view once, then what changed in it.

Both are computed and encoded once per audience, however many seats it has.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hemicycle.live.line import Line
from hemicycle.room.state import State
from hemicycle.room.view import Signals, view
from hemicycle.wire.ids import Audience, Key
from hemicycle.wire.messages import PROTOCOL, MediaDoor
from hemicycle.wire.patch import diff
from hemicycle.wire.views import Meeting, View


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(slots=True)
class _Told:
    """What one audience knows: its view as of `rev`, and who is listening."""

    view: View
    rev: int = 0
    encoded: str | None = None
    lines: set[Line] = field(default_factory=set)


class Telling:
    """The audiences of one meeting and the lines to them."""

    def __init__(self, meeting: Meeting, state: State, signals: Signals, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._meeting = _json(meeting)
        self._told = {audience: _Told(view(state, audience, signals)) for audience in Audience}

    def plan_changed(self, meeting: Meeting) -> None:
        """Welcome everybody with this plan from now on."""
        self._meeting = _json(meeting)

    def welcome(self, line: Line, media: MediaDoor, channel: str | None) -> None:
        """Send the whole picture, and from now on what changes in it."""
        told = self._told[line.audience]
        if told.encoded is None:
            told.encoded = _json(told.view)
        # Put together from parts that are encoded already: a thousand seats come at once.
        line.send(
            f'{{"type":"welcome","protocol":{PROTOCOL},"now":{self._clock()},"seat":{_json(line.seat)},'
            f'"audience":"{line.audience}","channel":{_json(channel)},"meeting":{self._meeting},"rev":{told.rev},'
            f'"view":{told.encoded},"media":{media.model_dump_json()}}}'
        )
        told.lines.add(line)

    def leave(self, line: Line) -> None:
        """Tell this line nothing more."""
        self._told[line.audience].lines.discard(line)

    def tell(self, state: State, signals: Signals) -> None:
        """Send each audience what changed for it."""
        now = self._clock()
        for audience, told in self._told.items():
            new = view(state, audience, signals)
            patch = diff(told.view, new)
            if not patch:
                continue
            told.view, told.encoded = new, None
            told.rev += 1
            message = f'{{"type":"change","rev":{told.rev},"now":{now},"patch":{_json(patch)}}}'
            for line in tuple(told.lines):
                line.send(message)

    def seats(self, audience: Audience) -> frozenset[Key]:
        """Which seats of an audience are listening."""
        return frozenset(line.seat for line in self._told[audience].lines)

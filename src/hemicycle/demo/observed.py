"""What happened at the demo's meeting, as those who were there saw it, and what is concluded from
it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hemicycle.client.heard import Heard
from hemicycle.demo.script import Interpreting, Utterance
from hemicycle.room.log import Entry
from hemicycle.wire.ids import Key


@dataclass(frozen=True, slots=True)
class Interpreted:
    """An utterance as a booth said it: the timestamp (µs, of the interpreter's clock) of each 20 ms
    of it."""

    by: Interpreting
    frames: Sequence[int]


@dataclass(frozen=True, slots=True)
class Spoken:
    """An utterance as it was spoken: the timestamp (µs, of the speaker's clock) of each 20 ms of
    it."""

    utterance: Utterance
    frames: Sequence[int]
    booths: Sequence[Interpreted] = ()
    began: int = 0
    """When it began, in ms since 1970."""
    ended: int = 0
    """When it ended, in ms since 1970."""

    @property
    def seconds(self) -> float:
        """How long it was spoken."""
        return len(self.frames) * 0.02


@dataclass(frozen=True, slots=True)
class Observed:
    """What happened, as those who were there saw it."""

    entries: Sequence[Entry]
    spoken: Sequence[Spoken]
    watchers: dict[Key, dict[Key, Heard]]
    """What each watcher received: by the watcher, then by the seat that it heard."""
    seen: frozenset[Key]
    """The seats that the chair saw present at one and the same moment."""
    faults: Sequence[str]
    """What went wrong while the meeting was held, in sentences."""
    lent: frozenset[Key]
    """Seats that a person has taken over, and may leave at will."""
    attended: int
    """How many representatives attended, by the report."""
    channels: Mapping[Key, str | None] = field(default_factory=dict)
    """The booth that each watcher chose; None, or no entry: the original."""
    blind: frozenset[Key] = frozenset()
    """The watchers that take sound and no pictures."""
    incoming: Mapping[Key, Mapping[Key, Heard]] = field(default_factory=dict)
    """What each interpreter received: by the interpreter, then by the seat that it heard."""
    reported: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    """By booth: how many seconds it was live and how many listened, by the report."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was announced, whether it happened, and by what that is known."""

    what: str
    happened: bool
    how: str

"""The demo's meeting, and its script carried out by the rules alone: no server, no clock, no sound."""

from __future__ import annotations

from functools import cache

from hemicycle.demo.checks import Observed, Spoken
from hemicycle.demo.heard import Heard
from hemicycle.demo.script import Ask, Enter, Said, Script, Speak, entering, write
from hemicycle.demo.words import aside, invitations_file, programme_file, questions, statements
from hemicycle.meeting import Document, Plan, plan
from hemicycle.room.doors import Enter as ComeIn
from hemicycle.room.log import Entry, chain
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import Asked, apply, decide
from hemicycle.room.state import State
from hemicycle.store.planning import planned
from hemicycle.wire.ids import Key
from hemicycle.wire.views import Meeting

SAID = [
    *(Said(words, len(words.text) / 15) for words in (*statements(), *questions())),
    Said(aside("deputy-minister"), 5.0),
]
"""The words, each as long as it takes to say fifteen letters a second."""


@cache
def meeting(seats: int = 70) -> Meeting:
    """The meeting as the demo plans it."""
    made = plan(
        Document("programme.toml", programme_file()), Document("invitations.csv", invitations_file(seats))
    )
    assert isinstance(made, Plan), made
    return made.meeting


def script(seats: int = 12, seconds: float | None = None) -> Script:
    """The script for so many seats in the hall."""
    of = meeting(seats)
    return write(of, SAID, entering(of, seats), seconds)


class Room:
    """A meeting that only the rules hold."""

    def __init__(self, of: Meeting) -> None:
        self.state = State()
        self.entries: list[Entry] = []
        self.refusals: list[Refusal] = []
        self._put(planned(of))

    def do(self, command: Asked, seat: Key) -> None:
        outcome = decide(self.state, command, seat)
        if isinstance(outcome, Refusal):
            self.refusals.append(outcome)
        else:
            self._put(outcome)

    def _put(self, facts: list) -> None:  # type: ignore[type-arg]
        last = self.entries[-1] if self.entries else None
        fresh = chain(facts, len(self.entries) * 1000, last)
        for entry in fresh:
            self.state = apply(self.state, entry.fact, entry.at)
        self.entries += fresh


def act(of: Script, seats: int = 12) -> tuple[Room, list[Spoken]]:
    """The script carried out: the room after it, and what was spoken, frame by frame."""
    room = Room(meeting(seats))
    room.do(ComeIn(), of.chair)
    spoken: list[Spoken] = []
    at = 0
    for step in of.steps:
        match step:
            case Enter(keys, _):
                for key in keys:
                    room.do(ComeIn(), key)
            case Ask(seat, command):
                room.do(command, seat)
            case Speak(utterance):
                floor = room.state.floor[utterance.seat]
                assert floor.microphone is step.is_heard
                frames = [at + 20_000 * place for place in range(round(utterance.seconds * 50))]
                spoken.append(Spoken(utterance, frames))
                at = frames[-1] + 400_000
    return room, spoken


def observed(of: Script, seats: int = 12, watching: int = 2) -> Observed:
    """What is observed when all goes well."""
    room, spoken = act(of, seats)
    assert not room.refusals
    openly: dict[Key, set[int]] = {}
    for one in spoken:
        if Speak(one.utterance).is_heard:
            openly.setdefault(one.utterance.seat, set()).update(one.frames)
    pictures = dict.fromkeys(of.speakers, 30)
    watchers = {
        key: {
            seat: Heard(set(frames), 0.2, pictures.get(seat, 0), 0.01, 0.05)
            for seat, frames in openly.items()
            if seat != key
        }
        for key in of.entering[:watching]
    }
    present = frozenset({of.chair, *of.speakers, *of.entering})
    return Observed(room.entries, spoken, watchers, present, [], frozenset(), len(of.entering))

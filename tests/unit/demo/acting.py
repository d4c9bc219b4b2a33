"""The demo's meeting, and its script carried out by the rules alone: no server, no clock, no
sound."""

from __future__ import annotations

from functools import cache

from hemicycle.client.heard import Heard
from hemicycle.demo.observed import Interpreted, Observed, Spoken
from hemicycle.demo.script import Ask, Enter, Said, Script, Speak, entering, write
from hemicycle.demo.words import aside, invitations_file, programme_file, questions, statements
from hemicycle.meeting import Document, Plan, plan
from hemicycle.room.booths import Booths
from hemicycle.room.doors import Enter as ComeIn
from hemicycle.room.floor import Floor
from hemicycle.room.languages import language_of
from hemicycle.room.log import Entry, chain
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import apply, decide
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand
from hemicycle.store.planning import planned
from hemicycle.wire.ids import Key
from hemicycle.wire.meeting import Meeting

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

    def do(self, command: AnyCommand, seat: Key) -> None:
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
            case Speak(utterance, booths):
                floor = room.state[Floor].seats[utterance.seat]
                assert floor.microphone is step.is_heard
                frames = [at + 20_000 * place for place in range(round(utterance.seconds * 50))]
                for one in booths:
                    assert room.state[Booths].by_language[one.language].live == one.seat
                    assert room.state[Booths].by_language[one.language].pivot == one.pivot
                    assert one.language != language_of(room.state, utterance.seat)
                said = [Interpreted(one, [frame + 7 for frame in frames]) for one in booths]
                spoken.append(Spoken(utterance, frames, said))
                at = frames[-1] + 400_000
    return room, spoken


def observed(of: Script, seats: int = 12, watching: int = 5) -> Observed:
    """What is observed when all goes well."""
    room, spoken = act(of, seats)
    assert not room.refusals
    pictures = dict.fromkeys(of.speakers, 30)
    channels = dict(zip(of.entering[:watching], [None, "en", "kk", "ko", "ru"] * watching, strict=False))
    watchers: dict[Key, dict[Key, Heard]] = {}
    for key, channel in channels.items():
        heard = {seat: Heard(set(), 0.2, pictures.get(seat, 0), 0.01, 0.05) for seat in of.speakers}
        for one in spoken:
            if not Speak(one.utterance).is_heard or one.utterance.seat == key:
                continue
            voices = (
                {one.utterance.seat: one.frames} if channel in (None, one.utterance.words.language) else {}
            )
            voices |= {said.by.seat: said.frames for said in one.booths if said.by.language == channel}
            for seat, frames in voices.items():
                heard.setdefault(seat, Heard(set(), 0.2)).sound.update(frames)
        watchers[key] = heard
    incoming: dict[Key, dict[Key, Heard]] = {}
    for one in spoken:
        by = {said.by.language: said for said in one.booths}
        for said in one.booths:
            source = (one.utterance.seat, one.frames)
            if said.by.pivot is not None:
                source = (by[said.by.pivot].by.seat, by[said.by.pivot].frames)
            incoming.setdefault(said.by.seat, {}).setdefault(source[0], Heard()).sound.update(source[1])
    present = frozenset({of.chair, *of.speakers, *of.entering, *of.interpreters})
    reported = dict.fromkeys(("en", "kk", "ko", "ru"), (3.0, watching))
    return Observed(
        room.entries,
        spoken,
        watchers,
        present,
        [],
        frozenset(),
        len(of.entering),
        channels,
        incoming=incoming,
        reported=reported,
    )

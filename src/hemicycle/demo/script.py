"""The script of the demo's meeting: what every seat does, in order, to fit a given time. No I/O, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from hemicycle.demo.words import Kind, Words
from hemicycle.wire.commands import (
    BeginItem,
    CloseMeeting,
    CloseMicrophone,
    Command,
    GiveFloor,
    LowerHand,
    OpenMeeting,
    OpenMicrophone,
    RaiseHand,
    ShowPicture,
    TakeFloor,
)
from hemicycle.wire.ids import Key, Role, Source
from hemicycle.wire.views import Meeting

LEAD, TAIL = 0.4, 0.2
"""Seconds before the first word, once the microphone is open, and after the last one. Not scaled: sound
needs that long to find its way to a seat that has not been listening to this speaker yet."""

ANSWER = 0.06
"""Seconds reckoned for a command to be carried out."""

SHORTEST = 0.7
"""Seconds of a statement below which nobody could say that they heard it."""

_EVERY, _SOONEST, _LONGEST_ENTRY = 0.12, 0.02, 20.0
"""Seconds from one seat to the next when there is time, and at the least; and for all of them at most."""
_PAUSE, _BREATH = 1.2, 0.5
_HANDS = 5


class TooShortError(ValueError):
    """The meeting cannot be held in so little time."""

    def __init__(self, asked: float, needed: float) -> None:
        super().__init__(f"{asked:g} seconds are too few: the meeting takes {needed:.0f} at the very least")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words with a seat to say them and the time they may take."""

    seat: Key
    words: Words
    seconds: float
    is_cut: bool = False
    """Whether that is less than they need."""


@dataclass(frozen=True, slots=True)
class Enter:
    """These seats come in, one every so many seconds."""

    seats: tuple[Key, ...]
    every: float


@dataclass(frozen=True, slots=True)
class Ask:
    """A seat asks for something, and it has to be done."""

    seat: Key
    command: Command


@dataclass(frozen=True, slots=True)
class Speak:
    """A seat says something, into an open microphone or a closed one."""

    utterance: Utterance

    @property
    def is_heard(self) -> bool:
        """Whether the microphone is open."""
        return self.utterance.words.kind is not Kind.ASIDE


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing happens."""

    seconds: float


Step = Enter | Ask | Speak | Pause


@dataclass(frozen=True, slots=True)
class Script:
    """The steps, and how long they take as reckoned."""

    steps: tuple[Step, ...]
    chair: Key
    speakers: tuple[Key, ...]
    entering: tuple[Key, ...]
    """The seats in the hall; the last one does nothing, so that a person can take it over."""

    @property
    def seconds(self) -> float:
        """How long it takes, as reckoned."""
        return sum(_seconds(step) for step in self.steps)

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Everything that is said, in order."""
        return tuple(step.utterance for step in self.steps if isinstance(step, Speak))


def _seconds(step: Step) -> float:
    match step:
        case Enter(seats, every):
            return len(seats) * every
        case Ask():
            return ANSWER
        case Speak(utterance):
            return LEAD + utterance.seconds + TAIL
        case Pause(seconds):
            return seconds


@dataclass(frozen=True, slots=True)
class Said:
    """Words with how long they take when nothing is cut, in seconds."""

    words: Words
    seconds: float


class _Writer:
    """Writes the steps of one meeting, everything that can be shortened shortened by `factor`."""

    def __init__(self, meeting: Meeting, entering: Sequence[Key], factor: float) -> None:
        self._meeting, self._entering, self._factor = meeting, tuple(entering), factor
        seats = meeting["seats"]
        self._chair = next(key for key, seat in seats.items() if seat["role"] is Role.CHAIR)
        self._steps: list[Step] = []

    def write(self, said: Sequence[Said], rounds: int) -> Script:
        items = self._meeting["items"]
        speakers = tuple(item["speaker"] for item in items if "speaker" in item)
        every = min(_EVERY, _LONGEST_ENTRY / max(1, len(self._entering)))
        self._steps.append(Enter((*speakers, *self._entering), max(_SOONEST, every * self._factor)))
        self._ask(OpenMeeting())
        for speaker in speakers:
            self._ask(ShowPicture(seat=speaker, source=Source.CAMERA))
        for item in items:
            self._pause()
            self._ask(BeginItem(item=item["key"]))
            if "speaker" in item:
                self._address(item["speaker"], said)
            else:
                self._discuss([one for one in said if one.words.kind is Kind.QUESTION], rounds)
        self._pause()
        self._ask(CloseMeeting())
        return Script(tuple(self._steps), self._chair, speakers, self._entering)

    def _address(self, speaker: Key, said: Sequence[Said]) -> None:
        """A speaker's statements; whoever has two says something between them at a closed microphone."""
        own = [one for one in said if one.words.where == speaker]
        aside = next((one for one in own if one.words.kind is Kind.ASIDE), None)
        self._pause()
        self._ask(GiveFloor(seat=speaker))
        for place, one in enumerate(one for one in own if one is not aside):
            if place == 1 and aside is not None:
                self._ask(CloseMicrophone(seat=speaker))
                self._speak(speaker, aside)
                self._ask(OpenMicrophone(seat=speaker))
            self._speak(speaker, one)
        self._ask(TakeFloor(seat=speaker))

    def _discuss(self, asked: Sequence[Said], rounds: int) -> None:
        """Hands go up; the first is given the floor and speaks from its seat; the others are lowered."""
        for number, one in enumerate(islice(cycle(asked), rounds)):
            hands = self._hands(one.words.where, number)
            for seat in hands:
                self._pause(_BREATH)
                self._ask(RaiseHand(), seat)
            self._pause()
            first, *others = hands
            self._ask(GiveFloor(seat=first))
            self._speak(first, one)
            self._ask(TakeFloor(seat=first))
            for place, seat in enumerate(others):
                self._ask(LowerHand(), seat) if place == 0 else self._ask(LowerHand(seat=seat))

    def _hands(self, category: Key, number: int) -> list[Key]:
        """Who raises a hand: somebody of the category first, then others from all over the hall."""
        able = list(self._entering[:-1]) or list(self._entering)
        seats = self._meeting["seats"]
        fitting = [key for key in able if seats[key].get("category") == category] or able
        first = fitting[(number * 7) % len(fitting)]
        rest = [key for key in able if key != first]
        step = max(1, len(rest) // (_HANDS - 1))
        return [first, *rest[number % step :: step][: _HANDS - 1]]

    def _ask(self, command: Command, seat: Key | None = None) -> None:
        self._steps.append(Ask(seat or self._chair, command))

    def _pause(self, seconds: float = _PAUSE) -> None:
        self._steps.append(Pause(seconds * self._factor))

    def _speak(self, seat: Key, one: Said) -> None:
        seconds = min(one.seconds, max(SHORTEST, one.seconds * self._factor))
        self._steps.append(Speak(Utterance(seat, one.words, seconds, seconds < one.seconds)))


def entering(meeting: Meeting, count: int) -> tuple[Key, ...]:
    """Which seats of the hall come: `count` of them, from every category in turn of the seating.

    Args:
        meeting: as planned.
        count: how many; no more than there are come.
    """
    hall = [key for key, seat in meeting["seats"].items() if seat["role"] is Role.PARTICIPANT]
    count = min(count, len(hall))
    return tuple(hall[place * len(hall) // count] for place in range(count)) if count else ()


def write(
    meeting: Meeting, said: Sequence[Said], entering: Sequence[Key], seconds: float | None = None
) -> Script:
    """The script of a meeting.

    Args:
        meeting: as planned: its items in order, each with its speaker or none.
        said: statements, questions and an aside, each with its natural length.
        entering: who comes into the hall; two at least.
        seconds: how long it may take. Statements are cut and pauses shortened for less than the
            natural length; more questions are asked for more. None: the natural length.

    Raises:
        TooShortError: `seconds` are not enough for the shortest meeting.
    """
    script = _Writer(meeting, entering, 1.0).write(said, 1)
    if seconds is None:
        return script
    if script.seconds <= seconds:
        rounds = 1
        while (longer := _Writer(meeting, entering, 1.0).write(said, rounds + 1)).seconds <= seconds:
            script, rounds = longer, rounds + 1
        return script
    shortest = _Writer(meeting, entering, 0.0).write(said, 1)
    if shortest.seconds > seconds:
        raise TooShortError(seconds, shortest.seconds)
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        if _Writer(meeting, entering, middle).write(said, 1).seconds <= seconds:
            low = middle
        else:
            high = middle
    return _Writer(meeting, entering, low).write(said, 1)

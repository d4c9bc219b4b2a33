"""The script of the demo's meeting: what every seat does, in order, to fit a given time. No I/O, no
clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from hemicycle.demo.words import Kind, Words
from hemicycle.wire.booths import AskHandover, LeaveBooth, SetPivot, TakeBooth
from hemicycle.wire.floor import CloseMicrophone, GiveFloor, OpenMicrophone, TakeFloor
from hemicycle.wire.hands import LowerHand, RaiseHand
from hemicycle.wire.ids import Key, Role, Source
from hemicycle.wire.languages import SetLanguage
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpenMeeting
from hemicycle.wire.protocol import Command
from hemicycle.wire.stage import ShowPicture

LEAD_S, TAIL_S = 0.4, 0.2
"""Seconds before the first word, once the microphone is open, and after the last one. They are the
same in a short meeting: sound needs that long to reach a seat that has not listened to this speaker
yet."""

LAG_S = 0.2
"""Seconds by which an interpreter follows the speaker, and who interprets from a booth follows that
booth."""

ANSWER_S = 0.06
"""Seconds that are allowed for a command to be carried out."""

SHORTEST_S = 0.7
"""Seconds that the shortest statement takes: less could not be told from nothing."""

_EVERY_S, _SOONEST_S, _LONGEST_ENTRY_S = 0.12, 0.02, 20.0
"""Seconds from one seat to the next when there is time, and at the least; and for all of them at
most."""
_PAUSE_S, _BREATH_S = 1.2, 0.5
_HANDS = 5


class TooShortError(ValueError):
    """The meeting was asked to be shorter than it can be; the message says how long it takes."""

    def __init__(self, asked: float, needed: float) -> None:
        super().__init__(f"{asked:g} seconds are too few: the meeting takes {needed:.0f} at the very least")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words with a seat to say them and the time they may take."""

    seat: Key
    words: Words
    seconds: float
    is_cut: bool = False
    """Whether the time is less than the words need."""


@dataclass(frozen=True, slots=True)
class Enter:
    """Seats come in one after the other, one every so many seconds."""

    seats: tuple[Key, ...]
    every: float


@dataclass(frozen=True, slots=True)
class Ask:
    """A seat asks for something, and it has to be done."""

    seat: Key
    command: Command


@dataclass(frozen=True, slots=True)
class Interpreting:
    """An interpreter who says an utterance in another language."""

    language: str
    seat: Key
    pivot: str | None = None
    """The booth that it is interpreted from; None: the original."""

    @property
    def after(self) -> float:
        """How many seconds later than the speaker the interpreter speaks."""
        return LAG_S if self.pivot is None else 2 * LAG_S


@dataclass(frozen=True, slots=True)
class Speak:
    """A seat says something, into an open microphone or a closed one, and the booths say it
    after."""

    utterance: Utterance
    booths: tuple[Interpreting, ...] = ()

    @property
    def is_heard(self) -> bool:
        """Whether the microphone is open."""
        return self.utterance.words.kind is not Kind.ASIDE


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which nothing happens."""

    seconds: float


Step = Enter | Ask | Speak | Pause


@dataclass(frozen=True, slots=True)
class Script:
    """The steps of the play, and who takes part."""

    steps: tuple[Step, ...]
    chair: Key
    speakers: tuple[Key, ...]
    entering: tuple[Key, ...]
    """The seats in the hall; the last one does nothing, so that a person can take it over."""
    interpreters: tuple[Key, ...] = ()

    @property
    def seconds(self) -> float:
        """How long the play takes, as far as it can be known before."""
        return sum(_seconds(step) for step in self.steps)

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Every utterance, in the order in which they are said."""
        return tuple(step.utterance for step in self.steps if isinstance(step, Speak))


def _seconds(step: Step) -> float:
    match step:
        case Enter(seats, every):
            return len(seats) * every
        case Ask():
            return ANSWER_S
        case Speak(utterance, booths):
            return LEAD_S + max((one.after for one in booths), default=0.0) + utterance.seconds + TAIL_S
        case Pause(seconds):
            return seconds


@dataclass(frozen=True, slots=True)
class Said:
    """Words with how long they take when nothing is cut, in seconds."""

    words: Words
    seconds: float


class _Booths:
    """Who is live in each booth while the script is being written, and from what each
    interprets."""

    def __init__(self, meeting: Meeting) -> None:
        self._seats = {key: seat for key, seat in meeting["seats"].items() if "into" in seat}
        into = {language for seat in self._seats.values() for language in seat["into"]}
        self._languages = [language for language in meeting["languages"] if language in into]
        self._live: dict[str, Key] = {}
        self._pivots: dict[str, str] = {}
        self._turns: Counter[Key] = Counter()

    @property
    def interpreters(self) -> tuple[Key, ...]:
        """The seats of all interpreters."""
        return tuple(self._seats)

    def prepare(self, spoken: str) -> Iterator[tuple[Key, Command]]:
        """What the interpreters ask for before that language is spoken on the floor."""
        if (seat := self._live.pop(spoken, None)) is not None:
            yield seat, LeaveBooth(booth=spoken)
        for language in self._languages:
            if language == spoken:
                continue
            if language not in self._live:
                self._live[language] = seat = self._free(language)[0]
                self._turns[seat] += 1
                yield seat, TakeBooth(booth=language)
        for language, seat in self._live.items():
            pivot = None if self._understands(seat, spoken) else self._pivot(seat, spoken)
            if self._pivots.get(language) != pivot:
                yield seat, SetPivot(booth=language, pivot=pivot)
                self._pivots = {key: of for key, of in self._pivots.items() if key != language}
                if pivot is not None:
                    self._pivots[language] = pivot

    def hand_over(self) -> Iterator[tuple[Key, Command]]:
        """The first booth whose live interpreter has a free partner changes hands."""
        for language, seat in self._live.items():
            if free := self._free(language):
                yield seat, AskHandover(booth=language)
                yield free[0], TakeBooth(booth=language)
                self._live[language] = free[0]
                self._turns[free[0]] += 1
                return

    def interpreting(self) -> tuple[Interpreting, ...]:
        """Who interprets now, those after the others who listen to another booth."""
        found = [
            Interpreting(language, seat, self._pivots.get(language)) for language, seat in self._live.items()
        ]
        return tuple(sorted(found, key=lambda one: one.after))

    def _free(self, language: str) -> list[Key]:
        """Who can go live in a booth, those first who have done so least."""
        free = [
            key
            for key, seat in self._seats.items()
            if language in seat["into"] and key not in self._live.values()
        ]
        return sorted(free, key=lambda key: self._turns[key])

    def _understands(self, seat: Key, language: str) -> bool:
        return language in self._seats[seat]["out_of"]

    def _pivot(self, seat: Key, spoken: str) -> str | None:
        return next(
            (
                language
                for language, other in self._live.items()
                if self._understands(seat, language) and self._understands(other, spoken)
            ),
            None,
        )


class _Writer:
    """Writes the steps of one meeting, everything that can be shortened shortened by `factor`."""

    def __init__(self, meeting: Meeting, entering: Sequence[Key], factor: float) -> None:
        self._meeting, self._entering, self._factor = meeting, tuple(entering), factor
        seats = meeting["seats"]
        self._chair = next(key for key, seat in seats.items() if seat["role"] is Role.CHAIR)
        self._steps: list[Step] = []
        self._spoken = {key: seat["language"] for key, seat in seats.items()}
        self._booths = _Booths(meeting)

    def write(self, said: Sequence[Said], rounds: int) -> Script:
        items = self._meeting["items"]
        speakers = tuple(item["speaker"] for item in items if "speaker" in item)
        every = min(_EVERY_S, _LONGEST_ENTRY_S / max(1, len(self._entering)))
        self._steps.append(
            Enter(
                (*self._booths.interpreters, *speakers, *self._entering),
                max(_SOONEST_S, every * self._factor),
            )
        )
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
        return Script(tuple(self._steps), self._chair, speakers, self._entering, self._booths.interpreters)

    def _address(self, speaker: Key, said: Sequence[Said]) -> None:
        """A speaker's statements; whoever has two says something between them at a closed
        microphone."""
        own = [one for one in said if one.words.where == speaker]
        aside = next((one for one in own if one.words.kind is Kind.ASIDE), None)
        self._pause()
        if own:
            self._prepare(speaker, own[0].words.language)
        self._ask(GiveFloor(seat=speaker))
        for place, one in enumerate(one for one in own if one is not aside):
            if place == 1 and aside is not None:
                self._ask(CloseMicrophone(seat=speaker))
                self._speak(speaker, aside)
                self._hand_over()
                self._ask(OpenMicrophone(seat=speaker))
            self._speak(speaker, one)
        self._ask(TakeFloor(seat=speaker))

    def _discuss(self, asked: Sequence[Said], rounds: int) -> None:
        """Hands go up; the first is given the floor and speaks from its seat; the others are
        lowered."""
        for number, one in enumerate(islice(cycle(asked), rounds)):
            hands = self._hands(one.words.where, number)
            for seat in hands:
                self._pause(_BREATH_S)
                self._ask(RaiseHand(), seat)
            self._pause()
            first, *others = hands
            self._prepare(first, one.words.language)
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

    def _prepare(self, speaker: Key, language: str) -> None:
        """Before somebody speaks: their language is known, and somebody is in each booth that is
        needed."""
        if self._spoken[speaker] != language:
            self._ask(SetLanguage(seat=speaker, language=language))
            self._spoken[speaker] = language
        for seat, command in self._booths.prepare(language):
            self._ask(command, seat)

    def _hand_over(self) -> None:
        """The first live interpreter who has a partner in the booth hands over."""
        for seat, command in self._booths.hand_over():
            self._ask(command, seat)

    def _pause(self, seconds: float = _PAUSE_S) -> None:
        self._steps.append(Pause(seconds * self._factor))

    def _speak(self, seat: Key, one: Said) -> None:
        seconds = min(one.seconds, max(SHORTEST_S, one.seconds * self._factor))
        utterance = Utterance(seat, one.words, seconds, seconds < one.seconds)
        booths = () if one.words.kind is Kind.ASIDE else self._booths.interpreting()
        self._steps.append(Speak(utterance, booths))


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

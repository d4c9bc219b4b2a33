"""What the demo announced, held against what happened. Pure: the demo is believed only if this says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hemicycle.demo.heard import Heard
from hemicycle.demo.script import Ask, Script, Utterance
from hemicycle.demo.words import Kind
from hemicycle.room.facts import (
    Fact,
    FloorGiven,
    FloorTaken,
    HandLowered,
    HandRaised,
    ItemBegun,
    MeetingClosed,
    MeetingOpened,
    MicrophoneClosed,
    MicrophoneOpened,
    PictureShown,
    SeatEntered,
    SeatLeft,
)
from hemicycle.room.log import Entry, verify
from hemicycle.wire.commands import (
    BeginItem,
    CloseMeeting,
    CloseMicrophone,
    GiveFloor,
    LowerHand,
    OpenMeeting,
    OpenMicrophone,
    RaiseHand,
    ShowPicture,
    TakeFloor,
)
from hemicycle.wire.ids import Key

HEARD = 0.95
"""The share of what was spoken into an open microphone that every watcher has to have heard."""

AUDIBLE = 0.02
"""The loudness, 0 to 1 (root mean square), that speech reaches somewhere and silence does not."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An utterance as it was spoken: the timestamp (µs, of the speaker's clock) of each 20 ms of it."""

    utterance: Utterance
    frames: Sequence[int]

    @property
    def seconds(self) -> float:
        """How long it was."""
        return len(self.frames) * 0.02


@dataclass(frozen=True, slots=True)
class Observed:
    """What happened, as those who were there saw it."""

    entries: Sequence[Entry]
    spoken: Sequence[Spoken]
    watchers: dict[Key, dict[Key, Heard]]
    """Watching seat, then the seat that it heard."""
    seen: frozenset[Key]
    """The seats that the chair saw present at one and the same moment."""
    faults: Sequence[str]
    """What went wrong while the meeting was held, in sentences."""
    lent: frozenset[Key]
    """Seats that a person has taken over, and may leave at will."""
    attended: int
    """Representatives, by the report."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was announced, whether it happened, and by what that is known."""

    what: str
    happened: bool
    how: str


def announced(script: Script) -> list[Fact]:
    """The facts that the script's commands have to come to, in order."""
    return [fact for step in script.steps if isinstance(step, Ask) for fact in _facts(step)]


def _facts(step: Ask) -> list[Fact]:
    by = step.seat
    match step.command:
        case OpenMeeting():
            return [MeetingOpened(by)]
        case CloseMeeting():
            return [MeetingClosed(by)]
        case BeginItem(item=item):
            return [ItemBegun(item, by)]
        case GiveFloor(seat=seat):
            return [FloorGiven(seat, by)]
        case TakeFloor(seat=seat):
            return [FloorTaken(seat, by)]
        case CloseMicrophone(seat=seat):
            return [MicrophoneClosed(seat, by)]
        case OpenMicrophone(seat=seat):
            return [MicrophoneOpened(seat, by)]
        case ShowPicture(seat=seat, source=source):
            return [PictureShown(seat, source, by)]
        case RaiseHand():
            return [HandRaised(by)]
        case LowerHand(seat=seat):
            return [HandLowered(seat or by)]
        case _:
            return []


def missing(expected: Iterable[Fact], log: Iterable[Fact]) -> list[Fact]:
    """The expected facts that the log does not have, in that order; others may stand between them."""
    rest = list(log)
    gone: list[Fact] = []
    for fact in expected:
        if fact in rest:
            del rest[: rest.index(fact) + 1]
        else:
            gone.append(fact)
    return gone


def check(script: Script, names: dict[Key, str], observed: Observed) -> list[Check]:
    """Everything that was announced, one check each.

    Args:
        script: what was announced.
        names: what to call each seat.
        observed: what happened.
    """
    return [
        _seats(script, observed),
        _commands(script, observed),
        *(_heard(seat, names[seat], observed) for seat in _openly(script)),
        _silent(observed),
        _from_the_seat(script, names, observed),
        *(_seen(seat, names[seat], observed) for seat in script.speakers),
        _chain(observed),
        _report(script, observed),
        *(Check("nothing went wrong on the way", False, fault) for fault in observed.faults),
    ]


def _openly(script: Script) -> list[Key]:
    """Who speaks into an open microphone, in the order of the first time."""
    return list(dict.fromkeys(u.seat for u in script.utterances if u.words.kind is not Kind.ASIDE))


def _seats(script: Script, observed: Observed) -> Check:
    expected = {*script.entering, *script.speakers}
    entered = {entry.fact.seat for entry in observed.entries if isinstance(entry.fact, SeatEntered)}
    left = [entry.fact.seat for entry in observed.entries if isinstance(entry.fact, SeatLeft)]
    there = expected & observed.seen & entered
    how = f"{len(there)} of {len(expected)} present at once"
    if lost := [seat for seat in left if seat in expected - observed.lent]:
        how += f"; {', '.join(lost)} left"
    return Check("every announced seat is in the room", len(there) == len(expected) and not lost, how)


def _commands(script: Script, observed: Observed) -> Check:
    expected = announced(script)
    gone = missing(expected, (entry.fact for entry in observed.entries))
    how = f"{len(expected) - len(gone)} of {len(expected)} in the log, in order"
    if gone:
        how += f"; the first missing is {gone[0].type}"
    return Check("what was asked for became a fact", not gone, how)


def _heard(seat: Key, name: str, observed: Observed) -> Check:
    what = f"{name} is heard by every watcher"
    frames = {
        frame
        for spoken in observed.spoken
        if spoken.utterance.seat == seat and spoken.utterance.words.kind is not Kind.ASIDE
        for frame in spoken.frames
    }
    listeners = {key: heard.get(seat, Heard()) for key, heard in observed.watchers.items() if key != seat}
    if not frames or not listeners:
        return Check(what, False, "nothing was spoken" if not frames else "nobody listened")
    shares = [len(frames & heard.sound) / len(frames) for heard in listeners.values()]
    loudest = max((heard.loudest or 0.0 for heard in listeners.values()), default=0.0)
    enough = sum(share >= HEARD for share in shares)
    how = (
        f"{enough} of {len(shares)} heard {HEARD:.0%} or more of {len(frames) * 0.02:.1f} s "
        f"(the least: {min(shares):.1%})"
    )
    if loudest < AUDIBLE:
        how += "; what arrived is silence"
    return Check(what, enough == len(shares) and loudest >= AUDIBLE, how)


def _silent(observed: Observed) -> Check:
    what = "a closed microphone is heard by nobody"
    asides = [spoken for spoken in observed.spoken if spoken.utterance.words.kind is Kind.ASIDE]
    said = sum(len(aside.frames) for aside in asides)
    through = sum(
        len(heard[aside.utterance.seat].sound.intersection(aside.frames))
        for aside in asides
        for heard in observed.watchers.values()
        if aside.utterance.seat in heard
    )
    how = f"{said * 0.02:.1f} s spoken, {through} frames came through"
    return Check(what, said > 0 and through == 0, how)


def _from_the_seat(script: Script, names: dict[Key, str], observed: Observed) -> Check:
    what = "a raised hand is given the floor and speaks from the seat"
    seats = [u.seat for u in script.utterances if u.words.kind is Kind.QUESTION]
    log = [entry.fact for entry in observed.entries]
    spoke = {spoken.utterance.seat for spoken in observed.spoken if spoken.frames}
    done = [
        seat
        for seat in seats
        if seat in spoke
        and not missing(
            [HandRaised(seat), FloorGiven(seat, script.chair), FloorTaken(seat, script.chair)], log
        )
    ]
    how = ", ".join(dict.fromkeys(names[seat] for seat in done)) or "nobody did"
    return Check(what, len(done) == len(seats) > 0, how)


def _turn(seat: Key, chair: Key) -> list[Fact]:
    return [HandRaised(seat), FloorGiven(seat, chair), FloorTaken(seat, chair)]


def _seen(seat: Key, name: str, observed: Observed) -> Check:
    counts = [heard.get(seat, Heard()).pictures for key, heard in observed.watchers.items() if key != seat]
    how = f"{min(counts, default=0)} pictures at the least"
    return Check(f"{name} is seen by every watcher", min(counts, default=0) > 0, how)


def _chain(observed: Observed) -> Check:
    broken = verify(observed.entries)
    how = (
        broken.sentence
        if broken
        else f"{len(observed.entries)} facts, head {observed.entries[-1].hash[:16]}…"
    )
    return Check("the chain of the log holds", broken is None, how)


def _report(script: Script, observed: Observed) -> Check:
    expected = len(script.entering)
    how = f"{observed.attended} representatives attended, {expected} came"
    return Check("the report counts those who came", observed.attended == expected, how)

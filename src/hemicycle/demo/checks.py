"""What the demo announced, held against what happened. Pure: the demo is believed only if this says
so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from hemicycle.client.heard import Heard
from hemicycle.demo.observed import Check, Observed, Spoken
from hemicycle.demo.script import Ask, Script, Speak
from hemicycle.demo.words import NAMES, Kind
from hemicycle.room.booths import BoothLeft, BoothTaken, HandoverAsked, PivotSet
from hemicycle.room.doors import SeatEntered, SeatLeft
from hemicycle.room.floor import FloorGiven, FloorTaken, MicrophoneClosed, MicrophoneOpened
from hemicycle.room.hands import HandLowered, HandRaised
from hemicycle.room.languages import LanguageSet
from hemicycle.room.log import verify
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.stage import PictureShown
from hemicycle.room.subjects import Fact
from hemicycle.wire.booths import AskHandover, LeaveBooth, SetPivot, TakeBooth
from hemicycle.wire.floor import CloseMicrophone, GiveFloor, OpenMicrophone, TakeFloor
from hemicycle.wire.hands import LowerHand, RaiseHand
from hemicycle.wire.ids import Key
from hemicycle.wire.languages import SetLanguage
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpenMeeting
from hemicycle.wire.stage import ShowPicture

HEARD = 0.95
"""The share of what was spoken into an open microphone that every watcher has to have heard."""

AUDIBLE = 0.02
"""The loudness, 0 to 1 (root mean square), that speech reaches somewhere and silence does not."""


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
        case SetLanguage(seat=seat, language=language):
            return [LanguageSet(seat, language, by)]
        case TakeBooth(booth=booth):
            return [BoothTaken(booth, by)]
        case LeaveBooth(booth=booth):
            return [BoothLeft(booth, by)]
        case AskHandover(booth=booth):
            return [HandoverAsked(booth, by)]
        case SetPivot(booth=booth, pivot=pivot):
            return [PivotSet(booth, by, pivot)]
        case _:
            return []


def missing(expected: Iterable[Fact], log: Iterable[Fact]) -> list[Fact]:
    """The expected facts that the log does not have, in that order; others may stand between
    them."""
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
        *(_booth(language, observed) for language in _booths(script, observed)),
        *_apart(observed),
        *_handovers(script, names, observed),
        *_pivots(script, names, observed),
        _silent(observed),
        _from_the_seat(script, names, observed),
        *(_seen(seat, names[seat], observed) for seat in script.speakers),
        _chain(observed),
        _report(script, observed),
        *_reported_booths(script, observed),
        *(Check("nothing went wrong on the way", False, fault) for fault in observed.faults),
    ]


def _openly(script: Script) -> list[Key]:
    """Who speaks into an open microphone, in the order of the first time."""
    return list(dict.fromkeys(u.seat for u in script.utterances if u.words.kind is not Kind.ASIDE))


def _seats(script: Script, observed: Observed) -> Check:
    expected = {*script.entering, *script.speakers, *script.interpreters}
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
    """Whether everybody heard a speaker whose chosen language has the speaker's own voice."""
    due = {
        key: frames
        for key in observed.watchers
        if key != seat
        and (
            frames := {
                frame
                for spoken in observed.spoken
                if spoken.utterance.seat == seat and _is_original(spoken, observed.channels.get(key))
                for frame in spoken.frames
            }
        )
    }
    got = {key: [observed.watchers[key].get(seat, Heard())] for key in due}
    return _complete(f"{name} is heard by every watcher of the original", due, got)


def _booths(script: Script, observed: Observed) -> list[str]:
    """The booths that somebody interprets in and somebody has chosen."""
    chosen = {observed.channels.get(key) for key in observed.watchers}
    spoken = [one.language for step in script.steps if isinstance(step, Speak) for one in step.booths]
    return [language for language in dict.fromkeys(spoken) if language in chosen]


def _booth(language: str, observed: Observed) -> Check:
    """By all who have chosen it; who takes over from whom makes no difference to them."""
    said = [one for spoken in observed.spoken for one in spoken.booths if one.by.language == language]
    frames = {frame for one in said for frame in one.frames}
    seats = {one.by.seat for one in said}
    due = {key: frames for key in observed.watchers if observed.channels.get(key) == language and frames}
    got = {key: [observed.watchers[key].get(seat, Heard()) for seat in seats] for key in due}
    return _complete(f"the {NAMES[language]} booth is heard by all who chose it", due, got)


def _complete(what: str, due: Mapping[Key, set[int]], got: Mapping[Key, Sequence[Heard]]) -> Check:
    """Whether every listener heard enough of what was due, and it was no silence."""
    if not due:
        return Check(what, False, "nothing was spoken, or nobody listened")
    shares = [
        len(frames.intersection(chain.from_iterable(heard.sound for heard in got[key]))) / len(frames)
        for key, frames in due.items()
    ]
    loudest = max((heard.loudest or 0.0 for of in got.values() for heard in of), default=0.0)
    enough = sum(share >= HEARD for share in shares)
    seconds = max(len(frames) for frames in due.values()) * 0.02
    how = (
        f"{enough} of {len(shares)} heard {HEARD:.0%} or more of {seconds:.1f} s "
        f"(the least: {min(shares):.1%})"
    )
    if loudest < AUDIBLE:
        how += "; what arrived is silence"
    return Check(what, enough == len(shares) and loudest >= AUDIBLE, how)


def _is_original(spoken: Spoken, channel: str | None) -> bool:
    """Whether who has chosen that channel hears the speaker's own voice."""
    words = spoken.utterance.words
    return words.kind is not Kind.ASIDE and channel in (None, words.language)


def _apart(observed: Observed) -> list[Check]:
    """Nobody is given the voices of another channel beside those of their own."""
    if not any(spoken.booths for spoken in observed.spoken):
        return []
    wrong = 0
    for key, heard in observed.watchers.items():
        channel = observed.channels.get(key)
        for spoken in observed.spoken:
            others = {one.by.seat: one.frames for one in spoken.booths if one.by.language != channel}
            is_aside = spoken.utterance.words.kind is Kind.ASIDE
            if not is_aside and not _is_original(spoken, channel):
                others[spoken.utterance.seat] = spoken.frames
            wrong += sum(
                len(heard[seat].sound.intersection(frames))
                for seat, frames in others.items()
                if seat in heard
            )
    how = f"{len(observed.watchers)} watchers, {wrong} frames of other channels"
    return [Check("everybody hears one language at a time", wrong == 0, how)]


def _handovers(script: Script, names: Mapping[Key, str], observed: Observed) -> list[Check]:
    """A partner takes over in the very decision by which the other leaves."""
    asked = [
        (step.seat, step.command.booth)
        for step in script.steps
        if isinstance(step, Ask) and isinstance(step.command, AskHandover)
    ]
    if not asked:
        return []
    pairs = zip(observed.entries, observed.entries[1:], strict=False)
    done = [
        f"{names[before.fact.seat]} to {names[after.fact.seat]} ({NAMES[after.fact.booth]})"
        for before, after in pairs
        if isinstance(before.fact, BoothLeft)
        and isinstance(after.fact, BoothTaken)
        and (before.fact.seat, before.fact.booth) in asked
        and (before.fact.booth, before.at) == (after.fact.booth, after.at)
    ]
    how = ", ".join(done) or "nobody took over"
    return [Check("a booth is handed over without a moment of two or none", len(done) == len(asked), how)]


def _pivots(script: Script, names: Mapping[Key, str], observed: Observed) -> list[Check]:
    """Who interprets from another booth has heard what that booth said."""
    planned = [
        (one.language, one.pivot)
        for step in script.steps
        if isinstance(step, Speak)
        for one in step.booths
        if one.pivot is not None
    ]
    found: list[Check] = []
    for language, pivot in dict.fromkeys(planned):
        due: dict[Key, set[int]] = {}
        got: dict[Key, set[int]] = {}
        for spoken in observed.spoken:
            sources = [one for one in spoken.booths if one.by.language == pivot]
            for one in spoken.booths:
                if (one.by.language, one.by.pivot) != (language, pivot):
                    continue
                for source in sources:
                    heard = observed.incoming.get(one.by.seat, {}).get(source.by.seat, Heard())
                    due.setdefault(one.by.seat, set()).update(source.frames)
                    got.setdefault(one.by.seat, set()).update(heard.sound)
        shares = {seat: len(frames & got[seat]) / len(frames) for seat, frames in due.items() if frames}
        how = ", ".join(f"{names[seat]} heard {share:.1%}" for seat, share in shares.items()) or "nobody did"
        enough = bool(shares) and all(share >= HEARD for share in shares.values())
        found.append(
            Check(f"the {NAMES[language]} booth interprets from the {NAMES[pivot]} one", enough, how)
        )
    return found


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


def _seen(seat: Key, name: str, observed: Observed) -> Check:
    counts = [
        heard.get(seat, Heard()).pictures
        for key, heard in observed.watchers.items()
        if key != seat and key not in observed.blind
    ]
    how = f"{min(counts, default=0)} pictures at the least"
    return Check(f"{name} is seen by every watcher of pictures", min(counts, default=0) > 0, how)


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


def _reported_booths(script: Script, observed: Observed) -> list[Check]:
    languages = _booths(script, observed)
    if not languages:
        return []
    chosen = Counter(observed.channels.get(key) for key in observed.watchers)
    reported = {language: observed.reported.get(language, (0.0, 0)) for language in languages}
    right = all(
        seconds > 0 and number >= chosen[language] for language, (seconds, number) in reported.items()
    )
    how = ", ".join(
        f"{NAMES[language]} {seconds:.0f} s live, {number} listened"
        for language, (seconds, number) in reported.items()
    )
    return [Check("the report shows the booths and their listeners", right, how)]

"""The demo is believed only if what it announced happened: each way in which it may not have is
seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.unit.demo.acting import meeting, observed, script

from hemicycle.client.heard import Heard
from hemicycle.demo.checks import announced, check, missing
from hemicycle.demo.narration import named, sentence
from hemicycle.demo.observed import Observed
from hemicycle.demo.script import Ask, Pause
from hemicycle.demo.words import Kind
from hemicycle.room.booths import BoothLeft, BoothTaken, PivotSet
from hemicycle.room.doors import SeatEntered, SeatLeft
from hemicycle.room.floor import FloorGiven, MicrophoneClosed
from hemicycle.room.hands import HandRaised
from hemicycle.room.log import chain

SCRIPT = script(12, 12)
ASKING = next(u.seat for u in SCRIPT.utterances if u.words.kind is Kind.QUESTION)
NAMES = {key: named(meeting(), key) for key in meeting()["seats"]}

Change = Callable[[Observed], Observed]


def _failed(of: Observed) -> list[str]:
    return [one.what for one in check(SCRIPT, NAMES, of) if not one.happened]


def _heard(of: Observed, change: Callable[[str, Heard], Heard]) -> Observed:
    return replace(
        of,
        watchers={
            watcher: {seat: change(seat, heard) for seat, heard in seats.items()}
            for watcher, seats in of.watchers.items()
        },
    )


def _only(wanted: str, change: Callable[[Heard], Heard]) -> Change:
    return lambda of: _heard(of, lambda seat, heard: change(heard) if seat == wanted else heard)


def _without(kind: type) -> Change:
    """The log as if these facts had never been, its chain made anew."""

    def change(of: Observed) -> Observed:
        kept = [entry for entry in of.entries if not isinstance(entry.fact, kind)]
        return replace(of, entries=chain([entry.fact for entry in kept], 0, None))

    return change


def _leak(of: Observed) -> Observed:
    """One frame of what was said at a closed microphone comes through to one watcher."""
    aside = next(s for s in of.spoken if s.utterance.words.kind is Kind.ASIDE)
    watcher = next(iter(of.watchers))
    of.watchers[watcher][aside.utterance.seat].sound.add(aside.frames[-1])
    return of


def _overhear(of: Observed) -> Observed:
    """A frame of the floor comes to a watcher who has chosen a booth."""
    one = next(s for s in of.spoken if s.booths)
    watcher = next(key for key, channel in of.channels.items() if channel == one.booths[0].by.language)
    of.watchers[watcher].setdefault(one.utterance.seat, Heard()).sound.add(one.frames[0])
    return of


def _overlap(of: Observed) -> Observed:
    """The partner takes over a moment after the booth was left."""
    entries = list(of.entries)
    at = next(
        place
        for place, (before, after) in enumerate(pairwise(entries))
        if isinstance(before.fact, BoothLeft) and isinstance(after.fact, BoothTaken)
        if before.fact.booth == after.fact.booth
    )
    facts = [entry.fact for entry in entries]
    remade = chain(facts[: at + 1], 0, None)
    return replace(of, entries=[*remade, *chain(facts[at + 1 :], 1, remade[-1])])


def _deafen(of: Observed) -> Observed:
    """The interpreter from another booth heard nothing of it."""
    return replace(of, incoming={**of.incoming, "kazakh-russian": {}})


def _forge(of: Observed) -> Observed:
    entries = list(of.entries)
    entries[3] = replace(entries[3], at=entries[3].at + 1)
    return replace(of, entries=entries)


def _leave(of: Observed) -> Observed:
    fresh = chain([SeatLeft(SCRIPT.entering[0])], of.entries[-1].at, of.entries[-1])
    return replace(of, entries=[*of.entries, *fresh])


def test_all_went_well() -> None:
    checks = check(SCRIPT, NAMES, observed(SCRIPT))
    assert [one for one in checks if not one.happened] == []
    assert len(checks) == 21


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        # A speaker who is heard by nobody, hardly, or whose sound is silence.
        (_only("fellow", lambda _: Heard()), ["Cheon Myeong Guk is heard", "Cheon Myeong Guk is seen"]),
        (
            _only("ambassador", lambda h: replace(h, sound=set(sorted(h.sound)[6:]))),
            ["Ku Hong-seok is heard"],
        ),
        (_only("ambassador", lambda h: replace(h, loudest=0.001)), ["Ku Hong-seok is heard"]),
        (_only("ambassador", lambda h: replace(h, loudest=None)), ["Ku Hong-seok is heard"]),
        (_only("fellow", lambda h: replace(h, pictures=0)), ["Cheon Myeong Guk is seen"]),
        (_only(ASKING, lambda h: replace(h, sound=set())), [f"{NAMES[ASKING]} is heard"]),
        (_leak, ["a closed microphone is heard by nobody"]),
        (
            _only("english-a", lambda h: replace(h, sound=set(sorted(h.sound)[6:]))),
            ["the English booth is heard"],
        ),
        (_only("korean", lambda h: replace(h, loudest=0.0)), ["the Korean booth is heard"]),
        (_only("kazakh", lambda _: Heard()), ["the Kazakh booth is heard"]),
        (_overhear, ["everybody hears one language at a time"]),
        (_overlap, ["a booth is handed over"]),
        (_deafen, ["the Kazakh booth interprets from the English one"]),
        (_without(PivotSet), ["what was asked for"]),
        (_without(BoothTaken), ["what was asked for", "a booth is handed over"]),
        (lambda of: replace(of, reported={}), ["the report shows the booths"]),
        (
            lambda of: replace(of, reported={**of.reported, "ru": (4.0, 0)}),
            ["the report shows the booths"],
        ),
        (lambda of: replace(of, seen=of.seen - {"kazakh"}), ["every announced seat"]),
        (lambda of: replace(of, seen=of.seen - {SCRIPT.entering[3]}), ["every announced seat"]),
        (_leave, ["every announced seat"]),
        (_without(SeatEntered), ["every announced seat"]),
        (_without(MicrophoneClosed), ["what was asked for"]),
        (_without(HandRaised), ["what was asked for", "a raised hand"]),
        (_forge, ["the chain of the log"]),
        (lambda of: replace(of, attended=11), ["the report counts"]),
        (lambda of: replace(of, faults=["the chair fell asleep"]), ["nothing went wrong"]),
        (
            lambda of: replace(of, watchers={}),
            [
                *(f"{NAMES[seat]} is heard" for seat in (*SCRIPT.speakers, ASKING)),
                *(f"{NAMES[seat]} is seen" for seat in SCRIPT.speakers),
            ],
        ),
    ],
)
def test_what_did_not_happen_is_seen(change: Change, failed: list[str]) -> None:
    found = _failed(change(observed(SCRIPT)))
    assert len(found) == len(failed)
    for what, begins in zip(found, failed, strict=True):
        assert what.startswith(begins)


def test_nothing_spoken_at_the_closed_microphone_proves_nothing() -> None:
    of = observed(SCRIPT)
    spoken = [one for one in of.spoken if one.utterance.words.kind is not Kind.ASIDE]
    assert _failed(replace(of, spoken=spoken)) == ["a closed microphone is heard by nobody"]


def test_a_person_may_leave_a_seat_that_was_lent() -> None:
    gone = _leave(observed(SCRIPT))
    assert _failed(replace(gone, lent=frozenset({SCRIPT.entering[0]}))) == []
    assert _failed(replace(gone, lent=frozenset({SCRIPT.entering[1]}))) != []


def test_one_lost_frame_in_fifty_is_no_fault() -> None:
    of = observed(SCRIPT)
    few = _heard(of, lambda _, heard: replace(heard, sound=set(sorted(heard.sound)[1:])))
    assert _failed(few) == []


def test_missing_facts_are_found_in_their_order() -> None:
    first, second = HandRaised("a"), FloorGiven("a", "chair")
    assert missing([first, second], [first, SeatEntered("b"), second]) == []
    assert missing([first, second], [second, first]) == [second]
    assert missing([first, first], [first]) == [first]


def test_every_command_of_the_script_announces_a_fact_and_is_told_in_a_sentence() -> None:
    asked = [step for step in SCRIPT.steps if isinstance(step, Ask)]
    assert len(announced(SCRIPT)) == len(asked)
    for step in SCRIPT.steps:
        assert (sentence(meeting(), step) is None) is isinstance(step, Pause)


def test_the_terminal_says_whose_words_they_are() -> None:
    told = [sentence(meeting(), step) or "" for step in SCRIPT.steps]
    for whose, count in {
        "in the reporter's words for what was said": 1,
        "in the speaker's own words": 3,
        "from the seat, in words set by us": 1,
        "at a closed microphone, in words set by us": 1,
    }.items():
        assert sum(whose in one for one in told) == count

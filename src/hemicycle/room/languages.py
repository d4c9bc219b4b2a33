"""What is spoken on the floor, and what each seat listens to."""

from __future__ import annotations

from dataclasses import replace

from hemicycle.room.facts import ChannelChosen, Fact, LanguageSet, LanguagesPlanned
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State, without
from hemicycle.wire.booths import BoothRefusal
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key
from hemicycle.wire.languages import ChooseChannel, SetLanguage

UNKNOWN = "und"
"""The language of a seat of which none is known (BCP 47)."""


def language_of(state: State, seat: Key) -> str:
    """What the seat speaks, as far as is known."""
    return state.languages.get(seat, UNKNOWN)


def set_language(state: State, command: SetLanguage, by: Key) -> list[Fact] | Refusal:
    """Any language, interpreted into or not: what is spoken is what it is."""
    if command.seat not in state.seats:
        return Refusal(DoorRefusal.NO_SUCH_SEAT)
    if language_of(state, command.seat) == command.language:
        return []
    return [LanguageSet(command.seat, command.language, by)]


def choose_channel(state: State, command: ChooseChannel, by: Key) -> list[Fact] | Refusal:
    """At any time, so that it is set when the meeting opens."""
    if command.booth is not None and command.booth not in state.booths:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    return [] if state.channels.get(by) == command.booth else [ChannelChosen(by, command.booth)]


def planned(state: State, fact: LanguagesPlanned, at: int) -> State:
    """Until somebody hears otherwise."""
    return replace(state, languages=dict(fact.languages))


def language_set(state: State, fact: LanguageSet, at: int) -> State:
    """The seat keeps it when it gets the floor again."""
    return replace(state, languages={**state.languages, fact.seat: fact.language})


def channel_chosen(state: State, fact: ChannelChosen, at: int) -> State:
    """The seat keeps it when it leaves and comes back."""
    if fact.booth is None:
        return replace(state, channels=without(state.channels, fact.seat))
    return replace(state, channels={**state.channels, fact.seat: fact.booth})

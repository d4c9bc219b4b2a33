"""What each seat listens to: the original, or one booth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from hemicycle.room.booths import Booths
from hemicycle.room.parts import EMPTY
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State, without
from hemicycle.room.subject import EVERYBODY, FactModel, Signals, Subject, from_room
from hemicycle.wire.booths import BoothRefusal
from hemicycle.wire.channels import ChannelsView, ChooseChannel
from hemicycle.wire.ids import Audience, Key


@dataclass(frozen=True, slots=True)
class ChannelChosen(FactModel):
    """The seat listens to this booth from now on; None: to the original."""

    type: ClassVar[str] = "channel.chosen"
    seat: Key
    booth: str | None = None


Facts = ChannelChosen


@dataclass(frozen=True, slots=True)
class Channels:
    """The channel of each seat."""

    chosen: Mapping[Key, str] = field(default_factory=lambda: EMPTY)
    """The booth that each seat listens to; the others listen to the original."""


def choose(state: State, command: ChooseChannel, by: Key) -> list[FactModel] | Refusal:
    """A channel can be chosen before the meeting opens."""
    if command.booth is not None and command.booth not in state[Booths].by_language:
        return Refusal(BoothRefusal.NO_SUCH_BOOTH)
    return [] if state[Channels].chosen.get(by) == command.booth else [ChannelChosen(by, command.booth)]


def chosen(state: State, fact: ChannelChosen, at: int) -> State:
    """The seat keeps the channel when it leaves and comes back."""
    if fact.booth is None:
        return state.having(Channels(without(state[Channels].chosen, fact.seat)))
    return state.having(Channels({**state[Channels].chosen, fact.seat: fact.booth}))


def view(state: State, audience: Audience, signals: Signals) -> ChannelsView:
    """Chair and booths know how many listen to each booth. Nobody is told who listens to what."""
    if audience not in (Audience.CHAIR, Audience.BOOTH):
        return {}
    listened = Counter(booth for seat, booth in state[Channels].chosen.items() if seat in state.present)
    return {"listeners": {language: listened[language] for language in state[Booths].by_language}}


SUBJECT = Subject(
    commands={ChooseChannel: from_room(EVERYBODY, choose)}, readings={ChannelChosen: chosen}, view=view
)

"""What each audience may know, and what may be heard and seen: the only places where that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from hemicycle.room.languages import language_of
from hemicycle.room.state import EMPTY, State
from hemicycle.wire.archive import Readers
from hemicycle.wire.booths import Booth as BoothView
from hemicycle.wire.captions import Captions
from hemicycle.wire.ids import SMALL, Audience, Key, Phase, Role, Source, audience_of
from hemicycle.wire.media import Sends, Streams
from hemicycle.wire.meeting import Meeting, Programme
from hemicycle.wire.protocol import View
from hemicycle.wire.recording import Recording


@dataclass(frozen=True, slots=True)
class Signals:
    """What is so now without being a fact: which streams are there, what each seat could send."""

    streams: Mapping[Key, Streams] = field(default_factory=lambda: EMPTY)
    sending: Mapping[Key, Sends] = field(default_factory=lambda: EMPTY)
    held: frozenset[Key] = frozenset()
    """Whose sound is held back at their own wish."""
    slow: Mapping[str, int] = field(default_factory=lambda: EMPTY)
    """Which booths asked for slower speech, and when (ms)."""
    speeches: Mapping[Key, int] = field(default_factory=lambda: EMPTY)
    """Whose speech texts there are, each with its version."""
    glossary: int = 0
    """The glossary's version."""
    captions: Captions | None = None
    """Which captions there are; None: there are none."""
    recording: Recording | None = None
    """How the recording goes; None: there is none."""


def view(state: State, audience: Audience, signals: Signals) -> View:
    """The meeting as it stands, for one audience. Holds no None (see `wire.views`)."""
    shown: View = {
        "phase": state.phase,
        "present": dict.fromkeys(sorted(state.present), True),
        "hands": list(state.hands),
        "floor": [
            {
                "seat": seat,
                "since": floor.since,
                "microphone": floor.microphone,
                "language": language_of(state, seat),
            }
            for seat, floor in state.floor.items()
        ],
        "stage": [{"seat": shown.seat, "source": shown.source} for shown in state.stage],
        "booths": {language: _booth(state, language, audience) for language in state.booths},
        "streams": dict(signals.streams),
    }
    if state.archive is not None:
        shown["readers"] = state.archive
    if state.off_record is not None:
        shown["off_record"] = state.off_record
    if state.opened is not None:
        shown["opened"] = state.opened
    if state.closed is not None:
        shown["closed"] = state.closed
    if state.item is not None and state.item_since is not None:
        shown["item"] = state.item
        shown["item_since"] = state.item_since
    if signals.captions is not None:
        shown["captions"] = _captions(signals.captions, audience)
    if audience is not Audience.HALL:
        shown["sending"] = dict(signals.sending)
        shown["held"] = dict.fromkeys(sorted(signals.held), True)
    if audience is not Audience.HALL or _speaks(state, Audience.HALL):
        # Whoever speaks has to know it, from the hall too.
        shown["slow"] = dict(signals.slow)
    if audience in _DESKS:
        shown["listeners"] = _listeners(state)
        shown["speeches"] = dict(signals.speeches)
        shown["glossary"] = signals.glossary
    if audience is Audience.CHAIR:
        shown["sent_out"] = dict(state.sent_out)
        shown["raised"] = dict(state.hands)
        if signals.recording is not None:
            shown["recording"] = signals.recording
    return shown


def _speaks(state: State, audience: Audience) -> bool:
    """Whether somebody of that audience has the floor."""
    return any(audience_of(state.seats[seat].role) is audience for seat in state.floor)


_DESKS = (Audience.CHAIR, Audience.BOOTH)


def _booth(state: State, language: str, audience: Audience) -> BoothView:
    booth = state.booths[language]
    shown: BoothView = {
        "interpreters": [seat for seat, booths in state.interpreters.items() if language in booths]
    }
    if booth.live is not None and booth.since is not None:
        shown["live"] = booth.live
        shown["since"] = booth.since
    if booth.asked is not None and audience in _DESKS:
        shown["asked"] = booth.asked
    if booth.pivot is not None:
        shown["pivot"] = booth.pivot
    return shown


def _captions(captions: Captions, audience: Audience) -> Captions:
    if audience is Audience.CHAIR:
        return captions
    shown: Captions = {"offered": captions["offered"], "writing": captions["writing"]}
    if "machine" in captions:
        shown["machine"] = captions["machine"]
    return shown


def _listeners(state: State) -> dict[str, int]:
    chosen = Counter(booth for seat, booth in state.channels.items() if seat in state.present)
    return {language: chosen[language] for language in state.booths}


def programme(meeting: Meeting, state: State) -> Programme:
    """What the public may know of a meeting: speakers by name, the others as a number by category."""
    expected: dict[str, int] = {category["key"]: 0 for category in meeting["categories"]}
    for seat in meeting["seats"].values():
        if category := seat.get("category"):
            expected[category] += 1
    public: Programme = {
        "slug": meeting["slug"],
        "title": meeting["title"],
        "organiser": meeting["organiser"],
        "city": meeting["city"],
        "starts": meeting["starts"],
        "timezone": meeting["timezone"],
        "minutes": meeting["minutes"],
        "languages": meeting["languages"],
        "on_record": meeting["on_record"],
        "categories": meeting["categories"],
        "items": meeting["items"],
        "speakers": {key: seat for key, seat in meeting["seats"].items() if seat["role"] == Role.SPEAKER},
        "expected": expected,
        "phase": state.phase,
    }
    if state.phase is Phase.CLOSED and state.archive is Readers.PUBLIC:
        public["readers"] = "public"
    return public


def permitted(state: State) -> frozenset[tuple[Key, Source]]:
    """Whose sound and pictures may reach the room: what the chair has opened, and each booth's one."""
    microphones = {(seat, Source.MICROPHONE) for seat, floor in state.floor.items() if floor.microphone}
    booths = {(booth.live, Source.MICROPHONE) for booth in state.booths.values() if booth.live is not None}
    pictures: set[tuple[Key, Source]] = {(shown.seat, shown.source) for shown in state.stage}
    small = {(seat, SMALL[source]) for seat, source in pictures}
    return frozenset(microphones | booths | pictures | small)

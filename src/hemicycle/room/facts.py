"""The facts: what happened in a meeting, past tense, never changed.

A fact holds keys of seats, items and categories, never a name or a sentence, so that a person
can be erased from the rows beside the log without breaking its chain.

Stored facts outlive this code. A fact's fields are never changed: a new need is a new fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from pydantic import TypeAdapter

from hemicycle.wire.archive import Readers
from hemicycle.wire.ids import Key, Role, Source

Picture = Literal[Source.CAMERA, Source.SCREEN]


@dataclass(frozen=True, slots=True)
class PlannedSeat:
    """A seat as the log knows it: no name, only what the rules and the counts need."""

    role: Role
    category: Key | None = None


@dataclass(frozen=True, slots=True)
class MeetingPlanned:
    """The meeting was added: always the first fact, and the only one with a sequence number of 0."""

    type: ClassVar[str] = "meeting.planned"
    seats: Mapping[Key, PlannedSeat]
    items: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    """The chair opened the meeting."""

    type: ClassVar[str] = "meeting.opened"
    by: Key


@dataclass(frozen=True, slots=True)
class MeetingClosed:
    """The chair closed the meeting. It may be opened again."""

    type: ClassVar[str] = "meeting.closed"
    by: Key


@dataclass(frozen=True, slots=True)
class ItemBegun:
    """An agenda item was called; it ends when another is, or when the meeting closes."""

    type: ClassVar[str] = "item.begun"
    item: Key
    by: Key


@dataclass(frozen=True, slots=True)
class SeatEntered:
    """Somebody took the seat."""

    type: ClassVar[str] = "seat.entered"
    seat: Key


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """The seat has been without a connection for longer than a reconnection takes."""

    type: ClassVar[str] = "seat.left"
    seat: Key


@dataclass(frozen=True, slots=True)
class SeatSentOut:
    """The chair sent the seat out."""

    type: ClassVar[str] = "seat.sent_out"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class SeatLetIn:
    """The chair let the seat back in."""

    type: ClassVar[str] = "seat.let_in"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class HandRaised:
    """The seat asked for the floor."""

    type: ClassVar[str] = "hand.raised"
    seat: Key


@dataclass(frozen=True, slots=True)
class HandLowered:
    """The seat's hand went down: by itself, by the chair, or because the seat got the floor or left."""

    type: ClassVar[str] = "hand.lowered"
    seat: Key


@dataclass(frozen=True, slots=True)
class FloorGiven:
    """The seat has the floor from now on, its microphone open."""

    type: ClassVar[str] = "floor.given"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class FloorTaken:
    """The seat has the floor no more, its microphone closed."""

    type: ClassVar[str] = "floor.taken"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class MicrophoneOpened:
    """The microphone of a seat that has the floor was opened again."""

    type: ClassVar[str] = "microphone.opened"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class MicrophoneClosed:
    """The microphone of a seat that keeps the floor was closed."""

    type: ClassVar[str] = "microphone.closed"
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class PictureShown:
    """A camera or a screen was put on the stage."""

    type: ClassVar[str] = "picture.shown"
    seat: Key
    source: Picture
    by: Key


@dataclass(frozen=True, slots=True)
class PictureHidden:
    """A camera or a screen was taken off the stage."""

    type: ClassVar[str] = "picture.hidden"
    seat: Key
    source: Picture
    by: Key


@dataclass(frozen=True, slots=True)
class BoothsPlanned:
    """The meeting is interpreted: follows `meeting.planned` in the log of such a meeting."""

    type: ClassVar[str] = "booths.planned"
    booths: tuple[str, ...]
    """The languages that are interpreted into, in the programme's order."""
    interpreters: Mapping[Key, tuple[str, ...]]
    """Each interpreter's booths."""


@dataclass(frozen=True, slots=True)
class LanguagesPlanned:
    """In which language each seat is expected to speak."""

    type: ClassVar[str] = "languages.planned"
    languages: Mapping[Key, str]


@dataclass(frozen=True, slots=True)
class LanguageSet:
    """The seat speaks this language from now on, as the chair or a booth says."""

    type: ClassVar[str] = "language.set"
    seat: Key
    language: str
    by: Key


@dataclass(frozen=True, slots=True)
class ChannelChosen:
    """The seat listens to this booth from now on; None: to the original."""

    type: ClassVar[str] = "channel.chosen"
    seat: Key
    booth: str | None = None


@dataclass(frozen=True, slots=True)
class BoothTaken:
    """The seat is the booth's live interpreter from now on."""

    type: ClassVar[str] = "booth.taken"
    booth: str
    seat: Key


@dataclass(frozen=True, slots=True)
class BoothLeft:
    """The seat is the booth's live interpreter no more."""

    type: ClassVar[str] = "booth.left"
    booth: str
    seat: Key
    by: Key | None = None
    """The chair that stopped it; None: it left by itself, or by something that has a fact of its own."""


@dataclass(frozen=True, slots=True)
class HandoverAsked:
    """The live interpreter asked a partner to take over."""

    type: ClassVar[str] = "handover.asked"
    booth: str
    seat: Key


@dataclass(frozen=True, slots=True)
class HandoverWithdrawn:
    """The live interpreter goes on: nobody took over in time, or it changed its mind."""

    type: ClassVar[str] = "handover.withdrawn"
    booth: str
    seat: Key


@dataclass(frozen=True, slots=True)
class PivotSet:
    """The booth interprets from another one from now on; None: from the original."""

    type: ClassVar[str] = "pivot.set"
    booth: str
    by: Key
    pivot: str | None = None


@dataclass(frozen=True, slots=True)
class RecordStopped:
    """From now on nothing is kept of what is said and shown."""

    type: ClassVar[str] = "record.stopped"
    by: Key | None = None
    """None: the programme planned it so."""


@dataclass(frozen=True, slots=True)
class RecordResumed:
    """What is said and shown is kept again."""

    type: ClassVar[str] = "record.resumed"
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteMade:
    """Words of a seat were marked to be quoted. The words lie in the row of this number."""

    type: ClassVar[str] = "quote.made"
    quote: int
    seat: Key
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteAsked:
    """The speaker was asked to approve the quote."""

    type: ClassVar[str] = "quote.asked"
    quote: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteApproved:
    """The speaker approved the words as they were said."""

    type: ClassVar[str] = "quote.approved"
    quote: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteAmended:
    """The speaker approved other words, which lie in the row of this answer."""

    type: ClassVar[str] = "quote.amended"
    quote: int
    answer: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteRefused:
    """The speaker does not want to be quoted with these words."""

    type: ClassVar[str] = "quote.refused"
    quote: int
    answer: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteWithdrawn:
    """The organiser took the quote back."""

    type: ClassVar[str] = "quote.withdrawn"
    quote: int
    by: Key


@dataclass(frozen=True, slots=True)
class QuoteOverridden:
    """The organiser decided that the quote may be printed without the speaker's approval."""

    type: ClassVar[str] = "quote.overridden"
    quote: int
    by: Key


@dataclass(frozen=True, slots=True)
class CommuniquePublished:
    """This version of the communiqué in this language is public from now on."""

    type: ClassVar[str] = "communique.published"
    language: str
    version: int
    by: Key


@dataclass(frozen=True, slots=True)
class CommuniqueWithdrawn:
    """The communiqué in this language is public no more."""

    type: ClassVar[str] = "communique.withdrawn"
    language: str
    by: Key


@dataclass(frozen=True, slots=True)
class SeatErased:
    """The name and the words of whoever had the seat were taken out of everything that is kept."""

    type: ClassVar[str] = "seat.erased"
    seat: Key


@dataclass(frozen=True, slots=True)
class ArchiveOpened:
    """The record of the meeting may be heard, seen and read by these, too."""

    type: ClassVar[str] = "archive.opened"
    to: Readers
    by: Key


@dataclass(frozen=True, slots=True)
class ArchiveClosed:
    """The record of the meeting is the organiser's alone again."""

    type: ClassVar[str] = "archive.closed"
    by: Key


@dataclass(frozen=True, slots=True)
class KeepingEnded:
    """So many days after the close the recording and what was personal of the guests were deleted."""

    type: ClassVar[str] = "keeping.ended"
    days: int


Fact = (
    MeetingPlanned
    | MeetingOpened
    | MeetingClosed
    | ItemBegun
    | SeatEntered
    | SeatLeft
    | SeatSentOut
    | SeatLetIn
    | HandRaised
    | HandLowered
    | FloorGiven
    | FloorTaken
    | MicrophoneOpened
    | MicrophoneClosed
    | PictureShown
    | PictureHidden
    | BoothsPlanned
    | LanguagesPlanned
    | LanguageSet
    | ChannelChosen
    | BoothTaken
    | BoothLeft
    | HandoverAsked
    | HandoverWithdrawn
    | PivotSet
    | RecordStopped
    | RecordResumed
    | QuoteMade
    | QuoteAsked
    | QuoteApproved
    | QuoteAmended
    | QuoteRefused
    | QuoteWithdrawn
    | QuoteOverridden
    | CommuniquePublished
    | CommuniqueWithdrawn
    | SeatErased
    | ArchiveOpened
    | ArchiveClosed
    | KeepingEnded
)

FACTS: Mapping[str, type[Fact]] = {kind.type: kind for kind in Fact.__args__}

_ADAPTERS: Mapping[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in FACTS.items()}


def fact_data(fact: Fact) -> dict[str, Any]:
    """The fields of a fact as plain JSON values, without those that are None."""
    return dict(_ADAPTERS[fact.type].dump_python(fact, mode="json", exclude_none=True))


def fact_from(name: str, data: Mapping[str, Any]) -> Fact:
    """The fact of that name with those fields.

    Raises:
        KeyError: a name that no fact has.
        pydantic.ValidationError: fields that are not this fact's.
    """
    fact: Fact = _ADAPTERS[name].validate_python(data)
    return fact

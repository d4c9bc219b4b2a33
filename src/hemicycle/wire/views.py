"""What a seat may know: the meeting as planned, and the view of it as it goes.

A view holds no null anywhere, because its changes travel as JSON merge patches (RFC 7396),
where null means "gone". What changes often is a mapping by seat; what has an order is a list.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds, Phase, Role, Source
from hemicycle.wire.record import Readers


class Category(TypedDict):
    """A kind of body that is represented, as a press report would name it."""

    key: Key
    name: str


class Item(TypedDict):
    """An agenda item."""

    key: Key
    title: str
    minutes: int
    speaker: NotRequired[Key]


class Seat(TypedDict):
    """Whose seat it is, as the nameplate says it."""

    name: str
    title: str
    organisation: str
    role: Role
    language: str
    category: NotRequired[Key]
    precedence: NotRequired[int]
    into: NotRequired[list[Language]]
    """The booths that an interpreter works in, by the language they interpret into."""
    out_of: NotRequired[list[Language]]
    """The languages that an interpreter understands."""


class Announced(TypedDict):
    """What everybody may know of a meeting as planned."""

    slug: Key
    title: str
    organiser: str
    city: str
    starts: Milliseconds
    timezone: str
    minutes: int
    languages: list[str]
    on_record: bool
    categories: list[Category]
    items: list[Item]


class Programme(Announced):
    """The meeting as planned, for everybody: speakers by name, the others as a number by category."""

    speakers: dict[str, Seat]
    expected: dict[str, int]
    """Seats by category, those without one left out."""
    phase: Phase
    readers: NotRequired[Literal["public"]]
    """There where everybody may have the record."""


class Meeting(Announced):
    """The meeting as planned, for those who have a seat in it."""

    seats: dict[str, Seat]
    """In the order in which they sit: by precedence, then as planned."""


class HasFloor(TypedDict):
    """A seat that has the floor."""

    seat: Key
    since: Milliseconds
    microphone: bool
    """Whether the chair has it open."""
    language: Language
    """What the seat speaks now, as far as the chair and the booths know."""


class Booth(TypedDict):
    """A booth as it stands."""

    interpreters: list[Key]
    live: NotRequired[Key]
    """Whose microphone is the booth's now. Its sound is this seat's `microphone` in `View.streams`."""
    since: NotRequired[Milliseconds]
    """When that interpreter went live."""
    asked: NotRequired[Milliseconds]
    """When the live interpreter asked a partner to take over. Chair and booths only."""
    pivot: NotRequired[Language]
    """The booth that it interprets from; without one, the original."""


class OnStage(TypedDict):
    """A picture that the chair has put on the stage."""

    seat: Key
    source: Literal[Source.CAMERA, Source.SCREEN]


class Stream(TypedDict):
    """Sound or picture that can be taken now: where, and how to decode it."""

    path: str
    """The MoQ broadcast; its only track is named as the source."""
    codec: str
    """A WebCodecs codec string: `opus`, `avc1.42e01f`, `vp8`, …"""
    sample_rate: NotRequired[int]
    channels: NotRequired[int]
    width: NotRequired[int]
    height: NotRequired[int]


class Streams(TypedDict):
    """What can be taken from one seat, by source."""

    microphone: NotRequired[Stream]
    camera: NotRequired[Stream]
    screen: NotRequired[Stream]
    camera_small: NotRequired[Stream]
    screen_small: NotRequired[Stream]


class Sends(TypedDict):
    """What one seat could be heard and seen with, by source."""

    microphone: NotRequired[Literal[True]]
    camera: NotRequired[Literal[True]]
    screen: NotRequired[Literal[True]]


class Recording(TypedDict):
    """How the recording goes, for those who answer for it."""

    kept: bool
    """Whether what is heard and seen is written down now."""
    trouble: NotRequired[Literal["disk_low", "disk_full", "cannot_write", "too_slow"]]
    """What keeps the recording from being whole, or soon will."""
    video: NotRequired[int]
    """How much of the one video is made, in percent; 100: it is ready. After the close."""


class Captions(TypedDict):
    """Which captions there are."""

    offered: list[str]
    """`original`: what is spoken is written down; a language: it is put into that."""
    machine: NotRequired[list[Language]]
    """The languages of the meeting that the machine writes."""
    writing: dict[Language, Key]
    """Which languages a captioner writes instead of the machine."""
    behind: NotRequired[Milliseconds]
    """How far the machine is behind, in ms: it writes whole lines only. Chair only."""
    trouble: NotRequired[Literal["stopped", "not_stored"]]
    """The machine is being started again, or lines could not be stored yet. Chair only."""


class View(TypedDict):
    """The meeting as it stands, for one audience."""

    phase: Phase
    readers: NotRequired[Readers]
    """Whom the organiser has opened the record to."""
    opened: NotRequired[Milliseconds]
    closed: NotRequired[Milliseconds]
    item: NotRequired[Key]
    item_since: NotRequired[Milliseconds]
    present: dict[str, Literal[True]]
    hands: list[Key]
    """Raised hands, the first raised first."""
    floor: list[HasFloor]
    stage: list[OnStage]
    booths: dict[Language, Booth]
    """In the order of the programme's languages."""
    off_record: NotRequired[Milliseconds]
    """Since when nothing is kept of what is said and shown."""
    streams: dict[str, Streams]
    """Only what the chair has opened and the seat is sending."""
    sending: NotRequired[dict[str, Sends]]
    """What each seat could be heard and seen with, opened or not. All but the hall."""
    captions: NotRequired[Captions]
    """None where nobody and nothing writes."""
    held: NotRequired[dict[str, Literal[True]]]
    """Whose sound the server holds back at their own wish: a cough, a mute. All but the hall."""
    slow: NotRequired[dict[Language, Milliseconds]]
    """Which booths asked the floor to speak more slowly, and when; gone after a while.

    All but the hall; the hall too while one of its seats has the floor.
    """
    listeners: NotRequired[dict[Language, int]]
    """How many seats in the room listen to each booth. Chair and booths only."""
    speeches: NotRequired[dict[Key, int]]
    """Whose speech texts the booths can read, each with its version. Chair and booths only."""
    glossary: NotRequired[int]
    """The glossary's version; 0: there is none. Chair and booths only."""
    recording: NotRequired[Recording]
    """Missing where the server keeps no recording. Chair only."""
    raised: NotRequired[dict[str, Milliseconds]]
    """When each hand went up. Chair only."""
    sent_out: NotRequired[dict[str, Milliseconds]]
    """Who was sent out, and when. Chair only."""

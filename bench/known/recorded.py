"""A meeting that is recorded faster than it takes: its log, and what its seats send at the
recorder's door.

Each seat sends a tone of its own and a picture of its own colour; every two seconds the tone is
louder and the picture white for a moment, at the same timestamp, so that their distance can be
measured in the video.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from hemicycle.media.wire.codecs import FRAME_SAMPLES, OPUS, PACKET_US, H264Encoder, OpusEncoder
from hemicycle.recorder.capture.reorder_buffer import EncodedFrame
from hemicycle.recorder.capture.track_file import Format
from hemicycle.recorder.capture.writer import Stream, Trouble, Writer
from hemicycle.recording.index import Reason
from hemicycle.recording.paths import RecordingPaths
from hemicycle.room.booths import BoothLeft, BoothTaken
from hemicycle.room.doors import SeatEntered
from hemicycle.room.floor import FloorGiven, FloorTaken
from hemicycle.room.log import Entry, chain
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.record import RecordResumed, RecordStopped
from hemicycle.room.stage import PictureShown
from hemicycle.room.subjects import Fact
from hemicycle.store import Store
from hemicycle.store.lines import add_line
from hemicycle.store.planning import add
from hemicycle.wire.ids import Key, Role, Source
from hemicycle.wire.lines import Writer as LineWriter
from hemicycle.wire.meeting import Meeting, Seat

OPENED = 1_790_000_000_000
"""When every such meeting is opened, in ms."""

FLASH_EVERY = 2.0
FLASH_PICTURES = 3
PICTURE_RATE = 15
LOOP_SECONDS = 4
"""After so long, a whole number of flashes and of groups, picture and tone are the same again."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What a seat sends."""

    seat: Key
    hertz: float
    colour: tuple[int, int, int] = (40, 60, 90)
    size: tuple[int, int] = (640, 360)


class Loop:
    """A seat's encoded sound and picture, over and over."""

    def __init__(self, sender: Sender) -> None:
        self.sender = sender
        opus = OpusEncoder(bit_rate=48_000)
        # A round before the one that is kept, so that it joins its own end.
        packets = [opus.encode(self._samples(number)) for number in range(2 * LOOP_SECONDS * 50)]
        self.packets = packets[LOOP_SECONDS * 50 :]
        width, height = sender.size
        encoder = H264Encoder(width, height, PICTURE_RATE, 400_000)
        self.codec = encoder.format
        self.pictures = [
            encoder.encode(self._picture(number), keyframe=number % (2 * PICTURE_RATE) == 0)
            for number in range(LOOP_SECONDS * PICTURE_RATE)
        ]

    def _samples(self, number: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
        at = (np.arange(FRAME_SAMPLES) + number * FRAME_SAMPLES) / 48_000
        loud = np.where(at % FLASH_EVERY < FLASH_PICTURES / PICTURE_RATE, 0.6, 0.15)
        return (np.sin(2 * np.pi * self.sender.hertz * at) * loud * 32_767).astype(np.int16)

    def _picture(self, number: int) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
        width, height = self.sender.size
        rng = np.random.default_rng(number)
        picture = np.empty((height, width, 3), np.uint8)
        flash = number % round(FLASH_EVERY * PICTURE_RATE) < FLASH_PICTURES
        picture[:] = (255, 255, 255) if flash else self.sender.colour
        # Something that moves, so that the encoder has work.
        left = number * 5 % (width - 120)
        picture[height // 3 : height // 3 + 80, left : left + 120] = rng.integers(0, 60, (80, 120, 3))
        return picture


@dataclass(slots=True)
class Sending:
    """A time in which a seat sends: ms from the opening."""

    loop: Loop
    since: int
    until: int
    sources: tuple[Source, ...] = (Source.MICROPHONE, Source.CAMERA)
    reason: Reason = "ended"
    reversed_clock: int = 0
    """What the publisher's clock is behind the server's, in µs."""


@dataclass(slots=True)
class Script:
    """A meeting's facts and what is sent in it."""

    facts: list[tuple[int, Fact]] = field(default_factory=list)
    """Each with its ms from the opening, in order."""
    sendings: list[Sending] = field(default_factory=list)


def stored(store: Store, meeting: Meeting) -> None:
    """Plan the meeting in the store, a minute before it is opened."""
    add(store, b"0" * 32, meeting, OPENED - 60_000)


def write_line(
    store: Store,
    seat: Key,
    since: int,
    length: int,
    text: str,
    *,
    item: Key = "opening",
    language: str = "en",
    translations: Mapping[str, str] | None = None,
) -> None:
    """Write down what a seat said, as the machine does a second later; times in ms, from the
    opening."""
    begun, ended = OPENED + since, OPENED + since + length
    add_line(
        store,
        meeting()["slug"],
        seat=seat,
        item=item,
        since=begun,
        until=ended,
        language=language,
        text=text,
        writer=LineWriter.MACHINE,
        at=ended + 1_000,
        translations=translations,
    )


def log_facts(store: Store, slug: str, facts: Sequence[tuple[int, Fact]]) -> list[Entry]:
    """Add facts to the log, each at its ms from the opening."""
    entries = store.entries(slug)
    last = entries[-1]
    fresh: list[Entry] = []
    for at, fact in facts:
        fresh += chain([fact], OPENED + at, last)
        last = fresh[-1]
    store.append(slug, fresh)
    return fresh


class Door:
    """The recorder's door: frames go into the writer by their timestamps, as fast as they are asked
    for."""

    def __init__(self, places: RecordingPaths, sendings: Sequence[Sending]) -> None:
        self.troubles: list[Trouble | None] = []
        self._writer = Writer(places.tracks, self.troubles.append, clock=lambda: 0.0)
        self._writer.start()
        frames = [self._frames(number, sending) for number, sending in enumerate(sendings)]
        self._frames_of = frames
        self._next: list[tuple[int, Stream, EncodedFrame | None, Sending] | None] = [
            next(each, None) for each in frames
        ]

    def until(self, ms: int) -> None:
        """Let everything that is sent before a time arrive: ms from the opening."""
        for place, waiting in enumerate(self._next):
            while waiting is not None and waiting[0] <= ms * 1000:
                _, stream, frame, sending = waiting
                behind = OPENED * 1000 - sending.reversed_clock
                if frame is None:
                    self._writer.end(stream, sending.reason, gone=True)
                else:
                    self._writer.frame(stream, frame, behind)
                waiting = self._next[place] = next(self._frames_of[place], None)
        while self._writer.waiting:
            time.sleep(0.001)

    def close(self) -> None:
        """Nothing more comes."""
        self._writer.stop()

    def _frames(
        self, number: int, sending: Sending
    ) -> Iterator[tuple[int, Stream, EncodedFrame | None, Sending]]:
        """What a seat sends, by its µs from the opening; at the end of each stream no frame."""
        loop, seat = sending.loop, sending.loop.sender.seat
        width, height = loop.sender.size
        formats = {
            Source.MICROPHONE: Format(Source.MICROPHONE, OPUS.codec),
            Source.CAMERA: Format(Source.CAMERA, loop.codec.codec, width=width, height=height),
            Source.SCREEN: Format(Source.SCREEN, loop.codec.codec, width=width, height=height),
        }
        streams = {
            source: Stream(f"{seat}_{source}_{number:03}", seat, number, formats[source], f"{seat}-{number}")
            for source in sending.sources
        }
        at_us = sending.since * 1000
        packet = 0
        shown = dict.fromkeys(sending.sources, False)
        while at_us < sending.until * 1000:
            # By its place in the loop, so that flash and beep are where the clock says.
            place = at_us // PACKET_US
            for source, stream in streams.items():
                if source is Source.MICROPHONE:
                    payload = loop.packets[place % len(loop.packets)]
                    yield at_us, stream, self._frame(at_us, payload, True, sending), sending
                    continue
                due = (place * 3) // 10 != ((place - 1) * 3) // 10
                if due:
                    picture = loop.pictures[(place * 3) // 10 % len(loop.pictures)]
                    shown[source] = shown[source] or picture.keyframe
                    if shown[source]:
                        frame = self._frame(at_us, picture.payload, picture.keyframe, sending)
                        yield at_us, stream, frame, sending
            packet += 1
            at_us += PACKET_US
        for stream in streams.values():
            yield at_us, stream, None, sending

    @staticmethod
    def _frame(at_us: int, payload: bytes, key: bool, sending: Sending) -> EncodedFrame:
        return EncodedFrame(at_us + sending.reversed_clock, payload, key)


def seat(name: str, role: Role, language: str, organisation: str = "Institute") -> Seat:
    """A seat as planned."""
    return {
        "name": name,
        "title": "Director",
        "organisation": organisation,
        "role": role,
        "language": language,
    }


def interpreter(name: str, into: list[str]) -> Seat:
    """An interpreter's seat as planned."""
    planned = seat(name, Role.INTERPRETER, into[0], "Bureau")
    planned["into"] = into
    planned["out_of"] = ["ko", "en"]
    return planned


def meeting(slug: str = "recorded") -> Meeting:
    """A meeting of two speakers and an English and a Russian booth."""
    return {
        "slug": slug,
        "title": "Water and the steppe",
        "organiser": "Institute of Steppe Studies",
        "city": "Astana",
        "starts": OPENED,
        "timezone": "Asia/Almaty",
        "minutes": 60,
        "languages": ["ko", "en", "kk", "ru"],
        "on_record": True,
        "categories": [],
        "items": [
            {"key": "opening", "title": "Opening words", "minutes": 10},
            {"key": "statement", "title": "Су және дала: мемлекетаралық келісім", "minutes": 20},
        ],
        "seats": {
            "chair": seat("Жанна Әлиқызы", Role.CHAIR, "kk"),
            "ambassador": seat("구홍석", Role.SPEAKER, "ko", "주카자흐스탄 대한민국 대사관"),
            "fellow": seat("Cheon Myeong Guk", Role.SPEAKER, "en", "Korea Institute for Defense Analysis"),
            "english": interpreter("Alice Morgan", ["en"]),
            "russian": interpreter("Вера Соколова", ["ru"]),
        },
    }


def minute() -> Script:
    """A minute: two speakers in turn, two booths, a time off the record, and the close."""
    return Script(
        facts=[
            (0, SeatEntered("chair")),
            (0, SeatEntered("ambassador")),
            (0, SeatEntered("fellow")),
            (0, SeatEntered("english")),
            (0, SeatEntered("russian")),
            (0, MeetingOpened("chair")),
            (0, ItemBegun("opening", "chair")),
            (2_000, BoothTaken("en", "english")),
            (2_000, BoothTaken("ru", "russian")),
            (3_000, FloorGiven("ambassador", "chair")),
            (3_000, PictureShown("ambassador", Source.CAMERA, "chair")),
            (20_000, FloorTaken("ambassador", "chair")),
            (20_100, RecordStopped("chair")),
            (32_300, RecordResumed("chair")),
            (33_000, ItemBegun("statement", "chair")),
            (33_000, FloorGiven("fellow", "chair")),
            (33_000, PictureShown("fellow", Source.CAMERA, "chair")),
            (45_000, BoothLeft("ru", "russian")),
            (58_000, FloorTaken("fellow", "chair")),
            (60_000, MeetingClosed("chair")),
        ],
        sendings=minute_sendings(),
    )


def minute_sendings() -> list[Sending]:
    """What is sent in `minute`; the tones: ambassador 500 Hz, fellow 800, English 1200, Russian
    1700."""
    ambassador = Loop(Sender("ambassador", 500, (150, 40, 40)))
    fellow = Loop(Sender("fellow", 800, (40, 120, 60), (640, 480)))
    english, russian = Loop(Sender("english", 1200)), Loop(Sender("russian", 1700))
    sound = (Source.MICROPHONE,)
    return [
        Sending(ambassador, 3_000, 20_000, reversed_clock=123_456_000),
        Sending(fellow, 33_000, 58_000, reversed_clock=7_000),
        Sending(english, 2_000, 20_100, sound, "off_record"),
        Sending(russian, 2_000, 20_100, sound, "off_record"),
        Sending(english, 32_300, 60_000, sound, "closed"),
        Sending(russian, 32_300, 45_000, sound),
    ]


def prepared(folder: Path, script: Script, planned: Meeting) -> tuple[Store, RecordingPaths, Door]:
    """A store with the meeting planned, and the door of its recording."""
    store = Store.open(f"sqlite:///{folder / 'hemicycle.db'}")
    stored(store, planned)
    places = RecordingPaths(folder / "recordings" / planned["slug"])
    return store, places, Door(places, script.sendings)

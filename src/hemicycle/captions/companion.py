"""The captions of one meeting, by the machine and by captioners, for the seats that want them.

Final lines are stored as they come, with the agenda item of their moment; drafts go to the pages
only. Off the record nothing is heard or written; the last words said before it may still be on
their way to the store.
"""

from __future__ import annotations

import asyncio
import functools
import itertools
from collections import deque
from collections.abc import Mapping, Sequence

from hemicycle.captions.feed import FINALS_KEPT, CaptionFeed, ShownLine
from hemicycle.captions.floor_tap import FloorTap, InEnglish, Said
from hemicycle.captions.line_queue import LineQueue
from hemicycle.captions.recognizer import Recognizer
from hemicycle.live.companion import Companion, Handler, Live
from hemicycle.live.connection import Connection
from hemicycle.live.limits import RateLimiter
from hemicycle.live.meeting import now_ms
from hemicycle.live.ports import Subscribable
from hemicycle.room.captions import CaptionSignals
from hemicycle.room.doors import SeatEntered, SeatLeft
from hemicycle.room.erasure import Erasure
from hemicycle.room.languages import language_of
from hemicycle.room.log import Entry
from hemicycle.room.opening import Agenda, ItemBegun
from hemicycle.room.record import is_kept
from hemicycle.room.refusal import Refusal
from hemicycle.room.state import State
from hemicycle.store import LineChanged, NoSuchLine, Store
from hemicycle.store.lines import add_line, lines_of, revise_line, translate_line
from hemicycle.wire.captions import Captioning, CaptionRefusal, CorrectLine, WantCaptions, WriteLine
from hemicycle.wire.captions import Captions as CaptionsView
from hemicycle.wire.doors import DoorRefusal
from hemicycle.wire.ids import Key, Language, Role, primary
from hemicycle.wire.lines import MAX_LINE_CHARS, Line, Writer
from hemicycle.wire.media import Streams
from hemicycle.wire.models import RequestRefusal, UpModel

HEARD_KEPT = 60
"""Utterances that are remembered for what the machine may still say of them."""

WRITES_A_SECOND, WRITES_AT_ONCE = 2.0, 10.0
"""How much one captioner may write."""

LETTERS_A_SECOND = 15
"""How fast people speak: from when a line was said is estimated by its length, where nobody
measured it."""

LONGEST_MS = 20_000


class Captions(Companion):
    """The captions of one meeting."""

    name = "captions"
    signals = frozenset({CaptionSignals})

    def __init__(self, live: Live, store: Store, room: Subscribable, recognizer: Recognizer | None) -> None:
        """Nothing is written or heard yet.

        Args:
            live: the meeting.
            store: where lines are kept.
            room: where the sound is.
            recognizer: puts speech into words; None: only captioners write.
        """
        self._live, self._store = live, store
        self._slug = live.meeting["slug"]
        self._recognizer = recognizer
        self._tap = FloorTap(room, recognizer, self._heard, now=now_ms) if recognizer else None
        self._numbers = itertools.count(1)
        self._feed = CaptionFeed()
        self._writing: dict[Language, Key] = {}
        self._written_until: dict[Language, int] = {}
        """Until when a captioner wrote a language that is the machine's again."""
        self._writes = RateLimiter(WRITES_A_SECOND, WRITES_AT_ONCE)
        self._heard_as: dict[int, ShownLine] = {}
        """By the utterance's number: drafts, and finals that may still come in English."""
        self._items: deque[tuple[int, Key]] = deque(maxlen=16)
        """The latest agenda items, each with the instant at which it was begun (ms)."""
        self._queue = LineQueue(self._slug, self._signal)

    async def start(self) -> None:
        """Go on where the stored lines end."""
        lines = await asyncio.to_thread(lines_of, self._store, self._slug)
        self._feed.finals.extend(self._stored(line) for line in lines[-FINALS_KEPT:])
        agenda = self._live.state[Agenda]
        if agenda.item is not None and agenda.item_since is not None:
            self._items.append((agenda.item_since, agenda.item))
        if self._recognizer:
            self._recognizer.changed.append(self._machine_changed)
        self._signal()

    # What happens in the meeting.

    def before(self, facts: Sequence[Entry], state: State) -> None:
        """Stop listening to what `state` does not allow."""
        if self._tap:
            self._tap.before(state)

    def after(self, facts: Sequence[Entry], state: State) -> None:
        """Listen to what `state` allows, and follow who captions and which item it is."""
        for entry in facts:
            match entry.fact:
                case ItemBegun(item=item):
                    self._items.append((entry.at, item))
                case SeatLeft(seat=seat) if state.role(seat) is Role.CAPTIONER:
                    self._give_back(seat)
                case SeatEntered(seat=seat) if state.role(seat) is Role.CAPTIONER:
                    self._signal()
                case _:
                    pass
        if self._tap:
            self._tap.after(state)

    def streams(self, streams: Mapping[Key, Streams]) -> None:
        """What can be taken has changed."""
        if self._tap:
            self._tap.streams(streams, self._live.state)

    def forget(self, seat: Key) -> None:
        """Nothing that a seat said is shown any more, or stored."""
        self._feed.forget(seat)
        self._heard_as = {number: shown for number, shown in self._heard_as.items() if shown.seat != seat}

    async def stop(self) -> None:
        """Hear no more, and store what is not stored yet."""
        if self._recognizer and self._machine_changed in self._recognizer.changed:
            self._recognizer.changed.remove(self._machine_changed)
        if self._tap:
            await self._tap.stop()
        await self._queue.stop()

    # What the seats say.

    def hears(self) -> Mapping[type[UpModel], Handler]:
        """Which captions a seat wants; what captioners write and correct."""
        return {
            WantCaptions: self._want,
            Captioning: self._captioning,
            WriteLine: self._write,
            CorrectLine: self._correct,
        }

    def _want(self, connection: Connection, message: WantCaptions) -> None:
        self._feed.subscribe(connection, message.wanted)

    def _captioning(self, connection: Connection, message: Captioning) -> None:
        if self._live.state.role(connection.seat) is Role.CAPTIONER:
            self._give_back(connection.seat)
            if message.language is not None:
                self._writing[primary(message.language)] = connection.seat
                self._signal()

    async def _write(self, connection: Connection, message: WriteLine) -> Refusal | None:
        state, now = self._live.state, now_ms()
        if state.role(connection.seat) is not Role.CAPTIONER:
            return Refusal(RequestRefusal.NOT_ALLOWED)
        if refusal := self._closed(state):
            return refusal
        if message.seat not in state.seats:
            return Refusal(DoorRefusal.NO_SUCH_SEAT)
        if not self._writes.allows(connection.seat):
            return Refusal(RequestRefusal.TOO_FAST)
        took = min(LONGEST_MS, max(1000, len(message.text) * 1000 // LETTERS_A_SECOND))
        earlier = [each.until for each in self._feed.finals if each.by == connection.seat]
        shown = ShownLine(
            id=next(self._numbers),
            seat=message.seat,
            language=message.language,
            spoken=language_of(state, message.seat),
            since=min(now, max([now - took, state[Agenda].opened or 0, *earlier[-1:]])),
            until=now,
            text=message.text,
            final=True,
            writer=Writer.CAPTIONER,
            by=connection.seat,
        )
        await self._add(shown)
        self._feed.finals.append(shown)
        self._feed.show(shown)
        return None

    async def _correct(self, connection: Connection, message: CorrectLine) -> Refusal | None:
        state = self._live.state
        if state.role(connection.seat) not in (Role.CAPTIONER, Role.CHAIR):
            return Refusal(RequestRefusal.NOT_ALLOWED)
        if refusal := self._closed(state):
            return refusal
        try:
            revised = await asyncio.to_thread(
                revise_line,
                self._store,
                self._slug,
                message.line,
                after=message.after,
                text=message.text,
                writer=Writer.CAPTIONER,
                at=now_ms(),
                by=connection.seat,
            )
        except NoSuchLine:
            return Refusal(CaptionRefusal.NO_SUCH_LINE)
        except LineChanged:
            return Refusal(CaptionRefusal.LINE_CHANGED)
        for shown in self._feed.finals:
            if shown.line == message.line:
                shown.text, shown.version, shown.writer = (
                    revised["text"],
                    revised["version"],
                    Writer.CAPTIONER,
                )
                shown.by = connection.seat
                if not shown.text:
                    # Struck out in every language.
                    shown.translations = dict.fromkeys(shown.translations, "")
                self._feed.show(shown)
        return None

    def _closed(self, state: State) -> Refusal | None:
        return None if is_kept(state) else Refusal(CaptionRefusal.NOTHING_WRITTEN)

    def _give_back(self, seat: Key) -> None:
        """A captioner leaves the writing to the machine."""
        now = now_ms()
        self._written_until |= {language: now for language, by in self._writing.items() if by == seat}
        self._writing = {language: by for language, by in self._writing.items() if by != seat}
        self._signal()

    # What the machine says.

    def _heard(self, said: Said | InEnglish) -> None:
        if isinstance(said, InEnglish):
            original = self._heard_as.pop(said.number, None)
            if original and original.text and "en" not in self._writing:
                self._put_into_english(original, said.text[:MAX_LINE_CHARS])
            return
        shown = self._heard_as.get(said.number)
        language = primary(said.language)
        if shown is None:
            # What was said while a captioner wrote is theirs, however late the machine is with it.
            if language in self._writing or said.since < self._written_until.get(language, 0):
                return
            shown = self._heard_as[said.number] = ShownLine(
                id=next(self._numbers),
                seat=said.seat,
                language=said.language,
                spoken=said.language,
                since=said.since,
                until=said.until,
                text=said.text,
                final=said.final,
                writer=Writer.MACHINE,
            )
        shown.since, shown.until, shown.final = said.since, said.until, said.final
        shown.text = said.text[:MAX_LINE_CHARS]
        if said.final:
            if shown.text:
                self._feed.finals.append(shown)
                self._queue.put(functools.partial(self._add, shown))
            if not (shown.text and self._into_english(shown)):
                del self._heard_as[said.number]
            while len(self._heard_as) > HEARD_KEPT:
                del self._heard_as[next(iter(self._heard_as))]
        self._feed.show(shown)

    def _put_into_english(self, shown: ShownLine, text: str) -> None:
        shown.translations = {**shown.translations, "en": text}
        self._feed.show(shown, only="en")
        self._queue.put(functools.partial(self._add_english, shown))

    def _into_english(self, shown: ShownLine) -> bool:
        translates = self._recognizer is not None and self._recognizer.ready.translates
        return translates and primary(shown.language) != "en"

    def _machine_changed(self) -> None:
        if self._recognizer and self._recognizer.down:
            # What was being said will not be finished by the process that is gone.
            for number, shown in list(self._heard_as.items()):
                if not shown.final:
                    shown.text, shown.final = "", True
                    self._feed.show(shown)
                    del self._heard_as[number]
        self._signal()

    # What the view shows of it.

    def _signal(self) -> None:
        meeting, machine = self._live.meeting, self._recognizer
        spoken = {primary(seat["language"]): None for seat in meeting["seats"].values()}
        # Only who is there writes.
        by_hand = {
            primary(seat["language"]): None
            for key, seat in meeting["seats"].items()
            if seat["role"] is Role.CAPTIONER and key in self._live.state.present
        }
        by_hand |= dict.fromkeys(self._writing)
        if machine is None and not by_hand:
            self._live.signal(CaptionSignals())
            return
        offered = {"original": None, **by_hand}
        if machine and machine.ready.translates:
            offered["en"] = None
        shown: CaptionsView = {"offered": list(offered), "writing": dict(self._writing)}
        if machine:
            shown["machine"] = [language for language in spoken if machine.writes(language)]
            if machine.behind_ms:
                shown["behind"] = machine.behind_ms // 1000 * 1000
        if self._queue.is_failing:
            shown["trouble"] = "not_stored"
        elif machine and machine.down:
            shown["trouble"] = "stopped"
        self._live.signal(CaptionSignals(shown))

    # To the store.

    async def _add(self, shown: ShownLine) -> None:
        if shown.seat in self._live.state[Erasure].seats:
            return
        # When the machine heard it is measured; when a captioner did is estimated, so it is the
        # item of now.
        begun = now_ms() if shown.writer is Writer.CAPTIONER else shown.since
        stored = await asyncio.to_thread(
            add_line,
            self._store,
            self._slug,
            seat=shown.seat,
            item=next((item for since, item in reversed(self._items) if since <= begun), None),
            since=shown.since,
            until=max(shown.since, shown.until),
            language=shown.language,
            text=shown.text,
            writer=shown.writer,
            at=now_ms(),
            by=shown.by,
        )
        shown.line, shown.version = stored["id"], stored["version"]
        if shown.writer is Writer.MACHINE:
            # Whoever corrects it has to know its number.
            self._feed.show(shown)

    async def _add_english(self, shown: ShownLine) -> None:
        if shown.line is not None and shown.seat not in self._live.state[Erasure].seats:
            await asyncio.to_thread(
                translate_line, self._store, self._slug, shown.line, 1, dict(shown.translations)
            )

    def _stored(self, line: Line) -> ShownLine:
        return ShownLine(
            id=next(self._numbers),
            seat=line["seat"],
            language=line["language"],
            spoken=language_of(self._live.state, line["seat"]),
            since=line["since"],
            until=line["until"],
            text=line["text"],
            final=True,
            writer=line["writer"],
            by=line.get("by"),
            line=line["id"],
            version=line["version"],
            translations=dict(line.get("translations", {})),
        )

"""The demo's meeting as its log and its verbatim would stand, played through the rules without
sound."""

from __future__ import annotations

from functools import cache

from hemicycle.demo import script
from hemicycle.demo.words import (
    aside,
    interpretations,
    invitations_file,
    programme_file,
    questions,
    statements,
)
from hemicycle.meeting.plan import Document, Plan, plan
from hemicycle.room.doors import Enter
from hemicycle.room.log import Entry, chain
from hemicycle.room.opening import Agenda
from hemicycle.room.refusal import Refusal
from hemicycle.room.rules import apply, decide
from hemicycle.room.state import State
from hemicycle.room.subject import AnyCommand
from hemicycle.store.planning import planned
from hemicycle.wire.ids import Key
from hemicycle.wire.lines import Line, Writer
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.quotes import Quote, QuoteStage

START = 1606294800000
"""2020-11-25T09:00:00Z, 15:00 in Almaty."""


class _Play:
    """The meeting while it is played."""

    def __init__(self, meeting: Meeting) -> None:
        self.now = START
        self.entries: list[Entry] = chain(planned(meeting), START - 1000, None)
        self.lines: list[Line] = []
        self.state = State()
        for entry in self.entries:
            self.state = apply(self.state, entry.fact, entry.at)

    def ask(self, command: AnyCommand, seat: Key) -> None:
        decided = decide(self.state, command, seat)
        assert not isinstance(decided, Refusal), (command, seat, decided.sentence)
        fresh = chain(decided, self.now, self.entries[-1])
        for entry in fresh:
            self.state = apply(self.state, entry.fact, entry.at)
        self.entries += fresh

    def say(self, utterance: script.Utterance) -> None:
        until = self.now + round(utterance.seconds * 1000)
        line = Line(
            id=len(self.lines) + 1,
            version=1,
            at=until,
            writer=Writer.MACHINE,
            seat=utterance.seat,
            language=utterance.words.language,
            text=utterance.words.text,
            since=self.now,
            until=until,
        )
        # What is not said in English, the booth says in it.
        if (english := interpretations().get(utterance.words.text, {}).get("en")) is not None:
            line["translations"] = {"en": english}
        if (item := self.state[Agenda].item) is not None:
            line["item"] = item
        self.lines.append(line)
        self.now = until


@cache
def played() -> tuple[Meeting, list[Entry], list[Line]]:
    """The meeting, its log and its verbatim."""
    made = plan(Document("programme", programme_file()), Document("invitations", invitations_file(70)))
    assert isinstance(made, Plan)
    meeting = made.meeting
    speakers = [item["speaker"] for item in meeting["items"] if "speaker" in item]
    words = [*statements(), aside(speakers[1]), *questions()]
    said = [script.Said(one, 6.0) for one in words]
    written = script.write(meeting, said, script.entering(meeting, 70))
    play = _Play(meeting)
    play.ask(Enter(), written.chair)
    for step in written.steps:
        match step:
            case script.Enter(seats):
                for seat in seats:
                    play.ask(Enter(), seat)
            case script.Ask(seat, command):
                play.ask(command, seat)
            case script.Speak(utterance) if step.is_heard:
                play.say(utterance)
            case _:
                pass
        play.now += 200
    return meeting, play.entries, play.lines


def quote(number: int, lines: list[Line], parts: list[tuple[Line, str]], stage: QuoteStage) -> Quote:
    """A quote of those words of those lines, the omission marked between them."""
    first = parts[0][0]
    assert all(words in line["text"] for line, words in parts)
    return Quote(
        id=number,
        seat=first["seat"],
        language=first["language"],
        parts=[
            {
                "line": line["id"],
                "version": line["version"],
                "start": line["text"].index(words),
                "end": line["text"].index(words) + len(words),
            }
            for line, words in parts
        ],
        spans=[{"since": line["since"], "until": line["until"]} for line, _ in parts],
        said=" […] ".join(words for _, words in parts),
        text=" […] ".join(words for _, words in parts),
        translations={},
        stage=stage,
        overridden=False,
    )


def quotes() -> list[Quote]:
    """The news report's three quotations, approved, the middle sentence of the fellow's left
    out."""
    _, _, lines = played()
    fellow = next(line for line in lines if line["seat"] == "fellow")
    first, _, last = (f"{one.strip('. ')}." for one in fellow["text"].split(". "))
    minister = [line for line in lines if line["seat"] == "deputy-minister"]
    said = [[(fellow, first), (fellow, last)], *([(line, line["text"])] for line in minister)]
    return [quote(number, lines, parts, QuoteStage.APPROVED) for number, parts in enumerate(said, 1)]

"""What the demo announced of its record, held against what was written. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from hemicycle.demo.captioner import WRITES
from hemicycle.demo.observed import Check, Observed, Spoken
from hemicycle.demo.press import Written, lines_of
from hemicycle.demo.script import Script
from hemicycle.demo.words import Kind, interpretations
from hemicycle.report.attendance import quantity
from hemicycle.report.prose.english import day
from hemicycle.report.sentences import split, words
from hemicycle.report.times import local
from hemicycle.wire.ids import Key, primary
from hemicycle.wire.lines import Line, Writer
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.quotes import MARK, USABLE, QuoteStage

UNDERSTOOD = 0.6
"""The share of what was said that has to be written, each word in its order. A synthetic voice is
understood worse than a human one."""

_PDF = b"%PDF-"


def check_written(
    script: Script,
    meeting: Meeting,
    names: Mapping[Key, str],
    observed: Observed,
    written: Written,
    read: Mapping[int, str],
) -> list[Check]:
    """What was announced of the captions, the verbatim and the communiqué, one check each.

    Args:
        script: what was announced.
        meeting: as planned.
        names: what to call each seat.
        observed: what happened.
        written: what was written of it.
        read: what stood last on the page of one who read the captions, by the line's number.
    """
    spoken = [one for one in observed.spoken if one.utterance.words.kind is not Kind.ASIDE]
    seats = dict.fromkeys(one.utterance.seat for one in spoken)
    return [
        *(
            _speaker(names[seat], [one for one in spoken if one.utterance.seat == seat], written)
            for seat in seats
        ),
        _aside(observed, written),
        _items(meeting, written),
        _read(written, read),
        _quoted(spoken, written),
        _told(script, meeting, observed, written),
        Check(
            "the communiqué is published",
            written.published and written.pdf.startswith(_PDF),
            f"at /m/{meeting['slug']}, with a PDF of {len(written.pdf):,} bytes",
        ),
        *(Check("nothing was refused at the desk", False, fault) for fault in written.faults),
    ]


def _speaker(name: str, spoken: Sequence[Spoken], written: Written) -> Check:
    """Whether what a speaker said is written under that speaker."""
    said = found = 0
    lines: list[Line] = []
    for one in spoken:
        own = lines_of(one, written.lines)
        lines += own
        expected = words(_english(one))
        heard = words(" ".join(line["text"] for line in own if primary(line["language"]) == WRITES))
        found += _common(expected, heard)
        # Of what was cut nobody knows how many words were said.
        said += len(heard) if one.utterance.is_cut else len(expected)
    share = found / said if said else 0.0
    by = "the captioner" if all(line["writer"] == Writer.CAPTIONER for line in lines) else "the machine"
    how = f"{len(lines)} lines by {by}, {share:.0%} of the words" if lines else "nothing is"
    return Check(f"what {name} says is written under that name", bool(lines) and share >= UNDERSTOOD, how)


def _english(spoken: Spoken) -> str:
    """What was said, or what the English booth says of it."""
    said = spoken.utterance.words
    return said.text if primary(said.language) == WRITES else interpretations()[said.text][WRITES]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words the two have in common, in the same order."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _aside(observed: Observed, written: Written) -> Check:
    asides = [one for one in observed.spoken if one.utterance.words.kind is Kind.ASIDE]
    lines = [line for one in asides for line in lines_of(one, written.lines) if line["since"] > one.began]
    how = f"{len(asides)} × said, {len(lines)} lines"
    return Check("what is said at a closed microphone is not written", bool(asides) and not lines, how)


def _items(meeting: Meeting, written: Written) -> Check:
    own = {item["speaker"]: item["key"] for item in meeting["items"] if "speaker" in item}
    others = {item["key"] for item in meeting["items"] if "speaker" not in item}
    wrong = [
        line["id"]
        for line in written.lines
        if line.get("item") not in ({own[line["seat"]]} if line["seat"] in own else others)
    ]
    how = f"{len(written.lines) - len(wrong)} of {len(written.lines)}"
    return Check("every line stands under its agenda item", bool(written.lines) and not wrong, how)


def _read(written: Written, read: Mapping[int, str]) -> Check:
    lines = [line for line in written.lines if primary(line["language"]) == WRITES]
    same = sum(read.get(line["id"]) == line["text"] for line in lines)
    how = f"{same} of {len(lines)} lines"
    return Check("who reads the captions reads what is written", len(lines) == same > 0, how)


def _quoted(spoken: Sequence[Spoken], written: Written) -> Check:
    expected = [one for one in spoken if one.utterance.words.kind is Kind.QUOTE]
    approved = [quote for quote in written.quotes if quote["stage"] in USABLE]
    amended = sum(quote["stage"] == QuoteStage.AMENDED for quote in approved)
    how = f"{len(approved)} of {len(expected)}, {amended} of them in words of their own"
    return Check("the speakers approve what is quoted", len(approved) == len(expected) > 0, how)


def _told(script: Script, meeting: Meeting, observed: Observed, written: Written) -> Check:
    """Whether the communiqué tells who, where, when and what."""
    what = "the communiqué tells who, where, when and what"
    if written.communique is None:
        return Check(what, False, "there is none")
    text = MARK.sub("", "\n".join([written.communique.headline, *written.communique.paragraphs]))
    told = f" {' '.join(words(text))} "
    facts = dict(_facts(script, meeting, observed, written))
    missing = [fact for fact, said in facts.items() if f" {' '.join(words(said))} " not in told]
    numbers = {
        "the day": day(local(meeting["starts"], meeting["timezone"]).date()),
        "how many came": quantity(observed.attended),
    }
    missing += [fact for fact, said in numbers.items() if said not in text]
    number = len(facts) + len(numbers)
    how = f"{number - len(missing)} of {number} facts"
    return Check(what, not missing, how + (f"; missing: {', '.join(missing)}" if missing else ""))


def _facts(
    script: Script, meeting: Meeting, observed: Observed, written: Written
) -> Iterable[tuple[str, str]]:
    """What each fact is, and the words that tell it."""
    yield "the city", meeting["city"]
    yield "the organiser", meeting["organiser"]
    yield "the topic", meeting["title"]
    for item in meeting["items"]:
        yield f"the item {item['key']}", item["title"]
    for key in script.speakers:
        seat = meeting["seats"][key]
        yield f"who {key} is", f"{seat['name']}, {seat['title']}"
    for quote in written.quotes:
        for place, sentence in enumerate(split(quote["text"])):
            yield f"quote {quote['id']}, sentence {place + 1}", sentence
    quoted = {quote["seat"] for quote in written.quotes}
    for one in observed.spoken:
        key = one.utterance.seat
        if key in script.speakers and key not in quoted and not one.utterance.is_cut:
            for place, sentence in enumerate(split(_english(one))):
                yield f"statement of {key}, sentence {place + 1}", sentence
    came = {entry for entry in script.entering if entry in observed.seen}
    kinds = {meeting["seats"][key].get("category") for key in came}
    for category in meeting["categories"]:
        if category["key"] in kinds:
            yield f"that {category['key']} came", category["name"]

"""Reads the programme: a TOML file with the meeting, its categories, its persons and its agenda."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from hemicycle.meeting import values
from hemicycle.meeting.content import decoded
from hemicycle.meeting.faults import FaultList, choose, shown
from hemicycle.meeting.interpreting import (
    INTO,
    MOST_LANGUAGES,
    OUT_OF,
    UNREPRESENTING,
    check_interpreter,
    check_other,
)
from hemicycle.meeting.table import Table, kind
from hemicycle.meeting.values import Unfit
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.meeting import Announced, Category, Item, Seat

MAX_BYTES = 256 * 1024
"""The largest programme that is read, in bytes."""

MOST_CATEGORIES = 50
MOST_PERSONS = 1000
MOST_ITEMS = 200

MAX_TITLE_CHARS = 300
MAX_ORGANISATION_CHARS = 300
MAX_NAME_CHARS = 200
MAX_CATEGORY_KEY_CHARS = 48
"""Shorter than other keys: the keys of invited seats are made from it."""

# "event" is what the first programmes called it; both are read.
_MEETING_TABLES = ("meeting", "event")
_LISTS = ("category", "person", "agenda")
_ROLES = [role.value for role in Role]


@dataclass(frozen=True, slots=True)
class Programme:
    """What a programme says. Only whole where no fault was noted."""

    announced: Announced
    persons: dict[Key, Seat]
    mails: dict[Key, str]
    """The persons' mail addresses, where they are known."""


@dataclass(frozen=True, slots=True)
class Known:
    """What invitations refer to, as far as the programme could be read: None is unknown."""

    categories: list[Key] | None = None
    languages: list[str] | None = None


def read_programme(content: bytes, faults: FaultList) -> tuple[Programme | None, Known]:
    """Read a programme.

    Args:
        content: the file's bytes.
        faults: where faults are noted.

    Returns:
        The programme, None where there was any fault; and what invitations refer to, so that they
        can be checked though the rest is at fault.
    """
    document = _parsed(content, faults)
    if document is None:
        return None, Known()
    for name in document:
        if name not in (*_MEETING_TABLES, *_LISTS):
            right = choose(name, (_MEETING_TABLES[0], *_LISTS), "table")
            faults.add(f"[{_plain(name)}]", "is not a table of a programme", right)
    lists = FaultList(faults.file)
    categories = _categories(_list(document, "category", MOST_CATEGORIES, lists), lists)
    keys = [category["key"] for category in categories]
    known = Known(None if lists.faults else keys, _languages(document))
    mails: dict[Key, str] = {}
    persons = _persons(_list(document, "person", MOST_PERSONS, lists), keys, known.languages, mails, lists)
    items = _items(_list(document, "agenda", MOST_ITEMS, lists), persons, lists)
    # Read last, because it has to be long enough for the agenda; its faults come first, as it does.
    announced = _meeting(document, categories, items, faults)
    faults.faults += lists.faults
    if announced is None or faults.faults:
        return None, known
    return Programme(announced, persons, mails), known


def _parsed(content: bytes, faults: FaultList) -> Mapping[str, object] | None:
    text = decoded(content, MAX_BYTES, faults)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except RecursionError:
        faults.add("", "is nested too deeply", "a programme has tables with plain values only")
    except ValueError as error:
        sentence = str(error)
        found = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$", sentence)
        line = int(found[1]) if found and found[1] else text.count("\n") + 1 if found else None
        wrong = sentence[: found.start()] if found else sentence
        # Python's advice on lifting its limit on a number's digits is not for whoever writes a
        # programme.
        wrong = wrong.split(";")[0] if "set_int_max_str_digits" in wrong else wrong
        faults.add("", f"is not TOML: {wrong}", "see toml.io for how it is written", line=line)
    return None


def _list(
    document: Mapping[str, object], name: str, most: int, faults: FaultList
) -> list[tuple[int, Mapping[str, object]]]:
    """The tables of a list, each with its place from 1."""
    found = document.get(name, [])
    if not isinstance(found, list):
        faults.add(f"[{name}]", f"is {kind(found)}", f"write [[{name}]] before each")
        return []
    if len(found) > most:
        faults.add(f"[[{name}]]", f"is there {len(found):,} times", f"write at most {most:,}")
        return []
    tables: list[tuple[int, Mapping[str, object]]] = []
    for place, entry in enumerate(found, 1):
        if isinstance(entry, dict):
            tables.append((place, entry))
        else:
            faults.add(f"[[{name}]] {place}", f"is {kind(entry)}", f"write [[{name}]] before each")
    return tables


def _categories(tables: list[tuple[int, Mapping[str, object]]], faults: FaultList) -> list[Category]:
    found: list[Category] = []
    for place, content in tables:
        table = Table(faults, f"[[category]] {place}", content)
        key = table.key("key", MAX_CATEGORY_KEY_CHARS)
        name = table.text("name", 100)
        table.done()
        if key and any(category["key"] == key for category in found):
            table.fault("key", f"{shown(key)} is another category's", "give each its own")
        elif key:
            found.append(Category(key=key, name=name))
    return found


def _languages(document: Mapping[str, object]) -> list[str] | None:
    """The meeting's languages, before the rest of its table is read; None where they are unfit."""
    content = next((document[name] for name in _MEETING_TABLES if name in document), None)
    unfit = FaultList("")
    found = (
        Table(unfit, "", content).languages("languages", MOST_LANGUAGES) if isinstance(content, dict) else []
    )
    return None if unfit.faults or not found else found


def _persons(
    tables: list[tuple[int, Mapping[str, object]]],
    categories: list[Key],
    languages: list[str] | None,
    mails: dict[Key, str],
    faults: FaultList,
) -> dict[Key, Seat]:
    found: dict[Key, Seat] = {}
    for place, content in tables:
        table = Table(faults, f"[[person]] {place}", content)
        key = table.key("key")
        role = table.word("role", _ROLES, "role")
        seat = Seat(
            name=table.text("name", MAX_NAME_CHARS),
            title=table.text("title", MAX_TITLE_CHARS),
            organisation=table.text("organisation", MAX_ORGANISATION_CHARS),
            # An unfit role reads as speaker, lest the agenda's mention of that person be a fault as
            # well.
            role=Role(role or Role.SPEAKER),
            language=table.language("language"),
        )
        if table.has("category"):
            seat["category"] = table.word("category", categories, "category")
            if seat["role"] in UNREPRESENTING:
                table.fault("category", f"{_with_article(seat['role'])} represents nobody", "leave it out")
        if table.has("precedence"):
            seat["precedence"] = table.number("precedence", 1, 1_000_000)
        named = [name for name in ("into", "from") if table.has(name)]
        if seat["role"] is Role.INTERPRETER:
            _interpreting(table, seat, languages)
        elif role:
            check_other(named, seat["role"], table.fault)
        mail = table.mail("mail") if table.has("mail") else ""
        table.done()
        if key in found:
            table.fault("key", f"{shown(key)} is another person's", "give each their own")
        elif key:
            found[key] = seat
            if mail:
                mails[key] = mail
    return found


def _interpreting(table: Table, seat: Seat, languages: list[str] | None) -> None:
    """Read the booths and languages, which only an interpreter's entry may have."""
    seat["into"] = table.languages("into", MOST_LANGUAGES, INTO)
    seat["out_of"] = table.languages("from", MOST_LANGUAGES, OUT_OF)
    check_interpreter(seat["into"], seat["out_of"], languages, table.fault)


def _with_article(role: Role) -> str:
    return f"an {role.value}" if role.value[0] in "aeiou" else f"a {role.value}"


def _items(
    tables: list[tuple[int, Mapping[str, object]]], persons: Mapping[Key, Seat], faults: FaultList
) -> list[Item]:
    found: list[Item] = []
    for place, content in tables:
        table = Table(faults, f"[[agenda]] {place}", content)
        item = Item(
            key=table.key("key"),
            title=table.text("title", MAX_TITLE_CHARS),
            minutes=table.number("minutes", 1, values.MAX_MINUTES),
        )
        if table.has("speaker"):
            item["speaker"] = speaker = table.word("speaker", persons, "person of this programme")
            if speaker and persons[speaker]["role"] not in (Role.SPEAKER, Role.CHAIR):
                table.fault(
                    "speaker",
                    f"{shown(speaker)} is no speaker",
                    f'give that person the role "{Role.SPEAKER}"',
                )
        table.done()
        if item["key"] and any(other["key"] == item["key"] for other in found):
            table.fault("key", f"{shown(item['key'])} is another agenda item's", "give each its own")
        else:
            found.append(item)
    return found


def _meeting(
    document: Mapping[str, object],
    categories: list[Category],
    items: list[Item],
    faults: FaultList,
) -> Announced | None:
    names = [name for name in _MEETING_TABLES if name in document]
    if not names:
        faults.add("[meeting]", "is missing", "write the meeting's slug, title, organiser, … under it")
        return None
    if len(names) > 1:
        faults.add("[event]", "is there beside [meeting]", "write one of them")
        return None
    content = document[names[0]]
    place = f"[{names[0]}]"
    if not isinstance(content, dict):
        faults.add(place, f"is {kind(content)}", f"write {place} on a line of its own")
        return None
    table = Table(faults, place, content)
    starts = 0
    slug = table.key("slug")
    title, organiser = table.text("title", MAX_TITLE_CHARS), table.text("organiser", MAX_ORGANISATION_CHARS)
    city = table.text("city", 100)
    local, timezone = table.local_time("starts"), table.timezone("timezone")
    if local is not None and timezone:
        try:
            starts = values.instant(local, timezone)
        except Unfit as unfit:
            table.fault("starts", unfit.wrong, unfit.right)
    minutes = table.duration("duration")
    languages = table.languages("languages", MOST_LANGUAGES)
    on_record = table.truth("on_record")
    table.done()
    planned = sum(item["minutes"] for item in items)
    if minutes and planned > minutes:
        table.fault(
            "duration",
            f"is {minutes} minutes, and the agenda's items are {planned} together",
            "make it longer, or them shorter",
        )
    return Announced(
        slug=slug,
        title=title,
        organiser=organiser,
        city=city,
        starts=starts,
        timezone=timezone,
        minutes=minutes,
        languages=languages,
        on_record=on_record,
        categories=categories,
        items=items,
    )


def _plain(name: str) -> str:
    return shown(name)[1:-1]

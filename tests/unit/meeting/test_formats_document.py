"""`docs/formats.md` says what the code does."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from tests.unit.meeting.files import PROGRAMME as KOREAN_PENINSULA
from tests.unit.meeting.files import faults, meeting

from hemicycle.meeting import interpreting, invitations, programme
from hemicycle.meeting.plan import MOST_SEATS
from hemicycle.meeting.table import Table

DOCUMENT = (Path(__file__).parents[3] / "docs/formats.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)


(PROGRAMME, BOOTHS), (INVITATIONS,) = blocks("toml"), blocks("csv")


def documented(heading: str) -> dict[str, bool]:
    """The keys or columns of a section's table, and whether each is required."""
    section = DOCUMENT.split(f"# {heading}\n")[1].split("\n#")[0]
    return {
        name: need != "optional"
        for name, need in re.findall(r"^\| `(\w+)` \| (required|optional|for interpreters) \|", section, re.M)
    }


TABLES = {name: documented(name) for name in ("[meeting]", "[[category]]", "[[person]]", "[[agenda]]")}


def test_the_examples_plan_a_meeting() -> None:
    made = meeting(PROGRAMME, INVITATIONS)
    assert list(made["seats"]) == [
        "hydrologist",
        "chargee",
        "agency",
        "english-kazakh",
        "diplomatic-1",
        "diplomatic-2",
        "diplomatic-3",
        "press-1",
        "interpreter-1",
        "interpreter-2",
    ]
    assert made["seats"]["press-1"]["name"] == "Айгүл Омарова"
    assert made["minutes"] == 90
    assert (made["seats"]["interpreter-2"]["into"], made["seats"]["interpreter-2"]["out_of"]) == (
        ["ru"],
        ["en", "kk"],
    )


def test_the_booths_of_the_example_are_those_that_the_document_names() -> None:
    seats = meeting(KOREAN_PENINSULA + BOOTHS)["seats"]
    booths = {key: seat["into"] for key, seat in seats.items() if "into" in seat}
    assert {language for into in booths.values() for language in into} == {"en", "kk", "ko", "ru"}
    assert booths["english-a"] == booths["english-b"] == ["en"]
    assert booths["kazakh-russian"] == ["kk", "ru"]


def test_the_examples_use_every_key_that_is_documented() -> None:
    used: defaultdict[str, set[str]] = defaultdict(set)
    for name, content in tomllib.loads(PROGRAMME).items():
        for table in content if isinstance(content, list) else [content]:
            used[f"[[{name}]]" if isinstance(content, list) else f"[{name}]"] |= table.keys()
    assert used == {name: set(keys) for name, keys in TABLES.items()}
    assert INVITATIONS.splitlines()[0].split(",") == list(documented("The invitations"))


def test_every_key_that_is_read_is_documented(monkeypatch: pytest.MonkeyPatch) -> None:
    read: defaultdict[str, set[str]] = defaultdict(set)

    def done(self: Table) -> None:
        read[self._place.split(" ")[0]] |= self._asked

    monkeypatch.setattr(Table, "done", done)
    meeting(PROGRAMME)
    assert read == {name: set(keys) for name, keys in TABLES.items()}


@pytest.mark.parametrize(("table", "key"), [(table, key) for table, keys in TABLES.items() for key in keys])
def test_what_is_required(table: str, key: str) -> None:
    # The first table of that kind that has the key loses it.
    before, after = re.split(rf"(?m)^{key} = .*\n", PROGRAMME[PROGRAMME.index(table) :], maxsplit=1)
    text = PROGRAMME[: PROGRAMME.index(table)] + before + after
    if TABLES[table][key]:
        assert any(f"{table}" in line and f'"{key}": is missing' in line for line in faults(text))
    else:
        meeting(text)


def test_the_columns() -> None:
    columns = documented("The invitations")
    assert tuple(name for name, required in columns.items() if required) == invitations.REQUIRED
    assert tuple(name for name, required in columns.items() if not required) == invitations.OPTIONAL


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("At most {};", programme.MOST_CATEGORIES),
        ("known by name. At most {}.", programme.MOST_PERSONS),
        ("in their order. At most {}, or none.", programme.MOST_ITEMS),
        ("1 to {} languages", interpreting.MOST_LANGUAGES),
        ("a key of at most {} characters", programme.MAX_CATEGORY_KEY_CHARS),
        ("| `organisation` | required | text, at most {} characters", programme.MAX_ORGANISATION_CHARS),
        ("| `title` | required | text, at most {} characters", programme.MAX_TITLE_CHARS),
        ("| `name` | required | text, at most {} characters", programme.MAX_NAME_CHARS),
        ("A programme has at most {} KiB.", programme.MAX_BYTES // 1024),
        ("A list has at most {} lines and 1 MiB", invitations.MOST_ROWS),
        ("| `seats` | required | a whole number from 1 to {}", invitations.MOST_SEATS_A_ROW),
        ("a meeting at most {} seats", MOST_SEATS),
    ],
)
def test_the_limits(sentence: str, number: int) -> None:
    assert sentence.format(f"{number:,}") in DOCUMENT


def test_the_faults_that_are_shown_are_those_that_come() -> None:
    shown = blocks("text")[0].splitlines()
    text = PROGRAMME.replace('"kk"\nprecedence', '"kz"\nprecedence').replace(
        'speaker = "chargee"', 'speaker = "x"'
    )
    rows = INVITATIONS.splitlines()
    bad = "\n".join([*rows, *rows[1:3], rows[1].replace("1", "0")])
    found = faults(text, bad)
    assert found[0].removeprefix("p.toml") == shown[0].removeprefix("programme.toml")
    assert found[-1].removeprefix("i.csv") == shown[2].removeprefix("invitations.csv")
    person = PROGRAMME.replace('key = "chargee"', 'key = "ambassador"').replace('"chargee"', '"ambasador"')
    assert faults(person)[0].removeprefix("p.toml") == shown[1].removeprefix("programme.toml")

"""Files that are no programme and no list at all: one fault says why."""

from __future__ import annotations

import pytest
from tests.unit.meeting.files import PROGRAMME, faults


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\xff\xfe[\x00", "p.toml: is UTF-16, not UTF-8; save the file as UTF-8"),
        (
            PROGRAMME.encode("cp1252") + b"# caf\xe9",
            "p.toml:76: is not UTF-8 (byte 0xe9); save the file as UTF-8",
        ),
        (b"", "p.toml: [meeting]: is missing; write the meeting's slug, title, organiser, \u2026 under it"),
        (b"meeting = 1", "p.toml: [meeting]: is a whole number; write [meeting] on a line of its own"),
        (b"#" * (256 * 1024 + 1), "p.toml: has more than 256 KiB; write a shorter file"),
        (
            b"a = " + b"9" * 5000,
            "p.toml: is not TOML: Exceeds the limit (4300 digits) for integer string conversion",
        ),
        (
            b"a = " + b"[" * 5000,
            "p.toml: is nested too deeply; a programme has tables with plain values only",
        ),
        (b"[meeting]\nslug", "p.toml:2: is not TOML: Expected '=' after a key in a key/value pair"),
    ],
)
def test_a_file_that_is_no_programme(content: bytes, fault: str) -> None:
    assert faults(content)[0].startswith(fault)


def test_a_list_that_is_no_text() -> None:
    assert faults(PROGRAMME, b"category,\xff") == [
        "i.csv:1: is not UTF-8 (byte 0xff); save the file as UTF-8"
    ]
    assert faults(PROGRAMME, b"," * (1024 * 1024 + 1)) == [
        "i.csv: has more than 1024 KiB; write a shorter file"
    ]


@pytest.mark.parametrize("name", ["category", "person", "agenda"])
def test_a_list_written_as_a_single_table(name: str) -> None:
    text = PROGRAMME[: PROGRAMME.index("[[category]]")]
    assert faults(f"{text}[{name}]\nkey = 'x'") == [
        f"p.toml: [{name}]: is a table; write [[{name}]] before each"
    ]
    assert faults(f"{name} = [1]\n{text}") == [
        f"p.toml: [[{name}]] 1: is a whole number; write [[{name}]] before each"
    ]


def test_too_many_tables() -> None:
    category = '[[category]]\nkey = "c{0}"\nname = "C{0}"\n'
    text = PROGRAMME[: PROGRAMME.index("[[category]]")] + "".join(category.format(n) for n in range(51))
    assert faults(text) == ["p.toml: [[category]]: is there 51 times; write at most 50"]

"""A glossary's file: its terms, or everything that is wrong in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.meeting.glossary import Terms, read_glossary

GOOD = "en,kk,ko,ru\nwarhead,оқтұмсық,탄두,боеголовка\nseabed,,해저,\n"


def read(text: str | bytes) -> Terms | list[str]:
    found = read_glossary("g.csv", text.encode() if isinstance(text, str) else text)
    return [str(fault) for fault in found] if isinstance(found, list) else found


def test_terms_by_language_in_the_order_of_the_file() -> None:
    assert read(GOOD) == Terms(
        ["en", "kk", "ko", "ru"],
        [
            {"en": "warhead", "kk": "оқтұмсық", "ko": "탄두", "ru": "боеголовка"},
            {"en": "seabed", "ko": "해저"},
        ],
    )


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + GOOD,
        GOOD.replace(",", ";"),
        GOOD.replace(",", "\t"),
        GOOD.replace("\n", "\r\n") + ",,,\r\n\r\n",
        GOOD.replace("en,kk", " EN , kk"),
        GOOD.replace("warhead", '"warhead"'),
    ],
)
def test_what_spreadsheets_make_of_it_is_read(text: str) -> None:
    assert read(text) == read(GOOD)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["g.csv: is empty; write language tags in the first line, for example en,kk,ko,ru"]),
        ("en,ru\n", ["g.csv: has no terms; write a line for each"]),
        (
            "en\nwarhead\n",
            ["g.csv:1: has one language; write language tags in the first line, for example en,kk,ko,ru"],
        ),
        (
            "english,ru,RU\na,b,c\n",
            [
                'g.csv:1: "english" is no language; write a BCP 47 tag such as en, kk, ko or ru',
                'g.csv:1: the column "ru" is there twice; write it once',
            ],
        ),
        (
            "en,ru\nwarhead,\nseabed,дно,sea\n\ntreaty,договор\n" + "x" * 201 + ",y\n",
            [
                "g.csv:2: has the term in one language; write it in two at least",
                "g.csv:3: has 3 cells; write 2, as in the first line "
                "(a text with a comma goes in quotation marks)",
                'g.csv:6, "en": has 201 characters; write at most 200',
            ],
        ),
        (
            'en,ru\n"a\nb",c\n',
            ['g.csv:2, "en": has a character that cannot be shown (U+000A); write one line of plain text'],
        ),
        (b"en,ru\n\xff,a\n", ["g.csv:2: is not UTF-8 (byte 0xff); save the file as UTF-8"]),
        (b"a" * (1024 * 1024 + 1), ["g.csv: has more than 1024 KiB; write a shorter file"]),
        ("en,ru\n" + "a,b\n" * 5001, ["g.csv: has 5,001 terms; write at most 5,000"]),
    ],
)
def test_every_fault_says_its_line_and_the_mend(text: str | bytes, faults: list[str]) -> None:
    assert read(text) == faults


@given(st.binary(max_size=300))
def test_any_bytes_are_terms_or_faults(content: bytes) -> None:
    found = read_glossary("g.csv", content)
    assert found if isinstance(found, list) else all(len(row) > 1 for row in found.rows)

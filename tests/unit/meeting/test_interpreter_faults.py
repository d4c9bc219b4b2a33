"""What can be wrong with an interpreter in a programme."""

from __future__ import annotations

import pytest
from tests.unit.meeting.files import PROGRAMME, changed, faults

INTERPRETER = """
[[person]]
key = "booth"
name = "N"
title = "T"
organisation = "O"
role = "interpreter"
language = "en"
into = ["en"]
from = ["ko"]
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            'into = ["en"]',
            'into = ["fr"]',
            '"into": "fr" is no language of this meeting; write one of en, kk, ko, ru',
        ),
        ('into = ["en"]', "into = []", '"into": has 0 languages; write 1 to 20'),
        (
            'from = ["ko"]',
            'from = "ko"',
            '"from": is a text; write the languages that this person understands',
        ),
        (
            'from = ["ko"]',
            'from = ["en"]',
            '"from": understands nothing but "en", which is the booth\'s own language; '
            "write another language, too",
        ),
        (
            'language = "en"\n',
            'language = "en"\ncategory = "academic"\n',
            '"category": an interpreter represents nobody; leave it out',
        ),
    ],
)
def test_a_fault_of_an_interpreter(old: str, new: str, fault: str) -> None:
    (found,) = faults(PROGRAMME + changed(INTERPRETER, old, new))
    assert found.startswith(f"p.toml: [[person]] 4, {fault}")


def test_where_the_meetings_languages_are_unfit_any_booth_will_do() -> None:
    text = changed(PROGRAMME, '["en", "kk", "ko", "ru"]', '["xx"]')
    (found,) = faults(text + INTERPRETER)
    assert found.startswith('p.toml: [event], "languages[1]": ')

"""Bad files: every fault is found, and says its place, what is wrong and what would be right."""

from __future__ import annotations

import pytest
from tests.unit.meeting.files import INVITATIONS, PROGRAMME, changed, faults

HEADER = "category,organisation,title,seats,language\n"
ROW = "academic,Institute,Representative,1,ru\n"

# The programme with one thing changed (old, new), and the only fault that comes of it.
PROGRAMMES = {
    "missing key": (
        'title     = "The security situation',
        '# title = "The security situation',
        'p.toml: [event], "title": is missing; write a text',
    ),
    "missing truth": (
        "on_record = true",
        "",
        'p.toml: [event], "on_record": is missing; write true or false',
    ),
    "wrong type": (
        "minutes = 20",
        'minutes = "20"',
        'p.toml: [[agenda]] 3, "minutes": is a text; write a whole number',
    ),
    "truth as number": (
        "precedence  = 2",
        "precedence  = true",
        'p.toml: [[person]] 2, "precedence": is true or false; write a whole number',
    ),
    "key misspelled": (
        'organisation = "Korea Institute for',
        'organization = "Korea Institute for',
        'p.toml: [[person]] 3, "organisation": is missing; write a text',
        'p.toml: [[person]] 3, "organization": is not a key of this table; did you mean "organisation"?',
    ),
    "unknown table": (
        "[[agenda]]",
        "[[sponsor]]\n[[agenda]]",
        "p.toml: [sponsor]: is not a table of a programme; write one of meeting, category, person, agenda",
    ),
    "table misspelled": (
        "[[category]]",
        "[[categories]]\n[[category]]",
        'p.toml: [categories]: is not a table of a programme; did you mean "category"?',
    ),
    "single table": (
        "[[agenda]]",
        "[[agenda]]\nkey = 1\n[[agenda]]",
        'p.toml: [[agenda]] 1, "key": is a whole number; write a text',
        'p.toml: [[agenda]] 1, "title": is missing; write a text',
        'p.toml: [[agenda]] 1, "minutes": is missing; write a whole number',
    ),
    "both tables": (
        "[[category]]",
        "[meeting]\n[[category]]",
        "p.toml: [event]: is there beside [meeting]; write one of them",
    ),
    "interpreter without languages": (
        'role        = "speaker"\nlanguage    = "en"\nprecedence  = 2',
        'role        = "interpreter"\nlanguage    = "en"\n[[person]]\nkey = "other"\nname = "N"\n'
        'title = "T"\norganisation = "O"\nrole = "speaker"\nlanguage = "en"',
        'p.toml: [[person]] 2, "into": is missing; '
        'write the languages that this person interprets into, for example ["en"]',
        'p.toml: [[person]] 2, "from": is missing; '
        'write the languages that this person understands, for example ["ko", "ru"]',
        'p.toml: [[agenda]] 2, "speaker": "deputy-minister" is no speaker; '
        'give that person the role "speaker"',
    ),
    "booth of a speaker": (
        "precedence  = 2",
        'precedence  = 2\ninto = ["en"]\nfrom = ["ko"]',
        'p.toml: [[person]] 2, "into": is there, and the role is "speaker"; '
        'leave it out, or write the role "interpreter"',
        'p.toml: [[person]] 2, "from": is there, and the role is "speaker"; '
        'leave it out, or write the role "interpreter"',
    ),
    "booth of an unfit role": (
        'role        = "speaker"\nlanguage    = "en"\nprecedence  = 2',
        'role        = "interpretr"\nlanguage    = "en"\ninto = ["en"]\nfrom = ["ko"]',
        'p.toml: [[person]] 2, "role": "interpretr" is no role; did you mean "interpreter"?',
    ),
    "mail": (
        "precedence  = 2",
        'precedence  = 2\nmail = "nobody"',
        'p.toml: [[person]] 2, "mail": "nobody" is no address; '
        "write one such as name@example.org, or leave it empty",
    ),
    "unknown category": (
        'role        = "speaker"\nlanguage    = "ko"',
        'role        = "speaker"\ncategory = "diplomat"\nlanguage    = "ko"',
        'p.toml: [[person]] 1, "category": "diplomat" is no category; did you mean "diplomatic"?',
    ),
    "not a language": (
        '"ru"]',
        '"russian"]',
        'p.toml: [event], "languages[4]": "russian" is no language; '
        "write a BCP 47 tag such as en, kk, ko or ru",
    ),
    "language twice": (
        '"ru"]',
        '"EN"]',
        'p.toml: [event], "languages[4]": "EN" is there twice; write each language once',
    ),
    "no languages": (
        '["en", "kk", "ko", "ru"]',
        "[]",
        'p.toml: [event], "languages": has 0 languages; write 1 to 20',
    ),
    "language as text": (
        '["en", "kk", "ko", "ru"]',
        '"en"',
        'p.toml: [event], "languages": is a text; write a list',
    ),
    "language as number": (
        '"ru"]',
        "7]",
        'p.toml: [event], "languages[4]": is a whole number; write a text such as "en"',
    ),
    "person's language": (
        'language    = "ko"',
        'language    = "kr-xx-yy-zz"',
        'p.toml: [[person]] 1, "language": "kr-xx-yy-zz" is no language; '
        "write a BCP 47 tag such as en, kk, ko or ru",
    ),
    "speaker who is nobody": (
        'speaker = "fellow"',
        'speaker = "felow"',
        'p.toml: [[agenda]] 3, "speaker": "felow" is no person of this programme; did you mean "fellow"?',
    ),
    "speaker who is none": (
        'role        = "speaker"\nlanguage    = "ko"',
        'role        = "observer"\nlanguage    = "ko"',
        'p.toml: [[agenda]] 1, "speaker": "ambassador" is no speaker; give that person the role "speaker"',
    ),
    "two persons with one key": (
        'key         = "fellow"',
        'key         = "deputy-minister"',
        'p.toml: [[person]] 3, "key": "deputy-minister" is another person\'s; give each their own',
        'p.toml: [[agenda]] 3, "speaker": "fellow" is no person of this programme; '
        "write one of ambassador, deputy-minister",
    ),
    "two items with one key": (
        'key     = "discussion"',
        'key     = "opening"',
        'p.toml: [[agenda]] 4, "key": "opening" is another agenda item\'s; give each its own',
    ),
    "two categories with one key": (
        'key  = "government"',
        'key  = "academic"',
        'p.toml: [[category]] 3, "key": "academic" is another category\'s; give each its own',
    ),
    "unknown role": (
        'role        = "speaker"',
        'role        = "Speaker"',
        'p.toml: [[person]] 1, "role": "Speaker" is no role; did you mean "speaker"?',
    ),
    "no key": (
        'slug      = "korean-peninsula"',
        'slug      = "Korean Peninsula"',
        'p.toml: [event], "slug": "Korean Peninsula" is no key; '
        "write lower-case letters (a to z), digits and hyphens, at most 64, no hyphen at either end",
    ),
    "timezone": (
        '"Asia/Almaty"',
        '"Asia/Alma-Ata"',
        'p.toml: [event], "timezone": "Asia/Alma-Ata" is no timezone; did you mean "Asia/Almaty"?',
    ),
    "offset": (
        "2020-11-25T15:00:00 ",
        "2020-11-25T15:00:00+06:00 ",
        'p.toml: [event], "starts": has an offset; '
        "leave it out: the key timezone says where the time is read",
    ),
    "date alone": (
        "2020-11-25T15:00:00 ",
        "2020-11-25 ",
        'p.toml: [event], "starts": is a date; write a date and time such as 2026-11-25T15:00:00',
    ),
    "time that is none": (
        "2020-11-25T15:00:00 ",
        "2020-11-31T15:00:00 ",
        "p.toml:9: is not TOML: Invalid date or datetime; see toml.io for how it is written",
    ),
    "duration": (
        '"PT2H"',
        '"2h"',
        'p.toml: [event], "duration": "2h" is no ISO 8601 duration; write for example "PT2H" or "PT1H30M"',
    ),
    "agenda too long": (
        '"PT2H"',
        '"PT1H"',
        'p.toml: [event], "duration": is 60 minutes, and the agenda\'s items are 90 together; '
        "make it longer, or them shorter",
    ),
    "no minutes": (
        "minutes = 20",
        "minutes = 0",
        'p.toml: [[agenda]] 3, "minutes": 0 is too few; write 1 to 1,440',
    ),
    "empty": ('"Nur-Sultan"', '"  "', 'p.toml: [event], "city": is empty; write a text'),
    "too long": (
        '"Nur-Sultan"',
        f'"{"x" * 101}"',
        'p.toml: [event], "city": has 101 characters; write at most 100',
    ),
    "two lines": (
        '"Nur-Sultan"',
        '"Nur\\nSultan"',
        'p.toml: [event], "city": has a character that cannot be shown (U+000A); '
        "write one line of plain text",
    ),
    "turned text": (
        '"Ku Hong-seok"',
        '"Ku \\u202eHong-seok"',
        'p.toml: [[person]] 1, "name": has a character that cannot be shown (U+202E); '
        "write one line of plain text",
    ),
    "not TOML": (
        "on_record = true",
        "on_record = yes",
        "p.toml:13: is not TOML: Invalid value; see toml.io for how it is written",
    ),
    "unfinished": (
        'city      = "Nur-Sultan"',
        'city      = "Nur-Sultan',
        "p.toml:8: is not TOML: Illegal character '\\n'; see toml.io for how it is written",
    ),
}


@pytest.mark.parametrize("change", PROGRAMMES.values(), ids=PROGRAMMES.keys())
def test_a_fault_of_the_programme(change: tuple[str, ...]) -> None:
    old, new, *expected = change
    assert faults(changed(PROGRAMME, old, new), INVITATIONS) == expected


# A list, and the faults that come of it.
LISTS = {
    "nothing": (
        "",
        "i.csv: is empty; write the columns category,organisation,title,seats,language in its first line",
    ),
    "white space": (
        "\r\n \r\n",
        "i.csv: is empty; write the columns category,organisation,title,seats,language in its first line",
    ),
    "nobody": (HEADER, "i.csv: invites nobody; write a line for each body that is invited"),
    "wrong columns": (
        "category,organization,title,seats\n" + ROW,
        'i.csv:1: "organization" is not a column of invitations; did you mean "organisation"?',
        'i.csv:1: the column "organisation" is missing; '
        "write category,organisation,title,seats,language in the first line",
        'i.csv:1: the column "language" is missing; '
        "write category,organisation,title,seats,language in the first line",
    ),
    "column twice": (
        "category,organisation,title,seats,language,title\n" + ROW,
        'i.csv:1: the column "title" is there twice; write it once',
    ),
    "column without a name": (
        "category,organisation,title,seats,language,\n" + ROW,
        'i.csv:1: "" is not a column of invitations; write one of name, role, into, from, mail',
    ),
    "unknown category": (
        HEADER + ROW + "press,Daily,Correspondent,1,en\n",
        'i.csv:3, "category": "press" is no category of the programme; '
        "write one of diplomatic, academic, government",
    ),
    "category misspelled": (
        HEADER + ROW.replace("academic", "Academic"),
        'i.csv:2, "category": "Academic" is no category of the programme; did you mean "academic"?',
    ),
    "not a language": (
        HEADER + ROW.replace("ru", "Russian"),
        'i.csv:2, "language": "Russian" is no language; write a BCP 47 tag such as en, kk, ko or ru',
    ),
    "zero seats": (HEADER + ROW.replace("1", "0"), 'i.csv:2, "seats": 0 is too few; write 1 to 1,000'),
    "ten thousand seats": (
        HEADER + ROW.replace("1", "10000"),
        'i.csv:2, "seats": 10,000 is too many; write 1 to 1,000',
    ),
    "fewer than no seats": (
        HEADER + ROW.replace("1", "-3"),
        'i.csv:2, "seats": -3 is too few; write 1 to 1,000',
    ),
    "seats in words": (
        HEADER + ROW.replace("1", "two"),
        'i.csv:2, "seats": "two" is no whole number; write it in digits, for example 1',
    ),
    "no seats": (
        HEADER + ROW.replace("1", ""),
        'i.csv:2, "seats": "" is no whole number; write it in digits, for example 1',
    ),
    "too many seats together": (
        HEADER + ROW.replace("1", "999") * 2,
        "i.csv: makes 2,002 seats, the programme's included; a meeting has at most 2,000",
    ),
    "too many lines": (HEADER + ROW * 2001, "i.csv: has 2,001 lines; write at most 2,000"),
    "too few cells": (
        HEADER + "academic,Institute\n" + ROW + "academic\n",
        "i.csv:2: has 2 cells; write 5, as in the first line (a text with a comma goes in quotation marks)",
        "i.csv:4: has 1 cell; write 5, as in the first line (a text with a comma goes in quotation marks)",
    ),
    "too many cells": (
        HEADER + "academic,Institute of War, and Peace,Representative,1,ru\n",
        "i.csv:2: has 6 cells; write 5, as in the first line (a text with a comma goes in quotation marks)",
    ),
    "line within a cell": (
        HEADER + 'academic,"Institute\nof Peace",Representative,1,ru\n' + ROW.replace("1", "0"),
        'i.csv:2, "organisation": has a character that cannot be shown (U+000A); '
        "write one line of plain text",
        'i.csv:4, "seats": 0 is too few; write 1 to 1,000',
    ),
    "open quotation mark": (
        HEADER + ROW + 'academic,"Institute,Representative,1,ru\n' + ROW,
        "i.csv:3: is not CSV: unexpected end of data; close each quotation mark, and double one within",
    ),
    "person with two seats": (
        "category,organisation,title,seats,language,name\nacademic,A,Fellow,2,ru,Ada\n",
        'i.csv:2, "seats": "Ada" has 2 seats; write 1, or no name',
    ),
    "address": (
        "category,organisation,title,seats,language,email\nacademic,A,Fellow,2,ru,ada at a.example\n",
        'i.csv:2, "mail": "ada at a.example" is no address; '
        "write one such as name@example.org, or leave it empty",
    ),
    "role of the programme": (
        "category,organisation,title,seats,language,role\nacademic,A,Fellow,2,ru,speaker\n",
        'i.csv:2, "role": "speaker" is no role of an invited seat; '
        "write one of participant, observer, interpreter, captioner",
    ),
    "interpreter without languages": (
        "category,organisation,title,seats,language,role\n,A,Interpreter,2,ru,interpreter\n",
        'i.csv:2, "into": is empty; write languages with spaces between them, for example ko ru',
        'i.csv:2, "from": is empty; write languages with spaces between them, for example ko ru',
    ),
    "interpreter's languages": (
        "category,organisation,title,seats,language,role,into,from\n"
        ",A,Interpreter,1,ru,interpreter,fr,fr\n"
        ",A,Interpreter,1,ru,interpreter,ru,ru\n"
        ",A,Interpreter,1,ru,interpreter,ru kz,en en\n",
        'i.csv:2, "into": "fr" is no language of this meeting; write one of en, kk, ko, ru',
        'i.csv:3, "from": understands nothing but "ru", which is the booth\'s own language; '
        "write another language, too",
        'i.csv:4, "into": "kz" is no language; write a BCP 47 tag such as en, kk, ko or ru',
        'i.csv:4, "from": has a language twice; write each language once',
    ),
    "interpreter with a category": (
        "category,organisation,title,seats,language,role,into,from\n"
        "academic,A,Interpreter,1,ru,interpreter,ru,en\n",
        'i.csv:2, "category": "interpreter" represents no category; leave it empty',
    ),
    "booth of a participant": (
        "category,organisation,title,seats,language,into\nacademic,A,Fellow,1,ru,ru\n",
        'i.csv:2, "into": is there, and the role is "participant"; '
        'leave it out, or write the role "interpreter"',
    ),
    "nothing in a line": (
        HEADER + " , , ,1,\n",
        'i.csv:2, "category": "" is no category of the programme; '
        "write one of diplomatic, academic, government",
        'i.csv:2, "organisation": is empty; write a text',
        'i.csv:2, "title": is empty; write a text',
        'i.csv:2, "language": "" is no language; write a BCP 47 tag such as en, kk, ko or ru',
    ),
}


@pytest.mark.parametrize("case", LISTS.values(), ids=LISTS.keys())
def test_a_fault_of_the_invitations(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert faults(PROGRAMME, text) == expected


def test_the_faults_of_both_files_are_found_at_once() -> None:
    text = changed(changed(PROGRAMME, '"Nur-Sultan"', "7"), "minutes = 20", "minutes = -1")
    assert faults(text, HEADER + "press,A,B,0,ru\n") == [
        'p.toml: [event], "city": is a whole number; write a text',
        'p.toml: [[agenda]] 3, "minutes": -1 is too few; write 1 to 1,440',
        'i.csv:2, "category": "press" is no category of the programme; '
        "write one of diplomatic, academic, government",
        'i.csv:2, "seats": 0 is too few; write 1 to 1,000',
    ]


def test_where_the_categories_are_unknown_the_list_is_checked_but_for_them() -> None:
    assert faults("[", HEADER + "press,A,B,0,ru\n")[1:] == [
        'i.csv:2, "seats": 0 is too few; write 1 to 1,000'
    ]


def test_a_persons_key_may_not_be_an_invited_seats() -> None:
    text = changed(PROGRAMME, 'key         = "ambassador"', 'key         = "academic-15"')
    text = changed(text, 'speaker = "ambassador"', "")
    assert faults(text, INVITATIONS) == [
        'p.toml: [[person]] 1, "key": "academic-15" is an invited seat\'s key; choose another'
    ]

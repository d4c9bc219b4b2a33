"""The report as JSON, Markdown and HTML."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from tests.unit.report.meetings import START, log, meeting

from hemicycle.report import Report, as_html, as_json, as_markdown, report
from hemicycle.report.times import iso, length
from hemicycle.room.doors import SeatEntered
from hemicycle.room.floor import FloorGiven, FloorTaken
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.subjects import Fact

HAPPENED: list[tuple[float, Fact]] = [
    (0, SeatEntered("chair")),
    (1, SeatEntered("ku")),
    (1, SeatEntered("diplomatic-1")),
    (10, MeetingOpened("chair")),
    (10, ItemBegun("opening", "chair")),
    (12.25, FloorGiven("ku", "chair")),
    (3743, FloorTaken("ku", "chair")),
    (4000, MeetingClosed("chair")),
]


def held() -> Report:
    return report(meeting(), log(HAPPENED), START + 5_000_000)


def test_json_has_these_keys_and_no_others() -> None:
    assert json.loads(as_json(held())) == {
        "meeting": {
            "slug": "peace",
            "title": "Peace",
            "organiser": "Embassy",
            "city": "Nur-Sultan",
            "date": "2020-11-25",
            "timezone": "Asia/Almaty",
        },
        "opened": "2020-11-25T09:00:10.000Z",
        "closed": "2020-11-25T10:06:40.000Z",
        "attendance": {
            "invited": 4,
            "attended": 1,
            "by_category": {
                "diplomatic": {"name": "Diplomatic missions", "invited": 2, "attended": 1},
                "press": {"name": "Press", "invited": 1, "attended": 0},
                "": {"name": "Other guests", "invited": 1, "attended": 0},
            },
            "sentence": "One representative of diplomatic missions attended the meeting.",
        },
        "floor": [
            {
                "seat": "ku",
                "name": "Ku",
                "title": "Ku's title",
                "organisation": "Ku's house",
                "item": "opening",
                "from": "2020-11-25T09:00:12.250Z",
                "to": "2020-11-25T10:02:23.000Z",
                "seconds": 3730.75,
            }
        ],
        "booths": [],
        "off_record": [],
        "facts": 9,
        "head": log(HAPPENED)[-1].hash,
    }


def test_json_of_a_meeting_that_was_not_opened() -> None:
    found = json.loads(as_json(report(meeting(), log([]), START)))
    assert (found["opened"], found["closed"], found["floor"], found["facts"]) == (None, None, [], 1)


def test_the_date_is_that_of_the_meetings_place() -> None:
    made = meeting()
    made["timezone"], made["starts"] = "Pacific/Auckland", START + 4 * 3_600_000  # 02:00 of the 26th there
    assert json.loads(as_json(report(made, log([], made), START)))["meeting"]["date"] == "2020-11-26"


def test_markdown() -> None:
    head = log(HAPPENED)[-1].hash
    assert (
        as_markdown(held())
        == f"""# Peace

- **Organiser:** Embassy
- **Place:** Nur-Sultan
- **Date:** 25 November 2020 (Asia/Almaty)
- **Opened:** 25 November 2020, 15:00
- **Closed:** 25 November 2020, 16:06
- **On the record:** yes

## Attendance

One representative of diplomatic missions attended the meeting.

| Category | Invited | Attended |
| :-- | --: | --: |
| Diplomatic missions | 2 | 1 |
| Press | 1 | 0 |
| Other guests | 1 | 0 |
| **Together** | **4** | **1** |

Speakers present: 1 of 2.

## The floor

### Opening

| From | To | Who | Organisation | Time |
| :-- | :-- | :-- | :-- | --: |
| 15:00:12 | 16:02:23 | Ku, Ku's title | Ku's house | 1:02:11 |

---

Read from the meeting's log of 9 facts, the last of which has the hash `{head}`.
"""
    )


@pytest.mark.parametrize(
    "text", ["a | b", "<script>alert(1)</script>", "*a* _b_ `c` [d](e) # ~x~ $y$ &amp; \\"]
)
def test_markdown_shows_names_as_they_are(text: str) -> None:
    made = meeting()
    made["seats"]["ku"]["name"] = text
    row = next(
        line
        for line in as_markdown(report(made, log(HAPPENED, made), START)).splitlines()
        if "15:00:12" in line
    )
    # What a reader of CommonMark takes away again: a backslash before a mark.
    shown, escaped = "", False
    for letter in row:
        if letter == "\\" and not escaped:
            escaped = True
            continue
        assert escaped or letter not in "<`*_[~$&#" or letter in "|"
        shown, escaped = shown + letter, False
    assert f" {text}, Ku's title " in shown


class Reader(HTMLParser):
    """What a page says, its elements, and whether all that was opened is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.text.append(data.strip())


def test_html_says_what_markdown_says() -> None:
    page = Reader(as_html(held()))
    assert page.open == []
    for said in (
        "Peace",
        "Nur-Sultan",
        "25 November 2020, 15:00",
        "One representative of diplomatic missions attended the meeting.",
        "Speakers present: 1 of 2.",
        "Diplomatic missions",
        "Opening",
        "15:00:12 –",
        "16:02:23",
        "Ku",
        "Ku's title",
        "1:02:11",
        log(HAPPENED)[-1].hash,
    ):
        assert said in page.text


def test_html_fetches_and_runs_nothing() -> None:
    page = Reader(as_html(held()))
    assert not page.elements & {"script", "link", "img", "iframe", "object", "embed", "form", "a", "base"}
    assert page.attributes <= {"lang", "charset", "name", "content", "class", "scope"}
    assert "url(" not in as_html(held())
    assert "@import" not in as_html(held())


def test_html_shows_names_as_they_are() -> None:
    made = meeting()
    text = "</td><script>alert('1')</script> & \"quotes\" &lt;"
    made["title"] = made["organiser"] = made["city"] = made["categories"][0]["name"] = text
    made["items"][0]["title"] = made["seats"]["ku"]["name"] = made["seats"]["ku"]["title"] = text
    made["seats"]["ku"]["organisation"] = text
    page = Reader(as_html(report(made, log(HAPPENED, made), START)))
    assert page.open == []
    assert "script" not in page.elements
    # Title and heading, organiser, place, category, item, and the speaker; the title as name is
    # said once.
    assert page.text.count(text) == 7


@pytest.mark.parametrize(
    ("happened", "said"),
    [
        ([], ["not yet", "The meeting has not been opened yet.", "Nobody has had the floor yet."]),
        (
            HAPPENED[:4],
            [
                "not yet: as of 25 November 2020, 15:01",
                "One representative of diplomatic missions has attended the meeting so far.",
                "Nobody has had the floor yet.",
            ],
        ),
        (
            [HAPPENED[0], HAPPENED[3], HAPPENED[7]],
            ["None of the 4 who were invited came to the meeting.", "Nobody had the floor."],
        ),
    ],
)
def test_every_state_has_its_sentences(happened: list[tuple[float, Fact]], said: list[str]) -> None:
    found = report(meeting(), log(happened), START + 60_000)
    for text in (as_markdown(found), as_html(found)):
        assert [sentence for sentence in said if sentence not in text] == []


def test_a_meeting_with_nobody_invited() -> None:
    made = meeting()
    made["seats"] = {"chair": made["seats"]["chair"]}
    made["categories"] = []
    found = report(made, log([], made), START)
    assert "| Category |" not in as_markdown(found)
    assert "<table>" not in as_html(found)
    assert "Speakers present" not in as_markdown(found)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.4, "0:00"), (59.6, "1:00"), (61, "1:01"), (3599.4, "59:59"), (3600, "1:00:00")]
)
def test_lengths(seconds: float, said: str) -> None:
    assert length(seconds) == said


def test_instants_are_exact_to_the_millisecond() -> None:
    assert iso(1606294800007) == "2020-11-25T09:00:00.007Z"
    assert iso(1606294800999) == "2020-11-25T09:00:00.999Z"

"""How many came, in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.report.attendance import in_sentence, listed, quantity, rounded, sentence
from hemicycle.wire.ids import Phase

THREE = ["Foreign diplomatic missions", "Scientific and academic circles", "Government agencies"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "One"),
        (12, "Twelve"),
        (19, "Nineteen"),
        (20, "Approximately 20"),
        (22, "Approximately 20"),
        (23, "Approximately 25"),
        (67, "Approximately 65"),
        (68, "Approximately 70"),
        (70, "Approximately 70"),
        (72, "Approximately 70"),
        (73, "Approximately 75"),
        (99, "Approximately 100"),
        (104, "Approximately 100"),
        (105, "Approximately 100"),
        (106, "Approximately 110"),
        (999, "Approximately 1,000"),
        (1024, "Approximately 1,000"),
        (1025, "Approximately 1,000"),
        (1026, "Approximately 1,050"),
        (1970, "Approximately 1,950"),
    ],
)
def test_the_rounding_rule(number: int, said: str) -> None:
    assert quantity(number) == said


@given(st.integers(0, 3000))
def test_rounding_never_goes_far(number: int) -> None:
    assert abs(rounded(number) - number) <= (
        0 if number < 20 else 2 if number < 100 else 5 if number < 1000 else 25
    )
    assert rounded(number) <= rounded(number + 1)
    assert rounded(rounded(number)) == rounded(number)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            (Phase.CLOSED, 70, 70, THREE, 0),
            "Approximately 70 representatives of foreign diplomatic missions, "
            "scientific and academic circles, and government agencies attended the meeting.",
        ),
        (
            (Phase.OPEN, 70, 42, THREE, 0),
            "Approximately 40 representatives of foreign diplomatic missions, "
            "scientific and academic circles, and government agencies have attended the meeting so far.",
        ),
        (
            (Phase.CLOSED, 70, 12, THREE[1:], 0),
            "Twelve representatives of scientific and academic circles and government agencies "
            "attended the meeting.",
        ),
        (
            (Phase.CLOSED, 70, 1, THREE[2:], 0),
            "One representative of government agencies attended the meeting.",
        ),
        (
            (Phase.OPEN, 70, 1, THREE[2:], 0),
            "One representative of government agencies has attended the meeting so far.",
        ),
        (
            (Phase.CLOSED, 70, 15, THREE[2:], 5),
            "Fifteen representatives of government agencies, and other guests, attended the meeting.",
        ),
        ((Phase.CLOSED, 70, 30, [], 30), "Approximately 30 guests attended the meeting."),
        ((Phase.CLOSED, 70, 1, [], 1), "One guest attended the meeting."),
        ((Phase.CLOSED, 70, 0, [], 0), "None of the 70 who were invited came to the meeting."),
        ((Phase.OPEN, 70, 0, [], 0), "None of the 70 who were invited has come to the meeting."),
        ((Phase.CLOSED, 1, 0, [], 0), "The one who was invited did not come to the meeting."),
        ((Phase.OPEN, 1, 0, [], 0), "The one who was invited has not come to the meeting."),
        ((Phase.CLOSED, 0, 0, [], 0), "Nobody was invited besides the chair and the speakers."),
        ((Phase.PLANNED, 70, 0, [], 0), "The meeting has not been opened yet."),
    ],
)
def test_the_sentence(arguments: tuple[Phase, int, int, list[str], int], said: str) -> None:
    assert sentence(*arguments) == said


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Government agencies", "government agencies"),
        ("UN agencies", "UN agencies"),
        ("EU", "EU"),
        ("eGovernment offices", "eGovernment offices"),
        ("Дипломатические миссии", "дипломатические миссии"),
        ("외교 공관", "외교 공관"),
        ("NGOs", "NGOs"),
        ("A-level schools", "a-level schools"),
        ("", ""),
    ],
)
def test_a_category_within_a_sentence(name: str, within: str) -> None:
    assert in_sentence(name) == within


def test_lists() -> None:
    assert [listed(list("abcd")[:number]) for number in range(5)] == [
        "",
        "a",
        "a and b",
        "a, b, and c",
        "a, b, c, and d",
    ]

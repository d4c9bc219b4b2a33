"""Words of the verbatim are found, on both engines."""

from __future__ import annotations

import pytest
from tests.service.store.test_lines import SLUG, planned, say

from hemicycle.room.erasure import EraseSeat
from hemicycle.room.log import chain
from hemicycle.room.rules import decide, replay
from hemicycle.store import NoSuchMeeting, Store
from hemicycle.store.erasure import begin_erasure, finish_erasure
from hemicycle.store.journal import Journal
from hemicycle.store.lines import revise_line, translate_line
from hemicycle.store.search import MAX_QUERY_CHARS, search_lines
from hemicycle.wire.lines import Writer

__all__ = ["planned"]


@pytest.fixture
def said(planned: Store) -> Store:
    say(planned, "Kazakhstan renounced its nuclear arsenal.", 10)
    say(planned, "Казахстан отказался от ядерного оружия.", 20, language="ru")
    say(planned, "Қазақстан ядролық қарудан бас тартты.", 30, language="kk")
    say(
        planned,
        "카자흐스탄은 핵무기를 포기했습니다.",
        40,
        language="ko",
        translations={"en": "They gave it up."},
    )
    say(planned, "The experience of Kazakhstan is valuable.", 5)
    return planned


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nuclear", [1]),
        ("KAZAKH", [5, 1]),
        ("kazakhstan renounced", [1]),
        ("renounced kazakhstan", [1]),
        ("renounced experience", []),
        ("ядер", [2]),
        ("ЯДРОЛЫҚ", [3]),
        ("핵무기", [4]),
        ("카자흐", [4]),
        ("gave", [4]),
        ("", []),
        ("  ', \" -- * ( ) & | ! : <-> NEAR/2 ", []),
        ("arsenal*", [1]),
        ('"its nuclear', [1]),
        ("words:nuclear", []),
    ],
)
def test_lines_are_found_by_their_words(said: Store, query: str, found: list[int]) -> None:
    assert search_lines(said, SLUG, query) == found


def test_a_correction_is_found_and_what_it_replaced_is_not(said: Store) -> None:
    revise_line(said, SLUG, 1, after=1, text="Kazakhstan gave up its arsenal.", writer=Writer.EDITOR, at=99)
    assert search_lines(said, SLUG, "renounced") == []
    assert search_lines(said, SLUG, "arsenal") == [1]
    translate_line(said, SLUG, 2, 1, {"en": "Kazakhstan refused weapons."})
    assert search_lines(said, SLUG, "weapons") == [2]
    revise_line(said, SLUG, 1, after=2, text="", writer=Writer.EDITOR, at=100)
    assert search_lines(said, SLUG, "arsenal") == []


def test_what_was_erased_is_found_no_more(said: Store) -> None:
    entries = said.entries(SLUG)
    facts = decide(replay(entries), EraseSeat(), "chair")
    assert isinstance(facts, list)
    begin_erasure(said, SLUG, "chair")
    Journal(said).append(SLUG, chain(facts, 7, entries[-1]))
    assert finish_erasure(said, SLUG, "chair").counts["lines"] == 5
    for word in ("nuclear", "ядер", "핵", "gave"):
        assert search_lines(said, SLUG, word) == []


def test_a_question_has_an_end(said: Store) -> None:
    with pytest.raises(ValueError, match="at most"):
        search_lines(said, SLUG, "a" * (MAX_QUERY_CHARS + 1))
    with pytest.raises(NoSuchMeeting):
        search_lines(said, "nothing", "a")

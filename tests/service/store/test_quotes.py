"""Quotes, their answers and the communiqué's versions, on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hemicycle.meeting import Document, Plan, plan
from hemicycle.room.communique import CommuniquePublished
from hemicycle.room.quotes import QuoteAmended, QuoteApproved, QuoteAsked, QuoteMade, QuoteRefused
from hemicycle.room.rules import apply, replay
from hemicycle.room.state import State
from hemicycle.room.subjects import Fact
from hemicycle.store import Store
from hemicycle.store.communiques import communiques_of, save_communique
from hemicycle.store.errors import CommuniqueChanged, NoSuchMeeting
from hemicycle.store.planning import add
from hemicycle.store.quotes import (
    note_mail,
    public_spans,
    quotes_of,
    translate_quote,
    write_answer,
    write_quote,
)
from hemicycle.wire.quotes import QuoteStage

SMALL = Path(__file__).parents[2] / "meetings" / "small.toml"
MADE: Sequence[Fact] = (QuoteMade(1, "ambassador", "chair"), QuoteAsked(1, "chair"))


@pytest.fixture
def meeting(store: Store) -> Store:
    planned = plan(Document("small.toml", SMALL.read_bytes()))
    assert isinstance(planned, Plan)
    add(store, b"secret", planned.meeting, 0)
    return store


def state(store: Store, *facts: Fact) -> State:
    """The meeting's state after those facts."""
    found = replay(store.entries("small"))
    for fact in facts:
        found = apply(found, fact, 1000)
    return found


def written(store: Store, said: str = "Peace is near.") -> int:
    return write_quote(
        store,
        "small",
        seat="ambassador",
        language="ko",
        parts=[{"line": 4, "version": 2, "start": 0, "end": len(said)}],
        spans=[{"since": 1000, "until": 2500}],
        said=said,
    )


def test_a_row_without_its_fact_is_nobodys_quote(meeting: Store) -> None:
    assert [written(meeting), written(meeting, "War is far.")] == [1, 2]
    assert quotes_of(meeting, "small", state(meeting)) == []
    (found,) = quotes_of(meeting, "small", state(meeting, *MADE))
    assert found == {
        "id": 1,
        "seat": "ambassador",
        "language": "ko",
        "parts": [{"line": 4, "version": 2, "start": 0, "end": 14}],
        "spans": [{"since": 1000, "until": 2500}],
        "said": "Peace is near.",
        "text": "Peace is near.",
        "translations": {},
        "stage": QuoteStage.ASKED,
        "overridden": False,
    }


def test_both_wordings_of_an_amended_quote_are_kept(meeting: Store) -> None:
    written(meeting)
    answers = [
        write_answer(meeting, "small", 1, 10, text="Peace may be near."),
        write_answer(meeting, "small", 1, 20, remark="Not now."),
    ]
    assert answers == [1, 2]
    (amended,) = quotes_of(meeting, "small", state(meeting, *MADE, QuoteAmended(1, 1, "ambassador")))
    assert (amended["said"], amended["text"]) == ("Peace is near.", "Peace may be near.")
    assert "remark" not in amended
    (refused,) = quotes_of(meeting, "small", state(meeting, *MADE, QuoteRefused(1, 2, "ambassador")))
    assert (refused["text"], refused.get("remark")) == ("Peace is near.", "Not now.")


def test_translations_and_mail_are_kept(meeting: Store) -> None:
    written(meeting)
    translate_quote(meeting, "small", 1, "en", "Peace is near.")
    translate_quote(meeting, "small", 1, "ru", "Мир близок.")
    translate_quote(meeting, "small", 1, "en", "")
    translate_quote(meeting, "small", 7, "en", "No such quote.")
    note_mail(meeting, "small", 1, None, "refused")
    (found,) = quotes_of(meeting, "small", state(meeting, *MADE))
    assert (found["translations"], found.get("mail_fault"), found.get("mailed_at")) == (
        {"ru": "Мир близок."},
        "refused",
        None,
    )
    note_mail(meeting, "small", 1, 99, None)
    (found,) = quotes_of(meeting, "small", state(meeting, *MADE))
    assert (found.get("mail_fault"), found.get("mailed_at")) == (None, 99)


def test_sound_is_public_only_of_printable_quotes_of_a_published_communique(meeting: Store) -> None:
    written(meeting)
    published = CommuniquePublished("en", 1, "chair")
    approved = QuoteApproved(1, "ambassador")
    assert public_spans(meeting, "small", state(meeting, *MADE, approved)) == []
    save(meeting, 0, "Nothing is quoted.")
    assert public_spans(meeting, "small", state(meeting, *MADE, approved, published)) == []
    save(meeting, 1, "“Peace is near,” he said. [quote 1]")
    published = CommuniquePublished("en", 2, "chair")
    assert public_spans(meeting, "small", state(meeting, *MADE, published)) == []
    spans = public_spans(meeting, "small", state(meeting, *MADE, approved, published))
    assert spans == [("ambassador", 1000, 2500)]


def test_numbers_are_given_once_however_many_write(meeting: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda _: written(meeting), range(12)))
    assert sorted(numbers) == list(range(1, 13))


def save(store: Store, after: int, text: str, language: str = "en") -> int:
    return save_communique(
        store, "small", language, after=after, headline="Webinar", text=text, by="chair", at=after + 1
    )


def test_a_communique_is_kept_in_every_version(meeting: Store) -> None:
    assert [save(meeting, 0, "One."), save(meeting, 1, "Two."), save(meeting, 0, "Один.", "ru")] == [1, 2, 1]
    found = communiques_of(meeting, "small")
    assert [(row.language, row.version, row.text) for row in found] == [
        ("en", 2, "Two."),
        ("en", 1, "One."),
        ("ru", 1, "Один."),
    ]
    assert [row.version for row in communiques_of(meeting, "small", "ru")] == [1]


def test_nobodys_edit_is_written_over(meeting: Store) -> None:
    save(meeting, 0, "One.")
    with pytest.raises(CommuniqueChanged, match="version 1 was saved"):
        save(meeting, 0, "Other.")
    with ThreadPoolExecutor(4) as pool:

        def attempt(number: int) -> bool:
            try:
                save(meeting, 1, f"Edit {number}.")
            except CommuniqueChanged:
                return False
            return True

        assert sum(pool.map(attempt, range(6))) == 1
    assert len(communiques_of(meeting, "small", "en")) == 2


def test_there_is_no_such_meeting(store: Store) -> None:
    with pytest.raises(NoSuchMeeting):
        written(store)
    with pytest.raises(NoSuchMeeting):
        save(store, 0, "One.")

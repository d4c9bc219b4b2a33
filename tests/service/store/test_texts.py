"""What the booths read, on both engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from hemicycle.meeting import Document, Plan, plan
from hemicycle.store import NoSuchMeeting, NoSuchSeat, Store
from hemicycle.store.database import meeting_id_of
from hemicycle.store.planning import add
from hemicycle.store.rows import Person
from hemicycle.store.texts import (
    KEPT_VERSIONS,
    TextVersions,
    erase_speeches,
    glossary_of,
    keep_glossary,
    keep_speech,
    remove_speech,
    speeches_of,
    text_versions,
)
from hemicycle.wire.texts import Glossary, Speech

BOOTHS = Path(__file__).parents[2] / "meetings/booths.toml"


@pytest.fixture
def held(store: Store) -> Store:
    """A store with the meeting that has booths, and another one."""
    made = plan(Document("booths.toml", BOOTHS.read_bytes()))
    assert isinstance(made, Plan)
    add(store, b"a" * 32, made.meeting, 5)
    add(store, b"a" * 32, {**made.meeting, "slug": "other"}, 5)
    return store


def give(store: Store, seat: str, text: str, at: int = 7) -> Speech:
    return keep_speech(
        store,
        "booths",
        seat,
        language="ko",
        name="a.txt",
        text=text,
        embargo=True,
        check=False,
        at=at,
        by=seat,
    )


def test_the_newest_text_of_each_seat_is_read_in_the_order_of_the_seats(held: Store) -> None:
    fellow = give(held, "fellow", "평화")
    give(held, "ambassador", "first")
    ambassador = give(held, "ambassador", "second", 8)
    assert speeches_of(held, "booths") == [ambassador, fellow]
    assert ambassador == Speech(
        seat="ambassador",
        version=2,
        at=8,
        language="ko",
        name="a.txt",
        text="second",
        embargo=True,
        check=False,
    )
    assert text_versions(held, ["booths", "other"]) == {
        "booths": TextVersions({"ambassador": 2, "fellow": 1}, 0),
        "other": TextVersions({}, 0),
    }
    assert list(text_versions(held, ["booths"])["booths"].speeches) == ["ambassador", "fellow"]
    assert speeches_of(held, "other") == []


def test_a_text_that_was_taken_back_is_read_by_nobody_until_another_is_given(held: Store) -> None:
    give(held, "fellow", "one")
    assert remove_speech(held, "booths", "fellow", at=8, by="chair")
    assert speeches_of(held, "booths") == []
    assert text_versions(held, ["booths"])["booths"].speeches == {}
    assert not remove_speech(held, "booths", "fellow", at=9, by="chair")
    assert give(held, "fellow", "one", 10).version == 3
    assert [one.text for one in speeches_of(held, "booths")] == ["one"]


def test_old_versions_are_forgotten_and_a_persons_are_on_demand(held: Store) -> None:
    for number in range(KEPT_VERSIONS + 5):
        give(held, "fellow", f"text {number}")
    give(held, "ambassador", "stays")
    with held.writing() as connection:
        person = Person(meeting_id_of(connection, "booths"), "fellow", "")
        assert erase_speeches(connection, person) == KEPT_VERSIONS
    assert [one.seat for one in speeches_of(held, "booths")] == ["ambassador"]


def test_a_glossary_is_replaced_as_a_whole(held: Store) -> None:
    assert glossary_of(held, "booths") == Glossary(version=0, languages=[], rows=[])
    keep_glossary(held, "booths", ["en", "ru"], [{"en": "seabed", "ru": "дно"}], at=5, by=None)
    second = keep_glossary(held, "booths", ["ko", "en"], [{"ko": "탄두", "en": "warhead"}], at=6, by="korean")
    assert glossary_of(held, "booths") == second
    assert (second.version, list(second.rows[0])) == (2, ["ko", "en"])
    assert text_versions(held, ["booths"]) == {"booths": TextVersions({}, 2)}
    assert glossary_of(held, "other").version == 0


def test_what_is_not_there(held: Store) -> None:
    with pytest.raises(NoSuchSeat):
        give(held, "nobody", "x")
    assert not remove_speech(held, "booths", "nobody", at=1, by=None)
    for ask in (speeches_of, glossary_of):
        with pytest.raises(NoSuchMeeting):
            ask(held, "nowhere")

"""The lines of a meeting, kept on both engines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from tests.service.store.test_store import SECRET, korean_peninsula

from hemicycle.store import LineChanged, NoSuchLine, NoSuchMeeting, Store
from hemicycle.store.lines import add_line, lines_of, revise_line, versions_of
from hemicycle.store.planning import add
from hemicycle.wire.lines import MAX_LINE_CHARS, Line, Writer

SLUG = "korean-peninsula"


def say(store: Store, text: str, since: int, **changes: Any) -> Line:
    fields: dict[str, Any] = {
        "seat": "chair",
        "item": None,
        "since": since,
        "until": since + 900,
        "language": "en",
        "text": text,
        "writer": Writer.MACHINE,
        "at": since + 1000,
        **changes,
    }
    return add_line(store, SLUG, **fields)


@pytest.fixture
def planned(store: Store) -> Store:
    add(store, SECRET, korean_peninsula(), 5)
    return store


def test_a_line_comes_back_as_it_was_said(planned: Store) -> None:
    item = korean_peninsula()["items"][0]["key"]
    said = say(planned, "Құрметті әріптестер!", 50, item=item, language="kk", translations={"en": "Dear all"})
    assert said == {
        "id": 1,
        "version": 1,
        "seat": "chair",
        "item": item,
        "since": 50,
        "until": 950,
        "at": 1050,
        "language": "kk",
        "text": "Құрметті әріптестер!",
        "translations": {"en": "Dear all"},
        "writer": Writer.MACHINE,
    }
    assert lines_of(planned, SLUG) == [said]


def test_lines_stand_in_the_order_in_which_they_were_said(planned: Store) -> None:
    later = say(planned, "second", 2000)
    earlier = say(planned, "first", 1000, seat="academic-1")
    assert [line["id"] for line in (later, earlier)] == [1, 2]
    assert lines_of(planned, SLUG) == [earlier, later]
    assert lines_of(planned, SLUG, after=1) == [earlier]


def test_a_correction_is_the_next_version(planned: Store) -> None:
    first = say(planned, "the correlation peninsula", 0, translations={"ru": "корреляция"})
    revised = revise_line(
        planned,
        SLUG,
        1,
        after=1,
        text="the Korean Peninsula",
        writer=Writer.CAPTIONER,
        at=3000,
        by="academic-1",
    )
    assert revised == {
        "id": 1,
        "version": 2,
        "seat": "chair",
        "since": 0,
        "until": 900,
        "at": 3000,
        "language": "en",
        "text": "the Korean Peninsula",
        "writer": Writer.CAPTIONER,
        "by": "academic-1",
    }
    assert lines_of(planned, SLUG) == [revised]
    both = versions_of(planned, SLUG, 1)
    assert [version["text"] for version in both] == [first["text"], revised["text"]]
    assert both[0].get("translations") == {"ru": "корреляция"}


def test_of_two_who_correct_the_same_version_one_is_told(planned: Store) -> None:
    say(planned, "one", 0)

    def correct(number: int) -> str:
        try:
            revise_line(planned, SLUG, 1, after=1, text=f"by {number}", writer=Writer.EDITOR, at=number)
        except LineChanged:
            return "told"
        return "stored"

    with ThreadPoolExecutor(4) as pool:
        outcomes = sorted(pool.map(correct, range(4)))
    assert outcomes == ["stored", "told", "told", "told"]
    assert len(versions_of(planned, SLUG, 1)) == 2


def test_lines_that_come_at_once_are_counted_up(planned: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        numbers = sorted(pool.map(lambda at: say(planned, "word", at)["id"], range(24)))
    assert numbers == list(range(1, 25))


def test_a_struck_line_keeps_its_number_and_its_versions(planned: Store) -> None:
    say(planned, "thanks for watching", 0)
    struck = revise_line(planned, SLUG, 1, after=1, text="", writer=Writer.EDITOR, at=10)
    assert lines_of(planned, SLUG) == []
    assert lines_of(planned, SLUG, struck=True) == [struck]
    back = revise_line(planned, SLUG, 1, after=2, text="thanks", writer=Writer.EDITOR, at=11)
    assert lines_of(planned, SLUG) == [back]
    assert len(versions_of(planned, SLUG, 1)) == 3


def test_somebody_else_may_have_spoken_in_another_language(planned: Store) -> None:
    say(planned, "annyeong", 0)
    revised = revise_line(
        planned,
        SLUG,
        1,
        after=1,
        text="안녕하십니까",
        seat="academic-1",
        language="ko",
        writer=Writer.EDITOR,
        at=1,
    )
    assert (revised["seat"], revised["language"]) == ("academic-1", "ko")


def test_what_is_no_line_is_not_stored(planned: Store) -> None:
    for fields in ({"text": ""}, {"text": "x" * (MAX_LINE_CHARS + 1)}, {"text": "x", "until": -1}):
        with pytest.raises(ValueError, match="line"):
            say(planned, **{"since": 0, **fields})  # type: ignore[arg-type]
    with pytest.raises(NoSuchLine):
        revise_line(planned, SLUG, 1, after=1, text="x", writer=Writer.EDITOR, at=1)
    with pytest.raises(NoSuchLine):
        versions_of(planned, SLUG, 1)
    assert lines_of(planned, SLUG) == []


def test_there_are_none_where_there_is_no_meeting(store: Store) -> None:
    with pytest.raises(NoSuchMeeting):
        lines_of(store, SLUG)
    with pytest.raises(NoSuchMeeting):
        say(store, "x", 0)

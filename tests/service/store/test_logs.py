"""What is asked of logs without reading them, on both engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from hemicycle.meeting import Document, Plan, plan
from hemicycle.room.erasure import KeepingEnded
from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.room.subjects import Fact
from hemicycle.store import Store
from hemicycle.store.logs import closed_before, lengths
from hemicycle.store.planning import add

SMALL = Path(__file__).parents[2] / "meetings" / "small.toml"
OPEN, CLOSE, END = MeetingOpened("chair"), MeetingClosed("chair"), KeepingEnded(30)
HAPPENED: dict[str, list[tuple[int, Fact]]] = {
    "planned": [],
    "open": [(1_000, OPEN)],
    "closed": [(1_000, OPEN), (2_000, CLOSE)],
    "late": [(1_000, OPEN), (9_000, CLOSE)],
    "again": [(1_000, OPEN), (2_000, CLOSE), (3_000, OPEN)],
    "longer": [(1_000, OPEN), (2_000, CLOSE), (3_000, OPEN), (4_000, CLOSE)],
    "ended": [(1_000, OPEN), (2_000, CLOSE), (3_000, END)],
}


@pytest.fixture
def held(store: Store) -> Store:
    """Meetings that are at different points of their life."""
    for slug, happened in HAPPENED.items():
        programme = SMALL.read_text(encoding="utf-8").replace('"small"', f'"{slug}"', 1)
        planned = plan(Document("small.toml", programme.encode()))
        assert isinstance(planned, Plan)
        add(store, b"0" * 32, planned.meeting, 0)
        for at, fact in happened:
            store.append(slug, chain([fact], at, store.entries(slug)[-1]))
    return store


def test_what_was_closed_and_left_so(held: Store) -> None:
    assert closed_before(held, 4_000) == ["closed", "longer"]
    assert closed_before(held, 9_000) == ["closed", "late", "longer"]
    assert closed_before(held, 1_999) == []


def test_how_long_the_logs_are(held: Store) -> None:
    assert lengths(held, ["planned", "longer", "unknown"]) == {
        slug: len(held.entries(slug)) for slug in ("planned", "longer")
    }
    assert lengths(held, []) == {}

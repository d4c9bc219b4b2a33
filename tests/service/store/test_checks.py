"""What "Can I take part?" found out, kept on both engines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.service.store.test_store import SECRET, korean_peninsula

from hemicycle.store import CheckRow, NoSuchMeeting, Store
from hemicycle.store.checks import KEPT_OF_A_SEAT, KEPT_OF_GUESTS, keep_check, kept_checks
from hemicycle.store.planning import add
from hemicycle.wire.checks import CheckMark, CheckResult, CheckSteps, CheckVerdict

SLUG = "korean-peninsula"
PASSED = dict.fromkeys(CheckSteps.model_fields, CheckMark.PASSED)


def result(**changes: Any) -> CheckResult:
    steps: Mapping[str, CheckMark] = {**PASSED, "camera": CheckMark.SKIPPED}
    fields = {"way": "tcp", "delay": 80, "loss": 0.01, "frame_rate": 25.0, **changes}
    return CheckResult(verdict=CheckVerdict.UNSEEN, steps=CheckSteps(**steps), **fields)


@pytest.fixture
def planned(store: Store) -> Store:
    add(store, SECRET, korean_peninsula(), 5)
    return store


def test_results_come_back_the_newest_first(planned: Store) -> None:
    keep_check(planned, SLUG, "chair", "Firefox 153 on Windows", result(name="ignored"), 10)
    keep_check(planned, SLUG, None, "Chrome 150 on Linux", result(name="Марат", way=None, delay=None), 11)
    assert kept_checks(planned, SLUG) == [
        CheckRow(11, None, "Chrome 150 on Linux", result(name="Марат", way=None, delay=None)),
        CheckRow(10, "chair", "Firefox 153 on Windows", result()),
    ]


def test_only_the_newest_of_a_seat_are_kept(planned: Store) -> None:
    keep_check(planned, SLUG, "academic-1", "x", result(), 1)
    for at in range(2, 10):
        keep_check(planned, SLUG, "chair", "x", result(), at)
    kept = kept_checks(planned, SLUG)
    assert [row.at for row in kept if row.seat == "chair"] == [9, 8, 7, 6, 5][:KEPT_OF_A_SEAT]
    assert [row.at for row in kept if row.seat == "academic-1"] == [1]


def test_strangers_cannot_fill_the_database(planned: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert KEPT_OF_GUESTS <= 1000
    monkeypatch.setattr("hemicycle.store.checks.KEPT_OF_GUESTS", 3)
    keep_check(planned, SLUG, "chair", "x", result(), 1)
    for at in range(2, 8):
        keep_check(planned, SLUG, None, "x", result(), at)
    assert [row.at for row in kept_checks(planned, SLUG)] == [7, 6, 5, 1]


def test_there_are_none_where_there_is_no_meeting(store: Store) -> None:
    with pytest.raises(NoSuchMeeting):
        kept_checks(store, SLUG)
    with pytest.raises(NoSuchMeeting):
        keep_check(store, SLUG, None, "x", result(), 1)

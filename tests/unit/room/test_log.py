"""The chain: it holds as written, and any change to what was written shows."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.room.meetings import PLANNED

from hemicycle.room.facts import FACTS, fact_data, fact_from
from hemicycle.room.floor import FloorGiven
from hemicycle.room.hands import HandRaised
from hemicycle.room.log import GENESIS, Entry, canonical, chain, verify
from hemicycle.room.opening import MeetingOpened
from hemicycle.room.state import PlannedSeat
from hemicycle.room.subjects import Fact
from hemicycle.wire.archive import Readers
from hemicycle.wire.ids import KEY_PATTERN, PICTURES, Role

LOG = chain(
    [PLANNED, MeetingOpened("chair"), HandRaised("france"), FloorGiven("france", "chair")], 1_000, None
)


def test_an_entry_is_hashed_over_canonical_json() -> None:
    assert canonical(2, 5, HandRaised("france"), GENESIS) == (
        b'{"at":5,"data":{"seat":"france"},"prev":"' + b"0" * 64 + b'","seq":2,"type":"hand.raised"}'
    )


def test_the_chain_holds_and_goes_on() -> None:
    longer = [*LOG, *chain([HandRaised("institute")], 2_000, LOG[-1])]
    assert verify(longer) is None
    assert [entry.seq for entry in longer] == [0, 1, 2, 3, 4]


def test_an_empty_log_is_not_broken() -> None:
    assert verify([]) is None


@pytest.mark.parametrize(
    ("broken", "seq", "words"),
    [
        ([*LOG[:2], replace(LOG[2], fact=HandRaised("press")), LOG[3]], 2, "was changed"),
        ([*LOG[:2], replace(LOG[2], at=1_001), LOG[3]], 2, "was changed"),
        ([LOG[0], *LOG[2:]], 1, "is missing"),
        ([LOG[0], LOG[2], LOG[1], LOG[3]], 1, "is missing"),
        ([LOG[0], *chain([HandRaised("press")], 1_000, LOG[0]), *LOG[2:]], 2, "does not follow"),
        (LOG[1:], 0, "is missing"),
    ],
)
def test_a_change_shows_where_it_is(broken: list[Entry], seq: int, words: str) -> None:
    found = verify(broken)
    assert found is not None
    assert (found.seq, words in found.sentence) == (seq, True)


keys = st.from_regex(KEY_PATTERN, fullmatch=True)
languages = st.sampled_from(["en", "kk", "ko", "zh-Hant"])
seats = st.builds(PlannedSeat, role=st.sampled_from(Role), category=st.none() | keys)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "seat": keys,
    "by": keys,
    "item": keys,
    "source": st.sampled_from(PICTURES),
    "seats": st.dictionaries(keys, seats, max_size=3),
    "items": st.lists(keys, max_size=3).map(tuple),
    "command": st.sampled_from(["meeting.add", "seat.erase"]),
    "days": st.integers(1, 10_000),
    "since": st.integers(0, 2**53),
    "to": st.sampled_from(Readers),
    "booth": languages,
    "pivot": st.none() | languages,
    "language": languages,
    "booths": st.lists(languages, max_size=3).map(tuple),
    "interpreters": st.dictionaries(keys, st.lists(languages, max_size=3).map(tuple), max_size=3),
    "languages": st.dictionaries(keys, languages, max_size=3),
    "quote": st.integers(1),
    "answer": st.integers(1),
    "version": st.integers(1),
}
facts: st.SearchStrategy[Fact] = st.one_of(
    *(
        st.builds(kind, **{f.name: FIELDS[f.name] for f in dataclasses.fields(kind)})
        for kind in FACTS.values()
    )
)


@given(facts)
def test_facts_survive_being_stored(fact: Fact) -> None:
    assert fact_from(fact.type, json.loads(json.dumps(fact_data(fact)))) == fact

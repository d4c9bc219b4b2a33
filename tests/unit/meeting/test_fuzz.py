"""Whatever a file holds, planning ends with a meeting that can be held, or with faults of one line
each."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.unit.meeting.files import INVITATIONS, PROGRAMME, planned

from hemicycle.meeting import Faults
from hemicycle.wire.ids import KEY_PATTERN, Role
from hemicycle.wire.meeting import Meeting

MEETING: TypeAdapter[Meeting] = TypeAdapter(Meeting)

MARKS = rb"""
\x00 \xff " ''' \n \r , ; [[ ] = \\u202e \xef\xbb\xbf - [event] [[person]] true 1e999 nan
9999-12-31T23:59:59 {} [] 0 999999999
"""
NASTY = st.sampled_from([mark.decode("unicode_escape").encode("latin-1") for mark in MARKS.split()])


def edited(text: str) -> st.SearchStrategy[bytes]:
    """A file with a few of its bytes cut out or others put in."""
    content = text.encode()

    def edit(edits: list[tuple[int, int, bytes]]) -> bytes:
        found = content
        for at, cut, put in edits:
            found = found[:at] + put + found[at + cut :]
        return found

    one = st.tuples(st.integers(0, len(content)), st.integers(0, 40), NASTY | st.binary(max_size=8))
    return st.lists(one, min_size=1, max_size=6).map(edit)


def check(programme: bytes, invitations: bytes | None) -> None:
    found = planned(programme, invitations)
    if isinstance(found, Faults):
        assert found.faults
        for line in map(str, found.faults):
            assert re.fullmatch(r"(p\.toml|i\.csv)(:\d+)?(, |: ).+; .+", line)
            assert line.isprintable()
        return
    meeting = MEETING.validate_python(found.meeting)
    assert 1 <= len(meeting["seats"]) <= 2000
    assert any(seat["role"] is Role.CHAIR for seat in meeting["seats"].values())
    assert all(re.fullmatch(KEY_PATTERN, key) for key in (meeting["slug"], *meeting["seats"]))
    categories = {category["key"] for category in meeting["categories"]}
    assert {seat["category"] for seat in meeting["seats"].values() if "category" in seat} <= categories
    assert {item["speaker"] for item in meeting["items"] if "speaker" in item} <= set(meeting["seats"])


@given(programme=st.binary(max_size=400), invitations=st.none() | st.binary(max_size=400))
def test_any_bytes(programme: bytes, invitations: bytes | None) -> None:
    check(programme, invitations)


@given(text=st.lists(NASTY, max_size=60).map(b"".join))
def test_any_marks(text: bytes) -> None:
    check(text, text)


@given(programme=edited(PROGRAMME), invitations=edited(INVITATIONS))
def test_edited_files(programme: bytes, invitations: bytes) -> None:
    check(programme, INVITATIONS.encode())
    check(PROGRAMME.encode(), invitations)
    check(programme, invitations)

"""A person is taken out of everything that is kept, and the log still holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.cli.commands import INVITATIONS, PROGRAMME, hemicycle

from hemicycle.recorder.index import FileBegun, FileEnded, IndexFile, read_index
from hemicycle.recorder.places import Places
from hemicycle.room.facts import (
    Fact,
    MeetingClosed,
    MeetingOpened,
    QuoteApproved,
    QuoteAsked,
    QuoteMade,
    SeatEntered,
)
from hemicycle.room.log import chain, verify
from hemicycle.room.rules import replay
from hemicycle.store import Store
from hemicycle.store.lines import add_line, lines_of, versions_of
from hemicycle.wire.ids import Source
from hemicycle.wire.quotes import QuoteStage
from hemicycle.wire.record import Writer

SLUG = "korean-peninsula"
NAME = "Yerzhan Ashikbayev"
WORDS = "We are ready to support the dialogue."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    assert hemicycle("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data).code == 0
    facts: list[Fact] = [
        SeatEntered("deputy-minister"),
        MeetingOpened("chair"),
        QuoteMade(1, "deputy-minister", "chair"),
        QuoteAsked(1, "chair"),
        QuoteApproved(1, "deputy-minister"),
        MeetingClosed("chair"),
    ]
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    store.append(SLUG, chain(facts, 1000, store.entries(SLUG)[-1]))
    for seat, text in (("deputy-minister", WORDS), ("fellow", "As Mr Ashikbayev has said, so it is.")):
        add_line(
            store,
            SLUG,
            seat=seat,
            item=None,
            since=1000,
            until=2000,
            language="en",
            text=text,
            writer=Writer.MACHINE,
            at=3000,
        )
    store.close()
    places = Places(data / "recordings" / SLUG)
    places.tracks.mkdir(parents=True)
    index = IndexFile(places.tracks)
    for seat in ("deputy-minister", "fellow"):
        name = f"{seat}-microphone-1.mkv"
        (places.tracks / name).write_bytes(b"sound of " + seat.encode())
        index.add(
            FileBegun(
                file=name,
                seat=seat,
                source=Source.MICROPHONE,
                opening=1,
                codec="opus",
                clock=seat,
                zero_us=0,
                at=1000,
            )
        )
        index.add(FileEnded(file=name, at=2000, frames=50, reason="closed"))
    index.close()
    places.composed.mkdir()
    places.video.write_bytes(b"both of them")
    return data


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_nothing_of_the_person_is_left(data: Path, tmp_path: Path) -> None:
    assert NAME.encode() in _bytes(data)
    done = hemicycle("erase", SLUG, "--seat", "deputy-minister", "--yes", data=data)
    assert (done.code, done.err) == (0, "")
    assert "1 lines of the verbatim" in done.out
    assert "line 2, version 1" in done.out, "others' words that hold the name are pointed out"
    left = _bytes(data)
    for gone in (NAME.encode(), WORDS.encode(), b"sound of deputy-minister", b"both of them"):
        assert gone not in left
    assert b"sound of fellow" in left
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    entries = store.entries(SLUG)
    assert verify(entries) is None
    assert entries[-1].fact.type == "seat.erased"
    assert replay(entries).quotes[1].stage is QuoteStage.WITHDRAWN
    meeting = store.meeting(SLUG)
    assert meeting is not None
    assert meeting["seats"]["deputy-minister"] == {
        "name": "—",
        "title": "",
        "organisation": "",
        "role": "speaker",
        "language": "en",
        "precedence": 2,
    }
    assert [line["seat"] for line in lines_of(store, SLUG)] == ["fellow"]
    assert [version["text"] for version in versions_of(store, SLUG, 1)] == [""]
    store.close()
    assert list(read_index(data / "recordings" / SLUG / "tracks").tracks) == ["fellow-microphone-1.mkv"]
    bag = tmp_path / "bag"
    assert hemicycle("archive", SLUG, "-o", str(bag), data=data).code == 0
    assert hemicycle("verify", str(bag), data=data).code == 0
    for report in ("json", "md", "html"):
        assert hemicycle("report", SLUG, "--format", report, data=data).code == 0


def test_the_link_opens_nothing_any_more(data: Path) -> None:
    before = hemicycle("links", SLUG, data=data).out
    hemicycle("erase", SLUG, "--seat", "deputy-minister", "--yes", data=data)
    after = hemicycle("links", SLUG, data=data)
    assert after.code == 0
    assert len(after.out.splitlines()) < len(before.splitlines())


def test_an_open_meeting_is_left_alone(data: Path) -> None:
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    store.append(SLUG, chain([MeetingOpened("chair")], 5000, store.entries(SLUG)[-1]))
    store.close()
    done = hemicycle("erase", SLUG, "--seat", "deputy-minister", "--yes", data=data)
    assert (done.code, done.err) == (2, "korean-peninsula is open; close the meeting first\n")


def test_an_unknown_seat_is_said_to_be_none(data: Path) -> None:
    done = hemicycle("erase", SLUG, "--seat", "nobody", "--yes", data=data)
    assert done.code == 2
    assert 'has no seat "nobody"' in done.err

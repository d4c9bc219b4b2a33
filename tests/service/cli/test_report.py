"""`hemicycle report`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.world.command import INVITATIONS, PROGRAMME, hemicycle

from hemicycle.room.doors import SeatEntered
from hemicycle.room.floor import FloorGiven
from hemicycle.room.log import chain
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.subjects import Fact
from hemicycle.store import Store

START = 1606294800000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A meeting that seventy came to, and in which the three speakers had the floor for ten minutes
    each."""
    data = tmp_path / "data"
    assert hemicycle("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data).code == 0
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    planned = store.entries("korean-peninsula")
    meeting = store.meeting("korean-peninsula")
    assert meeting is not None
    happened: list[tuple[int, Fact]] = [(0, SeatEntered(key)) for key in meeting["seats"]]
    happened += [(60, MeetingOpened("chair"))]
    for number, item in enumerate(meeting["items"][:3]):
        happened.append((60 + 600 * number, ItemBegun(item["key"], "chair")))
        happened.append((60 + 600 * number, FloorGiven(item["speaker"], "chair")))
    happened.append((1860, MeetingClosed("chair")))
    entries = list(planned)
    for after, fact in happened:
        entries += chain([fact], START + after * 1000, entries[-1])
    store.append("korean-peninsula", entries[len(planned) :])
    store.close()
    return data


def test_json(data: Path) -> None:
    outcome = hemicycle("report", "korean-peninsula", "--format", "json", data=data)
    assert (outcome.code, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert list(found) == [
        "meeting",
        "opened",
        "closed",
        "attendance",
        "floor",
        "booths",
        "off_record",
        "facts",
        "head",
    ]
    assert (found["opened"], found["closed"]) == ("2020-11-25T09:01:00.000Z", "2020-11-25T09:31:00.000Z")
    assert found["attendance"]["sentence"] == (
        "Approximately 70 representatives of foreign diplomatic missions, scientific and academic circles, "
        "and government agencies attended the meeting."
    )
    assert [row["attended"] for row in found["attendance"]["by_category"].values()] == [45, 15, 10]
    # The first keeps the floor while the second and the third have it too.
    assert [(time["name"], time["item"], time["seconds"]) for time in found["floor"]] == [
        ("Ku Hong-seok", "opening", 600),
        ("Ku Hong-seok", "readiness", 600),
        ("Yerzhan Ashikbayev", "readiness", 600),
        ("Ku Hong-seok", "experience", 600),
        ("Yerzhan Ashikbayev", "experience", 600),
        ("Cheon Myeong Guk", "experience", 600),
    ]
    assert found["facts"] == 85
    listed = hemicycle("meeting", "show", "korean-peninsula", data=data).out
    assert "Phase:      closed at 2020-11-25 15:31 (Asia/Almaty)" in listed.splitlines()


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        ((), "# The security situation"),
        (("--format", "md"), "# The security situation"),
        (("--format", "html"), "<!doctype html>"),
        (("-o", "x.html"), "<!doctype html>"),
        (("-o", "x.JSON"), "{"),
        (("-o", "x.txt"), "# The security situation"),
        (("-o", "x.html", "--format", "md"), "# The security situation"),
    ],
)
def test_formats_and_files(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], begins: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = hemicycle("report", "korean-peninsula", *arguments, data=data)
    assert (outcome.code, outcome.err) == (0, "")
    written = [path for path in tmp_path.iterdir() if path.is_file()]
    assert len(written) == (1 if "-o" in arguments else 0)
    text = written[0].read_text() if written else outcome.out
    assert text.startswith(begins)
    assert "Ku Hong-seok" in text
    assert outcome.out == ("" if written else text)


def test_a_file_that_cannot_be_written(data: Path, tmp_path: Path) -> None:
    outcome = hemicycle("report", "korean-peninsula", "-o", tmp_path / "no" / "x.md", data=data)
    assert outcome.code == 2
    assert (
        outcome.err == f"{tmp_path}/no/x.md: can't be written: no such file or directory; give another path\n"
    )


def test_a_log_that_was_changed_gives_no_report(data: Path, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{data}/hemicycle.db")
    with engine.begin() as connection:
        connection.execute(text("UPDATE facts SET at = at + 1 WHERE seq = 10"))
    engine.dispose()
    outcome = hemicycle("report", "korean-peninsula", "-o", tmp_path / "x.md", data=data)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        "The log of korean-peninsula is broken: fact 10 (seat.entered) was changed after it was written. "
        "No report was written.\n"
    )
    assert not (tmp_path / "x.md").exists()

"""A data directory, a database and a bag of an older version open, replay, verify and archive."""

from __future__ import annotations

import json
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.world import postgresql
from tests.world.command import hemicycle

from hemicycle.archive import verify_archive
from hemicycle.room.log import verify
from hemicycle.room.rules import replay
from hemicycle.room.subject import Signals
from hemicycle.room.view import permitted, view
from hemicycle.store import Store
from hemicycle.wire.ids import Audience, Phase

KEPT = sorted(Path(__file__).parent.glob("*.tar.xz"))
MEETINGS = ("korean-peninsula", "booths", "small")


@pytest.fixture(scope="module", params=KEPT, ids=lambda path: path.name)
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    with tarfile.open(request.param) as file:
        file.extractall(folder, filter="data")
    return folder / "kept"


@pytest.fixture(scope="module")
def expected(kept: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((kept / "expected.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def restored(kept: Path) -> Iterator[str]:
    """The URL of a PostgreSQL database that was loaded from the dump."""
    with postgresql.server() as server:
        postgresql.execute(server, "CREATE DATABASE hemicycle_kept")
        url = postgresql.renamed(server, "hemicycle_kept")
        plain = url.replace("postgresql+psycopg://", "postgresql://")
        load = ["psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", str(kept / "postgresql.sql"), plain]
        subprocess.run(load, check=True, capture_output=True)
        yield plain


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, kept: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        url = f"sqlite:///{kept}/data/hemicycle.db"
    else:
        url = request.getfixturevalue("restored")
    opened = Store.open(url)
    yield opened
    opened.close()


@pytest.mark.parametrize("slug", MEETINGS)
def test_its_logs_verify_and_replay_to_the_same_views(
    store: Store, expected: dict[str, Any], slug: str
) -> None:
    entries = store.entries(slug)
    assert verify(entries) is None
    assert (len(entries), entries[-1].hash) == (expected[slug]["length"], expected[slug]["last"])
    state = replay(entries)
    seen = {audience: view(state, audience, Signals()) for audience in Audience}
    assert json.loads(json.dumps(seen)) == expected[slug]["views"]
    assert sorted([seat, source] for seat, source in permitted(state)) == expected[slug]["permitted"]


def test_its_open_meeting_is_found_open(store: Store) -> None:
    phases = {row.slug: replay(store.entries(row.slug)).phase for row in store.meetings()}
    assert [slug for slug, phase in phases.items() if phase is Phase.OPEN] == ["small"]


def test_its_report_and_its_verbatim_say_the_same(kept: Path, expected: dict[str, Any]) -> None:
    for slug in ("korean-peninsula", "booths"):
        report = hemicycle("report", slug, "--format", "json", data=kept / "data")
        assert json.loads(report.out) == expected[slug]["report"]
    verbatim = hemicycle("verbatim", "korean-peninsula", data=kept / "data")
    assert verbatim.out == expected["korean-peninsula"]["verbatim"]


def test_its_links_are_printed_as_they_were_sent(kept: Path) -> None:
    sent = hemicycle("links", "korean-peninsula", "--format", "csv", data=kept / "data")
    assert sent.code == 0
    assert len(set(sent.out.splitlines())) > 70


def test_its_bag_verifies(kept: Path) -> None:
    assert not verify_archive(kept / "bag").findings
    assert hemicycle("verify", str(kept / "bag"), data=kept / "unused").code == 0


def test_it_is_archived_anew(kept: Path, tmp_path: Path) -> None:
    done = hemicycle("archive", "korean-peninsula", "-o", str(tmp_path / "bag"), data=kept / "data")
    assert (done.code, done.err) == (0, "")
    old = {path.relative_to(kept / "bag") for path in (kept / "bag/data/recording/tracks").rglob("*.mkv")}
    assert old
    for path in old:
        assert (tmp_path / "bag" / path).read_bytes() == (kept / "bag" / path).read_bytes()
    assert not verify_archive(tmp_path / "bag").findings


def test_its_video_is_composed_anew(kept: Path, tmp_path: Path) -> None:
    done = hemicycle("recording", "korean-peninsula", "-o", str(tmp_path / "recording"), data=kept / "data")
    assert done.code == 0, done.err
    assert (tmp_path / "recording/video.mp4").stat().st_size > 100_000

"""`hemicycle recording`: what was recorded, to take away."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.known.recorded import OPENED, log_facts, meeting, minute, prepared
from tests.world.command import hemicycle
from tests.world.programmes import SMALL
from tests.world.recordings import packets, probe
from tests.world.site import store_with

from hemicycle.recording.paths import RecordingPaths
from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.room.record import RecordStopped
from hemicycle.room.subjects import Fact
from hemicycle.store.lines import add_line
from hemicycle.wire.lines import Writer


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a meeting that was recorded and closed, and whose server was stopped
    then."""
    folder = tmp_path_factory.mktemp("data")
    script = minute()
    store, _, door = prepared(folder, script, meeting())
    door.until(61_000)
    door.close()
    log_facts(store, "recorded", script.facts)
    for seat, language, text, since in (
        ("ambassador", "ko", "물은 국경을 모릅니다.", 4_000),
        ("fellow", "en", "A <river> & a border.", 34_000),
    ):
        add_line(
            store,
            "recorded",
            seat=seat,
            item=None,
            since=OPENED + since,
            until=OPENED + since + 2_000,
            language=language,
            text=text,
            writer=Writer.MACHINE,
            at=OPENED + since + 2_000,
        )
    store.close()
    return folder


def test_everything_is_made_and_written(data: Path, tmp_path: Path) -> None:
    listed = hemicycle("recording", "recorded", "--list", data=data)
    assert listed.code == 0
    assert "ambassador_camera" in listed.out
    assert "video.mp4" not in listed.out
    assert "The video is not ready" in listed.err

    target = tmp_path / "taken"
    done = hemicycle("recording", "recorded", "-o", str(target), data=data)
    assert (done.code, done.err) == (0, "")
    names = {path.name for path in target.iterdir()}
    assert names == {
        "video.mp4",
        "sound-original.m4a",
        "sound-en.m4a",
        "sound-ru.m4a",
        "captions-ko.vtt",
        "captions-en.vtt",
        "tracks",
    }
    assert float(probe(target / "video.mp4")["format"]["duration"]) == pytest.approx(51.2)
    captions = (target / "captions-en.vtt").read_text()
    assert captions.startswith("WEBVTT")
    # 34 s after the opening is 25.2 s into the video: between them lies what was off the record.
    assert "00:00:25.167 --> 00:00:27.167" in captions
    assert "<v Cheon Myeong Guk>A &lt;river&gt; &amp; a border." in captions
    there = {
        path.name: path.read_bytes()
        for path in RecordingPaths(data / "recordings" / "recorded").tracks.iterdir()
    }
    assert {path.name: path.read_bytes() for path in (target / "tracks").iterdir()} == there
    assert all(packets(path) for path in (target / "tracks").glob("*.mkv"))

    listed = hemicycle("recording", "recorded", "--list", data=data)
    assert "video.mp4" in listed.out
    assert listed.err == ""


def test_a_meeting_of_which_nothing_was_recorded_is_said(data: Path) -> None:
    unknown = hemicycle("recording", "recordet", data=data)
    assert unknown.code == 2
    assert "did you mean" in unknown.err


def test_a_place_that_cannot_be_written_to_is_said(data: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    done = hemicycle("recording", "recorded", "-o", str(tmp_path / "taken"), data=data)
    assert done.code == 2
    assert "give another directory with -o" in done.err


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ([], "was not opened yet"),
        ([MeetingOpened("chair"), MeetingClosed("chair")], "nobody sent any, or the server was started with"),
        ([RecordStopped("chair"), MeetingOpened("chair"), MeetingClosed("chair")], "off the record all the"),
    ],
)
def test_where_there_is_no_sound_and_no_picture_it_says_why(
    tmp_path: Path, facts: list[Fact], says: str
) -> None:
    store = store_with(SMALL, tmp_path)
    for at, fact in enumerate(facts, 1):
        store.append("small", chain([fact], OPENED + at * 1000, store.entries("small")[-1]))
    if facts:
        add_line(
            store,
            "small",
            seat="chair",
            item=None,
            since=OPENED + 1_000,
            until=OPENED + 2_000,
            language="en",
            text="Good morning.",
            writer=Writer.CAPTIONER,
            at=OPENED + 2_000,
        )
    store.close()
    for arguments in ([], ["--list"]):
        done = hemicycle("recording", "small", *arguments, data=tmp_path)
        assert done.code == 2
        assert says in done.err
        assert ("hemicycle verbatim small" in done.err) is bool(facts)

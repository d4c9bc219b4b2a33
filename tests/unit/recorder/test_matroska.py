"""A track is read back as it was written, also while it is being written."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from hemicycle.media.wire.codecs import FRAME_SAMPLES, OpusEncoder
from hemicycle.recorder.capture.reorder_buffer import EncodedFrame
from hemicycle.recorder.capture.track_file import Format, TrackFile
from hemicycle.recording.matroska import Block, TrackReader
from hemicycle.wire.ids import Source

SOUND = Format(Source.MICROPHONE, "opus")


def spoken(count: int) -> list[EncodedFrame]:
    opus = OpusEncoder()
    rng = np.random.default_rng(1)
    return [
        EncodedFrame(
            5_000_000 + number * 20_000,
            opus.encode(rng.integers(-9_000, 9_000, FRAME_SAMPLES).astype(np.int16)),
            True,
        )
        for number in range(count)
    ]


@pytest.fixture
def read_file() -> Iterator[Callable[[Path], TrackReader]]:
    """Opens tracks to read, which are closed at the end."""
    with contextlib.ExitStack() as stack:

        def read_file(path: Path) -> TrackReader:
            return stack.enter_context(contextlib.closing(TrackReader(path)))

        yield read_file


def rest_of(reader: TrackReader) -> list[Block]:
    found: list[Block] = []
    while (cluster := reader.cluster()) is not None:
        found += cluster
    return found


def test_what_is_read_is_what_ffmpeg_reads(tmp_path: Path, read_file: Callable[[Path], TrackReader]) -> None:
    frames = spoken(200)
    file = TrackFile(tmp_path / "a.mkv", SOUND, frames[0])
    for frame in frames:
        file.write(frame)
    file.close()
    reader = read_file(tmp_path / "a.mkv")
    read = rest_of(reader)
    assert reader.delay_us == 6500
    assert [block.payload for block in read] == [frame.payload for frame in frames]
    assert [block.ms for block in read] == [number * 20 + 7 for number in range(200)]
    with av.open(str(tmp_path / "a.mkv"), "r") as container:
        theirs = [bytes(packet) for packet in container.demux(container.streams.audio[0]) if packet.size]
    assert theirs == [block.payload for block in read]


def test_a_file_is_read_on_while_it_grows(tmp_path: Path, read_file: Callable[[Path], TrackReader]) -> None:
    frames = spoken(200)
    file = TrackFile(tmp_path / "a.mkv", SOUND, frames[0])
    reader = read_file(tmp_path / "a.mkv")
    read: list[Block] = []
    for number, frame in enumerate(frames):
        file.write(frame)
        read += rest_of(reader)
        # What is not on disk yet is less than two clusters' worth.
        assert number - len(read) < 55
    file.close()
    read += rest_of(reader)
    assert [block.payload for block in read] == [frame.payload for frame in frames]


def test_a_file_that_was_cut_anywhere_gives_what_is_whole(
    tmp_path: Path, read_file: Callable[[Path], TrackReader]
) -> None:
    frames = spoken(100)
    file = TrackFile(tmp_path / "a.mkv", SOUND, frames[0])
    for frame in frames:
        file.write(frame)
    file.abandon()
    data = (tmp_path / "a.mkv").read_bytes()
    for size in range(0, len(data), 97):
        (tmp_path / "cut.mkv").write_bytes(data[:size])
        read = rest_of(read_file(tmp_path / "cut.mkv"))
        assert [block.payload for block in read] == [frame.payload for frame in frames[: len(read)]]
    assert len(read) >= 50


def test_skipping_goes_to_the_last_cluster_that_begins_before_a_time(
    tmp_path: Path, read_file: Callable[[Path], TrackReader]
) -> None:
    frames = spoken(300)
    file = TrackFile(tmp_path / "a.mkv", SOUND, frames[0])
    for frame in frames:
        file.write(frame)
    file.close()
    reader = read_file(tmp_path / "a.mkv")
    reader.skip_to(4_000)
    read = rest_of(reader)
    assert 3_000 <= read[0].ms < 4_000
    assert read[-1].ms == 299 * 20 + 7

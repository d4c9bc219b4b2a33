"""What passed in the room is in files, untouched; what must not be kept is not there."""

from __future__ import annotations

import contextlib
import resource
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from tests.world.media import CAMERA, MICROPHONE, NOTHING, Hosted, Tone, speaking
from tests.world.recordings import loudness_at, now, packets, permit, probe, recording, sound_of, until

from hemicycle.media.wire.codecs import H264Encoder
from hemicycle.recorder.capture.reorder_buffer import EncodedFrame
from hemicycle.recorder.capture.track_file import Format
from hemicycle.recorder.capture.writer import LOW_BYTES, Stream, Writer
from hemicycle.recorder.sources import PictureSource
from hemicycle.recording.index import read_index


async def test_what_was_sent_is_in_the_files_byte_for_byte(hosted: Hosted, tmp_path: Path) -> None:
    tone = Tone()
    permit(hosted, "ambassador")
    async with recording(hosted, tmp_path / "tracks") as made:
        began = now()
        async with hosted.client("ambassador") as client, speaking(client, tone) as sending:
            hosted.room.set_sending("ambassador", sending)
            await until(lambda: len(tone.shown) > 48 and len(tone.spoken) > 150)
        hosted.room.set_sending("ambassador", NOTHING)
        await until(lambda: all(track.end for track in made.index().tracks.values()))
    (sound,), (picture,) = made.tracks(MICROPHONE), made.tracks(CAMERA)
    for track, sent in ((sound, tone.spoken), (picture, tone.shown)):
        path = made.directory / track.begun.file
        kept = packets(path)
        assert track.end is not None
        assert len(kept) == track.end.frames
        assert track.end.reason == "ended"
        at = dict(sent)
        first = at[track.begun.zero_us]
        # H.264 in Matroska has lengths where Annex B has start codes; the sizes of the frames stay.
        if track is sound:
            assert [payload for _, payload in kept] == [p for t, p in sent if t >= track.begun.zero_us][
                : len(kept)
            ]
            assert kept[0][1] == first
        assert began <= track.zero_at_us / 1000 <= now()
        shown = probe(path)["streams"][0]
        assert shown["codec_name"] == ("opus" if track is sound else "h264")
        assert track.end.frames > 40
    # Both of them go by the same clock, so that they stay together as they were captured.
    assert sound.begun.clock == picture.begun.clock
    assert sound.behind_us == picture.behind_us


async def test_off_the_record_not_one_byte_is_kept(hosted: Hosted, tmp_path: Path) -> None:
    tone = Tone(hertz=440)
    permit(hosted, "ambassador")
    async with (
        recording(hosted, tmp_path / "tracks") as made,
        hosted.client("ambassador") as client,
        speaking(client, tone) as sending,
    ):
        hosted.room.set_sending("ambassador", sending)
        await until(lambda: made.tracks(MICROPHONE) and made.tracks(CAMERA))
        await until(lambda: len(tone.spoken) > 120)
        made.stop()
        stopped = now()
        tone.hertz, tone.colour = 1500, (30, 200, 30)
        await until(lambda: all(track.end for track in made.index().tracks.values()))
        sizes = {path: path.stat().st_size for path in made.directory.iterdir()}
        said = len(tone.spoken)
        await until(lambda: len(tone.spoken) > said + 150)
        assert {path: path.stat().st_size for path in made.directory.iterdir()} == sizes
        tone.hertz, tone.colour = 440, (200, 30, 30)
        resumed = now()
        made.resume()
        await until(lambda: len(made.tracks(MICROPHONE)) == 2 and len(made.tracks(CAMERA)) == 2)
        said = len(tone.spoken)
        await until(lambda: len(tone.spoken) > said + 100)
    for track in made.index().tracks.values():
        times = [track.zero_at_us / 1000 + at * 1000 for at, _ in packets(made.directory / track.begun.file)]
        assert times
        assert not [at for at in times if stopped <= at <= resumed]
    heard = [sound_of(made.directory / track.begun.file) for track in made.tracks(MICROPHONE)]
    for samples in heard:
        assert np.max(loudness_at(samples, 440)) > 0.3, "the search finds a tone where there is one"
        assert np.max(loudness_at(samples, 1500)) < 0.01


async def test_a_speaker_who_comes_back_is_in_a_file_of_its_own_at_its_own_time(
    hosted: Hosted, tmp_path: Path
) -> None:
    permit(hosted, "ambassador")
    async with recording(hosted, tmp_path / "tracks") as made:

        async def live(lives: int) -> None:
            tone = Tone()
            async with hosted.client("ambassador") as client, speaking(client, tone) as sending:
                hosted.room.set_sending("ambassador", sending)
                await until(lambda: len(made.tracks(MICROPHONE)) == lives)
                await until(lambda: len(tone.spoken) > 60)
            hosted.room.set_sending("ambassador", NOTHING)
            await until(lambda: all(track.end for track in made.index().tracks.values()))

        await live(1)
        await live(2)
    first, second = made.tracks(MICROPHONE)
    assert first.begun.clock != second.begun.clock
    assert first.end is not None
    assert first.end.at <= second.zero_at_us / 1000


async def test_another_size_in_the_middle_begins_another_file(hosted: Hosted, tmp_path: Path) -> None:
    tone = Tone(size=(640, 360))
    permit(hosted, "ambassador")
    async with (
        recording(hosted, tmp_path / "tracks") as made,
        hosted.client("ambassador") as client,
        speaking(client, tone) as sending,
    ):
        hosted.room.set_sending("ambassador", sending)
        await until(lambda: len(tone.shown) > 20)
        tone.size = (320, 180)
        await until(lambda: len(made.tracks(CAMERA)) == 2)
        said = len(tone.shown)
        await until(lambda: len(tone.shown) > said + 20)
    large, small = made.tracks(CAMERA)
    assert large.end is not None
    assert large.end.reason == "changed"
    widths = [probe(made.directory / each.begun.file)["streams"][0]["width"] for each in (large, small)]
    assert widths == [640, 320]
    # The sound did not notice.
    assert len(made.tracks(MICROPHONE)) == 1


async def test_a_disk_that_takes_nothing_is_said_and_recording_goes_on_when_it_does(
    hosted: Hosted, tmp_path: Path
) -> None:
    tone = Tone()
    permit(hosted, "ambassador")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    free = LOW_BYTES // 2

    def writer(directory: Path, troubled: object) -> Writer:
        return Writer(directory, troubled, free=lambda _path: free, look_every=0.2)  # type: ignore[arg-type]

    async with (
        recording(hosted, tmp_path / "tracks", writer=writer) as made,
        hosted.client("ambassador") as client,
        speaking(client, tone) as sending,
    ):
        with contextlib.ExitStack() as limited:
            # What a full disk does, the limit on a file's size does too: a write is refused.
            resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, hard))
            limited.callback(resource.setrlimit, resource.RLIMIT_FSIZE, (soft, hard))
            hosted.room.set_sending("ambassador", sending)
            await until(lambda: "disk_full" in made.troubles)
            failed = [track for track in made.index().tracks.values() if track.end]
            assert failed
            assert failed[0].end is not None
            assert failed[0].end.reason == "trouble"
        free = 2 * LOW_BYTES
        await until(lambda: made.troubles[-1] is None)
        written = len(tone.spoken)
        await until(lambda: len(tone.spoken) > written + 50)
    tracks = made.tracks(MICROPHONE)
    assert len(tracks) >= 2
    # What was written before can be read, and what came after is there.
    assert all(packets(made.directory / track.begun.file) for track in tracks[-1:])
    assert tracks[-1].end is not None
    assert tracks[-1].end.frames > 40


def test_a_kill_loses_at_most_two_seconds(tmp_path: Path) -> None:
    directory = tmp_path / "tracks"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.service.recorder.killed", str(directory)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    ) as server:
        assert server.stdout is not None
        first = 0
        for line in server.stdout:
            first = first or int(line)
            if first and int(line) - first > 5_000_000:
                break
        server.kill()
        # What it had still printed was sent; only then is it dead.
        last = max(int(line) for line in [*server.stdout.read().splitlines(), line] if line.strip())
    index = read_index(directory)
    assert {track.begun.source for track in index.tracks.values()} == {MICROPHONE, CAMERA}
    for track in index.tracks.values():
        assert track.end is None
        kept = packets(directory / track.begun.file)
        lost = (last - track.begun.zero_us) / 1_000_000 - kept[-1][0]
        print(f"{track.begun.source}: {lost:.2f} s lost")
        assert lost <= 2.0
        assert len(kept) > 40


async def test_a_server_that_comes_back_goes_on_in_the_same_directory(hosted: Hosted, tmp_path: Path) -> None:
    permit(hosted, "ambassador")
    tone = Tone()
    async with hosted.client("ambassador") as client, speaking(client, tone) as sending:
        hosted.room.set_sending("ambassador", sending)
        async with recording(hosted, tmp_path / "tracks") as made:
            await until(lambda: len(made.tracks(MICROPHONE)) == 1)
            await until(lambda: len(tone.spoken) > 60)
        # The last server was killed while it wrote a line of the index.
        with (tmp_path / "tracks" / "index.jsonl").open("ab") as index:
            index.write(b'{"kind":"file","file":"amb')
        async with recording(hosted, tmp_path / "tracks", now_us=lambda: now() * 1000 + 5_000_000) as made:
            await until(lambda: len(made.tracks(MICROPHONE)) == 2)
            said = len(tone.spoken)
            await until(lambda: len(tone.spoken) > said + 60)
    first, second = made.tracks(MICROPHONE)
    assert first.end is not None
    assert first.end.reason == "stopped"
    assert second.end is not None
    assert second.end.frames > 40
    assert len({path.name for path in made.directory.glob("*_microphone_*.mkv")}) == 2


def vp8(count: int) -> list[EncodedFrame]:
    """Pictures in VP8, every sixteenth a key frame."""
    context = av.CodecContext.create("libvpx", "w")
    context.width, context.height, context.pix_fmt = 320, 180, "yuv420p"
    context.time_base = Fraction(1, 16)
    context.gop_size = 16
    context.options = {"deadline": "realtime", "lag-in-frames": "0"}
    packets = []
    for number in range(count):
        picture = np.full((180, 320, 3), (30, 30, 20 + number), np.uint8)
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")
        frame.pts = number
        packets += context.encode(frame)
    packets += context.encode(None)
    return [
        EncodedFrame(1_000_000 * number // 16, bytes(packet), packet.is_keyframe)
        for number, packet in enumerate(packets)
    ]


def test_a_publisher_that_changes_its_codec_has_a_file_in_each(tmp_path: Path) -> None:
    """The server takes a stream in another format as another opening."""
    encoder = H264Encoder(320, 180, 16, 200_000)
    grey = np.full((180, 320, 3), 90, np.uint8)
    encoded = [encoder.encode(grey, keyframe=number % 16 == 0) for number in range(48)]
    h264 = [EncodedFrame(1_000_000 * n // 16, each.payload, each.keyframe) for n, each in enumerate(encoded)]
    writer = Writer(tmp_path, lambda _trouble: None)
    writer.start()
    sent = {"avc1.42c01f": h264, "vp8": vp8(48), "x-unknown": h264}
    for opening, (codec, frames) in enumerate(sent.items()):
        stream = Stream(
            f"a_camera_{opening}", "a", opening, Format(CAMERA, codec, width=320, height=180), "1"
        )
        for frame in frames:
            writer.frame(stream, frame, 0)
        writer.end(stream, "ended", gone=True)
    writer.stop()
    tracks = list(read_index(tmp_path).tracks.values())
    assert [track.begun.codec for track in tracks] == ["avc1.42c01f", "vp8"]
    for track, name in zip(tracks, ("h264", "vp8"), strict=True):
        found = probe(tmp_path / track.begun.file, "-count_frames")["streams"][0]
        assert (found["codec_name"], found["nb_read_frames"]) == (name, "48")
        with contextlib.closing(PictureSource(tmp_path / track.begun.file, track, 0)) as source:
            picture = source.picture(3_000_000)
        assert picture is not None
        assert (picture.width, picture.height) == (320, 180)

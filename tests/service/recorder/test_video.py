"""The one video: what is in it, when, in which language, and what is not."""

from __future__ import annotations

import json
import resource
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from bench.known import recorded
from bench.known.recorded import OPENED, Loop, Script, Sender, Sending, log_facts, minute, prepared
from numpy.typing import NDArray
from tests.world.recordings import loudness_at, probe

from hemicycle.recorder.compose.composer import Composer
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.status import Status
from hemicycle.room.floor import FloorGiven
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.store import Store
from hemicycle.store.lines import add_line, lines_of
from hemicycle.wire.lines import Writer

AMBASSADOR, FELLOW, ENGLISH, RUSSIAN = 500.0, 800.0, 1200.0, 1700.0
CARD_AT, AFTER_AT, ENDS_AT = 20.267, 23.467, 51.2


@dataclass(slots=True)
class Composed:
    """A minute's meeting, recorded and composed."""

    paths: RecordingPaths
    store: Store
    statuses: list[Status]


def composer(paths: RecordingPaths, store: Store, now: int) -> Composer:
    """The composer at a time in ms from the opening."""
    planned = recorded.meeting()
    slug = planned["slug"]
    return Composer(
        paths,
        planned,
        lambda since: store.entries(slug, since),
        lambda: lines_of(store, slug),
        clock=lambda: OPENED + now,
    )


def spoken(store: Store, since: int, until: int, seat: str, language: str, text: str) -> None:
    """A line, in ms from the opening."""
    add_line(
        store,
        "recorded",
        seat=seat,
        item="opening",
        since=OPENED + since,
        until=OPENED + until,
        language=language,
        text=text,
        writer=Writer.MACHINE,
        at=OPENED + until,
    )


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Composed]:
    """The meeting of `minute`, composed while it goes on, and its close."""
    script = minute()
    store, paths, door = prepared(tmp_path_factory.mktemp("video"), script, recorded.meeting())
    statuses: list[Status] = []
    going = composer(paths, store, 0)
    for now in (15_000, 30_000, 50_000, 70_000):
        _until(store, script, now)
        door.until(now)
        if now == 30_000:
            spoken(store, 4_000, 7_000, "ambassador", "ko", "물은 국경을 모릅니다.")
            spoken(store, 34_000, 36_500, "fellow", "en", "Thank you, Ambassador.")
        if now == 70_000:
            door.close()
        going._clock = lambda now=now: OPENED + now  # type: ignore[misc]
        statuses += going.steps()
    going.close()
    yield Composed(paths, store, statuses)
    store.close()


def _until(store: Store, script: Script, now: int) -> None:
    """Let the facts before a time happen."""
    known = len(store.entries("recorded")) - len(recorded_facts)
    log_facts(store, "recorded", [(at, fact) for at, fact in script.facts[known:] if at < now])


recorded_facts = (0, 1, 2)
"""What a log has before anything happens: what was planned."""


def sound(path: Path, stream: int = 0) -> NDArray[np.float32]:
    """The samples of one of a file's sounds."""
    with av.open(str(path)) as container:
        pieces = [
            frame.to_ndarray().reshape(-1) for frame in container.decode(container.streams.audio[stream])
        ]
    return np.concatenate(pieces)


def heard(samples: NDArray[np.float32], hertz: float, since: float, until: float) -> float:
    """How strong a tone is on the whole between two times, in seconds."""
    piece = samples[round(since * 48_000) : round(until * 48_000)]
    return float(np.median(loudness_at(piece, hertz)))


def test_the_video_has_every_sound_by_its_language_and_every_chapter(composed: Composed) -> None:
    found = probe(composed.paths.video, "-show_chapters")
    video, *others = found["streams"]
    assert (video["codec_name"], video["width"], video["height"]) == ("h264", 1280, 720)
    assert int(video["nb_frames"]) == round(ENDS_AT * 15)
    sounds = [each for each in others if each["codec_type"] == "audio"]
    assert [(each["codec_name"], each["tags"]["language"]) for each in sounds] == [
        ("aac", "mul"),
        ("aac", "eng"),
        ("aac", "rus"),
    ]
    assert {each["nb_frames"] for each in sounds} == {str(round(ENDS_AT * 48_000 / 1024))}
    assert {float(each["duration"]) for each in [video, *sounds]} == {ENDS_AT}
    texts = [each["tags"]["language"] for each in others if each["codec_type"] == "subtitle"]
    assert texts == ["kor", "eng"]
    marks = [(round(float(mark["start_time"]), 1), mark["tags"]["title"]) for mark in found["chapters"]]
    statement = "Су және дала: мемлекетаралық келісім"
    assert marks == [
        (0.0, "Opening words"),
        (3.0, "Opening words: 구홍석"),
        (20.0, "Off the record"),
        (23.5, f"{statement}: Cheon Myeong Guk"),
        (49.2, statement),
    ]
    assert json.loads(composed.paths.timeline.read_text())[1]["card"] is True


def test_every_sound_is_what_its_listeners_heard(composed: Composed) -> None:
    original, english, russian = (sound(composed.paths.video, place) for place in range(3))
    late = AFTER_AT + 2, AFTER_AT + 10
    last = AFTER_AT + 14, AFTER_AT + 24
    assert heard(original, AMBASSADOR, 4, 19) > 0.1
    assert heard(original, ENGLISH, 4, 19) < 0.005
    assert heard(english, ENGLISH, 4, 19) > 0.1
    assert heard(english, AMBASSADOR, 4, 19) < 0.005
    assert heard(russian, RUSSIAN, 4, 19) > 0.1
    # English is spoken: the English booth's listeners get the original, whatever the booth says.
    assert heard(english, FELLOW, *late) > 0.1
    # The Russian booth is empty from the 45th second on: the original comes back.
    assert heard(russian, FELLOW, *late) < 0.005
    assert heard(russian, FELLOW, *last) > 0.1
    for channel, samples in zip(("original", "en", "ru"), (original, english, russian), strict=True):
        alone = sound(composed.paths.sound(channel))
        assert len(alone) == len(samples)
        assert np.allclose(alone, samples, atol=1e-4)


def test_of_what_was_off_the_record_there_is_only_the_card(composed: Composed) -> None:
    for place in range(3):
        silent = sound(composed.paths.video, place)[
            round((CARD_AT + 0.05) * 48_000) : round((AFTER_AT - 0.05) * 48_000)
        ]
        assert np.max(np.abs(silent)) < 0.001


def test_segments_join_without_a_click(composed: Composed) -> None:
    """At each joint the tone goes on: its sample-to-sample steps stay those of the tone."""
    samples = sound(composed.paths.video)
    joint = round(8.0 * 48_000)
    around = np.abs(np.diff(samples[joint - 4800 : joint + 4800]))
    at_joint = np.max(around[4700:4900])
    assert at_joint < 1.2 * np.max(np.concatenate([around[:4600], around[5000:]]))


def test_lips_and_words_are_together(composed: Composed) -> None:
    """A flash and a louder tone left the ambassador at the same moment; so they do in the video."""
    samples = sound(composed.paths.video)[: 19 * 48_000]
    window = 240
    loud = (
        np.sqrt(np.mean(samples[: len(samples) // window * window].reshape(-1, window) ** 2, axis=1)) > 0.25
    )
    beeps = [at * window / 48_000 for at in np.flatnonzero(np.diff(loud.astype(int)) == 1) + 1]
    with av.open(str(composed.paths.video)) as container:
        lights = [
            (frame.time, float(frame.to_ndarray(format="gray")[100:300, 300:900].mean()))
            for frame in container.decode(video=0)
            if frame.time is not None and frame.time < 19
        ]
    flashes = [at for (_, before), (at, light) in pairwise(lights) if light > 180 > before]
    assert len(flashes) >= 7
    apart = [min((flash - beep for beep in beeps), key=abs) for flash in flashes]
    print(f"picture after sound: {1000 * min(apart):.0f} to {1000 * max(apart):.0f} ms")
    assert max(map(abs, apart)) < 0.04


def test_a_worker_that_was_killed_goes_on_with_what_it_had(composed: Composed) -> None:
    before = {path: path.stat().st_mtime_ns for path in composed.paths.segments.iterdir()}
    video = probe(composed.paths.video)["streams"][0]["nb_frames"]
    composed.paths.video.unlink()
    again = composer(composed.paths, composed.store, 90_000)
    assert [status.state for status in again.steps()][-1] == "ready"
    again.close()
    assert {path: path.stat().st_mtime_ns for path in composed.paths.segments.iterdir()} == before
    assert probe(composed.paths.video)["streams"][0]["nb_frames"] == video


def test_a_meeting_that_is_opened_again_gets_a_longer_video(tmp_path: Path) -> None:
    script = Script(
        facts=[
            (0, MeetingOpened("chair")),
            (0, FloorGiven("ambassador", "chair")),
            (9_000, MeetingClosed("chair")),
        ]
    )
    store, paths, door = prepared(tmp_path, script, recorded.meeting())
    door.close()
    log_facts(store, "recorded", script.facts)
    made = composer(paths, store, 20_000)
    assert [status.state for status in made.steps()][-1] == "ready"
    first = float(probe(paths.video)["format"]["duration"])
    log_facts(store, "recorded", [(60_000, MeetingOpened("chair")), (70_000, MeetingClosed("chair"))])
    made._clock = lambda: OPENED + 80_000
    assert [status.state for status in made.steps()][-1] == "ready"
    made.close()
    assert float(probe(paths.video)["format"]["duration"]) == pytest.approx(first + 10, abs=0.6)
    store.close()


@pytest.mark.timeout(150)
def test_a_disk_that_is_full_leaves_no_half_video_and_a_camera_may_change_its_size(tmp_path: Path) -> None:
    wide, tall = (200, 40, 40), (40, 40, 200)
    script = Script(
        facts=[
            (0, MeetingOpened("chair")),
            (0, FloorGiven("ambassador", "chair")),
            (20_000, MeetingClosed("chair")),
        ],
        sendings=[
            Sending(Loop(Sender("ambassador", AMBASSADOR, wide, (640, 360))), 0, 9_000),
            # The same seat comes back: another page's clock, another camera.
            Sending(
                Loop(Sender("ambassador", AMBASSADOR, tall, (240, 320))), 10_000, 20_000, reversed_clock=5
            ),
        ],
    )
    store, paths, door = prepared(tmp_path, script, recorded.meeting())
    door.until(20_000)
    door.close()
    log_facts(store, "recorded", script.facts)

    def make() -> None:
        made = composer(paths, store, 40_000)
        try:
            assert [status.state for status in made.steps()][-1] == "ready"
        finally:
            made.close()

    make()
    video = probe(paths.video)["streams"][0]
    whole = paths.video.stat().st_size
    segment = max(path.stat().st_size for path in paths.segments.iterdir())
    with av.open(str(paths.video)) as container:
        pictures = {round(frame.time or 0, 2): frame for frame in container.decode(video=0)}
    for at, colour, column in ((5.0, wide, 400), (15.0, tall, 640)):
        shown = pictures[at].to_ndarray(format="rgb24")[80:90, column]
        assert np.abs(shown.mean(axis=0) - colour).max() < 30, (at, shown.mean(axis=0))

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for limit in (whole - 1, segment + (whole - segment) // 2, segment // 2):
        shutil.rmtree(paths.composed)
        if limit < segment:
            shutil.rmtree(paths.segments)
        try:
            # What a full disk does, the limit on a file's size does too: a write is refused.
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
            with pytest.raises(OSError):  # noqa: PT011
                make()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert not paths.video.exists(), limit
        make()
        assert probe(paths.video)["streams"][0]["nb_frames"] == video["nb_frames"]
    store.close()

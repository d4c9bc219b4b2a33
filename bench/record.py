"""An hour's meeting at the recorder's door, faster than it takes: when the video is ready, and what
it costs.

    python -m bench.record [--minutes 60] [--booths 2]

Two speakers in turn with their cameras (1280x720), an agenda item each five minutes, two booths, a
minute off the record, a line of captions with its translation every five seconds. The composer is
asked to go on after every eight seconds of the meeting, as it does beside a server, and its
processor time is what the meeting would have cost it. Prints that as a share of one core, the
seconds from the close to the whole video, and how far lips and words are apart in it; then how long
the communiqué's draft, the archive and its verification take.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TypeVar

import av
import numpy as np
from bench.known.recorded import (
    OPENED,
    Loop,
    Script,
    Sender,
    Sending,
    log_facts,
    meeting,
    prepared,
    write_line,
)
from tests.unit.report.korean_peninsula import played as korean_peninsula

from hemicycle.archive import contents, make_archive, signing_key_in, verify_archive
from hemicycle.recorder.aac import FRAME_SAMPLES, WARM_UP_FRAMES, encode_sound
from hemicycle.recorder.compose.assembly import Assembly
from hemicycle.recorder.compose.composer import WORDS_WAIT_MS, Composer
from hemicycle.recorder.compose.h264 import VideoEncoder
from hemicycle.recorder.compose.scene import HEIGHT, WIDTH
from hemicycle.recording.contents import Chapter, Subtitle
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.segments import EncodedSegment
from hemicycle.recording.timeline import SEGMENT_STEPS, STEP_FRAMES, STEP_SOUND_FRAMES
from hemicycle.report.communique import LANGUAGES, draft
from hemicycle.room.booths import BoothTaken
from hemicycle.room.floor import FloorGiven, FloorTaken
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.record import RecordResumed, RecordStopped
from hemicycle.room.stage import PictureShown
from hemicycle.store import Store
from hemicycle.store.lines import lines_of
from hemicycle.wire.ids import Source
from hemicycle.wire.meeting import Meeting

Frame = TypeVar("Frame", av.AudioFrame, av.VideoFrame)

TURN = 300_000
"""How long each has the floor, in ms."""

STEP = 8_000

LINE_EVERY, LINE_WORDS = 5_000, 14


def script(minutes: int, booths: int) -> Script:
    """The meeting's facts, and what is sent."""
    ends = minutes * 60_000
    loops = {
        "ambassador": Loop(Sender("ambassador", 500, (120, 60, 60), (1280, 720))),
        "fellow": Loop(Sender("fellow", 800, (50, 110, 70), (1280, 720))),
    }
    made = Script(facts=[(0, MeetingOpened("chair"))])
    stop, resume = ends // 2, ends // 2 + 60_000
    for turn, since in enumerate(range(0, ends, TURN)):
        until = min(since + TURN, ends)
        who = ("ambassador", "fellow")[turn % 2]
        item = ("opening", "statement")[turn % 2]
        made.facts += [
            (since, ItemBegun(item, "chair")),
            (since, FloorGiven(who, "chair")),
            (since, PictureShown(who, Source.CAMERA, "chair")),
            (until, FloorTaken(who, "chair")),
        ]
        pieces = [(since, until)]
        if since <= stop < until:
            pieces = [(since, stop), (min(resume, until), until)]
        elif stop < since < resume:
            pieces = [(min(resume, until), until)]
        made.sendings += [Sending(loops[who], *piece) for piece in pieces if piece[0] < piece[1]]
    for booth, seat, hertz in (("en", "english", 1200), ("ru", "russian", 1700))[:booths]:
        made.facts.append((0, BoothTaken(booth, seat)))
        voice = Loop(Sender(seat, hertz))
        made.sendings.append(Sending(voice, 0, stop, (Source.MICROPHONE,)))
        made.sendings.append(Sending(voice, resume, ends, (Source.MICROPHONE,)))
    made.facts += [(stop, RecordStopped("chair")), (resume, RecordResumed("chair"))]
    made.facts.append((ends, MeetingClosed("chair")))
    made.facts.sort(key=lambda pair: pair[0])
    return made


def say(store: Store, played: Script, minutes: int) -> None:
    """Write down what is said: shuffled words, so that no line is another's twin, in two
    languages."""
    chance = random.Random(1)
    pool = " ".join(line["text"] for line in korean_peninsula()[2]).split()
    floor = [(at, fact.seat) for at, fact in played.facts if isinstance(fact, FloorGiven)]
    items = [(at, fact.item) for at, fact in played.facts if isinstance(fact, ItemBegun)]
    silent = [at for at, fact in played.facts if isinstance(fact, RecordStopped | RecordResumed)]
    for since in range(0, minutes * 60_000 - LINE_EVERY, LINE_EVERY):
        if silent[0] <= since < silent[1]:
            continue
        text, translated = (" ".join(chance.sample(pool, LINE_WORDS)).capitalize() + "." for _ in range(2))
        write_line(
            store,
            next(seat for at, seat in reversed(floor) if at <= since),
            since,
            LINE_EVERY - 500,
            text,
            item=next(item for at, item in reversed(items) if at <= since),
            language="ko",
            translations={"en": translated},
        )


def hold(folder: Path, minutes: int, booths: int) -> None:
    """Hold the meeting, and print what it took."""
    planned = meeting()
    slug = planned["slug"]
    played = script(minutes, booths)
    store, places, door = prepared(folder, played, planned)
    say(store, played, minutes)
    now = 0
    composer = Composer(
        places,
        planned,
        lambda since: store.entries(slug, since),
        lambda: lines_of(store, slug),
        clock=lambda: OPENED + now,
    )
    ends = minutes * 60_000
    facts = iter(played.facts)
    waiting = next(facts, None)
    spent = writing = 0.0
    for now in range(STEP, ends, STEP):
        fresh = []
        while waiting is not None and waiting[0] <= now:
            fresh.append(waiting)
            waiting = next(facts, None)
        log_facts(store, slug, fresh)
        began = time.process_time()
        door.until(now)
        writing += time.process_time() - began
        began = time.process_time()
        for _ in composer.steps():
            pass
        spent += time.process_time() - began
        if now // 1000 % 600 < STEP // 1000:
            print(f"  {now // 60_000} min, {spent:.0f} s of a core", flush=True)
    door.until(ends)
    door.close()
    log_facts(store, slug, [waiting, *facts] if waiting is not None else [])
    now = ends + 100
    began = time.perf_counter()
    for _ in composer.steps():
        pass
    segments = time.perf_counter() - began
    # The last words are waited for; what is composed meanwhile takes no longer.
    now = ends + WORDS_WAIT_MS + 1
    began = time.perf_counter()
    for _ in composer.steps():
        pass
    ready = max(segments, WORDS_WAIT_MS / 1000) + time.perf_counter() - began
    composer.close()
    assert composer.is_done
    size = places.video.stat().st_size / 1e6
    print(f"a meeting of {minutes} min, {booths} booths: video of {size:.0f} MB")
    waited = WORDS_WAIT_MS // 1000
    print(f"  ready after the close   {ready:6.2f} s, of which {waited} s wait for the last words")
    print(f"  composing               {100 * spent / (minutes * 60):6.1f} % of a core")
    print(f"  writing the tracks      {100 * writing / (minutes * 60):6.1f} % of a core")
    apart = lip_sync(places)
    least, most = 1000 * min(apart), 1000 * max(apart)
    print(f"  picture after sound     {least:.0f} to {most:.0f} ms ({len(apart)} flashes)")
    keep(folder, store, planned, places)
    store.close()


def keep(folder: Path, store: Store, planned: Meeting, places: RecordingPaths) -> None:
    """Draft the communiqué, make the archive and verify it."""
    slug, at = planned["slug"], OPENED + 86_400_000
    entries, lines = store.entries(slug), lines_of(store, slug)
    for language in LANGUAGES:
        began = time.perf_counter()
        draft(planned, entries, lines, [], language, at)
        print(f"  communiqué's draft, {language}  {time.perf_counter() - began:6.2f} s ({len(lines)} lines)")
    bag = folder / "bag"
    began = time.perf_counter()
    made = make_archive(
        bag,
        contents(store, slug, places.directory, at),
        signing_key_in(folder),
        title=planned["title"],
        organiser=planned["organiser"],
        now=at,
    )
    print(f"  archived                {time.perf_counter() - began:6.2f} s ({made.size / 1e6:.0f} MB)")
    began = time.perf_counter()
    verified = verify_archive(bag)
    print(f"  verified                {time.perf_counter() - began:6.2f} s ({verified.files} files)")
    assert not verified.findings, verified.findings


def file_of_an_hour(folder: Path) -> None:
    """What is left to do at the close of an hour: a file of 450 segments with five sounds, and its
    end."""
    rng = np.random.default_rng(0)
    encoder = VideoEncoder()
    made = EncodedSegment()
    picture = np.full((HEIGHT * 3 // 2, WIDTH), 100, np.uint8)
    for number in range(SEGMENT_STEPS * STEP_FRAMES):
        picture[200:300, 5 * number : 5 * number + 200] = rng.integers(0, 255, (100, 200))
        made.pictures += encoder.encode(picture)
    made.pictures += encoder.encode(None)
    frames = SEGMENT_STEPS * STEP_SOUND_FRAMES
    noise = (rng.standard_normal((frames + WARM_UP_FRAMES + 2) * FRAME_SAMPLES) * 0.1).astype(np.float32)
    made.sounds = {channel: encode_sound(noise, frames) for channel in ("original", "en", "kk", "ko", "ru")}
    assembly = Assembly(folder, list(made.sounds), None, ["en"], "An hour")
    began = time.perf_counter()
    for _ in range(450):
        assembly.add(made)
    joining = time.perf_counter() - began
    began = time.perf_counter()
    chapters = [Chapter(minute * 60_000, f"Chapter {minute}") for minute in range(60)]
    words = [Subtitle(at * 4_000, at * 4_000 + 3_500, "Words that were said. " * 3) for at in range(900)]
    assembly.finish(chapters, [words])
    ending = time.perf_counter() - began
    size = (folder / "video.mp4").stat().st_size / 1e6
    print(f"a file of an hour, five sounds: {size:.0f} MB")
    print(f"  its end at the close    {ending:6.2f} s")
    print(f"  anew, after a kill      {joining:6.2f} s more")


def lip_sync(places: RecordingPaths, seconds: float = 240.0) -> list[float]:
    """How long after each beep of the video its flash comes, in seconds; negative: before it."""
    with av.open(str(places.video), "r") as container:
        samples = np.concatenate(
            [
                frame.to_ndarray().reshape(-1)
                for frame in _until(container.decode(container.streams.audio[0]), seconds)
            ]
        )
    window = 240
    loud = (
        np.sqrt(np.mean(samples[: len(samples) // window * window].reshape(-1, window) ** 2, axis=1)) > 0.25
    )
    beeps = [float(at) * window / 48_000 for at in np.flatnonzero(np.diff(loud.astype(int)) == 1) + 1]
    with av.open(str(places.video), "r") as container:
        lights = [
            (float(frame.time or 0), float(frame.to_ndarray(format="gray")[100:200, 300:900].mean()))
            for frame in _until(container.decode(container.streams.video[0]), seconds)
        ]
    flashes = [at for (_, before), (at, light) in pairwise(lights) if light > 180 > before]
    return [min((flash - beep for beep in beeps), key=abs) for flash in flashes]


def _until(frames: Iterator[Frame], seconds: float) -> Iterator[Frame]:
    return takewhile(lambda frame: frame.time is not None and frame.time < seconds, frames)


def main() -> None:
    """Run it."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--booths", type=int, default=2, choices=(0, 1, 2))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        hold(Path(folder), asked.minutes, asked.booths)
    with tempfile.TemporaryDirectory(prefix="hemicycle-bench-") as folder:
        file_of_an_hour(Path(folder))


if __name__ == "__main__":
    main()

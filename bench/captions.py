"""How soon what was said is written: `python -m bench.captions MODEL [--speakers 2] [--minutes 1]`.

espeak-ng's voices speak in real time into the listening process, as the server feeds it. It prints
the delay of each final line after the last sound of its sentence (the pause that ends it included),
the delay of the first draft after the first sound, the word error rate, and what the process costs.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import time
from dataclasses import dataclass, field
from pathlib import Path

import jiwer
import numpy as np

from hemicycle.captions.pipe import English, Words
from hemicycle.captions.recognizer import Recognizer
from hemicycle.captions.utterances import PAUSE_MS
from hemicycle.client.speech import Samples, Voice, synthesise
from hemicycle.media.wire.codecs import FRAME_SAMPLES, SAMPLE_RATE, OpusEncoder

SENTENCES = (
    "Good afternoon, distinguished colleagues.",
    "The situation on the Korean Peninsula remains one of the most important questions for the region.",
    "Kazakhstan has closed its nuclear test site and given up nuclear weapons.",
    "We are ready to share our experience with every country that wishes to follow this way.",
    "The university teaches history and international law.",
    "Thank you for your attention.",
)
PAUSE_SECONDS = 1.5
LOUD = 300
VOICES = (Voice("m3"), Voice("f2", 140), Voice("m1", 160), Voice("f3", 150))


@dataclass
class Spoken:
    """A sentence as it was spoken: its first and last sound, in ms by this machine's clock."""

    text: str
    began: int
    ended: int


@dataclass
class Speaker:
    """What one voice said, and what was written of it."""

    spoken: list[Spoken] = field(default_factory=list)
    finals: list[tuple[Words, int]] = field(default_factory=list)
    drafts: dict[int, tuple[Words, int]] = field(default_factory=dict)

    def heard(self, words: Words | English) -> None:
        """What came of the track, and when."""
        if isinstance(words, English):
            return
        if words.final:
            self.finals.append((words, now()))
        else:
            self.drafts.setdefault(words.utterance, (words, now()))


def now() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


async def speak(recognizer: Recognizer, speaker: Speaker, voice: Voice, until: float, late: float) -> None:
    """Say the sentences again and again, in real time."""
    sounds = [(text, synthesise(text, "en", voice)) for text in SENTENCES]
    silence = np.zeros(int(PAUSE_SECONDS * SAMPLE_RATE), np.int16)
    track, encoder = recognizer.open("en", speaker.heard), OpusEncoder()
    await asyncio.sleep(late)
    at, number = time.monotonic(), 0
    while time.monotonic() < until:
        text, sound = sounds[number % len(sounds)]
        number += 1
        loud = np.flatnonzero(np.abs(sound) > LOUD)
        began = now()
        speaker.spoken.append(
            Spoken(
                text,
                began + int(loud[0]) * 1000 // SAMPLE_RATE,
                began + int(loud[-1]) * 1000 // SAMPLE_RATE,
            )
        )
        samples: Samples = np.concatenate([sound, silence])
        for place in range(0, samples.size - FRAME_SAMPLES + 1, FRAME_SAMPLES):
            packet = encoder.encode(samples[place : place + FRAME_SAMPLES])
            recognizer.hear(track, packet, int(at * 1e6), now())
            at += 0.02
            await asyncio.sleep(max(0.0, at - time.monotonic()))
    recognizer.close(track)


def cpu_seconds(pid: int) -> float:
    """What a process has used of processors so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    """How much memory a process holds, in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def percentile(values: list[int], share: float) -> str:
    """As a column of the table, in ms."""
    return f"{float(np.percentile(values, share)):6.0f}" if values else "     —"


def plain(text: str) -> str:
    """Without what cannot be heard: capitals and signs."""
    return " ".join(re.findall(r"[\w']+", text.lower()))


def report(speakers: list[Speaker], seconds: float, cpu: float, memory: float, behind: int) -> None:
    """Print what was measured."""
    finals: list[int] = []
    drafts: list[int] = []
    for speaker in speakers:
        for words, at in speaker.finals:
            nearest = min(speaker.spoken, key=lambda spoken: abs(spoken.ended - words.until))
            finals.append(at - nearest.ended)
        for words, at in speaker.drafts.values():
            drafts.append(at - words.since)
    print(f"{'':34} {'median':>6} {'95 %':>6} {'most':>6}  ms")
    for name, values in (
        (f"final line after the last sound, {len(finals)} lines", finals),
        ("  of it after the pause was over", [value - PAUSE_MS for value in finals]),
        ("first draft after the first sound", drafts),
    ):
        print(f"{name:34} {percentile(values, 50)} {percentile(values, 95)} {percentile(values, 100)}")
    said = [" ".join(spoken.text for spoken in speaker.spoken) for speaker in speakers]
    written = [" ".join(words.text for words, _ in speaker.finals) for speaker in speakers]
    errors = jiwer.wer([plain(text) for text in said], [plain(text) for text in written])
    print(f"word error rate {errors:.3f}; {cpu / seconds:.2f} cores; {memory:.0f} MB; behind by {behind} ms")


async def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--speakers", type=int, default=1, choices=range(1, len(VOICES) + 1))
    parser.add_argument("--minutes", type=float, default=1.0)
    options = parser.parse_args()
    speakers = [Speaker() for _ in range(options.speakers)]
    behind = 0
    async with Recognizer(options.model) as recognizer:

        def look() -> None:
            nonlocal behind
            behind = max(behind, recognizer.behind_ms)

        recognizer.changed.append(look)
        assert recognizer._process is not None
        pid, began = recognizer._process.pid, time.monotonic()
        before, until = cpu_seconds(pid), began + options.minutes * 60
        await asyncio.gather(
            *(
                speak(recognizer, speaker, voice, until, 1.7 * number)
                for number, (speaker, voice) in enumerate(zip(speakers, VOICES, strict=False))
            )
        )
        seconds, cpu, memory = time.monotonic() - began, cpu_seconds(pid) - before, resident_mb(pid)
        # The last lines are still on their way.
        await asyncio.sleep(5)
    print(f"{options.model}, {options.speakers} at once, {seconds:.0f} s, {os.cpu_count()} cores")
    report(speakers, seconds, cpu, memory, behind)


if __name__ == "__main__":
    asyncio.run(main())

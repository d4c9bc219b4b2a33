"""The process that listens: `python -m hemicycle.captions.worker MODEL`, started and fed by the server.

It runs beside the server and at a lower priority, so that sound and picture never wait for words. Sound
that is to become words comes in by standard input, words go out by standard output; it ends when the
server does.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from typing import BinaryIO

from hemicycle.captions.engine import EngineUnavailable
from hemicycle.captions.pipe import Heard, Kind, Ready, Told, Unavailable, encode_heard, read
from hemicycle.captions.scribe import Scribe
from hemicycle.captions.voice import VoiceDetector
from hemicycle.captions.whisper import Whisper

NICENESS = 10

LOOK_EVERY = 0.1
"""Seconds between two looks for microphones that have fallen silent."""


def main() -> None:
    """Listen until standard input ends."""
    # Ctrl-C goes to the whole group; the server ends this process by closing its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    out = sys.stdout.buffer
    # What a library may print would be taken for words.
    sys.stdout = sys.stderr
    try:
        engine = Whisper(sys.argv[1], len(os.sched_getaffinity(0)))
    except EngineUnavailable as error:
        _say(out, Unavailable(str(error)))
        return
    _say(out, Ready(sorted(engine.languages), engine.translates))
    scribe = Scribe(engine, VoiceDetector, lambda heard: _say(out, heard))
    told: queue.SimpleQueue[Told | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(sys.stdin.buffer, told), daemon=True).start()
    threading.Thread(target=_hear, args=(scribe, told), daemon=True).start()
    scribe.run()


def _say(out: BinaryIO, heard: Heard) -> None:
    # Called by one thread at a time: by `main` before the scribe runs, then by the scribe.
    try:
        out.write(encode_heard(heard))
        out.flush()
    except BrokenPipeError:
        os._exit(0)


def _read(pipe: BinaryIO, told: queue.SimpleQueue[Told | None]) -> None:
    while message := read(pipe):
        told.put(message)
    told.put(None)


def _hear(scribe: Scribe, told: queue.SimpleQueue[Told | None]) -> None:
    while True:
        try:
            message = told.get(timeout=LOOK_EVERY)
        except queue.Empty:
            scribe.look()
            continue
        if message is None:
            scribe.end()
            return
        match message.kind:
            case Kind.OPEN:
                scribe.open(message.track, message.data.decode())
            case Kind.SOUND:
                scribe.hear(message.track, message.data, message.timestamp_us, message.at)
            case Kind.CLOSE:
                scribe.close(message.track)


if __name__ == "__main__":
    main()

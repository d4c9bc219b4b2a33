"""The worker process of speech recognition: `python -m hemicycle.captions.worker MODEL`.

It runs beside the server at a lower priority, so that sound and picture never wait for words.
Inputs (`pipe.Input`) come by standard input, outputs (`pipe.Output`) go by standard output; it ends
when its input does.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from typing import BinaryIO

from hemicycle.captions.engine import EngineUnavailable
from hemicycle.captions.pipe import Input, InputKind, Output, Ready, Unavailable, encode_output, read_input
from hemicycle.captions.transcriber import Transcriber
from hemicycle.captions.voice import VoiceDetector
from hemicycle.captions.whisper import Whisper

NICENESS = 10

LOOK_EVERY_S = 0.1
"""Between two looks for microphones that have fallen silent."""


def main() -> None:
    """Recognise speech until standard input ends."""
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
    transcriber = Transcriber(engine, VoiceDetector, lambda heard: _say(out, heard))
    told: queue.SimpleQueue[Input | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(sys.stdin.buffer, told), daemon=True).start()
    threading.Thread(target=_hear, args=(transcriber, told), daemon=True).start()
    transcriber.run()


def _say(out: BinaryIO, heard: Output) -> None:
    # Called by one thread at a time: by `main` before the transcriber runs, then by the
    # transcriber.
    try:
        out.write(encode_output(heard))
        out.flush()
    except BrokenPipeError:
        os._exit(0)


def _read(pipe: BinaryIO, told: queue.SimpleQueue[Input | None]) -> None:
    while message := read_input(pipe):
        told.put(message)
    told.put(None)


def _hear(transcriber: Transcriber, told: queue.SimpleQueue[Input | None]) -> None:
    while True:
        try:
            message = told.get(timeout=LOOK_EVERY_S)
        except queue.Empty:
            transcriber.look()
            continue
        if message is None:
            transcriber.end()
            return
        match message.kind:
            case InputKind.OPEN:
                transcriber.open(message.track, message.data.decode())
            case InputKind.SOUND:
                transcriber.hear(message.track, message.data, message.timestamp_us, message.at)
            case InputKind.CLOSE:
                transcriber.close(message.track)


if __name__ == "__main__":
    main()

"""The composer as a process: `python -m hemicycle.recorder.compose`, started by
`recorder.supervisor`.

The first line on standard input is a JSON object with `directory`, `database`, `slug` and `parent`,
the process that started it; each further line says that there may be something to compose. Each
line on standard output is a `recording.status.Status` as JSON.

A composer never outlives its parent, be it at work or waiting for the lock: the next server's own
goes on where it was. The end of the input says that the parent is gone; on Linux the kernel ends
the composer at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
import threading
from pathlib import Path

from hemicycle.recorder.compose.composer import composer_of
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.status import Status, status_data, write_status
from hemicycle.store import Store

POLL_S = 1.0
"""How often it is looked for something to compose when nothing was said."""

PR_SET_PDEATHSIG = 1
"""From `linux/prctl.h`: which signal a process gets when its parent ends."""


class ParentGone(Exception):
    """The process that started the composer has ended."""


def _end_with(parent: int) -> None:
    """Have the kernel end this process when its parent ends, however that comes about.

    Raises:
        ParentGone: it has ended already.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    # It may have ended before the kernel was asked.
    if os.getppid() != parent:
        raise ParentGone


MEMORY_BYTES = 3 * 1024**3
"""The most memory of its own that composing may take; it needs a tenth of it. A decoder that wants
more, for a picture that claims to be huge, fails, and that track is left out."""


def _limit_memory() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _work(
    paths: RecordingPaths, store: Store, slug: str, gone: threading.Event, poked: threading.Event
) -> None:
    def look() -> None:
        if gone.is_set():
            raise ParentGone

    with paths.composing_lock(waiting=look):
        composer = composer_of(paths, store, slug)
        try:
            while True:
                for status in composer.steps():
                    write_status(paths, status)
                    _say(status)
                    look()
                if composer.is_done:
                    return
                look()
                poked.wait(POLL_S)
                poked.clear()
        except OSError as error:
            status = Status("failed", 0, 0, str(error))
            with contextlib.suppress(OSError):
                write_status(paths, status)
            _say(status)
            raise
        finally:
            composer.close()


def _say(status: Status) -> None:
    # Nobody listens any more where the server was killed.
    with contextlib.suppress(BrokenPipeError):
        print(json.dumps(status_data(status)), flush=True)


def main() -> None:
    """Compose until the meeting is closed and its video is made, or the parent is gone."""
    _limit_memory()
    with contextlib.suppress(ParentGone):
        _compose()


def _compose() -> None:
    told = json.loads(sys.stdin.readline() or "null")
    if told is None:
        return
    _end_with(told["parent"])
    gone, poked = threading.Event(), threading.Event()

    def listen() -> None:
        for _ in sys.stdin:
            poked.set()
        gone.set()
        poked.set()

    threading.Thread(target=listen, daemon=True).start()
    store = Store.open(told["database"])
    try:
        _work(RecordingPaths(Path(told["directory"])), store, told["slug"], gone, poked)
    finally:
        store.close()


if __name__ == "__main__":
    main()

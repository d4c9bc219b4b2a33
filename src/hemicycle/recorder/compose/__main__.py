"""The composer as a process: `python -m hemicycle.recorder.compose`, started by
`recorder.supervisor`.

The first line on standard input is a JSON object with `directory`, `database` and `slug`; each
further line says that there may be something to compose, and the end of the input that the server
is gone. Each line on standard output is a `recording.status.Status` as JSON.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from pathlib import Path

from hemicycle.recorder.compose.composer import composer_of
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.status import Status, status_data, write_status
from hemicycle.store import Store

POLL_S = 1.0
"""How often it is looked for something to compose when nothing was said."""


def _work(
    paths: RecordingPaths, store: Store, slug: str, gone: threading.Event, poked: threading.Event
) -> None:
    with paths.composing_lock():
        composer = composer_of(paths, store, slug)
        try:
            while True:
                before = gone.is_set()
                status: Status | None = None
                for status in composer.steps():
                    write_status(paths, status)
                    _say(status)
                if before or composer.is_done or (status is None and gone.is_set()):
                    return
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
    """Compose until the meeting is closed and its video is made, or the server is gone."""
    told = json.loads(sys.stdin.readline())
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

"""A loudspeaker that is a program: Firefox plays nothing, and lets no time pass, where there is
none."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 20
STOP_SECONDS = 10


@contextmanager
def loudspeaker(folder: Path) -> Iterator[Path]:
    """Runs PulseAudio with a sink that swallows all sound; yields the path of its socket.

    Args:
        folder: an empty one with a short path, for its socket: the system allows 107 bytes.
    """
    program = shutil.which("pulseaudio")
    assert program, "pulseaudio is not installed: run .ci/services"
    socket = folder / "native"
    with (folder / "pulseaudio.log").open("w") as log:
        process = subprocess.Popen(
            [
                program,
                *("-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm"),
                *("-L", "module-null-sink"),
                *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
            ],
            env={
                **{name: value for name, value in os.environ.items() if not name.startswith("PULSE_")},
                **dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH"), str(folder)),
            },
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
    try:
        until = time.monotonic() + START_SECONDS
        while not socket.exists():
            ended = process.poll() is not None or time.monotonic() > until
            assert not ended, (folder / "pulseaudio.log").read_text()
            time.sleep(0.05)
        yield socket
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)

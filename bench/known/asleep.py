"""A laptop that sleeps: nothing of a browser runs, and its clock goes on."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

BROWSERS = ("chromium", "chrome", "firefox")


@contextlib.contextmanager
def asleep() -> Iterator[None]:
    """All browsers that this process has started stand still until the block ends."""
    found = _processes()
    for process in found:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)


def _processes() -> list[int]:
    """Of each browser the first process and all that came of it."""
    waiting, found = [(os.getpid(), False)], []
    while waiting:
        process, of_browser = waiting.pop()
        folder = Path(f"/proc/{process}")
        try:
            program = folder.joinpath("cmdline").read_bytes().split(b"\0")[0].decode()
            of_browser = of_browser or Path(program).name.startswith(BROWSERS)
            threads = [int(each.name) for each in folder.joinpath("task").iterdir()]
            children = [
                int(child)
                for thread in threads
                for child in folder.joinpath(f"task/{thread}/children").read_text(encoding="ascii").split()
            ]
        except FileNotFoundError:
            continue
        if of_browser:
            found.append(process)
        waiting += [(child, of_browser) for child in children]
    return found

"""A server's part that has a video made, for a test to kill: prints the composer's process id.

python composing.py DIRECTORY DATABASE SLUG
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from hemicycle.recorder.supervisor import Supervisor
from hemicycle.recording.paths import RecordingPaths


async def main(directory: Path, database: str, slug: str) -> None:
    """Have the video made until killed."""
    supervisor = Supervisor(RecordingPaths(directory), database, slug)
    supervisor.wake()
    while (process := supervisor._process) is None:
        await asyncio.sleep(0.01)
    print(process.pid, flush=True)
    await asyncio.Event().wait()


asyncio.run(main(Path(sys.argv[1]), *sys.argv[2:]))

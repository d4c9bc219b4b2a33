"""A server with a speaker and a recorder, for a test to kill: prints what was sent, and when.

python killed.py DIRECTORY
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.world.media import Hosted, Tone, speaking
from tests.world.recordings import permit, recording

from hemicycle.media.server.server import MediaServer


async def main(directory: Path) -> None:
    """Speak and record until killed."""
    tone = Tone()
    async with MediaServer("127.0.0.1", 0) as door:
        hosted = Hosted(door)
        permit(hosted, "ambassador")
        async with (
            recording(hosted, directory),
            hosted.client("ambassador") as client,
            speaking(client, tone) as sending,
        ):
            hosted.room.set_sending("ambassador", sending)
            while True:
                await asyncio.sleep(0.05)
                print(tone.spoken[-1][0] if tone.spoken else 0, flush=True)


asyncio.run(main(Path(sys.argv[1])))

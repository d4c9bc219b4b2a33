"""A composer ends with the server that started it, at work and while it waits for the lock."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.world.programmes import BOOTHS
from tests.world.recordings import until
from tests.world.site import store_with

from hemicycle.recording.paths import LOCK, RecordingPaths

STARTED_S = 30.0
"""Within which a composer is up, on a machine that is busy."""

ENDED_S = 5.0

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def has_lock_open(process: int, paths: RecordingPaths) -> bool:
    """Whether a process has the lock, or waits for it."""
    lock = (paths.composed / LOCK).resolve()
    found = Path(f"/proc/{process}/fd")
    with contextlib.suppress(OSError):
        return any(each.resolve() == lock for each in found.iterdir())
    return False


def is_over(process: int) -> bool:
    """Whether a process has ended; nobody may have asked yet how."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return True
    return stat.rpartition(")")[2].split()[0] == "Z"


async def orphaned(tmp_path: Path, ready: Callable[[int], bool]) -> int:
    """Start a server's part and its composer, kill the former, and return the latter's id."""
    database = f"sqlite:///{tmp_path}/hemicycle.db"
    arguments = [str(tmp_path / "recordings" / "booths"), database, "booths"]
    server = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.service.recorder.composing",
        *arguments,
        stdout=PIPE,
        cwd=Path(__file__).parents[3],
    )
    try:
        assert server.stdout is not None
        composer = int(await server.stdout.readline())
        await until(lambda: ready(composer), STARTED_S)
        assert not is_over(composer)
    finally:
        server.kill()
        await server.wait()
    return composer


@pytest.mark.parametrize("is_held", [True, False], ids=["waiting", "at work"])
async def test_it_ends_with_its_server(tmp_path: Path, *, is_held: bool) -> None:
    store_with(BOOTHS, tmp_path).close()
    paths = RecordingPaths(tmp_path / "recordings" / "booths")
    with paths.composing_lock() if is_held else contextlib.nullcontext():
        composer = await orphaned(tmp_path, lambda process: has_lock_open(process, paths))
        await until(lambda: is_over(composer), ENDED_S)


async def test_it_ends_where_its_server_was_killed_before_it_was_up(tmp_path: Path) -> None:
    store_with(BOOTHS, tmp_path).close()
    composer = await orphaned(tmp_path, lambda _: True)
    await until(lambda: is_over(composer), STARTED_S)

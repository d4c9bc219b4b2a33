"""An erasure that is killed at any step is gone on with by the next owner of the database."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.service.archive.test_erase import AMENDED, NAME, REMARK, SLUG, WORDS, _bytes, data
from tests.world.command import hemicycle
from tests.world.site import site_over

from hemicycle.recording.index import read_index
from hemicycle.room.log import verify
from hemicycle.store import Store
from hemicycle.store.erasure import begun_erasures

__all__ = ["data"]

KILLED = """
import importlib, os, signal, sys
module, name, when = sys.argv.pop(1).split(":")
place = importlib.import_module(module)
*path, last = name.split(".")
for part in path:
    place = getattr(place, part)
real = getattr(place, last)
def killed(*arguments, **named):
    if when == "after":
        real(*arguments, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(place, last, killed)
from hemicycle.cli.main import run
run()
"""

STEPS = {
    "when it was noted": "hemicycle.server.erasing:begin_erasure:after",
    "between two files": "hemicycle.recording.paths:RecordingPaths.forget_composed:before",
    "when the files were gone": "hemicycle.server.erasing:erase_tracks:after",
    "between two subjects' rows": "hemicycle.store.erasure:_mentions:before",
    "before the transaction's end": "hemicycle.store.journal:erase_rows:after",
    "when the rows were gone": "hemicycle.server.erasing:finish_erasure:before",
}


def killed_at(step: str, data: Path) -> None:
    """Erase the deputy minister, and be killed at a step."""
    command = ["erase", SLUG, "--seat", "deputy-minister", "--yes", "--data", str(data)]
    done = subprocess.run([sys.executable, "-c", KILLED, STEPS[step], *command], timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL


def is_erased(store: Store, data: Path) -> None:
    """Nothing is left of the deputy minister, and the log says once that it is so."""
    left = _bytes(data)
    for gone in (NAME, WORDS, AMENDED, REMARK, "sound of deputy-minister", "both of them"):
        assert gone.encode() not in left, gone
    entries = store.entries(SLUG)
    assert verify(entries) is None
    types = [entry.fact.type for entry in entries]
    assert types.count("seat.erased") == 1
    assert types[types.index("seat.erased") - 1] == "operator.acted"
    assert list(read_index(data / "recordings" / SLUG / "tracks").tracks) == ["fellow-microphone-1.mkv"]


@pytest.mark.parametrize("step", STEPS)
async def test_the_next_server_goes_on_with_it(step: str, data: Path) -> None:
    killed_at(step, data)
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    assert [(slug, key) for slug, key, _ in begun_erasures(store)] == [(SLUG, "deputy-minister")]
    async with site_over(store, data, slug=SLUG), asyncio.timeout(20):
        while begun_erasures(store):
            await asyncio.sleep(0.05)
    store.settle()
    is_erased(store, data)
    store.close()


def test_the_next_command_goes_on_with_it(data: Path) -> None:
    killed_at("when the files were gone", data)
    assert hemicycle("links", SLUG, "--revoke", "chair", data=data).code == 0
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    is_erased(store, data)
    store.close()

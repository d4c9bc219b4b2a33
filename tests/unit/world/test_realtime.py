"""A crash is never green: neither in the Makefile's recipes nor in a worker, whatever ran
before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CRASHING = """#!/bin/sh
# Succeeds until its call number $CRASH, which is a segmentation fault.
echo >> "$0.calls"
[ "$(wc -l < "$0.calls")" -lt "$CRASH" ] || kill -SEGV $$
"""
READY = ("setup", "services", ".stamps/python", ".stamps/pages-tools", "src/hemicycle/web/built/hall.html")
ONCE = """
import os, pathlib, signal
import pytest

@pytest.mark.realtime
def test_fails_once():
    tried = pathlib.Path("tried")
    if not tried.exists():
        tried.touch()
        {how}
"""
FAILS, CRASHES = "assert False", "os.kill(os.getpid(), signal.SIGSEGV)"


@pytest.mark.parametrize(
    ("target", "calls"), [("unit", 1), ("service", 2), ("browser", 2), ("network", 1), ("deep", 1)]
)
def test_a_recipe_fails_wherever_pytest_crashes(tmp_path: Path, target: str, calls: int) -> None:
    fake = tmp_path / "pytest"
    fake.write_text(CRASHING)
    fake.chmod(0o755)

    def make(crash: int) -> int:
        (tmp_path / "pytest.calls").unlink(missing_ok=True)
        old = [f"--old-file={file}" for file in READY]
        environment = {**os.environ, "CRASH": str(crash)}
        return subprocess.run(
            ["make", *old, target, f"BIN={tmp_path}"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            check=False,
        ).returncode

    assert make(calls + 1) == 0
    for crash in range(1, calls + 1):
        assert make(crash) != 0


def run(folder: Path, how: str, *options: str) -> subprocess.CompletedProcess[str]:
    """One test that fails at its first try, run with the project's own settings."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "test_once.py").write_text(ONCE.format(how=how))
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-c", folder / "pyproject.toml", "-p", "tests.world.realtime"),
            *("-o", f"pythonpath={ROOT}", "-o", "testpaths=."),
            *options,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_fails_once_is_tried_again_and_listed(tmp_path: Path) -> None:
    done = run(tmp_path, FAILS)
    assert done.returncode == 0, done.stdout
    assert "run a second time: 1\n  test_once.py::test_fails_once" in done.stdout
    again = run(tmp_path, FAILS)
    assert again.returncode == 0, again.stdout
    assert "run a second time: nothing" in again.stdout


@pytest.mark.parametrize("options", [(), ("-n", "1")], ids=["alone", "in a worker"])
def test_what_crashes_once_is_red(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = run(tmp_path, CRASHES, *options)
    assert done.returncode != 0, done.stdout
    assert "1 passed" not in done.stdout

"""Runs commands: in this process, as the installed script does, or as a process of their own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from hemicycle.cli.main import run

FOLDER = Path(__file__).parents[2] / "src/hemicycle/demo/korean_peninsula"
PROGRAMME = FOLDER / "programme.toml"
BOOTHS = Path(__file__).parents[1] / "meetings/booths.toml"
INVITATIONS = FOLDER / "invitations.csv"


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


def hemicycle(*arguments: str | Path, data: Path, environment: dict[str, str] | None = None) -> Outcome:
    """Run a command with that data directory; no environment variable of ours but those given."""
    ours = {"HEMICYCLE_DATA": str(data), **(environment or {})}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HEMICYCLE_")}
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with (
        patch.dict(os.environ, {**kept, **ours}, clear=True),
        patch.object(sys, "argv", ["hemicycle", *map(str, arguments)]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            run()
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    return Outcome(code, out.getvalue(), err.getvalue())


def installed(*arguments: str | Path, data: Path) -> Outcome:
    """Run the script that pip installed."""
    script = Path(sys.executable).parent / "hemicycle"
    found = subprocess.run(
        [str(script), *map(str, arguments)],
        env={**os.environ, "HEMICYCLE_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Outcome(found.returncode, found.stdout, found.stderr)

"""A real `hemicycle serve` that guests reach through a relay, and a meeting on it with the known speaker."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

ROOT = Path(__file__).parent.parent.parent
COMMAND = Path(sys.executable).parent / "hemicycle"
LIVING = """
from hemicycle.cli.main import run
from hemicycle.media.server import server as door

door.RENEW_AT_LATEST_S = {seconds}
door.CHECK_EVERY_S = 0.1
run()
"""
"""The same command with a certificate that lives for so many seconds, whoever is connected."""
SAYS = re.compile(r"Hemicycle is at \S+ \(TCP and UDP port (\d+)\)")
PROGRAMME = """
[meeting]
slug      = "SLUG"
title     = "Water and the steppe"
organiser = "Institute of Steppe Studies"
city      = "Astana"
starts    = 2026-11-25T15:00:00
timezone  = "Asia/Almaty"
duration  = "PT1H"
languages = ["en"]
on_record = true

[[category]]
key  = "diplomatic"
name = "Foreign diplomatic missions"

[[person]]
key          = "chair"
name         = "Dana Akhmetova"
title        = "Director"
organisation = "Institute of Steppe Studies"
role         = "chair"
language     = "en"

[[person]]
key          = "speaker"
name         = "Ku Hong-seok"
title        = "Ambassador"
organisation = "Embassy of the Republic of Korea"
role         = "speaker"
language     = "en"
precedence   = 1

[[agenda]]
key     = "opening"
title   = "Opening"
speaker = "speaker"
minutes = 10
"""
GUEST = """
[[person]]
key          = "guest-NUMBER"
name         = "Claire Martin"
title        = "Counsellor"
organisation = "Embassy of France"
role         = "participant"
category     = "diplomatic"
language     = "en"
"""


def pages_are_old() -> bool:
    """Whether a source of the pages is newer than what was built of them, and would not be measured."""
    sources = (ROOT / "frontend/src").rglob("*.ts*")
    built = ROOT / "src/hemicycle/web/built/hall.html"
    return max(source.stat().st_mtime for source in sources) > built.stat().st_mtime


class Served:
    """A server in a process of its own. A context manager.

    Args:
        data: An empty directory.
        public_port: Where its guests reach it at `localhost`: a relay's port, or a proxy's.
        port: Its own; 0 takes a free one.
        secure: Whether a proxy lets guests in by HTTPS.
        life: For how many seconds a certificate of its own lives; None: for days.
    """

    def __init__(
        self, data: Path, public_port: int, port: int = 0, *, secure: bool = False, life: float | None = None
    ) -> None:
        self.url = f"{'https' if secure else 'http'}://localhost:{public_port}"
        self._data = data
        command = [COMMAND] if life is None else [sys.executable, "-c", LIVING.format(seconds=life)]
        self._process = subprocess.Popen(
            [*command, "serve", "--no-record", "--port", str(port), "--data", data, "--public-url", self.url],
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=(data / "serve.log").open("a"),
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        said = SAYS.match(line)
        if said is None:
            raise RuntimeError(f"the server said {line!r}, and in its log: {self.log()}")
        self.port = int(said[1])
        self.process = self._process.pid

    def __enter__(self) -> Self:
        """It serves already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends it."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def log(self) -> str:
        """What it wrote to its log."""
        return (self._data / "serve.log").read_text()

    def plan(self, slug: str, guests: int = 2) -> dict[str, str]:
        """Add a meeting with the seats `chair`, `speaker`, `guest-1` and so on; their paths `/s/TOKEN`."""
        people = "".join(GUEST.replace("NUMBER", str(one + 1)) for one in range(guests))
        return self.add(slug, PROGRAMME.replace("SLUG", slug) + people)

    def add(self, slug: str, programme: str) -> dict[str, str]:
        """Add the meeting of that slug; the paths `/s/TOKEN` of its seats."""
        file = self._data / f"{slug}.toml"
        file.write_text(programme)
        self._hemicycle("meeting", "add", str(file))
        printed = self._hemicycle("links", slug, "--format", "json", "--public-url", self.url)
        return {row["seat"]: row["url"].removeprefix(self.url) for row in json.loads(printed)}

    def figure(self, name: str, slug: str, **labels: str) -> float:
        """The sum of a figure of a meeting in `/metrics`."""
        text = httpx.get(f"http://127.0.0.1:{self.port}/metrics").text
        wanted = [f'meeting="{slug}"', *(f'{label}="{value}"' for label, value in labels.items())]
        lines = (line for line in text.splitlines() if line.startswith(name + "{"))
        return sum(float(line.split()[-1]) for line in lines if all(one in line for one in wanted))

    def memory(self) -> int:
        """Bytes resident."""
        pages = int(Path(f"/proc/{self.process}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def _hemicycle(self, *arguments: str) -> str:
        done = subprocess.run(
            [COMMAND, *arguments, "--data", self._data],
            env=_environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout


class KnownSpeaker:
    """`bench.known.speaker` in a process of its own. A context manager.

    Args:
        base: `http://HOST:PORT` at which its WebSockets reach the server.
        paths: Of the personal links, by seat.
        media_port: The media door's port, past a relay; None: as the server says.
        tcp: Whether it publishes over TCP.
    """

    def __init__(
        self, base: str, paths: dict[str, str], *, media_port: int | None = None, tcp: bool = False
    ) -> None:
        options = ["--media-port", str(media_port)] if media_port is not None else []
        options += ["--tcp"] if tcp else []
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "bench.known.speaker",
                base + paths["chair"],
                base + paths["speaker"],
                *options,
            ],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if self._answer() != "ready":
            raise RuntimeError("the known speaker did not get the floor")

    def __enter__(self) -> Self:
        """It speaks already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """It leaves."""
        self._process.terminate()
        self._process.communicate()

    def ask(self, *order: Any) -> Any:
        """One of the orders of `bench.known.speaker`."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the known speaker has ended")
        return json.loads(line)


def _environment() -> dict[str, str]:
    """Ours without the settings of a Hemicycle that runs on this machine."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HEMICYCLE_")}

"""A real `hemicycle serve`, in a process of its own, and meetings planned on its command line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import httpx
from sqlalchemy import select
from tests.world.command import hemicycle
from tests.world.programmes import SMALL

from hemicycle.room.log import Entry
from hemicycle.store import Store
from hemicycle.store.lines import add_line
from hemicycle.store.tables import leases
from hemicycle.wire.lines import Writer

ROOT = Path(__file__).parents[2]
SLUG = re.compile(r'^slug\s+= ".*"$', re.MULTILINE)
COMMAND = Path(sys.executable).parent / "hemicycle"
SAYS = re.compile(r"Hemicycle is at \S+ \(TCP and UDP port (\d+)\)")
STOP_SECONDS = 10
LIVING = """
from hemicycle.cli.main import run
from hemicycle.media.server import server

server.RENEW_AT_LATEST_S = {seconds}
server.CHECK_EVERY_S = 0.1
run()
"""
"""The same command with a certificate that lives for so many seconds, whoever is connected."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting on the server, and its personal links by seat."""

    slug: str
    links: Mapping[str, str]

    def at(self, url: str) -> Planned:
        """The same, reached at another address: past a relay, or through one of somebody's own."""
        return Planned(self.slug, {seat: url + urlsplit(link).path for seat, link in self.links.items()})


class Server:
    """`hemicycle serve` with a data directory. It can be killed, and started again at the same
    port.

    Args:
        data: an empty directory.
        options: of the command.
        public_port: where its guests reach it at `localhost`: a relay's port, or a proxy's; None:
            its own.
        port: its own; 0 takes a free one.
        secure: whether a proxy lets guests in by HTTPS.
        life: for how many seconds a certificate of its own lives; None: for days.
    """

    def __init__(
        self,
        data: Path,
        *options: str,
        public_port: int | None = None,
        port: int = 0,
        secure: bool = False,
        life: float | None = None,
    ) -> None:
        """Starts it, and waits until it says that it is there."""
        self.port = port
        self._data = data
        self._public = public_port and f"{'https' if secure else 'http'}://localhost:{public_port}"
        self._options = [*options, *(["--public-url", self._public] if self._public else [])]
        self._command = (
            [str(COMMAND)] if life is None else [sys.executable, "-c", LIVING.format(seconds=life)]
        )
        self._process: subprocess.Popen[str] | None = None
        self.start()

    @property
    def url(self) -> str:
        """Where guests reach it."""
        return self._public or f"http://localhost:{self.port}"

    @property
    def own_url(self) -> str:
        """Where it is itself, past a relay or a proxy."""
        return f"http://localhost:{self.port}"

    def __enter__(self) -> Self:
        """It serves already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stops it."""
        self.stop()

    def start(self) -> None:
        """Starts it, after a kill at the same port as before."""
        with (self._data / "serve.log").open("a") as log:
            self._process = subprocess.Popen(
                [*self._command, "serve", "--port", str(self.port), "--data", self._data, *self._options],
                env=_environment(),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        said = SAYS.match(line)
        assert said, f"the server said {line!r}, and in its log:\n{self.log()}"
        self.port = int(said[1])

    def kill(self) -> None:
        """As `kill -9` does: it has no time to put anything in order."""
        self._end(subprocess.Popen.kill)

    def stop(self) -> None:
        """As Ctrl-C does."""
        self._end(subprocess.Popen.terminate)

    def _end(self, how: Callable[[subprocess.Popen[str]], None]) -> None:
        assert self._process is not None
        with self._process as process:
            how(process)
            process.wait(STOP_SECONDS)

    def log(self) -> str:
        """What it wrote to its log."""
        return (self._data / "serve.log").read_text()

    def plan(self, slug: str, like: Path = SMALL) -> Planned:
        """Adds a meeting, the small one if nothing is said of it, under another slug."""
        return self.add(slug, SLUG.sub(f'slug = "{slug}"', like.read_text(), count=1))

    def add(self, slug: str, programme: str) -> Planned:
        """Adds the meeting of that slug."""
        file = self._data / f"{slug}.toml"
        file.write_text(programme)
        self.hemicycle("meeting", "add", str(file))
        return self.links(slug)

    def figure(self, name: str, meeting: Planned, **labels: str) -> float:
        """The sum of a figure of a meeting in `/metrics`."""
        text = httpx.get(f"{self.own_url}/metrics").text
        wanted = [f'meeting="{meeting.slug}"', *(f'{label}="{value}"' for label, value in labels.items())]
        lines = (line for line in text.splitlines() if line.startswith(name + "{"))
        return sum(float(line.split()[-1]) for line in lines if all(one in line for one in wanted))

    def memory(self) -> int:
        """Bytes resident."""
        assert self._process is not None
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def add_lines(
        self,
        meeting: Planned,
        said: Sequence[tuple[str, str, str]],
        *,
        since: int = 1_606_294_800_000,
        length: int = 6_000,
    ) -> None:
        """Writes down what seats said, as captions are: seat, language, words.

        Args:
            meeting: where.
            said: one after the other, with two seconds in between.
            since: when the first was said, in ms.
            length: how long each took, in ms.
        """
        store = Store.open(f"sqlite:///{self._data}/hemicycle.db")
        # The server owns the database: what stands in for its captions writes under its epoch.
        with store.reading() as connection:
            store.epoch = connection.execute(select(leases.c.epoch)).scalar_one()
        for place, (seat, language, text) in enumerate(said):
            begun = since + place * (length + 2_000)
            add_line(
                store,
                meeting.slug,
                seat=seat,
                item=None,
                since=begun,
                until=begun + length,
                language=language,
                text=text,
                writer=Writer.MACHINE,
                at=begun + length + 1_000,
            )
        store.close()

    def facts(self, meeting: Planned) -> list[str]:
        """The types of the facts in a meeting's log, in their order."""
        return [entry.fact.type for entry in self.log_of(meeting)]

    def log_of(self, meeting: Planned) -> list[Entry]:
        """A meeting's log."""
        store = Store.open(f"sqlite:///{self._data}/hemicycle.db")
        found = store.entries(meeting.slug)
        store.close()
        return found

    def programme(self, meeting: Planned) -> str:
        """The organiser's own words."""
        return (self._data / f"{meeting.slug}.toml").read_text()

    def links(self, slug: str, *options: str) -> Planned:
        """The personal links of a meeting, as the organiser gets them."""
        printed = self.hemicycle("links", slug, "--format", "json", "--public-url", self.url, *options)
        return Planned(slug, {row["seat"]: row["url"] for row in json.loads(printed)})

    def hemicycle(self, *arguments: str) -> str:
        """Runs a command beside the server, and returns what it printed."""
        done = hemicycle(*arguments, data=self._data)
        assert done.code == 0, done.err
        return done.out


def _environment() -> dict[str, str]:
    """This process's, without the settings of a Hemicycle that runs on this machine."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HEMICYCLE_")}


def pages_are_old() -> bool:
    """Whether a source of the pages is newer than what was built of them, and would not be
    measured."""
    sources = (ROOT / "frontend/src").rglob("*.ts*")
    built = ROOT / "src/hemicycle/web/built/hall.html"
    return max(source.stat().st_mtime for source in sources) > built.stat().st_mtime

"""A real `hemicycle serve`, in a process of its own, and meetings planned on its command line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.service.cli.commands import hemicycle

from hemicycle.room.log import Entry
from hemicycle.store import Store
from hemicycle.store.lines import add_line
from hemicycle.wire.lines import Writer

SMALL = Path(__file__).parent.parent / "meetings" / "small.toml"
WITH_BOOTHS = SMALL.with_name("booths.toml")
SLUG = re.compile(r'^slug\s+= ".*"$', re.MULTILINE)
COMMAND = Path(sys.executable).parent / "hemicycle"
SAYS = re.compile(r"Hemicycle is at (http://localhost:(\d+))")
STOP_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting on the server, and its personal links by seat."""

    slug: str
    links: Mapping[str, str]


class Server:
    """`hemicycle serve` with a data directory. It can be killed, and started again at the same port."""

    def __init__(self, data: Path, *options: str) -> None:
        """Starts it at a free port, and waits until it says that it is there."""
        self.url = ""
        self._options = options
        self._data = data
        self._port = 0
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        """Starts it, after a kill at the same port as before."""
        self._process = subprocess.Popen(
            [COMMAND, "serve", "--port", str(self._port), "--data", self._data, *self._options],
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=(self._data / "serve.log").open("a"),
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        said = SAYS.match(line)
        assert said, f"the server said {line!r}, and in its log:\n{self.log()}"
        self.url, self._port = said[1], int(said[2])

    def kill(self) -> None:
        """As `kill -9` does: it has no time to put anything in order."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(STOP_SECONDS)

    def stop(self) -> None:
        """As Ctrl-C does."""
        assert self._process is not None
        self._process.terminate()
        self._process.wait(STOP_SECONDS)

    def log(self) -> str:
        """What it wrote to its log."""
        return (self._data / "serve.log").read_text()

    def plan(self, slug: str, like: Path = SMALL) -> Planned:
        """Adds a meeting, the small one if nothing is said of it, under another slug."""
        programme = self._data / f"{slug}.toml"
        programme.write_text(SLUG.sub(f'slug = "{slug}"', like.read_text(), count=1))
        self.hemicycle("meeting", "add", str(programme))
        return self.links(slug)

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

"""What a guest gets over a bad network: `python -m bench.network [--browser firefox] [--only 3
TCP]`.

A real server, a speaker with a known sound and picture on a good network, and a guest at a real
browser behind a relay that delays 40 ± 10 ms each way and does what each line says. In the lines of
the speaker's it is the speaker who is behind such a relay, at a real page too. Silence is
measured where the page gives its sound to the loudspeaker, pictures where it draws them: what a
picture is later than its sound there, the loudspeaker's own way takes. What is made up is no
silence: up to 60 ms at a time, the last period of the voice said again, where nothing came in time.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.known.asleep import asleep
from bench.known.heard import Given
from bench.known.page_speaker import page_speaker
from bench.known.speaker import KnownSpeaker
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from playwright.sync_api import Browser
from rich.console import Console
from rich.table import Table
from tests.world.chromium import chromium, viewer_at
from tests.world.firefox import firefox
from tests.world.person import LISTENER, Person
from tests.world.programmes import known
from tests.world.server import Server, pages_are_old

GOOD = Conditions(delay_ms=40, jitter_ms=10)
OPEN_SECONDS = 4.0
SETTLE_SECONDS = 8.0
"""How long a page has to find out what its link bears."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One line of the table."""

    name: str
    conditions: Conditions
    old: str = ""
    """Percent of the sound that was missing or more than 200 ms late with the media parts' own
    defaults (subscriptions with a `max_age` of 0), measured through such a relay before this player
    was written."""
    held: str = ""
    """What the sound's silence and the picture are held against."""
    uplink: bool = False
    """Whether it is the speaker's network."""


def _like(**fields: float | bool) -> Conditions:
    return Conditions(**{"delay_ms": 40, "jitter_ms": 10, **fields})  # type: ignore[arg-type]


SCENARIOS = (
    Scenario("no loss", GOOD),
    Scenario("1 % loss", _like(loss=0.01), "3"),
    Scenario("3 % loss", _like(loss=0.03), "3.5–13", "< 0.2 %, 29 fps"),
    Scenario("5 % loss", _like(loss=0.05), "7", "< 0.5 %, 25 fps"),
    Scenario("10 % loss", _like(loss=0.1), "13–37", "< 1 %"),
    Scenario("3 % loss, five in a row", _like(loss=0.03, burst=5)),
    Scenario("1 % out of order", _like(jitter_ms=25, reorder=0.01)),
    Scenario("300 ms of nothing every 5 s", _like(outage_ms=300, outage_every_ms=5000), "", "no gap beyond"),
    Scenario("2 Mbit/s", _like(down_kbit=2000), "27"),
    Scenario("1 Mbit/s", _like(down_kbit=1000), "68", "0 %, p95 < 400 ms"),
    Scenario("150 kbit/s", _like(down_kbit=150), "", "0 %"),
    Scenario("TCP", _like(udp=False), "", "picture < 1.5 s"),
    Scenario("TCP, 2 % loss", _like(udp=False, loss=0.02), "", "0 % after 3 s"),
    Scenario("TCP, 1 Mbit/s", _like(udp=False, down_kbit=1000)),
    Scenario("TCP, 150 kbit/s", _like(udp=False, down_kbit=150)),
    Scenario("the speaker's: no loss", GOOD, uplink=True),
    Scenario("the speaker's: 3 % loss", _like(loss=0.03), uplink=True),
    Scenario("the speaker's: 10 % loss", _like(loss=0.1), uplink=True),
    Scenario("the speaker's: 1 Mbit/s", _like(up_kbit=1000), uplink=True),
    Scenario("the speaker's: 300 kbit/s", _like(up_kbit=300), uplink=True),
    Scenario("the speaker's: TCP, 2 % loss", _like(udp=False, loss=0.02), uplink=True),
    Scenario("the speaker's: TCP, 1 Mbit/s", _like(udp=False, up_kbit=1000), uplink=True),
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A line of the second table: a network that goes away."""

    name: str
    seconds: float
    """For so long …"""
    gone: tuple[str, ...]
    """… these fields of `Conditions` are false; none: the guest has a new address, nothing else is
    gone."""
    lasting: bool = False
    """Whether they stay so."""
    asleep: bool = False
    """Whether it is the guest's machine that stands still, and the network does not."""


CUTS = (
    Cut("nothing for 3 s", 3, ("udp", "tcp")),
    Cut("nothing for 12 s", 12, ("udp", "tcp")),
    Cut("nothing for 60 s", 60, ("udp", "tcp")),
    Cut("UDP is blocked in the middle", 0, ("udp",), lasting=True),
    Cut("a new address", 0, ()),
    Cut("a laptop asleep for 60 s", 60, (), asleep=True),
)
LONG_CUTS = (Cut("nothing for 10 min", 600, ("udp", "tcp")),)
RETURN_SECONDS = 15.0


NewGuest = Callable[[str], Person]
"""Somebody with a page of their own, at the server of that address."""


BROWSERS = ("chromium", "firefox")


@contextmanager
def browsers(guests: str, *, speaker: bool) -> Iterator[tuple[NewGuest, Browser | None]]:
    """Where guests are; and a Chromium where there are guests, or a speaker, at one."""
    with ExitStack() as stack:
        at_chromium = guests == "chromium"
        browser = stack.enter_context(chromium()) if at_chromium or speaker else None
        if at_chromium and browser is not None:
            yield partial(viewer_at, browser), browser
        else:
            yield partial(stack.enter_context(firefox()).visitor, ear=LISTENER), browser


@dataclass(frozen=True, slots=True)
class Row:
    """What a guest got."""

    scenario: Scenario
    given: Given
    first_picture: float | None
    """Seconds from the welcome to the first picture."""
    relay_late_ms: float
    """By how much the relay itself was late at most: what is far below the delays it makes is no
    matter."""


def measure(
    scenario: Scenario, new_guest: NewGuest, relay: Relay, link: str, speaker: KnownSpeaker, seconds: float
) -> Row:
    """Opens a page on such a network, gives it time to settle, and measures for so many seconds."""
    # The link narrows when the page is there: how long a page takes to load over it is another
    # matter.
    relay.become(replace(scenario.conditions, down_kbit=0))
    viewer = new_guest(link)
    try:
        viewer.open(link)
        time.sleep(OPEN_SECONDS)
        relay.become(scenario.conditions)
        time.sleep(SETTLE_SECONDS)
        relay.stats()
        viewer.begin()
        time.sleep(seconds)
        given = viewer.taken(speaker.order("numbers"))
        joined, first = viewer.mark("joined"), viewer.mark("first-picture")
        waited = None if joined is None or first is None else (first - joined) / 1000
        return Row(scenario, given, waited, relay.stats()["late_ms"])
    finally:
        viewer.close()
        relay.become(GOOD)


def measure_uplink(scenario: Scenario, new_guest: NewGuest, uplink: Relay, link: str, seconds: float) -> Row:
    """What a guest on a good network gets of a speaker whose network becomes such a one."""
    guest = new_guest(link)
    try:
        guest.open(link)
        time.sleep(OPEN_SECONDS)
        uplink.become(scenario.conditions)
        time.sleep(SETTLE_SECONDS)
        uplink.stats()
        guest.begin()
        time.sleep(seconds)
        given = replace(guest.taken(), sound_delays_ms=(), picture_delays_ms=())
        return Row(scenario, given, None, uplink.stats()["late_ms"])
    finally:
        guest.close()
        uplink.become(GOOD)


def measure_cut(cut: Cut, new_guest: NewGuest, relay: Relay, link: str) -> tuple[str, ...]:
    """Its line: by how much sound and picture were away for longer than the network, at most."""
    relay.become(GOOD)
    viewer = new_guest(link)
    try:
        viewer.open(link)
        time.sleep(OPEN_SECONDS + SETTLE_SECONDS)
        viewer.begin()
        if cut.asleep:
            with asleep():
                time.sleep(cut.seconds)
        elif cut.gone:
            relay.change(**dict.fromkeys(cut.gone, False))
            time.sleep(cut.seconds)
            if not cut.lasting:
                relay.change(**dict.fromkeys(cut.gone, True))
        else:
            relay.move()
        time.sleep(RETURN_SECONDS)
        given = viewer.taken()
        # The clock of a page's sound stands still while the machine does.
        unheard = given.longest_silence_ms / 1000 - (0 if cut.asleep else cut.seconds)
        unseen = given.longest_freeze_ms / 1000 - cut.seconds
        return cut.name, *(f"{max(0.0, away):.1f}" for away in (unheard, unseen))
    finally:
        viewer.close()
        relay.become(GOOD)


def rows(
    scenarios: list[Scenario], cuts: list[Cut], seconds: float, browser: str = "chromium"
) -> Iterator[Row | tuple[str, ...]]:
    """Measures one after the other: a `Row` for each scenario, a line for each cut."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Relay() as relay,
        Relay() as uplink,
        Server(Path(folder), "--no-record", public_port=relay.port) as served,
        browsers(browser, speaker=any(one.uplink for one in scenarios)) as (new_guest, speakers),
    ):
        relay.become(GOOD)
        for one in (relay, uplink):
            one.target(served.port)
        meeting = served.add("network", known("network"))
        link = meeting.links["guest-1"]
        behind = [one for one in scenarios if one.uplink]
        if cuts or len(behind) < len(scenarios):
            with KnownSpeaker(meeting.at(served.own_url).links, media_port=served.port) as speaker:
                for scenario in scenarios:
                    if not scenario.uplink:
                        yield measure(scenario, new_guest, relay, link, speaker, seconds)
                for cut in cuts:
                    yield measure_cut(cut, new_guest, relay, link)
        for scenario in behind:
            slug = f"uplink-{behind.index(scenario)}"
            meeting = served.add(slug, known(slug))
            # Where UDP is blocked it is so from the start.
            uplink.become(replace(GOOD, udp=scenario.conditions.udp))
            assert speakers is not None
            with page_speaker(speakers, served, meeting, uplink.port):
                yield measure_uplink(scenario, new_guest, uplink, meeting.links["guest-1"], seconds)


def table(browser: str) -> Table:
    """An empty table with its heads."""
    made = Table(title=f"{browser}: what a guest gets, 40 ± 10 ms each way")
    made.add_column("network", no_wrap=True)
    for head in (
        "old: sound bad, %",
        "silent, %",
        "made up, %",
        "longest, ms",
        "sound p50 / p95, ms",
        "fps",
        "freezes",
        "picture p50 / p95, ms",
        "width, px",
        "first picture, s",
        "held against",
    ):
        made.add_column(head, justify="right")
    return made


def line(row: Row) -> tuple[str, ...]:
    """A row in words."""
    given = row.given
    widths = ", ".join(f"{width}" for width, share in given.widths.items() if share > 0.05)
    return (
        row.scenario.name,
        row.scenario.old,
        f"{given.silent * 100:.2f}",
        f"{given.concealed * 100:.2f}",
        f"{given.longest_silence_ms:.0f}",
        f"{given.sound_delay(0.5):.0f} / {given.sound_delay(0.95):.0f}",
        f"{given.fps:.1f}",
        f"{given.freezes}",
        f"{given.picture_delay(0.5):.0f} / {given.picture_delay(0.95):.0f}",
        widths or "none",
        "" if row.first_picture is None else f"{row.first_picture:.2f}",
        row.scenario.held,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=15.0, help="how long each line is measured")
    parser.add_argument("--browser", choices=BROWSERS, default="chromium", help="where the guest is")
    parser.add_argument("--long", action="store_true", help="cut the network for 10 minutes too")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="lines whose names hold one of these")
    options = parser.parse_args()

    def asked(name: str) -> bool:
        return not options.only or any(word in name for word in options.only)

    scenarios = [one for one in SCENARIOS if asked(one.name)]
    cuts = [one for one in CUTS + (LONG_CUTS if options.long else ()) if asked(one.name)]
    name = options.browser.capitalize()
    console = Console(width=170)
    if pages_are_old():
        console.print("The pages are older than their sources: make pages", style="bold red")
    given, returns = table(name), Table(title=f"{name}: away for longer than the network, s")
    for head in ("network", "sound", "picture"):
        returns.add_column(head, justify="left" if head == "network" else "right")
    for row in rows(scenarios, cuts, options.seconds, options.browser):
        if isinstance(row, Row):
            given.add_row(*line(row))
            load = f"| relay late by {row.relay_late_ms} ms, load {os.getloadavg()[0]:.1f}"
            console.print(" | ".join(line(row)), load, style="dim")
        else:
            returns.add_row(*row)
            console.print(" | ".join(row), style="dim")
    for one in (given, returns):
        if one.row_count:
            console.print(one)


if __name__ == "__main__":
    main()

"""The demo as a person starts it: a process of its own, on loopback, with everything real."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from hemicycle.cli.demo import demo as demo_command
from hemicycle.client.seat import Seat
from hemicycle.demo.preparation import Wishes, prepare
from hemicycle.demo.screen import Screen
from hemicycle.room.log import verify
from hemicycle.store import Store

HEMICYCLE = Path(sys.executable).with_name("hemicycle")
# Five watchers are in the demo's own process, the sixth in one beside it.
SHORT = ("--seconds", "12", "--seats", "12", "--watchers", "6", "--port", "0", "--no-browser")
BARE = (*SHORT, "--no-record", "--no-captions")
"""Without what `test_results` looks at."""


@contextlib.asynccontextmanager
async def demo(*options: str, folder: Path, **environment: str) -> AsyncIterator[Process]:
    """A demo that runs in a folder for as long as the block does."""
    process = await asyncio.create_subprocess_exec(
        HEMICYCLE,
        "demo",
        *options,
        cwd=folder,
        stdout=PIPE,
        stderr=PIPE,
        env={**os.environ, **environment},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def lines_until(process: Process, begins: str) -> list[str]:
    """The lines that the demo prints, up to the one that begins so (behind the time, if it has
    one)."""
    assert process.stdout is not None
    lines: list[str] = []
    async for raw in process.stdout:
        lines.append(raw.decode().rstrip("\n"))
        if re.sub(r"^\d\d:\d\d  ", "", lines[-1]).startswith(begins):
            return lines
    raise AssertionError(f"no line begins with {begins!r}:\n" + "\n".join(lines))


@dataclass
class Held:
    """A demo that was held while a person looked in from the seat that it leaves to one."""

    code: int
    printed: str
    complained: str
    report: dict[str, Any]
    data: Path
    phases: list[str]
    """What the person saw of the meeting, in order."""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    return asyncio.run(hold(tmp_path_factory.mktemp("demo")))


async def hold(folder: Path) -> Held:
    path, data = folder / "report.json", folder / "data"
    phases: list[str] = []
    async with demo(*BARE, "--data", str(data), "--report", str(path), folder=folder) as process:
        lines = await lines_until(process, "participant")
        link = lines[-1].rsplit(" ", 1)[1]
        lines += await lines_until(process, "The chair opens the meeting")
        async with httpx.AsyncClient() as http, Seat(link, http) as person:
            assert person.view is not None
            phases.append(person.view["phase"])
            await person.until(lambda view: view["phase"] == "closed")
            phases.append("closed")
            rest, complained = await process.communicate()
        assert process.returncode is not None
        return Held(
            process.returncode,
            "\n".join(lines) + "\n" + rest.decode(),
            complained.decode(),
            json.loads(path.read_text()) if path.exists() else {},
            data,
            phases,
        )


def test_everything_that_was_announced_happened(held: Held) -> None:
    assert held.code == 0, held.printed + held.complained
    assert held.printed.endswith("Everything that was announced happened.\n")
    assert not re.search(r"^NO ", held.printed, re.MULTILINE)
    assert len(re.findall(r"^yes  ", held.printed, re.MULTILINE)) == 24


def test_a_person_can_look_in_without_being_put_out(held: Held) -> None:
    assert held.phases == ["open", "closed"]


def test_the_report_says_what_happened(held: Held) -> None:
    report = held.report
    assert set(report) == {
        "meeting",
        "opened",
        "closed",
        "attendance",
        "floor",
        "booths",
        "off_record",
        "facts",
        "head",
    }
    assert (report["attendance"]["invited"], report["attendance"]["attended"]) == (70, 12)
    assert report["attendance"]["sentence"] in held.printed
    speakers = [entry["seat"] for entry in report["floor"]]
    assert speakers[:3] == ["ambassador", "deputy-minister", "fellow"]
    assert len(speakers) == 4
    assert [entry["item"] for entry in report["floor"]] == [
        "opening",
        "readiness",
        "experience",
        "discussion",
    ]
    assert all(0.7 < entry["seconds"] < 12 for entry in report["floor"])


def test_the_report_tells_the_booths_and_who_listened(held: Held) -> None:
    booths = {booth["language"]: booth for booth in held.report["booths"]}
    assert set(booths) == {"en", "kk", "ko", "ru"}
    # The sixth watcher listens to the original again.
    assert {booth["listeners"] for booth in booths.values()} == {1}
    assert booths["kk"]["pivot"] == "en"
    assert min(booth["live_seconds"] for booth in booths.values()) > 0.7


def test_the_report_is_read_from_a_log_that_holds(held: Held) -> None:
    store = Store.open(f"sqlite:///{held.data / 'hemicycle.db'}")
    try:
        entries = store.entries("korean-peninsula")
    finally:
        store.close()
    assert verify(entries) is None
    # The seats that leave when the demo ends are in the log, but not in the report of the meeting.
    assert entries[held.report["facts"] - 1].hash == held.report["head"]


def test_what_is_no_terminal_gets_plain_lines(held: Held) -> None:
    assert "\x1b" not in held.printed
    assert held.complained == ""
    assert "in the reporter's words for what was said" in held.printed


async def test_a_taken_port_is_said_in_a_sentence_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "demo-data" / "before").mkdir(parents=True)
    latest = tmp_path / "demo-data" / "latest"
    latest.symlink_to("before")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with demo(*BARE, "--port", str(port), folder=tmp_path) as process:
            _, complained = await process.communicate()
    assert process.returncode == 2
    said = complained.decode()
    assert said == f"port {port} is taken by another program: stop it, or choose another with --port\n"
    assert {path.name for path in latest.parent.iterdir()} == {"before", "latest"}
    assert latest.readlink() == Path("before")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--seconds", "3"), "--seconds: 3 seconds are too few"),
        (("--watchers", "13"), "--watchers 13: only those who come in can watch, and 12 do"),
        (("--report", "report.pdf"), "--report report.pdf: its suffix says the format"),
        (("--report", "/nowhere/report.md"), "--report /nowhere/report.md: there is no folder"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is(
    options: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = typer.Typer()
    app.command()(demo_command)
    result = CliRunner().invoke(app, [*BARE, *options])
    assert result.exit_code == 2
    assert result.stderr.startswith(says)
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


async def test_the_hall_opens_in_the_browser_where_there_is_a_display(tmp_path: Path) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}.new && mv {opened}.new {opened}\n')
    browser.chmod(0o755)
    async with demo(*BARE, "--browser", folder=tmp_path, DISPLAY=":0", BROWSER=str(browser)) as process:
        link = (await lines_until(process, "participant"))[-1].rsplit(" ", 1)[1]
        await lines_until(process, "Entering")
    assert opened.read_text() == link


async def test_a_demo_that_is_stopped_has_not_happened(tmp_path: Path) -> None:
    async with demo(*SHORT, folder=tmp_path) as process:
        await lines_until(process, "The chair gives the floor")
        process.send_signal(signal.SIGINT)
        printed, complained = await asyncio.wait_for(process.communicate(), 8)
    assert process.returncode == 1, complained.decode()
    assert "the demo was stopped before the meeting had ended" in printed.decode()
    assert printed.decode().endswith("Not everything happened.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="the process beside it is found in /proc")
async def test_a_demo_that_is_killed_leaves_nothing_behind(tmp_path: Path) -> None:
    async with demo(*BARE, folder=tmp_path) as process:
        await lines_until(process, "The chair opens the meeting")
        beside = _children(process.pid)
        assert ["hemicycle.demo.crowd" in _command(pid) for pid in beside] == [True]
        process.kill()
        await process.wait()
        async with asyncio.timeout(10):
            while "hemicycle.demo.crowd" in _command(beside[0]):
                await asyncio.sleep(0.05)


def _children(pid: int) -> list[int]:
    """The processes that a process has started."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def _command(pid: int) -> str:
    """How a process was started; empty where it has ended."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text()
    return ""


async def test_it_can_be_held_again_in_the_same_place(tmp_path: Path) -> None:
    wishes = Wishes(12, 12, 2, None, opens_browser=False, stays=False, data=tmp_path, again="")
    store = Store.open(f"sqlite:///{tmp_path / 'hemicycle.db'}")
    try:
        screen = Screen(Console(file=io.StringIO()))
        held = [prepare(store, b"s" * 32, wishes, screen) for _ in range(2)]
        assert [one.meeting["slug"] for one in held] == ["korean-peninsula", "korean-peninsula-2"]
        assert set(held[0].doors.values()).isdisjoint(held[1].doors.values())
    finally:
        store.close()

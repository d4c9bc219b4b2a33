"""What the terminal shows while the meeting is held, and after it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.markdown import Markdown
from rich.markup import escape
from rich.panel import Panel
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, track
from rich.progress_bar import ProgressBar
from rich.style import Style
from rich.table import Table
from rich.text import Text

from hemicycle.client.speech import Samples
from hemicycle.demo.narration import named
from hemicycle.demo.observed import Check
from hemicycle.demo.performance import Performance
from hemicycle.demo.words import NAMES, Words
from hemicycle.report import Report, as_markdown
from hemicycle.wire.ids import Key, Phase
from hemicycle.wire.protocol import View

_REFRESH_HZ = 5
"""How often the live panel is drawn, in times a second."""
_METER = 18


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60:02}:{int(seconds) % 60:02}"


class Screen:
    """The terminal. Lines that stay are printed; where a person looks on, a live panel stands below
    them."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.is_live = console.is_terminal
        self._began = time.monotonic()

    def say(self, sentence: str) -> None:
        """Prints a line that begins with the time since the demo began."""
        at = _clock(time.monotonic() - self._began)
        if not self.is_live:
            self._line(f"{at}  {sentence}")
            return
        style = "bold red" if sentence.startswith("!") else ""
        self.console.print(Text.assemble((f"{at}  ", "dim"), (sentence, style)))

    def links(self, links: Sequence[tuple[str, str]]) -> None:
        """The links by which a person looks in: what as, and where."""
        self._panel("Open one of these to be there as", links, show=lambda url: Text(url, Style(link=url)))

    async def follow(self, performance: Performance, facts: Callable[[], int]) -> None:
        """Keeps the live panel until it is cancelled. Does nothing where nobody looks on."""
        if not self.is_live:
            return
        self._began = performance.began or time.monotonic()
        with Live(console=self.console, auto_refresh=False, transient=True) as live:
            while True:
                live.update(_panel(performance, facts()), refresh=True)
                await asyncio.sleep(1 / _REFRESH_HZ)

    def voices(self, words: Sequence[Words], speak: Callable[[Words], Samples]) -> dict[str, Samples]:
        """Has all words spoken, with a progress bar where a person looks on; by their text."""
        said = track(words, "Preparing what is said", console=self.console, transient=True)
        return {one.text: speak(one) for one in (said if self.is_live else words)}

    def results(self, report: Report, checks: Sequence[Check], measured: str) -> None:
        """What came of the meeting: its report, what it took, and what was announced and
        happened."""
        if not self.is_live:
            self._line("\n" + as_markdown(report))
            self._line(measured)
            for check in checks:
                self._line(f"{'yes' if check.happened else 'NO '}  {check.what}: {check.how}")
            return
        self.console.print()
        self.console.print(Markdown(as_markdown(report)))
        self.console.print()
        table = Table("", "Announced", "What happened", box=SIMPLE_HEAD)
        for check in checks:
            mark = "[green]yes[/green]" if check.happened else "[bold red]NO[/bold red]"
            table.add_row(mark, escape(check.what), escape(check.how))
        self.console.print(table)
        self.console.print(measured, markup=False, highlight=False)

    @contextmanager
    def progress(self, what: str) -> Iterator[Callable[[int], None]]:
        """Shows how far something long is, told in percent; in lines where nobody looks on."""
        if self.is_live:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                TaskProgressColumn(),
                TimeElapsedColumn(),
            )
            with Progress(*columns, console=self.console, transient=True) as bar:
                task = bar.add_task(what, total=100)
                yield lambda percent: bar.update(task, completed=percent)
            return
        quarter = -1

        def tell(percent: int) -> None:
            nonlocal quarter
            if percent // 25 > quarter:
                quarter = percent // 25
                self.say(f"{what}: {percent} %")

        yield tell

    def document(self, document: str) -> None:
        """Prints a document of the meeting, given in Markdown."""
        self.console.print()
        if self.is_live:
            self.console.print(Markdown(document))
        else:
            self._line(document)

    def places(self, places: Sequence[tuple[str, str]], again: str) -> None:
        """What there is of the meeting: what each thing is, and its path or address."""
        self._panel("What there is of the meeting", places, show=Text)
        self._line(f"The record's page and all links are there again with: {again}")

    def verdict(self, succeeded: bool) -> None:
        """Says whether everything that was announced has happened."""
        told = "Everything that was announced happened." if succeeded else "Not everything happened."
        self.console.print(told, style="bold green" if succeeded else "bold red", highlight=False)

    def staying(self, url: str) -> None:
        """Says that the server goes on until it is interrupted."""
        self.console.print(f"The server stays at {url} until Ctrl-C; the links above go on working.")

    def _line(self, text: str) -> None:
        """Prints a text as it is, to be read by people and programs."""
        self.console.print(text, markup=False, highlight=False, soft_wrap=True)

    def _panel(self, title: str, pairs: Sequence[tuple[str, str]], show: Callable[[str], Text]) -> None:
        """Prints pairs of what something is and where; in lines where nobody looks on."""
        if not self.is_live:
            self._line(title)
            for what, where in pairs:
                self._line(f"{what}: {where}")
            return
        table = Table.grid(padding=(0, 2))
        for what, where in pairs:
            table.add_row(Text(what, "bold"), show(where))
        self.console.print(Panel(table, title=title, title_align="left"))


def _panel(performance: Performance, facts: int) -> RenderableType:
    script, view = performance.script, performance.view
    elapsed = time.monotonic() - (performance.began or time.monotonic())
    total = max(script.seconds, elapsed, 0.1)
    head = Table.grid(expand=True, padding=(0, 2))
    head.add_column(no_wrap=True)
    head.add_column(ratio=1)
    head.add_column(no_wrap=True)
    head.add_row(
        _phase(view), ProgressBar(total, elapsed), f"{_clock(elapsed)} of about {_clock(script.seconds)}"
    )
    lines: list[RenderableType] = [head]
    if view is not None:
        lines += [_state(performance, view, facts), _stage(performance, view)]
    return Panel(Group(*lines), title=escape(performance.meeting["title"]), title_align="left")


def _phase(view: View | None) -> Text:
    if view is None or view["phase"] == Phase.PLANNED:
        return Text("not yet open", "dim")
    return Text("● open", "bold red") if view["phase"] == Phase.OPEN else Text("closed", "bold")


def _state(performance: Performance, view: View, facts: int) -> RenderableType:
    meeting = performance.meeting
    items = {item["key"]: item["title"] for item in meeting["items"]}
    script = performance.script
    expected = len({*script.entering, *script.speakers, *script.interpreters}) + 1
    hands = ", ".join(named(meeting, seat) for seat in view["hands"]) or "none"
    grid = Table.grid(padding=(0, 2))
    grid.add_row("Item", escape(items.get(view.get("item", ""), "–")))
    grid.add_row("Seats", f"{len(view['present'])} present, {expected} announced")
    grid.add_row("Hands", escape(hands))
    grid.add_row("Log", f"{facts} facts")
    return grid


def _stage(performance: Performance, view: View) -> RenderableType:
    columns = ("Speaker", "Floor", "Heard now", "Heard by listeners", "Pictures")
    table = Table(*columns, expand=True, box=SIMPLE_HEAD)
    floor = {entry["seat"]: entry for entry in view["floor"]}
    heard = {key: listener.heard for key, listener in performance.listeners.items()}
    levels: dict[Key, float] = {}
    for listener in performance.listeners.values():
        levels |= listener.levels
    live = {booth["live"]: language for language, booth in view["booths"].items() if "live" in booth}
    for seat in dict.fromkeys((*performance.script.speakers, *performance.speakers, *floor)):
        entry = floor.get(seat)
        state = Text("–", "dim")
        if entry is not None:
            state = (
                Text("● on air", "bold red") if entry["microphone"] else Text("microphone closed", "yellow")
            )
        if (booth := live.get(seat)) is not None:
            state = Text(f"● {NAMES.get(booth, booth)}", "bold red")
        sounds = [len(of[seat].sound) * 0.02 for of in heard.values() if seat in of]
        pictures = [
            of[seat].pictures for key, of in heard.items() if seat in of and key not in performance.blind
        ]
        meter = round(min(1.0, levels.get(seat, 0.0) * 5) * _METER)
        table.add_row(
            escape(named(performance.meeting, seat)),
            state,
            Text("█" * meter + "·" * (_METER - meter)),
            _range(sounds, " s", 1),
            _range(pictures, "", 0),
        )
    return table


def _range(values: Sequence[float], unit: str, digits: int) -> str:
    if not values:
        return "–"
    least, most = min(values), max(values)
    if f"{least:.{digits}f}" == f"{most:.{digits}f}":
        return f"{most:.{digits}f}{unit}"
    return f"{least:.{digits}f} to {most:.{digits}f}{unit}"

"""`hemicycle recording`: what was recorded of a meeting, as files to take away."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from hemicycle.cli.found import meeting_of
from hemicycle.cli.operating import carried_out
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, Place, fail, open_store, place
from hemicycle.cli.tables import print_table
from hemicycle.recording.index import Index, read_index
from hemicycle.recording.paths import RECORDINGS, RecordingPaths
from hemicycle.recording.status import is_made, percent_made
from hemicycle.recording.timeline import History, spans
from hemicycle.recording.timeline import place as place_in
from hemicycle.report.as_webvtt import as_webvtt, languages_of
from hemicycle.room.log import Entry
from hemicycle.room.rules import replay
from hemicycle.server.operations.recording import COMPOSE_RECORDING, ComposeRecording
from hemicycle.store import Store
from hemicycle.store.lines import lines_of
from hemicycle.wire.ids import Phase
from hemicycle.wire.meeting import Meeting

LOOK_S = 0.2
"""Between two looks how far the video is."""


def recording(
    slug: Annotated[str, typer.Argument(metavar="SLUG", show_default=False)],
    list_: Annotated[bool, typer.Option("--list", help="Only say what there is.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Where it is written.", show_default="./SLUG"),
    ] = None,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
) -> None:
    """Write a meeting's video, sounds, captions and untouched tracks into a directory.

    Where the video of a closed meeting is not made yet, it is made first.
    """
    console = Console(stderr=True)
    paths = RecordingPaths(data / RECORDINGS / slug)
    where = place(data, database)
    with open_store(where) as store:
        meeting = meeting_of(store, slug)
        index = read_index(paths.tracks)
        entries = store.entries(slug)
        if not index.tracks:
            fail(_why_nothing(slug, entries, has_lines=bool(lines_of(store, slug))))
        phase = replay(entries).phase
        if list_:
            _list(console, meeting, paths, index, phase)
            return
        if phase is Phase.CLOSED and not is_made(paths):
            _compose(console, paths, where, slug)
        target = output or Path(slug)
        try:
            _write(console, paths, store, slug, target, index)
        except OSError as error:
            fail(f"{error.filename or target}: {error.strerror or error}; give another directory with -o")
    if phase is not Phase.CLOSED:
        typer.echo("The meeting is not closed: its video is there when it is.", err=True)


def _why_nothing(slug: str, entries: Sequence[Entry], *, has_lines: bool) -> str:
    """Why there is no sound and no picture of a meeting, and what there is instead."""
    open_spans = spans(History(entries))
    if not open_spans:
        return f"{slug} was not opened yet: nothing is recorded before."
    if all(span.card for span in open_spans):
        why = f"{slug} was off the record all the time: no sound and no picture was kept."
    else:
        why = (
            f"{slug} was on the record, but no sound and no picture of it was kept: "
            "nobody sent any, or the server was started with --no-record."
        )
    return f"{why} What was said is there in words: hemicycle verbatim {slug}" if has_lines else why


def _list(console: Console, meeting: Meeting, paths: RecordingPaths, index: Index, phase: Phase) -> None:
    zone = ZoneInfo(meeting["timezone"])
    table = Table("File", "Seat", "What", "From", "Until", "Size", box=None)
    for track in index.tracks.values():
        path = paths.tracks / track.begun.file
        begins = datetime.fromtimestamp(track.zero_at_us / 1e6, zone)
        ends = datetime.fromtimestamp(track.end.at / 1e3, zone).strftime("%H:%M:%S") if track.end else "–"
        if track.end is not None and track.end.reason == "trouble":
            ends += " (could not be written on)"
        table.add_row(
            f"tracks/{path.name}",
            track.begun.seat,
            f"{track.begun.source}, {track.begun.codec}",
            begins.strftime("%H:%M:%S"),
            ends,
            _size(path),
        )
    for path in (paths.video, *paths.sounds().values()):
        if path.exists():
            table.add_row(path.name, "", "", "", "", _size(path))
    print_table(table)
    if not is_made(paths):
        state = f"{percent_made(paths)} % of the video is made so far"
        console.print(f"{state}." if phase is Phase.OPEN else f"The video is not ready: {state}.")


def _size(path: Path) -> str:
    try:
        size = float(path.stat().st_size)
    except OSError:
        return "gone"
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _compose(console: Console, paths: RecordingPaths, where: Place, slug: str) -> None:
    """Have the video made, and show how far it is."""
    done = threading.Event()

    def watch(progress: Progress) -> None:
        task = progress.add_task("Making the video", total=100)
        while not done.wait(LOOK_S):
            progress.update(task, completed=percent_made(paths))

    with _progress(console) as progress:
        watching = threading.Thread(target=watch, args=(progress,), daemon=True)
        watching.start()
        try:
            carried_out(where, COMPOSE_RECORDING, ComposeRecording(slug=slug))
        finally:
            done.set()
            watching.join()


def _write(
    console: Console, paths: RecordingPaths, store: Store, slug: str, target: Path, index: Index
) -> None:
    files = [path for path in (paths.video, *paths.sounds().values()) if path.exists()]
    tracks = [paths.tracks / track.begun.file for track in index.tracks.values()]
    total = sum(path.stat().st_size for path in (*files, *tracks) if path.exists())
    written: list[Path] = []
    (target / "tracks").mkdir(parents=True, exist_ok=True)
    with _progress(console) as progress:
        task = progress.add_task("Writing", total=total)
        for source in files:
            written.append(target / source.name)
            for size in _copied(source, written[-1]):
                progress.advance(task, size)
        for source in (*tracks, paths.index):
            if source.exists():
                for size in _copied(source, target / "tracks" / source.name):
                    progress.advance(task, size)
    meeting = meeting_of(store, slug)
    lines, passages = lines_of(store, slug), paths.passages()
    for language in languages_of(lines) if passages else []:
        path = target / f"captions-{language}.vtt"
        path.write_text(
            as_webvtt(lines, meeting, language, partial(place_in, passages)), encoding="utf-8", newline="\n"
        )
        written.append(path)
    for path in written:
        typer.echo(str(path))
    typer.echo(f"{target / 'tracks'} ({len(tracks)} files)")


def _copied(source: Path, target: Path) -> Iterator[int]:
    """Copy a file, saying after each piece how large it was."""
    with source.open("rb") as taken, target.open("wb") as given:
        while piece := taken.read(4 * 1024 * 1024):
            given.write(piece)
            yield len(piece)
    shutil.copystat(source, target)

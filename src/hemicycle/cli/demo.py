"""`hemicycle demo`: hold a meeting by programs, to be looked at and to be measured."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
import uvloop
from rich.console import Console

from hemicycle.captions.engine import EngineUnavailable
from hemicycle.cli.serving import DEFAULT_PORT
from hemicycle.cli.settings import Place, fail, open_store, place, secret_of
from hemicycle.client.seat import LinkError
from hemicycle.client.speech import SpeechError
from hemicycle.demo.demonstration import RENDERERS, Preparation, Wishes, demonstrate, prepare
from hemicycle.demo.screen import Screen
from hemicycle.demo.script import TooShortError
from hemicycle.demo.words import INVITED, MOST_SEATS
from hemicycle.recording.paths import RECORDINGS
from hemicycle.server.listening import CannotListen
from hemicycle.store import Store, StoreError
from hemicycle.web.pages import PagesNotBuilt
from hemicycle.web.settings import ServerSettings


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
            metavar="DIR", help="Where the meeting is kept.", show_default="a folder that is gone afterwards"
        ),
    ] = None,
    record: Annotated[
        bool, typer.Option("--record/--no-record", help="Keep sound and picture, too; where --data says.")
    ] = False,
    captions: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL",
            help="Write down what is said, have it quoted and approved, and publish a communiqué of it: a "
            "Whisper model by name or folder, as for serve.",
            show_default="nothing is written down",
        ),
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the hall in your browser.")] = True,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help=f"Where to write the report: {', '.join(RENDERERS)} by its suffix."
        ),
    ] = None,
) -> None:
    """Hold a meeting of three speakers before seventy seats, and check that it happened as announced.

    Exit code 0: everything announced happened; 1: something did not; 2: it could not begin.
    """
    if report is not None and report.suffix not in RENDERERS:
        fail(f"--report {report}: its suffix says the format: {', '.join(RENDERERS)}")
    if report is not None and not report.absolute().parent.is_dir():
        fail(f"--report {report}: there is no folder {report.absolute().parent}")
    if watchers > seats:
        fail(f"--watchers {watchers}: only those who come in can watch, and {seats} do; give --seats, too")
    if record and data is None:
        fail("--record: what is recorded would be gone afterwards; give --data DIR, too")
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    console = Console(emoji=False)
    stays = sys.stdin.isatty() and console.is_terminal
    wishes = Wishes(
        seconds, seats, watchers, report, opens_browser=browser, stays=stays, captions=bool(captions)
    )
    with ExitStack() as stack:
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hemicycle-demo-")))
        recordings = folder / RECORDINGS if record else None
        where = place(folder, None)
        settings = ServerSettings(
            "localhost", port, where.database, recordings=recordings, captions=captions or None
        )
        succeeded = _demo(where, settings, wishes, Screen(console))
    if not succeeded:
        raise typer.Exit(1)


def _demo(where: Place, settings: ServerSettings, wishes: Wishes, screen: Screen) -> bool:
    with open_store(where) as store:
        try:
            prepared = prepare(store, secret_of(where), wishes, screen)
            return uvloop.run(_stoppable(prepared, store, settings, wishes, screen))
        except TooShortError as error:
            fail(f"--seconds: {error}")
        except EngineUnavailable as error:
            fail(f"--captions: {error}")
        except (CannotListen, PagesNotBuilt, SpeechError, StoreError, LinkError) as error:
            fail(str(error))


async def _stoppable(
    prepared: Preparation, store: Store, settings: ServerSettings, wishes: Wishes, screen: Screen
) -> bool:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    return await demonstrate(prepared, store, settings, wishes, screen, stop)

"""`hemicycle serve`: hold meetings."""

from __future__ import annotations

import asyncio
import logging
import signal
from pathlib import Path
from typing import Annotated

import typer
import uvloop

from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, open_store, place
from hemicycle.store import Store
from hemicycle.web.pages import PagesNotBuilt
from hemicycle.web.server import CannotListen, serving
from hemicycle.web.settings import ServerSettings

DEFAULT_PORT = 8443


def serve(
    host: Annotated[
        str,
        typer.Option(
            envvar="HEMICYCLE_HOST",
            help="The name or address to listen on; :: listens on all, for IPv4 and IPv6.",
        ),
    ] = "localhost",
    port: Annotated[
        int,
        typer.Option(min=0, max=65535, envvar="HEMICYCLE_PORT", help="TCP for pages, UDP for media."),
    ] = DEFAULT_PORT,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
    public_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            envvar="HEMICYCLE_PUBLIC_URL",
            help="The address at which guests reach the server, where it is another than its own.",
        ),
    ] = None,
    tls_cert: Annotated[
        Path | None,
        typer.Option(
            envvar="HEMICYCLE_TLS_CERT",
            exists=True,
            dir_okay=False,
            help="A certificate chain (PEM), for HTTPS and for media.",
        ),
    ] = None,
    tls_key: Annotated[
        Path | None,
        typer.Option(envvar="HEMICYCLE_TLS_KEY", exists=True, dir_okay=False, help="Its private key (PEM)."),
    ] = None,
) -> None:
    """Serve the pages, the seats and the media of every meeting, until Ctrl-C."""
    if (tls_cert is None) != (tls_key is None):
        fail("--tls-cert and --tls-key go together: give both, or neither")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    where = place(data, database, public_url or f"http://localhost:{port or DEFAULT_PORT}")
    settings = ServerSettings(
        host, port, where.database, where.public_url if public_url else None, tls_cert, tls_key
    )
    with open_store(where) as store:
        try:
            uvloop.run(_serve(settings, store))
        except (CannotListen, PagesNotBuilt) as error:
            fail(str(error))


async def _serve(settings: ServerSettings, store: Store) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with serving(settings, store) as running:
        typer.echo(
            f"Hemicycle is at {running.url} (TCP and UDP port {running.settings.port}). Ctrl-C ends it."
        )
        if settings.host not in ("localhost", "127.0.0.1", "::1") and not (
            settings.tls_cert or settings.public_url
        ):
            typer.echo(
                "Browsers give sound and picture to HTTPS pages only: give --tls-cert and --tls-key, "
                "or put a reverse proxy in front and give --public-url https://…"
            )
        await stop.wait()

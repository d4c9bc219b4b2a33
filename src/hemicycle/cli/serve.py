"""`hemicycle serve`: hold meetings."""

from __future__ import annotations

import asyncio
import logging
import signal
from dataclasses import replace

import typer
import uvloop

from hemicycle.archive import KeyUnusable, signing_key_in
from hemicycle.captions.engine import EngineUnavailable
from hemicycle.cli.mail import MailFromOption, SmtpUrlOption, mail_of
from hemicycle.cli.serving import (
    DEFAULT_HOST,
    DEFAULT_PORT,
    DEFAULT_PROXIES,
    CaptionsOption,
    HostOption,
    KeepDaysOption,
    MediaHostOption,
    MediaPortOption,
    OutsideUrlOption,
    PortOption,
    ProxiesOption,
    RecordOption,
    TlsCertOption,
    TlsKeyOption,
    settings_of,
)
from hemicycle.cli.settings import (
    DEFAULT_DATA,
    DatabaseOption,
    DataOption,
    fail,
    open_store,
    place,
    secret_of,
)
from hemicycle.server.listening import CannotListen
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.web.pages import PagesNotBuilt
from hemicycle.web.settings import ServerSettings


def serve(
    host: HostOption = DEFAULT_HOST,
    port: PortOption = DEFAULT_PORT,
    data: DataOption = DEFAULT_DATA,
    database: DatabaseOption = None,
    public_url: OutsideUrlOption = None,
    tls_cert: TlsCertOption = None,
    tls_key: TlsKeyOption = None,
    media_host: MediaHostOption = None,
    media_port: MediaPortOption = None,
    proxies: ProxiesOption = DEFAULT_PROXIES,
    record: RecordOption = True,
    smtp_url: SmtpUrlOption = None,
    mail_from: MailFromOption = None,
    captions: CaptionsOption = None,
    keep_days: KeepDaysOption = None,
) -> None:
    """Serve the pages, the seats and the media of every meeting, until Ctrl-C."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    where = place(data, database, public_url or f"http://localhost:{port or DEFAULT_PORT}")
    settings = settings_of(
        where,
        host,
        port,
        public_url,
        tls_cert,
        tls_key,
        media_host,
        media_port,
        proxies,
        record=record,
        captions=captions,
    )
    try:
        settings = replace(settings, archive_key=signing_key_in(data).public, keep_days=keep_days)
    except OSError as error:
        fail(f"--data: {error.filename or data}: {error.strerror}; give a directory that you may write to")
    except KeyUnusable as error:
        fail(str(error))
    if (mail := mail_of(smtp_url, mail_from)) is not None:
        settings = replace(settings, mail=mail, secret=secret_of(where))
    with open_store(where) as store:
        try:
            uvloop.run(_serve(settings, store))
        except (CannotListen, PagesNotBuilt) as error:
            fail(str(error))
        except EngineUnavailable as error:
            fail(f"--captions: {error}")


async def _serve(settings: ServerSettings, store: Store) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with serving(settings, store, waiting=lambda says: typer.echo(says, err=True)) as running:
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
        ends = [asyncio.create_task(event.wait()) for event in (stop, running.lost)]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
        if running.lost.is_set():
            fail("Another process has taken the database: nothing could be stored any more.")

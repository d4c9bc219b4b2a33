"""What a server is told on the command line: `serve` obeys it, `doctor` looks whether it can
work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.settings import Place, fail
from hemicycle.recording.paths import RECORDINGS
from hemicycle.web.settings import ServerSettings

DEFAULT_PORT = 8443
DEFAULT_HOST = "localhost"
DEFAULT_PROXIES = "127.0.0.1,::1"

HostOption = Annotated[
    str,
    typer.Option(
        envvar="HEMICYCLE_HOST",
        help="The name or address to listen on; :: listens on all, for IPv4 and IPv6.",
    ),
]
PortOption = Annotated[
    int,
    typer.Option(min=0, max=65535, envvar="HEMICYCLE_PORT", help="TCP for pages, UDP for media."),
]
OutsideUrlOption = Annotated[
    str | None,
    typer.Option(
        "--public-url",
        metavar="URL",
        envvar="HEMICYCLE_PUBLIC_URL",
        help="The address at which guests reach the server, where it is another than its own.",
    ),
]
TlsCertOption = Annotated[
    Path | None,
    typer.Option(
        envvar="HEMICYCLE_TLS_CERT",
        exists=True,
        dir_okay=False,
        help="A certificate chain (PEM), for HTTPS and for media.",
    ),
]
TlsKeyOption = Annotated[
    Path | None,
    typer.Option(envvar="HEMICYCLE_TLS_KEY", exists=True, dir_okay=False, help="Its private key (PEM)."),
]
MediaHostOption = Annotated[
    str | None,
    typer.Option(
        envvar="HEMICYCLE_MEDIA_HOST",
        help="The address to listen on for media (UDP): behind a reverse proxy, :: beside --host localhost.",
        show_default="as --host",
    ),
]
MediaPortOption = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=65535,
        envvar="HEMICYCLE_MEDIA_PORT",
        help="The UDP port as guests reach it, where something in between changes it.",
        show_default="the public URL's, if it names one, or --port",
    ),
]
ProxiesOption = Annotated[
    str,
    typer.Option(
        metavar="ADDRESSES",
        envvar="HEMICYCLE_PROXIES",
        help="Reverse proxies whose X-Forwarded headers are believed, comma-separated, or networks.",
    ),
]
RecordOption = Annotated[
    bool,
    typer.Option(
        "--record/--no-record",
        envvar="HEMICYCLE_RECORD",
        help="Keep sound and picture of what is on the record, and make one video of each meeting.",
    ),
]
KeepDaysOption = Annotated[
    int | None,
    typer.Option(
        "--keep-days",
        metavar="DAYS",
        min=1,
        envvar="HEMICYCLE_KEEP_DAYS",
        help="Delete the recording, and the names of guests who did not speak, so long after the close.",
        show_default="kept for good",
    ),
]
CaptionsOption = Annotated[
    str | None,
    typer.Option(
        "--captions",
        metavar="MODEL",
        envvar="HEMICYCLE_CAPTIONS",
        help='Write captions: a Whisper model by name (tiny.en, base, small, …) or folder. Needs "hemicycle'
        '[captions]".',
        show_default="only captioners write",
    ),
]


def settings_of(
    where: Place,
    host: str,
    port: int,
    public_url: str | None,
    tls_cert: Path | None,
    tls_key: Path | None,
    media_host: str | None,
    media_port: int | None,
    proxies: str,
    *,
    record: bool = False,
    captions: str | None = None,
) -> ServerSettings:
    """The settings that the options name; ends the command where they don't fit together."""
    if (tls_cert is None) != (tls_key is None):
        fail("--tls-cert and --tls-key go together: give both, or neither")
    return ServerSettings(
        host,
        port,
        where.database,
        where.public_url if public_url else None,
        tls_cert,
        tls_key,
        media_host=media_host,
        media_port=media_port,
        recordings=where.data / RECORDINGS if record else None,
        captions=captions or None,
        proxies=proxies,
        data=where.data,
        page_timings=os.environ.get("HEMICYCLE_PAGE_TIMINGS"),
    )

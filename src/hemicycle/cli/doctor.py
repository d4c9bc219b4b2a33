"""`hemicycle doctor`: what is wrong, in words, with the mend."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from typing import Annotated
from urllib.parse import urlsplit

import typer
import uvloop
from rich.console import Console
from rich.text import Text

from hemicycle.cli.examining import certificate, clock, data_directory, database, parts
from hemicycle.cli.findings import Finding, Level
from hemicycle.cli.reaching import reach
from hemicycle.cli.serving import (
    DEFAULT_HOST,
    DEFAULT_PORT,
    DEFAULT_PROXIES,
    HostOption,
    MediaHostOption,
    MediaPortOption,
    OutsideUrlOption,
    PortOption,
    ProxiesOption,
    TlsCertOption,
    TlsKeyOption,
    settings_of,
)
from hemicycle.cli.settings import DEFAULT_DATA, DatabaseOption, DataOption, fail, place

SIGNS = {Level.GOOD: ("✓", "green"), Level.NOTE: ("!", "yellow"), Level.WRONG: ("✗", "bold red")}


def doctor(
    host: HostOption = DEFAULT_HOST,
    port: PortOption = DEFAULT_PORT,
    data: DataOption = DEFAULT_DATA,
    database_url: DatabaseOption = None,
    public_url: OutsideUrlOption = None,
    tls_cert: TlsCertOption = None,
    tls_key: TlsKeyOption = None,
    media_host: MediaHostOption = None,
    media_port: MediaPortOption = None,
    proxies: ProxiesOption = DEFAULT_PROXIES,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Look whether a server with these options can hold a meeting, and say what to do where it
    can't.

    It may run beside the server, or before its first start. Exit code 0: nothing is wrong; 1:
    something is.
    """
    if port == 0:
        fail("--port: name the port; a free one can't be examined")
    logging.basicConfig(level=logging.CRITICAL)
    where = place(data, database_url, public_url or f"http://localhost:{port}")
    settings = settings_of(where, host, port, public_url, tls_cert, tls_key, media_host, media_port, proxies)
    found = data_directory(where)
    reachable, last_fact = database(where)
    found += [reachable, *clock(last_fact)]
    if tls_cert and tls_key:
        found.append(certificate(tls_cert, tls_key, urlsplit(where.public_url).hostname or host))
    found += parts()
    found += uvloop.run(reach(settings))
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=2))
    else:
        _print(found)
    if any(finding.level is Level.WRONG for finding in found):
        raise typer.Exit(1)


def _print(found: list[Finding]) -> None:
    console = Console(highlight=False, emoji=False)
    width = max(len(finding.subject) for finding in found)
    for finding in found:
        sign, style = SIGNS[finding.level]
        line = Text.assemble((f"{sign} ", style), (finding.subject.ljust(width), "bold"), f"  {finding.says}")
        console.print(line, soft_wrap=True)
        if finding.mend:
            console.print(Text(f"  {'':{width}}  → {finding.mend}"), soft_wrap=True)
    number = sum(finding.level is Level.WRONG for finding in found)
    typer.echo(
        "Nothing is wrong."
        if number == 0
        else f"{number} {'thing is' if number == 1 else 'things are'} wrong."
    )

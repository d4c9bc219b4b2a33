"""What `hemicycle doctor` finds out by coming in as a guest does, by the public name."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from websockets.exceptions import InvalidStatus, WebSocketException

from hemicycle.cli.examining import CLOCK_TOLERANCE_S, lasting, unbelieved
from hemicycle.cli.findings import Finding, Level, good, note, wrong
from hemicycle.client.trial import trial
from hemicycle.media.client.client import MediaClient
from hemicycle.server.listening import CannotListen
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.web.headers import HEADERS
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.addresses import own_url
from hemicycle.wire.media import MediaDoor

TIMEOUT_S = 5.0
"""Seconds for each thing that a guest would wait for."""

LOCAL = ("localhost", "127.0.0.1", "::1")


class Turned(Exception):
    """The server, or something before it, did not begin a trial; the message says what happened."""


async def reach(settings: ServerSettings) -> list[Finding]:
    """Come in as a guest does; where no server runs, one is started for as long as this takes."""
    found: list[Finding] = []
    async with contextlib.AsyncExitStack() as stack:
        own = own_url("https" if settings.tls_cert else "http", settings.host, settings.port)
        try:
            async with _trial(own, believes=False):
                found.append(good("Port", f"a Hemicycle server runs on port {settings.port}"))
        except Turned:
            try:
                await stack.enter_async_context(_server(settings))
            except CannotListen as error:
                return [
                    wrong("Port", str(error), "end what has it (ss -tulpn shows it), or give another --port")
                ]
            says = f"TCP and UDP port {settings.port} are free; a server was started for this examination"
            found.append(good("Port", says))
        if settings.public_url is None:
            if settings.host in LOCAL:
                found.append(note("Address", "without --public-url, only this machine can take part"))
            found += await _media(own, settings, believes=False)
            return found
        found += await _public(settings, settings.public_url)
    return found


@contextlib.asynccontextmanager
async def _server(settings: ServerSettings) -> AsyncIterator[None]:
    """The server as it would be started, but over an empty database of its own, and nothing that
    it writes in the data directory."""
    with tempfile.TemporaryDirectory(prefix="hemicycle-doctor-") as folder:
        url = f"sqlite:///{Path(folder) / 'doctor.db'}"
        store = await asyncio.to_thread(Store.open, url)
        try:
            async with serving(replace(settings, database=url, data=None), store):
                yield
        finally:
            store.close()


async def _public(settings: ServerSettings, url: str) -> list[Finding]:
    parts = urlsplit(url)
    host = parts.hostname or ""
    found: list[Finding] = []
    if parts.scheme == "http" and host not in LOCAL:
        mend = "put a proxy that speaks HTTPS before it (docs/deploy.md), or give --tls-cert and --tls-key"
        found.append(wrong("HTTPS", f"{url}: browsers give sound and picture to HTTPS pages only", mend))
    try:
        addresses = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return [
            *found,
            wrong("Name", f"{host} has no address", "enter it into your DNS, or correct --public-url"),
        ]
    shown = ", ".join(sorted({str(address[4][0]) for address in addresses}))
    found.append(good("Name", f"{host} is {shown}"))
    if parts.scheme == "https":
        certificate = await _certificate(host, parts.port or 443)
        found.append(certificate)
    page = await _page(url)
    if not any(finding.subject == "HTTP" and finding.level is Level.WRONG for finding in page):
        page += await _media(url, settings, believes=True)
    return [*found, *page]


async def _certificate(host: str, port: int) -> Finding:
    """What the certificate of the public address says to somebody who comes by it."""
    try:
        async with asyncio.timeout(TIMEOUT_S):
            _, writer = await asyncio.open_connection(host, port, ssl=ssl.create_default_context())
    except ssl.SSLCertVerificationError as error:
        return unbelieved(error, host)
    except (OSError, TimeoutError) as error:
        mend = f"open TCP port {port} in the firewall, and see that the proxy runs"
        return wrong("HTTPS", f"{host}, port {port} can't be reached: {_said(error)}", mend)
    finding = lasting(dict(writer.get_extra_info("ssl_object").getpeercert()), host)
    writer.close()
    return finding


async def _page(url: str) -> list[Finding]:
    """Whether our pages arrive as we send them."""
    try:
        async with httpx.AsyncClient(timeout=TIMEOUT_S, verify=_unverified()) as http:
            answer = await http.get(f"{url}/", headers={"accept": "text/html"})
            health = await http.get(f"{url}/health")
    except httpx.HTTPError as error:
        return [
            wrong(
                "HTTP",
                f"{url} does not answer: {_said(error)}",
                "see that the proxy runs and reaches the server",
            )
        ]
    if health.status_code in (502, 503, 504):
        mend = "let it pass to the address and port at which the server listens (--host, --port)"
        return [wrong("HTTP", f"the proxy answers {health.status_code}: it does not reach the server", mend)]
    if answer.status_code != 200 or "hemicycle:notice" not in answer.text:
        mend = "let the proxy pass everything under that name to the server"
        return [
            wrong("HTTP", f"{url} shows something else than Hemicycle (status {answer.status_code})", mend)
        ]
    found = [good("HTTP", f"{url} shows our pages")]
    missing = [name for name, value in HEADERS.items() if answer.headers.get(name) != value]
    if missing:
        mend = "let it pass these headers as they are: pages get no sound without them"
        found.append(wrong("Headers", f"the proxy takes away or changes {', '.join(missing)}", mend))
    if finding := _other_clock(answer.headers.get("date")):
        found.append(finding)
    return found


def _other_clock(date: str | None) -> Finding | None:
    """The proxy's clock beside ours, where it shows one."""
    if date is None:
        return None
    try:
        theirs = parsedate_to_datetime(date).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
    apart = time.time() - theirs
    if abs(apart) > CLOCK_TOLERANCE_S:
        mend = "let both machines' clocks be set by the network: timedatectl set-ntp true"
        return wrong("Clock", f"this machine's clock and the proxy's are {abs(apart):,.0f} s apart", mend)
    return None


async def _media(url: str, settings: ServerSettings, *, believes: bool) -> list[Finding]:
    """Whether a seat's socket opens, and sound and picture go both ways."""
    found: list[Finding] = []
    try:
        async with _trial(url, believes=believes) as door:
            found.append(good("WebSocket", "the connection of a seat opens"))
            if settings.public_url and urlsplit(door.tcp).netloc != urlsplit(settings.public_url).netloc:
                says = f"the server takes its address for {urlsplit(door.tcp).netloc}"
                found.append(wrong("Address", says, f"start it with --public-url {settings.public_url}"))
            found.append(await _tcp(door, believes))
            found.append(await _udp(door))
    except Turned as turned:
        mend = "let the proxy pass Upgrade, Connection and Host as docs/deploy/nginx.conf does"
        found.append(wrong("WebSocket", str(turned), mend))
    return found


@contextlib.asynccontextmanager
async def _trial(url: str, *, believes: bool) -> AsyncIterator[MediaDoor]:
    """The media of a trial, as the page "Can I take part?" begins one.

    Raises:
        Turned: it did not begin.
    """
    try:
        async with trial(url, context=_context(url, believes)) as begun:
            yield begun.media
    except InvalidStatus as error:
        raise Turned(f"it is turned away with status {error.response.status_code}") from error
    except (OSError, TimeoutError, WebSocketException, ValueError, KeyError) as error:
        raise Turned(f"it does not open: {_said(error)}") from error


async def _tcp(door: MediaDoor, believes: bool) -> Finding:
    try:
        async with asyncio.timeout(TIMEOUT_S), MediaClient(door.tcp):
            return good("Media over TCP", "sound and picture can go over the WebSocket")
    except (ConnectionError, TimeoutError) as error:
        if not believes:
            return note("Media over TCP", "this can be tried by a name that the certificate is for only")
        mend = "let the proxy pass /media as it passes everything else"
        return wrong("Media over TCP", f"where UDP is blocked, nothing would be heard: {_said(error)}", mend)


async def _udp(door: MediaDoor) -> Finding:
    where = urlsplit(door.url)
    began = time.monotonic()
    try:
        async with MediaClient(door.url, door.fingerprints, patience=TIMEOUT_S):
            took = (time.monotonic() - began) * 1000
            says = f"UDP port {where.port} of {where.hostname} is reached in {took:.0f} ms"
    except ConnectionError:
        mend = (
            f"open UDP port {where.port} in the firewall, and let the server listen there (--media-host ::)"
        )
        return wrong("Media over UDP", f"UDP port {where.port} of {where.hostname} is not reached", mend)
    if where.hostname in LOCAL:
        return good("Media over UDP", says)
    return good("Media over UDP", f"{says}, from here; from elsewhere the page /m/SLUG/check tells")


def _context(url: str, believes: bool) -> ssl.SSLContext | None:
    if not url.startswith("https"):
        return None
    return ssl.create_default_context() if believes else _unverified()


def _unverified() -> ssl.SSLContext:
    """For what is said of the certificate elsewhere: one fault is one finding."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__

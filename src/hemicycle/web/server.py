"""The server: one process that answers HTTP and WebSocket on a TCP port, and MoQ on the same UDP port."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import uvicorn

from hemicycle.captions.companion import Captions
from hemicycle.captions.listener import Listener
from hemicycle.interpretation.booths import Booths
from hemicycle.interpretation.notes import BoothNotes
from hemicycle.interpretation.texts import Texts
from hemicycle.live.companion import CompanionFactory
from hemicycle.live.house import House
from hemicycle.live.presence import GRACE_S
from hemicycle.media.server.server import MediaServer
from hemicycle.media.wire.tcp_messages import MAX_TCP_MESSAGE
from hemicycle.recorder.attendance import Attendance
from hemicycle.recording.status import unfinished
from hemicycle.store import Store
from hemicycle.store.lease import Lease, leased
from hemicycle.web.app import create_app
from hemicycle.web.keeping import Keeping
from hemicycle.web.settings import ServerSettings
from hemicycle.web.transport import ShortWebSocket, keep_short

SHUTDOWN_SECONDS = 3

TRIES = 20
"""How many ports are tried for one that is free for UDP too."""


class CannotListen(Exception):
    """The port can't be had; its message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that is answering."""

    house: House
    settings: ServerSettings
    """With the port that was really taken."""
    url: str
    """By which a person on this machine reaches it."""
    lost: asyncio.Event
    """Set where another process has taken the database: nothing is stored any more, and this one must end."""


def listen(host: str, port: int) -> list[socket.socket]:
    """The TCP sockets for a host and a port, of both address families where the host has both.

    Args:
        host: A name or an address.
        port: 0: one that is free for TCP and for UDP.

    Raises:
        CannotListen: the port is taken, or the host is not one of this machine's.
    """
    sockets = _listen(host, port)
    for _ in range(TRIES if port == 0 else 0):
        if all(_udp_is_free(opened) for opened in sockets):
            break
        for opened in sockets:
            opened.close()
        sockets = _listen(host, port)
    return sockets


def _udp_is_free(listening: socket.socket) -> bool:
    """Whether the same address can be listened on by UDP."""
    with socket.socket(listening.family, socket.SOCK_DGRAM) as tried:
        try:
            if listening.family == socket.AF_INET6:
                tried.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            tried.bind(listening.getsockname())
        except OSError:
            return False
    return True


def _listen(host: str, port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in dict.fromkeys(found):
            opened = socket.socket(family, kind, protocol)
            sockets.append(opened)
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            keep_short(opened)
            if family == socket.AF_INET6:
                # Each family has a socket of its own where the host has both.
                opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, host != "::")
            taken = sockets[0].getsockname()[1] if len(sockets) > 1 else port
            opened.bind((address[0], taken, *address[2:]))
    except OSError as error:
        for opened in sockets:
            opened.close()
        if error.errno == errno.EADDRINUSE:
            reason = f"port {port} is taken by another program: stop it, or choose another with --port"
        elif error.errno == errno.EACCES:
            reason = f"port {port} needs more rights than this program has: choose one above 1023"
        else:
            reason = f"can't listen on {host}, port {port}: {error.strerror or error}"
        raise CannotListen(reason) from error
    return sockets


@contextlib.asynccontextmanager
async def serving(
    settings: ServerSettings,
    store: Store,
    *,
    grace: float = GRACE_S,
    waiting: Callable[[str], None] = lambda _: None,
) -> AsyncIterator[Running]:
    """Serve until the block ends.

    Args:
        settings: where, and what with.
        store: the database; it is owned while the block lasts.
        grace: seconds that a seat stays taken without a connection.
        waiting: called with a sentence where another host may own the database still.

    Raises:
        Owned: another process owns the database.
        CannotListen: the port can't be had.
        PagesNotBuilt: this installation has no pages.
        EngineUnavailable: there is no model for the captions.
    """
    async with contextlib.AsyncExitStack() as stack:
        lost, loop = asyncio.Event(), asyncio.get_running_loop()
        lease = await stack.enter_async_context(_owning(store, waiting))

        def lose() -> None:
            loop.call_soon_threadsafe(lost.set)

        lease.on_lost = lose
        sockets = listen(settings.host, settings.port)
        try:
            settings = replace(settings, port=sockets[0].getsockname()[1])
            media_host = settings.host if settings.media_host is None else settings.media_host
            try:
                door = await stack.enter_async_context(
                    MediaServer(
                        media_host, settings.port, tls_cert=settings.tls_cert, tls_key=settings.tls_key
                    )
                )
            except Exception as error:
                raise CannotListen(f"can't listen on UDP port {settings.port}: {error}") from error
            listener = (
                await stack.enter_async_context(Listener(settings.captions)) if settings.captions else None
            )
            pinned = settings.tls_cert is None
            companions: list[CompanionFactory] = [
                Booths,
                lambda live, _: BoothNotes(live),
                lambda live, _: Texts(live, store),
                lambda live, room: Captions(live, store, room, listener),
            ]
            if (recordings := settings.recordings) is not None:
                companions.append(
                    lambda live, room: Attendance(
                        live, room, recordings / live.meeting["slug"], settings.database
                    )
                )
            house = House(store, door, pinned=pinned, grace=grace, companions=companions)
            await stack.enter_async_context(house)
            if settings.recordings is not None:
                # The videos that the last server did not finish.
                for slug in await asyncio.to_thread(unfinished, settings.recordings):
                    await house.meeting(slug)
            if settings.kept is not None:
                keeping = Keeping(store, settings.kept.recordings, settings.kept.days)
                stack.push_async_callback(_ended, asyncio.create_task(keeping.run(), name="keeping"))
            server = uvicorn.Server(_uvicorn(house, settings))
            task = asyncio.create_task(server.serve(sockets), name="http")
            try:
                while not server.started:
                    if task.done():
                        await task
                        raise CannotListen("the server did not start; its log says why")
                    await asyncio.sleep(0.01)
                scheme = "https" if settings.tls_cert else "http"
                shown = "localhost" if settings.host in ("", "::", "0.0.0.0") else settings.host  # noqa: S104
                yield Running(
                    house, settings, settings.public_url or f"{scheme}://{shown}:{settings.port}", lost
                )
            finally:
                server.should_exit = True
                for live in house.meetings.values():
                    await live.stop()
                await task
        finally:
            for opened in sockets:
                opened.close()


@contextlib.asynccontextmanager
async def _owning(store: Store, waiting: Callable[[str], None]) -> AsyncIterator[Lease]:
    """The lease, taken and given back in a thread, as either may take seconds."""
    holding = leased(store, waiting)
    lease = await asyncio.to_thread(holding.__enter__)
    try:
        yield lease
    finally:
        await asyncio.to_thread(holding.__exit__, None, None, None)


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _uvicorn(house: House, settings: ServerSettings) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(house, settings),
        # The loop is the caller's: media and pages share it.
        loop="none",
        lifespan="off",
        ws=ShortWebSocket,
        # The longest that any socket here may get; a seat's own holds to `MAX_MESSAGE` itself.
        ws_max_size=MAX_TCP_MESSAGE,
        # Deflate costs every seat its own compression of the same bytes.
        ws_per_message_deflate=False,
        ws_ping_interval=15,
        ws_ping_timeout=20,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        ssl_certfile=settings.tls_cert,
        ssl_keyfile=settings.tls_key,
        proxy_headers=True,
        forwarded_allow_ips=settings.proxies,
    )

"""The server: one process that answers HTTP and WebSocket on a TCP port, and MoQ on the same UDP
port."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import uvicorn
from fastapi import FastAPI

from hemicycle.captions.companion import Captions
from hemicycle.captions.recognizer import Recognizer
from hemicycle.interpretation.booths import Booths
from hemicycle.interpretation.notes import BoothNotes
from hemicycle.interpretation.texts import Texts
from hemicycle.live.companion import Companion, CompanionFactory, Live
from hemicycle.live.connection import Way
from hemicycle.live.owner import SWEEP_S, Owner
from hemicycle.live.presence import GRACE_S
from hemicycle.live.trial import Trials
from hemicycle.media.server.room import MediaRoom
from hemicycle.media.server.server import MediaServer
from hemicycle.media.wire.tcp_messages import MAX_TCP_MESSAGE
from hemicycle.recorder.companion import RecorderCompanion
from hemicycle.server.answering import answering
from hemicycle.server.composing import Composing
from hemicycle.server.erasing import Erasing
from hemicycle.server.heartbeat import beating, last_beat
from hemicycle.server.keeping import Keeping
from hemicycle.server.listening import CannotListen, listen
from hemicycle.server.local_door import local_door
from hemicycle.server.premises import Premises, owning
from hemicycle.store import Store
from hemicycle.web.app import create_app
from hemicycle.web.settings import ServerSettings
from hemicycle.web.transport import ShortWebSocket
from hemicycle.wire.addresses import own_url, url_of
from hemicycle.wire.media import MediaDoor

SHUTDOWN_S = 3


@dataclass(frozen=True, slots=True)
class Running:
    """A server that is answering."""

    owner: Owner
    media: MediaServer
    trials: Trials
    settings: ServerSettings
    """With the port that was really taken."""
    url: str
    """By which a person on this machine reaches it."""
    lost: asyncio.Event
    """Set where another process has taken the database: nothing is stored any more, and this one
    must end."""


@contextlib.asynccontextmanager
async def serving(
    settings: ServerSettings,
    store: Store,
    *,
    grace_s: float = GRACE_S,
    sweep_s: float = SWEEP_S,
    waiting: Callable[[str], None] = lambda _: None,
) -> AsyncIterator[Running]:
    """Serve until the block ends.

    Args:
        settings: where, and what with.
        store: the database; it is owned while the block lasts.
        grace_s: how long a seat stays taken without a connection.
        sweep_s: how often it is looked for meetings that nobody needs any more, in seconds.
        waiting: called with a sentence where another host may own the database still.

    Raises:
        Owned: another process owns the database.
        CannotListen: the port can't be had.
        PagesNotBuilt: this installation has no pages.
        EngineUnavailable: there is no model for the captions.
    """
    async with contextlib.AsyncExitStack() as stack:
        lost, loop = asyncio.Event(), asyncio.get_running_loop()
        lease = await stack.enter_async_context(owning(store, waiting))

        def lose() -> None:
            loop.call_soon_threadsafe(lost.set)

        lease.on_lost = lose
        sockets = listen(settings.host, settings.port)
        for opened in sockets:
            stack.callback(opened.close)
        settings = replace(settings, port=sockets[0].getsockname()[1])
        media = await _media_server(settings, stack)
        media_door = _doors(media, pinned=settings.tls_cert is None)
        recognizer = (
            await stack.enter_async_context(Recognizer(settings.captions)) if settings.captions else None
        )
        companions: list[CompanionFactory] = [
            Booths,
            lambda live, _: BoothNotes(live),
            lambda live, _: Texts(live, store),
            lambda live, room: Captions(live, store, room, recognizer),
        ]
        # What is kept is erased and ended also where nothing more is recorded.
        folder = settings.recorded
        composing = Composing(folder, settings.database) if folder is not None else None
        if composing is not None:
            stack.push_async_callback(composing.stop)
            if settings.recordings is not None:
                companions.append(_recording(composing))
        owner = Owner(
            store, media.room, media_door, grace_s=grace_s, sweep_s=sweep_s, companions=companions, lost=lose
        )
        await stack.enter_async_context(owner)
        # Every session over UDP ends with the old certificate: pages must be told the new one to
        # come back.
        media.renewed = owner.door_changed
        await owner.resume(last_beat(settings.data) if settings.data is not None else None)
        if settings.data is not None:
            await stack.enter_async_context(beating(settings.data))
        if composing is not None:
            erasing = Erasing(owner, composing)
            if settings.data is not None:
                premises = Premises(owner, settings.data, composing, erasing)
                await stack.enter_async_context(local_door(premises))
            stack.push_async_callback(_ended, asyncio.create_task(_tidy(erasing, composing, settings)))
        trials = Trials(media.room, media_door)
        stack.callback(trials.stop)
        app = create_app(owner, settings, trials, media.find)
        stack.callback(app.state.renderings.close)
        await stack.enter_async_context(answering(_uvicorn(app, settings), sockets, owner.stop))
        scheme = "https" if settings.tls_cert else "http"
        url = settings.public_url or own_url(scheme, settings.host, settings.port)
        yield Running(owner, media, trials, settings, url, lost)


async def _media_server(settings: ServerSettings, stack: contextlib.AsyncExitStack) -> MediaServer:
    """Sound and picture over UDP, until the stack ends."""
    host = settings.host if settings.media_host is None else settings.media_host
    media = MediaServer(host, settings.port, tls_cert=settings.tls_cert, tls_key=settings.tls_key)
    try:
        return await stack.enter_async_context(media)
    except Exception as error:
        raise CannotListen(f"can't listen on UDP port {settings.port}: {error}") from error


def _doors(media: MediaServer, *, pinned: bool) -> Callable[[Way, str], MediaDoor]:
    """Where sound and picture are, for a way to the server and a ticket.

    Args:
        media: who serves them.
        pinned: whether pages have to pin its certificate, as nobody vouches for it.
    """

    def door(way: Way, ticket: str) -> MediaDoor:
        return MediaDoor(
            url=f"{url_of('https', way.host, way.port or media.port)}/media?ticket={ticket}",
            fingerprints=media.fingerprints if pinned else [],
            tcp=f"{way.socket_url}/media?ticket={ticket}",
            network=way.network,
        )

    return door


def _recording(composing: Composing) -> CompanionFactory:
    """The factory of the recorder's companion."""

    def make(live: Live, room: MediaRoom) -> Companion:
        slug = live.meeting["slug"]
        return RecorderCompanion(live, room, composing.paths(slug), composing.of(slug))

    return make


async def _tidy(erasing: Erasing, composing: Composing, settings: ServerSettings) -> None:
    """Go on with what the last owner had begun, and look every day for what is kept long enough."""
    await erasing.resume()
    await composing.resume()
    if settings.keep_days is not None:
        await Keeping(erasing.owner, composing, settings.keep_days).run()


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _uvicorn(app: FastAPI, settings: ServerSettings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
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
        timeout_graceful_shutdown=SHUTDOWN_S,
        ssl_certfile=settings.tls_cert,
        ssl_keyfile=settings.tls_key,
        proxy_headers=True,
        forwarded_allow_ips=settings.proxies,
    )

"""The media server: QUIC and WebTransport on one UDP port, for every meeting of this process."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import logging
import secrets
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs

import moq

from hemicycle.media.server.quic_session import QuicSession
from hemicycle.media.server.room import MediaRoom

logger = logging.getLogger("hemicycle.media")

UNAUTHORIZED = 403

RENEW_AFTER_S = 24 * 3600.0
"""Seconds after which a certificate made here is replaced, at the first moment when nobody is
connected."""

RENEW_AT_LATEST_S = 12 * 24 * 3600.0
"""Seconds after which it is replaced whoever is connected: browsers pin one for 14 days at most."""

RELEASE_S = 1.0
"""For how many seconds a port that was given up a moment ago may be taken still."""

CHECK_EVERY_S = 600.0
"""Seconds between two checks of the certificate's age."""


class MediaServer:
    """Accepts whoever has a ticket, and hands each session to its meeting. An async context
    manager.

    Args:
        host: An address to listen on; empty, `localhost` and `::` listen on IPv6 and IPv4 alike.
        port: The UDP port; 0 takes any.
        tls_cert: A certificate chain in PEM. Without one, a certificate is made, good for pinning.
        tls_key: Its private key in PEM.
    """

    def __init__(
        self, host: str, port: int, *, tls_cert: Path | None = None, tls_key: Path | None = None
    ) -> None:
        if (tls_cert is None) != (tls_key is None):
            raise ValueError("a certificate and its key go together")
        self.fingerprints: list[str] = []
        """SHA-256 of the certificates served, in hex."""
        self.port = port
        """The UDP port; the one that was taken, once the server listens."""
        self.refused = 0
        """How many clients came without a valid ticket."""
        self.renewed: Callable[[], None] | None = None
        """Called on the loop when `fingerprints` are others and every session was ended: who is
        still there must be told the new ones."""
        self._host = host
        self._tls_cert = tls_cert
        self._tls_key = tls_key
        self._exits = AsyncExitStack()
        self._opened_at = 0.0
        self._accepting: asyncio.Task[None] | None = None
        self._renewing: asyncio.Task[None] | None = None
        self._serving: set[asyncio.Task[None]] = set()
        self._tickets: dict[str, tuple[MediaRoom, str]] = {}
        self._rooms: list[MediaRoom] = []

    async def __aenter__(self) -> Self:
        """Begin to listen.

        Raises:
            OSError: the address can't be listened on.
        """
        await self._open()
        self._renewing = asyncio.get_running_loop().create_task(self._renew_in_time())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the media of every meeting, then close the port."""
        if self._renewing is not None:
            self._renewing.cancel()
        if self._accepting is not None:
            self._accepting.cancel()
        await asyncio.gather(*(room.close() for room in self._rooms))
        if self._serving:
            _, late = await asyncio.wait(self._serving, timeout=2)
            for task in late:
                task.cancel()
        await self._exits.aclose()

    def room(self, changed: Callable[[], None]) -> MediaRoom:
        """The media of one meeting.

        Args:
            changed: Called on the loop, soon after `MediaRoom.streams` has changed.
        """
        room = MediaRoom(changed, issue=self._issue, withdraw=self._withdraw)
        self._rooms = [each for each in self._rooms if not each.closed]
        self._rooms.append(room)
        return room

    def find(self, ticket: str) -> tuple[MediaRoom, str] | None:
        """The media and the seat for which a ticket is valid; None, and counted, where it is
        not."""
        found = self._tickets.get(ticket)
        if found is None:
            self.refused += 1
        return found

    @property
    def sessions(self) -> int:
        """How many sessions are connected, in all meetings."""
        return sum(room.sessions for room in self._rooms)

    async def renew(self) -> None:
        """Serve another certificate: one made anew, or the files as they are now.

        Every session ends. Tickets stay valid.

        Raises:
            OSError: the address can't be listened on any more.
        """
        if self._accepting is not None:
            self._accepting.cancel()
        await self._exits.aclose()
        await self._open()
        logger.info("the media server has another certificate: %s", ", ".join(self.fingerprints))
        if self.renewed is not None:
            self.renewed()

    async def _open(self) -> None:
        loop = asyncio.get_running_loop()
        give_up_at = loop.time() + RELEASE_S
        while True:
            try:
                server = await self._listen()
                break
            except OSError:
                if loop.time() >= give_up_at:
                    raise
                await asyncio.sleep(0.05)
        self.port = int(server.local_addr.rpartition(":")[2])
        self.fingerprints = list(server.cert_fingerprints())
        self._opened_at = time.monotonic()
        self._accepting = loop.create_task(self._accept(server))

    async def _listen(self) -> moq.Server:
        binds = _binds(self._host, self.port)
        for bind in binds:
            server = self._server(bind)
            try:
                await self._exits.enter_async_context(server)
            except moq.Error as error:
                failure = error
            else:
                return server
        raise OSError(errno.EADDRINUSE, f"UDP {binds[0]} can't be listened on: {_message_of(failure)}")

    async def _renew_in_time(self) -> None:
        while True:
            await asyncio.sleep(CHECK_EVERY_S)
            while self._tls_cert is None and is_due(time.monotonic() - self._opened_at, self.sessions):
                try:
                    await self.renew()
                except OSError:
                    # Nothing listens now, so this can't wait for the next check.
                    logger.exception("the media server could not listen again; the next try is at once")

    def _issue(self, room: MediaRoom, seat: str) -> str:
        ticket = secrets.token_urlsafe(24)
        self._tickets[ticket] = (room, seat)
        return ticket

    def _withdraw(self, ticket: str) -> None:
        self._tickets.pop(ticket, None)

    def _server(self, bind: str) -> moq.Server:
        if self._tls_cert is not None and self._tls_key is not None:
            return moq.Server(bind, tls_cert=[str(self._tls_cert)], tls_key=[str(self._tls_key)])
        return moq.Server(bind, tls_generate=["localhost"])

    async def _accept(self, server: moq.Server) -> None:
        """Accept clients, each in a task of its own, so that no handshake waits for another."""
        while True:
            try:
                request = await anext(server)
            except StopAsyncIteration:
                return
            except moq.Error as error:
                if moq.is_shutdown(error):
                    return
                logger.warning("a client could not be accepted: %r", error)
                await asyncio.sleep(0.05)
                continue
            task = asyncio.get_running_loop().create_task(self._serve(request))
            self._serving.add(task)
            task.add_done_callback(self._serving.discard)

    async def _serve(self, request: moq.Request) -> None:
        try:
            found = self.find(_ticket(request))
            if found is None:
                await request.reject(UNAUTHORIZED)
                return
            room, seat = found
            await QuicSession(room, seat, _ticket(request)).serve(request)
        except moq.Error as error:
            logger.debug("a session ended: %r", error)
        except Exception:
            logger.exception("a session failed")


def is_due(age_s: float, sessions: int) -> bool:
    """Whether a certificate is to be replaced now.

    Args:
        age_s: Seconds since it was made.
        sessions: How many sessions its replacement would end.
    """
    return age_s >= RENEW_AT_LATEST_S or (age_s >= RENEW_AFTER_S and sessions == 0)


def _ticket(request: moq.Request) -> str:
    return parse_qs(request.query or "").get("ticket", [""])[0]


def _binds(host: str, port: int) -> list[str]:
    """The addresses to listen on, in the order in which they are tried."""
    if host in ("", "localhost", "::"):
        return [f"[::]:{port}", f"0.0.0.0:{port}"]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return [f"{host}:{port}"]
    return [f"[{address}]:{port}" if address.version == 6 else f"{address}:{port}"]


def _message_of(error: Exception) -> str:
    return str(error) or type(error).__name__

"""A seat taken by a program: it opens its personal link, then speaks the protocol as a page
does."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self, cast
from urllib.parse import urljoin

import httpx
import websockets.asyncio.client as websockets
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from hemicycle.client.media import LostError
from hemicycle.media.client.client import MediaClient
from hemicycle.media.wire.transport import Transport
from hemicycle.wire.booths import Note, Noted, SlowDown
from hemicycle.wire.captions import Caption, Captioning, WantCaptions, WriteLine
from hemicycle.wire.ids import Key
from hemicycle.wire.media import Hold, MediaDoor, Sending, Streams
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.messages import Ask, Done, GoodbyeReason, Refused
from hemicycle.wire.models import UpModel
from hemicycle.wire.patch import merge
from hemicycle.wire.protocol import Command, View

log = logging.getLogger("hemicycle.client")

_FIRST_DELAY_S, _LONGEST_DELAY_S = 0.2, 3.0
"""Seconds between tries to reconnect."""
_FINAL = frozenset({GoodbyeReason.REPLACED, GoodbyeReason.REVOKED, GoodbyeReason.NO_SEAT})
"""After these a seat does not come back by itself."""


class LinkError(Exception):
    """The personal link did not open a seat."""


class Seat:
    """One seat, from its personal link on. Use as an async context manager.

    The view is kept by merge patches and stays the last one known while the connection is lost.
    """

    def __init__(self, link: str, http: httpx.AsyncClient, meeting: Meeting | None = None) -> None:
        """Nothing is opened yet.

        Args:
            link: the personal link, `…/s/<token>`.
            http: shared by all seats of a program; it keeps no cookies for them.
            meeting: as planned, where it is known: hundreds of seats need not each keep a copy.
        """
        self.link = link
        self.key: Key = ""
        self.meeting = meeting
        self.view: View | None = None
        self.media: MediaDoor | None = None
        self.goodbye: GoodbyeReason | None = None
        """Why the seat has no view any more; None while it has one."""
        self.notes: list[Noted] = []
        """The booths' chat, as far as this seat was told it."""
        self.captions: dict[int, Caption] = {}
        """Those that this seat asked for, each as it came last, by their numbers."""
        self.refusals: list[Refused] = []
        """The refusals of messages that were sent without waiting for an answer."""
        self.watching: list[Callable[[], None]] = []
        """Called on the event loop after each change of the view, and after a goodbye."""
        self._http = http
        self._socket: websockets.ClientConnection | None = None
        self._changed = asyncio.Condition()
        self._answers: dict[int, asyncio.Future[Done | Refused]] = {}
        self._asked = 0
        self._rev = 0
        self._declared: dict[type[UpModel], UpModel] = {}
        """What is said again after a reconnection."""
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    async def __aenter__(self) -> Self:
        """Opens the link and waits for the first view.

        Raises:
            LinkError: the link opens no seat, or the server did not welcome it.
        """
        page, cookie = await self._open_link()
        self._task = asyncio.create_task(self._keep(page, cookie), name=f"seat {self.link[-6:]}")
        try:
            async with asyncio.timeout(20):
                await self.until(lambda _: True)
        except (TimeoutError, LostError) as error:
            await self.__aexit__(None, None, None)
            raise LinkError(f"no welcome at {page}") from error
        return self

    def connect_media(self, transport: Transport = "udp") -> MediaClient:
        """A connection to the seat's sound and picture, not yet open. It lasts until the next
        welcome.

        Raises:
            LostError: the seat was never welcomed.
        """
        if self.media is None:
            raise LostError("the seat was not welcomed")
        return MediaClient.of(self.media, transport)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leaves the seat: closes its connection."""
        self._stopping = True
        if self._socket is not None:
            await self._socket.close()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def ask(self, command: Command) -> Refused | None:
        """Asks for something.

        Returns:
            None when it was done, else the refusal.

        Raises:
            LostError: no answer came, because the connection was lost.
        """
        return await self._answered(lambda asked: Ask(id=asked, command=command))

    async def note(self, booth: str, text: str) -> Refused | None:
        """Writes a line into a booth's chat; answered as `ask` is.

        Raises:
            LostError: no answer came, because the connection was lost.
        """
        return await self._answered(lambda asked: Note(id=asked, booth=booth, text=text))

    async def slow_down(self, booth: str) -> None:
        """Asks, for a booth, that the floor speak more slowly.

        Raises:
            LostError: the connection is lost.
        """
        await self._send(SlowDown(booth=booth))

    async def hold(self, held: bool) -> None:
        """Holds this seat's own sound back, or lets it go; said again by itself after a
        reconnection."""
        await self._declare(Hold(held=held))

    async def read_captions(self, wanted: str) -> None:
        """Asks for captions: a language, or `original`; said again by itself after a
        reconnection."""
        await self._declare(WantCaptions(wanted=wanted))

    async def caption_by_hand(self, language: str | None) -> None:
        """Takes a language from the machine as a captioner, or gives it back.

        Raises:
            LostError: the connection is lost.
        """
        await self._send(Captioning(language=language))

    async def write_line(self, seat: Key, language: str, text: str) -> Refused | None:
        """Writes what a seat said, as a captioner; answered as `ask` is.

        Raises:
            LostError: no answer came, because the connection was lost.
        """
        return await self._answered(
            lambda asked: WriteLine(id=asked, seat=seat, language=language, text=text)
        )

    async def _answered(self, message: Callable[[int], Ask | Note | WriteLine]) -> Refused | None:
        self._asked += 1
        asked = self._asked
        answer: asyncio.Future[Done | Refused] = asyncio.get_running_loop().create_future()
        self._answers[asked] = answer
        try:
            await self._send(message(asked))
            result = await answer
        finally:
            self._answers.pop(asked, None)
        return result if isinstance(result, Refused) else None

    async def sending(self, what: Sending) -> None:
        """Says what is ready to be sent; said again by itself after a reconnection."""
        await self._declare(what)

    async def until(self, holds: Callable[[View], bool]) -> View:
        """Waits for a view in which something holds.

        Raises:
            LostError: the seat is not ours any more.
        """
        async with self._changed:
            while self.view is None or not holds(self.view):
                if self.goodbye in _FINAL or (self._task is not None and self._task.done()):
                    raise LostError(f"the seat {self.key or self.link} is gone: {self.goodbye}")
                await self._changed.wait()
            return self.view

    @property
    def streams(self) -> Mapping[Key, Streams]:
        """What there is to hear and see, by seat; none before the first view."""
        return self.view["streams"] if self.view else {}

    async def wait(self, holds: Callable[[], bool]) -> None:
        """Waits until something holds; looked at after each change.

        Raises:
            LostError: the seat is not ours any more.
        """
        await self.until(lambda _: holds())

    async def _open_link(self) -> tuple[str, str]:
        try:
            answer = await self._http.get(self.link, follow_redirects=False)
        except httpx.HTTPError as error:
            raise LinkError(f"{self.link[:-24]}… did not answer: {error!r}") from error
        if answer.status_code != HTTPStatus.SEE_OTHER or not answer.cookies:
            raise LinkError(f"the link opened no seat: HTTP status {answer.status_code}")
        cookie = "; ".join(f"{name}={value}" for name, value in answer.cookies.items())
        self._http.cookies.clear()
        return urljoin(self.link, answer.headers["location"]), cookie

    async def _keep(self, page: str, cookie: str) -> None:
        """Stays connected until the seat is left, taken over or revoked."""
        url = "ws" + urljoin(page, "ws").removeprefix("http")
        origin = str(httpx.URL(page).copy_with(path="/", query=None)).rstrip("/")
        delay = _FIRST_DELAY_S
        while not self._stopping and self.goodbye not in _FINAL:
            try:
                async with websockets.connect(
                    url,
                    additional_headers={"Cookie": cookie},
                    origin=cast("Any", origin),
                    max_size=16 * 1024 * 1024,
                    compression=None,
                    open_timeout=15,
                    proxy=None,
                ) as socket:
                    self._socket = socket
                    for declared in list(self._declared.values()):
                        await socket.send(declared.model_dump_json())
                    delay = _FIRST_DELAY_S
                    await self._listen(socket)
            except (OSError, InvalidHandshake, ConnectionClosed, TimeoutError) as error:
                log.debug("seat %s: connection lost: %r", self.key, error)
            finally:
                self._socket = None
                self._lose_answers()
            if self.goodbye not in _FINAL:
                await asyncio.sleep(delay)
                delay = min(delay * 2, _LONGEST_DELAY_S)
        await self._tell()

    async def _listen(self, socket: websockets.ClientConnection) -> None:
        async for text in socket:
            message: dict[str, Any] = json.loads(text)
            match message["type"]:
                case "welcome":
                    self.key, self.view = message["seat"], message["view"]
                    if self.meeting != message["meeting"]:
                        self.meeting = message["meeting"]
                    self.media = MediaDoor.model_validate(message["media"])
                    self._rev, self.goodbye = message["rev"], None
                case "change":
                    if message["rev"] != self._rev + 1:
                        log.debug("seat %s: a change is missing", self.key)
                        return
                    self._rev += 1
                    self.view = merge(self.view, message["patch"])
                case "done":
                    self._answer(message["id"], Done(id=message["id"]))
                    continue
                case "refused":
                    self._answer(message["id"], Refused.model_validate(message))
                    continue
                case "caption":
                    self.captions[message["id"]] = Caption.model_validate(message)
                case "noted":
                    self.notes.append(Noted.model_validate(message))
                case "goodbye":
                    self.goodbye = GoodbyeReason(message["reason"])
                case _:
                    continue
            await self._tell()

    async def _tell(self) -> None:
        for told in self.watching:
            told()
        async with self._changed:
            self._changed.notify_all()

    def _answer(self, asked: int | None, result: Done | Refused) -> None:
        if asked is None and isinstance(result, Refused):
            self.refusals.append(result)
        answer = self._answers.get(asked) if asked is not None else None
        if answer is not None and not answer.done():
            answer.set_result(result)

    def _lose_answers(self) -> None:
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(LostError("the connection was lost before the answer came"))

    async def _declare(self, message: UpModel) -> None:
        self._declared[type(message)] = message
        with contextlib.suppress(LostError):
            await self._send(message)

    async def _send(self, message: UpModel) -> None:
        if self._socket is None:
            raise LostError("the seat is not connected")
        try:
            await self._socket.send(message.model_dump_json())
        except ConnectionClosed as error:
            raise LostError("the connection was lost") from error

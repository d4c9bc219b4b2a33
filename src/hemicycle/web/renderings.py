"""Documents as files: written once, kept while they are the same, and not many at a time."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.requests import HTTPConnection

from hemicycle.report.documents import Document, DocumentFormat, written

THREADS = 2
"""How many documents are read and written at once. They share no thread with anything else."""

MOST_WAITING = 64
"""How many may wait for that; whoever comes then is told to come back."""

KEPT_BYTES = 16 * 1024 * 1024
"""The most that is kept of what was written. A communiqué takes 40 KiB or less in each format."""

KEPT_S = 600.0
"""For how long it is kept: what is erased does not stay in memory for ever."""


class Renderings:
    """The documents that this server has written lately.

    What is kept is found by all that its bytes depend on: the whole content of the document, its
    format, and the address of its clips. So nothing has to be said when a version, a quote or a
    name has changed.
    """

    def __init__(self, write: Callable[[Document, DocumentFormat, str | None], bytes] = written) -> None:
        self._write = write
        self._threads = ThreadPoolExecutor(THREADS, "documents")
        self._kept: OrderedDict[Hashable, tuple[float, bytes]] = OrderedDict()
        self._kept_bytes = 0
        self._under_way: dict[Hashable, asyncio.Future[bytes]] = {}
        self._waiting = 0

    def close(self) -> None:
        """Take on nothing more; what is being written is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def file(
        self, make: Callable[[], Document], format_: DocumentFormat, clips: str | None = None
    ) -> bytes:
        """A document in a format.

        Args:
            make: reads what it says; called in a thread.
            format_: in which format.
            clips: the address of the meeting's clips, which only HTML holds.

        Raises:
            HTTPException: 503 where too many are asked for already, or what `make` raises.
        """
        if self._waiting >= MOST_WAITING:
            raise HTTPException(503, "Too many documents at once; try again.", {"Retry-After": "5"})
        loop = asyncio.get_running_loop()
        self._waiting += 1
        try:
            document, digest = await loop.run_in_executor(self._threads, _read, make)
            played = clips if format_ is DocumentFormat.HTML else None
            key = digest, format_, played
            if (content := self._find(key, loop.time())) is not None:
                return content
            if (future := self._under_way.get(key)) is None:
                future = loop.run_in_executor(self._threads, self._write, document, format_, played)
                self._under_way[key] = future
                future.add_done_callback(lambda done: self._done(key, done, loop.time()))
            return await asyncio.shield(future)
        finally:
            self._waiting -= 1

    def _find(self, key: Hashable, now: float) -> bytes | None:
        while self._kept and next(iter(self._kept.values()))[0] < now - KEPT_S:
            self._drop_oldest()
        found = self._kept.get(key)
        return found[1] if found else None

    def _done(self, key: Hashable, done: asyncio.Future[bytes], now: float) -> None:
        del self._under_way[key]
        if done.cancelled() or done.exception() is not None:
            return
        content = done.result()
        self._kept[key] = now, content
        self._kept_bytes += len(content)
        while self._kept_bytes > KEPT_BYTES:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        _, (_, content) = self._kept.popitem(last=False)
        self._kept_bytes -= len(content)


def _read(make: Callable[[], Document]) -> tuple[Document, bytes]:
    document = make()
    return document, sha256(repr(document).encode()).digest()


def renderings_of(connection: HTTPConnection) -> Renderings:
    """The documents that this server has written lately."""
    renderings: Renderings = connection.app.state.renderings
    return renderings


RenderingsHere = Annotated[Renderings, Depends(renderings_of)]
